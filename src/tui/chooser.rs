//! See [`Chooser`].

use std::path::PathBuf;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::action::Action;
use super::input::Input;
use crate::text::TextRange;

/// A list from which a drafter takes one, by typing some of its letters.
#[derive(Debug)]
pub(super) struct Chooser {
    /// What is chosen.
    pub title: String,
    /// What was typed.
    pub words: Input,
    /// Everything there is.
    pub choices: Vec<Choice>,
    /// The places of those that fit, the best first.
    pub found: Vec<usize>,
    /// The chosen one among them.
    pub chosen: usize,
    /// Whether more choices are made of what is typed: numbers of resolutions.
    pub is_citing: bool,
}

/// One of a list.
#[derive(Debug, Clone)]
pub(super) struct Choice {
    /// What it is called.
    pub words: String,
    /// What stands at the right: a key, a strength.
    pub aside: String,
    /// What follows from choosing it.
    pub then: Then,
}

/// What follows from a choice.
#[derive(Debug, Clone)]
pub(super) enum Then {
    /// Do this.
    Act(Action),
    /// Put the words in place of a stretch of the text.
    Write(TextRange),
    /// Put the word in place of one that no dictionary has.
    Spell(TextRange),
    /// Add this word to the drafter's own.
    AddWord(String),
    /// Have the draft say that this word is right.
    KeepWord(String),
    /// Put the words in place of the opening of a paragraph, or before its words.
    Open(TextRange),
    /// Ask for this field of the front matter.
    FillIn(&'static str),
    /// Go to a place in the text.
    GoTo(usize),
    /// Ask for the file of an earlier text.
    NameBase,
    /// Mark the draft against this earlier text.
    ReadBase {
        /// What it is called.
        name: String,
        /// Its file.
        path: PathBuf,
    },
    /// Mark the draft against no earlier text.
    NoBase,
    /// Ask what to do with the snapshot of this place in the list.
    Snapshot(usize),
}

impl Chooser {
    pub(super) fn new(title: &str, choices: Vec<Choice>) -> Self {
        let mut chooser = Self {
            title: title.to_owned(),
            words: Input::default(),
            choices,
            found: Vec::new(),
            chosen: 0,
            is_citing: false,
        };
        chooser.look_up();
        chooser
    }

    /// Finds the choices for what was typed, the best first.
    pub(super) fn look_up(&mut self) {
        let mut matcher = Matcher::new(Config::DEFAULT);
        let typed = self.words.text();
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut buffer = Vec::new();
        let choices = self.choices.iter().enumerate();
        let mut found: Vec<(u32, usize)> = choices
            .filter_map(|(index, choice)| {
                let words = Utf32Str::new(&choice.words, &mut buffer);
                let score = pattern.score(words, &mut matcher)?;
                Some((score, index))
            })
            .collect();
        if !typed.is_empty() {
            // Those that fit alike stay in their order: “op 2” is the paragraph, not its list.
            found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        }
        self.found = found.into_iter().map(|(_, index)| index).collect();
        self.chosen = 0;
    }

    /// Moves the choice up or down.
    pub(super) fn step(&mut self, by: isize) {
        let last = self.found.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// The one that is chosen.
    pub(super) fn choice(&self) -> Option<&Choice> {
        self.found.get(self.chosen).and_then(|index| self.choices.get(*index))
    }
}
