use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Resolution;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "numbered-preambular-paragraph",
    family: Family::Numbering,
    summary: "a preambular paragraph has a number",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("numbered_preambular_paragraph.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.resolutions().flat_map(Resolution::preambular) {
        let Some(marker) = paragraph.marker.as_ref().filter(|m| m.parsed.is_number())
        else {
            continue;
        };
        let number = TextRange::new(marker.range.start(), paragraph.prose.range.start());
        report
            .flag(marker.range, "preambular paragraphs have no number")
            .fix(Fix::editorial("take the number out", [Edit::delete(number)]));
    }
}
