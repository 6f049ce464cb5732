use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, marks, scan};
use crate::model::MarkKind;

pub(super) static RULE: Rule = Rule {
    name: "needless-italics",
    family: Family::Style,
    summary: "a word is in italics that stands upright",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("needless_italics.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for mark in prose.marks.iter().filter(|mark| mark.kind == MarkKind::Emphasis) {
            let words = prose.text.get(mark.covers.clone()).unwrap_or_default();
            let is_opening = mark.covers.start == 0;
            if is_opening || !WORDS.contains(&words.to_lowercase().as_str()) {
                continue;
            }
            let message = format!("“{words}” stands upright");
            report.flag(mark.range, message).fixes(marks::upright(&[mark], prose));
        }
    }
}

/// Latin that English has taken over, and words that italics should make stronger.
const WORDS: [&str; 25] = [
    "inter alia",
    "per se",
    "ad hoc",
    "prima facie",
    "vis-à-vis",
    "in situ",
    "de facto",
    "de jure",
    "mutatis mutandis",
    "bona fide",
    "ex officio",
    "pro bono",
    "per capita",
    "status quo",
    "all",
    "any",
    "full",
    "fully",
    "immediately",
    "immediate",
    "must",
    "not",
    "only",
    "strongly",
    "without delay",
];
