//! How the cursor of the [`Editor`] moves: by grapheme cluster, and up and down by the
//! rows on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;
use tui_textarea::{CursorMove, Scrolling};
use unicode_segmentation::UnicodeSegmentation;

use super::action::Motion;
use super::editor::{Editor, Place};
use crate::text::TextRange;

impl Editor {
    /// Moves the cursor and lets the selection go.
    pub fn go(&mut self, motion: Motion) {
        self.area.cancel_selection();
        self.travel(motion);
    }

    /// Moves the cursor and selects what it passes.
    pub fn select(&mut self, motion: Motion) {
        if !self.area.is_selecting() {
            self.area.start_selection();
        }
        self.travel(motion);
    }

    /// Moves the cursor to a byte offset.
    pub fn go_to(&mut self, offset: usize) {
        self.area.cancel_selection();
        self.goal = None;
        self.place(self.place_of(offset));
        self.show_around();
    }

    /// After a jump that took the cursor to the edge of the view, shows what is around it.
    fn show_around(&mut self) {
        let (Some(now), view) = (self.on_screen(), self.drawn.get()) else { return };
        if now.y == view.top() || now.y + 1 == view.bottom() {
            let wished = view.top() + view.height / 3;
            let rows = i32::from(now.y) - i32::from(wished);
            let place = self.area.cursor();
            self.area.scroll((i16::try_from(rows).unwrap_or(0), 0));
            self.place(place);
        }
    }

    /// Shows the cursor in the upper part of the view, so that what lies over the lower
    /// does not hide it.
    pub(super) fn show_high(&mut self) {
        let (Some(now), view) = (self.on_screen(), self.drawn.get()) else { return };
        let wished = view.top() + view.height / 4;
        if now.y > wished {
            let rows = i16::try_from(now.y - wished).unwrap_or(0);
            self.area.scroll((rows, 0));
        }
    }

    /// Selects a range, the cursor at its end.
    pub fn select_range(&mut self, range: TextRange) {
        self.go_to(range.start());
        self.area.start_selection();
        self.place(self.place_of(range.end()));
    }

    /// Moves the cursor to where the mouse points.
    pub fn click(&mut self, position: Position) {
        if let Some(place) = self.area.cursor_at_position(position) {
            self.area.cancel_selection();
            self.goal = None;
            self.place(self.on_boundary(place));
        }
    }

    /// Selects as far as the mouse points.
    pub fn drag(&mut self, position: Position) {
        if let Some(place) = self.area.cursor_at_position(position) {
            if !self.area.is_selecting() {
                self.area.start_selection();
            }
            self.goal = None;
            self.place(self.on_boundary(place));
        }
    }

    /// Moves the view, and the cursor if it would leave it.
    pub fn scroll(&mut self, rows: i16) {
        self.area.scroll((rows, 0));
        self.goal = None;
        self.place(self.on_boundary(self.area.cursor()));
    }

    /// The selected text, unless it is empty.
    pub fn selection(&self) -> Option<TextRange> {
        let (from, to) = self.area.selection_range()?;
        let range = TextRange::new(self.offset_of(from), self.offset_of(to));
        (!range.is_empty()).then_some(range)
    }

    /// Puts the selection on the clipboard. `false` if nothing is selected.
    pub fn copy(&mut self) -> bool {
        let Some(range) = self.selection() else { return false };
        self.clipboard =
            self.text().get(range.start()..range.end()).unwrap_or("").to_owned();
        true
    }

