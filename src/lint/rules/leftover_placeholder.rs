use crate::lint::placeholders::{open_text, placeholders};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "leftover-placeholder",
    family: Family::Submission,
    summary: "something is still to be filled in",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("leftover_placeholder.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut flag = |range: TextRange| {
        let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
        let written = draft.source.slice(range);
        report
            .flag(range, format!("“{written}” is still to be filled in"))
            .severity(severity);
    };
    for prose in open_text(draft) {
        for place in placeholders(&prose.text) {
            flag(prose.source_range(place));
        }
    }
    for range in head(draft) {
        let text = draft.source.slice(range);
        let places = placeholders(text).into_iter();
        // The dots of a number that is not given yet are right in a draft.
        for place in
            places.filter(|place| !text.get(place.clone()).is_some_and(is_open_number))
        {
            flag(TextRange::new(range.start() + place.start, range.start() + place.end));
        }
    }
}

/// Titles, number and symbol.
fn head(draft: &Draft) -> Vec<TextRange> {
    let symbol = draft.resolution.masthead.symbol.as_ref().map(|symbol| symbol.range);
    let parts = draft.resolution.with_parts();
    let of_parts = parts.flat_map(|part| part.number.iter().chain(&part.title));
    symbol.into_iter().chain(of_parts.map(|located| located.range)).collect()
}

fn is_open_number(text: &str) -> bool {
    text.ends_with("/...") || text.ends_with("/…")
}
