//! The places in the text to which references lead. A reference is a field with the
//! number that Word gives the paragraph, so that it follows when Word counts anew.

use std::collections::HashSet;

use super::numbering::Numbering;
use super::xml::{Face, field};
use crate::render::composition::{Block, Composition, Run};

/// The longest name that Word takes.
const LONGEST: usize = 40;

/// The names of the numbered paragraphs, by the place of their blocks.
pub(super) struct Bookmarks {
    names: Vec<Option<String>>,
}

impl Bookmarks {
    /// Names every paragraph that Word counts: “OP 6 (b)” is `OP_6_b`.
    pub(super) fn of(blocks: &[Block], numbering: &Numbering) -> Self {
        let mut used = HashSet::new();
        let mut name = |(index, block): (usize, &Block)| {
            numbering.place(index)?;
            let name = name_of(block.label.as_deref()?)?;
            used.insert(name.clone()).then_some(name)
        };
        Self { names: blocks.iter().enumerate().map(&mut name).collect() }
    }

    /// The words of a block inside its bookmark, if it has one.
    pub(super) fn around(&self, block: usize, words: &str) -> String {
        let Some(name) = self.names.get(block).and_then(Option::as_ref) else {
            return words.to_owned();
        };
        format!(
            "<w:bookmarkStart w:id=\"{block}\" w:name=\"{name}\"/>{words}<w:bookmarkEnd w:id=\"{block}\"/>"
        )
    }

    /// The field of words that repeat the number of a block, or `None` where Word would
    /// say something else.
    pub(super) fn reference(
        &self,
        composition: &Composition,
        run: &Run,
        face: Face,
    ) -> Option<String> {
        let target = run.refers_to?;
        let name = self.names.get(target)?.as_ref()?;
        let number = composition.blocks.get(target)?.number.as_deref()?;
        // Word leaves the full stop out.
        if number.trim_end_matches('.') != run.text {
            return None;
        }
        // Of a letter, the number of its paragraph is said already.
        let of = if number.starts_with('(') { "n" } else { "w" };
        Some(field(&format!(" REF {name} \\{of} \\h "), &run.text, face))
    }
}

/// A name of letters, figures and low lines, as Word wants it. Annexes have no labels of
/// their own.
fn name_of(label: &str) -> Option<String> {
    let words = label.split(|c: char| !c.is_ascii_alphanumeric());
    let name = words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("_");
    let is_of_text = label.contains("OP ") || label.contains("PP ");
    (is_of_text && label.is_ascii() && name.len() <= LONGEST).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::name_of;

    #[test]
    fn a_name_has_no_signs() {
        assert_eq!(name_of("II OP 6 (b) (i)").as_deref(), Some("II_OP_6_b_i"));
        assert_eq!(name_of("annex (a)"), None);
    }
}
