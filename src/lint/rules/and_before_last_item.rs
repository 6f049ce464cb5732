use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, endings};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "and-before-last-item",
    family: Family::Punctuation,
    summary: "“and” follows the mark that ends a paragraph",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("and_before_last_item.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for ending in endings::expected(draft) {
        let text = ending.prose.text.as_str();
        let Some(head) = text.strip_suffix("and").map(str::trim_end) else { continue };
        if !head.ends_with([',', ';']) || head.len() + "and".len() == text.len() {
            continue;
        }
        let range = ending.prose.source_range(head.len()..text.len());
        report
            .flag(range, "the next paragraph follows without “and”")
            .fix(Fix::substantive("take out “and”", [Edit::delete(range)]));
    }
}
