//! Where things stand on the page, read back from the PDF. The figures are those measured
//! in issued documents, in points from the upper left corner of the paper.

use super::write;
use crate::conventions::Language;
use crate::import::{DrawnPage, drawn_by_pdf};
use crate::model::Resolution;
use crate::render::composition::{Block, compose};
use crate::render::{Emblem, Options, PageOptions, format_for, render};
use crate::syntax;
use crate::text::Source;

const HRC: &str = include_str!("../../../tests/drafts/hrc_draft.md");
const LAMP: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 1\">\
      <rect width=\"2\" height=\"1\"/></svg>";
const GA: &str = include_str!("../../../tests/drafts/ga_draft.md");
const ADOPTED: &str = include_str!("../../../tests/drafts/ga_adopted.md");

fn parse(draft: &str) -> Resolution {
    syntax::parse(&Source::new(draft))
}

fn pdf(draft: &str) -> Vec<u8> {
    render(&parse(draft), format_for("pdf").unwrap(), &Options::default()).unwrap()
}

/// A page, with what is looked for on it.
struct Page(DrawnPage);

fn pages(draft: &str) -> Vec<Page> {
    drawn_by_pdf(&pdf(draft)).unwrap().into_iter().map(Page).collect()
}

impl Page {
    fn text(&self) -> String {
        self.0.glyphs.iter().map(|(letters, _)| letters.as_str()).collect()
    }

    /// The left edge and the baseline of words, where they first stand.
    fn left(&self, words: &str) -> (f64, f64) {
        let [left, _, baseline] = self.glyph_at(words, 0);
        (left, baseline)
    }

    /// The right edge of words.
    fn right(&self, words: &str) -> f64 {
        self.glyph_at(words, words.chars().count() - 1)[1]
    }

    fn glyph_at(&self, words: &str, shift: usize) -> [f64; 3] {
        let text = self.text();
        let above = text.split(words).next().unwrap();
        assert_ne!(above, text, "no “{words}”");
        self.0.glyphs[above.chars().count() + shift].1
    }

    fn has_rule(&self, left: f64, right: f64, height: f64) -> bool {
        let near = |a: f64, b: f64| (a - b).abs() <= 1.0;
        self.0.rules.iter().any(|rule| {
            near(rule[0], left) && near(rule[1], right) && near(rule[2], height)
        })
    }
}

#[track_caller]
fn near(place: (f64, f64), expected: (f64, f64)) {
    let is_near =
        (place.0 - expected.0).abs() <= 1.0 && (place.1 - expected.1).abs() <= 1.0;
    assert!(is_near, "at {place:?} and not at {expected:?}");
}

#[track_caller]
fn is_at(place: f64, expected: f64) {
    assert!((place - expected).abs() <= 1.0, "at {place} and not at {expected}");
}

#[test]
fn the_masthead_of_geneva_stands_where_it_is_issued() {
    let page = &pages(HRC)[0];
    near(page.left("United Nations"), (120.5, 49.7));
    is_at(page.right("A/HRC/60/L.7/Rev.1"), 538.7);
    is_at(page.left("/HRC/60/L.7/Rev.1").1, 52.3);
    near(page.left("General Assembly"), (120.5, 80.0));
    near(page.left("Distr.: Limited"), (396.9, 78.8));
    near(page.left("29 September 2025"), (396.9, 90.8));
    near(page.left("Original: English"), (396.9, 114.8));
    assert!(page.has_rule(56.7, 538.7, 57.0), "{:?}", page.0.rules);
    assert!(page.has_rule(56.7, 538.7, 199.2), "{:?}", page.0.rules);
}

#[test]
fn the_text_of_geneva_stands_on_the_grid_of_its_template() {
    let page = &pages(HRC)[0];
    near(page.left("Human Rights Council"), (56.7, 216.8));
    let session = page.left("Sixtieth session");
    is_at(session.0, 56.7);
    is_at(page.left("Agenda item 3").1 - session.1, 24.0);
    // Sponsors and title stand in the column, the number on the tab before it.
    is_at(page.left("Andorra").0, 113.4);
    is_at(page.left("Safe drinking").0, 113.4);
    is_at(page.right("60/..."), 99.25);
    is_at(page.left("60/...").1, page.left("Safe drinking").1);
    let organ_line = page.left("The Human Rights Council");
    is_at(organ_line.0, 141.75);
    let preambular = page.left("Guided by");
    is_at(preambular.0, 141.75);
    is_at(preambular.1 - organ_line.1, 18.0);
}

