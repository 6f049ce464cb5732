//! Places left open in a draft: “XX”, “TBC”, “[date]”, “L.___”.

use std::ops::Range;

use super::scan;

/// The placeholders in a text, in order.
pub(super) fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if found.last().is_some_and(|last| at < last.end) {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let len = match c {
            '_' => blank_len(rest),
            '[' => bracketed_len(rest),
            'X' | 'T' | 'N' => token_len(text, at),
            _ => None,
        };
        found.extend(len.map(|len| at..at + len));
    }
    found
}

/// A run of underscores, to be filled in by hand.
fn blank_len(rest: &str) -> Option<usize> {
    let len = rest.bytes().take_while(|b| *b == b'_').count();
    (len >= 2).then_some(len)
}

/// What stands in the brackets of a placeholder, in small letters.
const OPEN_WORDS: &[&str] = &[
    "date",
    "number",
    "title",
    "name",
    "place",
    "state",
    "country",
    "symbol",
    "session",
    "x",
    "xx",
    "xxx",
    "tbc",
    "tbd",
    "nn",
    "n",
    "day",
    "month",
    "year",
    "to be confirmed",
    "to be determined",
    "to be decided",
    "to be completed",
    "…",
    "...",
    "●",
    "•",
];

fn bracketed_len(rest: &str) -> Option<usize> {
    const LONGEST: usize = 40;
    let end = rest.char_indices().take(LONGEST).find(|(_, c)| *c == ']')?.0;
    let inner = rest.get(1..end)?.trim().to_lowercase();
    let is_open = OPEN_WORDS.contains(&inner.as_str()) || inner.starts_with("insert ");
    is_open.then_some(end + 1)
}

/// “XX”, “XXX”, “TBC”, “TBD”, “NN”, but not the Roman numeral of “2106 A (XX)” and
/// “Chapter XX”.
fn token_len(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let len = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let token = rest.get(..len)?;
    let before = scan::before(text, at);
    let after = scan::after(text, at + len);
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '-');
    if is_part(before) || is_part(after) {
        return None;
    }
    let is_placeholder = match token {
        "TBC" | "TBD" | "NN" => true,
        _ => len >= 2 && token.bytes().all(|b| b == b'X') && !is_numeral(text, at, after),
    };
    is_placeholder.then_some(len)
}

/// Whether the place is one for a Roman numeral: in brackets, or after the word for a part
/// of a text.
fn is_numeral(text: &str, at: usize, after: Option<char>) -> bool {
    const PARTS: [&str; 12] = [
        "chapter", "part", "section", "annex", "title", "book", "volume", "vol.",
        "protocol", "table", "appendix", "article",
    ];
    let head = text.get(..at).unwrap_or_default();
    let word = head.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
    let is_bracketed = head.ends_with('(') && after == Some(')');
    is_bracketed || PARTS.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            placeholders(text).into_iter().filter_map(|range| text.get(range)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn places_left_open() {
        check(
            "resolution XX/XX of [date], A/80/L.___ (TBC)",
            &["XX", "XX", "[date]", "___", "TBC"],
        );
    }

    #[test]
    fn numerals_and_brackets_of_negotiation_are_none() {
        check("resolution 2106 A (XX), Chapter XX, XXI and [all States]", &[]);
    }
}
