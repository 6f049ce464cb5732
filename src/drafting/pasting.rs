//! Numbered text that is pasted takes its place among the numbers.

use crate::conventions::numbering::parse_marker;
use crate::lint::{Draft, renumbering};
use crate::text::{Edit, TextRange};

use super::settling::{Change, settle};
use super::{Done, Numbering, with_references};

/// The draft with numbered paragraphs put in at the cursor, all of them in order.
/// References of the draft follow its own paragraphs. `None` where nothing is numbered, or
/// the numbers are kept.
pub fn paste(
    draft: &Draft,
    cursor: usize,
    text: &str,
    numbering: Numbering,
) -> Option<Done> {
    let is_numbered =
        |line: &str| parse_marker(line.trim_start()).is_some_and(|m| m.is_number());
    let is_wanted = numbering == Numbering::Renumber
        && text.lines().any(is_numbered)
        && renumbering::edits(draft).is_empty();
    if !is_wanted {
        return None;
    }
    let pasted = |draft: &Draft, cursor: usize| {
        let edit = Edit::insert(cursor, text);
        let mut change = Change::of(
            draft,
            &[edit],
            cursor,
            TextRange::empty(cursor),
            "pasted and numbered",
        );
        change.cursor = cursor + text.len();
        change.touched = TextRange::new(cursor, cursor + text.len());
        Ok::<_, ()>(settle(change, numbering))
    };
    with_references(draft, cursor, pasted).ok()
}
