//! How the cursor of the [`Editor`] moves: by grapheme cluster, and up and down by the
//! rows on the screen.

use ratatui::layout::Position;
use tui_textarea::CursorMove;
use unicode_segmentation::UnicodeSegmentation;

use super::action::Motion;
use super::editor::Editor;
use crate::text::TextRange;

impl Editor {
    /// Moves the cursor and lets the selection go.
    pub fn go(&mut self, motion: Motion) {
        self.anchor = None;
        self.travel(motion);
    }

    /// Moves the cursor and selects what it passes.
    pub fn select(&mut self, motion: Motion) {
        self.begin_selection();
        self.travel(motion);
    }

    fn begin_selection(&mut self) {
        self.anchor = self.anchor.or(Some(self.offset()));
    }

    /// Moves the cursor to a byte offset.
    pub fn go_to(&mut self, offset: usize) {
        self.anchor = None;
        self.goal = None;
        self.place(offset);
        self.show_around();
    }

    /// Selects a range, the cursor at its end.
    pub fn select_range(&mut self, range: TextRange) {
        self.go_to(range.start());
        self.begin_selection();
        self.place(range.end());
    }

    /// Moves the cursor to where the mouse points.
    pub fn click(&mut self, position: Position) {
        if let Some(offset) = self.offset_at(position) {
            self.anchor = None;
            self.goal = None;
            self.place(offset);
        }
    }

    /// Selects as far as the mouse points.
    pub fn drag(&mut self, position: Position) {
        if let Some(offset) = self.offset_at(position) {
            self.begin_selection();
            self.goal = None;
            self.place(offset);
        }
    }

    /// The selected text, unless it is empty.
    pub fn selection(&self) -> Option<TextRange> {
        let (anchor, offset) = (self.anchor?, self.offset());
        let range = TextRange::new(anchor.min(offset), anchor.max(offset));
        (!range.is_empty()).then_some(range)
    }

    /// Puts the selection on the clipboard. `false` if nothing is selected.
    pub fn copy(&mut self) -> bool {
        let Some(range) = self.selection() else { return false };
        self.rows.slice(range).clone_into(&mut self.clipboard);
        true
    }

    fn travel(&mut self, motion: Motion) {
        let offset = self.offset();
        let goal = self.goal.take();
        match motion {
            Motion::Left => self.place(self.cluster_before(offset)),
            Motion::Right => self.place(self.cluster_after(offset)),
            Motion::WordLeft => self.go_by_word(CursorMove::WordBack),
            Motion::WordRight => self.go_by_word(CursorMove::WordForward),
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown => {
                let cell = goal.unwrap_or_else(|| self.rows.cell_of(offset));
                match motion {
                    Motion::Up => self.go_by_rows(-1, cell),
                    Motion::Down => self.go_by_rows(1, cell),
                    _ => self.turn_page(motion == Motion::PageDown, cell),
                }
                self.goal = Some(cell);
            }
            Motion::LineStart => self.go_to_row_end(0, TextRange::start),
            Motion::LineEnd => self.go_to_row_end(u16::MAX, TextRange::end),
            Motion::ParagraphUp => self.place(self.paragraph_above(offset)),
            Motion::ParagraphDown => self.place(self.paragraph_below(offset)),
            Motion::Top => self.place(0),
            Motion::Bottom => self.place(self.text().len()),
        }
    }

    /// Moves over a word of the line in hand, or over the line break at its end.
    fn go_by_word(&mut self, step: CursorMove) {
        let offset = self.offset();
        let line = self.rows.line_range(self.rows.line_of(offset));
        self.run = None;
        self.hand.move_cursor(step);
        let reached = self.offset();
        let next = match step {
            CursorMove::WordBack if offset == line.start() => offset.saturating_sub(1),
            CursorMove::WordForward if reached == line.end() => reached + 1,
            _ => self.cluster_at(reached),
        };
        self.place(next.min(self.text().len()));
    }

    /// Moves to an end of the row on the screen, and from there to that of the line.
    fn go_to_row_end(&mut self, cell: u16, line_end: fn(TextRange) -> usize) {
        let offset = self.offset();
        let row_end = self.rows.offset_at(self.rows.spot_of(offset), cell);
        if row_end == offset {
            let line = self.rows.line_range(self.rows.line_of(offset));
            self.place(line_end(line));
        } else {
            self.place(row_end);
        }
    }

    /// The beginning of the paragraph, or of that above it.
    fn paragraph_above(&self, offset: usize) -> usize {
        let has_words = |line: &usize| !self.rows.line(*line).is_empty();
        let mut above =
            (0..self.rows.line_of(offset)).rev().skip_while(|l| !has_words(l));
        let Some(last) = above.next() else { return 0 };
        let first = above.take_while(has_words).last().unwrap_or(last);
        self.rows.line_range(first).start()
    }

    /// The beginning of the paragraph below.
    fn paragraph_below(&self, offset: usize) -> usize {
        let is_blank = |line: &usize| self.rows.line(*line).is_empty();
        let lines = self.rows.line_of(offset)..self.rows.lines();
        let below = lines.skip_while(|line| !is_blank(line)).find(|line| !is_blank(line));
        below.map_or(self.text().len(), |line| self.rows.line_range(line).start())
    }

    pub(super) fn cluster_before(&self, offset: usize) -> usize {
        let start = self.rows.line_range(self.rows.line_of(offset)).start();
        let before = self.rows.slice(TextRange::new(start, offset));
        let cluster = before.graphemes(true).next_back();
        offset.saturating_sub(cluster.map_or(1, str::len))
    }

    pub(super) fn cluster_after(&self, offset: usize) -> usize {
        let end = self.rows.line_range(self.rows.line_of(offset)).end();
        let after = self.rows.slice(TextRange::new(offset, end));
        let cluster = after.graphemes(true).next();
        (offset + cluster.map_or(1, str::len)).min(self.text().len())
    }

    /// The offset itself, or the start of the grapheme cluster that it would cut.
    fn cluster_at(&self, offset: usize) -> usize {
        let line = self.rows.line_range(self.rows.line_of(offset));
        let clusters = self.rows.slice(line).grapheme_indices(true);
        let starts = clusters.map(|(at, _)| line.start() + at);
        let last = starts.take_while(|start| *start <= offset).last();
        if offset == line.end() { offset } else { last.unwrap_or(offset) }
    }
}
