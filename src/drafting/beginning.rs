//! Enter at the end of a paragraph begins the next one, with its number and its ending.

use crate::conventions::Language;
use crate::conventions::numbering::marker_text_in;
use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

use super::settling::{Change, settle};
use super::site::{Site, indent};
use super::{Done, Numbering, kept_if_out_of_order, levels, pieces, with_references};

/// How far a list is set in.
const STEP: &str = "   ";

/// The draft with a paragraph begun behind the one at whose end the cursor stands; the
/// cursor is then before its ending. `None` where Enter is a new line as ever.
///
/// After a chapeau a list begins. On a paragraph that was begun and has no words, Enter
/// takes it out again: from a list it goes back to the paragraph that holds it.
pub fn begin_paragraph(
    draft: &Draft,
    cursor: usize,
    numbering: Numbering,
) -> Option<Done> {
    let begun = |draft: &Draft, cursor| begun(draft, cursor, numbering).ok_or(());
    with_references(draft, cursor, begun).ok()
}

fn begun(draft: &Draft, cursor: usize, numbering: Numbering) -> Option<Done> {
    let numbering = kept_if_out_of_order(draft, numbering);
    let site = Site::at(draft, cursor)?;
    let paragraph = site.paragraph;
    if !paragraph.prose.text.contains(char::is_alphanumeric) {
        return Some(settle(take_back(draft, &site, cursor, numbering)?, numbering));
    }
    let is_numbered = paragraph.marker.is_some() || paragraph.opening.is_some();
    if !is_numbered || !is_at_end(draft, paragraph, cursor) {
        return None;
    }
    let language = draft.resolution.language;
    let own = indent(draft, paragraph.range.start()).unwrap_or_default();
    let ends_with_colon = paragraph.prose.text.trim_end().ends_with([':', '：']);
    let begins_list = ends_with_colon && paragraph.degree < 4;
    let (at, lead) = if begins_list {
        let marker = marker_text_in(language, paragraph.degree + 1, 1);
        (paragraph.prose.range.end(), format!("\n\n{own}{STEP}{marker} "))
    } else {
        let marker = site.next_marker(language, numbering);
        (paragraph.range.end(), format!("\n\n{own}{marker}"))
    };
    let mark = if language == Language::Zh { "；" } else { ";" };
    let edit = Edit::insert(at, format!("{lead}{mark}"));
    let touched = TextRange::new(paragraph.range.start(), at);
    let mut change = Change::of(draft, &[edit], at, touched, "");
    change.cursor = at + lead.len();
    change.touched = TextRange::new(touched.start(), at + lead.len() + mark.len());
    Some(settle(change, numbering))
}

/// A paragraph without words goes: out of the list that holds it, or out of the text.
fn take_back(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Option<Change> {
    site.paragraph.marker.as_ref()?;
    match site.parent {
        Some(_) => levels::promote(draft, site, cursor, numbering).ok(),
        None => Some(pieces::delete(draft, site)),
    }
}

/// Whether nothing but the ending and calls for notes stand between the cursor and the
/// end of the words.
fn is_at_end(draft: &Draft, paragraph: &Paragraph, cursor: usize) -> bool {
    let prose = &paragraph.prose;
    let rest = TextRange::new(cursor.min(prose.range.end()), prose.range.end());
    let is_ending = |c: char| !c.is_alphanumeric();
    cursor <= prose.range.end() && {
        let rest = draft.source.slice(rest);
        let rest = rest.split("[^").next().unwrap_or_default();
        rest.chars().all(is_ending)
    }
}
