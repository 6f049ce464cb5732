//! What holds for every text: found out with texts that nobody would write, and with
//! drafts that somebody might.

use proptest::prelude::*;
use proptest::sample::select;

use zerodraft::conventions::opening_phrases::Part;
use zerodraft::conventions::{Conventions, Language};
use zerodraft::fix;
use zerodraft::lint::{self, Diagnostic, Effect, Selection, Severity};
use zerodraft::syntax;
use zerodraft::text::{Edit, Source};

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn blocks_tile_the_source(text in noise()) {
        let mut at = 0;
        for block in syntax::blocks(&text) {
            prop_assert_eq!(block.range.start(), at);
            prop_assert!(!block.range.is_empty());
            at = block.range.end();
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn findings_and_edits_fall_on_characters(text in prop_oneof![noise(), draft()]) {
        let source = Source::new(text);
        for found in lint::check(&source, &Selection::default()) {
            let edits = found.fixes.iter().flat_map(|fix| &fix.edits);
            for range in edits.map(|edit| edit.range).chain([found.range]) {
                prop_assert!(source.text().get(range.start()..range.end()).is_some(), "{found:?}");
            }
        }
    }

    #[test]
    fn fixing_twice_is_fixing_once(text in prop_oneof![noise(), draft()]) {
        for allowed in [Effect::Editorial, Effect::Substantive] {
            let once = fix::settle(&Source::new(text.clone()), &Selection::default(), allowed);
            let twice = fix::settle(&once, &Selection::default(), allowed);
            prop_assert_eq!(once.text(), twice.text());
        }
    }

    #[test]
    fn an_editorial_fix_adds_no_finding(text in decent_draft()) {
        let source = Source::new(text);
        let before = lint::check(&source, &Selection::default());
        let fixes = before.iter().flat_map(|found| found.fixes.iter().map(move |fix| (found, fix)));
        for (found, fix) in fixes.filter(|(_, fix)| fix.effect == Effect::Editorial) {
            let edits: Vec<&Edit> = fix.edits.iter().collect();
            let mended = Source::new(fix::apply_edits(&source, &edits));
            let after = lint::check(&mended, &Selection::default());
            let (had, has) = (serious(&before), serious(&after));
            // A reference that leads nowhere, or the wrong way, is told once every paragraph has its number.
            prop_assert!(
                has <= had,
                "{} with “{}” adds a finding:\n{}\n→\n{}\n{:#?}",
                found.rule.name, fix.title, source.text(), mended.text(), summary(&after)
            );
        }
    }

    #[test]
    fn settling_adds_no_finding(text in draft()) {
        let source = Source::new(text);
        let settled = fix::settle(&source, &Selection::default(), Effect::Editorial);
        let before = serious(&lint::check(&source, &Selection::default()));
        prop_assert!(serious(&lint::check(&settled, &Selection::default())) <= before);
    }
}

fn serious(diagnostics: &[Diagnostic]) -> usize {
    const OF_REFERENCES: [&str; 2] =
        ["dangling-cross-reference", "reference-in-wrong-direction"];
    let is_serious = |found: &&Diagnostic| {
        found.severity > Severity::Note && !OF_REFERENCES.contains(&found.rule.name)
    };
    diagnostics.iter().filter(is_serious).count()
}

fn summary(diagnostics: &[Diagnostic]) -> Vec<String> {
    let line =
        |found: &Diagnostic| format!("{} [{:?}]", found.rule.name, found.paragraph);
    diagnostics.iter().map(line).collect()
}

/// Any text, with more of the signs that mean something than chance would give.
fn noise() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,8}",
        select(vec![
            "\n",
            "\n\n",
            "\r\n",
            "---\n",
            "organ: HRC\n",
            "sponsors: [",
            "1. ",
            "#. ",
            "(a) ",
            "(#) ",
            "(i) ",
            "4 bis. ",
            "- ",
            "• ",
            "# I. ",
            "# Part A\n",
            "# Annex\n",
            "[^1]",
            "[^1]: ",
            "{++",
            "++}",
            "{--",
            "--}",
            "{>>",
            "<<}",
            "*",
            "\\",
            "> ",
            "| ",
            "[",
            "]",
            "<!-- zerodraft: allow ",
            "-->",
            "The General Assembly,\n\n",
            "The Third Committee,",
            "Recalling also ",
            "recalling ",
            "Requests ",
            "Request ",
            "鼓励",
            "，",
            "；",
            "é",
            "’",
            "paragraph 3 above",
            "paragraphs 3 to 6 (a) ",
            "subparagraph (b)",
            ";",
            ",",
            ".",
            ":",
            " ",
            "\u{a0}",
            "\u{feff}",
            "\t",
            "resolution 70/1 of 27 September 2015",
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

/// A draft such as a tired delegate might hand in.
pub(crate) fn draft() -> BoxedStrategy<String> {
    draft_with(opening().boxed(), opening().boxed())
}

/// A draft whose paragraphs stand in the right part, with slips of form only.
fn decent_draft() -> BoxedStrategy<String> {
    let of = |part| {
        let tail = select(vec!["", "", " also"]);
        let words = (select(phrases(part)), tail, any_bool());
        words.prop_map(|(phrase, tail, is_small)| {
            let words = format!("{phrase}{tail}");
            if is_small { words.to_lowercase() } else { words }
        })
    };
    draft_with(of(Part::Preambular).boxed(), of(Part::Operative).boxed())
}

fn draft_with(
    recital: BoxedStrategy<String>,
    act: BoxedStrategy<String>,
) -> BoxedStrategy<String> {
    let line = select(vec![
        "The General Assembly,\n\n",
        "The Human Rights Council,\n\n",
        "The Security Council,\n\n",
        "The Human Rights Council\n\n",
        "---\norgan: ECOSOC\n---\n",
        "---\norgan: HRC\n---\nThe General Assembly,\n\n",
    ]);
    let preamble = prop::collection::vec(preambular(recital), 0..5);
    let operative = prop::collection::vec(operative(act), 1..7);
    (line, preamble, operative)
        .prop_map(|(line, preamble, operative)| {
            format!("{line}{}{}", preamble.concat(), operative.concat())
        })
        .boxed()
}

fn phrases(part: Part) -> Vec<String> {
    let openings = Conventions::of(Language::En).openings();
    let phrase = |entry: &zerodraft::conventions::opening_phrases::OpeningEntry| {
        let companion = entry.companion.as_ref().map(|words| format!(" {words}"));
        format!("{}{}", entry.phrase, companion.unwrap_or_default())
    };
    openings.entries(part).map(phrase).collect()
}

fn opening() -> impl Strategy<Value = String> {
    let common =
        select(vec!["Recalling", "Recognizing", "Requests", "Encourages", "Request"]);
    let any =
        prop_oneof![select(phrases(Part::Preambular)), select(phrases(Part::Operative))];
    let phrase = prop_oneof![3 => common.prop_map(str::to_owned), 2 => any];
    let lead = select(vec!["", "", "", "", "Also ", "[", "The "]);
    let tail = select(vec!["", "", "", " also", " further"]);
    (lead, phrase, tail, any_bool()).prop_map(|(lead, phrase, tail, is_small)| {
        let words = format!("{lead}{phrase}{tail}");
        if is_small { words.to_lowercase() } else { words }
    })
}

fn any_bool() -> impl Strategy<Value = bool> {
    prop_oneof![9 => Just(false), 1 => Just(true)]
}

fn words() -> impl Strategy<Value = String> {
    select(vec![
        "the report of the Office",
        "its resolution 18/18 of 29 September 2011",
        "paragraph 3 above",
        "paragraphs 2 to 4, and paragraph 1 (b) above",
        "all States",
        "the importance of *international* cooperation",
        "the work, and to report on it[^1]",
    ])
    .prop_map(str::to_owned)
}

fn ending() -> impl Strategy<Value = &'static str> {
    select(vec![",", ",", ";", ";", ";", ".", ":", "", ",;"])
}

fn preambular(opening: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let number = prop_oneof![6 => Just(""), 1 => Just("1. ")];
    (number, opening, words(), ending()).prop_map(|(number, opening, words, end)| {
        format!("{number}{opening} {words}{end}\n\n")
    })
}

fn operative(opening: BoxedStrategy<String>) -> impl Strategy<Value = String> {
    let number = prop_oneof![
        6 => (1..8_u32).prop_map(|number| format!("{number}. ")),
        1 => (1..8_u32).prop_map(|number| format!("{number}) ")),
        1 => (1..8_u32).prop_map(|number| format!("{number} bis. ")),
        1 => Just("#. ".to_owned()),
        1 => Just(String::new()),
    ];
    let list = prop_oneof![
        4 => Just(Vec::new()),
        1 => prop::collection::vec(subparagraph(), 1..5),
    ];
    (number, opening, words(), ending(), list).prop_map(
        |(number, opening, words, end, list)| {
            format!("{number}{opening} {words}{end}\n\n{}", list.concat())
        },
    )
}

fn subparagraph() -> impl Strategy<Value = String> {
    let marker = select(vec![
        "(a)", "(b)", "(c)", "(i)", "(ii)", "a)", "1)", "-", "•", "(#)", "a.",
    ]);
    (marker, words(), ending())
        .prop_map(|(marker, words, end)| format!("   {marker} To note {words}{end}\n\n"))
}
