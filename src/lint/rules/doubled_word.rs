use memchr::memchr_iter;

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
        for space in memchr_iter(b' ', text.as_bytes()) {
            let Some(twice) = doubled(text, space) else { continue };
            let end = space + 1 + twice.len();
            let range = prose.source_range(space..end);
            let between = prose.source_range(space..space + 1);
            let is_plain = draft
                .source
                .slice(between)
                .chars()
                .all(|c| c.is_whitespace() || c == '>');
            let fix = Fix::editorial("take the second out", [Edit::delete(range)]);
            report
                .flag(
                    prose.source_range(space - twice.len()..end),
                    format!("“{twice}” stands twice"),
                )
                .fixes(is_plain.then_some(fix));
        }
    }
}

/// Words that grammar may put side by side.
const RIGHT_TWICE: &[&str] = &["that", "had"];

/// The word that stands on both sides of a space. A name may be doubled: “Baden Baden”.
fn doubled(text: &str, space: usize) -> Option<&str> {
    let rest = text.get(space + 1..)?;
    let len = rest.find(|c: char| !c.is_lowercase()).unwrap_or(rest.len());
    let start = space.checked_sub(len).filter(|_| len > 0)?;
    let (one, two) = (text.get(start..space)?, rest.get(..len)?);
    let is_doubled = one.eq_ignore_ascii_case(two)
        && scan::begins_word(text, start)
        && scan::ends_word(text, space + 1 + len)
        && !RIGHT_TWICE.contains(&two);
    is_doubled.then_some(two)
}
