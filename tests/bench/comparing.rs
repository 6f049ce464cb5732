//! How fast two texts are compared: 1 MB each within 40 ms, the reading of both included.

use std::fmt::Write;
use std::hint::black_box;

use zerodraft::compare::compare;
use zerodraft::syntax;
use zerodraft::text::Source;

use crate::{median, sample};

/// Compares texts of three sizes with their next version.
pub(crate) fn comparing() {
    for kilobytes in [30, 300, 1_000] {
        let old = Source::new(unlike(&sample::draft(kilobytes * 1_000)));
        for (setting, every) in [("a few changes", 20), ("many changes", 2)] {
            let new = Source::new(next_version(old.text(), every));
            let reading = median(|| {
                black_box((syntax::parse(&old), syntax::parse(&new)));
            });
            let (earlier, later) = (syntax::parse(&old), syntax::parse(&new));
            let aligning = median(|| {
                black_box(compare(black_box(&earlier), black_box(&later)));
            });
            println!(
                "{kilobytes:>5} KB   compare, {setting:13} {aligning:>10.2?}, reading {reading:.2?}",
            );
        }
    }
}

/// A draft in which stock paragraphs that come again differ, as in a real text.
fn unlike(draft: &str) -> String {
    let mut text = String::with_capacity(draft.len() * 9 / 8);
    for (index, paragraph) in draft.split_inclusive("\n\n").enumerate() {
        match paragraph.split_once(' ') {
            Some((first, rest)) if index > 2 => {
                write!(text, "{first} {rest}").unwrap();
                let end = text.trim_end_matches([',', ';', '.', '\n']).len();
                let close = text.split_off(end);
                write!(text, ", as in part {} of survey {}{close}", index % 97, index)
                    .unwrap();
            }
            _ => text.push_str(paragraph),
        }
    }
    text
}

/// The same text after a round of negotiation: of so many paragraphs one is reworded, and
/// of ten times as many one is dropped.
fn next_version(text: &str, every: usize) -> String {
    let paragraphs = text.split_inclusive("\n\n").enumerate();
    let kept = paragraphs.filter(|(index, _)| *index < 3 || index % (every * 10) != 7);
    kept.map(|(index, paragraph)| {
        if index > 2 && index % every == 1 {
            paragraph.replacen(" and ", " as well as ", 2).replacen(" the ", " every ", 1)
        } else {
            paragraph.to_owned()
        }
    })
    .collect()
}
