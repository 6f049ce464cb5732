//! Small steps through running text that several rules take.

use std::ops::Range;

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
        let rest = text.get(at..)?;
        let start = at + rest.find(char::is_alphanumeric)?;
        let word = text.get(start..)?;
        let len = word.find(|c: char| !is_of_word(c)).unwrap_or(word.len());
        at = start + len;
        let word = text.get(start..at)?.trim_end_matches(|c: char| !c.is_alphanumeric());
        Some(start..start + word.len())
    })
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '\u{2011}')
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
    for (at, mark) in text.match_indices(['“', '”', '«', '»', '《', '》']) {
        match (mark, open) {
            ("“" | "«" | "《", _) => open = Some(at),
            (_, Some(start)) => {
                found.push(start..at + mark.len());
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
