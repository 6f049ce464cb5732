use crate::lint::marks::marks;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::MarkKind;

pub(super) static RULE: Rule = Rule {
    name: "leftover-comment",
    family: Family::Submission,
    summary: "a comment stands in the text",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("leftover_comment.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
    // A comment to the program, “<!-- zerodraft: … -->”, goes into no file.
    let is_comment = |kind: &MarkKind| matches!(kind, MarkKind::Comment(words) if !words.starts_with("zerodraft:"));
    for mark in marks(draft, is_comment) {
        report
            .flag(mark.range, "a comment stands in the text")
            .help("settle it and take it out before the text is tabled")
            .severity(severity);
    }
}
