//! What several rules read in a draft. Each is read when the first rule asks for it, and
//! kept for the others.

use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::Draft;
use super::abbreviations;
use super::citations::{Citation, citations};
use super::scan;
use crate::conventions::calendar;
use crate::conventions::references::{Reference, references};
use crate::conventions::vocabulary::{Word, words};
use crate::model::Prose;
use crate::text::TextRange;

/// What was read so far.
#[derive(Debug, Default)]
pub(super) struct Readings {
    quotations: ByProse<Range<usize>>,
    abbreviations: ByProse<Range<usize>>,
    citations: ByProse<Citation>,
    references: ByProse<Reference>,
    months: ByProse<(Range<usize>, usize)>,
    words: ByProse<Word>,
}

impl Draft<'_> {
    /// The words that stand in some prose, for the tables that are searched for them.
    pub fn words(&self, prose: &Prose) -> Rc<[Word]> {
        self.readings.words.of(prose, || words(&prose.text))
    }

    /// Where some words name months, and which: 0 is January.
    pub fn months(&self, prose: &Prose) -> Rc<[(Range<usize>, usize)]> {
        self.readings.months.of(prose, || calendar::months(&prose.text).collect())
    }

    /// The resolutions that some words cite, in order.
    pub fn citations(&self, prose: &Prose) -> Rc<[Citation]> {
        self.readings.citations.of(prose, || citations(&prose.text, self.organ()))
    }

    /// The paragraphs to which some words refer, in order; read once for all rules.
    pub fn references(&self, prose: &Prose) -> Rc<[Reference]> {
        self.readings
            .references
            .of(prose, || references(&prose.text, self.resolution.language))
    }

    /// Where abbreviations stand in some words outside brackets, in order.
    pub fn abbreviations(&self, prose: &Prose) -> Rc<[Range<usize>]> {
        self.readings
            .abbreviations
            .of(prose, || abbreviations::uses(&prose.text).collect())
    }

    /// Whether a place in some words is in quotation marks, where a title keeps its own
    /// words.
    pub fn is_quoted(&self, prose: &Prose, at: usize) -> bool {
        let quotations = self.readings.quotations.of(prose, || scan::quoted(&prose.text));
        scan::is_within(&quotations, at)
    }
}

/// What was read in each run of words, by where the words stand in the source.
#[derive(Debug)]
struct ByProse<T>(RefCell<FxHashMap<TextRange, Rc<[T]>>>);

impl<T> ByProse<T> {
    fn of(&self, prose: &Prose, read: impl FnOnce() -> Vec<T>) -> Rc<[T]> {
        let mut kept = self.0.borrow_mut();
        Rc::clone(kept.entry(prose.range).or_insert_with(|| read().into()))
    }
}

impl<T> Default for ByProse<T> {
    fn default() -> Self {
        Self(RefCell::default())
    }
}
