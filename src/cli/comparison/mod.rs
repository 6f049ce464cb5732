//! A comparison, written down.

pub(super) mod html;
pub(super) mod json;
pub(super) mod text;

use std::fmt::Write;

use super::input::Input;
use crate::compare::{Comparison, Row, Summary};

/// Two texts that were read, and what became of the one in the other.
pub(super) struct Compared<'a> {
    pub(super) old: &'a Input,
    pub(super) new: &'a Input,
    pub(super) comparison: Comparison<'a>,
}

impl Compared<'_> {
    /// “OP 3 (was OP 2): moved, reworded”.
    fn heading(&self, row: &Row) -> String {
        let Comparison { old, new, .. } = &self.comparison;
        let was: Vec<&str> =
            row.old.iter().map(|index| old[*index].label.as_ref()).collect();
        let is: Vec<&str> =
            row.new.iter().map(|index| new[*index].label.as_ref()).collect();
        let (was, is) = (was.join(" and "), is.join(" and "));
        let place = match (was.as_str(), is.as_str()) {
            (_, "") => was,
            ("", _) => is,
            _ if was == is => is,
            _ => format!("{is} (was {was})"),
        };
        let word = row.relation.word();
        match (row.is_moved, word) {
            (true, "kept") => format!("{place}: moved"),
            (true, word) => format!("{place}: moved, {word}"),
            (false, word) => format!("{place}: {word}"),
        }
    }
}

/// “7 kept, 1 reworded, 2 added; 1 moved”.
pub(super) fn counts(summary: &Summary) -> String {
    let counts: Vec<String> = summary
        .relations
        .iter()
        .map(|(relation, count)| format!("{count} {}", relation.word()))
        .collect();
    let mut line = counts.join(", ");
    if summary.moved > 0 {
        write!(line, "; {} moved", summary.moved).ok();
    }
    line
}
