//! A draft that is written in a format and read back says what it said.

use std::fmt::Write;
use std::path::Path;

use proptest::prelude::*;
use proptest::sample::select;

use crate::saying::said;
use zerodraft::import;
use zerodraft::model::Resolution;
use zerodraft::render::{self, format_for};
use zerodraft::syntax;
use zerodraft::text::Source;

fn parse(text: &str) -> Resolution {
    syntax::parse(&Source::new(text))
}

/// Fails with the first line that differs, and with the draft that came back.
fn comes_back(draft: &str, format: &str) -> Result<(), TestCaseError> {
    let resolution = parse(draft);
    let format = format_for(format).unwrap();
    let bytes = render::render(&resolution, format, &render::Options::default()).unwrap();
    let again = match format.name {
        "markdown" => String::from_utf8(bytes).unwrap(),
        _ => import::read(&bytes, &import::Options::default()).unwrap().text,
    };
    let (before, after) = (said(&resolution), said(&parse(&again)));
    let mut lines = before.lines().zip(after.lines());
    if let Some((before, after)) = lines.find(|(before, after)| before != after) {
        prop_assert_eq!(before, after, "{}\n→ {} →\n{}", draft, format.name, again);
    }
    prop_assert_eq!(
        before.lines().count(),
        after.lines().count(),
        "{}\n→\n{}",
        draft,
        again
    );
    Ok(())
}

/// All drafts of the tests, in a format and back.
fn every_draft_comes_back(format: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/drafts");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let draft = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        // Numbers that were asked for come back as numbers, and notes in the order in
        // which a page numbers them.
        let draft = if draft.contains("\n#. ") { written(&draft) } else { draft };
        let draft = if format == "html" { printed(&draft) } else { draft };
        if let Err(error) = comes_back(&draft, format) {
            panic!("{}: {error}", path.display());
        }
    }
}

/// The documents that the project started from, in a format and back.
fn every_seed_comes_back(format: &str) {
    for number in ["000", "001", "002", "003", "004"] {
        let Some(text) = crate::import::seed(number) else { return };
        let draft = written(&import::raw_text(&text).text);
        if let Err(error) = comes_back(&draft, format) {
            panic!("{number}: {error}");
        }
    }
}

/// The draft as Zerodraft writes it.
fn written(draft: &str) -> String {
    let markdown = format_for("md").unwrap();
    let bytes = render::render(&parse(draft), markdown, &render::Options::default());
    String::from_utf8(bytes.unwrap()).unwrap()
}

/// The draft with its notes numbered as a page numbers them, and without the comments
/// that no page shows.
fn printed(draft: &str) -> String {
    let resolution = parse(draft);
    let options = render::Options::default();
    let page =
        render::render(&resolution, format_for("html").unwrap(), &options).unwrap();
    let again = import::read(&page, &import::Options::default()).unwrap().text;
    let is_renumbered = resolution
        .footnotes
        .iter()
        .enumerate()
        .any(|(index, note)| note.mark != (index + 1).to_string());
    if is_renumbered { again } else { without_comments(draft) }
}

#[test]
fn every_draft_comes_back_from_markdown() {
    every_draft_comes_back("md");
}

#[test]
fn every_draft_comes_back_from_word() {
    every_draft_comes_back("docx");
}

#[test]
fn every_draft_comes_back_from_a_page() {
    every_draft_comes_back("html");
}

#[test]
fn every_draft_comes_back_from_akoma_ntoso() {
    every_draft_comes_back("xml");
}

#[test]
fn the_numbers_of_a_note_that_nothing_calls_come_back_from_word() {
    let note = "[^58]: United Nations, Treaty Series, vol. 75 (1950), Nos. 970 and 971.";
    comes_back(&format!("The Security Council,\n\n1. Decides.\n\n{note}\n"), "docx")
        .unwrap();
}

#[test]
fn every_seed_comes_back_from_a_page() {
    every_seed_comes_back("html");
}

