//! What is asked in a line: a field of the front matter, the words of a footnote.

use super::chooser::{Choice, Chooser, Then};
use super::desk::Desk;
use super::input::Input;
use super::popup::Popup;
use super::popup_keys::{InPopup, Pressed};
use crate::conventions::states;
use crate::drafting::{footnotes, form};
use crate::lint::Diagnostic;

/// A line that is asked for.
#[derive(Debug, Clone)]
pub(super) struct Ask {
    /// What is asked, and how it is answered.
    pub title: String,
    /// The answer in hand.
    pub input: Input,
    /// What it is for.
    pub wanted: Wanted,
}

/// What an answer is for.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    /// A field of the front matter.
    Field(&'static str),
    /// The words of the footnote called at the cursor.
    Footnote,
    /// The name of a snapshot.
    Snapshot,
    /// The file of an earlier text.
    Base,
    /// Why a finding is let stand.
    Reason(Box<Diagnostic>),
}

impl Desk {
    /// The front matter as a list of fields to fill in.
    pub(super) fn choose_field(&mut self) {
        self.refresh();
        let fields = form::fields(&self.draft());
        let choices = fields.into_iter().map(|field| Choice {
            words: format!("{}: {}", field.name, field.value),
            aside: String::new(),
            then: Then::FillIn(field.name),
        });
        let choices = choices.collect();
        self.popups.push(Popup::Choose(Chooser::new("Front matter", choices)));
    }

    /// Asks for a field of the front matter.
    pub(super) fn ask_field(&mut self, name: &'static str) {
        let fields = form::fields(&self.draft());
        let Some(field) = fields.into_iter().find(|field| field.name == name) else {
            return;
        };
        let title = format!("{name} ({})", field.hint);
        let (input, wanted) = (Input::new(field.value), Wanted::Field(field.name));
        self.popups.push(Popup::Ask(Ask { title, input, wanted }));
    }

    /// Asks for the words of the footnote called at the cursor, or of a new one.
    pub(super) fn ask_footnote(&mut self) {
        self.refresh();
        let here = footnotes::note_at(&self.draft(), self.editor.offset());
        let (title, words) = match here {
            Some((mark, words)) => (format!("Footnote {mark}"), words),
            None => ("New footnote".to_owned(), String::new()),
        };
        let (input, wanted) = (Input::new(words), Wanted::Footnote);
        self.popups.push(Popup::Ask(Ask { title, input, wanted }));
    }

    pub(super) fn press_ask(&mut self, mut ask: Ask, pressed: Pressed) {
        let is_of_states = matches!(ask.wanted, Wanted::Field("sponsors"));
        match pressed.does {
            Some(InPopup::Accept) => return self.take_answer(ask),
            Some(InPopup::NextField) if is_of_states => {
                let completed = with_state_completed(ask.input.text());
                ask.input.set(&completed);
            }
            _ => {
                ask.input.press(pressed.key);
            }
        }
        self.popups.push(Popup::Ask(ask));
    }

    fn take_answer(&mut self, ask: Ask) {
        self.refresh();
        let words = ask.input.text();
        match &ask.wanted {
            Wanted::Field(name) => match form::fill_in(&self.draft(), name, words) {
                Ok(text) => {
                    self.edit(|editor| editor.replace_all(&text, None));
                    // The form stays: a masthead has more than one field.
                    self.choose_field();
                }
                Err(problem) => {
                    self.say(problem);
                    self.popups.push(Popup::Ask(ask));
                }
            },
            Wanted::Snapshot => self.keep_snapshot(words),
            Wanted::Base if words.trim().is_empty() => {
                self.say("name the file of the earlier text, such as old.docx");
                self.popups.push(Popup::Ask(ask));
            }
            Wanted::Base => self.read_base(words.trim().into(), None),
            Wanted::Reason(_) if words.trim().is_empty() => {
                self.say("who reads the draft next wants to know why: give a reason");
                self.popups.push(Popup::Ask(ask));
            }
            Wanted::Reason(found) => self.allow(found, words),
            Wanted::Footnote => {
                if words.trim().is_empty() {
                    return self.say("a footnote without words was not written");
                }
                let cursor = self.editor.offset();
                let done = footnotes::write_note(&self.draft(), cursor, words);
                self.edit(|editor| editor.replace_all(&done.text, Some(done.cursor)));
                self.say(done.says);
            }
        }
    }
}

/// A list of States with the last one completed, and a comma for the next.
fn with_state_completed(list: &str) -> String {
    let (head, last) =
        list.rsplit_once(", ").map_or(("", list), |(head, last)| (head, last));
    let typed = last.trim().to_lowercase();
    let fits = |name: &str| name.to_lowercase().starts_with(&typed);
    let state = states::all().iter().find(|state| !typed.is_empty() && fits(&state.name));
    let Some(state) = state else { return list.to_owned() };
    let before = if head.is_empty() { String::new() } else { format!("{head}, ") };
    format!("{before}{}, ", state.name)
}
