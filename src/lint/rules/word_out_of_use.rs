use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "word-out-of-use",
    family: Family::Style,
    summary: "a word is not of formal texts",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("word_out_of_use.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_words(draft, report, &wording::OUT_OF_USE, |_, _| false);
}
