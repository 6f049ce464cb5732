//! See [`Editor`].

use std::cell::Cell;

use ratatui::layout::Rect;
use tui_textarea::{CursorMove, TextArea};

use super::action::Motion;
use super::rows::{Rows, Spot};
use crate::text::{Splice, Steps, TextRange};

/// The text in hand, its cursor going by grapheme cluster, and the steps that the drafter
/// made.
///
/// The line in hand is in a text area, which knows its words; it is loaded anew when the
/// cursor goes to another. It does not draw, and does not see the rest: what it does for a
/// key is paid by the length of the line, and not of the draft. It has a memory of its own,
/// which is left empty: it knows changes, and not steps, and would not outlive the desk.
#[derive(Debug)]
pub struct Editor {
    /// The line at the cursor.
    pub(super) hand: TextArea<'static>,
    /// Which line that is, from 0.
    line: usize,
    /// The whole text, and its rows.
    pub(super) rows: Rows,
    /// How often the text changed.
    revision: u64,
    /// Where the selection began.
    pub(super) anchor: Option<usize>,
    /// The clipboard. The text area has one of its own, into which every deletion goes.
    pub(super) clipboard: String,
    pub(super) steps: Steps,
    pub(super) run: Option<(Run, usize)>,
    /// The cell that moving up and down tries to keep.
    pub(super) goal: Option<u16>,
    /// Where the text was last drawn.
    pub(super) drawn: Cell<Rect>,
    /// The first row in view.
    pub(super) top: Cell<Spot>,
}

/// Keys that join the step before them while nothing comes between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Run {
    Word,
    Space,
    Erasing,
}

/// What became of the text: bytes at a place taken out, others put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Change {
    /// Where.
    pub at: usize,
    /// How many bytes went.
    pub removed: usize,
    /// How many came.
    pub inserted: usize,
}

impl Change {
    /// Where a place in the old text stands in the new.
    pub(super) fn carry(self, offset: usize) -> usize {
        if offset <= self.at {
            offset
        } else if offset >= self.at + self.removed {
            offset - self.removed + self.inserted
        } else {
            self.at + self.inserted
        }
    }

    /// What makes the old text of the new one.
    pub(super) fn reversed(self) -> Self {
        Self { at: self.at, removed: self.inserted, inserted: self.removed }
    }

    /// What made one text of another.
    pub(super) fn between(old: &str, new: &str) -> Self {
        let (start, end) = common_ends(old, new);
        Self {
            at: start,
            removed: old.len() - start - end,
            inserted: new.len() - start - end,
        }
    }
}

/// How many bytes two texts share at the start and at the end, in whole characters.
fn common_ends(old: &str, new: &str) -> (usize, usize) {
    let same = common_start(old.as_bytes(), new.as_bytes());
    let start = (0..=same).rev().find(|&at| old.is_char_boundary(at)).unwrap_or(0);
    let (old_rest, new_rest) = (&old.as_bytes()[start..], &new.as_bytes()[start..]);
    let same = common_end(old_rest, new_rest);
    let ends_whole = |&at: &usize| old.is_char_boundary(old.len() - at);
    (start, (0..=same).rev().find(ends_whole).unwrap_or(0))
}

/// Bytes that are compared at once.
const CHUNK: usize = 256;

fn common_start(old: &[u8], new: &[u8]) -> usize {
    let chunks = old.chunks_exact(CHUNK).zip(new.chunks_exact(CHUNK));
    let at = chunks.take_while(|(a, b)| a == b).count() * CHUNK;
    at + old[at..].iter().zip(&new[at..]).take_while(|(a, b)| a == b).count()
}

fn common_end(old: &[u8], new: &[u8]) -> usize {
    let chunks = old.rchunks_exact(CHUNK).zip(new.rchunks_exact(CHUNK));
    let at = chunks.take_while(|(a, b)| a == b).count() * CHUNK;
    let (old, new) = (&old[..old.len() - at], &new[..new.len() - at]);
    at + old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count()
}

