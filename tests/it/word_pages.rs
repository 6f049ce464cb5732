//! The Word file on paper: `LibreOffice` sets it, and the words stand where the reference on
//! the page has them, within three points. Figures are points from the left upper corner.

use std::fmt::Write;

use zerodraft::render::{self, Options, format_for};
use zerodraft::text::Source;

use crate::paper::{Word, set_by_office};

/// How far from the reference a word may stand.
const TOLERANCE: f64 = 3.0;

/// The draft on paper, or `None` where the programs that it takes are not there.
fn on_paper(draft: &str) -> Option<Vec<Word>> {
    let resolution = zerodraft::syntax::parse(&Source::new(draft));
    let docx =
        render::render(&resolution, format_for("docx").unwrap(), &Options::default());
    set_by_office(&[docx.unwrap()])?.pop()
}

/// What is known of the place of a word: the edge that counts, and its line.
enum At {
    Left(f64, f64),
    Right(f64, f64),
    /// The left edge alone, where the line depends on what stands above.
    Edge(f64),
}

/// Checks the first word that reads so on a page.
#[track_caller]
fn stands(words: &[Word], page: usize, text: &str, at: &At) {
    let found = words.iter().find(|word| word.page == page && word.text == text);
    let word = found.unwrap_or_else(|| panic!("“{text}” is not on page {page}"));
    let (edge, wanted, line) = match at {
        At::Left(x, y) => (word.left, *x, Some(*y)),
        At::Right(x, y) => (word.right, *x, Some(*y)),
        At::Edge(x) => (word.left, *x, None),
    };
    assert!((edge - wanted).abs() <= TOLERANCE, "{word:?} is not at {wanted}");
    let is_on_line = line.is_none_or(|line| (word.baseline - line).abs() <= TOLERANCE);
    assert!(is_on_line, "{word:?} is not on the line {line:?}");
}

/// A text of three pages. Words that are looked for stand nowhere else.
fn body(organ: &str) -> String {
    let long = "the lamps that are lit at dusk along the shore, on the piers and in the harbours, by those \
                who keep them, whatever the weather may be and whoever is at sea";
    let preamble = format!("Recalling {long},\n\n").repeat(24);
    let mut acts = String::new();
    for number in 1..=24 {
        let _ = writeln!(acts, "{number}. Requests {long};\n");
    }
    format!(
        "{organ},\n\nNoting the ferry[^1] with satisfaction,\n\n{preamble}{acts}25. Invites:\n\n   (a) \
         Keepers;\n\n   (b) Sailors:\n\n      (i) Young;\n\n26. Decides to end.\n\n[^1]: See the timetable.\n"
    )
}

#[test]
fn geneva() {
    let draft = format!(
        "---\norgan: HRC\nsymbol: \"A/HRC/60/L.7\"\nsession: \"60\"\ndate: 2025-09-29\noriginal: en\n\
         agenda_items:\n  - {{number: \"3\", title: \"Lamps\"}}\nnumber: \"60/...\"\ntitle: \"Piers\"\n---\n{}",
        body("The Human Rights Council")
    );
    let Some(words) = on_paper(&draft) else { return };
    for (text, at) in [
        ("United", At::Left(120.5, 49.7)),
        ("/HRC/60/L.7", At::Right(538.7, 52.3)),
        ("General", At::Left(120.5, 80.0)),
        ("Distr.:", At::Left(396.9, 78.8)),
        ("29", At::Left(396.9, 90.8)),
        ("Original:", At::Left(396.9, 114.8)),
        ("Human", At::Left(56.7, 216.8)),
        ("Sixtieth", At::Left(56.7, 229.0)),
        ("Agenda", At::Left(56.7, 241.0)),
        ("Lamps", At::Left(56.7, 253.0)),
        ("Piers", At::Edge(113.4)),
        ("60/...", At::Right(99.3, 283.5)),
        ("Noting", At::Edge(141.7)),
        ("See", At::Edge(113.4)),
    ] {
        stands(&words, 1, text, &at);
    }
    stands(&words, 2, "A/HRC/60/L.7", &At::Left(56.7, 51.0));
    stands(&words, 2, "2", &At::Left(56.7, 811.6));
    stands(&words, 3, "A/HRC/60/L.7", &At::Right(538.7, 51.0));
    stands(&words, 3, "3", &At::Right(538.7, 811.6));
    let last = words.last().unwrap().page;
    for (text, x) in [
        ("25.", 141.7),
        ("Invites:", 170.1),
        ("(a)", 141.7),
        ("Keepers;", 170.1),
        ("(i)", 141.7),
        ("Young;", 170.1),
    ] {
        stands(&words, last, text, &At::Edge(x));
    }
}

