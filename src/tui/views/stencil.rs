//! A paragraph on its way to a template.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use super::question::draw_input;
use super::templates::draw_frame;
use crate::tui::desk::Desk;
use crate::tui::input::Input;
use crate::tui::popup_keys::InPopup;
use crate::tui::stencilling::{Field, Stencilling};
use crate::tui::wrap::wrapped;

/// Where the words begin that are typed.
const LABEL: u16 = 9;

/// Draws the fields and the words of the paragraph, or the file that is made of them.
pub(in crate::tui) fn draw(desk: &Desk, stencil: &Stencilling, frame: &mut Frame) {
    let title = match stencil.field {
        Field::File => " The file of the template ".to_owned(),
        _ => format!(" Save {} as a template ", stencil.label),
    };
    let inner = draw_frame(desk, &title, &foot(desk, stencil.field), frame);
    if stencil.field == Field::File {
        return draw_file(stencil, inner, frame);
    }
    let rows = [Constraint::Length(1); 3].into_iter();
    let rows = rows.chain([Constraint::Fill(1), Constraint::Length(2)]);
    let [id, title, tags, words, hint] = Layout::vertical(rows).areas(inner);
    draw_words(desk, stencil, words, frame);
    let lines: Vec<Line> =
        wrapped(&advice(stencil), hint.width).into_iter().map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), hint);
    let fields = [
        (Field::Id, "Name", &stencil.id, id),
        (Field::Title, "Title", &stencil.title, title),
        (Field::Tags, "Tags", &stencil.tags, tags),
    ];
    for (field, label, input, area) in fields {
        draw_field(label, input, field == stencil.field, area, frame);
    }
}

fn foot(desk: &Desk, field: Field) -> String {
    let between: &[InPopup] = &[InPopup::NextField, InPopup::PreviousField];
    match field {
        Field::Words => desk.keys.foot(&[
            (&[InPopup::Mark], "open or close"),
            (&[InPopup::Up, InPopup::Down], "kind"),
            (&[InPopup::Accept], "the file"),
            (between, ""),
            (&[InPopup::Close], ""),
        ]),
        Field::File => desk.keys.foot(&[
            (&[InPopup::Accept], "keeps it"),
            (&[InPopup::PreviousField], "back"),
            (&[InPopup::Up, InPopup::Down], "scroll"),
            (&[InPopup::Close], ""),
        ]),
        _ => desk.keys.foot(&[
            (&[InPopup::Accept], "next"),
            (between, "fields"),
            (&[InPopup::Finish], "the file"),
            (&[InPopup::Close], ""),
        ]),
    }
}

/// One that is not in hand shows its beginning, and leaves the cursor of the terminal alone.
fn draw_field(label: &str, input: &Input, is_here: bool, area: Rect, frame: &mut Frame) {
    let mark = if is_here { "▸" } else { " " };
    frame.render_widget(format!("{mark} {label}:"), area);
    let rest =
        Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    if is_here {
        draw_input(input, rest, frame);
    } else {
        frame.render_widget(input.text(), rest);
    }
}

/// The words with `‹…›` around placeholders and `▸…◂` around the word in hand.
fn draw_words(desk: &Desk, stencil: &Stencilling, area: Rect, frame: &mut Frame) {
    let mark = if stencil.field == Field::Words { "▸" } else { " " };
    let title = Span::styled(format!("{mark} Words "), desk.theme.title);
    let block =
        Block::new().borders(Borders::TOP).border_style(desk.theme.aside).title(title);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let text = with_marks(stencil);
    let lines: Vec<String> =
        text.lines().flat_map(|line| wrapped(line, inner.width)).collect();
    let here = lines.iter().position(|line| line.contains('▸')).unwrap_or(0);
    let height = usize::from(inner.height);
    let most = lines.len().saturating_sub(height);
    let first = here.saturating_sub(height / 2).min(most);
    let lines: Vec<Line> = lines.into_iter().skip(first).map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), inner);
}

fn with_marks(stencil: &Stencilling) -> String {
    let mut marks: Vec<(usize, &str)> = Vec::new();
    for (range, _) in &stencil.places {
        marks.extend([(range.start, "‹"), (range.end, "›")]);
    }
    if stencil.field == Field::Words {
        let marked = stencil.marked();
        marks.extend([(marked.start, "▸"), (marked.end, "◂")]);
    }
    // What ends at a place comes before what begins there.
    marks.sort_by_key(|(at, mark)| (*at, !matches!(*mark, "›" | "◂")));
    let (mut text, mut copied) = (String::new(), 0);
    for (at, mark) in marks {
        text.push_str(stencil.text.get(copied..at).unwrap_or_default());
        text.push_str(mark);
        copied = at;
    }
    text.push_str(stencil.text.get(copied..).unwrap_or_default());
    text
}

fn advice(stencil: &Stencilling) -> String {
    let place = stencil.place_here().and_then(|place| stencil.places.get(place));
    match (stencil.field, place) {
        (Field::Words, Some((_, kind))) => format!("‹…› a placeholder: {}", kind.word()),
        (Field::Words, None) => {
            "← → go by word, with Shift they mark more; what changes from text to text becomes \
             a placeholder"
                .to_owned()
        }
        (Field::Id, _) => "the name of its file: letters, figures and hyphens".to_owned(),
        (Field::Tags, _) => "words to find it by, with commas between them".to_owned(),
        _ => "what it is for, as the list of templates shows it".to_owned(),
    }
}

fn draw_file(stencil: &Stencilling, area: Rect, frame: &mut Frame) {
    let yaml = stencil.yaml();
    let lines: Vec<String> =
        yaml.lines().flat_map(|line| wrapped(line, area.width)).collect();
    let first = stencil.row.min(lines.len().saturating_sub(usize::from(area.height)));
    let lines: Vec<Line> = lines.into_iter().skip(first).map(Line::raw).collect();
    frame.render_widget(Paragraph::new(lines), area);
}
