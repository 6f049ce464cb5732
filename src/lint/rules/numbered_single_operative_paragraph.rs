use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "numbered-single-operative-paragraph",
    family: Family::Numbering,
    summary: "the only operative paragraph has a number",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("numbered_single_operative_paragraph.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let mut operative = resolution.operative();
        let (Some(paragraph), None) = (operative.next(), operative.next()) else {
            continue;
        };
        let Some(marker) = paragraph.marker.as_ref().filter(|m| m.parsed.is_number())
        else {
            continue;
        };
        let number = TextRange::new(marker.range.start(), paragraph.prose.range.start());
        report
            .flag(marker.range, "a single operative paragraph has no number")
            .fix(Fix::editorial("take the number out", [Edit::delete(number)]));
    }
}
