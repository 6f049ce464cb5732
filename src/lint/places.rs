//! What a person calls a place in a draft.

use crate::model::{Footnote, Paragraph, Resolution};
use crate::text::TextRange;

/// The places of a draft in the order of the source, so that each is found by bisection.
pub(super) struct Places<'a> {
    resolution: &'a Resolution,
    /// Paragraphs and subparagraphs by where they start, each with its parent.
    paragraphs: Vec<(&'a Paragraph, Option<usize>)>,
    footnotes: Vec<&'a Footnote>,
}

impl<'a> Places<'a> {
    pub(super) fn of(resolution: &'a Resolution) -> Self {
        let sections = resolution.with_parts().flat_map(|part| &part.sections);
        let mut tops: Vec<&Paragraph> = sections
            .flat_map(|section| section.preambular.iter().chain(&section.operative))
            .collect();
        tops.sort_by_key(|top| top.range.start());
        let mut paragraphs = Vec::with_capacity(tops.len());
        for top in tops {
            add(top, None, &mut paragraphs);
        }
        let mut footnotes: Vec<&Footnote> = resolution.footnotes.iter().collect();
        footnotes.sort_by_key(|note| note.range.start());
        Self { resolution, paragraphs, footnotes }
    }

    /// `OP 2 (a)`, `title`, `footnote 1`.
    pub(super) fn name(&self, offset: usize) -> Option<String> {
        if let Some(paragraph) = self.paragraph(offset) {
            return Some(paragraph.label.clone());
        }
        let holds = |range: TextRange| holds(range, offset) && !range.is_empty();
        let after = self.footnotes.partition_point(|note| note.range.start() <= offset);
        let note = after.checked_sub(1).and_then(|index| self.footnotes.get(index));
        if let Some(note) = note.filter(|note| holds(note.range)) {
            return Some(format!("footnote {}", note.mark));
        }
        let resolution = self.resolution;
        if resolution.annexes.iter().any(|annex| holds(annex.range)) {
            return Some("annex".to_owned());
        }
        if resolution.title.as_ref().is_some_and(|title| holds(title.range)) {
            return Some("title".to_owned());
        }
        if holds(resolution.sponsors.range) {
            return Some("sponsors".to_owned());
        }
        let front_matter = resolution.front_matter.as_ref()?;
        holds(front_matter.range).then(|| "masthead".to_owned())
    }

    /// The innermost paragraph that holds the offset.
    pub(super) fn paragraph(&self, offset: usize) -> Option<&'a Paragraph> {
        let starts = |(paragraph, _): &(&Paragraph, _)| paragraph.range.start() <= offset;
        let mut place = self.paragraphs.partition_point(starts).checked_sub(1);
        while let Some((paragraph, parent)) =
            place.and_then(|place| self.paragraphs.get(place))
        {
            if holds(paragraph.range, offset) {
                return Some(paragraph);
            }
            place = *parent;
        }
        None
    }
}

fn holds(range: TextRange, offset: usize) -> bool {
    range.start() <= offset && offset <= range.end()
}

fn add<'a>(
    paragraph: &'a Paragraph,
    parent: Option<usize>,
    paragraphs: &mut Vec<(&'a Paragraph, Option<usize>)>,
) {
    let place = paragraphs.len();
    paragraphs.push((paragraph, parent));
    for child in &paragraph.children {
        add(child, Some(place), paragraphs);
    }
}
