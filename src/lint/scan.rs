//! Small steps through running text that several rules take.

use std::ops::Range;

use memchr::memchr3_iter;

use super::Draft;
use crate::model::{Paragraph, Prose, Resolution};

/// The character before a byte offset.
pub(super) fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character at a byte offset.
pub(super) fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The words of a text: runs of letters, with apostrophes and hyphens inside them.
pub(super) fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        while !letter_at(text, at) {
            at += 1;
            bytes.get(at)?;
        }
        let start = at;
        // Nearly every letter is ASCII: only the others are looked at as characters.
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => at += 1,
                _ => match after(text, at).filter(|c| is_of_word(*c)) {
                    Some(c) => at += c.len_utf8(),
                    None => break,
                },
            }
        }
        let word = text.get(start..at)?.trim_end_matches(|c: char| !c.is_alphanumeric());
        Some(start..start + word.len())
    })
}

/// Whether a letter or figure begins at a byte.
fn letter_at(text: &str, at: usize) -> bool {
    let byte = text.as_bytes().get(at).copied().unwrap_or_default();
    byte.is_ascii_alphanumeric()
        || !byte.is_ascii() && after(text, at).is_some_and(char::is_alphanumeric)
}

/// Whether a word may begin at a place: no letter joins it to what stands before.
pub(super) fn begins_word(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    !head.trim_end_matches(is_joint).ends_with(char::is_alphanumeric)
}

/// Whether a word may end at a place: no letter joins it to what follows.
pub(super) fn ends_word(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    !rest.trim_start_matches(is_joint).starts_with(char::is_alphanumeric)
}

/// What joins two pieces of one word.
fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | '-' | '\u{2011}')
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || is_joint(c)
}

/// The run without white space around a byte offset, as far as it matters: an address or a
/// symbol is seldom longer.
pub(super) fn token(text: &str, at: usize) -> &str {
    const LONGEST: usize = 80;
    let head = text.get(..at).unwrap_or_default();
    let back = head.chars().rev().take(LONGEST).take_while(|c| !c.is_whitespace());
    let start = at - back.map(char::len_utf8).sum::<usize>();
    let rest = text.get(at..).unwrap_or_default();
    let forth = rest.chars().take(LONGEST).take_while(|c| !c.is_whitespace());
    let end = at + forth.map(char::len_utf8).sum::<usize>();
    text.get(start..end).unwrap_or_default()
}

/// Whether a token is an address or a document symbol, whose points and strokes have a
/// grammar of their own.
pub(super) fn is_address_or_symbol(token: &str) -> bool {
    let bare = token.trim_start_matches(['(', '“', '"', '[']);
    let is_symbol = bare.split_once('/').is_some_and(|(organ, _)| {
        !organ.is_empty()
            && organ.len() <= 5
            && organ.bytes().all(|b| b.is_ascii_uppercase())
    });
    is_symbol || token.contains("://") || token.contains("www.") || token.contains('@')
}

/// The stretches of a text inside double curly quotation marks, titles above all. A rule
/// asks [`Draft::is_quoted`], which finds them once.
pub(super) fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut open = None;
    // The first bytes of the three pairs of marks.
    for at in memchr3_iter(b'\xe2', b'\xc2', b'\xe3', text.as_bytes()) {
        match (after(text, at), open) {
            (Some('“' | '«' | '《'), _) => open = Some(at),
            (Some(mark @ ('”' | '»' | '》')), Some(start)) => {
                found.push(start..at + mark.len_utf8());
                open = None;
            }
            _ => {}
        }
    }
    found
}

/// Whether a place is inside one of the ranges, which are in order.
pub(super) fn is_within(ranges: &[Range<usize>], at: usize) -> bool {
    let after = ranges.partition_point(|range| range.start <= at);
    after.checked_sub(1).and_then(|index| ranges.get(index)).is_some_and(|r| at < r.end)
}

/// Whether the paragraph is one of a text that the draft quotes: its lines begin with “>”.
pub(super) fn is_of_quoted_draft(draft: &Draft, prose: &Prose) -> bool {
    let text = draft.source.text();
    let line = text
        .get(..prose.range.start())
        .and_then(|head| head.rfind('\n'))
        .map_or(0, |at| at + 1);
    text.get(line..).is_some_and(|line| line.trim_start().starts_with('>'))
}

/// The running text of a draft: its paragraphs, then those of its annexes. Rows of tables
/// are none.
pub(super) fn running_text<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a Prose> {
    draft.running_text.iter().copied()
}

/// The words with which the organ decides: operative paragraphs and what is below them.
pub(super) fn operative_text<'a>(draft: &Draft<'a>) -> impl Iterator<Item = &'a Prose> {
    let operative = draft.resolutions().flat_map(Resolution::operative);
    operative.flat_map(Paragraph::with_descendants).map(|paragraph| &paragraph.prose)
}

/// The sentence or item of a sentence around a place: between semicolons, or a full stop
/// and a space.
pub(super) fn sentence(text: &str, at: usize) -> Range<usize> {
    let head = text.get(..at).unwrap_or_default();
    let after = |mark: &str| head.rfind(mark).map(|found| found + mark.len());
    let start = after("; ").max(after(". ")).unwrap_or(0);
    let rest = text.get(at..).unwrap_or_default();
    let before = |mark: &str| rest.find(mark);
    let ends = [before(";"), before(". ")].into_iter().flatten();
    start..at + ends.min().unwrap_or(rest.len())
}
