//! What a drafter leaves open: placeholders, and brackets around text in negotiation.

use std::ops::Range;

use memchr::{memchr2_iter, memchr3_iter};

use super::Draft;
use super::scan;
use crate::model::Prose;
use crate::text::Needle;

/// The words that the starters, and habit, leave in brackets for the drafter to fill in.
const SLOTS: &[&str] = &[
    "achievement",
    "acts",
    "actor",
    "address",
    "agenda item",
    "aim",
    "amount",
    "area",
    "article",
    "author",
    "body",
    "call",
    "clause",
    "conference",
    "countries",
    "country",
    "country name",
    "date",
    "day",
    "demand",
    "disaster",
    "dollar amount",
    "emergency",
    "end",
    "envoy",
    "event",
    "field",
    "final date",
    "first",
    "focus",
    "fund",
    "harm",
    "insert date",
    "instrument",
    "interim date",
    "item",
    "law",
    "location",
    "mandate holder",
    "matter",
    "measure",
    "measures",
    "meeting",
    "mission",
    "month",
    "name",
    "norms",
    "number",
    "objects",
    "observance",
    "organ",
    "organization",
    "outcome",
    "paragraph",
    "participants",
    "period",
    "persons",
    "place",
    "police",
    "policies",
    "process",
    "products",
    "purpose",
    "question",
    "report",
    "report date",
    "resolution",
    "review date",
    "rights",
    "second",
    "section",
    "session",
    "situation",
    "sponsor",
    "sponsors",
    "start",
    "state",
    "status",
    "sub item",
    "subject",
    "symbol",
    "territory",
    "text",
    "theme",
    "third",
    "threatened",
    "title",
    "topic",
    "treaty",
    "troops",
    "year",
    "years",
];

/// The text in which nothing may be left open. The annex of an adopted text may hold a form,
/// with lines to fill in.
pub(super) fn open_text<'a>(
    draft: &'a Draft<'a>,
) -> Box<dyn Iterator<Item = &'a Prose> + 'a> {
    if draft.is_adopted() {
        Box::new(draft.paragraphs().map(|paragraph| &paragraph.prose))
    } else {
        Box::new(scan::running_text(draft))
    }
}

/// Placeholders in running words, as bytes of the text, in order.
pub(super) fn placeholders(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = brackets(text)
        .into_iter()
        .filter(|range| text.get(range.clone()).is_some_and(is_slot))
        .collect();
    found.extend(in_braces(text));
    found.extend(dots_and_lines(text));
    if STAND_INS.iter().any(|hint| hint.is_in(text)) {
        found.extend(scan::words(text).filter(|word| is_stand_in(text, word)));
    }
    if found.is_empty() {
        return found;
    }
    let quoted = scan::quoted(text);
    found.retain(|range| !scan::is_within(&quoted, range.start));
    found.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    // “[XX]” is one placeholder.
    found.retain(|range| {
        let is_apart = range.start >= end;
        end = end.max(range.end);
        is_apart
    });
    found
}

/// The stretches in square brackets, the outermost; one that does not close in the text is
/// its bracket alone.
pub(super) fn brackets(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = Vec::new();
    for at in memchr2_iter(b'[', b']', text.as_bytes()) {
        if text.as_bytes()[at] == b'[' {
            open.push(at);
        } else if let Some(start) = open.pop() {
            found.push(start..at + 1);
        }
    }
    found.extend(open.into_iter().map(|at| at..at + 1));
    found.sort_by_key(|range| range.start);
    let mut end = 0;
    found.retain(|range| {
        let is_outermost = range.start >= end;
        end = end.max(range.end);
        is_outermost
    });
    found
}

/// Whether what stands in brackets waits to be filled in.
pub(super) fn is_slot(bracketed: &str) -> bool {
    let inner = bracketed.trim_start_matches('[').trim_end_matches(']').trim();
    let is_open = inner.chars().all(|c| matches!(c, '.' | '…' | '_' | ' '));
    let is_stand_in = ["xx", "xxx", "xxxx", "tbc", "tbd", "nn", "x", "#"]
        .iter()
        .any(|word| word.eq_ignore_ascii_case(inner));
    bracketed.len() > 1 && (is_open || is_stand_in || SLOTS.contains(&inner))
}

