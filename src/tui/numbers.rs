//! The numbers of operative paragraphs, put in order.

use crate::lint::Draft;
use crate::text::Edit;

/// The edits that number the operative paragraphs anew.
pub(super) fn edits(draft: &Draft) -> Vec<Edit> {
    let mut edits = Vec::new();
    for part in draft.resolution.with_parts() {
        let markers = part.operative().filter_map(|paragraph| paragraph.marker.as_ref());
        for (index, marker) in markers.enumerate() {
            let number = format!("{}.", index + 1);
            if marker.text != number {
                edits.push(Edit::replace(marker.range, number));
            }
        }
    }
    edits
}
