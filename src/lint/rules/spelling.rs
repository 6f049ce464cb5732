use crate::conventions::Language;
use crate::conventions::spelling::{self, Misspelling};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::Prose;
use crate::text::{Edit, carry_case};

pub(super) static RULE: Rule = Rule {
    name: "spelling",
    family: Family::Style,
    summary: "a word is spelt otherwise in United Nations texts",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("spelling.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council often keeps the spelling of the State that drafts for it.
    let loudest = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for prose in scan::running_text(draft) {
        // A title in quotation marks keeps the spelling of its author.
        for misspelling in spelling::ENGLISH.find_among(&prose.text, &draft.words(prose))
        {
            if !draft.is_quoted(prose, misspelling.range.start) {
                flag(prose, &misspelling, loudest, report);
            }
        }
    }
}

fn flag(
    prose: &Prose,
    misspelling: &Misspelling,
    loudest: Severity,
    report: &mut Report,
) {
    let entry = misspelling.entry;
    let written = prose.text.get(misspelling.range.clone()).unwrap_or_default();
    let right: Vec<String> =
        entry.right.iter().map(|right| carry_case(written, right)).collect();
    let severity = if entry.is_certain { loudest } else { Severity::Note };
    let range = prose.source_range(misspelling.range.clone());
    let fix = match right.as_slice() {
        [right] if entry.is_certain => Some(Fix::editorial(
            format!("write “{right}”"),
            [Edit::replace(range, right)],
        )),
        _ => None,
    };
    let message = format!("“{}”, not “{written}”", right.join("” or “"));
    report.flag(range, message).severity(severity).fixes(fix);
}
