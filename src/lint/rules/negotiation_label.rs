use crate::lint::negotiation::labels;
use crate::lint::placeholders::open_text;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "negotiation-label",
    family: Family::Submission,
    summary: "a label of the negotiation stands in the text",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("negotiation_label.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
    for prose in open_text(draft) {
        for label in labels(&prose.text) {
            let range = prose.source_range(label.clone());
            let written = prose.text.get(label).unwrap_or_default().trim();
            report
                .flag(
                    range,
                    format!("“{written}” belongs to the negotiation, not to the text"),
                )
                .severity(severity)
                .fix(Fix::substantive("take it out", [Edit::delete(range)]));
        }
    }
}
