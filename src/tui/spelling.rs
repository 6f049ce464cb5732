//! Spelling on the desk: the dictionary that is asked for, and what a drafter does with a
//! word that it does not know.

use std::path::Path;
use std::sync::Arc;

use super::action::Action;
use super::chooser::{Choice, Chooser, Then};
use super::command::Command;
use super::desk::Desk;
use super::popup::Popup;
use crate::conventions::Language;
use crate::drafting;
use crate::fix;
use crate::lint::{self, Diagnostic};
use crate::text::{Dictionary, TextRange};
use crate::workspace::dictionaries::Looked;
use crate::workspace::settings::{DeskSettings, Spelling};

/// How spelling stands on a desk.
#[derive(Debug, Default)]
pub(super) struct Speller {
    is_on: bool,
    /// Whether the drafter asked for it, and is told where it cannot be had.
    is_wanted: bool,
    /// The language of which a dictionary was asked for last.
    asked: Option<Language>,
    /// The dictionary that came.
    dictionary: Option<Arc<Dictionary>>,
}

/// Whether a finding is a word that no dictionary has.
pub(super) fn is_unknown_word(found: &Diagnostic) -> bool {
    found.rule.name == "unknown-word"
}

impl Speller {
    /// As settings say: on where there is a dictionary, unless they say otherwise.
    pub(super) fn of(settings: &DeskSettings) -> Self {
        Self {
            is_on: settings.spelling != Some(Spelling::Off),
            is_wanted: settings.spelling == Some(Spelling::On),
            ..Self::default()
        }
    }
}

impl Desk {
    /// Asks for the dictionary of the language of the draft, if it is wanted and not there.
    pub(super) fn ask_for_dictionary(&mut self) {
        let language = self.resolution.language;
        if self.speller.is_on && self.speller.asked != Some(language) {
            self.speller.asked = Some(language);
            self.speller.dictionary = None;
            self.selection.dictionary = None;
            self.commands.push(Command::LoadDictionary(language));
        }
    }

    /// Takes a dictionary: the other half of [`Command::LoadDictionary`].
    pub fn take_dictionary(&mut self, language: Language, looked: Looked) {
        if self.speller.asked != Some(language) {
            return;
        }
        match looked {
            Ok(dictionary) => {
                self.speller.dictionary = Some(dictionary);
                self.use_dictionary();
            }
            Err(lack) if self.speller.is_wanted => self.say(lack.to_string()),
            Err(_) => {}
        }
    }

    fn use_dictionary(&mut self) {
        let dictionary = self.speller.dictionary.clone();
        self.selection.dictionary = dictionary.filter(|_| self.speller.is_on);
        self.check_again();
        if self.speller.is_wanted && self.message.is_none() {
            let count = self.unknown_words().count();
            self.say(match count {
                1 => "spelling is checked: 1 unknown word".to_owned(),
                count => format!("spelling is checked: {count} unknown words"),
            });
        }
    }

    pub(super) fn toggle_spelling(&mut self) {
        self.speller.is_on = !self.speller.is_on;
        self.speller.is_wanted = self.speller.is_on;
        if !self.speller.is_on {
            self.selection.dictionary = None;
            self.check_again();
            return self.say("spelling is not checked");
        }
        if self.speller.dictionary.is_none() {
            self.speller.asked = None;
        }
        self.ask_for_dictionary();
        if self.speller.dictionary.is_some() {
            self.use_dictionary();
        }
    }

    /// The byte behind a word that is being typed: it is not judged before it is done.
    pub(super) fn word_in_hand(&self) -> Option<usize> {
        let is_judged = self.selection.dictionary.is_some();
        (is_judged && self.editor.is_typing_word()).then(|| self.editor.offset())
    }

    /// Whether a word was left that was not judged while it was typed.
    pub(super) fn has_left_word(&self) -> bool {
        self.selection.word_in_hand.is_some() && self.word_in_hand().is_none()
    }

    fn unknown_words(&self) -> impl Iterator<Item = (usize, &Diagnostic)> {
        self.findings.iter().enumerate().filter(|(_, found)| is_unknown_word(found))
    }

    /// The unknown word at the cursor.
    fn unknown_word_here(&self) -> Option<Diagnostic> {
        let offset = self.editor.offset();
        let is_here = |range: TextRange| range.start() <= offset && offset <= range.end();
        let mut words = self.unknown_words();
        words.find(|(_, found)| is_here(found.range)).map(|(_, found)| found.clone())
    }

