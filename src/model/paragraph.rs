//! See [`Paragraph`].

use super::Prose;
use crate::conventions::numbering::ParsedMarker;
use crate::conventions::opening_phrases::{Opening, Part, Placement, Repetition};
use crate::text::TextRange;

/// A preambular paragraph, an operative paragraph, a subparagraph of either, or the
/// continuation text after a list: they differ in degree, not in kind.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// The half of the resolution in which it stands.
    pub part: Part,
    /// 0 for the paragraph itself, 1 for (a), 2 for (i), 3 for a., 4 for i.
    pub degree: u8,
    /// How people speak of it: `PP 3`, `OP 6 (a) (i)`, `II OP 3`.
    pub label: String,
    /// Marker, words and everything below it, without the blank lines around.
    pub range: TextRange,
    /// The number or letter as written. Only a single operative paragraph, preambular
    /// paragraphs and continuation text go without.
    pub marker: Option<Marker>,
    /// The words of the paragraph itself: the chapeau, if subparagraphs follow.
    pub prose: Prose,
    /// The phrase that opens it, where it is one of the conventions. `None` in
    /// subparagraphs.
    pub opening: Option<OpeningPhrase>,
    /// The list below it. A child without a marker is continuation text.
    pub children: Vec<Paragraph>,
}

/// A number or letter as written.
#[derive(Debug, Clone)]
pub struct Marker {
    /// The marker alone: `6.`, `(a)`, without the space after it.
    pub range: TextRange,
    /// As written.
    pub text: String,
    /// What it was read as.
    pub parsed: ParsedMarker,
    /// Its place in its sequence, counted from 1: 6 for `6.`, 9 for `(i)` after `(h)`,
    /// 1 for `(i)` after `(a)`. `None` for `#.` and `(#)`.
    pub ordinal: Option<u32>,
    /// The Latin suffix of negotiation: “bis”, “ter”.
    pub suffix: Option<String>,
}

/// The words that open a paragraph.
#[derive(Debug, Clone)]
pub struct OpeningPhrase {
    /// The phrase with its adverbs and companion: “Also reaffirms”, “Guided by”.
    pub text: String,
    /// The phrase of the table: “Reaffirms”.
    pub phrase: String,
    /// The part of the resolution in which such a phrase belongs.
    pub part: Part,
    /// The phrase in the source.
    pub range: TextRange,
    /// How many bytes of the prose are set in italics, from the first.
    pub italic: usize,
    /// “also”, “further” or “once again”, where it stands, and its bytes in the prose.
    pub repetition: Option<(Repetition, Placement, TextRange)>,
    /// As the tables have it; its places are counted from the phrase on.
    pub read: Opening<'static>,
}

impl Paragraph {
    /// The paragraph and everything below it, in reading order.
    pub fn with_descendants(&self) -> Box<dyn Iterator<Item = &Paragraph> + '_> {
        let below = self.children.iter().flat_map(Paragraph::with_descendants);
        Box::new(std::iter::once(self).chain(below))
    }

    /// Whether subparagraphs follow, so that its words are a chapeau.
    pub fn is_chapeau(&self) -> bool {
        self.children.iter().any(|child| child.marker.is_some())
    }

    /// The words of the paragraph and its list that come last in reading order.
    pub fn last_prose(&self) -> &Prose {
        self.children.last().map_or(&self.prose, Paragraph::last_prose)
    }
}

/// The innermost of some paragraphs, in the order of the text, that holds a place.
pub(super) fn innermost_at(list: &[Paragraph], offset: usize) -> Option<&Paragraph> {
    let after = list.partition_point(|paragraph| paragraph.range.start() <= offset);
    let found = list.get(after.checked_sub(1)?)?;
    let holds = offset <= found.range.end();
    holds.then(|| innermost_at(&found.children, offset).unwrap_or(found))
}
