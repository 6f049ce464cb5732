//! Questions, and the lines to type an answer into.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};
use unicode_width::UnicodeWidthStr;

use crate::tui::asking::Ask;
use crate::tui::desk::Desk;
use crate::tui::input::Input;
use crate::tui::popup::Question;
use crate::tui::popup_keys::InPopup;
use crate::tui::view::centred;
use crate::tui::wrap::wrapped;

const WIDTH: u16 = 56;

/// Draws a question with its answers.
pub(in crate::tui) fn draw(desk: &Desk, question: &Question, frame: &mut Frame) {
    let mut lines: Vec<Line> = wrapped(&question.text, WIDTH - 4)
        .into_iter()
        .map(|line| Line::raw(format!(" {line}")))
        .collect();
    lines.push(Line::default());
    for (index, (letter, words, _)) in question.answers.iter().enumerate() {
        let mark = if index == question.chosen { " ▸ " } else { "   " };
        let letter = Span::styled(letter.to_string(), desk.theme.key);
        lines.push(Line::from(vec![
            Span::raw(mark),
            letter,
            Span::raw(format!("  {words}")),
        ]));
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let area = centred(frame.area(), WIDTH, height);
    frame.render_widget(Clear, area);
    frame.render_widget(Paragraph::new(lines).block(Block::bordered()), area);
}

/// Draws the line to search with, at the foot of the text so that it covers little.
pub(in crate::tui) fn draw_find(desk: &Desk, input: &Input, frame: &mut Frame) {
    let area = frame.area();
    let foot = Rect { y: area.bottom().saturating_sub(6), height: 3, ..area };
    let area = Rect {
        width: area.width.min(WIDTH),
        x: area.right() - area.width.min(WIDTH),
        ..foot
    };
    let foot = desk.keys.foot(&[
        (&[InPopup::Accept], ""),
        (&[InPopup::Down], "next"),
        (&[InPopup::Up], "previous"),
        (&[InPopup::Close], "closes"),
    ]);
    draw_line(desk, &format!("Find:{}", foot.trim_end()), input, area, frame);
}

/// Draws the line that is asked for.
pub(in crate::tui) fn draw_ask(desk: &Desk, ask: &Ask, frame: &mut Frame) {
    let screen = frame.area();
    let area = centred(screen, screen.width.saturating_sub(8).min(84), 3);
    let foot = desk.keys.foot(&[(&[InPopup::Accept], ""), (&[InPopup::Close], "")]);
    let title = format!("{}:{}", ask.title, foot.trim_end());
    draw_line(desk, &title, &ask.input, area, frame);
}

/// Draws the line for the name of the file.
pub(in crate::tui) fn draw_name(desk: &Desk, input: &Input, frame: &mut Frame) {
    let area = centred(frame.area(), WIDTH, 3);
    let foot =
        desk.keys.foot(&[(&[InPopup::Accept], "saves"), (&[InPopup::Close], "cancels")]);
    draw_line(desk, &format!("Save as:{}", foot.trim_end()), input, area, frame);
}

fn draw_line(desk: &Desk, title: &str, input: &Input, area: Rect, frame: &mut Frame) {
    let title = Span::styled(format!(" {title} "), desk.theme.title);
    let block = Block::bordered().title(title);
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    draw_input(input, inner, frame);
}

/// Draws a line of typing, its end in view, the terminal's cursor in it.
pub(in crate::tui) fn draw_input(input: &Input, area: Rect, frame: &mut Frame) {
    let before = u16::try_from(input.before_caret().width()).unwrap_or(u16::MAX);
    let skipped = before.saturating_sub(area.width.saturating_sub(1));
    let style = if input.is_selected() { Style::new().reversed() } else { Style::new() };
    let words = Span::styled(input.text(), style);
    frame.render_widget(Paragraph::new(words).scroll((0, skipped)), area);
    frame.set_cursor_position(Position::new(area.x + (before - skipped), area.y));
}
