//! What the linter says of the real texts that the project started from: every slip that
//! its rules cover, and nothing that is none.

use zerodraft::import;
use zerodraft::lint::{self, Selection, Severity};
use zerodraft::text::Source;

/// The findings of a seed as `PP 6 known-resolution-with-wrong-date`, notes in brackets.
fn findings(number: &str) -> Option<Vec<String>> {
    let text = crate::import::seed(number)?;
    let source = Source::new(import::raw_text(&text).text);
    let name = |found: &lint::Diagnostic| {
        let place = found.paragraph.clone().unwrap_or_default();
        match found.severity {
            Severity::Note => format!("({place} {})", found.rule.name),
            _ => format!("{place} {}", found.rule.name),
        }
    };
    Some(lint::check(&source, &Selection::default()).iter().map(name).collect())
}

#[track_caller]
fn check(number: &str, expected: &[&str]) {
    if let Some(found) = findings(number) {
        assert_eq!(found, expected);
    }
}

#[test]
fn seed_000_a_draft_of_the_forty_second_session() {
    check(
        "000",
        &[
            "(PP 8 abbreviation-defined-twice)",
            "OP 2 doubled-terminator",
            "(OP 6 abbreviation-defined-twice)",
            "(OP 6 abbreviation-defined-twice)",
            "(OP 7 repeated-opening-without-adverb)",
            "(OP 8 repeated-opening-without-adverb)",
            "(OP 12 hyphen-in-range)",
            "(OP 15 stray-article)",
        ],
    );
}

#[test]
fn seed_001_a_revised_draft_of_the_eighteenth_session() {
    check(
        "001",
        &[
            "sponsors sponsors-out-of-order",
            "(PP 1 serial-comma)",
            "(PP 7 paired-alternatives)",
            "(OP 3 budget-implication)",
            "(OP 4 straight-quotes)",
            "(OP 8 repeated-opening-without-adverb)",
            "(OP 8 straight-quotes)",
            "OP 9 missing-space",
            "(OP 10 shall-for-should)",
            "OP 11 article-missing-in-fixed-name",
            "OP 14 article-missing-in-fixed-name",
        ],
    );
}

#[test]
fn seed_002_a_resolution_in_chinese() {
    check(
        "002",
        &[
            "PP 8 space-before-punctuation",
            "(OP 7 repeated-opening-without-adverb)",
            "(OP 8 repeated-opening-without-adverb)",
            "(OP 12 hyphen-in-range)",
        ],
    );
}

#[test]
fn seed_003_a_resolution_of_the_thirty_sixth_session() {
    check(
        "003",
        &["(OP 8 repeated-opening-without-adverb)", "(OP 11 including-inter-alia)"],
    );
}

#[test]
fn seed_004_a_resolution_of_the_forty_fifth_session() {
    check(
        "004",
        &[
            "PP 6 known-resolution-with-wrong-date",
            "(PP 6 including-inter-alia)",
            "(PP 15 including-inter-alia)",
        ],
    );
}
