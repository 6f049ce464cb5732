use crate::lint::marks::marks;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::MarkKind;

pub(super) static RULE: Rule = Rule {
    name: "tracked-change",
    family: Family::Submission,
    summary: "words are still marked as added or struck out",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("tracked_change.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
    let is_change =
        |kind: &MarkKind| matches!(kind, MarkKind::Added | MarkKind::Deleted(_));
    for mark in marks(draft, is_change) {
        let what = if mark.kind == MarkKind::Added { "added" } else { "struck out" };
        report
            .flag(mark.range, format!("words are still marked as {what}"))
            .help("accept or reject the change before the text is tabled")
            .severity(severity);
    }
}
