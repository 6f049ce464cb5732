//! After a change: the numbers, then the endings around it.

use crate::fix::apply_edits;
use crate::lint::{self, Draft, Selection, renumbering};
use crate::model::Resolution;
use crate::text::{Edit, Source, TextRange};

use super::{Done, Numbering};

/// The rules that know how paragraphs end.
const ENDINGS: [&str; 4] = [
    "wrong-chapeau-ending",
    "wrong-operative-ending",
    "wrong-preambular-ending",
    "wrong-subparagraph-ending",
];

/// A text in which paragraphs were moved.
#[derive(Debug)]
pub(super) struct Change {
    pub(super) text: String,
    pub(super) cursor: usize,
    /// What was put in, moved or closed up.
    pub(super) touched: TextRange,
    pub(super) says: String,
}

impl Change {
    /// The text with edits in it. `touched` is of the old text.
    pub(super) fn of(
        draft: &Draft,
        edits: &[Edit],
        cursor: usize,
        touched: TextRange,
        says: impl Into<String>,
    ) -> Self {
        let before = Self { text: String::new(), cursor, touched, says: says.into() };
        before.edited(draft.source, edits)
    }

    /// The same after more edits, which are of `source`.
    fn edited(self, source: &Source, edits: &[Edit]) -> Self {
        let listed: Vec<&Edit> = edits.iter().collect();
        let text = apply_edits(source, &listed);
        let start = carried(edits, self.touched.start());
        let end = carried(edits, self.touched.end()).max(start);
        let touched = TextRange::new(start, end);
        Self { text, cursor: carried(edits, self.cursor), touched, ..self }
    }
}

/// Where a place stands after edits. What is put in at the place itself comes after it.
pub(super) fn carried(edits: &[Edit], at: usize) -> usize {
    let (mut added, mut removed) = (0, 0);
    for edit in edits.iter().filter(|edit| edit.range.start() < at) {
        if edit.range.end() <= at {
            added += edit.replacement.len();
            removed += edit.range.len();
        } else {
            // In the midst of what goes: before what comes.
            removed += at - edit.range.start();
        }
    }
    (at + added).saturating_sub(removed)
}

/// Numbers the text anew, if that is wanted, and lets the paragraphs around the change end
/// as usage wants.
pub(super) fn settle(mut change: Change, numbering: Numbering) -> Done {
    let mut source = Source::new(change.text.as_str());
    let mut resolution = crate::syntax::parse(&source);
    let edits = match numbering {
        Numbering::Renumber => renumbering::edits(&Draft::new(&source, &resolution)),
        Numbering::Keep => Vec::new(),
    };
    if !edits.is_empty() {
        change = change.edited(&source, &edits);
        source = Source::new(change.text.as_str());
        resolution = crate::syntax::parse(&source);
    }
    let around = with_neighbours(&resolution, change.touched);
    let found = lint::check_parsed(&source, &resolution, &Selection::only(&ENDINGS));
    let fixes = found
        .into_iter()
        .filter(|found| around.encloses(found.range))
        .filter_map(|found| found.fixes.into_iter().next());
    let edits: Vec<Edit> = fixes.flat_map(|fix| fix.edits).collect();
    let Change { text, cursor, says, .. } = change.edited(&source, &edits);
    Done { text, cursor, says }
}

/// A stretch of the text with the words before and after it, whose endings depend on it.
fn with_neighbours(resolution: &Resolution, touched: TextRange) -> TextRange {
    let (mut start, mut end) = (touched.start(), touched.end());
    let proses = resolution.with_parts().flat_map(Resolution::paragraphs);
    let mut ranges: Vec<TextRange> =
        proses.map(|paragraph| paragraph.prose.range).collect();
    ranges.sort_unstable();
    if let Some(before) = ranges.iter().rfind(|range| range.start() < touched.start()) {
        start = before.start();
    }
    if let Some(after) = ranges.iter().find(|range| range.end() > touched.end()) {
        end = after.end();
    }
    TextRange::new(start, end.max(start))
}
