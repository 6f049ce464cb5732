//! Akoma Ntoso that others wrote: no word of it is lost, and none of it hangs us.

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::sample::select;
use zerodraft::import::{self, Changes, Options};
use zerodraft::render::{self, Layer, format_for};
use zerodraft::text::Source;

use crate::import::lost;
use crate::saying::said;

/// Elements of the schema, and some that it does not have.
const ELEMENTS: [&str; 44] = [
    "p",
    "p",
    "p",
    "paragraph",
    "paragraph",
    "point",
    "list",
    "num",
    "num",
    "heading",
    "subheading",
    "content",
    "intro",
    "wrapUp",
    "section",
    "part",
    "crossHeading",
    "container",
    "formula",
    "preamble",
    "mainBody",
    "preface",
    "coverPage",
    "conclusions",
    "attachments",
    "attachment",
    "doc",
    "meta",
    "notes",
    "note",
    "authorialNote",
    "noteRef",
    "table",
    "tr",
    "td",
    "ins",
    "del",
    "i",
    "remark",
    "quotedStructure",
    "toc",
    "blockList",
    "item",
    "oddity",
];

/// Attributes that change how an element is read.
const ATTRIBUTES: [&str; 9] = [
    "",
    "",
    "",
    "",
    " name=\"enactingFormula\"",
    " name=\"preambularParagraph\"",
    " status=\"editorial\"",
    " refersTo=\"#preamble\"",
    " marker=\"*\"",
];

/// An element with words and elements in it, each word another.
fn element() -> impl Strategy<Value = String> {
    let word =
        select(vec!["WORD", "WORD, WORD", "The Assembly,", "1.", "(a)", "WORD;", "\n  "]);
    let leaf = word.prop_map(str::to_owned);
    leaf.prop_recursive(7, 60, 6, |inner| {
        let children = prop::collection::vec(inner, 0..6);
        let name = (select(ELEMENTS.to_vec()), select(ATTRIBUTES.to_vec()));
        (name, children).prop_map(|((name, attribute), children)| {
            format!("<{name}{attribute}>{}</{name}>", children.concat())
        })
    })
}

/// The text with a word of its own for every `WORD`, and those words.
fn numbered(xml: &str) -> (String, String) {
    let (mut text, mut words) = (String::new(), String::new());
    for (index, piece) in xml.split("WORD").enumerate() {
        if index > 0 {
            let _ = write!(text, " wort{index} ");
            let _ = write!(words, "wort{index} ");
        }
        text.push_str(piece);
    }
    (text, words)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 300,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_word_is_lost(parts in prop::collection::vec(element(), 1..5)) {
        let parts = parts.concat();
        let xml = format!("<akomaNtoso><statement><meta/>{parts}</statement></akomaNtoso>");
        let (xml, words) = numbered(&xml);
        let imported = import::read(xml.as_bytes(), &Options::default()).unwrap();
        prop_assert_eq!(lost(&words, &imported), Vec::<String>::new(), "{}\n→\n{}", xml, imported.text);
        for changes in [Changes::Accept, Changes::Reject] {
            let options = Options { changes, ..Options::default() };
            prop_assert!(import::read(xml.as_bytes(), &options).is_ok());
        }
    }

    #[test]
    fn no_bytes_break_the_reader(pieces in prop::collection::vec(
        prop_oneof![
            select(vec![
                "<akomaNtoso>", "</akomaNtoso>", "<p>", "</p>", "<num>", "<!--", "-->", "<![CDATA[", "]]>", "&amp;",
                "&#0;", "&x;", "<?xml version=\"1.0\"?>", "<!DOCTYPE", "<p eId='", "\u{feff}", "<del>", "</del>",
            ]).prop_map(str::to_owned),
            "\\PC{0,6}",
        ],
        0..20,
    )) {
        let xml = format!("<?xml version=\"1.0\"?><akomaNtoso>{}", pieces.concat());
        drop(import::read(xml.as_bytes(), &Options::default()));
    }
}

#[test]
fn the_statement_alone_is_the_whole_draft() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    let options = render::Options { akn: Layer::Statement, ..Default::default() };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let draft = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let parse = |text: &str| zerodraft::syntax::parse(&Source::new(text));
        let resolution = parse(&draft.replace("#.", "1.").replace("(#)", "(a)"));
        let xml =
            render::render(&resolution, format_for("akn").unwrap(), &options).unwrap();
        let again = import::read(&xml, &Options::default()).unwrap();
        assert_eq!(said(&parse(&again.text)), said(&resolution), "{}", path.display());
    }
}

#[test]
fn a_title_that_was_changed_in_the_file_counts() {
    let xml = "<akomaNtoso><statement name=\"resolution\"><meta><proprietary source=\"#a\">\
               <d:frontMatter xmlns:d=\"urn:zerodraft:draft\"><d:field name=\"title\">\"Old\"</d:field>\
               <d:field name=\"symbol\">\"A/1\"\n---\nbody</d:field></d:frontMatter></proprietary></meta>\
               <preface><p><docTitle>New</docTitle></p></preface><mainBody><p>1. Text</p></mainBody>\
               </statement></akomaNtoso>";
    let imported = import::read(xml.as_bytes(), &Options::default()).unwrap();
    assert!(imported.text.contains("title: \"New\"\n"), "{}", imported.text);
    assert!(!imported.text.contains("body"), "a value that would end the front matter");
    assert!(imported.set_aside.iter().any(|aside| aside.text.contains("body")));
}

#[test]
fn large_and_deep_files_are_read_in_time() {
    let deep = |name: &str, depth: usize| {
        let (open, close) = (format!("<{name}>"), format!("</{name}>"));
        format!("{}deep{}", open.repeat(depth), close.repeat(depth))
    };
    let bodies = [
        "<p>a <i>b</i><ins>c</ins><authorialNote><p>d</p></authorialNote></p>"
            .repeat(10_000),
        format!("<p>{}</p>", "<i>a</i> <ins>b</ins> ".repeat(20_000)),
        format!(
            "<p>{}</p>",
            "a<authorialNote marker='1'><p>d</p></authorialNote>".repeat(10_000)
        ),
        format!("<p {}>a</p>", "a='b' ".repeat(50_000)),
        "<list>".to_owned()
            + &"<point><num>(a)</num><p>b</p></point>".repeat(20_000)
            + "</list>",
        deep("paragraph", 190),
        deep("quotedStructure", 190),
        deep("authorialNote", 190),
        deep("ins", 190),
    ];
    for body in bodies {
        let xml = format!(
            "<akomaNtoso><doc><meta/><mainBody>{body}</mainBody></doc></akomaNtoso>"
        );
        let start = Instant::now();
        import::read(xml.as_bytes(), &Options::default()).unwrap();
        let time = start.elapsed();
        let head: String = body.chars().take(60).collect();
        assert!(time < Duration::from_secs(20), "{time:?}: {head}");
    }
}
