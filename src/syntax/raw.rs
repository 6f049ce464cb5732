//! Paragraphs of which only their own characters are known.

use super::blocks::{Block, BlockKind};
use super::inline::{prose, quoted_prose};
use crate::conventions::numbering::{ParsedMarker, parse_marker};
use crate::model::{MarkKind, Prose};
use crate::text::{Source, TextRange};

/// A paragraph of which only its own characters are known.
#[derive(Debug)]
pub(super) struct Raw {
    /// Marker and words.
    pub(super) range: TextRange,
    pub(super) marker: Option<(ParsedMarker, TextRange)>,
    pub(super) prose: Prose,
    /// The columns of white space before it.
    pub(super) indentation: usize,
    pub(super) is_quoted: bool,
    pub(super) is_table: bool,
}

impl Raw {
    /// Reads a block of running text.
    pub(super) fn read(source: &Source, block: &Block) -> Self {
        let text = source.slice(block.range);
        let lead = text.len() - text.trim_start().len();
        let start = block.range.start() + lead;
        let range = TextRange::new(start, start + text.trim().len());
        if block.kind == BlockKind::Quote {
            return Self {
                prose: quoted_prose(source, range),
                is_quoted: true,
                ..Self::plain(source, range)
            };
        }
        let added = whole_addition(source.slice(range));
        let inner = if added { shrink(range, "{++".len(), "++}".len()) } else { range };
        let marker = marker_at(source, inner);
        let words_start = marker.as_ref().map_or(inner.start(), |(_, place)| {
            let after = source.slice(TextRange::new(place.end(), inner.end()));
            place.end() + (after.len() - after.trim_start().len())
        });
        let mut prose = prose(source, TextRange::new(words_start, inner.end()));
        if added {
            let kind = MarkKind::Added;
            prose.marks.insert(
                0,
                crate::model::Mark { kind, covers: 0..prose.text.len(), range },
            );
        }
        Self {
            range,
            marker,
            prose,
            indentation: columns(text, lead),
            is_quoted: false,
            is_table: block.kind == BlockKind::Table,
        }
    }

    /// Takes words that no marker opens, such as a heading in an annex.
    pub(super) fn plain(source: &Source, range: TextRange) -> Self {
        let prose = prose(source, range);
        Self {
            range,
            marker: None,
            prose,
            indentation: 0,
            is_quoted: false,
            is_table: false,
        }
    }
}

/// Whether the whole paragraph is an addition: `{++4 bis. Requests …;++}`.
fn whole_addition(text: &str) -> bool {
    let inner = text.strip_prefix("{++").and_then(|rest| rest.strip_suffix("++}"));
    inner.is_some_and(|inner| !inner.contains("++}"))
}

fn shrink(range: TextRange, before: usize, after: usize) -> TextRange {
    TextRange::new(range.start() + before, range.end() - after)
}

fn columns(text: &str, lead: usize) -> usize {
    let before = text.get(..lead).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn marker_at(source: &Source, range: TextRange) -> Option<(ParsedMarker, TextRange)> {
    let parsed = parse_marker(source.slice(range))?;
    Some((parsed, TextRange::new(range.start(), range.start() + parsed.len)))
}
