//! See [`Steps`].

use std::collections::VecDeque;

use serde::{Deserialize, Serialize};

/// How many steps are remembered, and how many bytes of text in them. The oldest are
/// forgotten first.
const MOST_STEPS: usize = 10_000;
const MOST_BYTES: usize = 16 * 1024 * 1024;

/// One change of a text: here, this went and that came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Splice {
    /// Where, in bytes.
    pub at: usize,
    /// What went.
    pub removed: String,
    /// What came.
    pub inserted: String,
}

impl Splice {
    /// The change that takes this one back.
    #[must_use]
    pub fn reversed(&self) -> Self {
        Self {
            at: self.at,
            removed: self.inserted.clone(),
            inserted: self.removed.clone(),
        }
    }

    /// Whether what is to go stands in the text at its place.
    pub fn fits(&self, text: &str) -> bool {
        text.get(self.at..).is_some_and(|rest| rest.starts_with(&self.removed))
    }

    /// Makes the change, which has to fit.
    pub fn apply(&self, text: &mut String) {
        text.replace_range(self.at..self.at + self.removed.len(), &self.inserted);
    }

    /// Takes up a change that goes on where this one ended, as typing and erasing do.
    fn take_up(&mut self, next: &Self) -> bool {
        if next.removed.is_empty() && next.at == self.at + self.inserted.len() {
            self.inserted.push_str(&next.inserted);
        } else if !self.inserted.is_empty() || !next.inserted.is_empty() {
            return false;
        } else if next.at == self.at {
            self.removed.push_str(&next.removed);
        } else if next.at + next.removed.len() == self.at {
            self.removed.insert_str(0, &next.removed);
            self.at = next.at;
        } else {
            return false;
        }
        true
    }

    fn bytes(&self) -> usize {
        self.removed.len() + self.inserted.len()
    }
}

/// What was done at once, and is taken back at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The changes, one after another.
    pub splices: Vec<Splice>,
    /// Where the cursor was before, in bytes.
    pub before: usize,
    /// Where it was after.
    pub after: usize,
}

impl Step {
    fn bytes(&self) -> usize {
        self.splices.iter().map(Splice::bytes).sum()
    }
}

/// The steps by which a text came about: those that were done, and those that were taken
/// back and can be done again. The text itself is held by whoever makes the steps.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Steps {
    done: VecDeque<Step>,
    /// The next to be done again is the last.
    undone: Vec<Step>,
    /// After how many steps done the text was saved, while that can still be reached.
    saved: Option<usize>,
}

impl Steps {
    /// Remembers a change. With `joins` it belongs to the step before it.
    pub fn record(&mut self, splice: Splice, before: usize, after: usize, joins: bool) {
        self.undone.clear();
        self.saved = self.saved.filter(|saved| *saved <= self.done.len());
        let joins = joins && self.saved != Some(self.done.len());
        if let Some(step) = self.done.back_mut().filter(|_| joins) {
            step.after = after;
            if !step.splices.last_mut().is_some_and(|last| last.take_up(&splice)) {
                step.splices.push(splice);
            }
        } else {
            self.done.push_back(Step { splices: vec![splice], before, after });
            self.forget_beyond(MOST_STEPS, MOST_BYTES);
        }
    }

    /// Says where the cursor is after the last step.
    pub fn end_at(&mut self, cursor: usize) {
        if let Some(step) = self.done.back_mut() {
            step.after = cursor;
        }
    }

    /// The last step done, which from now on counts as taken back.
    pub fn back(&mut self) -> Option<&Step> {
        self.undone.push(self.done.pop_back()?);
        self.undone.last()
    }

    /// The last step taken back, which from now on counts as done.
    pub fn forth(&mut self) -> Option<&Step> {
        self.done.push_back(self.undone.pop()?);
        self.done.back()
    }

    /// The text as it is now is what the file has.
    pub fn mark_saved(&mut self) {
        self.saved = Some(self.done.len());
    }

    /// Whether the text as it is now is what the file has.
    pub fn is_at_saved(&self) -> bool {
        self.saved == Some(self.done.len())
    }

    /// Stands where the text was saved: what was done since counts as taken back.
    /// `false` if that cannot be reached.
    pub fn stand_at_saved(&mut self) -> bool {
        let Some(saved) = self.saved else { return false };
        while self.done.len() > saved && self.back().is_some() {}
        while self.done.len() < saved && self.forth().is_some() {}
        self.is_at_saved()
    }

    /// Forgets the oldest steps, and in the end those taken back, until no more are left
    /// than that.
    pub fn forget_beyond(&mut self, most_steps: usize, most_bytes: usize) {
        let mut bytes: usize =
            self.done.iter().chain(&self.undone).map(Step::bytes).sum();
        while bytes > most_bytes || self.done.len() + self.undone.len() > most_steps {
            let Some(oldest) = self.done.pop_front() else {
                return self.undone.clear();
            };
            bytes -= oldest.bytes();
            self.saved = self.saved.and_then(|saved| saved.checked_sub(1));
        }
    }

    /// How many steps can be taken back.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether there is no step, neither to take back nor to make again.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }

    /// Forgets all.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn splice(at: usize, removed: &str, inserted: &str) -> Splice {
        Splice { at, removed: removed.to_owned(), inserted: inserted.to_owned() }
    }

    #[test]
    fn typing_and_erasing_go_on_where_they_ended() {
        let mut steps = Steps::default();
        steps.record(splice(0, "", "T"), 0, 1, false);
        steps.record(splice(1, "", "o"), 1, 2, true);
        assert_eq!(steps.back().unwrap().splices, [splice(0, "", "To")]);
        steps.record(splice(5, "t", ""), 6, 5, false);
        steps.record(splice(4, "c", ""), 5, 4, true);
        assert_eq!(steps.back().unwrap().splices, [splice(4, "ct", "")]);
    }

    #[test]
    fn a_step_never_reaches_over_the_save() {
        let mut steps = Steps::default();
        steps.record(splice(0, "", "T"), 0, 1, false);
        steps.mark_saved();
        steps.record(splice(1, "", "o"), 1, 2, true);
        assert_eq!(steps.len(), 2);
        assert!(steps.stand_at_saved());
        assert_eq!(steps.len(), 1);
    }

    #[test]
    fn what_was_saved_is_lost_sight_of_when_the_steps_go_another_way() {
        let mut steps = Steps::default();
        steps.record(splice(0, "", "T"), 0, 1, false);
        steps.mark_saved();
        steps.back();
        steps.record(splice(0, "", "W"), 0, 1, false);
        assert!(!steps.is_at_saved());
        assert!(!steps.stand_at_saved());
    }

    #[test]
    fn the_oldest_steps_are_forgotten() {
        let mut steps = Steps::default();
        for at in 0..5 {
            steps.record(splice(at, "", "x"), at, at + 1, false);
        }
        steps.mark_saved();
        steps.forget_beyond(3, 100);
        assert_eq!(steps.len(), 3);
        assert!(steps.is_at_saved());
        steps.forget_beyond(3, 2);
        assert_eq!(steps.back().unwrap().splices, [splice(4, "", "x")]);
    }
}
