//! The outline: what the draft was understood to be.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Borders, Paragraph};

use super::cut;
use crate::conventions::opening_phrases::Part;
use crate::tui::desk::{Desk, Focus};
use crate::tui::outline::{self, Entry, row_at};
use crate::tui::theme::mark;
use crate::tui::view::pane;

/// Draws the outline, the row of the cursor in view.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let has_keys = desk.focus == Focus::Outline;
    let block = pane(desk, &title(desk, area.width), has_keys, Borders::TOP);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let current = current_row(desk);
    let first = first_row(desk, inner.height);
    let rows = outline::shown(&desk.outline).into_iter().skip(first);
    let mut lines: Vec<Line> = rows
        .take(usize::from(inner.height))
        .map(|index| row(desk, &desk.outline[index], Some(index) == current, inner.width))
        .collect();
    if lines.is_empty() {
        lines.push(Line::raw(" (no paragraphs)"));
    }
    frame.render_widget(Paragraph::new(lines), inner);
}

/// How many preambular and operative paragraphs there are, and what the pane is called
/// where there is room for that.
fn title(desk: &Desk, width: u16) -> String {
    let count = |part| outline::count(&desk.outline, part);
    let counts = format!("PP {} OP {}", count(Part::Preambular), count(Part::Operative));
    let title = format!("Outline {counts}");
    if title.len() + 2 <= usize::from(width) { title } else { counts }
}

/// The first row in view, counted among those shown: the chosen one stands in the middle
/// where it can, unless the wheel took it away.
pub(in crate::tui) fn first_row(desk: &Desk, height: u16) -> usize {
    let (shown, height) = (outline::shown(&desk.outline), usize::from(height));
    let most = shown.len().saturating_sub(height);
    let current = current_row(desk);
    let current = shown.iter().position(|index| Some(*index) == current).unwrap_or(0);
    let middle = current.saturating_sub(height / 2).min(most);
    middle.saturating_add_signed(desk.pointer.outline).min(most)
}

fn current_row(desk: &Desk) -> Option<usize> {
    match desk.focus {
        Focus::Outline => Some(desk.outline_row),
        Focus::Text => row_at(&desk.outline, desk.editor.offset()),
    }
}

/// `▸!~OP 2 Requests …`: the cursor, the loudest finding, whether it was changed since it
/// was saved or what was done to it since the base text; of a folded list how long it is.
fn row<'a>(desk: &Desk, entry: &Entry, is_current: bool, width: u16) -> Line<'a> {
    let here = if is_current { "▸" } else { " " };
    let hidden = entry.folded.unwrap_or_default();
    let loudest = entry.loudest.max(hidden.loudest);
    let finding = loudest.map_or(" ", mark);
    let style = loudest.map_or_else(Default::default, |s| desk.theme.severity(s));
    let change = match entry.since_base {
        Some(mark) => mark.sign(),
        None if desk.base.is_some() && hidden.is_since_base => "~",
        None if desk.base.is_none() && (entry.is_changed || hidden.is_changed) => "~",
        None => " ",
    };
    let set_in = "  ".repeat(usize::from(entry.depth));
    let gap = if entry.label.is_empty() { "" } else { " " };
    let list =
        entry.folded.map_or_else(String::new, |hidden| format!(" +{}", hidden.count));
    let words = format!("{set_in}{}{gap}{}", entry.label, entry.words);
    let words = cut(&words, usize::from(width).saturating_sub(3 + list.len()));
    let words = Span::raw(words);
    let words = if is_current { words.style(desk.theme.title) } else { words };
    let marks = [Span::raw(here), Span::styled(finding, style), Span::raw(change)];
    marks.into_iter().chain([words, Span::styled(list, desk.theme.key)]).collect()
}
