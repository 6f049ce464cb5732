//! The lines at the foot: where the cursor is and how the draft stands; what is said; the
//! keys.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;
use unicode_width::UnicodeWidthStr;

use super::cut;
use crate::tui::action::Action;
use crate::tui::command::OnDisk;
use crate::tui::desk::Desk;
use crate::tui::spelling::is_unknown_word;
use crate::tui::theme::mark;

/// Draws the three lines.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let [status, message, keys] =
        Layout::vertical([Constraint::Length(1); 3]).areas(area);
    frame.render_widget(
        Paragraph::new(state(desk, status.width)).style(desk.theme.chosen),
        status,
    );
    frame.render_widget(Paragraph::new(said(desk, message.width)), message);
    frame.render_widget(Paragraph::new(key_line(desk, keys.width)), keys);
}

fn state<'a>(desk: &Desk, width: u16) -> Line<'a> {
    let place = desk.place();
    let place = if place.is_empty() { "–".to_owned() } else { place };
    let counts =
        desk.counts().map(|(severity, count)| format!("{}{count}", mark(severity)));
    let words = desk.words;
    let since = desk.base.as_ref().map(|base| format!("  {}", base.counts()));
    let since = since.unwrap_or_default();
    let left = format!(" {place}  {}  {words} words{since}  ", counts.join(" "));
    let file = cut(&file(desk), usize::from(width).saturating_sub(left.width() + 1));
    let gap =
        " ".repeat(usize::from(width).saturating_sub(left.width() + file.width() + 1));
    Line::raw(format!("{left}{gap}{file} "))
}

/// The state first, so that a long path is cut and the state is not.
fn file(desk: &Desk) -> String {
    let name = desk.path.as_ref().map(|path| path.display().to_string());
    match (name, &desk.original) {
        (Some(name), None) if desk.on_disk == OnDisk::Changed => {
            format!("changed by another program: {name}")
        }
        (Some(name), Some(_)) => format!("imported: will be saved as {name}"),
        (Some(name), None) if desk.is_modified() => format!("modified: {name}"),
        (Some(name), None) if desk.on_disk == OnDisk::Nothing => format!("new: {name}"),
        (Some(name), None) => format!("saved: {name}"),
        (None, _) if desk.is_modified() => "modified: no name yet".to_owned(),
        (None, _) => "new".to_owned(),
    }
}

/// What was just done; otherwise the finding at the cursor with its fix, or else with what
/// to do about it; without one, how strong the paragraph there is.
fn said<'a>(desk: &Desk, width: u16) -> Line<'a> {
    let width = usize::from(width);
    if let Some(message) = &desk.message {
        let clean: String = message.chars().filter(|c| !c.is_control()).collect();
        return Line::raw(cut(&format!(" {clean}"), width));
    }
    let Some(found) = desk.finding_here().and_then(|index| desk.findings.get(index))
    else {
        return Line::raw(cut(&format!(" {}", opening(desk)), width));
    };
    let key = desk.keys.name_of(Action::ApplyFix);
    let more = desk.keys.name_of(Action::ChooseSpelling);
    let more =
        if is_unknown_word(found) { format!(", {more}: more") } else { String::new() };
    let fix = found.fixes.first().map(|fix| format!(" ({key}: {}{more})", fix.title));
    let help = found.help.as_ref().map(|help| format!(" ({help}{more})"));
    let words = format!(" {}{}", found.message, fix.or(help).unwrap_or_default());
    let mark = Span::styled(
        format!(" {}", mark(found.severity)),
        desk.theme.severity(found.severity),
    );
    Line::from(vec![mark, Span::raw(cut(&words, width.saturating_sub(2)))])
}

/// The opening of the paragraph at the cursor, an operative one with its strength.
fn opening(desk: &Desk) -> String {
    let Some(opening) = desk.opening_here() else { return String::new() };
    let strength = opening
        .read
        .entry
        .strength
        .map(|strength| format!(" · strength {strength} of 5"));
    format!("{}{}", opening.text, strength.unwrap_or_default())
}

fn key_line<'a>(desk: &Desk, width: u16) -> Line<'a> {
    let mut line = Line::default();
    for key in desk.keys.all().iter().filter(|key| !key.short.is_empty()) {
        let name = Span::styled(format!(" {}", key.name()), desk.theme.key);
        let words = Span::raw(format!(" {}", key.short));
        if line.width() + name.width() + words.width() > usize::from(width) {
            continue;
        }
        line.push_span(name);
        line.push_span(words);
    }
    line
}
