//! Akoma Ntoso 3.0: texts in the profile of the United Nations (AKN4UN), and any other
//! document of the schema as far as it has paragraphs.
//!
//! [`tree`] reads the XML, [`words`] what stands inside a paragraph, [`body`] and
//! [`attachments`] the paragraphs, which become [`lines`], and [`meta`] what the file says of itself. An element that we do not know
//! is read for its words: none is dropped.

mod attachments;
mod body;
mod elements;
mod lines;
mod meta;
mod tree;
mod words;

use super::encoding::{self, Decoded};
use super::manuscript::{Manuscript, Setting};
use super::{Format, ImportError, Options, Unit};
use body::Reader;
use tree::Element;
use words::{Hand, PlacedNote, name_notes};

pub(super) static FORMAT: Format =
    Format { name: "Akoma Ntoso", extensions: &["xml", "akn"], is_it, read };

/// How much of a file is looked at to tell what it is.
const HEAD: usize = 4096;

/// Whether a file is XML, and no web page. What it holds is told when it is read, so that
/// other XML is refused by name and not taken for text.
fn is_it(bytes: &[u8]) -> bool {
    let head = encoding::start(bytes, HEAD).to_lowercase();
    let head = head.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    let is_page = head.contains("<html") || head.contains("<!doctype html");
    let is_named = head.starts_with('<') && head.contains("akomantoso");
    (head.starts_with("<?xml") || is_named) && !is_page
}

fn read(bytes: &[u8], options: &Options) -> Result<Manuscript, ImportError> {
    let Decoded { text, encoding } = encoding::labelled(bytes, label(bytes))?;
    let mut root = tree::parse(text.trim_start_matches('\u{feff}'))?;
    if !root.name.eq_ignore_ascii_case("akomaNtoso") {
        return Err(ImportError::NoText {
            what: "XML, but not Akoma Ntoso",
            remedy: "open the text itself, or save it as a Word file or as plain text",
        });
    }
    let marks = name_notes(&mut root);
    let hand = Hand { changes: options.changes, marks: &marks };
    Ok(Manuscript { encoding, ..manuscript(&root, hand) })
}

/// The encoding that the declaration of a file names: `encoding="utf-8"`.
fn label(bytes: &[u8]) -> &[u8] {
    const NAME: &[u8] = b"encoding=";
    let end = memchr::memchr(b'>', bytes).unwrap_or(0);
    let declaration = bytes.get(..end).filter(|start| start.starts_with(b"<?xml"));
    let declaration = declaration.unwrap_or_default();
    let at = declaration.windows(NAME.len()).position(|window| window == NAME);
    let value = at.and_then(|at| declaration.get(at + NAME.len() + 1..));
    let value = value.unwrap_or_default();
    let end = value.iter().position(|byte| matches!(byte, b'"' | b'\''));
    value.get(..end.unwrap_or(0)).unwrap_or_default()
}

fn manuscript(root: &Element, hand: Hand) -> Manuscript {
    let front_matter = meta::front_matter(root);
    let mut reader = Reader::new(hand, !front_matter.is_empty());
    reader.file(root);
    let facts = if front_matter.is_empty() {
        meta::facts(root)
    } else {
        meta::settled(front_matter, root)
    };
    let mut notes = reader.notes;
    notes.sort_by_key(|placed| placed.place);
    Manuscript {
        lines: reader.lines,
        unit: Unit::Line,
        setting: Setting::Paragraphs,
        notes: notes.into_iter().map(|PlacedNote { note, .. }| note).collect(),
        facts,
        set_aside: reader.set_aside,
        language: meta::language(root),
        ..Manuscript::default()
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{self, Changes, Options};

    /// A statement with these parts.
    fn statement(parts: &str) -> String {
        format!(
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\">\n\
             <statement name=\"resolutionDraft\"><meta/>\n{parts}\n</statement></akomaNtoso>"
        )
    }

    fn body(xml: &str, changes: Changes) -> String {
        let imported =
            import::read(xml.as_bytes(), &Options { changes, ..Options::default() })
                .unwrap();
        let (_, body) = imported.text.split_once("\n---\n").unwrap();
        body.trim().to_owned()
    }

    #[test]
    fn numbers_and_degrees_are_those_of_the_elements() {
        let xml = statement(
            "<preamble><formula name=\"enactingFormula\"><p><i>The General Assembly</i>,</p>\
             </formula><container name=\"Recalling\"><p><i>Recalling</i>\n   its work,</p></container>\
             </preamble>\n<mainBody><paragraph><num>1.</num><list><intro><p>Decides:</p></intro>\
             <point><num>(a)</num><list><intro><p>First:</p></intro><point><num>(i)</num><content>\
             <p>Here;</p></content></point></list></point><wrapUp><p>and so on.</p></wrapUp></list>\
             </paragraph></mainBody>",
        );
        assert_eq!(
            body(&xml, Changes::Keep),
            "The General Assembly,\n\nRecalling its work,\n\n1. Decides:\n\n   (a) First:\n\n      \
             (i) Here;\n\n   and so on."
        );
    }

    #[test]
    fn changes_are_kept_or_settled() {
        let xml = statement(
            "<mainBody><paragraph><num>1.</num><content><p>Decides <del>never </del><ins>always \
             </ins>to act<remark status=\"editorial\">EU: no</remark>.</p></content></paragraph></mainBody>",
        );
        for (changes, text) in [
            (Changes::Keep, "1. Decides {--never --}{++always ++}to act{>>EU: no<<}."),
            (Changes::Accept, "1. Decides always to act."),
            (Changes::Reject, "1. Decides never to act."),
        ] {
            assert_eq!(body(&xml, changes), text);
        }
    }

    #[test]
    fn unknown_elements_are_read_for_their_words() {
        let xml = statement(
            "<mainBody><oddity>One<p>Two <x>three</x></p>four</oddity><article><num>Art. 5</num>\
             <heading>Scope</heading><content><p>Five</p></content></article>\
             <table><tr><th><p>A</p></th><td>B</td></tr><tr><td>1</td><td>2</td></tr></table>\
             <toc><tocItem>Contents</tocItem></toc></mainBody>",
        );
        assert_eq!(
            body(&xml, Changes::Keep),
            "One\n\nTwo three\n\nfour\n\n# Art. 5. Scope\n\nFive\n\n| A | B |\n| --- | --- |\n| 1 | 2 |"
        );
        let imported = import::read(xml.as_bytes(), &Options::default()).unwrap();
        assert_eq!(imported.set_aside[0].text, "Contents");
    }

    #[test]
    fn the_encoding_is_the_one_that_is_named() {
        let xml = statement("<mainBody><p>Fête</p></mainBody>");
        let utf16: Vec<u8> =
            format!("\u{feff}{xml}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        let latin: Vec<u8> = format!("<?xml version='1.0' encoding='iso-8859-1'?>{xml}")
            .chars()
            .map(|c| u8::try_from(c).unwrap())
            .collect();
        for bytes in [utf16, latin] {
            let imported = import::read(&bytes, &Options::default()).unwrap();
            assert!(imported.text.ends_with("Fête\n") && imported.encoding.is_some());
        }
    }

    #[test]
    fn other_xml_is_refused_by_name() {
        let refused = |text: &str| {
            import::read(text.as_bytes(), &Options::default()).unwrap_err().to_string()
        };
        assert!(refused("<?xml version=\"1.0\"?><rss/>").contains("not Akoma Ntoso"));
        assert!(refused("<?xml version=\"1.0\"?>\n<akomaNtoso>\n<a>").contains("line 3"));
    }
}
