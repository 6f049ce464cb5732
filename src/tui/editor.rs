//! See [`Editor`].

use std::cell::Cell;

use ratatui::layout::Rect;
use tui_textarea::{CursorMove, CursorRenderMode, TextArea, WrapMode};

use super::theme::Theme;
use crate::text::TextRange;

/// The widget counts visual rows in 16 bits. This many of them at most leaves a margin
/// for typing.
const MOST_ROWS: usize = 60_000;

/// The width on which the rows are estimated: that of the narrowest editor.
const NARROWEST: usize = 30;

/// The text in hand: a text area whose cursor goes by grapheme cluster and whose undo
/// takes back one step of the drafter's, however many changes of text it was.
#[derive(Debug)]
pub struct Editor {
    pub(super) area: TextArea<'static>,
    /// The lines joined; kept so that offsets are found without joining again.
    text: String,
    /// The clipboard. The text area has one of its own, into which every deletion goes.
    pub(super) clipboard: String,
    done: Vec<Step>,
    undone: Vec<Step>,
    pub(super) run: Option<(Run, Place)>,
    /// The cell column that moving up and down tries to keep.
    pub(super) goal: Option<u16>,
    /// Where the text was last drawn.
    pub(super) drawn: Cell<Rect>,
}

/// A line and a column, both from 0; columns count characters.
pub(super) type Place = (usize, usize);

/// What the drafter did at once, as entries of the text area's own history.
#[derive(Debug, Clone, Copy)]
struct Step {
    entries: usize,
    before: Place,
    after: Place,
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
        area.set_max_histories(usize::MAX);
        let mut editor = Self {
            area,
            text: text.to_owned(),
            clipboard: String::new(),
            done: Vec::new(),
            undone: Vec::new(),
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
        self.change(Some(kind), joins, |editor| {
            editor.take_selection() + editor.put(c.encode_utf8(&mut [0; 4]))
        });
    }

    /// Begins a new line.
    pub fn new_line(&mut self) {
        self.change(None, false, |editor| editor.take_selection() + editor.put("\n"));
    }

    /// Inserts a text as one step. Whatever ends its lines becomes `\n`.
    pub fn paste(&mut self, text: &str) -> bool {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        if is_too_long(&text) || is_too_long(&self.text) {
            return false;
        }
        self.change(None, false, |editor| editor.take_selection() + editor.put(&text));
        true
    }

    /// Deletes the selection, or the grapheme cluster before the cursor.
    pub fn erase_back(&mut self) {
        self.erase(|editor| {
            let to = editor.area.cursor();
            (editor.cluster_before(to), to)
        });
    }

    /// Deletes the selection, or the grapheme cluster after the cursor.
    pub fn erase_forward(&mut self) {
        self.erase(|editor| {
            let from = editor.area.cursor();
            (from, editor.cluster_after(from))
        });
    }

    /// Deletes the selection, or the word before the cursor.
    pub fn erase_word(&mut self) {
        self.run = None;
        self.erase(|editor| {
            let to = editor.area.cursor();
            editor.area.move_cursor(CursorMove::WordBack);
            (editor.area.cursor(), to)
        });
    }

    fn erase(&mut self, what: fn(&mut Self) -> (Place, Place)) {
        let joins = self.run == Some((Run::Erasing, self.area.cursor()));
        self.change(Some(Run::Erasing), joins, |editor| {
            if editor.selection().is_some() {
                return editor.take_selection();
            }
            editor.area.cancel_selection();
            let (from, to) = what(editor);
            let characters = editor.characters_between(from, to);
            editor.place(from);
            editor.take(characters)
        });
    }

    /// Puts a text in place of a range as one step, the cursor after it.
    pub fn replace(&mut self, range: TextRange, replacement: &str) {
        self.change(None, false, |editor| editor.swap(range, replacement));
    }

    /// Puts another text in place of the whole as one step. The cursor stays with the
    /// words around it, or goes to `cursor`.
    pub fn replace_all(&mut self, text: &str, cursor: Option<usize>) {
        let (place, offset) = (self.area.cursor(), self.offset());
        let (start, end) = common_ends(&self.text, text);
        let changed = TextRange::new(start, self.text.len() - end);
        let moved = Change::between(&self.text, text).carry(offset);
        let is_inside = changed.start() < offset && offset < changed.end();
        self.change(None, false, |editor| {
            let entries = editor
                .swap(changed, text.get(start..text.len() - end).unwrap_or_default());
            editor.text = editor.area.lines().join("\n");
            match cursor {
                Some(cursor) => editor.place(editor.place_of(cursor)),
                None if is_inside => editor.place(place),
                None => editor.place(editor.place_of(moved)),
            }
            entries
        });
    }

    /// Takes the last step back. `false` if there is none.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        for _ in 0..step.entries {
            self.area.undo();
        }
        self.after_undo(step.before);
        self.undone.push(step);
        true
    }

    /// Makes the last step taken back again. `false` if there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        for _ in 0..step.entries {
            self.area.redo();
        }
        self.after_undo(step.after);
        self.done.push(step);
        true
    }

    fn after_undo(&mut self, place: Place) {
        self.text = self.area.lines().join("\n");
        self.run = None;
        self.goal = None;
        self.place(place);
    }

    /// Makes one step of what `edit` does; it tells how many entries it left in the
    /// history of the text area.
    fn change(
        &mut self,
        run: Option<Run>,
        joins: bool,
        edit: impl FnOnce(&mut Self) -> usize,
    ) {
        let before = self.area.cursor();
        let entries = edit(self);
        self.goal = None;
        let after = self.area.cursor();
        self.run = run.map(|run| (run, after));
        if entries == 0 {
            return;
        }
        self.text = self.area.lines().join("\n");
        self.undone.clear();
        match self.done.last_mut().filter(|_| joins) {
            Some(step) => {
                *step = Step { entries: step.entries + entries, after, ..*step }
            }
            None => self.done.push(Step { entries, before, after }),
        }
    }

    fn swap(&mut self, range: TextRange, replacement: &str) -> usize {
        self.area.cancel_selection();
        let removed = self.text.get(range.start()..range.end()).unwrap_or_default();
        let characters = removed.chars().count();
        self.place(self.place_of(range.start()));
        self.take(characters) + self.put(replacement)
    }

    fn put(&mut self, text: &str) -> usize {
        usize::from(self.area.insert_str(text))
    }

    fn take(&mut self, characters: usize) -> usize {
        usize::from(characters > 0 && self.area.delete_str(characters))
    }

    fn take_selection(&mut self) -> usize {
        let is_some = self.selection().is_some();
        let taken = usize::from(is_some && self.area.cut());
        self.area.cancel_selection();
        taken
    }

    fn characters_between(&self, from: Place, to: Place) -> usize {
        let range = self.offset_of(from)..self.offset_of(to);
        self.text.get(range).unwrap_or_default().chars().count()
    }
}
