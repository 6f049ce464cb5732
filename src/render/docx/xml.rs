//! Words to the XML of a Word file.

use std::borrow::Cow;
use std::fmt::Write;

/// What every part begins with.
pub(super) const DECLARATION: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The names that the parts with words use.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
     xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// How a run is set, beyond the style of its paragraph.
#[derive(Clone, Copy, Default)]
pub(super) struct Face {
    /// The character style, which says what the words are.
    pub(super) style: Option<&'static str>,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) size: Option<u32>,
    pub(super) line: Line,
    /// Whether its words run from right to left.
    pub(super) is_right_to_left: bool,
}

/// A line through or below the words.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Line {
    /// None.
    #[default]
    None,
    /// Below: proposed.
    Below,
    /// Through: proposed for deletion.
    Through,
}

/// Words that XML can hold: `&`, `<` and quotation marks written as entities, and the
/// characters that XML forbids left out.
pub(super) fn escaped(words: &str) -> String {
    let is_forbidden =
        |c: char| c.is_control() && c != '\t' || matches!(c, '\u{fffe}' | '\u{ffff}');
    let words = if words.contains(is_forbidden) {
        Cow::Owned(words.replace(is_forbidden, ""))
    } else {
        Cow::Borrowed(words)
    };
    quick_xml::escape::escape(words).into_owned()
}

/// A run of words; a tab in them is a tab stop.
pub(super) fn run(words: &str, face: Face) -> String {
    let is_right_to_left = words.chars().any(is_right_to_left);
    let properties = run_properties(Face { is_right_to_left, ..face });
    format!("<w:r>{properties}{}</w:r>", text(words))
}

/// How a run is set; for the end of a paragraph too.
pub(super) fn run_properties(face: Face) -> String {
    let properties = properties(face);
    match properties.as_str() {
        "" => properties,
        _ => format!("<w:rPr>{properties}</w:rPr>"),
    }
}

/// A field: what Word is to work out, and what it said last.
pub(super) fn field(instruction: &str, result: &str, face: Face) -> String {
    let face_xml = run_properties(face);
    let code = |kind: &str| {
        format!("<w:r>{face_xml}<w:fldChar w:fldCharType=\"{kind}\"/></w:r>")
    };
    let instruction = escaped(instruction);
    [
        code("begin"),
        format!(
            "<w:r>{face_xml}<w:instrText xml:space=\"preserve\">{instruction}</w:instrText></w:r>"
        ),
        code("separate"),
        run(result, face),
        code("end"),
    ]
    .concat()
}

/// Whether a letter is Arabic. Latin letters and figures in an Arabic text are set as in
/// any other: Word turns what is marked.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

/// The elements of the words alone.
pub(super) fn text(words: &str) -> String {
    let mut xml = String::with_capacity(words.len() + 40);
    for (index, piece) in words.split('\t').enumerate() {
        if index > 0 {
            xml.push_str("<w:tab/>");
        }
        if !piece.is_empty() {
            xml.push_str("<w:t xml:space=\"preserve\">");
            xml.push_str(&escaped(piece));
            xml.push_str("</w:t>");
        }
    }
    xml
}

/// The elements stand in the order of the schema.
fn properties(face: Face) -> String {
    let mut xml = String::new();
    if let Some(style) = face.style {
        let _ = write!(xml, "<w:rStyle w:val=\"{style}\"/>");
    }
    if face.bold {
        xml.push_str("<w:b/><w:bCs/>");
    }
    if face.italic {
        xml.push_str("<w:i/><w:iCs/>");
    }
    if face.line == Line::Through {
        xml.push_str("<w:strike/>");
    }
    if let Some(size) = face.size {
        let _ = write!(xml, "<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>");
    }
    if face.line == Line::Below {
        xml.push_str("<w:u w:val=\"single\"/>");
    }
    if face.is_right_to_left {
        xml.push_str("<w:rtl/>");
    }
    xml
}

/// A paragraph in a style, with properties of its own.
pub(super) fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    let style = match style {
        "" => String::new(),
        style => format!("<w:pStyle w:val=\"{style}\"/>"),
    };
    match (style.as_str(), properties) {
        ("", "") => format!("<w:p>{runs}</w:p>"),
        _ => format!("<w:p><w:pPr>{style}{properties}</w:pPr>{runs}</w:p>"),
    }
}
