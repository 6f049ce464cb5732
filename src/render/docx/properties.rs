//! What a file says of itself outside its pages.

use std::fmt::Write;

use super::PACKAGE;
use super::xml::{DECLARATION, escaped};
use crate::render::composition::{Composition, Note};
use crate::text::fingerprint;

/// The name and the language of the document, for those who cannot see the page.
pub(super) fn core(composition: &Composition) -> String {
    let name = escaped(&composition.name);
    let code = composition.language.code();
    let made = composition.made.map(|made| {
        format!(
            "<dcterms:created xsi:type=\"dcterms:W3CDTF\">{}</dcterms:created>",
            made.strftime("%Y-%m-%dT%H:%M:%SZ")
        )
    });
    let made = made.unwrap_or_default();
    format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{name}</dc:title>\
         <dc:language>{code}</dc:language>{made}</cp:coreProperties>"
    )
}

/// The front matter, so that the file can be imported again without a loss.
pub(super) fn custom(composition: &Composition) -> String {
    const NAMESPACES: &str = "xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" \
         xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"";
    // Every property that a user adds has this.
    const OF_USERS: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
    let facts = composition.facts.iter().map(|(name, value)| (*name, value.clone()));
    let marks = footnote_marks(composition).map(|marks| ("footnote_marks", marks));
    let page = Some(("page", page(composition)));
    let mut xml = format!("{DECLARATION}<Properties {NAMESPACES}>");
    for (index, (name, value)) in facts.chain(marks).chain(page).enumerate() {
        let id = index + 2;
        let value = escaped_lines(&value);
        let _ = write!(
            xml,
            "<property fmtid=\"{OF_USERS}\" pid=\"{id}\" name=\"zerodraft.{name}\">\
             <vt:lpwstr>{value}</vt:lpwstr></property>"
        );
    }
    xml.push_str("</Properties>");
    xml
}

/// Words that XML can hold, their lines kept.
fn escaped_lines(value: &str) -> String {
    value.split('\n').map(escaped).collect::<Vec<_>>().join("\n")
}

/// A sign of the words in which the page says what the front matter says: as long as they
/// are the same, nobody has changed it in Word.
fn page(composition: &Composition) -> String {
    let mut words: Vec<String> =
        composition.masthead.words().map(str::to_owned).collect();
    for block in composition.blocks.iter().filter(|block| block.kind.is_of_page()) {
        words.extend(block.number.clone());
        words.push(block.text());
    }
    fingerprint(words.iter().map(String::as_str))
}

/// The marks that the page prints with those of the draft, in the order of the draft,
/// where Word’s own numbers do not tell.
fn footnote_marks(composition: &Composition) -> Option<String> {
    let mut notes: Vec<&Note> =
        composition.notes.iter().filter(|note| note.written.is_some()).collect();
    let is_alike = |note: &&Note| note.written.as_ref() == Some(&note.mark);
    let is_plain = notes.iter().all(is_alike) && notes.is_sorted_by_key(|n| n.source);
    notes.sort_by_key(|note| note.source);
    let pair = |note: &&Note| {
        format!("{}={}", note.mark, note.written.as_deref().unwrap_or_default())
    };
    (!is_plain).then(|| notes.iter().map(pair).collect::<Vec<_>>().join(" "))
}
