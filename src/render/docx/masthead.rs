//! The masthead: a table in the head of the first page.

use super::emblem::drawing;
use super::xml::{DECLARATION, Face, NAMESPACES, paragraph, run};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::composition::{Arrangement, Composition};
use crate::render::sheet::settings::{Setting, settings};
use crate::render::sheet::{Sheet, sheet};

/// The names that a picture needs.
const DRAWING_NAMES: &str = "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" \
     xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
     xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";

/// Where the emblem stands in its cell.
const ABOVE_EMBLEM: &str =
    "<w:spacing w:before=\"140\" w:line=\"240\" w:lineRule=\"atLeast\"/>";

/// The head of the first page, which is the masthead.
pub(super) fn part(composition: &Composition) -> String {
    let sheet = sheet(composition.house);
    let table = table(composition, sheet);
    let last = paragraph(
        "",
        "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>",
        "",
    );
    format!("{DECLARATION}<w:hdr {NAMESPACES} {DRAWING_NAMES}>{table}{last}</w:hdr>")
}

fn table(composition: &Composition, sheet: &Sheet) -> String {
    let [emblem, name, middle, distribution] = sheet.masthead.columns;
    let [upper, lower] = sheet.masthead.heights;
    let width: u32 = sheet.masthead.columns.iter().sum();
    let bidi = if composition.language == Language::Ar { "<w:bidiVisual/>" } else { "" };
    let grid =
        sheet.masthead.columns.map(|column| format!("<w:gridCol w:w=\"{column}\"/>"));
    let grid = grid.concat();
    let picture = composition.masthead.emblem.as_ref().map(drawing).unwrap_or_default();
    let first_row = [
        cell(emblem, 1, "bottom", &paragraph("", "", "")),
        // The name is long in Russian.
        cell(name + middle, 2, "bottom", &united_nations(composition)),
        cell(distribution, 1, "bottom", &symbol(composition)),
    ]
    .concat();
    let stamp = composition.stamp.as_deref().map(stamp).unwrap_or_default();
    let block_edge = match composition.arrangement {
        Arrangement::Current => "top",
        Arrangement::Older => "center",
    };
    let second_row = [
        // No emblem: the cell stays empty.
        cell(emblem, 1, "top", &paragraph("", ABOVE_EMBLEM, &picture)),
        cell(name + middle, 2, "top", &format!("{}{stamp}", organ(composition))),
        cell(distribution, 1, block_edge, &distribution_block(composition, sheet)),
    ]
    .concat();
    format!(
        "<w:tbl><w:tblPr>{bidi}<w:tblW w:w=\"{width}\" w:type=\"dxa\"/><w:tblBorders>\
         <w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"auto\"/>\
         <w:insideH w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/></w:tblBorders>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/>\
         <w:right w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>\
         {}{}</w:tbl>",
        row(upper, &first_row),
        row(lower, &second_row)
    )
}

fn row(height: u32, cells: &str) -> String {
    format!(
        "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\"{height}\" w:hRule=\"exact\"/></w:trPr>\
         {cells}</w:tr>"
    )
}

fn cell(width: u32, columns: u32, alignment: &str, content: &str) -> String {
    let span = match columns {
        1 => String::new(),
        columns => format!("<w:gridSpan w:val=\"{columns}\"/>"),
    };
    format!(
        "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{span}\
         <w:vAlign w:val=\"{alignment}\"/></w:tcPr>{content}</w:tc>"
    )
}

fn united_nations(composition: &Composition) -> String {
    let name = settings(composition.house).name.in_script_of(composition.language);
    let words = run(
        composition.masthead.united_nations.as_deref().unwrap_or_default(),
        Face { size: Some(name.size), ..Face::default() },
    );
    // LibreOffice counts the space below the last line of a cell twice, so that it is three
    // quarters of what the template has.
    paragraph(
        "",
        &format!(
            "<w:spacing w:after=\"60\" w:line=\"{}\" w:lineRule=\"exact\"/>",
            name.line
        ),
        &words,
    )
}

/// The first element of the symbol is large.
fn symbol(composition: &Composition) -> String {
    let symbol = composition.masthead.symbol.as_deref().unwrap_or_default();
    let (first, rest) = symbol
        .split_once('/')
        .map_or((symbol, String::new()), |(first, rest)| (first, format!("/{rest}")));
    let mut runs = String::new();
    if !symbol.is_empty() {
        let size = Some(settings(composition.house).symbol_head.size);
        runs.push_str(&run(first, Face { size, ..Face::default() }));
        runs.push_str(&run(&rest, Face::default()));
    }
    // New York sets type on an exact grid, which would cut the large letter.
    let spacing = match composition.house {
        House::Geneva => "",
        House::NewYork => {
            "<w:spacing w:after=\"60\" w:line=\"240\" w:lineRule=\"atLeast\"/>"
        }
    };
    paragraph("", &format!("{spacing}<w:jc w:val=\"right\"/>"), &runs)
}

fn organ(composition: &Composition) -> String {
    let organ = composition.masthead.organ.as_deref().unwrap_or_default();
    match composition.house {
        House::Geneva => {
            let Setting { size, line, before, .. } = settings(composition.house)
                .principal_organ
                .in_script_of(composition.language);
            let spacing = format!(
                "<w:spacing w:before=\"{before}\" w:line=\"{line}\" w:lineRule=\"exact\"/>"
            );
            let face = Face { bold: true, size: Some(size), ..Face::default() };
            paragraph("", &spacing, &run(organ, face))
        }
        House::NewYork => paragraph("XLarge", "", &run(organ, Face::default())),
    }
}

/// What the page says of itself, below the organ.
fn stamp(words: &str) -> String {
    paragraph("DraftStamp", "", &run(words, Face::default()))
}

/// Distribution, date, language of a translation, original language: four lines, of which
/// the third is blank in the original.
fn distribution_block(composition: &Composition, sheet: &Sheet) -> String {
    let masthead = &composition.masthead;
    let style = match composition.house {
        House::Geneva => "",
        House::NewYork => "Distribution",
    };
    // An Arabic page keeps these lines in English, and is mirrored.
    let is_arabic = composition.language == Language::Ar;
    let direction = if is_arabic { "<w:bidi w:val=\"0\"/>" } else { "" };
    let (above, edge) = match (composition.arrangement, is_arabic) {
        (Arrangement::Current, _) => (sheet.masthead.above_distribution, ""),
        (Arrangement::Older, true) => (0, ""),
        (Arrangement::Older, false) => (0, "<w:jc w:val=\"right\"/>"),
    };
    let mut xml = String::new();
    for (index, line) in masthead.block_lines().into_iter().enumerate() {
        let before = if index == 0 { above } else { 0 };
        let spacing = format!(
            "{direction}<w:spacing w:before=\"{before}\" w:line=\"240\" w:lineRule=\"exact\"/>{edge}"
        );
        let words = line.map(|line| run(line, Face::default()));
        xml.push_str(&paragraph(style, &spacing, &words.unwrap_or_default()));
    }
    // A cell has a paragraph.
    if xml.is_empty() { paragraph(style, "", "") } else { xml }
}
