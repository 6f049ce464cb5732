//! What keys do while the outline has them: rows are gone through, folded, moved.

use rustc_hash::FxHashSet;

use super::action::{Action, Motion};
use super::desk::{Desk, Focus};
use super::outline::{self, SavedWords, row_at};
use crate::drafting::Deed;

/// The lists that are folded in the outline, and what the file has.
#[derive(Debug, Default)]
pub(super) struct Outlined {
    /// The words of the rows whose lists are folded.
    folded: FxHashSet<String>,
    /// The words of all rows when the draft was last saved.
    saved: SavedWords,
}

impl Desk {
    /// Makes the rows anew.
    pub(super) fn lay_out_outline(&mut self) {
        self.outline =
            outline::entries(&self.resolution, &self.findings, &self.outlined.saved);
        self.mark_outline();
    }

    pub(super) fn fold_outline(&mut self) {
        outline::fold(&mut self.outline, &self.outlined.folded);
    }

    /// Takes the text as that of the file.
    pub(super) fn keep_as_saved(&mut self) {
        self.refresh();
        self.editor.text().clone_into(&mut self.saved);
        self.editor.end_step();
        self.editor.steps.mark_saved();
        self.outlined.saved = SavedWords::of(&self.resolution);
        self.lay_out_outline();
    }

    /// Gives the keys to the outline, or back to the text.
    pub(super) fn toggle_outline(&mut self) {
        self.refresh();
        if self.focus == Focus::Outline || self.outline.is_empty() {
            self.focus = Focus::Text;
            return;
        }
        self.focus = Focus::Outline;
        self.outline_row = row_at(&self.outline, self.editor.offset()).unwrap_or(0);
    }

    /// Does what a key does while the outline has the keys: it goes up and down there,
    /// folds and moves, and does everything else as ever.
    pub(super) fn act_in_outline(&mut self, action: Action) {
        let row = self.outline_row;
        match action {
            Action::Move(Motion::Up) => self.step(-1),
            Action::Move(Motion::Down) => self.step(1),
            Action::Move(Motion::PageUp) => self.step(-10),
            Action::Move(Motion::PageDown) => self.step(10),
            Action::Move(Motion::LineStart | Motion::Top) => self.step(isize::MIN),
            Action::Move(Motion::LineEnd | Motion::Bottom) => self.step(isize::MAX),
            Action::Move(Motion::Left) => self.fold(row),
            Action::Move(Motion::Right) => self.unfold(row),
            Action::NewLine => self.jump(row),
            Action::Paragraph(deed) => self.perform_on_row(deed),
            Action::Move(_) | Action::Select(_) => {}
            Action::EraseBack
            | Action::EraseForward
            | Action::EraseWord
            | Action::Cut => {
                let outline = self.keys.name_of(Action::ToggleOutline);
                self.say(format!(
                    "Enter goes to the paragraph, {outline} back to the text"
                ));
            }
            other => self.act(other),
        }
    }

    fn step(&mut self, by: isize) {
        let shown = outline::shown(&self.outline);
        let here = shown.iter().position(|row| *row == self.outline_row).unwrap_or(0);
        let next = here.saturating_add_signed(by).min(shown.len().saturating_sub(1));
        self.outline_row = shown.get(next).copied().unwrap_or(0);
    }

    /// Folds the list of a row; a row without one, or one folded already, goes to the row
    /// in whose list it stands.
    fn fold(&mut self, row: usize) {
        let is_open = self.outline.get(row).is_some_and(|entry| entry.folded.is_none());
        if is_open && outline::has_list(&self.outline, row) {
            self.outlined.folded.insert(self.outline[row].words.clone());
            outline::fold(&mut self.outline, &self.outlined.folded);
        } else if let Some(parent) = outline::parent(&self.outline, row) {
            self.outline_row = parent;
        } else {
            self.say("it has no list to fold");
        }
    }

    fn unfold(&mut self, row: usize) {
        if let Some(entry) = self.outline.get(row) {
            self.outlined.folded.remove(&entry.words);
            outline::fold(&mut self.outline, &self.outlined.folded);
        }
    }

    /// Does something to the paragraph of the chosen row, which stays chosen.
    fn perform_on_row(&mut self, deed: Deed) {
        self.refresh();
        let Some(start) = self.outline.get(self.outline_row).map(|row| row.range.start())
        else {
            return;
        };
        let (place, step) = (self.editor.offset(), self.editor.text().len());
        let before = self.editor.text().to_owned();
        self.editor.go_to(start);
        self.perform(deed);
        if self.editor.text() == before {
            self.editor.go_to(place.min(step));
            return;
        }
        self.refresh();
        self.outline_row = row_at(&self.outline, self.editor.offset()).unwrap_or(0);
    }

    /// Goes to a row of the outline, and gives the keys back to the text.
    pub(super) fn jump(&mut self, row: usize) {
        self.refresh();
        if let Some(entry) = self.outline.get(row) {
            let start = entry.range.start();
            self.editor.go_to(start);
            self.leave_finding();
        }
        self.focus = Focus::Text;
    }
}
