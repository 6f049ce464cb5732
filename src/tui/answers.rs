//! What keys do while a popup lies over the desk.

use std::cmp::Reverse;
use std::path::PathBuf;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::crossterm::event::KeyCode;

use super::action::Action;
use super::command::{Command, OnDisk};
use super::desk::Desk;
use super::filling::Filling;
use super::input::Input;
use super::line_ends::LineEnds;
use super::popup::{Answer, Picker, Popup, Question};
use super::popup_keys::{InPopup, Pressed};
use crate::library::{Known, Template, TemplatePart};
use crate::text::Steps;

impl Popup {
    /// The line that the popup has for typing.
    pub(super) fn input(&mut self) -> Option<&mut Input> {
        match self {
            Self::Templates(picker) => Some(&mut picker.words),
            Self::Fill(filling) => filling.line(),
            Self::Stencil(stencil) => stencil.line(),
            Self::Choose(chooser) => Some(&mut chooser.words),
            Self::Replace(replacing) => Some(replacing.input()),
            Self::Ask(ask) => Some(&mut ask.input),
            Self::Find(input) | Self::Name(input) => Some(input),
            Self::Help(_) | Self::Explanation(_) | Self::Question(_) => None,
        }
    }
}

impl Desk {
    /// Does what a key does in the popup, which was taken off the pile.
    pub(super) fn press_popup(&mut self, popup: Popup, pressed: Pressed) {
        let is_cancel = pressed.does == Some(InPopup::Close)
            || self.keys.action_of(pressed.key) == Some(Action::Quit);
        match popup {
            Popup::Question(question) if is_cancel => self.dismiss(&question),
            Popup::Replace(replacing) if is_cancel => self.end_replacing(&replacing),
            _ if is_cancel => self.is_leaving = false,
            Popup::Help(row) => self.press_help(row, pressed),
            Popup::Explanation(page) => self.press_explanation(page, pressed),
            Popup::Templates(picker) => self.press_picker(picker, pressed),
            Popup::Fill(filling) => self.press_filling(filling, pressed),
            Popup::Stencil(stencil) => self.press_stencil(stencil, pressed),
            Popup::Choose(chooser) => self.press_chooser(chooser, pressed),
            Popup::Replace(replacing) => self.press_replacing(replacing, pressed),
            Popup::Ask(ask) => self.press_ask(ask, pressed),
            Popup::Find(input) => self.press_find(input, pressed),
            Popup::Name(input) => self.press_name(input, pressed),
            Popup::Question(question) => self.press_question(question, pressed),
        }
    }

    fn press_help(&mut self, row: u16, pressed: Pressed) {
        let row = match pressed.does {
            Some(InPopup::Up) => row.saturating_sub(1),
            Some(InPopup::Down) => row.saturating_add(1),
            Some(InPopup::PageUp) => row.saturating_sub(10),
            Some(InPopup::PageDown | InPopup::Mark) => row.saturating_add(10),
            _ => return,
        };
        self.popups.push(Popup::Help(row.min(super::views::help::last_row(&self.keys))));
    }

    fn press_find(&mut self, mut input: Input, pressed: Pressed) {
        input.press(pressed.key);
        input.text().clone_into(&mut self.search);
        let is_forward = match (pressed.does, self.keys.action_of(pressed.key)) {
            (Some(InPopup::Accept), _) => return self.find(true),
            (Some(InPopup::Down), _) | (_, Some(Action::FindNext | Action::Find)) => {
                Some(true)
            }
            (Some(InPopup::Up), _) | (_, Some(Action::FindPrevious)) => Some(false),
            _ => None,
        };
        if let Some(is_forward) = is_forward {
            self.find(is_forward);
        }
        self.popups.push(Popup::Find(input));
    }

    fn press_name(&mut self, mut input: Input, pressed: Pressed) {
        if pressed.does != Some(InPopup::Accept) {
            input.press(pressed.key);
            self.popups.push(Popup::Name(input));
            return;
        }
        let path = PathBuf::from(input.text().trim());
        let is_original =
            self.original.as_ref().is_some_and(|original| *original == path);
        if path.as_os_str().is_empty() || is_original {
            self.say("the original is kept as it is; the draft wants a name of its own");
            self.popups.push(Popup::Name(input));
            return;
        }
        self.save_to(path, false);
    }

