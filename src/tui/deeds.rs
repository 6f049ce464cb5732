//! What each [`Action`] does to the [`Desk`].

use super::action::Action;
use super::command::Command;
use super::desk::{Desk, Focus, Side};
use super::input::Input;
use super::popup::{Picker, Popup, Question};
use super::theme::Theme;
use crate::fix;
use crate::lint::{Effect, Severity, renumbering};
use crate::text::{Edit, TextRange};
use crate::workspace::settings::ThemeName;

/// Does one thing.
pub(super) fn act(desk: &mut Desk, action: Action) {
    match action {
        Action::Save => desk.save(),
        Action::SaveAs => desk.ask_name(),
        Action::InsertTemplate => desk.pick_template(),
        Action::SaveTemplate => desk.begin_stencil(),
        Action::NextFinding => desk.next_finding(),
        Action::PreviousFinding => desk.previous_finding(),
        Action::ApplyFix => desk.apply_fix(),
        Action::ApplyEditorialFixes => desk.apply_editorial_fixes(),
        Action::ApplyFixesOfRule => desk.apply_fixes_of_rule(),
        Action::Allow => desk.ask_reason(),
        Action::Explain => desk.explain(),
        Action::FilterSeverity => desk.filter_severity(),
        Action::FilterFamily => desk.filter_family(),
        Action::Renumber => desk.renumber(),
        Action::TogglePreview => desk.toggle_preview(),
        Action::ShowPage => desk.show_page(),
        Action::ToggleOutline => desk.toggle_outline(),
        Action::NextTheme => desk.next_theme(),
        Action::Find => desk.ask_search(),
        Action::ChooseSpelling => desk.choose_spelling(),
        Action::AddWord => desk.add_word_here(),
        Action::ToggleSpelling => desk.toggle_spelling(),
        Action::Replace => desk.ask_replacement(),
        Action::FindNext => desk.find(true),
        Action::FindPrevious => desk.find(false),
        Action::Help => desk.popups.push(Popup::Help(0)),
        Action::Quit => desk.quit(),
        // Only a popup is asked for it.
        Action::InPopup(_) => {}
        Action::Undo | Action::Redo => desk.undo_or_redo(action),
        Action::Move(motion) => desk.move_cursor(|editor| editor.go(motion)),
        Action::Select(motion) => desk.move_cursor(|editor| editor.select(motion)),
        Action::SelectAll => {
            let all = desk.editor.text().len();
            desk.move_cursor(|editor| editor.select_range((0..all).into()));
        }
        Action::Copy => desk.copy(),
        Action::Cut => desk.cut(),
        Action::Paste => desk.paste_into_text(&desk.editor.clipboard.clone()),
        Action::Paragraph(deed) => desk.perform(deed),
        Action::Palette => desk.choose_action(),
        Action::GoToParagraph => desk.choose_paragraph(),
        Action::ChooseOpening => desk.choose_opening(),
        Action::Cite => desk.choose_citation(),
        Action::FrontMatter => desk.choose_field(),
        Action::Footnote => desk.ask_footnote(),
        Action::Stronger => desk.change_strength(true),
        Action::Weaker => desk.change_strength(false),
        Action::ToggleNumbering => desk.toggle_numbering(),
        Action::ToggleForm => desk.toggle_form(),
        Action::KeepSnapshot => desk.ask_snapshot_name(),
        Action::Snapshots => desk.commands.push(Command::ListSnapshots),
        Action::ChooseBase => desk.commands.push(Command::ListBases),
        Action::Differences => desk.show_differences(),
        Action::NewLine => desk.begin_paragraph(),
        Action::LineBreak => desk.edit(super::editor::Editor::new_line),
        Action::EraseBack => desk.edit(super::editor::Editor::erase_back),
        Action::EraseForward => desk.edit(super::editor::Editor::erase_forward),
        Action::EraseWord => desk.edit(super::editor::Editor::erase_word),
    }
}

impl Desk {
    fn move_cursor(&mut self, go: impl FnOnce(&mut super::editor::Editor)) {
        go(&mut self.editor);
        self.leave_finding();
    }

