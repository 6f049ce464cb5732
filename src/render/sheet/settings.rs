//! How the lines of each kind are set, §1.5: type, pitch, and the space around them.

use super::Twips;
use crate::conventions::Language;
use crate::conventions::organs::House;

/// Type and pitch of a paragraph. Between two paragraphs stands the larger of the spaces
/// below the one and above the other.
#[derive(Clone, Copy)]
pub(in crate::render) struct Setting {
    /// Size of type in half-points.
    pub(in crate::render) size: u32,
    pub(in crate::render) is_bold: bool,
    /// From one line to the next.
    pub(in crate::render) line: Twips,
    pub(in crate::render) before: Twips,
    pub(in crate::render) after: Twips,
    /// What is added after each letter.
    pub(in crate::render) spacing: i32,
    /// How wide the letters are, in hundredths.
    pub(in crate::render) width: u32,
}

/// The settings of a house, by what they are for.
#[cfg_attr(
    not(feature = "pdf"),
    expect(dead_code, reason = "for some, Word has one style with others")
)]
pub(in crate::render) struct Settings {
    pub(in crate::render) body: Setting,
    /// The organ below the masthead: larger in Geneva, a line of the session block in New
    /// York.
    pub(in crate::render) organ: Setting,
    pub(in crate::render) session: Setting,
    pub(in crate::render) sponsors: Setting,
    pub(in crate::render) headline: Setting,
    /// Below a headline.
    pub(in crate::render) adoption_line: Setting,
    pub(in crate::render) title: Setting,
    pub(in crate::render) section: Setting,
    pub(in crate::render) annex: Setting,
    pub(in crate::render) annex_title: Setting,
    pub(in crate::render) subheading: Setting,
    /// The meeting that adopted the text, above its date.
    pub(in crate::render) meeting: Setting,
    pub(in crate::render) footnote: Setting,
    pub(in crate::render) running_head: Setting,
    pub(in crate::render) page_number: Setting,
    /// The masthead: “United Nations”, the organ, the symbol’s first element, the rest.
    pub(in crate::render) name: Setting,
    pub(in crate::render) principal_organ: Setting,
    pub(in crate::render) symbol_head: Setting,
    pub(in crate::render) masthead_line: Setting,
    /// A raised mark: its size in half-points, and how far it is raised.
    pub(in crate::render) mark_size: u32,
    pub(in crate::render) mark_rise: Twips,
}

impl Setting {
    /// The setting for the script of a language. Chinese is set in 10.5 points where Latin
    /// letters are set in 10, Arabic in 12.5, §5; both need more room between lines.
    pub(in crate::render) fn in_script_of(self, language: Language) -> Self {
        let (size, line) = match language {
            Language::Zh => (105, 125),
            Language::Ar => (125, 140),
            _ => (100, 100),
        };
        Self { size: self.size * size / 100, line: self.line * line / 100, ..self }
    }
}

/// Lines in roman letters: size, pitch, space above and below.
pub(in crate::render) const fn roman(
    size: u32,
    line: Twips,
    before: Twips,
    after: Twips,
) -> Setting {
    Setting { size, is_bold: false, line, before, after, spacing: 0, width: 100 }
}

/// The same in bold letters.
pub(in crate::render) const fn bold(
    size: u32,
    line: Twips,
    before: Twips,
    after: Twips,
) -> Setting {
    Setting { is_bold: true, ..roman(size, line, before, after) }
}

/// New York sets its type a little wider.
pub(in crate::render) const fn wide(
    setting: Setting,
    spacing: i32,
    width: u32,
) -> Setting {
    Setting { spacing, width, ..setting }
}

static GENEVA: Settings = Settings {
    body: roman(20, 240, 0, 120),
    organ: bold(24, 276, 0, 0),
    session: roman(20, 240, 0, 0),
    sponsors: bold(24, 270, 360, 240),
    headline: bold(28, 300, 360, 240),
    adoption_line: bold(24, 270, 0, 240),
    title: bold(24, 270, 360, 240),
    section: bold(20, 240, 240, 120),
    annex: bold(28, 300, 360, 240),
    annex_title: bold(24, 270, 360, 240),
    subheading: bold(20, 240, 240, 120),
    meeting: roman(20, 240, 0, 0),
    footnote: roman(18, 220, 0, 0),
    running_head: bold(18, 220, 0, 0),
    page_number: bold(18, 220, 0, 0),
    name: roman(28, 300, 0, 0),
    principal_organ: bold(40, 420, 120, 0),
    symbol_head: roman(40, 420, 0, 0),
    masthead_line: roman(20, 240, 0, 0),
    mark_size: 12,
    mark_rise: 60,
};

static NEW_YORK: Settings = Settings {
    body: wide(roman(20, 240, 0, 120), 4, 103),
    organ: wide(bold(20, 240, 0, 0), 2, 103),
    session: wide(roman(20, 240, 0, 0), 4, 103),
    sponsors: wide(bold(20, 240, 360, 120), 4, 103),
    headline: wide(bold(28, 300, 360, 240), -2, 103),
    adoption_line: wide(bold(24, 270, 0, 240), 4, 103),
    title: wide(bold(24, 270, 240, 240), 4, 103),
    section: wide(bold(24, 270, 240, 120), 4, 103),
    annex: wide(bold(24, 270, 240, 240), 4, 103),
    annex_title: wide(bold(24, 270, 240, 240), 4, 103),
    subheading: wide(bold(20, 240, 240, 120), 2, 103),
    meeting: wide(roman(20, 240, 360, 0), 4, 103),
    footnote: wide(roman(17, 210, 0, 0), 5, 104),
    running_head: wide(bold(17, 210, 0, 0), 4, 103),
    page_number: wide(bold(17, 210, 0, 0), 4, 103),
    name: wide(roman(28, 300, 0, 0), -2, 103),
    principal_organ: wide(bold(40, 390, 109, 0), -4, 98),
    symbol_head: wide(roman(40, 390, 0, 0), -4, 103),
    masthead_line: wide(roman(20, 240, 0, 0), 4, 103),
    mark_size: 11,
    mark_rise: 57,
};

/// The settings of a house.
pub(in crate::render) fn settings(house: House) -> &'static Settings {
    match house {
        House::Geneva => &GENEVA,
        House::NewYork => &NEW_YORK,
    }
}
