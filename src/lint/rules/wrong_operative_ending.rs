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

fn check(_draft: &Draft, _report: &mut Report) {
}
