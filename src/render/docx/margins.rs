//! What stands around the text: masthead, running heads, page numbers, footnotes.

use std::fmt::Write;

use super::Material;
use super::runs::{is_numbered, repeated, runs_of};
use super::xml::{DECLARATION, Face, NAMESPACES, escaped, field, paragraph, run};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::composition::{Caller, Composition, Note};
use crate::render::sheet::{Sheet, sheet};

/// The head of the first page, which is the masthead.
pub(super) fn masthead(composition: &Composition) -> String {
    let sheet = sheet(composition.house);
    let table = table(composition, sheet);
    let last = paragraph(
        "",
        "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/><w:rPr><w:sz w:val=\"2\"/></w:rPr>",
        "",
    );
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{table}{last}</w:hdr>")
}

fn table(composition: &Composition, sheet: &Sheet) -> String {
    let [emblem, name, middle, distribution] = sheet.masthead.columns;
    let [upper, lower] = sheet.masthead.heights;
    let width: u32 = sheet.masthead.columns.iter().sum();
    let bidi = if composition.language == Language::Ar { "<w:bidiVisual/>" } else { "" };
    let grid =
        sheet.masthead.columns.map(|column| format!("<w:gridCol w:w=\"{column}\"/>"));
    let grid = grid.concat();
    // No emblem: the cell stays empty.
    let first_row = [
        cell(emblem, 1, "bottom", &paragraph("", "", "")),
        cell(name, 1, "bottom", &united_nations(composition)),
        cell(middle + distribution, 2, "bottom", &symbol(composition)),
    ]
    .concat();
    let second_row = [
        cell(emblem, 1, "top", &paragraph("", "", "")),
        cell(name + middle, 2, "top", &organ(composition, sheet)),
        cell(distribution, 1, "top", &distribution_block(composition, sheet)),
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
    let words = run(
        composition.masthead.united_nations.as_deref().unwrap_or_default(),
        Face { size: Some(28), ..Face::default() },
    );
    paragraph(
        "",
        "<w:spacing w:after=\"80\" w:line=\"300\" w:lineRule=\"exact\"/>",
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
        runs.push_str(&run(first, Face { size: Some(40), ..Face::default() }));
        runs.push_str(&run(&rest, Face::default()));
    }
    paragraph("", "<w:jc w:val=\"right\"/>", &runs)
}

fn organ(composition: &Composition, sheet: &Sheet) -> String {
    let organ = composition.masthead.organ.as_deref().unwrap_or_default();
    match composition.house {
        House::Geneva => {
            let spacing = format!(
                "<w:spacing w:before=\"120\" w:line=\"{}\" w:lineRule=\"exact\"/>",
                sheet.masthead.organ_line
            );
            let face = Face { bold: true, size: Some(40), ..Face::default() };
            paragraph("", &spacing, &run(organ, face))
        }
        House::NewYork => paragraph("XLarge", "", &run(organ, Face::default())),
    }
}

/// Distribution, date, language of a translation, original language: four lines, of which
/// the third is blank in the original.
fn distribution_block(composition: &Composition, sheet: &Sheet) -> String {
    let masthead = &composition.masthead;
    let style = match composition.house {
        House::Geneva => "",
        House::NewYork => "Distribution",
    };
    let lines =
        [&masthead.distribution, &masthead.date, &masthead.language, &masthead.original];
    let mut xml = String::new();
    for (index, line) in lines.into_iter().enumerate() {
        let before = if index == 0 { sheet.masthead.above_distribution } else { 0 };
        let spacing = format!(
            "<w:spacing w:before=\"{before}\" w:line=\"240\" w:lineRule=\"exact\"/>"
        );
        let words = line.as_deref().map(|line| run(line, Face::default()));
        xml.push_str(&paragraph(style, &spacing, &words.unwrap_or_default()));
    }
    xml
}

/// The symbol at the outer edge of a page.
pub(super) fn running_head(composition: &Composition, edge: &str) -> String {
    let symbol = composition.masthead.symbol.as_deref().unwrap_or_default();
    let head = paragraph(
        "Header",
        &format!("<w:jc w:val=\"{edge}\"/>"),
        &run(symbol, Face::default()),
    );
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{head}</w:hdr>")
}

/// The page number at the outer edge; New York adds how many pages there are.
pub(super) fn foot(house: House, edge: &str) -> String {
    let face = Face { style: Some("PageNumber"), ..Face::default() };
    let mut number = field(" PAGE ", "2", face);
    if house == House::NewYork {
        number.push_str(&run("/", face));
        number.push_str(&field(" NUMPAGES ", "2", face));
    }
    let foot = paragraph("Footer", &format!("<w:jc w:val=\"{edge}\"/>"), &number);
    format!("{DECLARATION}<w:ftr {NAMESPACES}>{foot}</w:ftr>")
}

/// The footnotes, and the short line above them.
pub(super) fn footnotes(material: &Material) -> String {
    let composition = material.composition;
    let separator = match composition.house {
        House::Geneva => paragraph(
            "",
            "<w:tabs><w:tab w:val=\"right\" w:pos=\"2155\"/></w:tabs><w:spacing w:after=\"80\"/>\
             <w:ind w:left=\"680\"/>",
            "<w:r><w:rPr><w:u w:val=\"single\"/></w:rPr><w:tab/></w:r>",
        ),
        House::NewYork => paragraph(
            "",
            "<w:ind w:left=\"792\"/>",
            &run("__________________", Face { size: Some(16), ..Face::default() }),
        ),
    };
    let mut xml = format!(
        "{DECLARATION}<w:footnotes {NAMESPACES}>\
         <w:footnote w:type=\"separator\" w:id=\"-1\">{separator}</w:footnote>\
         <w:footnote w:type=\"continuationSeparator\" w:id=\"0\">{separator}</w:footnote>"
    );
    for (index, note) in composition.notes.iter().enumerate() {
        if note.caller == Caller::Text {
            let note = footnote(material, note);
            let _ = write!(xml, "<w:footnote w:id=\"{}\">{note}</w:footnote>", index + 1);
        }
    }
    xml.push_str("</w:footnotes>");
    xml
}

fn footnote(material: &Material, note: &Note) -> String {
    let mark =
        if is_numbered(&note.mark) { "<w:footnoteRef/>" } else { &mark_text(note) };
    let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    let words = runs_of(material, &repeated(&note.runs), Face::default());
    // The template sets a tab before the mark. LibreOffice then shows the mark twice; a
    // mark that begins the paragraph stands at the same place in both.
    let Sheet { column, footnote_mark, .. } = sheet(material.composition.house);
    let properties = format!(
        "<w:tabs><w:tab w:val=\"clear\" w:pos=\"{footnote_mark}\"/></w:tabs>\
         <w:ind w:left=\"{column}\" w:hanging=\"170\"/>"
    );
    let mark = format!("<w:r>{style}{mark}</w:r><w:r><w:tab/></w:r>");
    paragraph("FootnoteText", &properties, &format!("{mark}{words}"))
}

fn mark_text(note: &Note) -> String {
    format!("<w:t>{}</w:t>", escaped(&note.mark))
}
