//! The marks in a draft: what is added, struck out, commented or set in italics.

use super::{Draft, Fix};
use crate::model::{Mark, MarkKind, Paragraph, Prose};
use crate::syntax;
use crate::text::{Edit, TextRange};

/// The marks that are wanted, in the order of the text, wherever words stand: title,
/// headings, paragraphs, those struck out whole, notes and annexes.
pub(super) fn marks(draft: &Draft, is_wanted: impl Fn(&MarkKind) -> bool) -> Vec<Mark> {
    let resolution = draft.resolution;
    let titles: Vec<_> = resolution
        .with_parts()
        .filter_map(|part| part.title.as_ref())
        .map(|title| syntax::prose(draft.source, title.range))
        .collect();
    let sections = resolution.with_parts().flat_map(|part| &part.sections);
    let headings = sections.filter_map(|section| section.heading.as_ref());
    let of_annexes = resolution.annexes.iter().flat_map(|annex| {
        let below = annex.paragraphs.iter().flat_map(Paragraph::with_descendants);
        std::iter::once(&annex.title).chain(below.map(|paragraph| &paragraph.prose))
    });
    let proses = titles
        .iter()
        .chain(headings)
        .chain(draft.paragraphs().map(|paragraph| &paragraph.prose))
        .chain(&resolution.struck_out)
        .chain(resolution.footnotes.iter().map(|note| &note.prose))
        .chain(of_annexes);
    let mut found: Vec<Mark> = proses
        .flat_map(|prose| &prose.marks)
        .filter(|mark| is_wanted(&mark.kind))
        .cloned()
        .collect();
    found.sort_by_key(|mark| mark.range);
    found
}

/// Takes the delimiters of italics off their words.
pub(super) fn upright(marks: &[&Mark], prose: &Prose) -> Option<Fix> {
    let mut edits = Vec::new();
    for mark in marks {
        let words = prose.source_range(mark.covers.clone());
        let before = TextRange::new(mark.range.start(), words.start());
        let after = TextRange::new(words.end(), mark.range.end());
        if before.is_empty() || after.is_empty() {
            return None;
        }
        edits.extend([before, after].map(Edit::delete));
    }
    Some(Fix::editorial("write it upright", edits))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Selection, check};
    use crate::text::Source;

    #[test]
    fn italics_that_stop_and_begin_again_are_one_slip() {
        let text = "The General Assembly,\n\n*Recalling* *also* its resolution 70/1,\n\nDecides.\n";
        let italics = Selection::only(&["wrong-italics-in-opening"]);
        assert_eq!(check(&Source::new(text), &italics).len(), 1);
    }
}
