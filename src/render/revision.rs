//! A later text as changes of an earlier one.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::composition::{Block, BlockKind, Caller, Composition, Note, compose};
use super::{Options, PageOptions, RenderError, docx};
use crate::compare::{Passage, PassageKind, Relation, compare};
use crate::model::Resolution;
use crate::text::{Signature, TextRange};

/// What is one in both texts, by its places in either, the earlier first.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) blocks: Vec<(usize, usize)>,
    pub(super) notes: Vec<(usize, usize)>,
    /// Blocks one after another that are one in the other text. The first of each are a
    /// pair too.
    pub(super) partings: Vec<Parting>,
}

/// Blocks of one text that are a single one in the other: a split, or a merger.
#[derive(Debug)]
pub(super) struct Parting {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// Writes a Word file in which somebody has changed an earlier text into a later one:
/// accepting all changes gives the later, rejecting all the earlier.
pub fn revise(
    old: &Resolution,
    new: &Resolution,
    options: &Options,
    signature: &Signature,
) -> Result<Vec<u8>, RenderError> {
    let later = compose(new, options);
    // Both stand on the page of the later text.
    let page = PageOptions { house: Some(later.house), ..options.page.clone() };
    let earlier = compose(old, &Options { page, ..options.clone() });
    let pairs = pairs(old, new, &earlier, &later);
    docx::write_revised(&earlier, &later, &pairs, signature)
}

fn pairs(
    old: &Resolution,
    new: &Resolution,
    earlier: &Composition,
    later: &Composition,
) -> Pairs {
    let was = places(earlier.blocks.iter().map(|block| block.source));
    let is = places(later.blocks.iter().map(|block| block.source));
    let noted = places(earlier.notes.iter().map(|note| note.source));
    let notes = places(later.notes.iter().map(|note| note.source));
    let comparison = compare(old, new);
    let mut pairs = Pairs::default();
    for row in &comparison.rows {
        let (Some(old), Some(new)) = (row.old.first(), row.new.first()) else { continue };
        let (old, new) = (&comparison.old[*old], &comparison.new[*new]);
        let (list, was, is) = match new.kind {
            PassageKind::Footnote => (&mut pairs.notes, &noted, &notes),
            _ => (&mut pairs.blocks, &was, &is),
        };
        let (old, new) = (was.get(&old.range.start()), is.get(&new.range.start()));
        list.extend(old.copied().zip(new.copied()));
        if matches!(row.relation, Relation::Split | Relation::Merged) {
            let old = run(row.old.iter().map(|at| &comparison.old[*at]), was);
            let new = run(row.new.iter().map(|at| &comparison.new[*at]), is);
            let parting = old.zip(new).map(|(old, new)| Parting { old, new });
            pairs.partings.extend(parting);
        }
    }
    let blocks = of_the_page(&earlier.blocks, &later.blocks);
    pairs.blocks.extend(blocks);
    // Notes that nothing calls stand below the text.
    let loose = |composition: &Composition| composition.blocks.len()..usize::MAX;
    pairs.blocks.extend(
        loose(earlier)
            .zip(loose(later))
            .take(loose_notes(earlier).min(loose_notes(later))),
    );
    let added = |notes: &[Note]| notes.iter().position(|note| note.source.is_none());
    pairs.notes.extend(added(&earlier.notes).zip(added(&later.notes)));
    one_each(&mut pairs.blocks);
    one_each(&mut pairs.notes);
    pairs
}

/// The places of passages, if they stand one after another.
fn run<'a>(
    passages: impl Iterator<Item = &'a Passage<'a>>,
    places: &HashMap<usize, usize>,
) -> Option<Range<usize>> {
    let place = |passage: &Passage| places.get(&passage.range.start()).copied();
    let places: Vec<usize> = passages.map(place).collect::<Option<_>>()?;
    let (first, last) = (*places.first()?, *places.last()?);
    (first..=last).eq(places).then_some(first..last + 1)
}

/// The places of what comes from the draft, by where it begins there.
fn places(sources: impl Iterator<Item = Option<TextRange>>) -> HashMap<usize, usize> {
    let start =
        |(place, source): (usize, Option<TextRange>)| Some((source?.start(), place));
    sources.enumerate().filter_map(start).collect()
}

/// What the page says itself is known by its kind, and by how many of that stand above.
fn of_the_page(old: &[Block], new: &[Block]) -> Vec<(usize, usize)> {
    let of_page = |blocks: &[Block]| -> Vec<(BlockKind, usize)> {
        let blocks =
            blocks.iter().enumerate().filter(|(_, block)| block.source.is_none());
        blocks.map(|(place, block)| (block.kind, place)).collect()
    };
    let mut left = of_page(old);
    let mut pairs = Vec::new();
    for (kind, new) in of_page(new) {
        if let Some(index) = left.iter().position(|(earlier, _)| *earlier == kind) {
            pairs.push((left.remove(index).1, new));
        }
    }
    pairs
}

fn loose_notes(composition: &Composition) -> usize {
    composition.notes.iter().filter(|note| note.caller != Caller::Text).count()
}

/// Takes out all pairs but the first of each.
fn one_each(pairs: &mut Vec<(usize, usize)>) {
    let (mut was, mut is) = (HashSet::new(), HashSet::new());
    pairs.retain(|(old, new)| {
        let is_free = !was.contains(old) && !is.contains(new);
        if is_free {
            was.insert(*old);
            is.insert(*new);
        }
        is_free
    });
}
