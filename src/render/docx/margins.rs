//! What stands around the text: running heads, page numbers, footnotes.

use std::fmt::Write;

use super::Material;
use super::runs::{is_numbered, of_footnote, runs_of};
use super::xml::{DECLARATION, Face, NAMESPACES, escaped, field, paragraph, run};
use crate::conventions::organs::House;
use crate::render::composition::{Caller, Composition, Note};
use crate::render::sheet::{Sheet, Twips, sheet};

/// How wide a figure or an asterisk is where it is raised.
const WIDTH_OF_A_SIGN: Twips = 57;

/// The edge of the paper away from the spine.
#[derive(Clone, Copy)]
pub(super) enum Edge {
    Left,
    Right,
}

impl Edge {
    fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
        }
    }
}

/// The symbol at the outer edge of a page, and at the other what the page says of itself.
pub(super) fn running_head(composition: &Composition, edge: Edge) -> String {
    let symbol = composition.masthead.symbol.as_deref().unwrap_or_default();
    let edge_name = edge.name();
    let mut properties = format!("<w:jc w:val=\"{edge_name}\"/>");
    let mut words = symbol.to_owned();
    if let Some(stamp) = &composition.stamp {
        let Sheet { width, margins: [_, right, _, left], .. } = sheet(composition.house);
        let edge_of_text = width - left - right;
        properties =
            format!("<w:tabs><w:tab w:val=\"right\" w:pos=\"{edge_of_text}\"/></w:tabs>");
        words = match edge {
            Edge::Left => format!("{symbol}\t{stamp}"),
            Edge::Right => format!("{stamp}\t{symbol}"),
        };
    }
    let head = paragraph("Header", &properties, &run(&words, Face::default()));
    format!("{DECLARATION}<w:hdr {NAMESPACES}>{head}</w:hdr>")
}

/// The page number at the outer edge; New York adds how many pages there are.
pub(super) fn foot(house: House, edge: Edge) -> String {
    let face = Face { style: Some("PageNumber"), ..Face::default() };
    let mut number = field(" PAGE ", "2", face);
    if house == House::NewYork {
        number.push_str(&run("/", face));
        number.push_str(&field(" NUMPAGES ", "2", face));
    }
    let foot =
        paragraph("Footer", &format!("<w:jc w:val=\"{}\"/>", edge.name()), &number);
    format!("{DECLARATION}<w:ftr {NAMESPACES}>{foot}</w:ftr>")
}

/// The footnotes, and the short line above them.
pub(super) fn footnotes(material: &Material, notes: &[(usize, String)]) -> String {
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
    for (id, note) in notes {
        let _ = write!(xml, "<w:footnote w:id=\"{id}\">{note}</w:footnote>");
    }
    xml.push_str("</w:footnotes>");
    xml
}

/// The paragraphs of the footnotes, by their ids.
pub(super) fn notes(material: &Material) -> Vec<(usize, String)> {
    let notes = material.composition.notes.iter().enumerate();
    notes
        .filter(|(_, note)| note.caller == Caller::Text)
        .map(|(index, note)| (index + 1, footnote(material, note)))
        .collect()
}

fn footnote(material: &Material, note: &Note) -> String {
    let mark =
        if is_numbered(&note.mark) { "<w:footnoteRef/>" } else { &mark_text(note) };
    let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    let words = runs_of(material, &of_footnote(&note.runs), Face::default());
    // The template sets a tab before the mark. LibreOffice then shows the mark twice; a
    // mark that begins the paragraph stands at the same place in both.
    let Sheet { column, footnote_mark, .. } = sheet(material.composition.house);
    let signs = Twips::try_from(note.mark.chars().count()).unwrap_or(1);
    let mark_width = WIDTH_OF_A_SIGN * signs;
    let hanging = column - footnote_mark + mark_width;
    let properties = format!(
        "<w:tabs><w:tab w:val=\"clear\" w:pos=\"{footnote_mark}\"/></w:tabs>\
         <w:ind w:left=\"{column}\" w:hanging=\"{hanging}\"/>"
    );
    let mark = format!("<w:r>{style}{mark}</w:r><w:r><w:tab/></w:r>");
    paragraph("FootnoteText", &properties, &format!("{mark}{words}"))
}

fn mark_text(note: &Note) -> String {
    format!("<w:t>{}</w:t>", escaped(&note.mark))
}
