//! The paragraphs of two texts in one order, in which each text keeps its own.

use crate::compare::longest_rising;

/// A paragraph of the one file, by its place in either text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// It is in both texts, in the same order.
    Both(usize, usize),
    /// It is in the earlier text only.
    Goes(usize),
    /// It is in the later text only.
    Comes(usize),
    /// Here it was in the earlier text; it is another place in the later.
    Leaves(usize, usize),
    /// Here it is in the later text.
    Arrives(usize),
}

/// All paragraphs, those that go before those that come in their place.
pub(super) fn steps(old: usize, new: usize, pairs: &[(usize, usize)]) -> Vec<Step> {
    let mut pairs = pairs.to_vec();
    pairs.sort_by_key(|(_, new)| *new);
    let was: Vec<usize> = pairs.iter().map(|(old, _)| *old).collect();
    let steady: Vec<(usize, usize)> =
        longest_rising(&was).into_iter().map(|index| pairs[index]).collect();
    let became =
        |old: usize| pairs.iter().find(|(was, _)| *was == old).map(|pair| pair.1);
    let has_moved = |new: usize| pairs.iter().any(|(_, is)| *is == new);
    let mut steps = Vec::with_capacity(old + new);
    let (mut next_old, mut next_new) = (0, 0);
    for end in steady.iter().copied().map(Some).chain([None]) {
        let (until_old, until_new) = end.unwrap_or((old, new));
        steps.extend((next_old..until_old).map(|old| match became(old) {
            Some(new) => Step::Leaves(old, new),
            None => Step::Goes(old),
        }));
        steps.extend((next_new..until_new).map(|new| {
            if has_moved(new) { Step::Arrives(new) } else { Step::Comes(new) }
        }));
        if let Some((old, new)) = end {
            steps.push(Step::Both(old, new));
        }
        (next_old, next_new) = (until_old + 1, until_new + 1);
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_text_keeps_its_order_and_what_jumps_ahead_has_moved() {
        use Step::{Arrives, Both, Comes, Goes, Leaves};
        let steps = steps(4, 4, &[(0, 0), (1, 3), (3, 1)]);
        assert_eq!(
            steps,
            [Both(0, 0), Arrives(1), Comes(2), Both(1, 3), Goes(2), Leaves(3, 1)]
        );
    }
}
