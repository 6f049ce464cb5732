//! Finding and replacing: two lines to type into, and what would become of the places.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::cut;
use super::question::draw_input;
use crate::drafting::search::{Found, Place, Scope};
use crate::lint;
use crate::tui::desk::Desk;
use crate::tui::input::Input;
use crate::tui::popup_keys::InPopup;
use crate::tui::replacing::{Replacing, Typed};

/// Where the words begin that are typed.
const LABEL: u16 = 9;

/// Draws it at the foot of the text, so that the chosen place is seen above.
pub(in crate::tui) fn draw(desk: &Desk, replacing: &Replacing, frame: &mut Frame) {
    let screen = frame.area();
    let height = (screen.height / 2).clamp(8, 14).min(screen.height.saturating_sub(4));
    let width = screen.width.min(100);
    let area = Rect {
        x: screen.right() - width,
        y: screen.bottom().saturating_sub(3 + height),
        width,
        height,
    };
    let keys = desk.keys.foot(&[
        (&[InPopup::Accept], "this one"),
        (&[InPopup::ReplaceAll], "all"),
        (&[InPopup::Up, InPopup::Down], "another place"),
        (&[InPopup::NextField], "other line"),
        (&[InPopup::Close], "closes"),
    ]);
    let block = Block::bordered()
        .title(Span::styled(" Find and replace ", desk.theme.title))
        .title_bottom(Span::styled(keys, desk.theme.key));
    let inner = block.inner(area);
    frame.render_widget(Clear, area);
    frame.render_widget(block, area);
    let rows = [Constraint::Length(1); 4].into_iter().chain([Constraint::Fill(1)]);
    let [words, replacement, ways, count, places] = Layout::vertical(rows).areas(inner);
    frame.render_widget(Paragraph::new(ways_line(desk, replacing)), ways);
    frame.render_widget(Paragraph::new(count_line(replacing, count.width)), count);
    if let Ok(found) = &replacing.found {
        draw_places(desk, replacing, found, places, frame);
    }
    // The line that is typed into comes last: the terminal's cursor stays in it.
    let lines = [
        ("Find", &replacing.words, words),
        ("Replace", &replacing.replacement, replacement),
    ];
    match replacing.typed {
        Typed::Words => lines.into_iter().rev().for_each(|line| draw_line(line, frame)),
        Typed::Replacement => lines.into_iter().for_each(|line| draw_line(line, frame)),
    }
    let mark = if replacing.typed == Typed::Words { words } else { replacement };
    frame.render_widget("▸", Rect { width: 1, ..mark });
}

fn draw_line((label, input, area): (&str, &Input, Rect), frame: &mut Frame) {
    frame.render_widget(format!(" {label}"), area);
    let rest =
        Rect { x: area.x + LABEL, width: area.width.saturating_sub(LABEL), ..area };
    draw_input(input, rest, frame);
}

fn ways_line<'a>(desk: &Desk, replacing: &Replacing) -> Line<'a> {
    let search = &replacing.search;
    let scope = match search.scope {
        Scope::Draft => "in the draft",
        Scope::Part => "in this part",
        Scope::Paragraph => "in this paragraph",
    };
    let mut line = Line::default();
    let key = |does| Span::styled(desk.keys.foot(&[(&[does], "")]), desk.theme.key);
    for (does, is_on, words) in [
        (InPopup::MindCase, search.minds_case, "case"),
        (InPopup::WholeWords, search.whole_words, "whole"),
        (InPopup::AsExpression, search.is_expression, "expression"),
    ] {
        line.push_span(key(does));
        let mark = if is_on { "x" } else { " " };
        line.push_span(Span::raw(format!("[{mark}] {words}")));
    }
    line.push_span(key(InPopup::NextScope));
    line.push_span(Span::raw(scope));
    line
}

/// How many places there are, or why there can be none.
fn count_line(replacing: &Replacing, width: u16) -> String {
    let words = match &replacing.found {
        Err(problem) => format!("! {problem}"),
        Ok(_) if replacing.words.text().is_empty() => {
            "type what is looked for".to_owned()
        }
        Ok(found) => counted(found, replacing.search.scope),
    };
    cut(&format!(" {words}"), usize::from(width))
}

fn counted(found: &Found, scope: Scope) -> String {
    let places = |count: usize| match count {
        0 => "no place".to_owned(),
        1 => "1 place".to_owned(),
        count => format!("{count} places"),
    };
    let in_front_matter = match found.in_front_matter {
        0 => String::new(),
        count => format!(", {count} in the front matter"),
    };
    let here = places(found.places.len());
    match scope {
        Scope::Draft => format!("{here}{in_front_matter}"),
        _ if found.elsewhere == 0 => format!("{here} here, none elsewhere"),
        _ => format!("{here} here; {} elsewhere{in_front_matter}", found.elsewhere),
    }
}

fn draw_places(
    desk: &Desk,
    replacing: &Replacing,
    found: &Found,
    area: Rect,
    frame: &mut Frame,
) {
    let height = usize::from(area.height);
    let first = (replacing.chosen + 1).saturating_sub(height);
    let rows = found.places.iter().enumerate().skip(first).take(height);
    let lines: Vec<Line> = rows
        .map(|(index, place)| {
            let is_chosen = index == replacing.chosen;
            let mark = if is_chosen { "▸" } else { " " };
            let words = row(desk, place, usize::from(area.width).saturating_sub(1));
            let words = Span::raw(words);
            let words = if is_chosen { words.style(desk.theme.title) } else { words };
            Line::from(vec![Span::raw(mark), words])
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), area);
}

/// `OP 2: … the ‹Office› → ‹Bureau› of the …`
fn row(desk: &Desk, place: &Place, width: usize) -> String {
    let (text, range) = (desk.source.text(), place.range);
    let label = lint::place_of(&desk.resolution, range.start());
    let label = label.map_or_else(String::new, |label| format!("{label}: "));
    let one_line = |words: &str| words.replace(|c: char| c.is_control(), "⏎");
    let old = cut(&one_line(desk.source.slice(range)), width / 3);
    let new = cut(&one_line(&place.replacement), width / 3);
    let change = format!("‹{old}› → ‹{new}›");
    let before = text.get(..range.start()).unwrap_or_default();
    let before = before.rsplit('\n').next().unwrap_or_default();
    let after = text.get(range.end()..).unwrap_or_default();
    let after = after.split('\n').next().unwrap_or_default();
    let room = width.saturating_sub(label.width() + change.width());
    let before = tail(before, room / 2);
    cut(&format!("{label}{before}{change}{after}"), width)
}

/// The last words of a text in so many cells.
fn tail(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut kept = Vec::new();
    let mut used = 1;
    for cluster in text.graphemes(true).rev() {
        used += cluster.width();
        if used > width {
            break;
        }
        kept.push(cluster);
    }
    let kept: String = kept.into_iter().rev().collect();
    format!("…{kept}")
}
