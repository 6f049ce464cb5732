//! A paragraph changes places with the one above or below it.

use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::TextRange;

use super::Refusal;
use super::settling::Change;
use super::site::{Site, whole};

pub(super) fn up(draft: &Draft, site: &Site, cursor: usize) -> Result<Change, Refusal> {
    let above = site.above().ok_or(Refusal::First)?;
    exchange(draft, above, site.paragraph, cursor, "moved up")
}

pub(super) fn down(draft: &Draft, site: &Site, cursor: usize) -> Result<Change, Refusal> {
    let below = site.below().ok_or(Refusal::Last)?;
    exchange(draft, site.paragraph, below, cursor, "moved down")
}

fn exchange(
    draft: &Draft,
    upper: &Paragraph,
    lower: &Paragraph,
    cursor: usize,
    says: &str,
) -> Result<Change, Refusal> {
    let goes_on =
        |paragraph: &Paragraph| paragraph.degree > 0 && paragraph.marker.is_none();
    if goes_on(upper) || goes_on(lower) {
        return Err(Refusal::Continuation);
    }
    let (one, two) = (whole(draft, upper), whole(draft, lower));
    let slice = |start, end| draft.source.slice(TextRange::new(start, end));
    let between = slice(one.end(), two.start());
    let text = [
        slice(0, one.start()),
        slice(two.start(), two.end()),
        between,
        slice(one.start(), one.end()),
        slice(two.end(), draft.source.text().len()),
    ]
    .concat();
    let cursor = if two.start() <= cursor {
        cursor - (two.start() - one.start())
    } else {
        cursor + (two.end() - one.end())
    };
    let touched = TextRange::new(one.start(), two.end());
    Ok(Change { text, cursor, touched, says: says.to_owned() })
}
