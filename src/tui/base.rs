//! See [`Base`].

use std::path::PathBuf;

use super::action::Action;
use super::asking::{Ask, Wanted};
use super::chooser::{Choice, Chooser, Then};
use super::command::Command;
use super::desk::Desk;
use super::editor::Change;
use super::explanation::Explanation;
use super::input::Input;
use super::popup::Popup;
use super::snapshots::told;
use crate::compare::{Comparison, Relation, Row, compare};
use crate::model::Resolution;
use crate::syntax;
use crate::text::{Source, TextRange};
use crate::workspace::snapshots::Snapshot;

/// An earlier text, and what became of it in the draft.
#[derive(Debug)]
pub(super) struct Base {
    /// What it is called: the name of its file or of a snapshot.
    pub name: String,
    resolution: Resolution,
    /// Where the passages of the draft stand, in order, and what was done to them.
    passages: Vec<(TextRange, Option<Mark>)>,
    /// How many passages are gone.
    dropped: usize,
    /// Whether the draft changed since the two were compared.
    is_behind: bool,
}

/// A longer name would leave no room for the counts at the foot.
const LONGEST_NAME: usize = 24;

/// What was done to a passage since the base text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Added,
    Reworded,
    Moved,
}

impl Mark {
    /// The sign for it, in the outline and beside the text.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Added => "+",
            Self::Reworded => "~",
            Self::Moved => "^",
        }
    }

    /// The word for it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Reworded => "reworded",
            Self::Moved => "moved",
        }
    }

    fn of(row: &Row) -> Option<Self> {
        match row.relation {
            Relation::Added => Some(Self::Added),
            Relation::Reworded | Relation::Split | Relation::Merged => {
                Some(Self::Reworded)
            }
            Relation::Kept if row.is_moved => Some(Self::Moved),
            Relation::Kept | Relation::Dropped => None,
        }
    }
}

impl Base {
    fn new(name: &str, text: &str) -> Self {
        Self {
            name: name.chars().take(LONGEST_NAME).collect(),
            resolution: syntax::parse(&Source::new(text)),
            passages: Vec::new(),
            dropped: 0,
            is_behind: true,
        }
    }

    fn look(&mut self, draft: &Resolution) {
        let comparison = compare(&self.resolution, draft);
        let mut passages: Vec<(TextRange, Option<Mark>)> =
            comparison.new.iter().map(|passage| (passage.range, None)).collect();
        for row in &comparison.rows {
            for index in &row.new {
                passages[*index].1 = Mark::of(row);
            }
        }
        passages.sort_by_key(|(range, _)| range.start());
        self.dropped = comparison
            .rows
            .iter()
            .filter(|row| row.relation == Relation::Dropped)
            .count();
        self.passages = passages;
        self.is_behind = false;
    }

    /// Moves the marks along with the text, until the two are compared again.
    pub(super) fn carry(&mut self, change: Change) {
        for (range, _) in &mut self.passages {
            *range =
                TextRange::new(change.carry(range.start()), change.carry(range.end()));
        }
        self.is_behind = true;
    }

    /// The mark of the passage that begins at a place.
    pub(super) fn mark_at(&self, start: usize) -> Option<Mark> {
        let found =
            self.passages.binary_search_by_key(&start, |(range, _)| range.start());
        found.ok().and_then(|index| self.passages.get(index)).and_then(|(_, mark)| *mark)
    }

    /// The mark of the innermost passage in a stretch of the text.
    pub(super) fn mark_in(&self, start: usize, end: usize) -> Option<Mark> {
        let after = self.passages.partition_point(|(range, _)| range.start() < end);
        let (range, mark) = self.passages.get(after.checked_sub(1)?)?;
        mark.filter(|_| start < range.end())
    }

    /// `since old.docx: +2 ~3 ^1 −2`
    pub(super) fn counts(&self) -> String {
        let count =
            |mark| self.passages.iter().filter(|(_, own)| *own == Some(mark)).count();
        let marks = [Mark::Added, Mark::Reworded, Mark::Moved].into_iter();
        let counts = marks.map(|mark| (mark.sign(), count(mark)));
        let counts = counts.chain([("−", self.dropped)]).filter(|(_, count)| *count > 0);
        let counts: Vec<String> =
            counts.map(|(sign, count)| format!("{sign}{count}")).collect();
        let counts =
            if counts.is_empty() { "no change".to_owned() } else { counts.join(" ") };
        format!("since {}: {counts}", self.name)
    }
}

