//! The findings of the draft, that at the cursor in view.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use crate::lint::Diagnostic;
use crate::tui::desk::Desk;
use crate::tui::theme::mark;
use crate::tui::view::pane;
use crate::tui::wrap::wrapped;

/// Draws the findings.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let block = pane(desk, &title(desk), false, BORDERS);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let here = desk.finding_here();
    let mut lines: Vec<Line> = Vec::new();
    for (index, found) in desk.findings.iter().enumerate().skip(first(desk, area)) {
        lines.extend(row(desk, found, Some(index) == here, inner.width));
        if lines.len() >= usize::from(inner.height) {
            break;
        }
    }
    if lines.is_empty() {
        lines.extend(nothing(desk, inner.width));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

const BORDERS: Borders = Borders::TOP.union(Borders::LEFT);

/// How many are shown, how many there are, and which are shown if not all.
fn title(desk: &Desk) -> String {
    let shown = desk.findings.len();
    match desk.filter.words() {
        None => format!("Findings {shown}"),
        Some(words) => {
            format!("Findings {shown} of {}: {words}", shown + desk.hidden.len())
        }
    }
}

fn nothing<'a>(desk: &Desk, width: u16) -> Vec<Line<'a>> {
    let words = match desk.hidden.len() {
        0 => "none".to_owned(),
        hidden => format!("none of these; {hidden} are hidden"),
    };
    let lines = wrapped(&words, width.saturating_sub(1)).into_iter();
    lines.map(|line| Line::raw(format!(" {line}"))).collect()
}

fn below_cursor(desk: &Desk) -> Option<usize> {
    let offset = desk.editor.offset();
    let after = desk.findings.iter().position(|found| found.range.start() >= offset);
    after.or(desk.findings.len().checked_sub(1))
}

/// The first finding in view: the rows from there to the end of that at the cursor fit,
/// so that it is never cut off, unless the wheel took it away.
pub(in crate::tui) fn first(desk: &Desk, area: Rect) -> usize {
    let inner = Block::new().borders(BORDERS).inner(area);
    let last = desk.findings.len().saturating_sub(1);
    let around =
        desk.finding_here().or_else(|| below_cursor(desk)).unwrap_or(0).min(last);
    let mut height = 0;
    let mut first = around;
    for index in (0..=around).rev() {
        let Some(found) = desk.findings.get(index) else { break };
        height += row(desk, found, false, inner.width).len();
        if height > usize::from(inner.height) {
            break;
        }
        first = index;
    }
    first.saturating_add_signed(desk.pointer.findings).min(last)
}

/// The finding that is drawn at a row of the screen.
pub(in crate::tui) fn finding_at(desk: &Desk, area: Rect, y: u16) -> Option<usize> {
    let inner = Block::new().borders(BORDERS).inner(area);
    let mut rows = usize::from(y.checked_sub(inner.y)?);
    for (index, found) in desk.findings.iter().enumerate().skip(first(desk, area)) {
        let height = row(desk, found, false, inner.width).len();
        if rows < height {
            return Some(index);
        }
        rows -= height;
    }
    None
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
