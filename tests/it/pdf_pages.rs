//! PDF files that we write, read back: no word lost, none run as a program.

use std::fmt::Write;
use std::path::Path;

use zerodraft::import;
use zerodraft::model::{Paragraph, Resolution};
use zerodraft::render::{self, Options, RenderError, format_for};
use zerodraft::syntax;
use zerodraft::text::Source;

use crate::running::Desk;

fn parse(draft: &str) -> Resolution {
    syntax::parse(&Source::new(draft))
}

fn pdf(draft: &str) -> Result<Vec<u8>, RenderError> {
    render::render(&parse(draft), format_for("pdf").unwrap(), &Options::default())
}

fn read_back(file: &[u8]) -> String {
    import::read(file, &import::Options::default()).unwrap().text
}

/// The text of all paragraphs with their places, and the notes.
fn said(resolution: &Resolution) -> String {
    fn say(paragraph: &Paragraph, said: &mut String) {
        let ordinal = paragraph.marker.as_ref().and_then(|marker| marker.ordinal);
        let text = paragraph.prose.text.replace('\u{a0}', " ");
        writeln!(said, "{} {ordinal:?} {text}", paragraph.label).unwrap();
        paragraph.children.iter().for_each(|child| say(child, said));
    }
    let mut said = String::new();
    for part in resolution.with_parts() {
        let title = part.title.as_ref().map(|title| &title.value);
        writeln!(said, "{title:?}").unwrap();
        for section in &part.sections {
            let paragraphs = section.preambular.iter().chain(&section.operative);
            paragraphs.for_each(|paragraph| say(paragraph, &mut said));
        }
    }
    for annex in &resolution.annexes {
        annex.paragraphs.iter().for_each(|paragraph| say(paragraph, &mut said));
    }
    for note in &resolution.footnotes {
        writeln!(said, "{}", note.prose.text.replace('\u{a0}', " ")).unwrap();
    }
    said
}

#[track_caller]
fn comes_back(name: &str, draft: &str) {
    let again = read_back(&pdf(draft).unwrap());
    let (before, after) = (said(&parse(draft)), said(&parse(&again)));
    for (before, after) in before.lines().zip(after.lines()) {
        assert_eq!(before, after, "{name}\n{again}");
    }
    assert_eq!(before.lines().count(), after.lines().count(), "{name}\n{again}");
}

#[test]
fn drafts_come_back_from_pdf() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    // Of the others a page says less than the draft: what calls a note that is not there,
    // which words are proposed, where a paragraph goes on after its list.
    for name in ["ecosoc_draft", "hrc_adopted_vote", "hrc_draft", "sc_resolution"] {
        let draft = std::fs::read(folder.join(name).with_extension("md")).unwrap();
        comes_back(name, &written(&String::from_utf8(draft).unwrap()));
    }
}

/// The draft with the numbers that it asks for.
fn written(draft: &str) -> String {
    let markdown = format_for("md").unwrap();
    let bytes = render::render(&parse(draft), markdown, &Options::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn every_seed_comes_back_from_pdf() {
    // The second is Chinese.
    for number in ["000", "001", "003", "004"] {
        let Some(text) = crate::import::seed(number) else { return };
        comes_back(number, &import::raw_text(&text).text);
    }
}

#[test]
fn no_word_of_a_draft_runs() {
    let hostile = "Noting #import \"page.json\": \\* and #panic(\"ran\") and $x^2$ and \\@here, \
                   <label>, \\[link\\](https://example.org), // no comment, /* none */, \
                   \\`raw\\`, = not a heading, ~ and #{1 + 1}, #read(\"/etc/passwd\") \\ end";
    let draft = format!(
        "---\norgan: HRC\nsymbol: \"A/HRC/60/L.1#panic()\"\ntitle: \"#panic(1) $ \\\" }}\"\n---\n\n\
         The Human Rights Council,\n\n{hostile},\n\n1. Decides #emph[it].\n"
    );
    let text = read_back(&pdf(&draft).unwrap());
    for words in [
        "#import \"page.json\"",
        "#panic(\"ran\")",
        "$x^2$",
        "// no comment, /* none */",
        "= not a heading",
        "#{1 + 1}",
        "#read(\"/etc/passwd\")",
        "#emph",
    ] {
        assert!(text.replace('\\', "").contains(words), "{words} in {text}");
    }
}

#[test]
fn the_same_draft_gives_the_same_bytes() {
    let draft = include_str!("../drafts/hrc_draft.md");
    let file = pdf(draft).unwrap();
    assert!(file == pdf(draft).unwrap());
    assert!(file.starts_with(b"%PDF-1.7"));
    let says = |words: &str| memchr::memmem::find(&file, words.as_bytes()).is_some();
    for words in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
        "/Lang(en-GB)",
        "A/HRC/60/L.7/Rev.1: Safe drinking water",
        "2025-09-29T00:00:00",
    ] {
        assert!(says(words), "{words}");
    }
}

#[test]
fn a_script_without_a_face_is_told_what_to_install() {
    let error = pdf(include_str!("../drafts/zh_draft.md")).unwrap_err().to_string();
    assert!(error.contains("fonts-noto-cjk"), "{error}");
    let error =
        pdf("The General Assembly,\n\n1. Notes البند.\n").unwrap_err().to_string();
    assert!(error.starts_with("no font of this computer has “ا"), "{error}");
    assert!(error.contains("fonts-hosny-amiri"), "{error}");
    let error = pdf("The General Assembly,\n\n1. Notes 😀.\n").unwrap_err().to_string();
    assert!(error.contains("“😀”"), "{error}");
}

#[test]
fn a_character_without_a_face_is_named() {
    let desk =
        Desk::new().with("draft.md", "The General Assembly,\n\n1. Notes \u{10fffd}.\n");
    let ran = desk.run(&["render", "draft.md", "-o", "draft.pdf"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("has “U+10FFFD”"), "{}", ran.err);
    assert!(ran.err.contains("put its file into the folder"), "{}", ran.err);
}
