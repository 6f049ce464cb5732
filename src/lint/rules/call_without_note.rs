use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::model::MarkKind;

pub(super) static RULE: Rule = Rule {
    name: "call-without-note",
    family: Family::Citations,
    summary: "the text calls a note that does not exist",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("call_without_note.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for mark in &prose.marks {
            let MarkKind::FootnoteCall(call) = &mark.kind else { continue };
            if draft.resolution.footnotes.iter().any(|note| note.mark == *call) {
                continue;
            }
            report.flag(mark.range, format!("there is no note {call}")).help(format!(
                "write it below the text after “[^{call}]:”, or take out the call"
            ));
        }
    }
}
