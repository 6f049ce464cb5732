//! Lines into the manuscript, or aside.

use super::body::{Paragraph, Place, Reader};
use super::tree::{Element, Node};
use super::words::{PlacedNote, Words, with_number};
use crate::import::SetAside;
use crate::import::manuscript::{Line, Mark, MarkKind, Role};

impl<'t> Reader<'t> {
    /// Adds a line, where the part of the document lets it stand, and the structures that
    /// are quoted in it.
    pub(super) fn push(&mut self, words: Words<'t>, line: usize, role: Role) {
        let words = with_number(words, None);
        let Words { text, marks, notes, quoted, .. } = words;
        if !(text.is_empty() && marks.is_empty()) {
            match self.place {
                Place::Text => self.push_line(text, marks, notes, line, role),
                Place::Quotation => {
                    self.push_line(text, marks, notes, line, Role::Quoted);
                }
                Place::Head => self.push_head(&text, &marks, notes, line),
                Place::Closing => {
                    self.push_aside(String::new(), &marks, notes, line, "closing lines");
                    self.push_line(text, Vec::new(), Vec::new(), line, Role::Closing);
                }
                Place::Aside(what) => self.push_aside(text, &marks, notes, line, what),
            }
        }
        for structure in quoted {
            let place = match self.place {
                Place::Text => Place::Quotation,
                place => place,
            };
            let outer = std::mem::replace(&mut self.place, place);
            self.flow(structure, &mut Paragraph::several());
            self.place = outer;
        }
    }

    fn push_line(
        &mut self,
        text: String,
        marks: Vec<Mark>,
        notes: Vec<PlacedNote>,
        line: usize,
        role: Role,
    ) {
        self.notes.extend(notes);
        let role = Some(role);
        self.lines.push(Line { number: line, text, marks, role, ..Line::default() });
    }

    /// Sets a line aside, with its notes and with what was struck out or remarked.
    fn push_aside(
        &mut self,
        text: String,
        marks: &[Mark],
        notes: Vec<PlacedNote>,
        line: usize,
        what: &'static str,
    ) {
        let said = |mark: &Mark| match &mark.kind {
            MarkKind::Deleted(words) | MarkKind::Comment(words) => Some(words.clone()),
            _ => None,
        };
        let texts = std::iter::once(text).chain(marks.iter().filter_map(said));
        for text in texts.filter(|text| !text.trim().is_empty()) {
            self.set_aside.push(SetAside { place: line, what, text });
        }
        for PlacedNote { note, .. } in notes {
            self.push_aside(note.text, &note.marks, Vec::new(), line, "note");
        }
    }

    /// A line above the text. Stars that call the note on sponsors are part of it.
    fn push_head(
        &mut self,
        text: &str,
        marks: &[Mark],
        notes: Vec<PlacedNote>,
        line: usize,
    ) {
        let mut head = String::with_capacity(text.len());
        let mut from = 0;
        for mark in marks {
            let MarkKind::Call(call) = &mark.kind else { continue };
            let at = mark.covers.start.max(from);
            head.push_str(text.get(from..at).unwrap_or_default());
            if call.starts_with('*') {
                head.push('*');
            }
            from = at;
        }
        head.push_str(text.get(from..).unwrap_or_default());
        self.push_aside(String::new(), marks, notes, line, "masthead");
        if !head.is_empty() {
            let (role, has_gap) = (Some(Role::Head), true);
            let line =
                Line { number: line, text: head, role, has_gap, ..Line::default() };
            self.lines.push(line);
        }
    }

    /// The rules that are silenced in what an element holds.
    pub(super) fn allowances(&mut self, element: &Element) {
        let Some(allowances) = element.attribute("allow") else { return };
        for allowance in allowances.lines().filter(|words| !words.trim().is_empty()) {
            let words = Words::new(format!("zerodraft: allow {allowance}"));
            self.push(words, element.line, Role::Allowance);
        }
    }

    /// Sets the words of an element aside, if it has any.
    pub(super) fn words_aside(&mut self, element: &Element, what: &'static str) {
        let text = element.text();
        let words: Vec<&str> = text.split_whitespace().collect();
        if !words.is_empty() {
            let text = words.join(" ");
            self.set_aside.push(SetAside { place: element.line, what, text });
        }
    }

    /// Sets words aside that stand between elements where none may.
    pub(super) fn stray_words(&mut self, element: &Element) {
        for node in &element.children {
            if let Node::Text(text) = node {
                let words: Vec<&str> = text.split_whitespace().collect();
                let (place, text) = (element.line, words.join(" "));
                if !text.is_empty() {
                    let what = "words between elements";
                    self.set_aside.push(SetAside { place, what, text });
                }
            }
        }
    }
}
