//! The styles of the templates, with their ids and names, so that a file can be pasted
//! into the template of its house.

use std::fmt::Write;

use super::house::style_names;
use super::numbering::geometry;
use super::xml::{DECLARATION, NAMESPACES};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::sheet::{Sheet, sheet};

/// A paragraph style.
struct Style {
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    paragraph: &'static str,
    run: &'static str,
}

macro_rules! heading {
    ($column:literal, $tab:literal, $before:literal, $after:literal, $line:literal, $level:literal) => {
        concat!(
            "<w:keepNext/><w:keepLines/><w:tabs><w:tab w:val=\"right\" w:pos=\"",
            $tab,
            "\"/></w:tabs><w:spacing w:before=\"",
            $before,
            "\" w:after=\"",
            $after,
            "\" w:line=\"",
            $line,
            "\" w:lineRule=\"exact\"/><w:ind w:left=\"",
            $column,
            "\" w:right=\"",
            $column,
            "\" w:hanging=\"",
            $column,
            "\"/><w:outlineLvl w:val=\"",
            $level,
            "\"/>"
        )
    };
}

macro_rules! style {
    ($id:literal, $name:literal, $based:literal, $next:literal, $paragraph:expr, $run:literal) => {
        Style {
            id: $id,
            name: $name,
            based: $based,
            next: $next,
            paragraph: $paragraph,
            run: $run,
        }
    };
}

#[rustfmt::skip]
static GENEVA: &[Style] = &[
    style!("HChG", "_ H _Ch_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "360", "240", "300", "0"), "<w:b/><w:bCs/><w:sz w:val=\"28\"/>"),
    style!("H1G", "_ H_1_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "360", "240", "270", "1"), "<w:b/><w:bCs/><w:sz w:val=\"24\"/>"),
    style!("H23G", "_ H_2/3_G", "Normal", "SingleTxtG",
        heading!("1134", "851", "240", "120", "240", "2"), "<w:b/><w:bCs/>"),
    style!("SingleTxtG", "_ Single Txt_G", "Normal", "SingleTxtG",
        "<w:spacing w:after=\"120\"/><w:ind w:left=\"1134\" w:right=\"1134\"/><w:jc w:val=\"both\"/>", ""),
    style!("FootnoteText", "footnote text", "Normal", "FootnoteText",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"1021\"/></w:tabs><w:spacing w:line=\"220\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1134\" w:right=\"1134\" w:hanging=\"1134\"/>", "<w:sz w:val=\"18\"/>"),
    style!("Header", "header", "Normal", "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"4\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"566\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"18\"/>"),
    style!("Footer", "footer", "Normal", "Footer",
        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", "<w:sz w:val=\"16\"/>"),
];

const TABS: &str = "<w:tabs><w:tab w:val=\"left\" w:pos=\"1267\"/><w:tab w:val=\"left\" w:pos=\"1742\"/>\
    <w:tab w:val=\"left\" w:pos=\"2218\"/><w:tab w:val=\"left\" w:pos=\"2693\"/>\
    <w:tab w:val=\"left\" w:pos=\"3182\"/><w:tab w:val=\"left\" w:pos=\"3658\"/>\
    <w:tab w:val=\"left\" w:pos=\"4133\"/><w:tab w:val=\"left\" w:pos=\"4622\"/>\
    <w:tab w:val=\"left\" w:pos=\"5098\"/><w:tab w:val=\"left\" w:pos=\"5573\"/>\
    <w:tab w:val=\"left\" w:pos=\"6048\"/></w:tabs>";