/// “{session}”, which a template leaves where no answer was given.
fn in_braces(text: &str) -> Vec<Range<usize>> {
    let opens = memchr::memchr_iter(b'{', text.as_bytes());
    opens
        .filter_map(|at| {
            let inner = text.get(at + 1..)?;
            let len = inner.find(|c: char| !c.is_ascii_lowercase() && c != '_')?;
            let is_closed = len > 0 && inner.get(len..)?.starts_with('}');
            is_closed.then_some(at..at + len + 2)
        })
        .collect()
}

/// “___”, “…” as a word of its own, and the number that is not known yet, “45/...”.
fn dots_and_lines(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let is_line = text.chars().all(|c| c == '_' || c.is_whitespace());
    // The first byte of “…” is that of other marks too.
    for at in memchr3_iter(b'_', b'\xe2', b'/', text.as_bytes()) {
        let rest = text.get(at..).unwrap_or_default();
        let mark = rest.chars().next();
        let before = scan::before(text, at);
        let is_first = before != Some('_');
        match mark {
            Some('_') if is_first && !is_line => {
                let len = rest.len() - rest.trim_start_matches('_').len();
                found.extend((len >= 3).then_some(at..at + len));
            }
            Some(mark @ '…') => {
                let is_word = before.is_none_or(|c| c.is_whitespace() || c == '(');
                let after = scan::after(text, at + mark.len_utf8());
                let ends = after.is_none_or(|c| !c.is_alphanumeric() && c != '…');
                found.extend((is_word && ends).then_some(at..at + mark.len_utf8()));
            }
            Some('/') => found.extend(open_number(text, at)),
            _ => {}
        }
    }
    found
}

/// “45/...”
fn open_number(text: &str, slash: usize) -> Option<Range<usize>> {
    let before = text.get(..slash)?;
    let digits = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    let rest = text.get(slash + 1..)?;
    let dots = ["...", "…"].into_iter().find(|dots| rest.starts_with(dots))?;
    (digits > 0).then(|| slash - digits..slash + 1 + dots.len())
}

/// Letters of which each stand-in holds some.
static STAND_INS: [Needle; 5] = [
    Needle::new("X"),
    Needle::new("xx"),
    Needle::new("TB"),
    Needle::new("tb"),
    Needle::new("NN"),
];

/// “XX”, “20XX”, “TBC” and their like; but two or three X are a Roman number too.
fn is_stand_in(text: &str, word: &Range<usize>) -> bool {
    let Some(written) = text.get(word.clone()) else { return false };
    match written {
        "TBC" | "TBD" | "tbc" | "tbd" | "NN" | "XXXX" | "xxxx" => true,
        "XX" | "XXX" | "xx" | "xxx" => !is_roman(text, word),
        _ => {
            let head = written.trim_end_matches('X');
            let is_year =
                matches!((head, written.len()), ("19" | "20" | "201" | "202" | "203", 4));
            is_year && written.ends_with('X')
        }
    }
}

/// Nouns whose numbers are Roman.
const COUNTED_IN_ROMAN: &[&str] = &[
    "annex",
    "appendix",
    "article",
    "articles",
    "book",
    "chapter",
    "chapters",
    "decision",
    "division",
    "part",
    "parts",
    "protocol",
    "schedule",
    "section",
    "sections",
    "supplement",
    "title",
    "vol",
    "volume",
    "group",
    "the",
    "table",
    "session",
    "rule",
    "rules",
    "recommendation",
    "regulation",
];

/// Whether the letters may be the number twenty or thirty: “2131 (XX)”, “article XX”.
fn is_roman(text: &str, word: &Range<usize>) -> bool {
    let (before, after) = (scan::before(text, word.start), scan::after(text, word.end));
    let touches = |c: Option<char>| matches!(c, Some('(' | ')' | '-' | '–' | ':'));
    let head = text.get(..word.start).unwrap_or_default().trim_end();
    let mut back = head.rsplit([' ', '\u{a0}', '(']);
    let last = back.next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let goes_on_with_roman = matches!(last.as_str(), "and" | "to" | "or")
        && back.next().is_some_and(is_of_roman_letters);
    let next = text.get(word.end..).unwrap_or_default().trim_start();
    let next = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let is_before_name = next.starts_with(char::is_uppercase)
        && !crate::conventions::calendar::MONTHS.contains(&next);
    head.is_empty()
        || touches(before)
        || touches(after)
        || is_before_name
        || goes_on_with_roman
        || COUNTED_IN_ROMAN.contains(&last.as_str())
}

fn is_of_roman_letters(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| "IVXLC".contains(c))
}
