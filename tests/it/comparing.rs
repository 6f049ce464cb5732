//! Two texts: what became of each paragraph.

use proptest::prelude::*;

use zerodraft::compare::{Change, Comparison, Passage, Row, compare};
use zerodraft::syntax;
use zerodraft::text::Source;

use crate::laws;

const OLD: &str = "---\ntitle: \"Water in schools\"\n---\nThe Human Rights Council,\n\n\
Recalling its resolution 60/1 on safe drinking water in places of learning,\n\n\
Noting the survey of schools without wells,\n\n\
1. Welcomes the work of village committees that repair pumps and taps;\n\n\
2. Requests the High Commissioner to prepare a report on hygiene in boarding schools;\n\n\
3. Encourages donors to fund rainwater tanks, and urges municipalities to publish the \
prices that households pay for bottled supplies;\n\n\
4. Decides to remain seized of the matter.\n";

/// What became of the paragraphs, a line each: “OP 3 ← OP 2, moved, reworded”.
fn told(old: &str, new: &str) -> Vec<String> {
    let (old, new) = (syntax::parse(&Source::new(old)), syntax::parse(&Source::new(new)));
    let comparison = compare(&old, &new);
    let labels = |passages: &[Passage], indices: &[usize]| {
        let labels: Vec<&str> =
            indices.iter().map(|index| passages[*index].label.as_ref()).collect();
        labels.join(" + ")
    };
    let line = |row: &Row| {
        let was = labels(&comparison.old, &row.old);
        let is = labels(&comparison.new, &row.new);
        let moved = if row.is_moved { ", moved" } else { "" };
        format!("{is} ← {was}{moved}, {}", row.relation.word())
    };
    let is_change = |row: &&Row| row.is_moved || row.relation.word() != "kept";
    comparison.rows.iter().filter(is_change).map(line).collect()
}

#[test]
fn a_space_that_the_page_binds_is_no_change() {
    let draft = |space: &str| format!("1. Decides to meet on 7{space}May 2026.\n");
    assert_eq!(told(&draft(" "), &draft("\u{a0}")), [""; 0]);
}

#[test]
fn a_text_is_the_same_as_itself() {
    assert_eq!(told(OLD, OLD), [""; 0]);
}

#[test]
fn paragraphs_are_reworded_added_and_dropped() {
    let new = OLD
        .replace("a report on hygiene", "a study on hygiene and nutrition")
        .replace(
            "1. Welcomes",
            "1. Regrets that budgets for teachers were cut last spring;\n\n2. Welcomes",
        )
        .replace("2. Requests", "3. Requests")
        .replace("3. Encourages", "4. Encourages")
        .replace("4. Decides", "5. Decides")
        .replace("Noting the survey of schools without wells,\n\n", "");
    assert_eq!(
        told(OLD, &new),
        [" ← PP 2, dropped", "OP 1 ← , added", "OP 3 ← OP 2, reworded"]
    );
}

#[test]
fn a_paragraph_moves_and_its_new_end_mark_is_told() {
    let pumps = "Welcomes the work of village committees that repair pumps and taps";
    let new = OLD
        .replace(&format!("1. {pumps};\n\n2. Requests"), "1. Requests")
        .replace("3. Encourages", "2. Encourages")
        .replace(
            "4. Decides to remain seized of the matter.",
            "3. Decides to remain seized of the matter;\n\n4. ",
        )
        + pumps
        + ".\n";
    assert_eq!(
        told(OLD, &new),
        ["OP 3 ← OP 4, reworded", "OP 4 ← OP 1, moved, reworded"]
    );
}

#[test]
fn one_paragraph_is_split_and_two_are_merged() {
    let new = OLD
        .replace(", and urges municipalities", ";\n\n4. Urges municipalities")
        .replace("4. Decides", "5. Decides");
    assert_eq!(told(OLD, &new), ["OP 3 + OP 4 ← OP 3, split"]);
    assert_eq!(told(&new, OLD), ["OP 3 ← OP 3 + OP 4, merged"]);
}

#[test]
fn a_subparagraph_moves_with_its_paragraph() {
    let list = "1. Calls upon States:\n\n   (a) To dig wells near schools;\n\n   \
                (b) To test the water each month;\n\n";
    let old = format!(
        "The Human Rights Council,\n\n{list}2. Thanks the volunteers of the red tents.\n"
    );
    let new = "The Human Rights Council,\n\n1. Thanks the volunteers of the red tents;\n\n\
               2. Calls upon States:\n\n   (a) To test the water each month;\n\n   \
               (b) To dig wells near schools.\n";
    assert_eq!(
        told(&old, new),
        [
            "OP 1 ← OP 2, moved, reworded",
            "OP 2 (a) ← OP 1 (b), moved, kept",
            "OP 2 (b) ← OP 1 (a), reworded",
        ]
    );
}

#[test]
fn a_title_is_the_title_whatever_it_says() {
    let new = OLD.replace("Water in schools", "Lessons under trees");
    assert_eq!(told(OLD, &new), ["title ← title, reworded"]);
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 96,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn every_passage_stands_in_one_row(old in laws::draft(), new in laws::draft()) {
        let (old, new) = (Source::new(old), Source::new(new));
        let (old, new) = (syntax::parse(&old), syntax::parse(&new));
        let comparison = compare(&old, &new);
        let in_rows = |indices: fn(&Row) -> &Vec<usize>| {
            let mut all: Vec<usize> =
                comparison.rows.iter().flat_map(|row| indices(row).clone()).collect();
            all.sort_unstable();
            all
        };
        let all = |passages: &[Passage]| (0..passages.len()).collect::<Vec<usize>>();
        prop_assert_eq!(in_rows(|row| &row.old), all(&comparison.old));
        prop_assert_eq!(in_rows(|row| &row.new), all(&comparison.new));
        for row in comparison.rows.iter().filter(|row| !row.words.is_empty()) {
            prop_assert_eq!(side(row, Change::Added), joined(&comparison.old, &row.old));
            prop_assert_eq!(side(row, Change::Deleted), joined(&comparison.new, &row.new));
        }
    }

    #[test]
    fn a_draft_compared_with_itself_is_kept_whole(text in laws::draft()) {
        let resolution = syntax::parse(&Source::new(text));
        let comparison: Comparison = compare(&resolution, &resolution);
        prop_assert!(comparison.summary().is_same(), "{:?}", comparison.summary());
    }
}

/// The words of a row but for those that came, or for those that went.
fn side(row: &Row, without: Change) -> String {
    let words = row.words.iter().filter(|words| words.change != without);
    words.map(|words| words.text.as_str()).collect()
}

fn joined(passages: &[Passage], indices: &[usize]) -> String {
    let texts: Vec<&str> =
        indices.iter().map(|index| passages[*index].text.as_ref()).collect();
    texts.join(" ¶ ")
}
