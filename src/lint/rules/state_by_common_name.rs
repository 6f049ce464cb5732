use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "state-by-common-name",
    family: Family::Style,
    summary: "a State is named as newspapers do",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("state_by_common_name.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_words(draft, report, &wording::STATES, |_, _| false);
}
