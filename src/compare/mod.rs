//! Two texts beside each other: which paragraph became which, and what changed inside it.
//!
//! [`compare`] takes each text apart into passages, aligns them, and says of each what
//! became of it. Every passage of either text stands in exactly one [`Row`].

mod align;
mod order;
mod passages;
mod rows;
mod words;

pub use order::longest_rising;
pub use passages::{Passage, PassageKind};
pub use rows::{Relation, Row, Summary};
pub use words::{Change, Stretch, differences};

use crate::model::Resolution;

/// Two texts, passage by passage.
#[derive(Debug, Clone)]
pub struct Comparison<'a> {
    /// The passages of the earlier text, in its order.
    pub old: Vec<Passage<'a>>,
    /// The passages of the later text, in its order.
    pub new: Vec<Passage<'a>>,
    /// What became of them, in the order of the later text; what was dropped stands where
    /// it stood in the earlier one.
    pub rows: Vec<Row>,
}

/// Compares an earlier text with a later one.
pub fn compare<'a>(old: &'a Resolution, new: &'a Resolution) -> Comparison<'a> {
    let old = passages::of(old);
    let new = passages::of(new);
    let alignment = align::align(&old, &new);
    let moved = order::moved(&old, &new, &alignment.pairs);
    let rows = rows::rows(&old, &new, &alignment, &moved);
    Comparison { old, new, rows }
}

impl Comparison<'_> {
    /// How many rows there are of each kind.
    pub fn summary(&self) -> Summary {
        Summary::of(&self.rows)
    }
}
