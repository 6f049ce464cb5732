//! Every key, from the one table.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

use crate::tui::desk::Desk;
use crate::tui::keys::Keys;
use crate::tui::popup_keys::InPopup;
use crate::tui::view::centred;

const WIDTH: u16 = 54;

/// The last row from which the help can begin.
pub(in crate::tui) fn last_row(keys: &Keys) -> u16 {
    u16::try_from(rows(keys).len()).unwrap_or(0).saturating_sub(5)
}

/// Draws the keys from a row on.
pub(in crate::tui) fn draw(desk: &Desk, row: u16, frame: &mut Frame) {
    let lines = rows(&desk.keys).into_iter().map(|(keys, words)| {
        let keys = Span::styled(format!(" {keys:<14}"), desk.theme.key);
        Line::from(vec![keys, Span::raw(words)])
    });
    let lines: Vec<Line> = lines.collect();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let area = centred(frame.area(), WIDTH, height);
    let scroll = desk.keys.foot(&[(&[InPopup::Up, InPopup::Down], "scroll")]);
    let title = format!(" Keys:{}, any other closes ", scroll.trim_end());
    let title = Span::styled(title, desk.theme.title);
    frame.render_widget(Clear, area);
    frame.render_widget(
        Paragraph::new(lines).scroll((row, 0)).block(Block::bordered().title(title)),
        area,
    );
}

/// The keys of each action and the words for it, in the order of the table.
fn rows(keys: &Keys) -> Vec<(String, &'static str)> {
    let mut rows: Vec<(String, &'static str)> = Vec::new();
    for key in keys.all().iter().filter(|key| !key.help.is_empty()) {
        match rows.iter_mut().find(|(_, words)| *words == key.help) {
            Some((keys, _)) => *keys = format!("{keys}, {}", key.name()),
            None => rows.push((key.name(), key.help)),
        }
    }
    rows.push(("Shift-arrows".to_owned(), "select"));
    rows
}
