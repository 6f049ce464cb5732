use crate::lint::endings::{self, Role};
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-operative-ending",
    family: Family::Punctuation,
    summary: "an operative paragraph ends with the wrong mark",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("wrong_operative_ending.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for expected in endings::expected(draft) {
        let message = match expected.role {
            Role::Operative => "an operative paragraph ends with a semicolon",
            Role::LastOperative => "the last operative paragraph ends with a full stop",
            Role::Preambular | Role::Chapeau | Role::Subparagraph => continue,
        };
        if let Some(mismatch) = expected.mismatch(draft.resolution.language) {
            // A colon announces what was not recognized as a list or a quotation.
            let severity =
                if mismatch.fix.is_some() { RULE.severity } else { Severity::Note };
            report.flag(mismatch.range, message).fixes(mismatch.fix).severity(severity);
        }
    }
}