#[test]
fn operative_paragraphs_and_their_subparagraphs_are_set_in_by_degree() {
    let page = &pages(HRC)[0];
    let first = page.left("1.");
    is_at(first.0, 141.75);
    near(page.left("Reaffirms"), (170.1, first.1));
    // What does not fit returns to the edge of the column, a pitch below.
    near(page.left("school;"), (113.4, first.1 + 12.0));
    near(page.left("To test"), (170.1, page.left("(a)").1));
    is_at(page.left("(a)").0, 141.75);
    is_at(page.left("(i)").0, 141.75);
    near(page.left("The wells"), (170.1, page.left("(i)").1));
    // A subparagraph of the second degree is a block.
    is_at(page.left("the pipes").0, 170.1);
    is_at(page.right("results"), 481.9);
    assert!(page.has_rule(255.1, 340.2, page.left("remain").1 + 25.2));
}

#[test]
fn notes_stand_at_the_foot_below_a_short_rule() {
    let page = &pages(HRC)[0];
    let note = page.left("State not a member");
    is_at(note.0, 113.4);
    is_at(page.left("See A/HRC").1 - note.1, 11.0);
    let [left, right, height] = page.0.rules.last().copied().unwrap();
    assert!(page.has_rule(90.7, 164.4, height), "{left} {right}");
    // The mark of the note ends where its tab does.
    let mut glyphs = page.0.glyphs.iter().rev();
    let mark = glyphs.find(|(letters, _)| letters == "*").unwrap();
    is_at(mark.1[1], 107.75);
}

#[test]
fn pages_after_the_first_have_the_symbol_at_the_outer_edge_and_a_number() {
    let lamps = "\n#. Decides to light it;\n".repeat(55);
    let pages = pages(&format!("{HRC}{lamps}"));
    near(pages[1].left("A/HRC/60/L.7/Rev.1"), (56.7, 50.6));
    assert!(pages[1].has_rule(56.7, 538.6, 54.0), "{:?}", pages[1].0.rules);
    is_at(pages[2].right("A/HRC/60/L.7/Rev.1"), 538.6);
    let number = pages[1].0.glyphs.iter().find(|(_, place)| place[2] > 800.0).unwrap();
    assert_eq!(number.0, "2");
    near((number.1[0], number.1[2]), (56.7, 811.6));
    assert!(pages[0].0.glyphs.iter().all(|(_, place)| place[2] < 800.0));
}

#[test]
fn the_masthead_of_new_york_stands_where_it_is_issued() {
    let page = &pages(GA)[0];
    near(page.left("United Nations"), (123.4, 57.8));
    is_at(page.right("A/C.3/80/L.19"), 552.0);
    is_at(page.left("/C.3/80/L.19").1, 56.5);
    near(page.left("General Assembly"), (123.4, 86.3));
    near(page.left("Distr.: Limited"), (397.0, 86.6));
    near(page.left("21 October 2025"), (397.0, 98.4));
    near(page.left("Original: French"), (397.0, 122.4));
    assert!(page.has_rule(60.0, 552.0, 65.0), "{:?}", page.0.rules);
    assert!(page.has_rule(60.0, 552.0, 210.0), "{:?}", page.0.rules);
}

#[test]
fn the_text_of_new_york_stands_on_its_grid() {
    let page = &pages(GA)[0];
    near(page.left("Eightieth session"), (60.0, 222.0));
    is_at(page.left("Third Committee").1, 234.0);
    // The title of the agenda item wraps early.
    near(page.left("up to the outcome"), (60.0, 270.0));
    is_at(page.left("Benin").0, 123.4);
    let title = page.left("Libraries");
    near(title, (123.4, page.left("Benin").1 + 25.1));
    let organ_line = page.left("The General Assembly");
    near(organ_line, (147.1, title.1 + 24.4));
    near(page.left("Recalling"), (147.1, organ_line.1 + 18.0));
    is_at(page.left("1.").0, 147.1);
    near(page.left("Encourages"), (170.9, page.left("1.").1));
    near(page.left("Picture books"), (170.9, page.left("(a)").1));
    is_at(page.left("(a)").0, 147.1);
    is_at(page.left("including").0, 123.4);
}

