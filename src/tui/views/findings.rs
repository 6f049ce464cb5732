//! The findings of the draft, that at the cursor in view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Borders, Paragraph};

use super::wrapped;
use crate::lint::Diagnostic;
use crate::tui::desk::Desk;
use crate::tui::theme::mark;
use crate::tui::view::pane;

/// Draws the findings.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let title = format!("Findings {}", desk.findings.len());
    let block = pane(desk, &title, false, Borders::TOP | Borders::LEFT);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let here = desk.finding_here();
    // Rows before the one at the cursor, as many as fit, so that it is never cut off.
    let around = here.or_else(|| below_cursor(desk)).unwrap_or(0);
    let mut lines: Vec<Line> = Vec::new();
    for (index, found) in
        desk.findings.iter().enumerate().skip(first(desk, around, inner))
    {
        lines.extend(row(desk, found, Some(index) == here, inner.width));
        if lines.len() >= usize::from(inner.height) {
            break;
        }
    }
    if lines.is_empty() {
        lines.push(Line::raw(" none"));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

fn below_cursor(desk: &Desk) -> Option<usize> {
    let offset = desk.editor.offset();
    let after = desk.findings.iter().position(|found| found.range.start() >= offset);
    after.or(desk.findings.len().checked_sub(1))
}

/// The first finding in view: the rows from there to the end of that at the cursor fit.
fn first(desk: &Desk, around: usize, inner: Rect) -> usize {
    let mut height = 0;
    let mut first = around;
    for index in (0..=around.min(desk.findings.len().saturating_sub(1))).rev() {
        let Some(found) = desk.findings.get(index) else { break };
        height += row(desk, found, false, inner.width).len();
        if height > usize::from(inner.height) {
            break;
        }
        first = index;
    }
    first
}

fn row<'a>(desk: &Desk, found: &Diagnostic, is_here: bool, width: u16) -> Vec<Line<'a>> {
    let here = if is_here { "▸" } else { " " };
    let place = found.paragraph.clone().unwrap_or_default();
    let gap = if place.is_empty() { "" } else { ": " };
    let fix = if found.fixes.is_empty() { "" } else { " [fix]" };
    let words = format!("{place}{gap}{}{fix}", found.message);
    let style = desk.theme.severity(found.severity);
    let mut rows = Vec::new();
    for (index, line) in wrapped(&words, width.saturating_sub(3)).into_iter().enumerate()
    {
        let marks = if index == 0 {
            [Span::raw(here), Span::styled(mark(found.severity), style), Span::raw(" ")]
        } else {
            [Span::raw(" "), Span::raw(" "), Span::raw(" ")]
        };
        let words =
            if is_here { Span::styled(line, desk.theme.title) } else { Span::raw(line) };
        rows.push(marks.into_iter().chain([words]).collect());
    }
    rows
}
