//! The styles of the templates of Geneva and New York, by their ids and names. Where the
//! templates set empty paragraphs above and below a heading, these set space. How what
//! stands on our pages is set is said in the settings of the sheet, for all formats.

use super::shapes::{
    agenda_title, at_the_edge, bullet, foot, footnote, head, heading, inner, line,
    small_print, small_print_at_the_right, text, text_on_tabs, titled,
};
use crate::conventions::organs::House;
use crate::render::sheet::Sheet;
use crate::render::sheet::settings::{Setting, Settings, bold, roman, wide};

/// A paragraph style.
pub(super) struct Style {
    pub(super) id: &'static str,
    pub(super) name: &'static str,
    pub(super) based: &'static str,
    pub(super) next: &'static str,
    /// Type, pitch and the space around it.
    pub(super) setting: fn(&Settings) -> Setting,
    /// The properties of its paragraphs: where they stand, and what they keep to.
    pub(super) shape: fn(&Sheet, Setting) -> String,
    /// The level of a heading from 0, 9 for none; `None` is that of the style below it.
    pub(super) level: Option<u8>,
    pub(super) is_italic: bool,
    /// Whether letters are kerned.
    pub(super) is_kerned: bool,
}

/// The styles of a house.
pub(super) fn styles(house: House) -> &'static [Style] {
    match house {
        House::Geneva => GENEVA,
        House::NewYork => NEW_YORK,
    }
}

