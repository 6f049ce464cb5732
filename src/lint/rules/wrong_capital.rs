use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "wrong-capital",
    family: Family::Style,
    summary: "a capital or small letter is not the usual one",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("wrong_capital.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_words(draft, report, &wording::CAPITALS, |_, _| false);
}
