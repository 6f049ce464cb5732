//! Drawing the desk. Nothing here changes it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::widgets::{Block, Borders, Paragraph, Wrap};

use super::action::Action;
use super::desk::{Desk, Side};
use super::popup::Popup;
use super::views;

/// The smallest terminal on which a draft can be worked at.
pub(super) const SMALLEST: (u16, u16) = (60, 16);

/// From this width on the third pane stands at the right; on a narrower terminal it lies
/// below the text, which would be too narrow beside it.
const WIDE: u16 = 100;

/// Where everything is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Areas {
    pub(super) outline: Rect,
    pub(super) editor: Rect,
    pub(super) side: Rect,
    pub(super) status: Rect,
}

/// Draws the desk.
pub fn draw(desk: &Desk, frame: &mut Frame) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        return too_small(desk, frame, area);
    }
    let areas = areas(desk, area);
    views::outline::draw(desk, frame, areas.outline);
    views::editor::draw(desk, frame, areas.editor);
    match desk.side {
        Side::Findings => views::findings::draw(desk, frame, areas.side),
        Side::Preview => views::preview::draw(desk, frame, areas.side),
    }
    views::status::draw(desk, frame, areas.status);
    if let Some(popup) = desk.popups.last() {
        draw_popup(desk, popup, frame);
    }
    desk.theme.lay_under(frame.buffer_mut());
}

fn draw_popup(desk: &Desk, popup: &Popup, frame: &mut Frame) {
    match popup {
        Popup::Help(row) => views::help::draw(desk, *row, frame),
        Popup::Explanation(page) => views::explanation::draw(desk, page, frame),
        Popup::Templates(picker) => views::templates::draw_picker(desk, picker, frame),
        Popup::Fill(filling) => views::filling::draw(desk, filling, frame),
        Popup::Stencil(stencil) => views::stencil::draw(desk, stencil, frame),
        Popup::Choose(chooser) => views::chooser::draw(desk, chooser, frame),
        Popup::Replace(replacing) => views::replacing::draw(desk, replacing, frame),
        Popup::Ask(ask) => views::question::draw_ask(desk, ask, frame),
        Popup::Find(input) => views::question::draw_find(desk, input, frame),
        Popup::Name(input) => views::question::draw_name(desk, input, frame),
        Popup::Question(question) => views::question::draw(desk, question, frame),
    }
}

fn too_small(desk: &Desk, frame: &mut Frame, area: Rect) {
    let (width, height) = SMALLEST;
    let quit = desk.keys.name_of(Action::Quit);
    let words = format!(
        "This terminal is too small: it has {}×{}, and the desk needs {width}×{height} at least. \
         Enlarge it, or press {quit}.",
        area.width, area.height
    );
    frame.render_widget(Paragraph::new(words).wrap(Wrap { trim: true }), area);
}

/// Where everything is on a terminal of that size.
pub(super) fn areas(desk: &Desk, area: Rect) -> Areas {
    let [main, status] =
        Layout::vertical([Constraint::Fill(1), Constraint::Length(3)]).areas(area);
    if area.width >= WIDE {
        let outline = Constraint::Length((area.width / 5).clamp(22, 36));
        let side = match desk.side {
            Side::Findings => Constraint::Length((area.width / 4).clamp(26, 44)),
            Side::Preview => Constraint::Length((area.width * 2 / 5).clamp(40, 80)),
        };
        let columns = [outline, Constraint::Fill(1), side];
        let [outline, editor, side] = Layout::horizontal(columns).areas(main);
        return Areas { outline, editor, side, status };
    }
    let columns =
        [Constraint::Length((area.width / 4).clamp(16, 22)), Constraint::Fill(1)];
    let [outline, right] = Layout::horizontal(columns).areas(main);
    let height = match desk.side {
        Side::Findings => (main.height / 3).clamp(4, 10),
        Side::Preview => main.height / 2,
    };
    let rows = [Constraint::Fill(1), Constraint::Length(height)];
    let [editor, side] = Layout::vertical(rows).areas(right);
    Areas { outline, editor, side, status }
}

/// The frame of a pane: a line above with its title, and a line to the left of all but
/// the first. `▸` marks the pane that gets the keys.
pub(super) fn pane<'a>(
    desk: &Desk,
    title: &str,
    has_keys: bool,
    borders: Borders,
) -> Block<'a> {
    let mark = if has_keys { "▸" } else { " " };
    let style = if has_keys { desk.theme.focus } else { desk.theme.title };
    let title = ratatui::text::Span::styled(format!("{mark}{title} "), style);
    Block::new().borders(borders).border_style(desk.theme.aside).title(title)
}

/// A rectangle in the middle of the screen.
pub(super) fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}
