use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "contraction",
    family: Family::Style,
    summary: "a verb is drawn together: “don’t”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("contraction.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_words(draft, report, &wording::CONTRACTIONS, |_, _| false);
}
