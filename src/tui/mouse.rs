//! What the mouse does: a click goes there, a drag selects, the wheel scrolls the pane
//! over which it turns.

use ratatui::layout::{Position, Rect};

use super::action::Motion;
use super::desk::{Desk, Focus, Side};
use super::outline;
use super::popup::Popup;
use super::view::areas;
use super::views;
use crate::text::TextRange;

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mouse {
    /// The left button went down, for the first, second or third time at that place.
    Press {
        /// The cell.
        at: Position,
        /// How often in a row.
        times: u8,
    },
    /// The mouse moved with the left button down.
    Drag(Position),
    /// The wheel turned.
    Wheel {
        /// The cell.
        at: Position,
        /// By how many rows; up is less than nothing.
        rows: i16,
    },
}

/// What the mouse is about, until the next key: how far the panes beside the text are
/// scrolled away from where the cursor holds them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Pointer {
    /// Whether its button went down in the text.
    is_dragging: bool,
    /// By so many rows.
    pub(super) outline: isize,
    /// By so many findings.
    pub(super) findings: isize,
    /// By so many lines.
    pub(super) page: isize,
}

impl Desk {
    /// Does what the mouse does on a screen of that size.
    pub fn mouse(&mut self, mouse: Mouse, screen: Rect) {
        let areas = areas(self, screen);
        if let Mouse::Press { at, .. } = mouse {
            self.pointer.is_dragging =
                self.popups.is_empty() && areas.editor.contains(at);
        }
        match mouse {
            Mouse::Wheel { rows, .. } if !self.popups.is_empty() => self.turn_popup(rows),
            _ if !self.popups.is_empty() => {}
            Mouse::Wheel { at, rows } if areas.editor.contains(at) => {
                self.editor.scroll(rows);
                self.leave_finding();
                self.pointer = Pointer::default();
            }
            Mouse::Wheel { at, rows } if areas.outline.contains(at) => {
                self.turn_outline(rows, areas.outline);
            }
            Mouse::Wheel { at, rows } if areas.side.contains(at) => {
                self.turn_side(rows, areas.side);
            }
            Mouse::Press { at, times } if areas.editor.contains(at) => {
                self.press_text(at, times);
            }
            Mouse::Drag(at) if self.pointer.is_dragging => self.drag(at, areas.editor),
            Mouse::Press { at, .. } if areas.outline.contains(at) => {
                self.press_outline(at, areas.outline);
            }
            Mouse::Press { at, .. } if areas.side.contains(at) => {
                self.press_side(at, areas.side);
            }
            _ => {}
        }
    }

    fn press_text(&mut self, at: Position, times: u8) {
        self.message = None;
        self.focus = Focus::Text;
        self.editor.click(at);
        match times {
            2 => self.editor.select_range(self.word_here()),
            3 => self.editor.select_range(self.block_here()),
            _ => {}
        }
        self.leave_finding();
    }

    fn drag(&mut self, at: Position, editor: Rect) {
        let inner = views::editor::text_area(editor);
        if inner.is_empty() {
            return;
        }
        // Above and below the pane the text scrolls towards the mouse.
        if at.y < inner.top() {
            self.editor.select(Motion::Up);
        } else if at.y >= inner.bottom() {
            self.editor.select(Motion::Down);
        } else {
            let x = at.x.clamp(inner.left(), inner.right() - 1);
            self.editor.drag(Position::new(x, at.y));
        }
        self.leave_finding();
    }

    /// The word at the cursor, or the character there.
    fn word_here(&self) -> TextRange {
        use unicode_segmentation::UnicodeSegmentation;
        let (text, offset) = (self.editor.text(), self.editor.offset());
        let line = text.get(..offset).and_then(|before| before.rfind('\n'));
        let start = line.map_or(0, |end| end + 1);
        let rest = text.get(start..).unwrap_or_default();
        let line = rest.split('\n').next().unwrap_or_default();
        let mut words = line.split_word_bound_indices();
        let word = words.find(|(at, word)| start + at + word.len() > offset);
        word.map_or(TextRange::empty(offset), |(at, word)| {
            TextRange::new(start + at, start + at + word.len())
        })
    }

    /// The lines around the cursor that no blank line divides.
    fn block_here(&self) -> TextRange {
        let (text, offset) = (self.editor.text(), self.editor.offset());
        let before = text.get(..offset).unwrap_or_default();
        let after = text.get(offset..).unwrap_or_default();
        let start = before.rfind("\n\n").map_or(0, |at| at + 2);
        let end = after.find("\n\n").unwrap_or(after.trim_end_matches('\n').len());
        TextRange::new(start, offset + end)
    }

    fn press_outline(&mut self, at: Position, area: Rect) {
        let first = views::outline::first_row(self, area.height - 1);
        let shown = outline::shown(&self.outline);
        let row = at.y.checked_sub(area.y + 1).map(|y| first + usize::from(y));
        if let Some(row) = row.and_then(|row| shown.get(row)) {
            self.jump(*row);
        }
    }

    fn press_side(&mut self, at: Position, area: Rect) {
        if self.side == Side::Findings {
            self.refresh();
            if let Some(index) = views::findings::finding_at(self, area, at.y) {
                self.message = None;
                self.focus = Focus::Text;
                self.go_to_finding(index);
                self.pointer = Pointer::default();
            }
        }
    }

    fn turn_outline(&mut self, rows: i16, area: Rect) {
        let height = area.height.saturating_sub(1);
        let first = views::outline::first_row(self, height);
        let least = self.pointer.outline - signed(first);
        let shown = outline::shown(&self.outline).len();
        let most = signed(shown.saturating_sub(usize::from(height)));
        let most = self.pointer.outline + most - signed(first);
        self.pointer.outline =
            (self.pointer.outline + isize::from(rows)).clamp(least, most.max(least));
    }

    fn turn_side(&mut self, rows: i16, area: Rect) {
        match self.side {
            Side::Findings => {
                let first = signed(views::findings::first(self, area));
                let least = self.pointer.findings - first;
                let most = least + signed(self.findings.len().saturating_sub(1));
                self.pointer.findings = (self.pointer.findings
                    + isize::from(rows.signum()))
                .clamp(least, most);
            }
            Side::Preview => {
                let (above, below) = views::preview::room(self, area);
                let (least, most) = (
                    self.pointer.page - signed(above),
                    self.pointer.page + signed(below),
                );
                self.pointer.page =
                    (self.pointer.page + isize::from(rows)).clamp(least, most);
            }
        }
    }

    fn turn_popup(&mut self, rows: i16) {
        let last_row = views::help::last_row(&self.keys);
        match self.popups.last_mut() {
            Some(Popup::Help(row)) => {
                *row = row.saturating_add_signed(rows).min(last_row);
            }
            Some(Popup::Explanation(page)) => {
                page.row = page.row.saturating_add_signed(rows).min(page.last_row());
            }
            _ => {}
        }
    }
}

fn signed(count: usize) -> isize {
    isize::try_from(count).unwrap_or(isize::MAX)
}
