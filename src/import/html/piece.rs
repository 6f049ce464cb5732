//! A line of a page while its words come in.

use std::ops::Range;

use super::elements::{Change, Face};
use crate::import::Changes;
use crate::import::manuscript::{Line, Mark, MarkKind, SUPERSCRIPTS};

/// A line with what the page says of it.
#[derive(Debug, Default)]
pub(super) struct Piece {
    pub(super) line: Line,
    /// The class of its element.
    pub(super) class: String,
    /// Where the number ends that the page keeps apart from the words.
    pub(super) number_end: usize,
    /// The list that it opens an item of, and its place there.
    pub(super) item: Option<(usize, i64)>,
    pub(super) cell: Option<Cell>,
    pub(super) links: Vec<Link>,
    /// The smallest element around it that has a name.
    pub(super) container: Option<usize>,
    space: Space,
}

/// The cell of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) table: usize,
    pub(super) row: usize,
    pub(super) column: usize,
}

/// A link to a place of the same page.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub(super) to: String,
    pub(super) covers: Range<usize>,
}

/// What stands between the last word and the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Space {
    #[default]
    None,
    /// Any number of spaces.
    Some { is_deleted: bool },
    /// One space at which no line ends.
    NoBreak,
}

impl Piece {
    /// Whether it has no words, not even deleted ones.
    pub(super) fn is_empty(&self) -> bool {
        self.line.text.is_empty() && self.line.marks.is_empty()
    }

    /// Takes a character as a browser shows it.
    pub(super) fn push(&mut self, c: char, face: Face, changes: Changes) {
        let is_deleted = face.change == Change::Deleted && changes == Changes::Keep;
        match c {
            '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => {}
            '\u{a0}' if self.space == Space::None => self.space = Space::NoBreak,
            c if c.is_whitespace() => {
                if self.space == Space::None || self.space == Space::NoBreak {
                    self.space = Space::Some { is_deleted };
                }
            }
            c if c.is_control() => {}
            '[' | ']' | '(' | ')' if face.is_raised => {}
            c if is_deleted => self.delete(c),
            c => self.word(c, face, changes),
        }
    }

    fn word(&mut self, c: char, face: Face, changes: Changes) {
        self.settle_space(c);
        let start = self.line.text.len();
        let figure = c.to_digit(10).filter(|_| face.is_raised);
        let raised = figure.and_then(|figure| SUPERSCRIPTS.get(figure as usize));
        self.line.text.push(*raised.unwrap_or(&c));
        if face.is_italic {
            self.cover(start, MarkKind::Emphasis);
        }
        if face.change == Change::Added && changes == Changes::Keep {
            self.cover(start, MarkKind::Added);
        }
    }

    /// Lays a mark on the last character. A mark goes on over a space.
    fn cover(&mut self, start: usize, kind: MarkKind) {
        let end = self.line.text.len();
        let before = self.line.text.get(..start).unwrap_or_default().trim_end().len();
        let is_struck = |mark: &&mut Mark| matches!(mark.kind, MarkKind::Deleted(_));
        let above = self.line.marks.iter_mut().rev().take(3);
        let last =
            above.take_while(|mark| !is_struck(mark)).find(|mark| mark.kind == kind);
        match last {
            Some(mark) if mark.covers.end >= before => mark.covers.end = end,
            _ => self.line.marks.push(Mark { kind, covers: start..end }),
        }
    }

    fn delete(&mut self, c: char) {
        let is_inside = matches!(self.space, Space::Some { is_deleted: true });
        if !is_inside {
            self.settle_space(c);
        }
        let at = self.line.text.len();
        let words = match self.line.marks.last_mut() {
            Some(Mark { kind: MarkKind::Deleted(words), covers }) if covers.end == at => {
                words
            }
            _ => {
                let kind = MarkKind::Deleted(String::new());
                self.line.marks.push(Mark { kind, covers: at..at });
                return self.delete(c);
            }
        };
        if is_inside && !words.is_empty() {
            words.push(' ');
        }
        self.space = Space::None;
        words.push(c);
    }

    /// Writes the space before a character.
    fn settle_space(&mut self, next: char) {
        let space = std::mem::take(&mut self.space);
        let at = self.line.text.len();
        let last = self.line.text.chars().next_back();
        match (space, self.line.marks.last_mut()) {
            (Space::None, _) => return,
            (
                Space::Some { is_deleted: true },
                Some(Mark { kind: MarkKind::Deleted(words), covers }),
            ) if covers.end == at => return words.push(' '),
            _ => {}
        }
        let Some(last) = last.filter(|last| !last.is_whitespace()) else { return };
        let is_meant = space == Space::NoBreak
            && (last.is_ascii_digit() && next.is_ascii_digit()
                || last == '«'
                || matches!(next, ':' | ';' | '!' | '?' | '»'));
        self.line.text.push(if is_meant { '\u{a0}' } else { ' ' });
    }

    /// Makes a call of the raised words from a byte on, where they lead to no note.
    pub(super) fn call(&mut self, start: usize) {
        let words = self.line.text.get(start..).unwrap_or_default();
        let has_link = self.links.iter().any(|link| link.covers.end > start);
        if has_link || words.is_empty() {
            return;
        }
        let plain = |c: char| {
            let figure = SUPERSCRIPTS.iter().position(|raised| *raised == c);
            figure
                .and_then(|figure| char::from_digit(u32::try_from(figure).ok()?, 10))
                .unwrap_or(c)
        };
        let mark: String = words.trim().chars().map(plain).collect();
        self.line.text.truncate(start);
        let kind = MarkKind::Call(mark);
        self.line.marks.push(Mark { kind, covers: start..start });
    }

    /// Ends the line: spaces at its end go.
    pub(super) fn finish(&mut self) {
        let line = &mut self.line;
        let end = line.text.trim_end().len();
        line.text.truncate(end);
        for mark in &mut line.marks {
            mark.covers = mark.covers.start.min(end)..mark.covers.end.min(end);
        }
        for link in &mut self.links {
            link.covers = link.covers.start.min(end)..link.covers.end.min(end);
        }
    }

    /// Puts words in at a place where no mark goes through.
    pub(super) fn insert(&mut self, at: usize, words: &str) {
        self.line.text.insert_str(at, words);
        let moved = |covers: &Range<usize>| {
            let place =
                |place: usize| if place >= at { place + words.len() } else { place };
            place(covers.start)..place(covers.end)
        };
        for mark in &mut self.line.marks {
            mark.covers = moved(&mark.covers);
        }
        for link in &mut self.links {
            link.covers = moved(&link.covers);
        }
    }

    /// A copy of its words with what lies on them.
    pub(super) fn words_alone(&self) -> Self {
        Self { line: self.line.clone(), links: self.links.clone(), ..Self::default() }
    }

    /// Adds another line with a space between.
    pub(super) fn append(&mut self, other: &Piece) {
        let joint = if self.line.text.is_empty() { "" } else { " " };
        let at = self.line.text.len() + joint.len();
        self.line.text.extend([joint, &other.line.text]);
        self.line.marks.extend(crate::import::manuscript::moved(&other.line.marks, at));
        self.links.extend(other.links.iter().map(|link| Link {
            to: link.to.clone(),
            covers: link.covers.start + at..link.covers.end + at,
        }));
    }
}
