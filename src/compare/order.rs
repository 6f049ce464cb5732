//! Which passages changed their place.

use std::collections::BTreeMap;

use super::{Passage, PassageKind};

/// For each pair, whether it moved: the fewest pairs that must move so that the others
/// stand in one order. A subparagraph goes with its paragraph, and moves only among its
/// list or out of it.
pub(super) fn moved(
    old: &[Passage],
    new: &[Passage],
    pairs: &[(usize, usize)],
) -> Vec<bool> {
    let mut became = vec![None; old.len()];
    for (earlier, later) in pairs {
        became[*earlier] = Some(*later);
    }
    let mut moved = vec![false; pairs.len()];
    let mut lists: BTreeMap<Option<usize>, Vec<(usize, usize)>> = BTreeMap::new();
    for (place, (earlier, later)) in pairs.iter().enumerate() {
        let (was, is) = (&old[*earlier], &new[*later]);
        if matches!(is.kind, PassageKind::Fact | PassageKind::Footnote) {
            continue;
        }
        let same_list = was.parent.map(|parent| became[parent]) == is.parent.map(Some);
        if same_list && was.kind == is.kind {
            lists.entry(is.parent).or_default().push((place, *earlier));
        } else {
            moved[place] = true;
        }
    }
    for list in lists.values() {
        let earlier: Vec<usize> = list.iter().map(|(_, earlier)| *earlier).collect();
        let in_order = longest_rising(&earlier);
        for (place, _) in list {
            moved[*place] = true;
        }
        for index in in_order {
            moved[list[index].0] = false;
        }
    }
    moved
}

/// The indices of a longest rising run of a sequence of different numbers, gaps allowed.
pub fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    // For each length, the index of the smallest number that ends a run of that length.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (index, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = index,
            None => ends.push(index),
        }
    }
    let mut run: Vec<usize> =
        std::iter::successors(ends.last().copied(), |at| before[*at]).collect();
    run.reverse();
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_jumps_ahead_is_the_one_that_moved() {
        assert_eq!(longest_rising(&[4, 0, 1, 2, 3]), [1, 2, 3, 4]);
        assert_eq!(longest_rising(&[]), [0_usize; 0]);
    }
}
