//! The outline: what the draft was understood to be.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Borders, Paragraph};

use super::cut;
use crate::tui::desk::{Desk, Focus};
use crate::tui::outline::{Entry, row_at};
use crate::tui::theme::mark;
use crate::tui::view::pane;

/// Draws the outline, the row of the cursor in view.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let has_keys = desk.focus == Focus::Outline;
    let block = pane(desk, "Outline", has_keys, Borders::TOP);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let current = current_row(desk);
    let first = first_row(desk, inner.height);
    let rows =
        desk.outline.iter().enumerate().skip(first).take(usize::from(inner.height));
    let lines: Vec<Line> = rows
        .map(|(index, entry)| row(desk, entry, Some(index) == current, inner.width))
        .collect();
    let lines =
        if desk.outline.is_empty() { vec![Line::raw(" (no paragraphs)")] } else { lines };
    frame.render_widget(Paragraph::new(lines), inner);
}

/// The first row in view: the chosen one stands in the middle where it can, unless the
/// wheel took it away.
pub(in crate::tui) fn first_row(desk: &Desk, height: u16) -> usize {
    let height = usize::from(height);
    let most = desk.outline.len().saturating_sub(height);
    let middle = current_row(desk).unwrap_or(0).saturating_sub(height / 2).min(most);
    middle.saturating_add_signed(desk.pointer.outline).min(most)
}

fn current_row(desk: &Desk) -> Option<usize> {
    match desk.focus {
        Focus::Outline => Some(desk.outline_row),
        Focus::Text => row_at(&desk.outline, desk.editor.offset()),
    }
}

fn row<'a>(desk: &Desk, entry: &Entry, is_current: bool, width: u16) -> Line<'a> {
    let here = if is_current { "▸" } else { " " };
    let finding = entry.loudest.map_or(" ", mark);
    let style = entry.loudest.map_or_else(Default::default, |s| desk.theme.severity(s));
    let set_in = "  ".repeat(usize::from(entry.depth));
    let gap = if entry.label.is_empty() { "" } else { " " };
    let words = format!("{set_in}{}{gap}{}", entry.label, entry.words);
    let words = Span::raw(cut(&words, usize::from(width).saturating_sub(3)));
    let words = if is_current { words.style(desk.theme.title) } else { words };
    Line::from(vec![Span::raw(here), Span::styled(finding, style), Span::raw(" "), words])
}
