//! See [`Editor`].

use std::borrow::Cow;
use std::cell::Cell;

use ratatui::layout::Rect;
use tui_textarea::{CursorMove, CursorRenderMode, TextArea, WrapMode};

use super::theme::Theme;
use crate::text::{Splice, Steps, TextRange};

/// The widget counts visual rows in 16 bits. This many of them at most leaves a margin
/// for typing.
const MOST_ROWS: usize = 60_000;

/// The width on which the rows are estimated: that of the narrowest editor.
const NARROWEST: usize = 30;

/// The text in hand: a text area whose cursor goes by grapheme cluster, and the steps that
/// the drafter made. The text area has a memory of its own, which is left empty: it knows
/// changes, and not steps, and would not outlive the desk.
#[derive(Debug)]
pub struct Editor {
    pub(super) area: TextArea<'static>,
    /// The lines of the text area joined.
    text: String,
    /// The clipboard. The text area has one of its own, into which every deletion goes.
    pub(super) clipboard: String,
    pub(super) steps: Steps,
    pub(super) run: Option<(Run, Place)>,
    /// The cell column that moving up and down tries to keep.
    pub(super) goal: Option<u16>,
    /// Where the text was last drawn.
    pub(super) drawn: Cell<Rect>,
}

/// A line and a column, both from 0; columns count characters.
pub(super) type Place = (usize, usize);

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
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b).count();
    let start = (0..=same).rev().find(|&at| old.is_char_boundary(at)).unwrap_or(0);
    let most = old.len().min(new.len()) - start;
    let same = old.bytes().rev().zip(new.bytes().rev()).take(most);
    let same = same.take_while(|(a, b)| a == b).count();
    let ends_whole = |&at: &usize| old.is_char_boundary(old.len() - at);
    (start, (0..=same).rev().find(ends_whole).unwrap_or(0))
}

/// Whether a text has more rows on the screen than the text area can count.
pub(super) fn is_too_long(text: &str) -> bool {
    let tabs = memchr::memchr_iter(b'\t', text.as_bytes()).count();
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    lines + (text.len() + 4 * tabs) / NARROWEST > MOST_ROWS
}