#[rustfmt::skip]
static NEW_YORK: &[Style] = &[
    style!("H1", "_ H_1", "Normal", "SingleTxt",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"240\" w:after=\"120\" w:line=\"270\" w:lineRule=\"exact\"/>\
         <w:outlineLvl w:val=\"0\"/>", "<w:b/><w:bCs/><w:kern w:val=\"14\"/><w:sz w:val=\"24\"/>"),
    style!("HCh", "_ H _Ch", "H1", "SingleTxt",
        "<w:spacing w:before=\"360\" w:after=\"240\" w:line=\"300\" w:lineRule=\"exact\"/>",
        "<w:spacing w:val=\"-2\"/><w:sz w:val=\"28\"/>"),
    style!("H23", "_ H_2/3", "H1", "SingleTxt",
        "<w:spacing w:before=\"240\" w:after=\"120\" w:line=\"240\" w:lineRule=\"exact\"/><w:outlineLvl w:val=\"1\"/>",
        "<w:spacing w:val=\"2\"/><w:sz w:val=\"20\"/>"),
    style!("TitleHCH", "Title_H_CH", "HCh", "SingleTxt",
        heading!("1267", "1022", "360", "240", "300", "0"), ""),
    style!("TitleH1", "Title_H1", "H1", "SingleTxt",
        heading!("1267", "1022", "240", "240", "270", "0"), ""),
    style!("SingleTxt", "__Single Txt", "Normal", "SingleTxt", "", "<w:kern w:val=\"14\"/>"),
    style!("Session", "Session", "H23", "Normal",
        "<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"240\" w:lineRule=\"exact\"/><w:outlineLvl w:val=\"9\"/>", ""),
    style!("Sponsors", "Sponsors", "H1", "Normal",
        "<w:spacing w:before=\"360\" w:after=\"120\" w:line=\"240\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1267\" w:right=\"1267\"/><w:outlineLvl w:val=\"9\"/>", "<w:sz w:val=\"20\"/>"),
    style!("AgendaItemNormal", "Agenda_Item_Normal", "Normal", "Normal", "", "<w:kern w:val=\"14\"/>"),
    style!("AgendaTitleH2", "Agenda_Title_H2", "Normal", "Normal",
        "<w:keepNext/><w:keepLines/><w:ind w:right=\"4260\"/>", "<w:b/><w:bCs/><w:kern w:val=\"14\"/>"),
    style!("Distribution", "Distribution", "Normal", "Normal", "", ""),
    style!("XLarge", "XLarge", "Normal", "Normal",
        "<w:keepNext/><w:keepLines/><w:spacing w:before=\"109\" w:line=\"390\" w:lineRule=\"exact\"/>",
        "<w:b/><w:bCs/><w:spacing w:val=\"-4\"/><w:w w:val=\"98\"/><w:kern w:val=\"14\"/><w:sz w:val=\"40\"/>"),
    style!("FootnoteText", "footnote text", "Normal", "FootnoteText",
        "<w:tabs><w:tab w:val=\"right\" w:pos=\"1155\"/></w:tabs><w:spacing w:line=\"210\" w:lineRule=\"exact\"/>\
         <w:ind w:left=\"1267\" w:right=\"1267\" w:hanging=\"475\"/>",
        "<w:spacing w:val=\"5\"/><w:w w:val=\"104\"/><w:sz w:val=\"17\"/>"),
    style!("Header", "header", "Normal", "Header",
        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"2\" w:space=\"2\" w:color=\"auto\"/></w:pBdr>\
         <w:spacing w:before=\"620\" w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"17\"/>"),
    style!("Footer", "footer", "Normal", "Footer",
        "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/>", "<w:b/><w:bCs/><w:sz w:val=\"17\"/>"),
];

/// A style of ours, which looks like the style of the template on which it is based and
/// says what a paragraph is and where it stands. Its name is what a reader of the file goes
/// by.
struct Named {
    id: &'static str,
    name: &'static str,
    based: fn(House) -> &'static str,
    place: fn(&Sheet) -> String,
}

fn body(house: House) -> &'static str {
    style_names(house).body
}

fn section(house: House) -> &'static str {
    style_names(house).section
}

fn annex(house: House) -> &'static str {
    match house {
        House::Geneva => style_names(house).headline,
        House::NewYork => minor_title(house),
    }
}

/// The 12-point heading that stands at the edge of the text.
pub(super) fn minor_title(house: House) -> &'static str {
    match house {
        House::Geneva => "H1G",
        House::NewYork => "TitleH1",
    }
}

fn subheading(house: House) -> &'static str {
    style_names(house).subheading
}

/// Where the style on which it is based stands.
fn as_based(_: &Sheet) -> String {
    String::new()
}

/// The first line indented.
fn indented(sheet: &Sheet) -> String {
    format!("<w:ind w:firstLine=\"{}\"/>", sheet.first_line)
}

fn numbered(sheet: &Sheet) -> String {
    geometry(0, sheet)
}

fn second_degree(sheet: &Sheet) -> String {
    geometry(2, sheet)
}

fn third_degree(sheet: &Sheet) -> String {
    geometry(3, sheet)
}

fn fourth_degree(sheet: &Sheet) -> String {
    geometry(4, sheet)
}

fn new_page(_: &Sheet) -> String {
    "<w:pageBreakBefore/>".to_owned()
}

fn at_text_edge(sheet: &Sheet) -> String {
    let column = sheet.column;
    format!("<w:ind w:left=\"{column}\" w:right=\"{column}\" w:firstLine=\"0\"/>")
}

fn centred(sheet: &Sheet) -> String {
    format!("{}<w:jc w:val=\"center\"/>", at_text_edge(sheet))
}

#[rustfmt::skip]
static NAMED: &[Named] = &[
    Named { id: "OrganLine", name: "Organ line", based: body, place: indented },
    Named { id: "PreambularParagraph", name: "Preambular paragraph", based: body, place: indented },
    Named { id: "OperativeParagraph", name: "Operative paragraph", based: body, place: numbered },
    Named { id: "Subparagraph1", name: "Subparagraph 1", based: body, place: numbered },
    Named { id: "Subparagraph2", name: "Subparagraph 2", based: body, place: second_degree },
    Named { id: "Subparagraph3", name: "Subparagraph 3", based: body, place: third_degree },
    Named { id: "Subparagraph4", name: "Subparagraph 4", based: body, place: fourth_degree },
    Named { id: "Subparagraph5", name: "Subparagraph 5", based: body, place: fourth_degree },
    Named { id: "Subparagraph6", name: "Subparagraph 6", based: body, place: fourth_degree },
    Named { id: "ContinuationText", name: "Continuation text", based: body, place: as_based },
    Named { id: "QuotedDraft", name: "Quoted draft", based: body, place: as_based },
    Named { id: "PartHeading", name: "Part heading", based: section, place: centred },
    Named { id: "SectionHeading", name: "Section heading", based: section, place: centred },
    Named { id: "AnnexHeading", name: "Annex heading", based: annex, place: new_page },
    Named { id: "AnnexTitle", name: "Annex title", based: minor_title, place: as_based },
    Named { id: "AnnexSubheading", name: "Annex subheading", based: subheading, place: at_text_edge },
    Named { id: "AnnexParagraph", name: "Annex paragraph", based: body, place: numbered },
    Named { id: "ClosingLine", name: "Closing line", based: body, place: as_based },
];

