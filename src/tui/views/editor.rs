//! The text in hand, findings underlined and marked at the left.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{Block, Borders};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::lint::Severity;
use crate::tui::desk::{Desk, Focus};
use crate::tui::theme::mark;
use crate::tui::view::pane;

/// The column for marks, and a blank one.
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
    start: usize,
    end: usize,
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
    desk.editor.drawn.set(text_area);
    frame.render_widget(&desk.editor.area, text_area);
    let underlines = underlines(desk);
    for row in rows(desk, text_area) {
        draw_row(desk, &row, &underlines, text_area, frame.buffer_mut());
        if let Some(x) = caret(desk, &row, text_area).filter(|_| has_keys) {
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

fn underlines(desk: &Desk) -> Vec<Underline> {
    let (text, drift) = (desk.editor.text(), desk.drift());
    let carried = |at: usize| drift.map_or(at, |change| change.carry(at));
    desk.findings
        .iter()
        .map(|found| {
            let (mut start, mut end) =
                (carried(found.range.start()), carried(found.range.end()));
            if start == end {
                // A place between two characters is shown at the one before it.
                let before = text.get(..start).unwrap_or_default();
                start -= before.chars().next_back().map_or(0, char::len_utf8);
                end = end.max(start + 1);
            }
            Underline { start, end, severity: found.severity }
        })
        .collect()
}

/// The rows that the text area drew. It tells where each begins.
fn rows(desk: &Desk, area: Rect) -> Vec<Row> {
    let editor = &desk.editor;
    let mut begins: Vec<(u16, (usize, usize))> = Vec::new();
    for y in area.top()..area.bottom() {
        let Some(place) = editor.area.cursor_at_position(Position::new(area.x, y)) else {
            break;
        };
        if begins.last().is_some_and(|(_, last)| *last == place) {
            break;
        }
        begins.push((y, place));
    }
    let next_of = |index: usize| begins.get(index + 1).map(|(_, place)| *place);
    let row = |(index, (y, place)): (usize, &(u16, (usize, usize)))| {
        let start = editor.offset_of(*place);
        let line_end = editor.offset_of((place.0, usize::MAX));
        match next_of(index) {
            Some(next) if next.0 == place.0 => {
                Row { y: *y, start, end: editor.offset_of(next), is_last: false }
            }
            _ => Row { y: *y, start, end: line_end, is_last: true },
        }
    };
    begins.iter().enumerate().map(row).collect()
}

fn draw_row(
    desk: &Desk,
    row: &Row,
    underlines: &[Underline],
    area: Rect,
    buffer: &mut Buffer,
) {
    let text = desk.editor.text().get(row.start..row.end).unwrap_or_default();
    let on_row: Vec<&Underline> = underlines
        .iter()
        .filter(|u| u.start < row.end.max(row.start + 1) && row.start < u.end)
        .collect();
    if on_row.is_empty() {
        return;
    }
    let begins_here = |u: &&&Underline| row.start <= u.start;
    if let Some(loudest) = on_row.iter().filter(begins_here).map(|u| u.severity).max() {
        let style = desk.theme.severity(loudest);
        buffer.set_string(area.x - GUTTER, row.y, mark(loudest), style);
    }
    let mut x = area.x;
    for (at, cluster) in text.grapheme_indices(true) {
        let width = drawn_width(cluster);
        let offset = row.start + at;
        let over =
            on_row.iter().filter(|u| u.start < offset + cluster.len() && offset < u.end);
        if let Some(severity) = over.map(|underline| underline.severity).max() {
            underline(
                buffer,
                Rect { x, y: row.y, width, height: 1 },
                area,
                desk.theme.finding(severity),
            );
        }
        x = x.saturating_add(width);
    }
}

fn underline(buffer: &mut Buffer, cells: Rect, area: Rect, style: Style) {
    buffer.set_style(cells.intersection(area), style);
}

/// The column of the cursor, if it is on this row.
fn caret(desk: &Desk, row: &Row, area: Rect) -> Option<u16> {
    let offset = desk.editor.offset();
    let is_here =
        row.start <= offset && (offset < row.end || row.is_last && offset == row.end);
    let before = is_here.then(|| desk.editor.text().get(row.start..offset))??;
    let width = before.graphemes(true).map(drawn_width).fold(0, u16::saturating_add);
    Some((area.x + width).min(area.right().saturating_sub(1)))
}

/// How many cells a grapheme cluster takes as the text area draws it.
fn drawn_width(cluster: &str) -> u16 {
    match cluster {
        "\t" => 4,
        _ if cluster.contains(char::is_control) => 0,
        _ => u16::try_from(cluster.width()).unwrap_or(0),
    }
}