    /// Puts the cursor at a line and column, and keeps the selection if there is one.
    pub(super) fn place(&mut self, (row, column): Place) {
        self.run = None;
        if let (Ok(row), Ok(column)) = (u16::try_from(row), u16::try_from(column)) {
            self.area.move_cursor(CursorMove::Jump(row, column));
            return;
        }
        // A jump counts in 16 bits. Beyond them, on a line longer than any resolution,
        // the last step goes column by column.
        let row = u16::try_from(row).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(row, u16::MAX));
        while self.area.cursor().1 < column {
            let before = self.area.cursor();
            self.area.move_cursor(CursorMove::Forward);
            if self.area.cursor() <= before || self.area.cursor().0 != before.0 {
                break;
            }
        }
    }

    fn travel(&mut self, motion: Motion) {
        if !matches!(
            motion,
            Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown
        ) {
            self.goal = None;
        }
        let cursor = self.area.cursor();
        match motion {
            Motion::Left => self.place(self.cluster_before(cursor)),
            Motion::Right => self.place(self.cluster_after(cursor)),
            Motion::WordLeft => self.area.move_cursor(CursorMove::WordBack),
            Motion::WordRight => self.area.move_cursor(CursorMove::WordForward),
            Motion::Up => self.by_row(|editor| editor.area.move_cursor(CursorMove::Up)),
            Motion::Down => {
                self.by_row(|editor| editor.area.move_cursor(CursorMove::Down));
            }
            Motion::PageUp => self.by_row(|editor| editor.area.scroll(Scrolling::PageUp)),
            Motion::PageDown => {
                self.by_row(|editor| editor.area.scroll(Scrolling::PageDown));
            }
            Motion::LineStart => self.go_to_row_end(CursorMove::Head, Rect::left),
            Motion::LineEnd => self.go_to_row_end(CursorMove::End, |row| row.right() - 1),
            Motion::ParagraphUp => self.area.move_cursor(CursorMove::ParagraphBack),
            Motion::ParagraphDown => self.area.move_cursor(CursorMove::ParagraphForward),
            Motion::Top => self.place((0, 0)),
            Motion::Bottom => self.place((usize::MAX, usize::MAX)),
        }
        let place = self.on_boundary(self.area.cursor());
        if place != self.area.cursor() {
            self.place(place);
        }
    }

    /// Moves over rows of the screen and comes back to the column it began in, where the
    /// row is long enough.
    fn by_row(&mut self, step: fn(&mut Self)) {
        let Some(goal) = self.goal.or_else(|| Some(self.on_screen()?.x)) else {
            return step(self);
        };
        step(self);
        if let Some(now) = self.on_screen() {
            let wished = self.area.cursor_at_position(Position::new(goal, now.y));
            if let Some(place) = wished {
                self.place(place);
            }
        }
        self.goal = Some(goal);
    }

    /// Moves to an end of the row on the screen, and from there to that of the line.
    fn go_to_row_end(&mut self, line_end: CursorMove, side: fn(Rect) -> u16) {
        let before = self.area.cursor();
        if let Some(now) = self.on_screen() {
            let end = Position::new(side(self.drawn.get()), now.y);
            if let Some(place) = self.area.cursor_at_position(end) {
                self.place(place);
            }
        }
        if self.area.cursor() == before {
            self.area.move_cursor(line_end);
        }
    }

    /// Where the cursor would be drawn now. The text area knows only by drawing itself.
    fn on_screen(&self) -> Option<Position> {
        let area = self.drawn.get();
        if area.is_empty() {
            return None;
        }
        (&self.area).render(area, &mut Buffer::empty(area));
        self.area.rendered_cursor_position()
    }

    pub(super) fn cluster_before(&self, (row, column): Place) -> Place {
        if column == 0 {
            return row
                .checked_sub(1)
                .map_or((0, 0), |above| (above, self.length(above)));
        }
        let before: String = self.line(row).chars().take(column).collect();
        let cluster = before.graphemes(true).next_back().map_or(1, |c| c.chars().count());
        (row, column.saturating_sub(cluster))
    }

    pub(super) fn cluster_after(&self, (row, column): Place) -> Place {
        let after: String = self.line(row).chars().skip(column).collect();
        match after.graphemes(true).next() {
            Some(cluster) => (row, column + cluster.chars().count()),
            None if row + 1 < self.area.lines().len() => (row + 1, 0),
            None => (row, column),
        }
    }

    /// The place itself, or the start of the grapheme cluster that it would cut.
    fn on_boundary(&self, (row, column): Place) -> Place {
        let mut end = 0;
        for cluster in self.line(row).graphemes(true) {
            let start = end;
            end += cluster.chars().count();
            if column < end {
                return (row, if column > start { start } else { column });
            }
        }
        (row, column)
    }

    fn length(&self, row: usize) -> usize {
        self.line(row).chars().count()
    }
}
