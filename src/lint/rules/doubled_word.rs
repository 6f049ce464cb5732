use std::ops::Range;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "doubled-word",
    family: Family::Style,
    summary: "a word stands twice",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("doubled_word.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        let mut last: Option<Range<usize>> = None;
        for word in scan::words(text) {
            if let Some(last) = last.replace(word.clone())
                && is_doubled(text, &last, &word)
            {
                let twice = text.get(word.clone()).unwrap_or_default();
                let range = prose.source_range(last.end..word.end);
                let between = prose.source_range(last.end..word.start);
                let is_plain = draft
                    .source
                    .slice(between)
                    .chars()
                    .all(|c| c.is_whitespace() || c == '>');
                let fix = Fix::editorial("take the second out", [Edit::delete(range)]);
                report
                    .flag(
                        prose.source_range(last.start..word.end),
                        format!("“{twice}” stands twice"),
                    )
                    .fixes(is_plain.then_some(fix));
            }
        }
    }
}

/// Words that grammar may put side by side.
const RIGHT_TWICE: &[&str] = &["that", "had"];

fn is_doubled(text: &str, first: &Range<usize>, second: &Range<usize>) -> bool {
    // Only a space between them, and lengths that can agree: most pairs end here.
    if first.len() != second.len() || second.start != first.end + 1 {
        return false;
    }
    let (Some(one), Some(two)) = (text.get(first.clone()), text.get(second.clone()))
    else {
        return false;
    };
    // A name may be doubled: “Baden Baden”.
    let is_word = two.chars().all(char::is_lowercase);
    let is_between_spaces = text.as_bytes().get(first.end) == Some(&b' ');
    is_word
        && is_between_spaces
        && one.eq_ignore_ascii_case(two)
        && !RIGHT_TWICE.contains(&two)
}
