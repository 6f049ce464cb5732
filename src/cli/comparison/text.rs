//! A comparison for people: what changed, with the marks that a draft has for it.

use std::fmt::Write;

use clap::builder::styling::{AnsiColor, Style};

use super::{Compared, counts};
use crate::cli::output;
use crate::compare::{Change, Comparison, Relation, Row};

const ADDED: Style = AnsiColor::Green.on_default();
const DELETED: Style = AnsiColor::Red.on_default();
const PLACE: Style = Style::new().bold();

/// Lines are no longer than this.
const WIDTH: usize = 80;

/// What changed, passage by passage; `all` shows those that stayed too.
pub(in crate::cli) fn text(compared: &Compared, all: bool) -> String {
    let mut text = format!("--- {}\n+++ {}\n", compared.old.name, compared.new.name);
    for row in &compared.comparison.rows {
        if all || row.is_moved || row.relation != Relation::Kept {
            let heading = compared.heading(row);
            write!(text, "\n{PLACE}{heading}{PLACE:#}\n{}\n", words(compared, row)).ok();
        }
    }
    let summary = compared.comparison.summary();
    if summary.is_same() {
        text.push_str("\nthe two say the same\n");
    } else {
        writeln!(text, "\n{}", counts(&summary)).ok();
    }
    text
}

/// The words of a row, indented, with `{--what went--}` and `{++what came++}`.
fn words(compared: &Compared, row: &Row) -> String {
    let Comparison { old, new, .. } = &compared.comparison;
    let texts = |passages: &[crate::compare::Passage], indices: &[usize]| -> String {
        indices.iter().map(|index| passages[*index].text.as_ref()).collect()
    };
    let plain = match row.relation {
        Relation::Added => marked(Change::Added, &texts(new, &row.new)),
        Relation::Dropped => marked(Change::Deleted, &texts(old, &row.old)),
        Relation::Kept => texts(new, &row.new),
        Relation::Reworded | Relation::Split | Relation::Merged => {
            row.words.iter().map(|words| marked(words.change, &words.text)).collect()
        }
    };
    let options =
        textwrap::Options::new(WIDTH).initial_indent("    ").subsequent_indent("    ");
    coloured(&textwrap::fill(&output::printable(&plain), options))
}

/// Words between marks; no line breaks inside a mark, which a word joiner says.
fn marked(change: Change, words: &str) -> String {
    match change {
        Change::Same => words.to_owned(),
        Change::Deleted => format!("{DELETED_OPEN}{words}{DELETED_CLOSE}"),
        Change::Added => format!("{ADDED_OPEN}{words}{ADDED_CLOSE}"),
    }
}

const DELETED_OPEN: &str = "{\u{2060}-\u{2060}-\u{2060}";
const DELETED_CLOSE: &str = "\u{2060}-\u{2060}-\u{2060}}";
const ADDED_OPEN: &str = "{\u{2060}+\u{2060}+\u{2060}";
const ADDED_CLOSE: &str = "\u{2060}+\u{2060}+\u{2060}}";

/// The marks in colour, after the lines are broken: colours have no width.
fn coloured(text: &str) -> String {
    text.replace(DELETED_OPEN, &format!("{DELETED}{{--"))
        .replace(DELETED_CLOSE, &format!("--}}{DELETED:#}"))
        .replace(ADDED_OPEN, &format!("{ADDED}{{++"))
        .replace(ADDED_CLOSE, &format!("++}}{ADDED:#}"))
}
