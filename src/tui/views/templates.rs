//! Choosing a template, and filling it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Clear, Paragraph, Wrap};

use super::question::draw_input;
use super::{cut, wrapped};
use crate::tui::desk::Desk;
use crate::tui::popup::{Filling, Picker};
use crate::tui::view::centred;

/// Draws the list of templates with the chosen one below it.
pub(in crate::tui) fn draw_picker(desk: &Desk, picker: &Picker, frame: &mut Frame) {
    let title = format!(
        " Insert a template: {} of {} ",
        picker.found.len(),
        desk.library.templates.len()
    );
    let inner =
        draw_frame(desk, &title, " type to search, ↑ ↓ choose, Enter, Esc ", frame);
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

/// Draws the question for one placeholder, and the paragraph as it is so far.
pub(in crate::tui) fn draw_filling(desk: &Desk, filling: &Filling, frame: &mut Frame) {
    let count = filling.template.placeholders.len();
    let title = format!(
        " {} ({} of {count}) ",
        cut(&filling.template.title, 40),
        (filling.asked + 1).min(count)
    );
    let keys = " Enter next, Shift-Tab back, ↓ example, Esc ";
    let inner = draw_frame(desk, &title, keys, frame);
    let Some(placeholder) = filling.template.placeholders.get(filling.asked) else {
        return;
    };
    let question = Rect { height: 1, ..inner };
    let prompt = Span::styled(format!("{}:", placeholder.prompt), desk.theme.title);
    frame.render_widget(prompt, question);
    let line = Rect { y: inner.y + 1, height: 1, ..inner };
    frame.render_widget("> ", line);
    let typed = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
    draw_input(&filling.input, typed, frame);
    let hint = hint(filling, &placeholder.choices, &placeholder.example);
    let mut lines: Vec<Line> =
        wrapped(&hint, inner.width).into_iter().map(Line::raw).collect();
    lines.push(Line::default());
    for line in filling.text().lines() {
        lines.extend(wrapped(line, inner.width).into_iter().map(Line::raw));
    }
    let below = Rect { y: inner.y + 2, height: inner.height.saturating_sub(2), ..inner };
    frame.render_widget(Paragraph::new(lines), below);
}

fn hint(filling: &Filling, choices: &[String], example: &str) -> String {
    match filling.advice() {
        Some(advice) => format!("! {advice}"),
        None if choices.is_empty() => format!("for example: {example}"),
        None => format!("one of: {}", choices.join(", ")),
    }
}

fn draw_frame(desk: &Desk, title: &str, keys: &str, frame: &mut Frame) -> Rect {
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
