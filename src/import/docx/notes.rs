//! Footnotes, endnotes and comments: what the text calls.

use std::collections::{HashMap, HashSet};

use crate::conventions::numbering::roman_of;
use crate::import::manuscript::{Mark, Note};
use crate::import::{SetAside, furniture};

use super::words::Words;

/// Which notes of Word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Footnote,
    Endnote,
}

/// The notes of a file: written, and as they are called.
#[derive(Debug, Default)]
pub(super) struct Notes {
    written: HashMap<(Kind, String), Words>,
    /// The marks of those that were called, by their ids.
    marks: HashMap<(Kind, String), String>,
    used: HashSet<String>,
    pub(super) called: Vec<Note>,
    pub(super) set_aside: Vec<SetAside>,
    last_number: u32,
    last_numeral: u32,
    has_member_note: bool,
}

/// How a note is called in the text.
pub(super) enum Call {
    /// By a mark that leads to the note.
    Mark(String),
    /// By the asterisk of States that are no members, which is part of the words.
    Asterisk,
}

impl Notes {
    pub(super) fn new(written: HashMap<(Kind, String), Words>) -> Self {
        Self { written, ..Self::default() }
    }

    /// The call of a note, which is numbered by its place unless it has its own mark.
    pub(super) fn call(
        &mut self,
        kind: Kind,
        id: &str,
        own: Option<&str>,
        place: usize,
    ) -> Call {
        let key = (kind, id.to_owned());
        if let Some(mark) = self.marks.get(&key) {
            return Call::Mark(mark.clone());
        }
        let words = self.written.remove(&key).unwrap_or_default();
        let starred = format!("{} {}", own.unwrap_or_default(), words.text);
        if furniture::is_member_note(starred.trim_start()) {
            let text = without_mark(words, own).text;
            self.set_aside.push(SetAside { place, what: "note on sponsors", text });
            self.has_member_note = true;
            return Call::Asterisk;
        }
        let mark = match own.map(mark_of).filter(|own| !own.is_empty()) {
            Some(own) => own,
            None => self.next_number(kind),
        };
        let mark = self.unused(&mark);
        let words = without_mark(words, own);
        let (text, marks) = (words.text, words.marks);
        self.called.push(Note { line: place, mark: mark.clone(), text, marks });
        self.marks.insert(key, mark.clone());
        Call::Mark(mark)
    }

    /// A note is not called a second time, and one that is struck out not at all.
    pub(super) fn leave_out(&mut self, kind: Kind, id: &str, place: usize) {
        if let Some(words) = self.written.remove(&(kind, id.to_owned())) {
            let what = "note of words that are struck out";
            self.set_aside.push(SetAside { place, what, text: words.text });
        }
    }

    fn next_number(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Footnote => {
                self.last_number += 1;
                self.last_number.to_string()
            }
            Kind::Endnote => {
                self.last_numeral += 1;
                roman_of(self.last_numeral)
            }
        }
    }

    /// A mark that no other note has.
    fn unused(&mut self, mark: &str) -> String {
        let mut name = mark.to_owned();
        let mut count = 1;
        while !self.used.insert(name.clone()) {
            count += 1;
            name = format!("{mark}-{count}");
        }
        name
    }

    /// Whether a note with that mark was called.
    pub(super) fn has(&self, mark: &str) -> bool {
        self.used.contains(mark)
    }

    /// Whether asterisks call the note on sponsors.
    pub(super) fn asterisk_is_of_sponsors(&self) -> bool {
        self.has_member_note || !self.has("*")
    }

    /// Adds a note that stands in the text.
    pub(super) fn add(&mut self, place: usize, mark: &str, words: Words) {
        let mark = self.unused(&mark_of(mark));
        let Words { text, marks, .. } = words;
        self.called.push(Note { line: place, mark, text, marks });
    }

    /// The notes that nothing calls keep their words.
    pub(super) fn finish(&mut self) {
        let mut left: Vec<_> = std::mem::take(&mut self.written).into_iter().collect();
        left.retain(|(_, words)| !words.is_empty());
        left.sort_by(|((_, a), _), ((_, b), _)| (a.len(), a).cmp(&(b.len(), b)));
        for (_, words) in left {
            let what = "note that nothing calls";
            self.set_aside.push(SetAside { place: 0, what, text: words.text });
        }
    }
}

/// A mark as the draft can write it.
fn mark_of(mark: &str) -> String {
    mark.chars().filter(|c| !c.is_whitespace() && !matches!(c, '[' | ']' | '^')).collect()
}

/// A note with a mark of its own begins with it.
fn without_mark(mut words: Words, own: Option<&str>) -> Words {
    let Some(own) = own.map(str::trim).filter(|own| !own.is_empty()) else {
        return words;
    };
    // LibreOffice writes the mark a second time.
    while let Some(rest) = words.text.strip_prefix(own) {
        let start = words.text.len() - rest.trim_start().len();
        words = words.part(start..words.text.len());
    }
    words
}

/// Calls by other marks, where the file keeps those of the draft.
pub(super) fn renamed(marks: &mut [Mark], names: &HashMap<String, String>) {
    use crate::import::manuscript::MarkKind;
    for mark in marks {
        if let MarkKind::Call(call) = &mut mark.kind
            && let Some(name) = names.get(call)
        {
            call.clone_from(name);
        }
    }
}