const fn style(
    [id, name, based, next]: [&'static str; 4],
    setting: fn(&Settings) -> Setting,
    shape: fn(&Sheet, Setting) -> String,
) -> Style {
    Style {
        id,
        name,
        based,
        next,
        setting,
        shape,
        level: None,
        is_italic: false,
        is_kerned: false,
    }
}

impl Style {
    const fn level(self, level: u8) -> Self {
        Self { level: Some(level), ..self }
    }

    const fn italic(self) -> Self {
        Self { is_italic: true, ..self }
    }

    const fn kerned(self) -> Self {
        Self { is_kerned: true, ..self }
    }
}

#[rustfmt::skip]
static GENEVA: &[Style] = &[
    style(["HMG", "_ H __M_G", "Normal", "SingleTxtG"], |_| bold(34, 360, 240, 240), titled).level(0),
    style(["HChG", "_ H _Ch_G", "Normal", "SingleTxtG"], |of| of.headline, titled).level(0),
    style(["H1G", "_ H_1_G", "Normal", "SingleTxtG"], |of| of.title, titled).level(1),
    style(["H23G", "_ H_2/3_G", "Normal", "SingleTxtG"], |of| of.subheading, titled).level(2),
    style(["H4G", "_ H_4_G", "Normal", "SingleTxtG"], |_| roman(20, 240, 240, 120), titled).level(3).italic(),
    style(["H56G", "_ H_5/6_G", "Normal", "SingleTxtG"], |_| roman(20, 240, 240, 120), titled).level(4),
    style(["SLG", "__S_L_G", "Normal", "SingleTxtG"], |_| bold(56, 580, 240, 240), at_the_edge),
    style(["SMG", "__S_M_G", "Normal", "SingleTxtG"], |_| bold(40, 420, 240, 240), at_the_edge),
    style(["SSG", "__S_S_G", "Normal", "SingleTxtG"], |_| bold(28, 300, 240, 240), at_the_edge),
    style(["XLargeG", "__XLarge_G", "Normal", "SingleTxtG"], |_| bold(40, 420, 240, 240), at_the_edge),
    style(["Bullet1G", "_Bullet 1_G", "Normal", "Bullet1G"], |of| of.body, |sheet, setting| bullet(1001, sheet, setting)),
    style(["Bullet2G", "_Bullet 2_G", "Normal", "Bullet2G"], |of| of.body, |sheet, setting| bullet(1002, sheet, setting)),
    style(["SingleTxtG", "_ Single Txt_G", "Normal", "SingleTxtG"], |of| of.body, text),
    style(["FootnoteText", "footnote text", "Normal", "FootnoteText"], |of| of.footnote, footnote),
    style(["Header", "header", "Normal", "Header"], |of| of.running_head, head),
    style(["Footer", "footer", "Normal", "Footer"], |_| roman(16, 240, 0, 0), foot),
];

#[rustfmt::skip]
static NEW_YORK: &[Style] = &[
    style(["H1", "_ H_1", "Normal", "SingleTxt"], |of| of.section, heading).level(0).kerned(),
    style(["HCh", "_ H _Ch", "H1", "SingleTxt"], |of| of.headline, heading),
    style(["H23", "_ H_2/3", "H1", "SingleTxt"], |of| of.subheading, heading).level(1),
    style(["TitleHCH", "Title_H_CH", "HCh", "SingleTxt"], |of| of.headline, titled).level(0),
    style(["TitleH1", "Title_H1", "H1", "SingleTxt"], |of| of.title, titled).level(0),
    style(["TitleH2", "Title_H2", "H23", "SingleTxt"], |of| of.subheading, titled).level(1),
    style(["HM", "_ H __M", "HCh", "SingleTxt"], |_| wide(bold(34, 360, 240, 240), -3, 99), heading),
    style(["H4", "_ H_4", "Normal", "SingleTxt"], |_| wide(roman(20, 240, 240, 120), 3, 103), inner)
        .level(3).italic().kerned(),
    style(["H56", "_ H_5/6", "Normal", "SingleTxt"], |_| wide(roman(20, 240, 240, 120), 4, 103), inner)
        .level(4).kerned(),
    style(["SM", "__S_M", "Normal", "SingleTxt"], |_| wide(bold(40, 390, 240, 240), -4, 98), at_the_edge).kerned(),
    style(["SL", "__S_L", "SM", "SingleTxt"], |_| wide(bold(57, 540, 240, 240), -8, 96), at_the_edge),
    style(["SS", "__S_S", "HCh", "SingleTxt"], |_| wide(bold(28, 300, 240, 240), -2, 103), at_the_edge),
    style(["SingleTxt", "__Single Txt", "Normal", "SingleTxt"], |of| of.body, text_on_tabs).kerned(),
    style(["Session", "Session", "H23", "Normal"], |of| of.organ, heading).level(9),
    style(["Sponsors", "Sponsors", "H1", "Normal"], |of| of.sponsors, at_the_edge).level(9),
    style(["AgendaItemNormal", "Agenda_Item_Normal", "Normal", "Normal"], |of| of.session, line).kerned(),
    style(["AgendaTitleH2", "Agenda_Title_H2", "Normal", "Normal"], |of| Setting { is_bold: true, ..of.session }, agenda_title).kerned(),
    style(["Distribution", "Distribution", "Normal", "Normal"], |of| of.masthead_line, line),
    style(["Publication", "Publication", "Normal", "Normal"], |of| of.masthead_line, line),
    style(["Original", "Original", "Normal", "Normal"], |of| of.masthead_line, line),
    style(["ReleaseDate", "ReleaseDate", "Normal", "Footer"], |of| of.masthead_line, line),
    style(["Small", "Small", "Normal", "Normal"], |_| wide(roman(17, 210, 0, 0), 5, 104), small_print).kerned(),
    style(["SmallX", "SmallX", "Small", "Normal"], |_| wide(roman(14, 180, 0, 0), 6, 106), small_print_at_the_right),
    style(["XLarge", "XLarge", "Normal", "Normal"], |of| of.principal_organ, heading).kerned(),
    style(["FootnoteText", "footnote text", "Normal", "FootnoteText"], |of| of.footnote, footnote),
    style(["Header", "header", "Normal", "Header"], |of| of.running_head, head),
    style(["Footer", "footer", "Normal", "Footer"], |of| of.page_number, foot),
];
