//! What became of each passage, in the order in which a person reads it.

use std::collections::BTreeMap;

use super::Passage;
use super::align::Alignment;
use super::words::{Stretch, differences};
use crate::conventions::binding::bound;

/// Passages that belong together, and what became of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What became of them.
    pub relation: Relation,
    /// Whether they stand in another place than before.
    pub is_moved: bool,
    /// The passages of the earlier text, as indices.
    pub old: Vec<usize>,
    /// The passages of the later text, as indices.
    pub new: Vec<usize>,
    /// The words, from the earlier to the later. Empty where nothing changed, and where
    /// the whole passage came or went. Several passages are joined by “ ¶ ”.
    pub words: Vec<Stretch>,
}

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// The words are the same.
    Kept,
    /// Some words changed.
    Reworded,
    /// One became several.
    Split,
    /// Several became one.
    Merged,
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
}

impl Relation {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Reworded => "reworded",
            Self::Split => "split",
            Self::Merged => "merged",
            Self::Added => "added",
            Self::Dropped => "dropped",
        }
    }
}

/// How many rows there are of each kind. Those that moved are counted with what became
/// of their words, and once more as moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// How many of each relation, in its order; relations without a row are left out.
    pub relations: BTreeMap<Relation, usize>,
    /// How many stand in another place.
    pub moved: usize,
}

impl Summary {
    pub(super) fn of(rows: &[Row]) -> Self {
        let mut summary = Self::default();
        for row in rows {
            *summary.relations.entry(row.relation).or_default() += 1;
            summary.moved += usize::from(row.is_moved);
        }
        summary
    }

    /// Whether the two texts say the same in the same order.
    pub fn is_same(&self) -> bool {
        self.moved == 0
            && self.relations.keys().all(|relation| *relation == Relation::Kept)
    }
}

pub(super) fn rows(
    old: &[Passage],
    new: &[Passage],
    alignment: &Alignment,
    moved: &[bool],
) -> Vec<Row> {
    let mut rows: Vec<Option<Row>> = vec![None; new.len()];
    let mut is_told = Told { old: vec![false; old.len()], new: vec![false; new.len()] };
    for ((earlier, later), is_moved) in alignment.pairs.iter().zip(moved) {
        let row = pair(old, new, alignment, (*earlier, *later));
        is_told.tell(&row);
        rows[*later] = Some(Row { is_moved: *is_moved, ..row });
    }
    let mut after: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let stands = anchors(old.len(), alignment, moved);
    for index in (0..old.len()).filter(|index| !is_told.old[*index]) {
        after.entry(stands[index]).or_default().push(index);
    }
    let mut all = Vec::with_capacity(old.len() + new.len());
    all.extend(after.remove(&0).into_iter().flatten().map(dropped));
    for (index, row) in rows.into_iter().enumerate() {
        match row {
            Some(row) => all.push(row),
            None if !is_told.new[index] => all.push(added(index)),
            None => {}
        }
        all.extend(after.remove(&(index + 1)).into_iter().flatten().map(dropped));
    }
    all
}

/// Which passages have a row.
struct Told {
    old: Vec<bool>,
    new: Vec<bool>,
}

impl Told {
    fn tell(&mut self, row: &Row) {
        row.old.iter().for_each(|index| self.old[*index] = true);
        row.new.iter().for_each(|index| self.new[*index] = true);
    }
}

/// The row of a pair, with what was split from it or merged into it.
fn pair(
    old: &[Passage],
    new: &[Passage],
    alignment: &Alignment,
    (earlier, later): (usize, usize),
) -> Row {
    let mut is = alignment.split.get(&earlier).cloned().unwrap_or_default();
    let mut was = alignment.merged.get(&later).cloned().unwrap_or_default();
    let relation = match (was.is_empty(), is.is_empty()) {
        (_, false) => Relation::Split,
        (false, true) => Relation::Merged,
        // A page binds days to months whatever space stands in the draft.
        _ if bound(&old[earlier].text) == bound(&new[later].text) => Relation::Kept,
        _ => Relation::Reworded,
    };
    is.push(later);
    was.push(earlier);
    is.sort_unstable();
    was.sort_unstable();
    let words = if relation == Relation::Kept {
        Vec::new()
    } else {
        differences(&joined(old, &was), &joined(new, &is))
    };
    Row { relation, is_moved: false, old: was, new: is, words }
}

fn joined(passages: &[Passage], indices: &[usize]) -> String {
    let texts: Vec<&str> =
        indices.iter().map(|index| passages[*index].text.as_ref()).collect();
    texts.join(" ¶ ")
}

fn added(index: usize) -> Row {
    let relation = Relation::Added;
    Row {
        relation,
        is_moved: false,
        old: Vec::new(),
        new: vec![index],
        words: Vec::new(),
    }
}

fn dropped(index: usize) -> Row {
    let relation = Relation::Dropped;
    Row {
        relation,
        is_moved: false,
        old: vec![index],
        new: Vec::new(),
        words: Vec::new(),
    }
}

/// For each earlier passage, how many later ones stand before the place where it stood:
/// all up to the last that is before it in both texts.
fn anchors(old: usize, alignment: &Alignment, moved: &[bool]) -> Vec<usize> {
    let mut anchors = vec![0; old];
    let steady = alignment.pairs.iter().zip(moved).filter(|(_, is_moved)| !**is_moved);
    for ((earlier, later), _) in steady {
        anchors[*earlier] = later + 1;
    }
    let mut last = 0;
    for anchor in &mut anchors {
        last = last.max(*anchor);
        *anchor = last;
    }
    anchors
}
