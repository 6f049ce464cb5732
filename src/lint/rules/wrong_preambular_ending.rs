use crate::lint::endings::{self, Role};
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-preambular-ending",
    family: Family::Punctuation,
    summary: "a preambular paragraph does not end with a comma",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("wrong_preambular_ending.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let endings = endings::expected(draft).into_iter();
    for expected in endings.filter(|expected| expected.role == Role::Preambular) {
        if let Some(mismatch) = expected.mismatch(draft.resolution.language) {
            let message = "a preambular paragraph ends with a comma, the last one too";
            // A colon announces what was not recognized as a list or a quotation.
            let severity =
                if mismatch.fix.is_some() { RULE.severity } else { Severity::Note };
            report.flag(mismatch.range, message).fixes(mismatch.fix).severity(severity);
        }
    }
}