#[test]
fn new_york() {
    let draft = format!(
        "---\norgan: GA\nsymbol: \"A/80/L.44\"\nsession: \"80\"\ndate: 2025-11-28\noriginal: en\n\
         agenda_items:\n  - {{number: \"3\", title: \"Lamps\"}}\ntitle: \"Piers\"\n---\n{}",
        body("The General Assembly")
    );
    let Some(words) = on_paper(&draft) else { return };
    for (text, at) in [
        ("United", At::Left(123.4, 57.8)),
        ("/80/L.44", At::Right(552.0, 56.5)),
        ("General", At::Left(123.4, 86.3)),
        ("Distr.:", At::Left(397.0, 86.6)),
        ("28", At::Left(397.0, 98.4)),
        ("Original:", At::Left(397.0, 122.4)),
        ("Eightieth", At::Left(60.0, 222.0)),
        ("Agenda", At::Left(60.0, 234.0)),
        ("Lamps", At::Left(60.0, 246.0)),
        ("Piers", At::Left(123.4, 271.2)),
        ("The", At::Left(147.1, 295.6)),
        ("Noting", At::Left(147.1, 313.6)),
        ("See", At::Edge(123.4)),
    ] {
        stands(&words, 1, text, &at);
    }
    stands(&words, 2, "A/80/L.44", &At::Left(60.0, 58.8));
    stands(&words, 3, "A/80/L.44", &At::Right(552.0, 58.8));
    let last = words.last().unwrap().page;
    stands(&words, 2, &format!("2/{last}"), &At::Left(60.0, 755.0));
    stands(&words, 3, &format!("3/{last}"), &At::Right(552.0, 755.0));
    for (text, x) in [
        ("25.", 147.1),
        ("Invites:", 170.9),
        ("(a)", 147.1),
        ("Keepers;", 170.9),
        ("(i)", 147.1),
        ("Young;", 170.9),
    ] {
        stands(&words, last, text, &At::Edge(x));
    }
}

#[test]
fn an_adopted_text_of_the_assembly() {
    let adopted = include_str!("../drafts/ga_adopted.md");
    let Some(words) = on_paper(adopted) else { return };
    for (text, at) in [
        ("Distr.:", At::Left(397.0, 86.6)),
        ("Resolution", At::Left(123.4, 264.9)),
        ("[on", At::Left(123.4, 305.1)),
        ("80/212.", At::Right(111.0, 329.9)),
        ("Libraries", At::Left(123.4, 329.9)),
        ("meeting", At::Right(488.6, 438.7)),
    ] {
        stands(&words, 1, text, &at);
    }
    let older = adopted.replace("\"80\"", "\"71\"").replace("80/212", "71/212");
    let Some(words) = on_paper(&older) else { return };
    for (text, at) in [
        ("General", At::Right(552.0, 123.1)),
        ("2026", At::Right(552.0, 135.1)),
        ("71/212.", At::Edge(123.4)),
        ("Libraries", At::Edge(166.6)),
    ] {
        let after = words.iter().position(|word| word.text == "Distr.:").unwrap();
        stands(&words[after..], 1, text, &at);
    }
}

#[test]
fn a_long_name_of_the_united_nations_stands_on_one_line() {
    let draft =
        "---\norgan: SC\nlanguage: ru\nsymbol: \"S/2031/9\"\n---\n1. Постановляет.\n";
    let Some(words) = on_paper(draft) else { return };
    for (text, x) in [("Организация", 123.4), ("Объединенных", 208.6), ("Наций", 307.6)]
    {
        stands(&words, 1, text, &At::Left(x, 57.8));
    }
}
