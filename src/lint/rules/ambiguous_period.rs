use crate::conventions::Language;
use crate::conventions::wording::AMBIGUOUS_PERIODS;
use crate::lint::{Draft, Family, Report, Rule, Severity, wording};

pub(super) static RULE: Rule = Rule {
    name: "ambiguous-period",
    family: Family::Style,
    summary: "a word for a period means two things",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("ambiguous_period.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    wording::check(draft, report, &AMBIGUOUS_PERIODS, |_, _| false);
}