/// The styles of words that say what they are, and how they look.
fn character_styles(language: Language) -> String {
    let italic = match language {
        Language::Zh | Language::Ar => "",
        _ => "<w:i/><w:iCs/>",
    };
    let below = "<w:u w:val=\"single\"/>";
    let both = format!("{italic}{below}");
    let mut xml = String::new();
    for (id, name, look) in [
        ("OpeningPhrase", "Opening phrase", italic),
        ("Emphasis", "Emphasis", italic),
        ("ProposedWords", "Proposed words", below),
        ("ProposedOpeningPhrase", "Proposed opening phrase", &both),
        ("ProposedEmphasis", "Proposed emphasis", &both),
        ("StruckOutWords", "Struck-out words", "<w:strike/>"),
    ] {
        let custom = if id == "Emphasis" { "" } else { " w:customStyle=\"1\"" };
        let _ = write!(
            xml,
            "<w:style w:type=\"character\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
        );
    }
    xml
}

/// The part with the styles of a house.
pub(super) fn part(house: House, language: Language) -> String {
    let mut xml = format!("{DECLARATION}<w:styles {NAMESPACES}>");
    xml.push_str(&defaults(language));
    xml.push_str(&normal(house, language));
    let (styles, mark_size) = match house {
        House::Geneva => (GENEVA, 18),
        House::NewYork => (NEW_YORK, 17),
    };
    for style in styles {
        let Style { id, name, based, next, run, .. } = style;
        let paragraph = match style.id {
            "SingleTxt" => format!(
                "{TABS}<w:spacing w:after=\"120\"/><w:ind w:left=\"1267\" w:right=\"1267\"/>\
                 <w:jc w:val=\"both\"/>"
            ),
            _ => style.paragraph.to_owned(),
        };
        let is_built_in = matches!(*id, "Header" | "Footer" | "FootnoteText");
        let custom = if is_built_in { "" } else { " w:customStyle=\"1\"" };
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>\
             <w:basedOn w:val=\"{based}\"/><w:next w:val=\"{next}\"/><w:qFormat/>\
             <w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        );
    }
    for Named { id, name, based, place } in NAMED {
        let (based, place) = (based(house), place(sheet(house)));
        let _ = write!(
            xml,
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\">\
             <w:name w:val=\"{name}\"/><w:basedOn w:val=\"{based}\"/><w:qFormat/>\
             <w:pPr>{place}</w:pPr></w:style>"
        );
    }
    xml.push_str(&character_styles(language));
    let _ = write!(
        xml,
        "<w:style w:type=\"character\" w:styleId=\"PageNumber\"><w:name w:val=\"page number\"/>\
         <w:rPr><w:b/><w:bCs/><w:sz w:val=\"{mark_size}\"/></w:rPr></w:style>\
         <w:style w:type=\"character\" w:styleId=\"FootnoteReference\">\
         <w:name w:val=\"footnote reference\"/><w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>\
         <w:i w:val=\"0\"/><w:iCs w:val=\"0\"/><w:sz w:val=\"{mark_size}\"/>\
         <w:vertAlign w:val=\"superscript\"/></w:rPr></w:style></w:styles>"
    );
    xml
}

fn defaults(language: Language) -> String {
    let code = match language {
        Language::En => "en-GB",
        Language::Fr => "fr-FR",
        Language::Es => "es-ES",
        Language::Ru => "ru-RU",
        Language::Zh | Language::Ar => "en-US",
    };
    let right_to_left = if language == Language::Ar { "<w:rtl/>" } else { "" };
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
         w:hAnsi=\"Times New Roman\" w:eastAsia=\"SimSun\" w:cs=\"Times New Roman\"/>\
         <w:sz w:val=\"20\"/><w:szCs w:val=\"20\"/>{right_to_left}\
         <w:lang w:val=\"{code}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults>"
    )
}

/// New York sets its type a little wider, on an exact grid.
fn normal(house: House, language: Language) -> String {
    let (line, run) = match house {
        House::Geneva => ("atLeast", ""),
        House::NewYork => ("exact", "<w:spacing w:val=\"4\"/><w:w w:val=\"103\"/>"),
    };
    let right_to_left = if language == Language::Ar { "<w:bidi/>" } else { "" };
    format!(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:suppressAutoHyphens/>{right_to_left}\
         <w:spacing w:line=\"240\" w:lineRule=\"{line}\"/></w:pPr><w:rPr>{run}</w:rPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/></w:style>"
    )
}