impl Editor {
    /// Takes a text whose lines end in `\n`.
    pub fn new(text: &str) -> Self {
        let mut hand = TextArea::default();
        hand.set_max_histories(0);
        let mut editor = Self {
            hand,
            line: 0,
            rows: Rows::of(text),
            revision: 0,
            anchor: None,
            clipboard: String::new(),
            steps: Steps::default(),
            run: None,
            goal: None,
            drawn: Cell::default(),
            top: Cell::default(),
        };
        editor.take_in_hand(0);
        editor
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        self.rows.text()
    }

    /// How often the text changed: as long as it is the same, so is the text.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// What was copied or cut last.
    pub fn clipboard(&self) -> &str {
        &self.clipboard
    }

    /// Where the cursor is, in bytes.
    pub fn offset(&self) -> usize {
        self.rows.offset_of(self.line, self.hand.cursor().1)
    }

    /// Puts the cursor at a byte offset, and keeps the selection if there is one.
    pub(super) fn place(&mut self, offset: usize) {
        self.run = None;
        let offset = self.text().floor_char_boundary(offset);
        let column = u16::try_from(self.column_of(offset));
        match column.ok().filter(|_| self.rows.line_of(offset) == self.line) {
            Some(column) => self.hand.move_cursor(CursorMove::Jump(0, column)),
            // A jump counts in 16 bits, and goes no further than the line in hand.
            None => self.take_in_hand(offset),
        }
    }

    /// Loads the line of a byte offset, the cursor there.
    fn take_in_hand(&mut self, offset: usize) {
        self.line = self.rows.line_of(offset);
        let line = self.rows.line(self.line).to_owned();
        self.hand.set_lines(vec![line], (0, self.column_of(offset)));
    }

    /// How many characters of its line stand before a byte offset.
    fn column_of(&self, offset: usize) -> usize {
        let start = self.rows.line_range(self.rows.line_of(offset)).start();
        self.rows.slice(TextRange::new(start, offset)).chars().count()
    }

    /// Types a character.
    pub fn type_char(&mut self, c: char) {
        let kind = if c.is_whitespace() { Run::Space } else { Run::Word };
        let joins = match self.run {
            Some((run, at)) if at == self.offset() => {
                run == kind || (run, kind) == (Run::Word, Run::Space)
            }
            _ => false,
        };
        self.change(self.selected(), c.encode_utf8(&mut [0; 4]), joins);
        self.run = Some((kind, self.offset()));
    }

    /// Whether the cursor stands where a word is being typed.
    pub(super) fn is_typing_word(&self) -> bool {
        self.run == Some((Run::Word, self.offset()))
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.change(self.selected(), "\n", false);
    }

    /// Inserts a text as one step. Whatever ends its lines becomes `\n`.
    pub fn paste(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        self.change(self.selected(), &text, false);
    }

    /// Deletes the selection, or the grapheme cluster before the cursor.
    pub fn erase_back(&mut self) {
        let cursor = self.offset();
        self.erase(self.cluster_before(cursor), cursor);
    }

    /// Deletes the selection, or the grapheme cluster after the cursor.
    pub fn erase_forward(&mut self) {
        let cursor = self.offset();
        self.erase(cursor, self.cluster_after(cursor));
    }

    /// Deletes the selection, or the word before the cursor.
    pub fn erase_word(&mut self) {
        let cursor = self.offset();
        self.run = None;
        if self.selection().is_some() {
            return self.erase(cursor, cursor);
        }
        self.go(Motion::WordLeft);
        self.change(TextRange::new(self.offset(), cursor), "", false);
    }

    fn erase(&mut self, from: usize, to: usize) {
        let joins = self.run == Some((Run::Erasing, self.offset()));
        let range = self.selection().unwrap_or_else(|| TextRange::new(from, to));
        self.change(range, "", joins);
        self.run = Some((Run::Erasing, self.offset()));
    }

    /// The selection, or the place of the cursor.
    fn selected(&self) -> TextRange {
        self.selection().unwrap_or_else(|| TextRange::empty(self.offset()))
    }