    fn undo_or_redo(&mut self, action: Action) {
        let mut is_done = false;
        self.edit(|editor| {
            is_done = if action == Action::Undo { editor.undo() } else { editor.redo() };
        });
        if !is_done {
            let word = if action == Action::Undo { "undo" } else { "redo" };
            self.say(format!("nothing to {word}"));
        }
    }

    fn copy(&mut self) {
        if self.editor.copy() {
            self.copy_outside("copied");
        } else {
            let quit = self.keys.name_of(Action::Quit);
            self.say(format!(
                "nothing is selected; Shift with the arrows selects, {quit} quits"
            ));
        }
    }

    fn cut(&mut self) {
        if self.editor.copy() {
            self.edit(super::editor::Editor::erase_forward);
            self.copy_outside("cut");
        }
    }

    /// Puts what was copied on the clipboard of the system too.
    fn copy_outside(&mut self, done: &str) {
        self.commands.push(Command::Copy(self.editor.clipboard().to_owned()));
        self.say(done);
    }

    // Findings.

    fn next_finding(&mut self) {
        self.refresh();
        let offset = self.editor.offset();
        let after = match self.finding_gone_to() {
            Some(index) => Some(index + 1).filter(|next| *next < self.findings.len()),
            None => self.findings.iter().position(|found| found.range.start() > offset),
        };
        self.go_or_wrap(after, 0, "the first finding again");
    }

    fn previous_finding(&mut self) {
        self.refresh();
        let offset = self.editor.offset();
        let before = match self.finding_gone_to() {
            Some(index) => index.checked_sub(1),
            None => self.findings.iter().rposition(|found| found.range.start() < offset),
        };
        let last = self.findings.len().saturating_sub(1);
        self.go_or_wrap(before, last, "the last finding again");
    }

    fn go_or_wrap(&mut self, index: Option<usize>, otherwise: usize, words: &str) {
        if self.findings.is_empty() {
            return self.say(self.none_shown());
        }
        if index.is_none() {
            self.say(words);
        }
        self.focus = Focus::Text;
        self.go_to_finding(index.unwrap_or(otherwise));
    }

    /// Applies the fix at the cursor; without one there, that of the next finding that
    /// has one.
    fn apply_fix(&mut self) {
        self.refresh();
        let offset = self.editor.offset();
        let has_fix = |index: &usize| !self.findings[*index].fixes.is_empty();
        let here = self.finding_here();
        if let Some(found) =
            here.filter(|index| !has_fix(index)).map(|i| &self.findings[i])
        {
            let help = found.help.clone();
            return self.say(
                help.unwrap_or_else(|| "this one has no fix; it is for you".to_owned()),
            );
        }
        let after = (0..self.findings.len())
            .filter(|index| self.findings[*index].range.start() >= offset)
            .find(has_fix);
        let first = || (0..self.findings.len()).find(has_fix);
        let Some(index) = here.or(after).or_else(first) else {
            return self.say("no finding has a fix");
        };
        if here.is_none() {
            self.go_to_finding(index);
        }
        let fix = self.findings[index].fixes[0].clone();
        let edits: Vec<&Edit> = fix.edits.iter().collect();
        let fixed = fix::apply_edits(&self.source, &edits);
        self.edit(|editor| editor.replace_all(&fixed, None));
        self.say(format!("done: {}", fix.title));
    }

    fn apply_editorial_fixes(&mut self) {
        self.refresh();
        let before = self.findings.len() + self.hidden.len();
        let fixed = fix::settle(&self.source, &self.selection, Effect::Editorial);
        if fixed == self.source {
            return self.say("no editorial fix is left");
        }
        self.edit(|editor| editor.replace_all(fixed.text(), None));
        self.refresh();
        let left = self.findings.len() + self.hidden.len();
        self.say(format!(
            "editorial fixes applied: {before} findings before, {left} now"
        ));
    }

