//! The styles of the templates, with their ids and names, so that a file can be pasted
//! into the template of its house.

use std::fmt::Write;

use super::house::style_names;
use super::numbering::geometry;
use super::template::{Style, styles};
use super::xml::{DECLARATION, NAMESPACES};
use crate::conventions::Language;
use crate::conventions::organs::House;
use crate::render::sheet::settings::{Setting, roman, settings};
use crate::render::sheet::{Sheet, sheet};

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

/// At the edge of its cell, and no heading.
fn stamp(_: &Sheet) -> String {
    "<w:ind w:left=\"0\" w:right=\"0\" w:firstLine=\"0\"/><w:outlineLvl w:val=\"9\"/>"
        .to_owned()
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
    Named { id: "DraftStamp", name: "Draft stamp", based: subheading, place: stamp },
    Named { id: "ClosingLine", name: "Closing line", based: body, place: as_based },
];

/// The styles of words that say what they are, and how they look.
fn character_styles(language: Language) -> String {
    // Arabic sets in bold what other scripts set in italics.
    let italic = match language {
        Language::Zh => "",
        Language::Ar => "<w:b/><w:bCs/>",
        _ => "<w:i/><w:iCs/>",
    };
    // Chinese sets what opens a paragraph in another face.
    let face = match language {
        Language::Zh => "<w:rFonts w:eastAsia=\"KaiTi\"/>",
        _ => "",
    };
    let italic = format!("{face}{italic}");
    let below = "<w:u w:val=\"single\"/>";
    let both = format!("{italic}{below}");
    let mut xml = String::new();
    for (id, name, look) in [
        ("OpeningPhrase", "Opening phrase", italic.as_str()),
        ("Emphasis", "Emphasis", &italic),
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

/// Type as the properties of a run have it, in the order of the schema.
fn type_of(style: &Style, setting: Setting, house: House, language: Language) -> String {
    let mut run = String::new();
    if setting.is_bold {
        run.push_str("<w:b/><w:bCs/>");
    }
    if style.is_italic {
        run.push_str("<w:i/><w:iCs/>");
    }
    let Setting { spacing, width, .. } = setting;
    if house == House::NewYork {
        let _ = write!(run, "<w:spacing w:val=\"{spacing}\"/><w:w w:val=\"{width}\"/>");
    }
    if style.is_kerned {
        run.push_str("<w:kern w:val=\"14\"/>");
    }
    run.push_str(&size_of(setting.size, language));
    run
}

/// The part that says what may be set for a face that a machine has not.
pub(super) fn fonts() -> String {
    let face = |name: &str, family: &str| {
        format!("<w:font w:name=\"{name}\"><w:family w:val=\"{family}\"/></w:font>")
    };
    let faces = face("Times New Roman", "roman") + &face("SimSun", "auto");
    format!("{DECLARATION}<w:fonts {NAMESPACES}>{faces}</w:fonts>")
}

/// The part with the styles of a house.
pub(super) fn part(house: House, language: Language) -> String {
    let mut xml = format!("{DECLARATION}<w:styles {NAMESPACES}>");
    xml.push_str(&defaults(house, language));
    xml.push_str(&normal(house, language));
    let (sheet, settings) = (sheet(house), settings(house));
    let mark_size = settings.footnote.size;
    for style in styles(house) {
        let Style { id, name, based, next, .. } = style;
        let setting = (style.setting)(settings);
        let run = type_of(style, setting, house, language);
        let level = style.level.map(|level| format!("<w:outlineLvl w:val=\"{level}\"/>"));
        let paragraph = (style.shape)(sheet, in_lines_of(setting, language))
            + &level.unwrap_or_default();
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
        let (based, place) = (based(house), place(sheet));
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

/// The pitch of lines in the script of a language.
fn in_lines_of(setting: Setting, language: Language) -> Setting {
    Setting { line: setting.in_script_of(language).line, ..setting }
}

/// The size of letters. That of Arabic letters has an element of its own, beside the size
/// of the Latin letters among them.
pub(super) fn size_of(size: u32, language: Language) -> String {
    let of_script = roman(size, 0, 0, 0).in_script_of(language).size;
    let size = if language == Language::Ar { size } else { of_script };
    format!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{of_script}\"/>")
}

fn defaults(house: House, language: Language) -> String {
    let code = match language {
        Language::En => "en-GB",
        Language::Fr => "fr-FR",
        Language::Es => "es-ES",
        Language::Ru => "ru-RU",
        Language::Zh | Language::Ar => "en-US",
    };
    let arabic_face = match language {
        Language::Ar => "Traditional Arabic",
        _ => "Times New Roman",
    };
    let size = size_of(settings(house).body.size, language);
    format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" \
         w:hAnsi=\"Times New Roman\" w:eastAsia=\"SimSun\" w:cs=\"{arabic_face}\"/>\
         {size}<w:lang w:val=\"{code}\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>\
         <w:pPrDefault/></w:docDefaults>"
    )
}

/// New York sets its type a little wider, on an exact grid.
fn normal(house: House, language: Language) -> String {
    let Setting { line, spacing, width, .. } =
        in_lines_of(settings(house).body, language);
    let wide = format!("<w:spacing w:val=\"{spacing}\"/><w:w w:val=\"{width}\"/>");
    let (rule, run) = match house {
        House::Geneva => ("atLeast", ""),
        // The letters of Arabic are higher than the grid.
        House::NewYork if language == Language::Ar => ("atLeast", wide.as_str()),
        House::NewYork => ("exact", wide.as_str()),
    };
    let right_to_left = if language == Language::Ar { "<w:bidi/>" } else { "" };
    format!(
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">\
         <w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:suppressAutoHyphens/>{right_to_left}\
         <w:spacing w:line=\"{line}\" w:lineRule=\"{rule}\"/></w:pPr><w:rPr>{run}</w:rPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\">\
         <w:name w:val=\"Default Paragraph Font\"/></w:style>"
    )
}
