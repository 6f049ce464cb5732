//! The text in hand, findings underlined and marked at the left.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, Borders};
use unicode_segmentation::UnicodeSegmentation;

use crate::lint::Severity;
use crate::text::TextRange;
use crate::tui::desk::{Desk, Focus};
use crate::tui::theme::mark;
use crate::tui::view::pane;
use crate::tui::wrap::cells;

/// The column for findings, and the one for what changed since the base text.
const GUTTER: u16 = 2;

/// A finding as it is drawn: never empty, in the text as it is now.
struct Underline {
    start: usize,
    end: usize,
    severity: Severity,
}

/// A row on the screen: the bytes of the text that it shows.
struct Row {
    y: u16,
    range: TextRange,
    /// Whether the line ends with it, so that the cursor can stand after its last
    /// character.
    is_last: bool,
}

/// Draws the text.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let title =
        desk.resolution.title.as_ref().map_or("Draft", |title| title.value.as_str());
    let title = super::cut(title, usize::from(area.width).saturating_sub(6));
    let has_keys = desk.focus == Focus::Text && desk.popups.is_empty();
    let block = pane(desk, &title, has_keys, Borders::TOP | Borders::LEFT);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let text_area = beside_marks(inner);
    let rows = rows(desk, text_area);
    let underlines = underlines(desk, &rows);
    let (selection, cursor) = (desk.editor.selection(), desk.editor.offset());
    for row in &rows {
        draw_row(desk, row, &underlines, selection, text_area, frame.buffer_mut());
        draw_mark(desk, row, text_area, frame.buffer_mut());
        if has_keys && shows(row, cursor) {
            let x = text_area.x.saturating_add(desk.editor.rows.cell_of(cursor));
            let x = x.min(text_area.right().saturating_sub(1));
            frame.set_cursor_position(Position::new(x, row.y));
        }
    }
}

/// Where the text of the pane will be, to be scrolled before it is first drawn.
pub(in crate::tui) fn text_area(area: Rect) -> Rect {
    beside_marks(Block::new().borders(Borders::TOP | Borders::LEFT).inner(area))
}

fn beside_marks(inner: Rect) -> Rect {
    Rect { x: inner.x + GUTTER, width: inner.width.saturating_sub(GUTTER), ..inner }
}

fn rows(desk: &Desk, area: Rect) -> Vec<Row> {
    let editor = &desk.editor;
    let spots = editor.rows_in(area).into_iter();
    let row = |(y, spot)| Row {
        y,
        range: editor.rows.range(spot),
        is_last: editor.rows.ends_line(spot),
    };
    (area.y..).zip(spots).map(row).collect()
}

fn shows(row: &Row, offset: usize) -> bool {
    row.range.start() <= offset
        && (offset < row.range.end() || row.is_last && offset == row.range.end())
}

/// The findings on these rows.
fn underlines(desk: &Desk, rows: &[Row]) -> Vec<Underline> {
    let (text, drift) = (desk.editor.text(), desk.drift());
    let carried = |at: usize| drift.map_or(at, |change| change.carry(at));
    let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
        return Vec::new();
    };
    let underline = |found: &crate::lint::Diagnostic| {
        let (mut start, mut end) =
            (carried(found.range.start()), carried(found.range.end()));
        if start == end {
            // A place between two characters is shown at the one before it.
            let before = text.get(..start).unwrap_or_default();
            start -= before.chars().next_back().map_or(0, char::len_utf8);
            end = end.max(start + 1);
        }
        let is_seen = start <= last.range.end() && first.range.start() <= end;
        is_seen.then_some(Underline { start, end, severity: found.severity })
    };
    desk.findings.iter().filter_map(underline).collect()
}

fn draw_row(
    desk: &Desk,
    row: &Row,
    underlines: &[Underline],
    selection: Option<TextRange>,
    area: Rect,
    buffer: &mut Buffer,
) {
    let (first, end) = (row.range.start(), row.range.end());
    let on_row: Vec<&Underline> = underlines
        .iter()
        .filter(|u| u.start < end.max(first + 1) && first < u.end)
        .collect();
    let begins_here = |u: &&&Underline| first <= u.start;
    if let Some(loudest) = on_row.iter().filter(begins_here).map(|u| u.severity).max() {
        let style = desk.theme.severity(loudest);
        buffer.set_string(area.x - GUTTER, row.y, mark(loudest), style);
    }
    let is_selected = |at: usize| {
        selection.is_some_and(|range| range.start() <= at && at < range.end())
    };
    let mut x = area.x;
    for (at, cluster) in desk.editor.rows.slice(row.range).grapheme_indices(true) {
        let (width, offset) = (cells(cluster), first + at);
        if width > area.right().saturating_sub(x) {
            break;
        }
        let over =
            on_row.iter().filter(|u| u.start < offset + cluster.len() && offset < u.end);
        let mut style = Style::new();
        if is_selected(offset) {
            style = style.patch(desk.theme.selected);
        }
        if let Some(severity) = over.map(|underline| underline.severity).max() {
            style = style.patch(desk.theme.finding(severity));
        }
        if width > 0 && cluster != "\t" {
            buffer.set_stringn(x, row.y, cluster, usize::from(width), style);
        } else {
            buffer.set_style(Rect { x, y: row.y, width, height: 1 }, style);
        }
        x += width;
    }
    // A selected line break is a cell wide.
    if row.is_last && is_selected(end) && x < area.right() {
        let line_break = Rect { x, y: row.y, width: 1, height: 1 };
        buffer.set_style(line_break, desk.theme.selected);
    }
}

/// Marks a row of a passage that is not as the base text has it.
fn draw_mark(desk: &Desk, row: &Row, area: Rect, buffer: &mut Buffer) {
    let Some(base) = desk.base.as_ref().filter(|_| !row.range.is_empty()) else { return };
    // Marks stand in the text that was understood last.
    let back = |at: usize| desk.drift().map_or(at, |change| change.reversed().carry(at));
    if let Some(mark) = base.mark_in(back(row.range.start()), back(row.range.end())) {
        buffer.set_string(area.x - 1, row.y, mark.sign(), desk.theme.key);
    }
}