    fn renumber(&mut self) {
        self.refresh();
        let edits = renumbering::edits(&self.draft());
        if edits.is_empty() {
            return self.say("the numbers are in order");
        }
        let edits: Vec<&Edit> = edits.iter().collect();
        let renumbered = fix::apply_edits(&self.source, &edits);
        self.edit(|editor| editor.replace_all(&renumbered, None));
        self.say("renumbered");
    }

    // Panes.

    fn toggle_preview(&mut self) {
        self.side = match self.side {
            Side::Findings => Side::Preview,
            Side::Preview => Side::Findings,
        };
    }

    fn show_page(&mut self) {
        let name = self.path.as_ref().and_then(|path| path.file_stem());
        let name = name.map_or("draft".to_owned(), |name| name.to_string_lossy().into());
        let text = self.editor.text().to_owned();
        self.commands.push(Command::Show { text, name });
    }

    fn next_theme(&mut self) {
        let names = ThemeName::ALL;
        let here = names.iter().position(|(_, name)| *name == self.theme.name);
        let next = here.map_or(0, |index| (index + 1) % names.len());
        let (word, name) = names[next];
        self.theme = Theme::named(name);
        self.say(format!("theme: {word}"));
    }

    // Search.

    /// Asks for the words, those searched for last selected.
    fn ask_search(&mut self) {
        self.popups.push(Popup::Find(Input::selected(self.search.clone())));
    }

    /// Goes to the next or the previous place that fits the search, case apart.
    pub(super) fn find(&mut self, is_forward: bool) {
        if self.search.is_empty() {
            let find = self.keys.name_of(Action::Find);
            return self
                .say(format!("nothing was searched for yet; {find} asks for the words"));
        }
        let pattern = format!("(?i){}", regex::escape(&self.search));
        let Ok(pattern) = regex::Regex::new(&pattern) else { return };
        let here = self.editor.selection().map_or(self.editor.offset(), TextRange::start);
        let text = self.editor.text();
        let found: Vec<std::ops::Range<usize>> =
            pattern.find_iter(text).map(|found| found.range()).collect();
        let is_current = self.editor.selection().is_some();
        let next = if is_forward {
            let is_after = |at: usize| at > here || at == here && !is_current;
            found.iter().find(|range| is_after(range.start)).or(found.first())
        } else {
            found.iter().rfind(|range| range.start < here).or(found.last())
        };
        match next.cloned() {
            Some(range) => {
                let number =
                    found.iter().position(|other| *other == range).unwrap_or(0) + 1;
                self.move_cursor(|editor| editor.select_range(range.into()));
                self.say(format!("“{}”: {number} of {}", self.search, found.len()));
            }
            None => self.say(format!("“{}” is not in the draft", self.search)),
        }
    }

    // Leaving and saving.

    fn quit(&mut self) {
        if self.is_modified() {
            self.popups.push(Popup::Question(Question::quit()));
        } else {
            self.commands.push(Command::Quit);
        }
    }

    pub(super) fn save(&mut self) {
        match &self.path {
            Some(path) if self.original.is_none() => {
                let path = path.clone();
                self.save_to(path, false);
            }
            _ => self.ask_name(),
        }
    }

    pub(super) fn ask_name(&mut self) {
        let proposed =
            self.path.as_ref().map_or("draft.md".to_owned(), |p| p.display().to_string());
        self.popups.push(Popup::Name(Input::new(proposed)));
    }

    pub(super) fn save_to(&mut self, path: std::path::PathBuf, is_sure: bool) {
        let text = self.text_to_save();
        self.commands.push(Command::Save { path, text, is_sure });
    }

    fn pick_template(&mut self) {
        self.refresh();
        self.load_templates();
        self.popups.push(Popup::Templates(Picker::default()));
        self.look_up_templates();
    }

    /// How many findings there are of each severity, the loudest first.
    pub(super) fn counts(&self) -> [(Severity, usize); 3] {
        let summary = self.summary();
        [
            (Severity::Error, summary.errors),
            (Severity::Warning, summary.warnings),
            (Severity::Note, summary.notes),
        ]
    }
}
