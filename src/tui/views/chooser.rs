//! A list to choose from.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

use super::cut;
use super::question::draw_input;
use crate::tui::chooser::Chooser;
use crate::tui::desk::Desk;
use crate::tui::popup_keys::InPopup;
use crate::tui::view::centred;

/// What the keys do in a list.
pub(super) fn foot(desk: &Desk) -> String {
    let keys = desk.keys.foot(&[
        (&[InPopup::Up, InPopup::Down], "choose"),
        (&[InPopup::Accept], ""),
        (&[InPopup::Close], ""),
    ]);
    format!(" type,{keys}")
}

/// How many choices are in view at most.
const MOST: usize = 19;

/// The rows around them: the frame, and what was typed.
const FRAME: u16 = 3;

/// Draws what was typed and the choices that fit.
pub(in crate::tui) fn draw(desk: &Desk, chooser: &Chooser, frame: &mut Frame) {
    let screen = frame.area();
    // What is cited is found while it is typed.
    let most = if chooser.is_citing { MOST } else { chooser.choices.len().min(MOST) };
    let most = u16::try_from(most).unwrap_or(0) + FRAME;
    let (width, height) = (
        screen.width.saturating_sub(8).min(84),
        screen.height.saturating_sub(4).min(most),
    );
    let area = centred(screen, width, height);
    let title = format!(" {} ({}) ", chooser.title, chooser.found.len());
    let block = Block::bordered()
        .title(Span::styled(title, desk.theme.title))
        .title_bottom(Span::styled(foot(desk), desk.theme.key));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    let rows = [Constraint::Length(1), Constraint::Fill(1)];
    let [typed, list] = Layout::vertical(rows).areas(inner);
    frame.render_widget("> ", typed);
    let line = Rect { x: typed.x + 2, width: typed.width.saturating_sub(2), ..typed };
    draw_list(desk, chooser, list, frame);
    draw_input(&chooser.words, line, frame);
}

fn draw_list(desk: &Desk, chooser: &Chooser, area: Rect, frame: &mut Frame) {
    let height = usize::from(area.height);
    let first = (chooser.chosen + 1).saturating_sub(height);
    let rows = chooser.found.iter().enumerate().skip(first).take(height);
    let lines: Vec<Line> = rows
        .filter_map(|(row, index)| {
            let choice = chooser.choices.get(*index)?;
            let is_chosen = row == chooser.chosen;
            let mark = if is_chosen { "▸ " } else { "  " };
            let room = usize::from(area.width).saturating_sub(4 + choice.aside.width());
            let words = cut(&choice.words, room);
            let gap = " ".repeat(room.saturating_sub(words.width()) + 1);
            let words = Span::raw(words);
            let words = if is_chosen { words.style(desk.theme.title) } else { words };
            let aside = Span::styled(choice.aside.clone(), desk.theme.key);
            Some(Line::from(vec![Span::raw(mark), words, Span::raw(gap), aside]))
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}
