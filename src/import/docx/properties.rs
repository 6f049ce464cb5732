//! The properties of a file that our own renderer writes: front matter that no page says.

use std::collections::HashMap;

use super::xml::Xml;
use crate::import::ImportError;

/// What the names of our properties begin with.
const PREFIX: &str = "zerodraft.";

/// The marks of notes in the draft: “1=b 2=a”.
const MARKS: &str = "footnote_marks";

/// What the properties say.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// Fields of the front matter.
    pub(super) facts: Vec<(String, String)>,
    /// The marks of notes as printed and as the draft has them, in the order of the draft.
    pub(super) marks: Vec<(String, String)>,
}

impl Properties {
    /// Reads `docProps/custom.xml`.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, ImportError> {
        let mut xml = Xml::new(part, text);
        let mut found = Self::default();
        while let Some(root) = xml.element()? {
            drop(root);
            while let Some(property) = xml.element()? {
                let name = property.attribute("name").unwrap_or_default();
                let value = xml.words()?;
                match name.strip_prefix(PREFIX) {
                    Some(MARKS) => found.marks = marks(&value),
                    Some(field) if is_of_one_field(&value) => {
                        found.facts.push((field.to_owned(), value));
                    }
                    _ => {}
                }
            }
        }
        Ok(found)
    }

    /// The names of notes in the draft by the marks that the page prints, if the page has
    /// the same notes as when it was written.
    pub(super) fn names(&self, notes: usize) -> HashMap<String, String> {
        if notes != self.marks.len() {
            return HashMap::new();
        }
        self.marks.iter().cloned().collect()
    }
}

/// Whether a value stays in its field: what follows the first line is set in.
fn is_of_one_field(value: &str) -> bool {
    value.lines().skip(1).all(|line| line.starts_with("  "))
}

fn marks(value: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (printed, written) = pair.split_once('=')?;
        Some((printed.to_owned(), written.to_owned()))
    };
    value.split(' ').filter_map(pair).collect()
}
