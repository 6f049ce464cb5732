use std::ops::Range;

use crate::conventions::{Language, wording};
use crate::lint::wording::check as check_words;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "acronym-for-name",
    family: Family::Style,
    summary: "an acronym stands for a name that is written out",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("acronym_for_name.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let text = draft.source.text();
    check_words(draft, report, &wording::ACRONYMS, |prose, words| {
        let written = prose.text.get(words.clone()).unwrap_or_default();
        is_in_capitals(&prose.text, words) || text.contains(&format!("({written})"))
    });
}

/// Whether the acronym may be a word of a heading in capitals.
fn is_in_capitals(text: &str, words: &Range<usize>) -> bool {
    let is_capitals = |word: &str| word.len() > 1 && !word.contains(char::is_lowercase);
    let word = |range: Range<usize>| text.get(range).is_some_and(is_capitals);
    let around = scan::words(text).skip_while(|range| range.end + 1 < words.start);
    around
        .take_while(|range| range.start <= words.end + 1)
        .filter(|range| range.end <= words.start || range.start >= words.end)
        .any(word)
}
