//! From what authors bring to draft text: the other way in.
//!
//! To add a format, write its reader and add it here.

mod raw_text;
mod write;

use crate::conventions::Language;

/// A text of another format, as a draft.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The draft text, front matter included.
    pub text: String,
    /// For each line of `text`, the line of the original it begins on, counted from 1;
    /// 0 where nothing of the original stands on it.
    pub source_lines: Vec<usize>,
    /// What was not carried over: page furniture, job numbers, notes of the conversion.
    pub set_aside: Vec<SetAside>,
    /// The language found.
    pub language: Language,
}

/// Something of the original that has no place in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// The line of the original, counted from 1.
    pub line: usize,
    /// What it was taken for: “job number”, “page number”, “running head”.
    pub what: &'static str,
    /// The words.
    pub text: String,
}

/// Reads raw text: copied or extracted from a document of the United Nations.
pub fn raw_text(text: &str) -> Imported {
    raw_text::read(text)
}
