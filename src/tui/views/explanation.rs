//! A page to be read, over the desk.

use ratatui::Frame;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Clear, Paragraph};

use crate::tui::desk::Desk;
use crate::tui::explanation::{Explanation, Line as Read, WIDTH};
use crate::tui::popup_keys::InPopup;
use crate::tui::view::centred;

/// Draws the page from its row on.
pub(in crate::tui) fn draw(desk: &Desk, page: &Explanation, frame: &mut Frame) {
    let line = |line: &Read| match line {
        Read::Heading(words) => {
            Line::from(Span::styled(format!(" {words}"), desk.theme.title))
        }
        Read::Words(words) => Line::raw(format!(" {words}")),
        Read::Example(words) => Line::from(vec![
            Span::styled(" │ ", desk.theme.aside),
            Span::raw(words.clone()),
        ]),
    };
    let lines: Vec<Line> = page.lines.iter().map(line).collect();
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(2);
    let most = frame.area().height.saturating_sub(2);
    let area = centred(frame.area(), WIDTH + 4, height.min(most));
    let below = lines.len().saturating_sub(usize::from(page.row + area.height) - 2);
    let title = format!(" {} ", page.title);
    let more = format!("{below} more lines");
    let keys = [(&[InPopup::Down][..], more.as_str()), (&[InPopup::Close], "closes")];
    let keys = desk.keys.foot(if below == 0 { &keys[1..] } else { &keys });
    let block = Block::bordered()
        .title(Span::styled(title, desk.theme.title))
        .title_bottom(Span::styled(keys, desk.theme.key));
    frame.render_widget(Clear, area);
    frame.render_widget(Paragraph::new(lines).scroll((page.row, 0)).block(block), area);
}
