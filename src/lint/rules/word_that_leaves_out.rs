use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "word-that-leaves-out",
    family: Family::Style,
    summary: "a word leaves people out or labels them",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("word_that_leaves_out.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_words(draft, report, &wording::INCLUSIVE, |_, _| false);
}
