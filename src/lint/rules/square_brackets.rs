use std::ops::Range;

use crate::lint::placeholders::{brackets, is_slot, open_text};
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::model::Prose;

pub(super) static RULE: Rule = Rule {
    name: "square-brackets",
    family: Family::Submission,
    summary: "text is still in square brackets",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("square_brackets.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let titles: Vec<Prose> = draft
        .resolution
        .with_parts()
        .filter_map(|part| part.title.as_ref())
        .map(|title| crate::syntax::prose(draft.source, title.range))
        .collect();
    for prose in open_text(draft).chain(&titles) {
        let text = prose.text.as_str();
        let brackets = brackets(text);
        let quoted = if brackets.is_empty() { Vec::new() } else { quoted(text) };
        for place in brackets {
            let written = text.get(place.clone()).unwrap_or_default();
            let is_plain = draft
                .source
                .text()
                .get(..prose.source_start(place.start))
                .is_some_and(|before| before.ends_with('\\'));
            let is_link = text.get(place.end..).is_some_and(|rest| rest.starts_with('('));
            let is_quoted = scan::is_within(&quoted, place.start);
            if is_plain
                || is_quoted
                || is_slot(written)
                || is_editorial(written)
                || is_link
            {
                continue;
            }
            let severity =
                if draft.is_adopted() { Severity::Error } else { Severity::Note };
            report
                .flag(
                    prose.source_range(place),
                    "square brackets hold text that is not agreed",
                )
                .help("take them out with what the negotiation settles")
                .severity(severity);
        }
    }
}

/// The quotations, the last to the end of the text where it goes on in the next paragraph.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut quoted = scan::quoted(text);
    let last_end = quoted.last().map_or(0, |range| range.end);
    let rest = text.get(last_end..).unwrap_or_default();
    let unclosed = rest.find(['“', '«', '《']).map(|at| last_end + at..text.len());
    quoted.extend(unclosed);
    quoted
}

/// Whether the brackets are the editors’ own: a vote, where the text comes from, a symbol
/// or the number of a note, a word put into a quotation.
fn is_editorial(written: &str) -> bool {
    const OPENINGS: &[&str] =
        &["Adopted", "on the report of", "On the report of", "without reference", "sic"];
    let inner = written.trim_start_matches('[').trim_end_matches(']').trim();
    let is_note = !inner.is_empty()
        && inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '*' | '†' | ',' | ' '));
    let is_symbol = scan::is_address_or_symbol(inner);
    is_note || is_symbol || OPENINGS.iter().any(|opening| inner.starts_with(opening))
}
