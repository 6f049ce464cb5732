//! A paragraph is split, joined with the next, copied or taken out.

use crate::conventions::Language;
use crate::lint::Draft;
use crate::model::Mark;
use crate::text::{Edit, TextRange};

use super::settling::Change;
use super::site::{Site, indent, whole};
use super::{Numbering, Refusal};

pub(super) fn split(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let prose = &site.paragraph.prose;
    let at = prose.offset_of(cursor);
    let (head, tail) = prose.text.split_at_checked(at).ok_or(Refusal::NothingToSplit)?;
    let (head, rest) = (head.trim_end(), tail.trim_start());
    let has_words = |text: &str| text.contains(char::is_alphanumeric);
    let is_inside = prose.range.start() < cursor && cursor < prose.range.end();
    if !is_inside || !has_words(head) || !has_words(rest) {
        return Err(Refusal::NothingToSplit);
    }
    let cuts = |mark: &Mark| mark.range.start() < cursor && cursor < mark.range.end();
    if prose.marks.iter().any(cuts) {
        return Err(Refusal::InsideMark);
    }
    let gap = white_space_around(draft, cursor);
    let indent = indent(draft, site.paragraph.range.start()).unwrap_or_default();
    let marker = site.next_marker(draft.resolution.language, numbering);
    let mut edits = vec![Edit::replace(gap, format!("\n\n{indent}{marker}"))];
    edits.extend(in_other_case(draft, letter_at(draft, gap.end()), str::to_uppercase));
    let touched = site.paragraph.range;
    let mut change = Change::of(draft, &edits, gap.start(), touched, "split in two");
    change.cursor += 2 + indent.len() + marker.len();
    Ok(change)
}

pub(super) fn join(draft: &Draft, site: &Site) -> Result<Change, Refusal> {
    let below = site.below().ok_or(Refusal::Last)?;
    if !site.paragraph.children.is_empty() {
        return Err(Refusal::ListBetween);
    }
    let (upper, lower) = (&site.paragraph.prose, &below.prose);
    let words =
        upper.text.trim_end_matches([',', ';', '.', ':', '，', '；', '。', '：', ' ']);
    let mark = match draft.resolution.language {
        Language::Zh => "，",
        _ => ", ",
    };
    let end = upper.source_end(words.len());
    let mut edits = Vec::new();
    let terminator = upper.source_range(words.len()..upper.text.trim_end().len());
    if !terminator.is_empty() && terminator.end() <= site.paragraph.range.end() {
        edits.push(Edit::delete(terminator));
    }
    let between = TextRange::new(site.paragraph.range.end(), lower.range.start());
    let gap = TextRange::new(between.start(), below.range.start());
    if !draft.source.slice(gap).trim().is_empty() {
        return Err(Refusal::CommentBetween);
    }
    edits.push(Edit::replace(between, mark));
    if below.opening.is_some() {
        let first = letter_at(draft, lower.source_start(0));
        edits.extend(in_other_case(draft, first, str::to_lowercase));
    }
    let touched = TextRange::new(site.paragraph.range.start(), below.range.end());
    Ok(Change::of(draft, &edits, end, touched, "joined"))
}

pub(super) fn duplicate(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let paragraph = site.paragraph;
    if paragraph.degree > 0 && paragraph.marker.is_none() {
        return Err(Refusal::Continuation);
    }
    let words = TextRange::new(paragraph.prose.range.start(), paragraph.range.end());
    let indent = indent(draft, paragraph.range.start()).unwrap_or_default();
    let marker = site.next_marker(draft.resolution.language, numbering);
    let copy = format!("\n\n{indent}{marker}{}", draft.source.slice(words));
    let end = paragraph.range.end();
    let begins = end + 2 + indent.len() + marker.len();
    let into = cursor.saturating_sub(words.start());
    let touched = TextRange::new(paragraph.range.start(), end);
    let length = copy.len();
    let mut change =
        Change::of(draft, &[Edit::insert(end, copy)], cursor, touched, "copied below");
    change.cursor = begins + into;
    change.touched = TextRange::new(touched.start(), end + length);
    Ok(change)
}

pub(super) fn delete(draft: &Draft, site: &Site) -> Change {
    let gone = with_its_gap(draft, whole(draft, site.paragraph));
    let at = TextRange::empty(gone.start());
    Change::of(draft, &[Edit::delete(gone)], gone.start(), at, "deleted")
}

/// A paragraph with the blank lines that go with it: those below, or above the last.
pub(super) fn with_its_gap(draft: &Draft, range: TextRange) -> TextRange {
    let text = draft.source.text();
    let lead = indent(draft, range.start()).map_or(0, str::len);
    let start = range.start() - lead;
    let rest = text.get(range.end()..).unwrap_or_default();
    let blank = rest.len() - rest.trim_start().len();
    if blank < rest.len() {
        // The indentation of what follows stays with it.
        let next = indent(draft, range.end() + blank).map_or(0, str::len);
        return TextRange::new(start, range.end() + blank - next);
    }
    let head = text.get(..start).unwrap_or_default().trim_end();
    TextRange::new(head.len(), range.end())
}

/// The white space in which a place stands.
fn white_space_around(draft: &Draft, at: usize) -> TextRange {
    let (head, rest) = draft.source.text().split_at_checked(at).unwrap_or_default();
    let end = at + rest.len() - rest.trim_start().len();
    TextRange::new(head.trim_end().len(), end)
}

fn letter_at(draft: &Draft, at: usize) -> TextRange {
    let rest = draft.source.text().get(at..).unwrap_or_default();
    TextRange::new(at, at + rest.chars().next().map_or(0, char::len_utf8))
}

/// A letter in the other case, if it has one.
fn in_other_case(
    draft: &Draft,
    letter: TextRange,
    case: fn(&str) -> String,
) -> Option<Edit> {
    let written = draft.source.slice(letter);
    let other = case(written);
    (other != written).then(|| Edit::replace(letter, other))
}