    /// Puts a text in place of a range as one step, the cursor after it.
    pub fn replace(&mut self, range: TextRange, replacement: &str) {
        self.change(range, replacement, false);
    }

    /// Puts another text in place of the whole as one step. The cursor stays with the
    /// words around it, or goes to `cursor`.
    pub fn replace_all(&mut self, text: &str, cursor: Option<usize>) {
        if self.text() == text {
            if let Some(cursor) = cursor {
                self.place(cursor);
            }
            return;
        }
        let (line, column, offset) = (self.line, self.hand.cursor().1, self.offset());
        let (start, end) = common_ends(self.text(), text);
        let changed = TextRange::new(start, self.text().len() - end);
        let moved = Change::between(self.text(), text).carry(offset);
        let is_inside = changed.start() < offset && offset < changed.end();
        self.change(
            changed,
            text.get(start..text.len() - end).unwrap_or_default(),
            false,
        );
        match cursor {
            Some(cursor) => self.place(cursor),
            None if is_inside => self.place(self.rows.offset_of(line, column)),
            None => self.place(moved),
        }
        self.steps.end_at(self.offset());
    }

    /// Takes the last step back. `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.steps.back().cloned() else { return false };
        let splices: Vec<Splice> =
            step.splices.iter().rev().map(Splice::reversed).collect();
        self.retrace(&splices, step.before)
    }

    /// Makes the last step taken back again. `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.steps.forth().cloned() else { return false };
        self.retrace(&step.splices, step.after)
    }

    /// Makes steps taken back again until they lead to a text. `false`, and nothing is
    /// done, if they do not.
    pub fn redo_to(&mut self, text: &str) -> bool {
        let mut made = 0;
        while self.text() != text {
            if !self.redo() {
                (0..made).for_each(|_| _ = self.undo());
                return false;
            }
            made += 1;
        }
        true
    }

    /// Ends the step in hand: what is typed next is another.
    pub fn end_step(&mut self) {
        self.run = None;
    }

    /// Goes over changes again. Steps that an earlier session kept may not fit the text
    /// after all: then they are forgotten, and the text stays.
    fn retrace(&mut self, splices: &[Splice], cursor: usize) -> bool {
        let mut text = self.text().to_owned();
        for splice in splices {
            if !splice.fits(&text) {
                self.steps.clear();
                return false;
            }
            splice.apply(&mut text);
        }
        for splice in splices {
            self.apply(splice);
        }
        self.run = None;
        self.goal = None;
        self.place(cursor);
        true
    }

    /// Makes one change, which is a step or joins the step before it, the cursor after it.
    fn change(&mut self, range: TextRange, replacement: &str, joins: bool) {
        let before = self.offset();
        let removed = self.text().get(range.start()..range.end()).unwrap_or_default();
        let splice = Splice {
            at: range.start(),
            removed: removed.to_owned(),
            inserted: replacement.to_owned(),
        };
        self.anchor = None;
        self.goal = None;
        self.run = None;
        if splice.removed != splice.inserted {
            self.apply(&splice);
            self.steps.record(splice, before, self.offset(), joins);
        }
    }

    /// Makes a change in the text and in the line in hand.
    fn apply(&mut self, splice: &Splice) {
        self.anchor = None;
        self.place(splice.at);
        let (mut top, lines) = (self.top.get(), self.rows.lines());
        self.rows.apply(splice);
        self.revision += 1;
        if self.line < top.line {
            top.line = (top.line + self.rows.lines()).saturating_sub(lines);
            self.top.set(top);
        }
        let stays_in_line = |text: &str| !text.contains(['\n', '\r']);
        if stays_in_line(&splice.removed) && stays_in_line(&splice.inserted) {
            self.hand.delete_str(splice.removed.chars().count());
            self.hand.insert_str(&splice.inserted);
        } else {
            self.take_in_hand(splice.at + splice.inserted.len());
        }
    }
}
