//! A template as a form: its fields, what belongs into the one in hand, and the paragraph
//! as it is so far.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};
use unicode_width::UnicodeWidthStr;

use super::cut;
use super::question::draw_input;
use super::templates::draw_frame;
use crate::library::optional_words;
use crate::tui::desk::Desk;
use crate::tui::filling::{Filling, Row};
use crate::tui::popup_keys::InPopup;
use crate::tui::wrap::wrapped;

/// How many rows there are for advice and choices.
const HINT: u16 = 3;

/// Draws the form.
pub(in crate::tui) fn draw(desk: &Desk, filling: &Filling, frame: &mut Frame) {
    let rows = filling.rows();
    let title = format!(
        " {} ({} of {}) ",
        cut(&filling.template.title, 40),
        (filling.row + 1).min(rows.len()),
        rows.len()
    );
    let inner = draw_frame(desk, &title, &foot(desk, filling), frame);
    let most = inner.height.saturating_sub(HINT + 5).max(2);
    let height = u16::try_from(rows.len()).unwrap_or(most).min(most);
    let areas =
        [Constraint::Length(height), Constraint::Length(HINT), Constraint::Fill(1)];
    let [fields, hint, below] = Layout::vertical(areas).areas(inner);
    let lines = wrapped(&advice_or_choices(filling), inner.width).into_iter();
    let lines: Vec<Line> = lines.take(usize::from(HINT)).map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), hint);
    draw_text(desk, filling, below, frame);
    // The fields come last: the terminal's cursor stays in the one in hand.
    draw_rows(desk, filling, &rows, fields, frame);
}

fn foot(desk: &Desk, filling: &Filling) -> String {
    let up_down: (&[InPopup], &str) = match filling.here() {
        Some(Row::Part(_)) => (&[InPopup::Mark], "take or leave out"),
        _ => (&[InPopup::Up, InPopup::Down], "choices"),
    };
    desk.keys.foot(&[
        (&[InPopup::Accept], if filling.is_last() { "insert" } else { "next" }),
        (&[InPopup::NextField, InPopup::PreviousField], "fields"),
        up_down,
        (&[InPopup::Finish], if filling.is_last() { "" } else { "insert" }),
        (&[InPopup::Close], ""),
    ])
}

fn draw_rows(
    desk: &Desk,
    filling: &Filling,
    rows: &[Row],
    area: Rect,
    frame: &mut Frame,
) {
    let height = usize::from(area.height);
    let first = (filling.row + 1).saturating_sub(height);
    let label = label_width(filling, rows, area.width);
    for (y, row) in (area.y..area.bottom()).zip(first..) {
        let line = Rect { y, height: 1, ..area };
        let is_here = row == filling.row;
        let mark = if is_here { "▸" } else { " " };
        match rows.get(row) {
            None => break,
            Some(Row::Part(part)) => {
                let is_taken = filling.taken.get(*part).copied().unwrap_or(false);
                let tick = if is_taken { "x" } else { " " };
                let words = optional_words(&filling.template);
                let words = words.get(*part).copied().unwrap_or_default();
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                let words = words.trim_start_matches([',', ' ']);
                let words = format!("{mark}  [{tick}] {words}");
                let words = Span::raw(cut(&words, usize::from(area.width)));
                let words = if is_here { words.style(desk.theme.title) } else { words };
                frame.render_widget(Line::from(words), line);
            }
            Some(Row::Place(index)) => {
                draw_place(desk, filling, *index, is_here, label, line, frame);
            }
        }
    }
}

/// `▸! Session at which the report is due: sixty-third session`
fn draw_place(
    desk: &Desk,
    filling: &Filling,
    index: usize,
    is_here: bool,
    label: u16,
    line: Rect,
    frame: &mut Frame,
) {
    let prompt = filling.template.placeholders.get(index);
    let prompt = prompt.map_or("", |placeholder| placeholder.prompt());
    let mark = if is_here { "▸" } else { " " };
    let odd = if filling.advice(index).is_some() { "!" } else { " " };
    let prompt = Span::raw(cut(prompt, usize::from(label) - 5));
    let prompt = if is_here { prompt.style(desk.theme.title) } else { prompt };
    let marks = Span::raw(format!("{mark}{odd} "));
    frame.render_widget(Line::from(vec![marks, prompt, Span::raw(":")]), line);
    let rest =
        Rect { x: line.x + label, width: line.width.saturating_sub(label), ..line };
    if is_here {
        draw_input(&filling.input, rest, frame);
        if filling.is_offered {
            let width = u16::try_from(filling.input.text().width()).unwrap_or(u16::MAX);
            let offered = Rect { width: width.min(rest.width), ..rest };
            frame.buffer_mut().set_style(offered, desk.theme.selected);
        }
    } else {
        frame.render_widget(cut(filling.answer(index), usize::from(rest.width)), rest);
    }
}

/// How much the longest question takes, but no more than half of the line.
fn label_width(filling: &Filling, rows: &[Row], width: u16) -> u16 {
    let prompts = rows.iter().filter_map(|row| match row {
        Row::Place(index) => filling.template.placeholders.get(*index),
        Row::Part(_) => None,
    });
    let longest = prompts.map(|place| place.prompt().width()).max().unwrap_or(0);
    u16::try_from(longest + 5).unwrap_or(u16::MAX).min(width / 2).max(8)
}

fn advice_or_choices(filling: &Filling) -> String {
    let Some(placeholder) = filling.placeholder() else {
        return "an optional part: it is left out unless it is taken".to_owned();
    };
    if let Some(Row::Place(index)) = filling.here()
        && let Some(advice) = filling.advice(index)
        && !filling.is_offered
    {
        return format!("! {advice}");
    }
    let kind = placeholder.kind.word();
    let all = if placeholder.choices.is_empty() {
        filling.suggestions()
    } else {
        placeholder.choices.clone()
    };
    match all.as_slice() {
        [only] if *only == placeholder.example => format!("{kind}, for example: {only}"),
        all => format!("{kind}: {}", all.join(" · ")),
    }
}

/// The paragraph as it is so far, the place in hand in view.
fn draw_text(desk: &Desk, filling: &Filling, area: Rect, frame: &mut Frame) {
    let block = Block::new().borders(Borders::TOP).border_style(desk.theme.aside);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let text = filling.text();
    let lines: Vec<String> =
        text.lines().flat_map(|line| wrapped(line, inner.width)).collect();
    let sought = filling.placeholder().map(|place| match filling.input.text().trim() {
        "" => format!("{{{}}}", place.name),
        answer => answer.to_owned(),
    });
    let first_word = sought.as_deref().and_then(|words| words.split(' ').next());
    let place = first_word.and_then(|word| lines.iter().position(|l| l.contains(word)));
    let height = usize::from(inner.height);
    let most = lines.len().saturating_sub(height);
    let skipped = place.map_or(0, |place| place.saturating_sub(height / 2)).min(most);
    let lines: Vec<Line> = lines.into_iter().skip(skipped).map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}