    fn press_question(&mut self, mut question: Question, pressed: Pressed) {
        let last = question.answers.len().saturating_sub(1);
        let letter = match pressed.key.code {
            KeyCode::Char(c) => Some(c.to_ascii_lowercase()),
            _ => None,
        };
        let named = question.answers.iter().position(|(c, _, _)| Some(*c) == letter);
        let does = pressed.does;
        match (does, pressed.key.code) {
            (Some(InPopup::Up | InPopup::PreviousField), _) | (_, KeyCode::Left) => {
                question.chosen = question.chosen.saturating_sub(1);
            }
            (Some(InPopup::Down | InPopup::NextField), _) | (_, KeyCode::Right) => {
                question.chosen = (question.chosen + 1).min(last);
            }
            _ => {}
        }
        let is_taken = does == Some(InPopup::Accept);
        let given = named.or(is_taken.then_some(question.chosen));
        match given.map(|index| question.answers.swap_remove(index)) {
            Some((_, _, answer)) => self.follow(answer),
            None => self.popups.push(Popup::Question(question)),
        }
    }

    /// To look away from a question is no answer: a recovered text waits on.
    fn dismiss(&mut self, question: &Question) {
        self.is_leaving = false;
        if question.answers.iter().any(|(_, _, answer)| matches!(answer, Answer::Later)) {
            self.follow(Answer::Later);
        }
    }

    fn follow(&mut self, answer: Answer) {
        match answer {
            Answer::SaveAndQuit => {
                self.is_leaving = true;
                self.save();
            }
            Answer::DiscardAndQuit => self.commands.push(Command::Quit),
            Answer::Cancel => self.is_leaving = false,
            Answer::Overwrite(path) => self.save_to(path, true),
            Answer::SaveAs => self.ask_name(),
            Answer::Reload(path) => self.commands.push(Command::Reload(path)),
            Answer::Forget(found) => {
                self.commands.push(Command::ForgetRecovered(found.path));
            }
            Answer::OverwriteTemplate { id, yaml } => self.keep_template(id, yaml, true),
            // The form lies below.
            Answer::RenameTemplate => {}
            Answer::Compare(looked) => self.show_changes_since(&looked),
            Answer::TakeSnapshot(looked) => self.take_snapshot(&looked),
            Answer::Later => self.commands.push(Command::SetRecoveredAside),
            Answer::Restore(found) => {
                let text = self.line_ends.take_off(&found.text);
                self.edit(|editor| {
                    if !editor.redo_to(&text) {
                        editor.replace_all(&text, None);
                    }
                });
                self.commands.push(Command::ForgetRecovered(found.path));
                let undo = self.keys.name_of(Action::Undo);
                self.say(format!("restored; {undo} goes back to the text of the file"));
            }
        }
    }

    /// Says how saving went: the other half of [`Command::Save`]. A problem is said with
    /// its remedy.
    pub fn saved(&mut self, path: PathBuf, outcome: Result<(), String>) {
        match outcome {
            Ok(()) => {
                self.say(format!("saved to “{}”", path.display()));
                self.path = Some(path);
                self.original = None;
                self.on_disk = OnDisk::AsKnown;
                self.keep_as_saved();
                if self.is_leaving {
                    self.commands.push(Command::Quit);
                }
            }
            Err(problem) => {
                self.is_leaving = false;
                self.popups.push(Popup::Question(Question::not_saved(problem)));
            }
        }
    }

    /// Lays the text that another program left in the file on the desk, as one step: the
    /// other half of [`Command::Reload`].
    pub fn reloaded(&mut self, text: &str) {
        self.line_ends = LineEnds::of(text);
        let text = self.line_ends.take_off(text);
        self.edit(|editor| editor.replace_all(&text, None));
        self.on_disk = OnDisk::AsKnown;
        self.keep_as_saved();
        self.say("this is the text of the file; ^Z brings back yours");
    }

    /// Takes up the steps of an earlier session, which lead to this text.
    pub fn take_up(&mut self, steps: Steps) {
        self.editor.steps = steps;
    }

