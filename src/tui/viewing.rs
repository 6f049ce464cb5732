//! Which rows of the text are in view. The view follows the cursor, and no more than it has
//! to.

use ratatui::layout::{Position, Rect};

use super::editor::Editor;
use super::rows::Spot;

impl Editor {
    /// Says where the text is drawn.
    pub(super) fn set_view(&self, area: Rect) {
        self.drawn.set(area);
        self.rows.set_width(area.width);
    }

    /// The rows to be drawn in an area, the cursor among them.
    pub(super) fn rows_in(&self, area: Rect) -> Vec<Spot> {
        self.set_view(area);
        self.follow_cursor();
        let mut spot = self.top.get();
        let mut spots = Vec::new();
        for _ in 0..area.height {
            spots.push(spot);
            let below = self.rows.moved(spot, 1);
            if below == spot {
                break;
            }
            spot = below;
        }
        spots
    }

    /// Moves the view by as little as brings the cursor into it.
    fn follow_cursor(&self) {
        let height = self.height();
        let cursor = self.rows.spot_of(self.offset());
        let top = self.rows.nearest(self.top.get());
        let is_below = self.rows.distance(top, cursor, height) >= height;
        self.top.set(if cursor < top {
            cursor
        } else if is_below {
            self.rows.moved(cursor, 1 - rows(height))
        } else {
            top
        });
    }

    /// How many rows are drawn: one at least.
    fn height(&self) -> usize {
        usize::from(self.drawn.get().height).max(1)
    }

    /// After a jump that took the cursor to the edge of the view, shows what is around it.
    pub(super) fn show_around(&self) {
        if self.drawn.get().is_empty() {
            return;
        }
        self.follow_cursor();
        let (height, below_top) = (self.height(), self.rows_below_top());
        if below_top == 0 || below_top + 1 == height {
            let cursor = self.rows.spot_of(self.offset());
            self.top.set(self.rows.moved(cursor, -rows(height / 3)));
        }
    }

    /// Shows the cursor in the upper part of the view, so that what lies over the lower does
    /// not hide it.
    pub(super) fn show_high(&self) {
        self.follow_cursor();
        let wished = self.height() / 4;
        if self.rows_below_top() > wished {
            let cursor = self.rows.spot_of(self.offset());
            self.top.set(self.rows.moved(cursor, -rows(wished)));
        }
    }

    fn rows_below_top(&self) -> usize {
        let cursor = self.rows.spot_of(self.offset());
        self.rows.distance(self.top.get(), cursor, self.height())
    }

    /// Moves the view, and the cursor if it would leave it.
    pub fn scroll(&mut self, by: i16) {
        self.follow_cursor();
        self.goal = None;
        let (by, cell) = (isize::from(by), self.rows.cell_of(self.offset()));
        let top = self.rows.moved(self.top.get(), by);
        self.top.set(top);
        let bottom = self.rows.moved(top, rows(self.height()) - 1);
        let cursor = self.rows.spot_of(self.offset());
        let held = cursor.clamp(top, bottom);
        if held != cursor {
            self.place(self.rows.offset_at(held, cell));
        }
    }

    /// Moves the view by its height, and the cursor with it. At the end of the text the view
    /// is full, and the cursor goes on alone.
    pub(super) fn turn_page(&mut self, is_down: bool, cell: u16) {
        self.follow_cursor();
        let height = rows(self.height());
        let by = if is_down { height } else { -height };
        let end = self.rows.spot_of(self.text().len());
        let last = self.rows.moved(end, 1 - height).max(self.top.get());
        self.top.set(self.rows.moved(self.top.get(), by).min(last));
        self.go_by_rows(by, cell);
    }

    /// Moves the cursor over rows, to a cell.
    pub(super) fn go_by_rows(&mut self, by: isize, cell: u16) {
        let spot = self.rows.moved(self.rows.spot_of(self.offset()), by);
        self.place(self.rows.offset_at(spot, cell));
    }

    /// The byte offset that is drawn at a place of the screen, or the nearest in its row.
    pub(super) fn offset_at(&self, position: Position) -> Option<usize> {
        let area = self.drawn.get();
        let below_top = position.y.checked_sub(area.y).filter(|y| *y < area.height)?;
        self.follow_cursor();
        let spot = self.rows.moved(self.top.get(), rows(usize::from(below_top)));
        Some(self.rows.offset_at(spot, position.x.saturating_sub(area.x)))
    }
}

fn rows(count: usize) -> isize {
    isize::try_from(count).unwrap_or(isize::MAX)
}
