//! See [`Theme`].

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

use crate::lint::Severity;
use crate::workspace::settings::ThemeName;

/// Every style on the desk. What matters is also a mark, so that the plain theme loses
/// nothing.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Which one it is.
    pub name: ThemeName,
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
    /// Of notes, warnings and errors.
    colours: [Option<Color>; 3],
    /// Letters and ground, where they are not those of the terminal.
    page: Option<(Color, Color)>,
}

impl Theme {
    /// The theme of a name.
    pub fn named(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => Self::dark(),
            ThemeName::Light => Self::light(),
            ThemeName::HighContrast => Self::high_contrast(),
            ThemeName::None => Self::plain(),
        }
    }

    /// The theme that fits a terminal of which the ground is known as `COLORFGBG` says it,
    /// “15;0”; without that, most are dark.
    pub fn fitting(colours: Option<&str>) -> Self {
        let ground = colours.and_then(|colours| colours.rsplit(';').next());
        match ground {
            Some("7" | "15") => Self::light(),
            _ => Self::dark(),
        }
    }

    /// For light letters on a dark ground, which are those of the terminal.
    pub fn dark() -> Self {
        Self {
            name: ThemeName::Dark,
            focus: bold().fg(Color::Cyan),
            aside: Style::new().fg(Color::DarkGray),
            key: Style::new().fg(Color::Cyan),
            colours: [Some(Color::LightBlue), Some(Color::Yellow), Some(Color::LightRed)],
            ..Self::plain()
        }
    }

    /// For dark letters on a light ground, which are those of the terminal.
    pub fn light() -> Self {
        Self {
            name: ThemeName::Light,
            focus: bold().fg(Color::Blue),
            aside: Style::new().fg(Color::DarkGray),
            key: Style::new().fg(Color::Blue),
            // Yellow cannot be read on white.
            colours: [Some(Color::Blue), Some(Color::Magenta), Some(Color::Red)],
            ..Self::plain()
        }
    }

    /// White on black whatever the terminal has, and nothing dim.
    pub fn high_contrast() -> Self {
        let reversed = bold().add_modifier(Modifier::REVERSED);
        Self {
            name: ThemeName::HighContrast,
            focus: reversed,
            key: bold().fg(Color::LightYellow),
            chosen: reversed,
            selected: reversed,
            colours: [
                Some(Color::LightCyan),
                Some(Color::LightYellow),
                Some(Color::LightRed),
            ],
            page: Some((Color::White, Color::Black)),
            ..Self::plain()
        }
    }

    /// Without any colour.
    pub fn plain() -> Self {
        let reversed = Style::new().add_modifier(Modifier::REVERSED);
        Self {
            name: ThemeName::None,
            title: bold(),
            focus: bold(),
            aside: Style::new(),
            chosen: reversed,
            key: bold(),
            selected: reversed,
            colours: [None; 3],
            page: None,
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

    /// Gives its letters and ground to all that has no colour of its own.
    pub(super) fn lay_under(&self, screen: &mut Buffer) {
        let Some((letters, ground)) = self.page else { return };
        for cell in &mut screen.content {
            if cell.fg == Color::Reset {
                cell.fg = letters;
            }
            if cell.bg == Color::Reset {
                cell.bg = ground;
            }
        }
    }

    fn colour(&self, severity: Severity) -> Option<Color> {
        self.colours[severity as usize]
    }
}

fn bold() -> Style {
    Style::new().add_modifier(Modifier::BOLD)
}

/// The mark of a severity, in every pane.
pub(super) fn mark(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "✗",
        Severity::Warning => "!",
        Severity::Note => "·",
    }
}
