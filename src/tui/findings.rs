//! What a drafter does with findings besides going to them: choosing which are shown,
//! reading why, mending all of a kind, letting one stand.

use ratatui::crossterm::event::KeyCode;

use super::action::Action;
use super::asking::{Ask, Wanted};
use super::desk::Desk;
use super::explanation::Explanation;
use super::input::Input;
use super::popup::Popup;
use super::popup_keys::{InPopup, Pressed};
use crate::drafting;
use crate::fix;
use crate::lint::{Diagnostic, Effect, Selection};

impl Desk {
    // Which are shown.

    pub(super) fn filter_severity(&mut self) {
        self.refresh();
        self.filter = self.filter.next_severity();
        self.show_filtered();
    }

    pub(super) fn filter_family(&mut self) {
        self.refresh();
        let all: Vec<&Diagnostic> = self.findings.iter().chain(&self.hidden).collect();
        self.filter = self.filter.next_family(&all);
        self.show_filtered();
    }

    fn show_filtered(&mut self) {
        self.leave_finding();
        self.check_again();
        let words = self.filter.words().unwrap_or_else(|| "all findings".to_owned());
        let shown = self.findings.len();
        self.say(match self.hidden.len() {
            0 => format!("{words}: {shown}"),
            hidden => format!("{words}: {shown}, {hidden} hidden"),
        });
    }

    /// What is said where a finding is wanted and none is shown.
    pub(super) fn none_shown(&self) -> String {
        match self.hidden.len() {
            0 => "no findings".to_owned(),
            hidden => format!("no findings are shown, {hidden} are hidden"),
        }
    }

    // The finding at the cursor.

    /// The finding at the cursor; without one there it is said.
    fn finding_in_hand(&mut self) -> Option<Diagnostic> {
        self.refresh();
        let found = self.finding_here().and_then(|index| self.findings.get(index));
        let found = found.cloned();
        if found.is_none() {
            let next = self.keys.name_of(Action::NextFinding);
            self.say(format!(
                "nothing was found at the cursor; {next} goes to the next finding"
            ));
        }
        found
    }

    /// Shows the page of its rule.
    pub(super) fn explain(&mut self) {
        if let Some(found) = self.finding_in_hand() {
            self.popups.push(Popup::Explanation(Explanation::of(found.rule)));
        }
    }

    pub(super) fn press_explanation(&mut self, mut page: Explanation, pressed: Pressed) {
        page.row = match (pressed.does, pressed.key.code) {
            (Some(InPopup::Up), _) => page.row.saturating_sub(1),
            (Some(InPopup::Down | InPopup::Accept), _) => page.row.saturating_add(1),
            (Some(InPopup::PageUp), _) => page.row.saturating_sub(10),
            (Some(InPopup::PageDown | InPopup::Mark), _) => page.row.saturating_add(10),
            (_, KeyCode::Home) => 0,
            (_, KeyCode::End) => u16::MAX,
            _ => return,
        };
        page.row = page.row.min(page.last_row());
        self.popups.push(Popup::Explanation(page));
    }

    /// Applies the fixes of its rule in the whole draft, as one step. A fix that may
    /// change the meaning is applied where the one at the cursor is of that kind.
    pub(super) fn apply_fixes_of_rule(&mut self) {
        let Some(found) = self.finding_in_hand() else { return };
        let rule = found.rule.name;
        let Some(fix) = found.fixes.first() else {
            return self.say(format!("{rule} has no fix here; it is for you"));
        };
        let only = Selection { only: vec![rule.to_owned()], ..self.selection.clone() };
        let (before, effect) = (self.count_of(rule), fix.effect);
        let fixed = fix::settle(&self.source, &only, effect);
        if fixed == self.source {
            return self.say(format!("the fixes of {rule} would leave it no better"));
        }
        self.edit(|editor| editor.replace_all(fixed.text(), None));
        self.refresh();
        let left = self.count_of(rule);
        let may_change =
            if effect == Effect::Substantive { "; read what changed" } else { "" };
        self.say(format!("{rule}: {before} before, {left} now{may_change}"));
    }

    fn count_of(&self, rule: &str) -> usize {
        let all = self.findings.iter().chain(&self.hidden);
        all.filter(|found| found.rule.name == rule).count()
    }

    // Letting it stand.

    pub(super) fn ask_reason(&mut self) {
        if let Some(found) = self.finding_in_hand() {
            let title = format!("{} is allowed because", found.rule.name);
            let wanted = Wanted::Reason(Box::new(found));
            self.popups.push(Popup::Ask(Ask { title, input: Input::default(), wanted }));
        }
    }

    pub(super) fn allow(&mut self, found: &Diagnostic, reason: &str) {
        let rule = found.rule.name;
        let Some(edit) = drafting::allow(&self.draft(), found, reason, &self.selection)
        else {
            return self.say(format!(
                "{rule} cannot be allowed here; mend the front matter first"
            ));
        };
        let allowed = fix::apply_edits(&self.source, &[&edit]);
        let (offset, at) = (self.editor.offset(), edit.range.start());
        let moved = if offset < at { offset } else { offset + edit.replacement.len() };
        self.edit(|editor| editor.replace_all(&allowed, Some(moved)));
        self.refresh();
        let is_comment = edit.replacement.contains("<!--");
        let place = if is_comment { "in this paragraph" } else { "in the whole draft" };
        self.say(format!("{rule} is allowed {place}"));
    }
}
