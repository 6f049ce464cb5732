//! A paragraph is raised or lowered by a degree, its list with it.

use crate::conventions::numbering::marker_text_in;
use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

use super::settling::Change;
use super::site::{Site, indent};
use super::{Numbering, Refusal};

/// How far each degree is set in, where the draft does not show it.
const STEP: usize = 3;

pub(super) fn promote(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let parent = site.parent.ok_or(Refusal::Highest)?;
    if site.paragraph.marker.is_none() {
        return Err(Refusal::Continuation);
    }
    let holder = Site::at(draft, parent.range.start()).ok_or(Refusal::NoParagraph)?;
    let marker = holder.next_marker(draft.resolution.language, numbering);
    let mut edits = below(draft, site.paragraph, -1, marker.trim_end().to_owned());
    let indent_of_parent = indent(draft, parent.range.start()).unwrap_or_default().len();
    edits.extend(set_in(draft, site.paragraph, indent_of_parent));
    let touched = site.paragraph.range;
    Ok(Change::of(draft, &edits, cursor, touched, "raised"))
}

pub(super) fn demote(
    draft: &Draft,
    site: &Site,
    cursor: usize,
) -> Result<Change, Refusal> {
    let paragraph = site.paragraph;
    if paragraph.degree > 0 && paragraph.marker.is_none() {
        return Err(Refusal::Continuation);
    }
    if paragraph.degree == 0 && !site.is_operative() {
        return Err(Refusal::NotLowered);
    }
    if paragraph.with_descendants().any(|below| below.degree >= 4) {
        return Err(Refusal::Deepest);
    }
    let above = site.above().ok_or(Refusal::First)?;
    let list = above.children.iter().rev().filter_map(|child| child.marker.as_ref());
    let ordinal = list.clone().next().and_then(|last| last.ordinal).unwrap_or(0) + 1;
    let degree = paragraph.degree + 1;
    let marker = marker_text_in(draft.resolution.language, degree, ordinal);
    let mut edits = below(draft, paragraph, 1, marker);
    let of_list =
        above.children.last().and_then(|child| indent(draft, child.range.start()));
    let own = indent(draft, paragraph.range.start()).unwrap_or_default().len();
    edits.extend(set_in(draft, paragraph, of_list.map_or(own + STEP, str::len)));
    Ok(Change::of(draft, &edits, cursor, paragraph.range, "lowered"))
}

/// The new markers of a paragraph and of its list, each a degree up or down.
fn below(draft: &Draft, paragraph: &Paragraph, by: i8, marker: String) -> Vec<Edit> {
    let mut edits = vec![marked(paragraph, marker)];
    for child in paragraph.with_descendants().skip(1) {
        let Some(written) = &child.marker else { continue };
        let degree = child.degree.saturating_add_signed(by);
        let ordinal = written.ordinal.unwrap_or(1);
        let text = marker_text_in(draft.resolution.language, degree, ordinal);
        edits.push(marked(child, text));
    }
    edits
}

fn marked(paragraph: &Paragraph, text: String) -> Edit {
    match &paragraph.marker {
        Some(marker) if text.is_empty() => {
            // Without a marker the space after it goes too.
            let words = paragraph.prose.range.start().max(marker.range.end());
            Edit::delete(TextRange::new(marker.range.start(), words))
        }
        Some(marker) => Edit::replace(marker.range, text),
        None => Edit::insert(paragraph.prose.range.start(), format!("{text} ")),
    }
}

/// Sets every line of a paragraph in, so that the first stands at a column.
fn set_in(draft: &Draft, paragraph: &Paragraph, column: usize) -> Vec<Edit> {
    let start = paragraph.range.start();
    let Some(first) = indent(draft, start) else { return Vec::new() };
    let (from, to) = (first.len(), column);
    let mut edits = Vec::new();
    let mut at = start - from;
    for line in draft.source.slice(TextRange::new(at, paragraph.range.end())).split('\n')
    {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        if !line.trim().is_empty() && from < to {
            edits.push(Edit::insert(at, " ".repeat(to - from)));
        } else if !line.trim().is_empty() && spaces > 0 && to < from {
            let taken = spaces.min(from - to);
            edits.push(Edit::delete(TextRange::new(at, at + taken)));
        }
        at += line.len() + 1;
    }
    edits
}
