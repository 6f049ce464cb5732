//! What keys do inside popups: lists, forms, finding and replacing. The words at their feet
//! are made of the same table.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, Key};

/// Something that a key does inside a popup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InPopup {
    /// Close it, and leave things as they are.
    Close,
    /// Take what is chosen, or go on.
    Accept,
    /// The choice above.
    Up,
    /// The choice below.
    Down,
    /// Several choices up.
    PageUp,
    /// Several choices down.
    PageDown,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// Tick a box, or mark words.
    Mark,
    /// Take the form as it is, whatever is left open.
    Finish,
    /// Replace at all places.
    ReplaceAll,
    /// Mind capitals while searching, or not.
    MindCase,
    /// Find whole words only, or not.
    WholeWords,
    /// Read what is looked for as a regular expression, or not.
    AsExpression,
    /// Search the draft, the part or the paragraph.
    NextScope,
}

impl InPopup {
    /// Its name in settings.
    pub fn name(self) -> &'static str {
        match self {
            Self::Close => "popup-close",
            Self::Accept => "popup-accept",
            Self::Up => "popup-up",
            Self::Down => "popup-down",
            Self::PageUp => "popup-page-up",
            Self::PageDown => "popup-page-down",
            Self::NextField => "popup-next-field",
            Self::PreviousField => "popup-previous-field",
            Self::Mark => "popup-mark",
            Self::Finish => "popup-finish",
            Self::ReplaceAll => "popup-replace-all",
            Self::MindCase => "popup-case",
            Self::WholeWords => "popup-whole-words",
            Self::AsExpression => "popup-expression",
            Self::NextScope => "popup-scope",
        }
    }
}

/// A key that was pressed over a popup.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pressed {
    /// What it does there, if it is one of the table.
    pub does: Option<InPopup>,
    /// The key itself, which is typed or answers a question.
    pub key: KeyEvent,
}

impl Pressed {
    /// What was said in a line does something without a key.
    pub(super) fn without_key(does: InPopup) -> Self {
        Self { does: Some(does), key: KeyCode::Null.into() }
    }

    /// The answer of a letter.
    pub(super) fn letter(letter: char) -> Self {
        Self { does: None, key: KeyCode::Char(letter).into() }
    }
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const ALT: KeyModifiers = KeyModifiers::ALT;

const fn key(
    modifiers: KeyModifiers,
    code: KeyCode,
    does: InPopup,
    help: &'static str,
) -> Key {
    Key { code, modifiers, action: Action::InPopup(does), help, short: "" }
}

/// Every key of popups. Which of them a popup has, its foot says.
#[rustfmt::skip]
pub static POPUP_KEYS: &[Key] = &[
    key(NONE, KeyCode::Esc,       InPopup::Close,         "close"),
    key(NONE, KeyCode::Enter,     InPopup::Accept,        "take what is chosen, or go on"),
    key(NONE, KeyCode::Up,        InPopup::Up,            "the choice above"),
    key(NONE, KeyCode::Down,      InPopup::Down,          "the choice below"),
    key(NONE, KeyCode::PageUp,    InPopup::PageUp,        "several up"),
    key(NONE, KeyCode::PageDown,  InPopup::PageDown,      "several down"),
    key(NONE, KeyCode::Tab,       InPopup::NextField,     "next field or line"),
    key(KeyModifiers::SHIFT, KeyCode::BackTab, InPopup::PreviousField, "field or line before"),
    key(NONE, KeyCode::Char(' '), InPopup::Mark,          "tick a box, mark words"),
    key(ALT,  KeyCode::Enter,     InPopup::Finish,        "take the form as it is"),
    key(ALT,  KeyCode::Char('a'), InPopup::ReplaceAll,    "replace all"),
    key(ALT,  KeyCode::Char('c'), InPopup::MindCase,      "mind capitals, or not"),
    key(ALT,  KeyCode::Char('w'), InPopup::WholeWords,    "whole words, or parts too"),
    key(ALT,  KeyCode::Char('x'), InPopup::AsExpression,  "a regular expression, or words"),
    key(ALT,  KeyCode::Char('s'), InPopup::NextScope,     "in the draft, the part, the paragraph"),
];
