//! See [`DeskSettings`].

use super::written::{Word, WrittenDesk};
use super::{Fault, Reader};
use crate::drafting::Numbering;

/// What a drafter says of the desk.
#[derive(Debug, Clone, Default)]
pub struct DeskSettings {
    /// The theme; without it, the one that fits the terminal.
    pub theme: Option<ThemeName>,
    /// What becomes of numbers when paragraphs move.
    pub numbering: Numbering,
    /// Who sees to numbers and endings while the drafter types.
    pub form: Form,
    /// Whether words are looked up in a dictionary; without it, where there is one.
    pub spelling: Option<Spelling>,
    /// Other keys for actions. Only the desk knows which actions there are.
    pub keys: Vec<Binding>,
}

/// The name of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThemeName {
    /// For a terminal with a dark ground.
    Dark,
    /// For a terminal with a light ground.
    Light,
    /// White on black, nothing dim.
    HighContrast,
    /// No colour.
    None,
}

impl ThemeName {
    /// Every theme with its name, in the order in which the desk goes through them.
    pub const ALL: &[(&str, Self)] = &[
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("high-contrast", Self::HighContrast),
        ("none", Self::None),
    ];

    /// Its name in settings.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, theme)| *theme == self).map_or("", |(word, _)| word)
    }
}

/// Who sees to numbers and endings while the drafter types.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// They come by themselves.
    #[default]
    Kept,
    /// The drafter types them.
    AsTyped,
}

/// Whether words are looked up in a dictionary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spelling {
    /// They are.
    On,
    /// They are not.
    Off,
}

/// The keys for an action, both as they are written.
#[derive(Debug, Clone)]
pub struct Binding {
    /// The name of the action.
    pub action: Word,
    /// Its keys, with commas between them, or `none`.
    pub keys: Word,
}

const NUMBERINGS: &[(&str, Numbering)] =
    &[("renumber", Numbering::Renumber), ("keep", Numbering::Keep)];
const FORMS: &[(&str, Form)] = &[("kept", Form::Kept), ("typed", Form::AsTyped)];

pub(super) const SPELLINGS: &[(&str, Spelling)] = &[
    ("on", Spelling::On),
    ("off", Spelling::Off),
    ("true", Spelling::On),
    ("false", Spelling::Off),
];

impl Reader<'_> {
    pub(super) fn desk(&mut self, written: WrittenDesk) -> DeskSettings {
        for key in &written.unknown {
            let keys = WrittenDesk::KEYS.iter().copied();
            self.unknown(key, "setting of the desk", keys);
        }
        let theme = self.one_of(written.theme, "theme", ThemeName::ALL);
        let numbering = self.one_of(written.numbering, "numbering", NUMBERINGS);
        let form = self.one_of(written.form, "form", FORMS);
        let spelling = self.one_of(written.spelling, "way of spelling", SPELLINGS);
        let keys = written.keys.into_iter();
        DeskSettings {
            theme,
            numbering: numbering.unwrap_or_default(),
            form: form.unwrap_or_default(),
            spelling,
            keys: keys.map(|(action, keys)| Binding { action, keys }).collect(),
        }
    }

    pub(super) fn one_of<T: Copy>(
        &mut self,
        word: Option<Word>,
        what: &str,
        words: &[(&str, T)],
    ) -> Option<T> {
        let word = word?;
        let found = words.iter().find(|(name, _)| *name == word.text);
        if found.is_none() {
            let names: Vec<&str> = words.iter().map(|(name, _)| *name).collect();
            let message = format!("“{}” is no {what}: {}", word.text, names.join(", "));
            let fault: Fault = (word.place, message);
            self.faults.push(fault);
        }
        found.map(|(_, value)| *value)
    }
}
