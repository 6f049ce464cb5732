//! A paragraph changes places with the one above or below it.

use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

use super::settling::Change;
use super::site::{Site, whole};
use super::{Numbering, Refusal};

pub(super) fn up(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let above = site.above().ok_or(Refusal::First)?;
    exchange(draft, above, site.paragraph, cursor, numbering, "moved up")
}

pub(super) fn down(
    draft: &Draft,
    site: &Site,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let below = site.below().ok_or(Refusal::Last)?;
    exchange(draft, site.paragraph, below, cursor, numbering, "moved down")
}

fn exchange(
    draft: &Draft,
    upper: &Paragraph,
    lower: &Paragraph,
    cursor: usize,
    numbering: Numbering,
    says: &str,
) -> Result<Change, Refusal> {
    let goes_on =
        |paragraph: &Paragraph| paragraph.degree > 0 && paragraph.marker.is_none();
    if goes_on(upper) || goes_on(lower) {
        return Err(Refusal::Continuation);
    }
    // Only the words change places: a list is read by the order of its letters.
    let stays = numbering == Numbering::Renumber || upper.degree > 0;
    let (one, two) = (whole(draft, upper), whole(draft, lower));
    let [first, second] = if stays {
        [with_marker_of(draft, lower, upper), with_marker_of(draft, upper, lower)]
    } else {
        [two, one].map(|range| draft.source.slice(range).to_owned())
    };
    let moves_up = two.start() <= cursor;
    let from = if moves_up { two } else { one };
    let (moved, to) = if moves_up {
        (&first, one.start())
    } else {
        (&second, one.start() + first.len() + two.start() - one.end())
    };
    // Counted from the end, the cursor stands where it stood whatever the marker is.
    let behind = (from.end() - cursor.min(from.end())).min(moved.len());
    let end = to + moved.len();
    let edits = [Edit::replace(one, first.as_str()), Edit::replace(two, second.as_str())];
    let touched = TextRange::new(one.start(), two.end());
    let mut change = Change::of(draft, &edits, cursor, touched, says);
    change.cursor = end - behind;
    Ok(change)
}

/// A paragraph with the marker of another.
fn with_marker_of(draft: &Draft, paragraph: &Paragraph, other: &Paragraph) -> String {
    let range = whole(draft, paragraph);
    let (Some(own), Some(marker)) = (&paragraph.marker, &other.marker) else {
        return draft.source.slice(range).to_owned();
    };
    let comments = TextRange::new(range.start(), own.range.start());
    let words = TextRange::new(own.range.end(), range.end());
    [
        draft.source.slice(comments),
        draft.source.slice(marker.range),
        draft.source.slice(words),
    ]
    .concat()
}
