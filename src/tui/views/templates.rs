//! Choosing a template.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph, Wrap};

use super::cut;
use super::question::draw_input;
use crate::tui::desk::Desk;
use crate::tui::popup::Picker;
use crate::tui::view::centred;

/// Draws the list of templates with the chosen one below it.
pub(in crate::tui) fn draw_picker(desk: &Desk, picker: &Picker, frame: &mut Frame) {
    let title = format!(
        " Insert a template: {} of {} ",
        picker.found.len(),
        desk.library.templates.len()
    );
    let inner = draw_frame(desk, &title, &super::chooser::foot(desk), frame);
    let rows = [Constraint::Length(1), Constraint::Fill(3), Constraint::Fill(2)];
    let [typed, list, preview] = Layout::vertical(rows).areas(inner);
    draw_words(picker, typed, frame);
    draw_list(desk, picker, list, frame);
    let chosen =
        picker.found.get(picker.chosen).and_then(|i| desk.library.templates.get(*i));
    let text =
        chosen.map_or("no template fits these words", |template| template.text.as_str());
    let block = Block::new().borders(Borders::TOP).border_style(desk.theme.aside);
    let preview_text = Paragraph::new(text).wrap(Wrap { trim: false }).block(block);
    frame.render_widget(preview_text, preview);
}

fn draw_words(picker: &Picker, area: Rect, frame: &mut Frame) {
    frame.render_widget("Search:", area);
    let rest = Rect { x: area.x + 8, width: area.width.saturating_sub(8), ..area };
    draw_input(&picker.words, rest, frame);
}

fn draw_list(desk: &Desk, picker: &Picker, area: Rect, frame: &mut Frame) {
    let height = usize::from(area.height);
    let first = (picker.chosen + 1).saturating_sub(height);
    let rows = picker.found.iter().enumerate().skip(first).take(height);
    let lines: Vec<Line> = rows
        .filter_map(|(row, index)| {
            let template = desk.library.templates.get(*index)?;
            let mark = if row == picker.chosen { "▸ " } else { "  " };
            let organs = template.organs.join(" ");
            let words =
                format!("{:<10} {}  {organs}", template.part.word(), template.title);
            let words = Span::raw(cut(&words, usize::from(area.width).saturating_sub(2)));
            let words =
                if row == picker.chosen { words.style(desk.theme.title) } else { words };
            Some(Line::from(vec![Span::raw(mark), words]))
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// The frame of a popup that takes most of the screen, and what is inside it.
pub(super) fn draw_frame(
    desk: &Desk,
    title: &str,
    keys: &str,
    frame: &mut Frame,
) -> Rect {
    let screen = frame.area();
    let (width, height) =
        (screen.width.saturating_sub(8).min(96), screen.height.saturating_sub(4).min(28));
    let area = centred(screen, width, height);
    let block = Block::bordered()
        .title(Span::styled(title.to_owned(), desk.theme.title))
        .title_bottom(Span::styled(keys.to_owned(), desk.theme.key));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    inner
}
