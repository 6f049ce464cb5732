//! Texts kept by name: kept, listed, compared with the text in hand, restored.

use super::asking::{Ask, Wanted};
use super::chooser::{Choice, Chooser, Then};
use super::command::Command;
use super::desk::Desk;
use super::explanation::Explanation;
use super::input::Input;
use super::popup::{Popup, Question};
use crate::compare::{Change, Comparison, Relation, Row, compare};
use crate::syntax;
use crate::text::Source;
use crate::workspace::snapshots::Snapshot;

/// A snapshot that was read.
#[derive(Debug, Clone)]
pub(super) struct Looked {
    /// What the drafter called it.
    pub name: String,
    /// Its text, as the file has it.
    pub text: String,
}

impl Desk {
    pub(super) fn ask_snapshot_name(&mut self) {
        let title = "Keep this text as: a name (after informals 2)".to_owned();
        let ask = Ask { title, input: Input::default(), wanted: Wanted::Snapshot };
        self.popups.push(Popup::Ask(ask));
    }

    pub(super) fn keep_snapshot(&mut self, name: &str) {
        let name = name.trim().to_owned();
        if name.is_empty() {
            return self.say("a snapshot without a name was not kept");
        }
        let text = self.text_to_save();
        self.commands.push(Command::KeepSnapshot { name, text });
    }

    /// Lays out the list: the other half of [`Command::ListSnapshots`]. Each comes with
    /// how long ago it was kept.
    pub fn offer_snapshots(&mut self, snapshots: Vec<(Snapshot, String)>) {
        if snapshots.is_empty() {
            let key = self.keys.name_of(super::action::Action::KeepSnapshot);
            return self.say(format!("there is no snapshot yet; {key} keeps one"));
        }
        let choices =
            snapshots.iter().enumerate().map(|(index, (snapshot, age))| Choice {
                words: snapshot.name.clone(),
                aside: age.clone(),
                then: Then::Snapshot(index),
            });
        let chooser = Chooser::new("Snapshots", choices.collect());
        self.popups.push(Popup::Choose(chooser));
        self.snapshots = snapshots.into_iter().map(|(snapshot, _)| snapshot).collect();
    }

    pub(super) fn open_snapshot(&mut self, index: usize) {
        if let Some(snapshot) = self.snapshots.get(index) {
            self.commands.push(Command::ReadSnapshot(snapshot.clone()));
        }
    }

    /// Asks what to do with a snapshot: the other half of [`Command::ReadSnapshot`].
    pub fn look_at_snapshot(&mut self, name: String, text: String, age: &str) {
        let looked = Looked { name, text };
        self.popups.push(Popup::Question(Question::snapshot(looked, age)));
    }

    pub(super) fn show_changes_since(&mut self, looked: &Looked) {
        self.refresh();
        let old = syntax::parse(&Source::new(looked.text.as_str()));
        let comparison = compare(&old, &self.resolution);
        let changed = comparison
            .rows
            .iter()
            .filter(|row| row.is_moved || row.relation != Relation::Kept);
        let paragraphs: Vec<(String, String)> =
            changed.map(|row| told(&comparison, row)).collect();

        if paragraphs.is_empty() {
            return self.say(format!("the text says what “{}” says", looked.name));
        }
        let title = format!("Since “{}”", looked.name);
        let page = Explanation::of_paragraphs(title, &paragraphs);
        self.popups.push(Popup::Explanation(page));
    }

    /// Lays the text of a snapshot on the desk, as one step.
    pub(super) fn take_snapshot(&mut self, looked: &Looked) {
        let text = self.line_ends.take_off(&looked.text);
        self.edit(|editor| editor.replace_all(&text, None));
        let undo = self.keys.name_of(super::action::Action::Undo);
        self.say(format!("this is “{}”; {undo} brings back yours", looked.name));
    }
}

/// Where the words of a row stand and what became of them, and the words.
pub(super) fn told(comparison: &Comparison, row: &Row) -> (String, String) {
    (heading(comparison, row), words(comparison, row))
}

/// Where the words stand, and what became of them.
fn heading(comparison: &Comparison, row: &Row) -> String {
    let labels = |passages: &[crate::compare::Passage], indices: &[usize]| {
        let labels = indices.iter().filter_map(|index| passages.get(*index));
        labels.map(|passage| passage.label.to_string()).collect::<Vec<_>>().join(", ")
    };
    let place = match row.relation {
        Relation::Dropped => labels(&comparison.old, &row.old),
        _ => labels(&comparison.new, &row.new),
    };
    let moved = if row.is_moved { ", moved" } else { "" };
    format!("{place} {}{moved}", row.relation.word())
}

/// The words, with `{--what went--}` and `{++what came++}`.
fn words(comparison: &Comparison, row: &Row) -> String {
    let texts = |passages: &[crate::compare::Passage], indices: &[usize]| -> String {
        let passages = indices.iter().filter_map(|index| passages.get(*index));
        passages.map(|passage| passage.text.as_ref()).collect::<Vec<_>>().join(" ¶ ")
    };
    let marked = |change: Change, words: &str| match change {
        Change::Same => words.to_owned(),
        Change::Deleted => format!("{{--{words}--}}"),
        Change::Added => format!("{{++{words}++}}"),
    };
    match row.relation {
        Relation::Added => marked(Change::Added, &texts(&comparison.new, &row.new)),
        Relation::Dropped => marked(Change::Deleted, &texts(&comparison.old, &row.old)),
        Relation::Kept => texts(&comparison.new, &row.new),
        Relation::Reworded | Relation::Split | Relation::Merged => {
            row.words.iter().map(|words| marked(words.change, &words.text)).collect()
        }
    }
}