impl Editor {
    /// Takes a text whose lines end in `\n`.
    pub fn new(text: &str, theme: &Theme) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::Word);
        area.set_cursor_render_mode(CursorRenderMode::Hidden);
        area.set_cursor_line_style(ratatui::style::Style::new());
        area.set_max_histories(0);
        let mut editor = Self {
            area,
            text: text.to_owned(),
            clipboard: String::new(),
            steps: Steps::default(),
            run: None,
            goal: None,
            drawn: Cell::default(),
        };
        editor.dress(theme);
        editor
    }

    /// Takes the styles of a theme.
    pub(super) fn dress(&mut self, theme: &Theme) {
        self.area.set_selection_style(theme.selected);
        self.area.set_search_style(theme.selected);
    }

    /// The whole text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was copied or cut last.
    pub fn clipboard(&self) -> &str {
        &self.clipboard
    }

    /// Where the cursor is, in bytes.
    pub fn offset(&self) -> usize {
        self.offset_of(self.area.cursor())
    }

    /// The byte offset of a line and column.
    pub fn offset_of(&self, (row, column): Place) -> usize {
        let before: usize =
            self.area.lines().iter().take(row).map(|line| line.len() + 1).sum();
        let line = self.line(row);
        before + line.char_indices().nth(column).map_or(line.len(), |(at, _)| at)
    }

    /// The line and column of a byte offset.
    pub fn place_of(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let row = memchr::memchr_iter(b'\n', before.as_bytes()).count();
        let line = before.rsplit('\n').next().unwrap_or_default();
        (row, line.chars().count())
    }

    pub(super) fn line(&self, row: usize) -> &str {
        self.area.lines().get(row).map_or("", String::as_str)
    }

    /// Types a character.
    pub fn type_char(&mut self, c: char) {
        let kind = if c.is_whitespace() { Run::Space } else { Run::Word };
        let joins = match self.run {
            Some((run, at)) if at == self.area.cursor() => {
                run == kind || (run, kind) == (Run::Word, Run::Space)
            }
            _ => false,
        };
        self.change(self.selected(), c.encode_utf8(&mut [0; 4]), joins);
        self.run = Some((kind, self.area.cursor()));
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.change(self.selected(), "\n", false);
    }

    /// Inserts a text as one step. Whatever ends its lines becomes `\n`.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if is_too_long(&text) || is_too_long(&self.text) {
            return false;
        }
        self.change(self.selected(), &text, false);
        true
    }

    /// Deletes the selection, or the grapheme cluster before the cursor.
    pub fn erase_back(&mut self) {
        let cursor = self.area.cursor();
        self.erase(self.cluster_before(cursor), cursor);
    }

    /// Deletes the selection, or the grapheme cluster after the cursor.
    pub fn erase_forward(&mut self) {
        let cursor = self.area.cursor();
        self.erase(cursor, self.cluster_after(cursor));
    }

    /// Deletes the selection, or the word before the cursor.
    pub fn erase_word(&mut self) {
        let cursor = self.area.cursor();
        self.run = None;
        if self.selection().is_some() {
            return self.erase(cursor, cursor);
        }
        self.area.cancel_selection();
        self.area.move_cursor(CursorMove::WordBack);
        let word = TextRange::new(self.offset(), self.offset_of(cursor));
        self.place(cursor);
        self.change(word, "", false);
    }

    fn erase(&mut self, from: Place, to: Place) {
        let joins = self.run == Some((Run::Erasing, self.area.cursor()));
        let range = self.selection();
        let range = range
            .unwrap_or_else(|| TextRange::new(self.offset_of(from), self.offset_of(to)));
        self.change(range, "", joins);
        self.run = Some((Run::Erasing, self.area.cursor()));
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
        if self.text == text {
            if let Some(cursor) = cursor {
                self.place(self.place_of(cursor));
            }
            return;
        }
        let (place, offset) = (self.area.cursor(), self.offset());
        let (start, end) = common_ends(&self.text, text);
        let changed = TextRange::new(start, self.text.len() - end);
        let moved = Change::between(&self.text, text).carry(offset);
        let is_inside = changed.start() < offset && offset < changed.end();
        self.change(
            changed,
            text.get(start..text.len() - end).unwrap_or_default(),
            false,
        );
        match cursor {
            Some(cursor) => self.place(self.place_of(cursor)),
            None if is_inside => self.place(place),
            None => self.place(self.place_of(moved)),
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
        while self.text != text {
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
        let mut text = self.text.clone();
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
        self.place(self.place_of(cursor));
        true
    }

    /// Makes one change, which is a step or joins the step before it, the cursor after it.
    fn change(&mut self, range: TextRange, replacement: &str, joins: bool) {
        let before = self.offset();
        let removed = self.text.get(range.start()..range.end()).unwrap_or_default();
        let splice = Splice {
            at: range.start(),
            removed: removed.to_owned(),
            inserted: replacement.to_owned(),
        };
        self.area.cancel_selection();
        self.goal = None;
        self.run = None;
        if splice.removed != splice.inserted {
            self.apply(&splice);
            self.steps.record(splice, before, self.offset(), joins);
        }
    }

    /// Makes a change in the text and in the text area.
    fn apply(&mut self, splice: &Splice) {
        self.area.cancel_selection();
        self.place(self.place_of(splice.at));
        splice.apply(&mut self.text);
        let characters = splice.removed.chars().count();
        if characters > 0 {
            self.area.delete_str(characters);
        }
        if !splice.inserted.is_empty() {
            self.area.insert_str(with_returns_kept(&splice.inserted).as_ref());
        }
    }
}

/// A text as the text area takes it: it takes one carriage return off the end of each
/// line.
fn with_returns_kept(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let doubled = |line: &str| {
        let more = if line.ends_with('\r') { "\r" } else { "" };
        format!("{line}{more}")
    };
    Cow::Owned(text.split('\n').map(doubled).collect::<Vec<_>>().join("\n"))
}
