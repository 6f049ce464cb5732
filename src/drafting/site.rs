//! See [`Site`].

use crate::conventions::Language;
use crate::conventions::numbering::{LATIN_SUFFIXES, marker_text_in};
use crate::conventions::opening_phrases::Part;
use crate::lint::Draft;
use crate::model::{Paragraph, Resolution};
use crate::text::TextRange;

use super::Numbering;

/// A paragraph and where it stands among the others.
#[derive(Debug)]
pub(super) struct Site<'a> {
    pub(super) paragraph: &'a Paragraph,
    /// The paragraphs beside it: those of its part and section, or of its list.
    pub(super) siblings: &'a [Paragraph],
    /// Its place among them.
    pub(super) index: usize,
    /// The paragraph in whose list it stands.
    pub(super) parent: Option<&'a Paragraph>,
    /// The resolution, or the part A, B …, to which it belongs.
    pub(super) resolution: &'a Resolution,
}

impl<'a> Site<'a> {
    /// The innermost paragraph at a place.
    pub(super) fn at(draft: &Draft<'a>, offset: usize) -> Option<Self> {
        draft.resolution.with_parts().find_map(|resolution| {
            resolution.sections.iter().find_map(|section| {
                [&section.preambular, &section.operative]
                    .into_iter()
                    .find_map(|list| Self::among(list, None, resolution, offset))
            })
        })
    }

    fn among(
        siblings: &'a [Paragraph],
        parent: Option<&'a Paragraph>,
        resolution: &'a Resolution,
        offset: usize,
    ) -> Option<Self> {
        let holds = |paragraph: &Paragraph| {
            paragraph.range.start() <= offset && offset <= paragraph.range.end()
        };
        let index = siblings.iter().position(holds)?;
        let paragraph = &siblings[index];
        let inner = Self::among(&paragraph.children, Some(paragraph), resolution, offset);
        inner.or(Some(Self { paragraph, siblings, index, parent, resolution }))
    }

    /// The paragraph above it in its list.
    pub(super) fn above(&self) -> Option<&'a Paragraph> {
        self.index.checked_sub(1).and_then(|above| self.siblings.get(above))
    }

    /// The paragraph below it in its list.
    pub(super) fn below(&self) -> Option<&'a Paragraph> {
        self.siblings.get(self.index + 1)
    }

    /// Whether it is an operative paragraph, or below one.
    pub(super) fn is_operative(&self) -> bool {
        self.paragraph.part == Part::Operative
    }

    /// The marker of a paragraph that is put in behind it, with the space after it. In
    /// lists it is the next letter, which the letters below then give way to.
    pub(super) fn next_marker(&self, language: Language, numbering: Numbering) -> String {
        let Some(marker) = &self.paragraph.marker else {
            // A single operative paragraph has no number; two have.
            let is_numbered = self.is_operative() && self.parent.is_none();
            return if is_numbered { "#. ".to_owned() } else { String::new() };
        };
        let ordinal = marker.ordinal.unwrap_or(1);
        let keeps = numbering == Numbering::Keep && self.below().is_some();
        match (self.paragraph.degree, keeps) {
            (0, true) => format!("{ordinal} {}. ", self.free_suffix(ordinal)),
            (0, false) if numbering == Numbering::Renumber => "#. ".to_owned(),
            (degree, _) => format!("{} ", marker_text_in(language, degree, ordinal + 1)),
        }
    }

    /// The first of “bis”, “ter” … that no paragraph of that number has.
    fn free_suffix(&self, ordinal: u32) -> &'static str {
        let is_taken = |suffix: &str| {
            self.siblings.iter().filter_map(|sibling| sibling.marker.as_ref()).any(
                |marker| {
                    marker.ordinal == Some(ordinal)
                        && marker.suffix.as_deref() == Some(suffix)
                },
            )
        };
        let free = LATIN_SUFFIXES.iter().find(|suffix| !is_taken(suffix));
        free.copied().unwrap_or("bis")
    }
}

/// A paragraph with the comments that silence rules in it, which stand before it.
pub(super) fn whole(draft: &Draft, paragraph: &Paragraph) -> TextRange {
    let mut start = paragraph.range.start();
    for allowance in draft.resolution.allowances.iter().rev() {
        let end = allowance.range.end();
        let is_before = end <= start && {
            let between = draft.source.slice(TextRange::new(end, start));
            between.trim().is_empty()
        };
        if is_before {
            start = allowance.range.start();
        }
    }
    TextRange::new(start, paragraph.range.end())
}

/// The white space between the start of the line and a place; `None` where words stand
/// before it.
pub(super) fn indent<'a>(draft: &Draft<'a>, at: usize) -> Option<&'a str> {
    let head = draft.source.slice(TextRange::new(0, at));
    let line = head.rfind('\n').map_or(0, |end| end + 1);
    head.get(line..).filter(|space| space.trim().is_empty())
}
