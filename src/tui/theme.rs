//! See [`Theme`].

use ratatui::style::{Color, Modifier, Style};

use crate::lint::Severity;

/// Every style on the desk. What matters is also a mark, so that the plain theme loses
/// nothing.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// The title of a pane.
    pub title: Style,
    /// The title of the pane that takes the keys.
    pub focus: Style,
    /// Lines between panes, and what stands aside.
    pub aside: Style,
    /// The row that is chosen in a list.
    pub chosen: Style,
    /// A key on the key line and in the help.
    pub key: Style,
    /// Text selected in the editor, and what a search found.
    pub selected: Style,
    colours: [Option<Color>; 3],
}

impl Theme {
    /// With colours of the terminal's own palette.
    pub fn coloured() -> Self {
        Self {
            title: Style::new().add_modifier(Modifier::BOLD),
            focus: Style::new().fg(Color::Cyan).add_modifier(Modifier::BOLD),
            aside: Style::new().fg(Color::DarkGray),
            chosen: Style::new().add_modifier(Modifier::REVERSED),
            key: Style::new().fg(Color::Cyan),
            selected: Style::new().add_modifier(Modifier::REVERSED),
            colours: [Some(Color::Blue), Some(Color::Yellow), Some(Color::Red)],
        }
    }

    /// Without any colour.
    pub fn plain() -> Self {
        let bold = Style::new().add_modifier(Modifier::BOLD);
        Self {
            focus: bold,
            aside: Style::new(),
            key: bold,
            colours: [None; 3],
            ..Self::coloured()
        }
    }

    /// The style of a mark or a message of that severity.
    pub fn severity(&self, severity: Severity) -> Style {
        self.colour(severity).map_or(Style::new(), |colour| Style::new().fg(colour))
    }

    /// The style of the text under a finding.
    pub fn finding(&self, severity: Severity) -> Style {
        let underlined = Style::new().add_modifier(Modifier::UNDERLINED);
        self.colour(severity)
            .map_or(underlined, |colour| underlined.underline_color(colour))
    }

    fn colour(&self, severity: Severity) -> Option<Color> {
        self.colours[severity as usize]
    }
}

/// The mark of a severity, in every pane.
pub(super) fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Note => "·",
    }
}