    /// Offers what may be meant by the unknown word at the cursor, or else by the next.
    pub(super) fn choose_spelling(&mut self) {
        self.refresh();
        if self.unknown_word_here().is_none() {
            let offset = self.editor.offset();
            let next =
                self.unknown_words().find(|(_, found)| found.range.start() >= offset);
            let next = next.or_else(|| self.unknown_words().next());
            if let Some(index) = next.map(|(index, _)| index) {
                self.go_to_finding(index);
            }
        }
        let Some(found) = self.unknown_word_here() else {
            return self.say(self.no_unknown_word());
        };
        let word = self.source.slice(found.range).to_owned();
        let choice =
            |words: String, then: Then| Choice { words, aside: String::new(), then };
        let write = |word: String| choice(word, Then::Spell(found.range));
        let mut choices: Vec<Choice> =
            self.suggestions(&found, &word).into_iter().map(write).collect();
        choices.push(choice(
            format!("add “{word}” to my words"),
            Then::AddWord(self.without_first_capital(&found, &word)),
        ));
        choices.push(choice(
            format!("let “{word}” stand in this draft"),
            Then::KeepWord(self.without_first_capital(&found, &word)),
        ));
        self.popups.push(Popup::Choose(Chooser::new(&format!("“{word}”"), choices)));
    }

    fn no_unknown_word(&self) -> String {
        let key = self.keys.name_of(Action::ToggleSpelling);
        match (self.speller.is_on, &self.selection.dictionary) {
            (true, Some(_)) => "no unknown word is left".to_owned(),
            (true, None) => format!("there is no dictionary; {key} twice says why"),
            (false, _) => format!("spelling is not checked; {key} turns it on"),
        }
    }

    fn suggestions(&self, found: &Diagnostic, word: &str) -> Vec<String> {
        let near: Vec<String> = found
            .fixes
            .iter()
            .flat_map(|fix| &fix.edits)
            .map(|edit| edit.replacement.clone())
            .collect();
        if near.is_empty() { lint::likely_words(&self.draft(), word) } else { near }
    }

    /// A word without the capital that it has because a paragraph begins with it.
    fn without_first_capital(&self, found: &Diagnostic, word: &str) -> String {
        let start = found.range.start();
        let paragraph = self.resolution.paragraph_at(start);
        let is_first =
            paragraph.is_some_and(|paragraph| paragraph.prose.offset_of(start) == 0);
        if is_first { word.to_lowercase() } else { word.to_owned() }
    }

    /// Adds the unknown word at the cursor to the drafter's own.
    pub(super) fn add_word_here(&mut self) {
        self.refresh();
        let Some(found) = self.unknown_word_here() else {
            let key = self.keys.name_of(Action::ChooseSpelling);
            return self.say(format!(
                "no unknown word stands at the cursor; {key} goes to the next"
            ));
        };
        let word = self.source.slice(found.range).to_owned();
        self.add_word(&self.without_first_capital(&found, &word));
    }

    /// Adds a word to the drafter's own, here and in their file.
    pub(super) fn add_word(&mut self, word: &str) {
        Arc::make_mut(&mut self.selection.words).insert(word.to_owned());
        self.check_again();
        self.commands.push(Command::AddWord(word.to_owned()));
    }

    /// Says how adding went: the other half of [`Command::AddWord`].
    pub fn word_added(&mut self, word: &str, file: &Path, outcome: Result<(), String>) {
        self.say(match outcome {
            Ok(()) => format!("“{word}” is one of your words, in {}", file.display()),
            Err(problem) => format!("“{word}” is known until you quit: {problem}"),
        });
    }

    /// Has the draft itself say that a word is right.
    pub(super) fn keep_word(&mut self, word: &str) {
        self.refresh();
        let Some(edit) = drafting::keep_word(&self.draft(), word) else {
            return self.say("“words” in the front matter cannot be read; mend it first");
        };
        let kept = fix::apply_edits(&self.source, &[&edit]);
        let (offset, at) = (self.editor.offset(), edit.range.start());
        let moved = if offset < at { offset } else { offset + edit.replacement.len() };
        self.edit(|editor| editor.replace_all(&kept, Some(moved)));
        self.refresh();
        self.say(format!("“{word}” stands under “words” in the front matter"));
    }
}
