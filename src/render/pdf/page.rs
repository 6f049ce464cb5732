//! What `page.typ` draws: the composition with a place and a setting for each thing.
//! Lengths are twips, sizes of type are points.

use serde::Serialize;

use super::blocks::{self, Drawn, Piece};
use super::faces::Faces;
use super::masthead::{self, Masthead};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::composition::{Block, Composition};
use crate::render::sheet::places::{Places, Rule, places};
use crate::render::sheet::settings::{Setting, Settings, settings};
use crate::render::sheet::{Sheet, Twips, sheet};

/// The whole document.
#[derive(Serialize)]
pub(super) struct Page {
    title: String,
    language: &'static str,
    region: &'static str,
    rtl: bool,
    /// Whether letters are kerned: New York’s styles ask for it, Geneva’s do not.
    kerning: bool,
    faces: FamilyNames,
    sheet: Paper,
    masthead: Masthead,
    running_head: RunningHead,
    foot: Foot,
    stamp: Option<String>,
    stamp_baseline: Twips,
    has_line_numbers: bool,
    note_setting: Type,
    blocks: Vec<Drawn>,
    notes: Vec<Note>,
}

/// The families to set words in, the first that has a letter being taken.
#[derive(Serialize)]
struct FamilyNames {
    text: Vec<Family>,
    /// For words that other scripts set in italics.
    apart: Option<Vec<Family>>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Family {
    Name(String),
    /// A face for Latin letters alone, not for signs that it shares with Chinese.
    Latin {
        name: String,
        covers: &'static str,
    },
}

#[derive(Serialize)]
struct Paper {
    width: Twips,
    height: Twips,
    margins: [Twips; 4],
    column: Twips,
    footnote_mark: Twips,
    mark_size: f64,
    mark_rise: Twips,
    note_rule: NoteRule,
}

#[derive(Serialize)]
struct NoteRule {
    start: Twips,
    length: Twips,
    weight: f64,
    above: Twips,
    below: Twips,
}

#[derive(Serialize)]
struct RunningHead {
    symbol: String,
    baseline: Twips,
    rule: Twips,
    weight: f64,
    setting: Type,
}

#[derive(Serialize)]
struct Foot {
    baseline: Twips,
    /// Whether the number of pages stands after that of the page.
    has_total: bool,
    setting: Type,
}

#[derive(Serialize)]
struct Note {
    mark: String,
    runs: Vec<Piece>,
}

/// A [`Setting`] for the script of the text.
#[derive(Serialize, Clone)]
pub(super) struct Type {
    size: f64,
    bold: bool,
    line: f64,
    pub(super) before: Twips,
    pub(super) after: Twips,
    spacing: i32,
}

/// The tables of a house, for the script of a text.
pub(super) struct Tables {
    pub(super) sheet: &'static Sheet,
    pub(super) settings: &'static Settings,
    pub(super) places: &'static Places,
    language: Language,
}

/// Puts everything of a composition in its place.
pub(super) fn page(composition: &Composition, faces: &Faces) -> Page {
    let Composition { house, language, .. } = *composition;
    let tables = Tables {
        sheet: sheet(house),
        settings: settings(house),
        places: places(house),
        language,
    };
    let blocks = blocks::drawn(composition, &tables);
    let notes = composition.notes.iter().map(|note| Note {
        mark: note.mark.clone(),
        runs: blocks::pieces_of_note(composition, note),
    });
    let symbol = composition.masthead.symbol.clone().unwrap_or_default();
    let is_new_york = house == House::NewYork;
    Page {
        title: title(composition),
        language: language.code(),
        region: region(language),
        rtl: language == Language::Ar,
        kerning: is_new_york,
        faces: family_names(language, faces),
        sheet: paper(&tables),
        masthead: masthead::masthead(composition, &tables),
        running_head: RunningHead {
            symbol,
            baseline: tables.sheet.running_head,
            rule: tables.places.running_head_rule,
            weight: eighths(tables.sheet.running_head_weight),
            setting: latin(tables.settings.running_head),
        },
        foot: Foot {
            baseline: tables.sheet.page_number,
            has_total: is_new_york,
            setting: latin(tables.settings.page_number),
        },
        stamp: composition.stamp.clone(),
        stamp_baseline: tables.places.stamp,
        has_line_numbers: composition.has_line_numbers,
        note_setting: tables.of_text(tables.settings.footnote),
        blocks,
        notes: notes.collect(),
    }
}

/// The name of the document, which no such file is without.
fn title(composition: &Composition) -> String {
    let words = composition.blocks.iter().map(Block::text);
    let mut names = std::iter::once(composition.name.clone()).chain(words);
    names.find(|name| !name.trim().is_empty()).unwrap_or_else(|| "Draft".to_owned())
}

fn paper(tables: &Tables) -> Paper {
    let Tables { sheet, settings, places, .. } = tables;
    Paper {
        width: sheet.width,
        height: sheet.height,
        margins: sheet.margins,
        column: sheet.column,
        footnote_mark: sheet.footnote_mark,
        mark_size: f64::from(settings.mark_size) / 2.0,
        mark_rise: settings.mark_rise,
        note_rule: NoteRule {
            start: places.note_rule.at,
            length: places.note_rule_length,
            weight: weight(places.note_rule),
            above: settings.footnote.line,
            below: places.below_note_rule,
        },
    }
}

/// The weight of a rule in twips.
pub(super) fn weight(rule: Rule) -> f64 {
    eighths(rule.weight)
}

/// Eighths of a point in twips.
pub(super) fn eighths(weight: u32) -> f64 {
    f64::from(weight) * 2.5
}

fn region(language: Language) -> &'static str {
    match language {
        Language::En => "GB",
        Language::Fr => "FR",
        Language::Es => "ES",
        Language::Ru => "RU",
        Language::Zh => "CN",
        Language::Ar => "SA",
    }
}

fn family_names(language: Language, faces: &Faces) -> FamilyNames {
    let own = super::faces::OWN_FAMILY.to_owned();
    let own = match language {
        Language::Zh => Family::Latin { name: own, covers: "latin-in-cjk" },
        _ => Family::Name(own),
    };
    let others = |kai: bool| {
        let families = faces.families().filter(move |family| family.is_kai == kai);
        families.map(|family| Family::Name(family.name.clone()))
    };
    let apart: Vec<Family> = others(true).collect();
    FamilyNames {
        text: std::iter::once(own).chain(others(false)).collect(),
        apart: (language == Language::Zh && !apart.is_empty()).then_some(apart),
    }
}

impl Tables {
    /// A setting for the script of the text.
    pub(super) fn of_text(&self, setting: Setting) -> Type {
        latin(setting.in_script_of(self.language))
    }
}

/// A setting for Latin letters.
pub(super) fn latin(setting: Setting) -> Type {
    let Setting { is_bold: bold, before, after, spacing, .. } = setting;
    let size = f64::from(setting.size) / 2.0 * f64::from(setting.width) / 100.0;
    Type { size, bold, line: f64::from(setting.line), before, after, spacing }
}
