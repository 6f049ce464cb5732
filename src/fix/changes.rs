//! What was changed in a text, step by step, as changes of the text that it was.

use std::collections::BTreeSet;

use crate::lint::{Diagnostic, Fix};
use crate::text::{Edit, Source, TextRange};

/// The way from one text to another. Changes do not touch each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// In the order of the text.
    pub list: Vec<Change>,
}

/// Words of the earlier text that are others now, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Their place in the earlier text.
    pub range: TextRange,
    /// What stands there now.
    pub replacement: String,
    /// The findings that it mends.
    pub reasons: Vec<Reason>,
}

/// A finding that was mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// The name of the rule.
    pub rule: &'static str,
    /// What the rule said.
    pub message: String,
    /// Which of all fixes mended it: those of several changes are taken or left together.
    pub fix: usize,
}

/// A fix that is to be made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mending<'a> {
    pub(super) diagnostic: &'a Diagnostic,
    pub(super) fix: &'a Fix,
}

impl Changes {
    /// These changes and, after them, those of fixes to the text that they made of
    /// `original`.
    pub(super) fn with(&self, original: &Source, mendings: &[Mending]) -> Self {
        let mut edits: Vec<(&Edit, Reason)> = Vec::new();
        let first = self.next_fix();
        for (index, Mending { diagnostic, fix }) in mendings.iter().enumerate() {
            let reason = Reason {
                rule: diagnostic.rule.name,
                message: diagnostic.message.clone(),
                fix: first + index,
            };
            edits.extend(fix.edits.iter().map(|edit| (edit, reason.clone())));
        }
        // From the end, so that no edit moves the next.
        edits.sort_by_key(|(edit, _)| std::cmp::Reverse(edit.range));
        let mut changes = self.clone();
        for (edit, reason) in edits {
            changes.add(original, edit, reason);
        }
        changes
    }

    /// The findings that the changes mend, once for each change.
    pub fn reasons(&self) -> impl Iterator<Item = &Reason> {
        self.list.iter().flat_map(|change| &change.reasons)
    }

    /// The number of the first fix that comes after them.
    pub(super) fn next_fix(&self) -> usize {
        self.reasons().map(|reason| reason.fix + 1).max().unwrap_or(0)
    }

    /// The changes that a fix has a part in.
    pub(super) fn of_fix(&self, fix: usize) -> impl Iterator<Item = &Change> {
        let is_of_fix =
            move |change: &&Change| change.reasons.iter().any(|reason| reason.fix == fix);
        self.list.iter().filter(is_of_fix)
    }

    /// The same without some fixes, and without all that shares a change with them.
    #[must_use]
    pub(super) fn without(&self, fixes: &BTreeSet<usize>) -> Self {
        let mut gone = fixes.clone();
        loop {
            let count = gone.len();
            for change in &self.list {
                let fixes = change.reasons.iter().map(|reason| reason.fix);
                if fixes.clone().any(|fix| gone.contains(&fix)) {
                    gone.extend(fixes);
                }
            }
            if gone.len() == count {
                break;
            }
        }
        let is_kept = |change: &&Change| {
            change.reasons.iter().all(|reason| !gone.contains(&reason.fix))
        };
        Self { list: self.list.iter().filter(is_kept).cloned().collect() }
    }

    /// The text after the changes.
    pub fn apply(&self, original: &Source) -> String {
        between(original, &self.list, original.range())
    }

    /// Adds an edit of the text as it is now. What it touches becomes one change with it.
    fn add(&mut self, original: &Source, edit: &Edit, reason: Reason) {
        // What came and went before the changes that the edit touches, and with them.
        let (mut before, mut with) = ((0, 0), (0, 0));
        let (mut first, mut last) = (0, 0);
        let (mut start, mut end) = (edit.range.start(), edit.range.end());
        for change in &self.list {
            let begins = change.range.start() + with.0 - with.1;
            let ends = begins + change.replacement.len();
            if begins > edit.range.end() {
                break;
            }
            with.0 += change.replacement.len();
            with.1 += change.range.len();
            last += 1;
            if ends < edit.range.start() {
                first += 1;
                before = with;
            } else {
                start = start.min(begins);
                end = end.max(ends);
            }
        }
        let inside = edit.range.start() - start..edit.range.end() - start;
        let range = TextRange::new(start + before.1 - before.0, end + with.1 - with.0);
        let mut replacement = between(original, &self.list[first..last], range);
        replacement.replace_range(inside, &edit.replacement);
        let touched = self.list.drain(first..last);
        let mut reasons: Vec<Reason> =
            touched.flat_map(|change| change.reasons).collect();
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
        self.list.insert(first, Change { range, replacement, reasons });
    }
}

/// What stands after some changes where a range of the earlier text stood.
fn between(original: &Source, changes: &[Change], range: TextRange) -> String {
    let mut text = String::with_capacity(range.len());
    let mut at = range.start();
    for change in changes {
        text.push_str(original.slice(TextRange::new(at, change.range.start())));
        text.push_str(&change.replacement);
        at = change.range.end();
    }
    text.push_str(original.slice(TextRange::new(at, range.end())));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(fix: usize) -> Reason {
        Reason { rule: "a-rule", message: String::new(), fix }
    }

    #[test]
    fn edits_of_later_texts_are_changes_of_the_first() {
        let original = Source::new("one two three four");
        let mut changes = Changes::default();
        let mut now = original.text().to_owned();
        for (fix, (from, to)) in [
            ("three", "3"),
            ("two", "twenty"),
            ("twenty 3", "23"),
            ("one ", ""),
            ("four", "four and five"),
        ]
        .into_iter()
        .enumerate()
        {
            let at = now.find(from).unwrap();
            let edit = Edit::replace(TextRange::new(at, at + from.len()), to);
            changes.add(&original, &edit, reason(fix));
            now.replace_range(at..at + from.len(), to);
            assert_eq!(changes.apply(&original), now);
        }
        assert_eq!(now, "23 four and five");
        let fixes = |change: &Change| change.reasons.iter().map(|r| r.fix).collect();
        let all: Vec<Vec<usize>> = changes.list.iter().map(fixes).collect();
        assert_eq!(all, [vec![1, 0, 2, 3], vec![4]]);
        let left = changes.without(&BTreeSet::from([2]));
        assert_eq!(left.apply(&original), "one two three four and five");
    }
}
