//! The top of the first page: lines and rules, each at its place.

use serde::Serialize;

use super::page::{Tables, Type, latin, weight};
use crate::render::Picture;
use crate::render::composition::{Arrangement, Composition};
use crate::render::sheet::Twips;
use crate::render::sheet::places::Places;

/// The lines in the order in which they are read.
#[derive(Serialize)]
pub(super) struct Masthead {
    emblem: Option<Emblem>,
    lines: Vec<Line>,
    rules: Vec<Rule>,
    /// Where the first line below begins.
    below: Twips,
}

#[derive(Serialize)]
struct Emblem {
    file: &'static str,
    alt: String,
    x: Twips,
    y: Twips,
    width: Twips,
    height: Twips,
}

#[derive(Serialize)]
struct Line {
    x: Twips,
    /// The baseline.
    y: Twips,
    width: Twips,
    align: Align,
    /// Whether it is in Latin letters whatever the language of the text.
    latin: bool,
    pieces: Vec<Piece>,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Align {
    Near,
    Far,
    Left,
}

#[derive(Serialize)]
struct Piece {
    text: String,
    setting: Type,
}

#[derive(Serialize)]
struct Rule {
    x: Twips,
    y: Twips,
    width: Twips,
    weight: f64,
}

/// The name under which the emblem lies beside the page.
pub(super) fn emblem_file(picture: Picture) -> &'static str {
    match picture {
        Picture::Png => "emblem.png",
        Picture::Svg => "emblem.svg",
    }
}

/// Lays the masthead out on its grid.
pub(super) fn masthead(composition: &Composition, tables: &Tables) -> Masthead {
    let Tables { sheet, settings, places, .. } = tables;
    let masthead = &composition.masthead;
    let [emblem_column, name_column, middle, distribution_column] =
        sheet.masthead.columns;
    let left = sheet.margins[3];
    let right = left + sheet.masthead.columns.iter().sum::<Twips>();
    let name_x = left + emblem_column;
    let distribution_x = name_x + name_column + middle;
    let mut lines = Vec::new();
    if let Some(name) = &masthead.united_nations {
        let pieces =
            vec![Piece { text: name.clone(), setting: tables.of_text(settings.name) }];
        let width = name_column + middle;
        let (x, y) = (name_x, places.name);
        lines.push(Line { x, y, width, align: Align::Near, latin: false, pieces });
    }
    if let Some(symbol) = &masthead.symbol {
        let pieces = symbol_pieces(symbol, tables);
        let (x, width) = (name_x + name_column, right - name_x - name_column);
        let y = places.symbol;
        lines.push(Line { x, y, width, align: Align::Far, latin: true, pieces });
    }
    if let Some(organ) = &masthead.organ {
        let setting = tables.of_text(settings.principal_organ);
        let pieces = vec![Piece { text: organ.clone(), setting }];
        let (x, width) = (name_x, name_column + middle);
        let y = places.organ;
        lines.push(Line { x, y, width, align: Align::Near, latin: false, pieces });
    }
    let block = masthead.block_lines();
    let pitch = settings.masthead_line.line;
    let (mut y, align) = match composition.arrangement {
        Arrangement::Current => (places.distribution, Align::Left),
        Arrangement::Older => (halfway(places, block.len(), pitch), Align::Far),
    };
    for words in block {
        if let Some(words) = words {
            let setting = latin(settings.masthead_line);
            let pieces = vec![Piece { text: words.to_owned(), setting }];
            let (x, width) = (distribution_x, distribution_column);
            lines.push(Line { x, y, width, align, latin: true, pieces });
        }
        y += pitch;
    }
    let rules = places.rules.iter().map(|rule| Rule {
        x: left,
        y: rule.at,
        width: right - left,
        weight: weight(*rule),
    });
    let [x, y, width, height] = places.emblem;
    let emblem = masthead.emblem.as_ref().map(|emblem| Emblem {
        file: emblem_file(emblem.picture),
        alt: emblem.alt.clone(),
        x,
        y,
        width,
        height,
    });
    Masthead { emblem, lines, rules: rules.collect(), below: places.below_masthead }
}

/// The baseline of the first of so many lines that stand halfway between the rules. A
/// fifth of a line is below its baseline.
fn halfway(places: &Places, lines: usize, pitch: Twips) -> Twips {
    let [upper, lower] = places.rules;
    let height = pitch * Twips::try_from(lines).unwrap_or_default();
    (upper.at + lower.at).saturating_sub(height) / 2 + pitch * 4 / 5
}

/// The first element of the symbol is large.
fn symbol_pieces(symbol: &str, tables: &Tables) -> Vec<Piece> {
    let rest = symbol.find('/').unwrap_or(symbol.len());
    let (first, rest) = symbol.split_at(rest);
    let piece = |text: &str, setting| Piece { text: text.to_owned(), setting };
    let mut pieces = vec![piece(first, latin(tables.settings.symbol_head))];
    if !rest.is_empty() {
        pieces.push(piece(rest, latin(tables.settings.masthead_line)));
    }
    pieces
}