/// A text of New York of several pages, with a note and two degrees of subparagraphs.
fn long_text_of_new_york() -> String {
    let lamps = "\n#. Decides to light the lamps along the shore and on the piers of every harbour \
                 whenever the evening is dark;\n";
    let (before, _) = GA.split_once("#. Decides").unwrap();
    format!(
        "{before}#. Requests a report[^1] on the lamps that are lit at dusk along the shore, on \
         the piers and in the harbours:\n\n   (a) On oil:\n\n      (i) Of whales and seals, and of \
         whatever else is found along the shore, by those who live there;\n{}\n[^1]: See A/80/62.\n",
        lamps.repeat(60)
    )
}

#[test]
fn what_does_not_fit_on_a_line_returns_to_the_edge_of_its_paragraph() {
    let page = &pages(&long_text_of_new_york())[0];
    near(
        page.left("piers and in the harbours"),
        (123.4, page.left("Requests a").1 + 12.0),
    );
    let item = page.left("(i)");
    is_at(item.0, 147.1);
    near(page.left("Of whales"), (170.9, item.1));
    near(page.left("those who live"), (170.9, item.1 + 12.0));
}

#[test]
fn a_note_of_new_york_has_its_mark_before_the_column() {
    let page = &pages(&long_text_of_new_york())[0];
    let note = page.left("See A/80/62.");
    is_at(note.0, 123.4);
    let mut glyphs = page.0.glyphs.iter().rev();
    let mark = glyphs.find(|(letters, _)| letters == "1").unwrap();
    is_at(mark.1[1], 120.5);
    let [_, _, height] = page.0.rules.last().copied().unwrap();
    assert!(page.has_rule(99.6, 171.6, height), "{:?}", page.0.rules);
}

#[test]
fn pages_of_new_york_have_the_symbol_at_the_outer_edge_and_are_counted() {
    let pages = pages(&long_text_of_new_york());
    let count = pages.len();
    near(pages[1].left("A/C.3/80/L.19"), (60.0, 58.8));
    assert!(pages[1].has_rule(60.0, 552.0, 65.0), "{:?}", pages[1].0.rules);
    near(pages[1].left(&format!("2/{count}")), (60.0, 755.0));
    is_at(pages[2].right("A/C.3/80/L.19"), 552.0);
    is_at(pages[2].left("A/C.3/80/L.19").1, 58.8);
    is_at(pages[2].right(&format!("3/{count}")), 552.0);
    // The first line of text.
    let first = pages[2].0.glyphs.iter().find(|(_, place)| place[2] > 66.0).unwrap();
    is_at(first.1[2], 81.5);
    assert!(!pages[0].text().contains(&format!("1/{count}")));
}

#[test]
fn an_adopted_text_has_headline_and_title_at_the_edge_and_its_number_before_it() {
    let page = &pages(ADOPTED)[0];
    near(page.left("Distr.: General"), (397.0, 86.6));
    let headline = page.left("Resolution adopted");
    near(headline, (123.4, page.left("Agenda item").1 + 31.8));
    near(page.left("18\u{a0}December"), (123.4, headline.1 + 15.0));
    let source = page.left("on the report");
    near(page.left("[on"), (123.4, headline.1 + 40.2));
    let title = page.left("Libraries");
    near(title, (123.4, source.1 + 24.8));
    is_at(page.right("80/212."), 111.0);
    is_at(page.left("80/212.").1, title.1);
    near(page.left("The General Assembly,"), (147.1, title.1 + 24.8));
    let meeting = page.left("62nd plenary");
    is_at(page.right("plenary meeting"), 488.6);
    is_at(meeting.1 - page.left("eighty-second").1, 30.0);
}