#[test]
fn every_seed_comes_back_from_akoma_ntoso() {
    every_seed_comes_back("xml");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_resolution_comes_back_from_markdown(draft in resolution()) {
        comes_back(&draft, "md")?;
    }

    #[test]
    fn a_resolution_comes_back_from_word(draft in resolution()) {
        comes_back(&draft, "docx")?;
    }

    #[test]
    fn a_resolution_comes_back_from_a_page(draft in resolution()) {
        comes_back(&without_comments(&draft), "html")?;
    }

    #[test]
    fn a_resolution_comes_back_from_akoma_ntoso(draft in resolution()) {
        comes_back(&draft, "xml")?;
    }
}

/// No page shows the comments of a draft, nor what they silence.
fn without_comments(draft: &str) -> String {
    let mut text = draft.to_owned();
    for (open, close) in [("{>>", "<<}"), ("<!--", "-->\n")] {
        let whole = std::mem::take(&mut text);
        let mut rest = whole.as_str();
        while let Some((before, after)) = rest.split_once(open) {
            text.push_str(before);
            rest = after.split_once(close).map_or("", |(_, after)| after);
        }
        text.push_str(rest);
    }
    text
}

/// A whole draft such as the program itself would write.
fn resolution() -> BoxedStrategy<String> {
    let body = prop_oneof![4 => plain_body(), 1 => sections(), 1 => parts()];
    let annex = prop_oneof![4 => Just(String::new()), 1 => annex()];
    (front_matter(), body, annex)
        .prop_map(|(front_matter, body, annex)| {
            noted(&format!("{front_matter}{body}{annex}"))
        })
        .boxed()
}

/// The draft with a note for each call: every `[^?]` becomes a call of its own.
fn noted(draft: &str) -> String {
    let mut pieces = draft.split("[^?]");
    let mut text = pieces.next().unwrap_or_default().to_owned();
    let mut notes = String::new();
    for (index, piece) in pieces.enumerate() {
        let mark = index + 1;
        let _ = write!(text, "[^{mark}]{piece}");
        let _ = writeln!(notes, "\n[^{mark}]: See A/HRC/{mark}/L.{mark}, *inter alia*.");
    }
    text + &notes
}

fn front_matter() -> impl Strategy<Value = String> {
    let symbol = select(vec!["A/HRC/45/L.20", "A/HRC/45/L.20/Rev.1"]);
    let items = select(vec![
        "",
        "agenda_items:\n  - number: \"10\"\n    title: \"Technical assistance\"\n",
        "agenda_items:\n  - number: \"3\"\n  - number: \"10\"\n",
    ]);
    let sponsors = select(vec![
        "",
        "sponsors: [\"Brazil\", \"Norway\"]\n",
        "sponsors:\n  - {name: \"Brazil\", marked: true}\n  - {name: \"Chile\", marked: false}\n",
        "sponsors: [\"Chad\"]\non_behalf_of: \"the Group of African States\"\n",
    ]);
    let close = select(vec![
        "stage: draft\nnumber: \"45/...\"\n",
        "stage: draft\n",
        "stage: adopted\nnumber: \"45/7\"\nadoption:\n  meeting: 38\n  date: 2020-10-07\n  vote:\n    \
         manner: \"without a vote\"\n",
        "stage: adopted\nnumber: \"45/7\"\nadoption:\n  meeting: 38\n  date: 2020-10-07\n  vote:\n    \
         manner: \"recorded\"\n    in_favour: [\"Brazil\", \"Chile\"]\n    against: [\"Norway\"]\n    \
         abstaining: [\"Peru\", \"Viet Nam\"]\n",
    ]);
    let titles = select(vec![
        "The right to “work & rest”",
        "Situation of human rights in the north-east, 2019–2020",
        "Enhancement of technical cooperation",
    ]);
    (symbol, items, sponsors, close, titles).prop_map(|(symbol, items, sponsors, close, title)| {
        format!(
            "---\norgan: \"HRC\"\nkind: \"resolution\"\nsymbol: \"{symbol}\"\nsession: \"45\"\n\
             date: 2020-09-28\n{items}title: \"{title}\"\nlanguage: \"en\"\noriginal: \"en\"\n\
             {sponsors}{close}---\n"
        )
    })
}