impl Desk {
    /// Marks the draft against an earlier text: the other half of [`Command::ReadBase`].
    pub fn take_base(&mut self, name: &str, text: &str) {
        self.base = Some(Base::new(name, text));
        self.refresh();
        self.compare_with_base();
        if let Some(base) = &self.base {
            let counts = base.counts();
            self.say(counts);
        }
    }

    /// Whether the marks are those of an earlier state of the draft: see
    /// [`Desk::compare_with_base`].
    pub fn is_behind_base(&self) -> bool {
        self.base.as_ref().is_some_and(|base| base.is_behind)
    }

    /// Compares the draft with the base text, if it changed since.
    pub fn compare_with_base(&mut self) {
        if let Some(base) = self.base.as_mut().filter(|base| base.is_behind) {
            base.look(&self.resolution);
            self.mark_outline();
        }
    }

    /// Gives the rows of the outline the marks that their passages have.
    pub(super) fn mark_outline(&mut self) {
        for entry in &mut self.outline {
            let start = entry.range.start();
            entry.since_base = self.base.as_ref().and_then(|base| base.mark_at(start));
        }
        self.fold_outline();
    }

    /// Offers what the draft can be marked against: the other half of
    /// [`Command::ListBases`]. Each snapshot comes with how long ago it was kept.
    pub fn offer_bases(&mut self, snapshots: Vec<(Snapshot, String)>) {
        let choice = |words: &str, aside: &str, then| Choice {
            words: words.to_owned(),
            aside: aside.to_owned(),
            then,
        };
        let file = choice("a file: draft, Word, PDF, web page, text", "", Then::NameBase);
        let none = self.base.as_ref().map(|base| {
            choice("nothing: the marks since the last save", &base.name, Then::NoBase)
        });
        let kept = snapshots.into_iter().map(|(Snapshot { name, path, .. }, age)| {
            choice(&name, &age, Then::ReadBase { name: name.clone(), path })
        });
        let choices = std::iter::once(file).chain(kept).chain(none).collect();
        let chooser = Chooser::new("Mark what changed since", choices);
        self.popups.push(Popup::Choose(chooser));
    }

    pub(super) fn ask_base(&mut self) {
        let title = "The earlier text: its file".to_owned();
        let ask = Ask { title, input: Input::default(), wanted: Wanted::Base };
        self.popups.push(Popup::Ask(ask));
    }

    pub(super) fn read_base(&mut self, path: PathBuf, name: Option<String>) {
        let file = || path.file_name().map(|name| name.to_string_lossy().into_owned());
        let name = name.or_else(file).unwrap_or_default();
        self.commands.push(Command::ReadBase { name, path });
    }

    pub(super) fn leave_base(&mut self) {
        self.base = None;
        self.mark_outline();
        self.say("the outline marks what changed since the last save");
    }

    /// Shows the words of the paragraph at the cursor as they were and as they are, and what
    /// is gone behind it.
    pub(super) fn show_differences(&mut self) {
        self.refresh();
        let Some(base) = &self.base else {
            let choose = self.keys.name_of(Action::ChooseBase);
            return self.say(format!("there is no base text; {choose} chooses one"));
        };
        let comparison = compare(&base.resolution, &self.resolution);
        let offset = self.editor.offset();
        let rows = around(&comparison, offset);
        let told: Vec<(String, String)> =
            rows.into_iter().map(|row| told(&comparison, row)).collect();
        if told.is_empty() {
            let name = base.name.clone();
            return self.say(format!("this paragraph says what “{name}” says"));
        }
        let title = format!("Since {}", base.name);
        self.popups.push(Popup::Explanation(Explanation::of_paragraphs(title, &told)));
    }
}

/// The row of the innermost passage at a place, if it changed, and those behind it of what is
/// gone.
fn around<'c>(comparison: &'c Comparison, offset: usize) -> Vec<&'c Row> {
    let begins = comparison.new.iter().enumerate();
    let begins = begins.filter(|(_, passage)| passage.range.start() <= offset);
    let here = begins.max_by_key(|(index, passage)| (passage.range.start(), *index));
    let is_here = |row: &Row| here.is_some_and(|(index, _)| row.new.contains(&index));
    let Some(at) = comparison.rows.iter().position(is_here) else { return Vec::new() };
    let own = comparison.rows.get(at).into_iter().filter(|row| Mark::of(row).is_some());
    let behind = comparison.rows.iter().skip(at + 1);
    own.chain(behind.take_while(|row| row.relation == Relation::Dropped)).collect()
}
