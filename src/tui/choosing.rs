//! The lists from which a drafter chooses: actions, paragraphs, openings, what is cited.

use ratatui::crossterm::event::KeyModifiers;

use super::action::{KEYS, Key};
use super::chooser::{Choice, Chooser, Then};
use super::desk::{Desk, Focus};
use super::popup::Popup;
use super::popup_keys::{InPopup, Pressed};
use crate::drafting::citing::{self, Citable};
use crate::drafting::verbs;
use crate::text::TextRange;

impl Desk {
    /// Every action by name, with its key.
    pub(super) fn choose_action(&mut self) {
        let mut choices: Vec<Choice> = Vec::new();
        for key in KEYS.iter().filter(|key| !key.help.is_empty()) {
            if choices.iter().any(|choice| choice.words == key.help) {
                continue;
            }
            let own = self.keys.all().iter().filter(|own| own.action == key.action);
            let own = own.filter(|own| !own.help.is_empty()).map(Key::name);
            choices.push(Choice {
                words: key.help.to_owned(),
                aside: own.collect::<Vec<_>>().join(", "),
                then: Then::Act(key.action),
            });
        }
        self.popups.push(Popup::Choose(Chooser::new("What to do", choices)));
    }

    /// Every paragraph by its label and first words: “op 6 a”.
    pub(super) fn choose_paragraph(&mut self) {
        self.refresh();
        let mut above = String::new();
        let choices = self.outline.iter().map(|entry| {
            if entry.depth == 0 {
                entry.label.clone_into(&mut above);
            }
            let label = if entry.depth == 0 {
                entry.label.clone()
            } else {
                format!("{above} {}", entry.label)
            };
            let gap = if label.is_empty() { "" } else { "  " };
            Choice {
                words: format!("{label}{gap}{}", entry.words),
                aside: String::new(),
                then: Then::GoTo(entry.range.start()),
            }
        });
        let choices = choices.collect();
        self.popups.push(Popup::Choose(Chooser::new("Go to", choices)));
    }

    /// The phrases that may open the paragraph at the cursor.
    pub(super) fn choose_opening(&mut self) {
        self.refresh();
        let cursor = self.editor.offset();
        let openings = match verbs::openings(&self.draft(), cursor) {
            Ok(openings) => openings,
            Err(refusal) => return self.say(refusal.to_string()),
        };
        let choices = openings.choices.into_iter().map(|choice| {
            let strength = choice.strength.map(|strength| {
                let marks = "▪".repeat(usize::from(strength));
                format!("{marks:·<5} ")
            });
            Choice {
                words: choice.text,
                aside: format!("{}{}", strength.unwrap_or_default(), choice.kind),
                then: Then::Open(openings.range),
            }
        });
        let choices = choices.collect();
        self.popups.push(Popup::Choose(Chooser::new("Opening", choices)));
    }

    /// Resolutions by number, instruments, States and organs, in the form in which they
    /// are cited.
    pub(super) fn choose_citation(&mut self) {
        self.refresh();
        let names = citing::names(&self.draft());
        let at = self.place_to_write();
        let choices = names.into_iter().map(|name| citation(name, at)).collect();
        let mut chooser =
            Chooser::new("Cite: a number (70/1, 1325), or words of a name", choices);
        chooser.is_citing = true;
        self.popups.push(Popup::Choose(chooser));
    }

    fn place_to_write(&self) -> TextRange {
        let here = TextRange::empty(self.editor.offset());
        self.editor.selection().unwrap_or(here)
    }

    /// Makes the opening stronger or weaker.
    pub(super) fn change_strength(&mut self, is_stronger: bool) {
        self.refresh();
        let cursor = self.editor.offset();
        match verbs::change_strength(&self.draft(), cursor, is_stronger) {
            Ok(done) => {
                self.edit(|editor| editor.replace_all(&done.text, Some(done.cursor)));
                self.say(done.says);
            }
            Err(refusal) => self.say(refusal.to_string()),
        }
    }

    pub(super) fn press_chooser(&mut self, mut chooser: Chooser, pressed: Pressed) {
        match pressed.does {
            Some(InPopup::Up) => chooser.step(-1),
            Some(InPopup::Down) => chooser.step(1),
            Some(InPopup::PageUp) => chooser.step(-8),
            Some(InPopup::PageDown) => chooser.step(8),
            Some(InPopup::Accept) => {
                return match chooser.choice().cloned() {
                    Some(choice) => self.follow_choice(&choice),
                    None => self.say("nothing fits these words"),
                };
            }
            _ if pressed.key.modifiers.contains(KeyModifiers::CONTROL) => {}
            _ => {
                chooser.words.press(pressed.key);
                self.look_up(&mut chooser);
            }
        }
        self.popups.push(Popup::Choose(chooser));
    }

    /// Finds what fits, the resolutions of a typed number first.
    pub(super) fn look_up(&self, chooser: &mut Chooser) {
        chooser.look_up();
        if !chooser.is_citing {
            return;
        }
        let at = self.place_to_write();
        let numbered = citing::resolutions(&self.draft(), chooser.words.text());
        let mut found: Vec<usize> = Vec::new();
        for citable in numbered {
            found.push(chooser.choices.len());
            chooser.choices.push(citation(citable, at));
        }
        found.append(&mut chooser.found);
        found.dedup();
        chooser.found = found;
    }

    fn follow_choice(&mut self, choice: &Choice) {
        match &choice.then {
            Then::Act(action) => self.act(*action),
            Then::FillIn(name) => self.ask_field(name),
            Then::NameBase => self.ask_base(),
            Then::ReadBase { name, path } => {
                self.read_base(path.clone(), Some(name.clone()));
            }
            Then::NoBase => self.leave_base(),
            Then::Snapshot(index) => self.open_snapshot(*index),
            Then::GoTo(offset) => {
                self.focus = Focus::Text;
                self.editor.go_to(*offset);
            }
            Then::Spell(range) => self.write(*range, &choice.words),
            Then::AddWord(word) => self.add_word(word),
            Then::KeepWord(word) => self.keep_word(word),
            Then::Open(range) => {
                let rest = self.editor.text().get(range.end()..).unwrap_or_default();
                let goes_on = rest.starts_with(char::is_alphanumeric);
                let space = if range.is_empty() && goes_on { " " } else { "" };
                self.write(*range, &format!("{}{space}", choice.words));
            }
            Then::Write(range) => {
                let head = self.editor.text().get(..range.start()).unwrap_or_default();
                let range = with_owner(head, *range, &choice.words);
                let head = head.get(..range.start()).unwrap_or_default();
                let space = if head.ends_with(char::is_alphanumeric) { " " } else { "" };
                self.write(range, &format!("{space}{}", choice.words));
            }
        }
    }

    fn write(&mut self, range: TextRange, words: &str) {
        self.focus = Focus::Text;
        self.edit(|editor| editor.replace(range, words));
    }
}

/// A place to write a resolution, with the words before it that the citation says itself:
/// “its resolution”.
fn with_owner(head: &str, range: TextRange, words: &str) -> TextRange {
    let said = ["its resolution ", "General Assembly resolution ", "resolution "];
    let before = said.iter().find(|said| head.ends_with(**said));
    match before.filter(|_| words.contains("resolution ")) {
        Some(before) => TextRange::new(range.start() - before.len(), range.end()),
        None => range,
    }
}

fn citation(citable: Citable, at: TextRange) -> Choice {
    Choice { words: citable.words, aside: citable.is.to_owned(), then: Then::Write(at) }
}
