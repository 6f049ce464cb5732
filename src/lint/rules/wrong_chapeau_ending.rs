use crate::lint::endings::{self, Role};
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-chapeau-ending",
    family: Family::Punctuation,
    summary: "the words before a list do not end with a colon",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("wrong_chapeau_ending.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council writes its lists in many ways.
    let severity = if draft.is_of("SC") { Severity::Note } else { RULE.severity };
    let endings = endings::expected(draft).into_iter();
    for expected in endings.filter(|expected| expected.role == Role::Chapeau) {
        if let Some(mismatch) = expected.mismatch(draft.resolution.language) {
            let message = "the words before a list end with a colon";
            report.flag(mismatch.range, message).fixes(mismatch.fix).severity(severity);
        }
    }
}
