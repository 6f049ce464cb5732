//! What drafters say about the text, as comments of Word.

use std::cell::RefCell;
use std::fmt::Write;

use super::xml::{DECLARATION, Face, NAMESPACES, escaped, paragraph, run};

/// The longest name of a delegation or person before a comment.
const LONGEST_AUTHOR: usize = 60;

/// The comments, in the order in which the parts call them.
#[derive(Default)]
pub(super) struct Comments {
    words: RefCell<Vec<String>>,
}

impl Comments {
    /// Adds a comment, and gives the run that calls it.
    pub(super) fn add(&self, words: &str) -> String {
        let mut all = self.words.borrow_mut();
        let id = all.len();
        all.push(words.to_owned());
        format!("<w:r><w:commentReference w:id=\"{id}\"/></w:r>")
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.words.borrow().is_empty()
    }

    /// The part with the comments. “EU: reserves” is said by the EU.
    pub(super) fn part(&self) -> String {
        let mut xml = format!("{DECLARATION}<w:comments {NAMESPACES}>");
        for (id, comment) in self.words.borrow().iter().enumerate() {
            let (author, words) = comment
                .split_once(": ")
                .filter(|(author, _)| author.len() <= LONGEST_AUTHOR)
                .unwrap_or(("", comment));
            let author = escaped(author);
            let words = paragraph("", "", &run(words, Face::default()));
            let _ = write!(
                xml,
                "<w:comment w:id=\"{id}\" w:author=\"{author}\">{words}</w:comment>"
            );
        }
        xml.push_str("</w:comments>");
        xml
    }
}