    /// Tells that another desk has the draft open.
    pub fn tell_of_other_desk(&mut self, process: Option<u32>) {
        if let Some(path) = &self.path {
            self.popups.push(Popup::Question(Question::second_desk(path, process)));
        }
    }

    /// Tells that another program changed the file: on the message line now, and beside
    /// the name of the file until it is saved.
    pub fn tell_of_change_outside(&mut self) {
        if self.on_disk != OnDisk::Changed {
            self.on_disk = OnDisk::Changed;
            self.say("another program has changed the file; ^S asks what to do");
        }
    }

    /// Asks whether to write over a file that is not as the desk knows it.
    pub fn ask_overwrite(&mut self, path: PathBuf) {
        let is_known = self.path.as_ref() == Some(&path) && self.original.is_none();
        self.popups.push(Popup::Question(Question::overwrite(path, is_known)));
    }

    /// Offers the text of an earlier session.
    pub fn offer_recovery(
        &mut self,
        found: crate::workspace::recovery::Recovered,
        age: &str,
    ) {
        self.popups.push(Popup::Question(Question::recovery(found, age)));
    }

    // Templates.

    fn press_picker(&mut self, mut picker: Picker, pressed: Pressed) {
        let last = picker.found.len().saturating_sub(1);
        let does = pressed.does;
        match does {
            Some(InPopup::Up) => picker.chosen = picker.chosen.saturating_sub(1),
            Some(InPopup::Down) => picker.chosen = (picker.chosen + 1).min(last),
            Some(InPopup::PageUp) => picker.chosen = picker.chosen.saturating_sub(8),
            Some(InPopup::PageDown) => picker.chosen = (picker.chosen + 8).min(last),
            Some(InPopup::Accept) => return self.choose_template(&picker),
            _ => {
                picker.words.press(pressed.key);
            }
        }
        self.popups.push(Popup::Templates(picker));
        if matches!(does, None | Some(InPopup::Mark)) {
            self.look_up_templates();
        }
    }

    /// Finds the templates for the words typed, those of the draft's organ first.
    pub(super) fn look_up_templates(&mut self) {
        let organ = self.resolution.organ.map(|organ| organ.code.as_str());
        let Some(Popup::Templates(picker)) = self.popups.last_mut() else { return };
        let mut matcher = Matcher::new(Config::DEFAULT);
        let words = picker.words.text();
        let pattern = Pattern::parse(words, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let mut score = |template: &Template| {
            let words = searched_words(template);
            pattern.score(Utf32Str::new(&words, &mut buffer), &mut matcher)
        };
        let templates = self.library.templates.iter().enumerate();
        let mut found: Vec<(bool, u32, usize)> = templates
            .filter_map(|(index, template)| {
                let is_foreign = organ.is_some_and(|code| !template.is_for(code));
                Some((is_foreign, score(template)?, index))
            })
            .collect();
        found.sort_by_key(|(is_foreign, score, index)| {
            let title = self.library.templates[*index].title.len();
            (*is_foreign, Reverse(*score), if words.is_empty() { 0 } else { title })
        });
        picker.found = found.into_iter().map(|(_, _, index)| index).collect();
        picker.chosen = picker.chosen.min(picker.found.len().saturating_sub(1));
        if !words.is_empty() {
            picker.chosen = 0;
        }
    }

    fn choose_template(&mut self, picker: &Picker) {
        let index = picker.found.get(picker.chosen);
        let Some(template) = index.and_then(|index| self.library.templates.get(*index))
        else {
            return self.say("no template fits these words");
        };
        let has_text = self
            .resolution
            .with_parts()
            .flat_map(crate::model::Resolution::paragraphs)
            .next()
            .is_some();
        if template.part == TemplatePart::Document && has_text {
            return self
                .say("a whole draft goes onto an empty desk; this one has paragraphs");
        }
        let filling = Filling::new(template.clone(), Known::of(&self.resolution));
        if filling.rows().is_empty() {
            return self.insert_filled(filling);
        }
        self.popups.push(Popup::Fill(filling));
    }
}

fn searched_words(template: &Template) -> String {
    let Template { title, tags, id, part, text, .. } = template;
    let opening: String = text.chars().take(60).collect();
    format!("{title} {} {id} {} {opening}", tags.join(" "), part.word())
}