#[test]
fn until_its_seventy_second_session_the_page_of_the_assembly_was_centred() {
    let draft = ADOPTED.replace("\"80\"", "\"71\"").replace("80/212", "71/212");
    let page = &pages(&draft)[0];
    // Halfway between the rules, at 65 and 210, at the outer edge.
    is_at(page.right("Distr.: General"), 552.0);
    is_at(page.right("9 January 2026"), 552.0);
    let (first, last) = (page.left("Distr.").1, page.left("Original").1);
    is_at((first - 9.6 + last + 2.4) / 2.0, 137.5);
    let middle = |words: &str| page.left(words).0.midpoint(page.right(words));
    is_at(middle("18\u{a0}December\u{a0}2025"), 306.0);
    is_at(middle("[on the report of the Third Committee (A/80/499)]"), 306.0);
    is_at(page.left("71/212.").0, 123.4);
    is_at(page.left("Libraries").0, 166.6);
}

#[test]
fn a_page_in_arabic_is_mirrored() {
    // In Latin letters, for which there is a face everywhere.
    let mut composition = compose(&parse(HRC), &Options::default());
    composition.language = Language::Ar;
    let file = write(&composition, &Options::default()).unwrap();
    let page = Page(drawn_by_pdf(&file).unwrap().remove(0));
    is_at(page.left("A/HRC/60/L.7/Rev.1").0, 56.7);
    is_at(page.left("Distr.").0, 56.7);
    is_at(page.right("United Nations"), 474.9);
}

#[test]
fn the_drafter_chooses_stamp_numbers_of_lines_and_a_plain_masthead() {
    let options = Options {
        page: PageOptions {
            draft_stamp: true,
            line_numbers: true,
            plain_masthead: true,
            emblem: Some(Emblem::new(LAMP.to_vec(), "A lamp").unwrap()),
            ..PageOptions::default()
        },
        ..Options::default()
    };
    let file = render(&parse(HRC), format_for("pdf").unwrap(), &options).unwrap();
    let page = Page(drawn_by_pdf(&file).unwrap().remove(0));
    assert!(page.text().contains("Draft – not an official document"));
    assert!(!page.text().contains("United Nations, ") && !page.text().contains("Distr."));
    // The first line below the masthead is the first with a number.
    let baseline = page.left("Human Rights Council").1;
    let is_number =
        |place: [f64; 3]| place[1] < 56.7 && (place[2] - baseline).abs() < 0.1;
    let number = page.0.glyphs.iter().find(|(_, place)| is_number(*place)).unwrap();
    assert_eq!(number.0, "1");
    assert!(memchr::memmem::find(&file, b"/Alt(A lamp)").is_some());
}

#[test]
fn no_word_of_a_page_is_lost() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/drafts");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let draft = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        // Chinese and Arabic need a face of the computer.
        if draft.contains("language: zh") || draft.contains("language: ar") {
            continue;
        }
        let text: String = pages(&draft).iter().map(Page::text).collect();
        let text = without_spaces(&text);
        let page = compose(&parse(&draft), &Options::default());
        let numbers = page.blocks.iter().filter_map(|block| block.number.clone());
        let runs = page.blocks.iter().flat_map(Block::printed);
        let notes = page.notes.iter().flat_map(|note| &note.runs);
        let runs = runs.chain(notes).map(|run| run.text.clone());
        for words in numbers.chain(runs) {
            let is_there = text.contains(&without_spaces(&words));
            assert!(is_there, "{}: “{words}” in {text}", path.display());
        }
    }
}

fn without_spaces(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn no_line_ends_inside_a_symbol() {
    // Of words as long as these, some line would end at each place of the symbol.
    for length in 60..80 {
        let words = "x".repeat(length / 2);
        let draft = format!(
            "The General Assembly,\n\nRecalling {words} {words} A/HRC/60/L.7/Rev.1 again,\n"
        );
        let page = &pages(&draft)[0];
        let symbol = page.left("A/HRC/60/L.7/Rev.1");
        is_at(page.left("Rev.1").1, symbol.1);
    }
}

#[test]
fn headings_begin_at_the_first_level_and_leave_none_out() {
    for draft in ["# I. Lamps\n\n1. Decides it.\n", "# Annex\n\nLamps\n\n1. Light.\n"] {
        let file = pdf(&format!("The General Assembly,\n\n{draft}"));
        assert!(memchr::memmem::find(&file, b"/S/H1").is_some(), "{draft}");
    }
}