fn plain_body() -> BoxedStrategy<String> {
    let preamble = prop::collection::vec(preambular(), 0..4);
    let operative = prop::collection::vec(act(), 1..6);
    (preamble, operative)
        .prop_map(|(preamble, operative)| {
            format!(
                "The Human Rights Council,\n\n{}{}",
                preamble.concat(),
                numbered(&operative, 1)
            )
        })
        .boxed()
}

fn sections() -> BoxedStrategy<String> {
    let section = prop::collection::vec(act(), 1..3);
    let restarts = any::<bool>();
    (prop::collection::vec(preambular(), 1..3), section.clone(), section, restarts)
        .prop_map(|(preamble, first, second, restarts)| {
            let next = if restarts { 1 } else { first.len() + 1 };
            format!(
                "The Human Rights Council,\n\n{}# I. General\n\n{}# II. Follow-up and review\n\n{}",
                preamble.concat(),
                numbered(&first, 1),
                numbered(&second, next)
            )
        })
        .boxed()
}

fn parts() -> BoxedStrategy<String> {
    (plain_body(), plain_body())
        .prop_map(|(first, second)| {
            format!(
                "# Part A. Assistance\n\n{first}# Part B. Review of the work\n\n{second}"
            )
        })
        .boxed()
}

fn annex() -> BoxedStrategy<String> {
    let list = select(vec![
        "1. The Fund shall meet its costs.\n\n2. It shall report:\n\n   (a) To the Council;\n\n   (b) \
         To the Assembly.\n\n",
        "The members of the Fund have agreed as follows.\n\n",
        "| State | Share |\n| --- | --- |\n| Chad | 2.5 |\n\n",
    ]);
    list.prop_map(|list| format!("# Annex\n\n# Statute of the Fund\n\n{list}")).boxed()
}

fn preambular() -> BoxedStrategy<String> {
    let opening = select(vec![
        "Recalling",
        "Recalling also",
        "Guided by",
        "Taking note with appreciation of",
        "Bearing in mind",
        "Having considered",
    ]);
    let list =
        select(vec!["", "", "", "   (a) Of the Office;\n\n   (b) Of all States,\n\n"]);
    (opening, words(), list)
        .prop_map(|(opening, words, list)| {
            let end = if list.is_empty() { "," } else { ":" };
            format!("{opening} {words}{end}\n\n{list}")
        })
        .boxed()
}

/// An operative paragraph without its number, and what stands below it.
fn act() -> BoxedStrategy<String> {
    let opening = select(vec![
        "Requests",
        "Also requests",
        "Takes note with appreciation of",
        "Decides",
        "Encourages",
        "Calls upon",
    ]);
    let list = prop_oneof![
        4 => Just(String::new()),
        1 => prop::collection::vec(words(), 2..4).prop_map(|items| lettered(&items)),
        1 => words().prop_map(|words| {
            format!(
                "   (a) To act on {words}:\n\n      (i) First;\n\n      (ii) Second;\n\n   (b) To report;\n\n"
            )
        }),
    ];
    (opening, words(), list)
        .prop_map(|(opening, words, list)| {
            let end = if list.is_empty() { ";" } else { ":" };
            format!("{opening} {words}{end}\n\n{list}")
        })
        .boxed()
}

fn numbered(acts: &[String], from: usize) -> String {
    let line = |(index, act): (usize, &String)| format!("{}. {act}", from + index);
    acts.iter().enumerate().map(line).collect()
}

fn lettered(items: &[String]) -> String {
    let letters = ["a", "b", "c", "d"];
    let line =
        |(item, letter): (&String, &str)| format!("   ({letter}) To act on {item};\n\n");
    items.iter().zip(letters).map(line).collect()
}

fn words() -> impl Strategy<Value = String> {
    let words = select(vec![
        "the report of the Office",
        "its resolution 18/18 of 29 September 2011[^?]",
        "paragraph 1 above",
        "all States, in particular those in the north-east",
        "the importance of *inter alia* cooperation",
        "the [outcome] of its work & “rules” <of> 5 * 7",
        "the work {++and the rest ++}of the Office",
        "the work {--and more --}of the Office{>>EU: reserves<<}",
        "Côte d’Ivoire and Türkiye",
        "the 2030 Agenda, which it adopted in 2015",
        "a text of 1. its own",
    ]);
    words.prop_map(str::to_owned)
}
