//! What a drafter can do, and the keys that do it.

use super::popup_keys::InPopup;
use crate::drafting::Deed;
use ratatui::crossterm::event::{KeyCode, KeyModifiers};

/// Something a drafter can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Write the draft to its file.
    Save,
    /// Write the draft to another file.
    SaveAs,
    /// Choose a template, fill it, put it in its place.
    InsertTemplate,
    /// Make a template of the paragraph at the cursor.
    SaveTemplate,
    /// Go to the finding below.
    NextFinding,
    /// Go to the finding above.
    PreviousFinding,
    /// Apply the fix of the finding at the cursor, or of the next that has one.
    ApplyFix,
    /// Apply every fix that keeps the meaning.
    ApplyEditorialFixes,
    /// Apply every fix of the rule that found what is at the cursor.
    ApplyFixesOfRule,
    /// Let the finding at the cursor stand, with a reason.
    Allow,
    /// Show the page of the rule that found what is at the cursor.
    Explain,
    /// Show findings from another severity on.
    FilterSeverity,
    /// Show the findings of another family.
    FilterFamily,
    /// Number the paragraphs anew and move the references with them.
    Renumber,
    /// Show the draft as a page, or the findings again.
    TogglePreview,
    /// Show the page with the viewer of the system.
    ShowPage,
    /// Give the keys to the outline, or back to the text.
    ToggleOutline,
    /// Take the next theme.
    NextTheme,
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Search the text.
    Find,
    /// Go to the next place that fits the search.
    FindNext,
    /// Go to the place before.
    FindPrevious,
    /// Choose what was meant by an unknown word, or let it stand.
    ChooseSpelling,
    /// Add the unknown word at the cursor to the drafter's own.
    AddWord,
    /// Look words up in a dictionary, or not.
    ToggleSpelling,
    /// Find words and put others in their place.
    Replace,
    /// Put the selection on the clipboard.
    Copy,
    /// Take the selection out, onto the clipboard.
    Cut,
    /// Insert the clipboard.
    Paste,
    /// Select all of the text.
    SelectAll,
    /// Move the cursor.
    Move(Motion),
    /// Move the cursor and select what it passes.
    Select(Motion),
    /// Do something to the paragraph at the cursor.
    Paragraph(Deed),
    /// Choose an action by its name.
    Palette,
    /// Go to a paragraph by its label or words.
    GoToParagraph,
    /// Choose the phrase that opens the paragraph.
    ChooseOpening,
    /// Choose what to cite.
    Cite,
    /// Fill in the front matter as a form.
    FrontMatter,
    /// Write the footnote called at the cursor, or a new one.
    Footnote,
    /// Take the next stronger phrase of its kind.
    Stronger,
    /// Take the next weaker phrase of its kind.
    Weaker,
    /// Number anew after each change, or keep the numbers while a text is negotiated.
    ToggleNumbering,
    /// Keep numbers and endings while the drafter types, or leave them to the drafter.
    ToggleForm,
    /// Keep the text by a name.
    KeepSnapshot,
    /// List the texts kept by name, to compare or restore one.
    Snapshots,
    /// Choose the earlier text against which the draft is marked.
    ChooseBase,
    /// Show what became of the paragraph at the cursor since that text.
    Differences,
    /// Begin a paragraph at the end of one, and a new line elsewhere.
    NewLine,
    /// Begin a new line.
    LineBreak,
    /// Delete the character before the cursor.
    EraseBack,
    /// Delete the character after the cursor.
    EraseForward,
    /// Delete the word before the cursor.
    EraseWord,
    /// Show every key.
    Help,
    /// Leave the desk.
    Quit,
    /// Do something inside a popup.
    InPopup(InPopup),
}

/// Where the cursor can go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Motion {
    Left,
    Right,
    WordLeft,
    WordRight,
    Up,
    Down,
    LineStart,
    LineEnd,
    PageUp,
    PageDown,
    ParagraphUp,
    ParagraphDown,
    Top,
    Bottom,
}

/// A key, what it does, and the words for it.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub code: KeyCode,
    /// What is held down with it.
    pub modifiers: KeyModifiers,
    /// What it does.
    pub action: Action,
    /// The words for it in the help and in the manual. Empty for a second key to the
    /// same action that need not be learnt.
    pub help: &'static str,
    /// The word for it on the key line, if it stands there.
    pub short: &'static str,
}

impl Key {
    /// The key as people write it: `^S`, `Shift-F8`.
    pub fn name(&self) -> String {
        let held = match self.modifiers {
            KeyModifiers::SHIFT => "Shift-",
            KeyModifiers::ALT => "Alt-",
            KeyModifiers::CONTROL if matches!(self.code, KeyCode::Char(_)) => "^",
            KeyModifiers::CONTROL => "Ctrl-",
            _ => "",
        };
        let code = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_uppercase().to_string(),
            KeyCode::F(number) => format!("F{number}"),
            KeyCode::BackTab => "Tab".to_owned(),
            KeyCode::PageUp => "PgUp".to_owned(),
            KeyCode::PageDown => "PgDn".to_owned(),
            other => format!("{other:?}"),
        };
        format!("{held}{code}")
    }
}

const NONE: KeyModifiers = KeyModifiers::NONE;
const CTRL: KeyModifiers = KeyModifiers::CONTROL;
const SHIFT: KeyModifiers = KeyModifiers::SHIFT;
const ALT: KeyModifiers = KeyModifiers::ALT;

const fn key(
    modifiers: KeyModifiers,
    code: KeyCode,
    action: Action,
    help: &'static str,
    short: &'static str,
) -> Key {
    Key { code, modifiers, action, help, short }
}

/// Every key. The help, the key line and the README are printed from this table. `Shift`
/// with a key that moves the cursor selects, and is not listed again.
#[rustfmt::skip]
pub static KEYS: &[Key] = &[
    key(NONE,  KeyCode::F(1),      Action::Help,                "show these keys", "help"),
    key(ALT,   KeyCode::Char('h'), Action::Help,                "", ""),
    key(CTRL,  KeyCode::Char('p'), Action::Palette,             "every action by name", "all"),
    key(CTRL,  KeyCode::Char('q'), Action::Quit,                "quit", "quit"),
    key(CTRL,  KeyCode::Char('s'), Action::Save,                "save", "save"),
    key(CTRL,  KeyCode::Char('o'), Action::SaveAs,              "save under another name", ""),
    key(CTRL,  KeyCode::Char('t'), Action::InsertTemplate,      "insert a template", "template"),
    key(ALT,   KeyCode::Char('y'), Action::SaveTemplate,        "save the paragraph as a template", ""),
    key(NONE,  KeyCode::F(8),      Action::NextFinding,         "next finding", "finding"),
    key(SHIFT, KeyCode::F(8),      Action::PreviousFinding,     "previous finding", ""),
    key(NONE,  KeyCode::F(7),      Action::PreviousFinding,     "previous finding", ""),
    key(CTRL,  KeyCode::Char('e'), Action::ApplyFix,            "apply the fix here, or the next", "fix"),
    key(NONE,  KeyCode::F(4),      Action::ApplyEditorialFixes, "apply all editorial fixes", "fix all"),
    key(ALT,   KeyCode::Char('e'), Action::ApplyEditorialFixes, "", ""),
    key(ALT,   KeyCode::Char('m'), Action::ApplyFixesOfRule,    "mend all that this rule finds", ""),
    key(ALT,   KeyCode::Char('w'), Action::Explain,             "why: the page of the rule", ""),
    key(ALT,   KeyCode::Char('l'), Action::Allow,               "let it stand, with a reason", ""),
    key(ALT,   KeyCode::Char('f'), Action::FilterSeverity,      "findings: all, no notes, errors", ""),
    key(ALT,   KeyCode::Char('g'), Action::FilterFamily,        "findings: one family after another", ""),
    key(ALT,   KeyCode::Char('q'), Action::ChooseSpelling,      "unknown word: what is meant", ""),
    key(ALT,   KeyCode::Char('.'), Action::AddWord,             "add it to your words", ""),
    key(NONE,  KeyCode::F(10),     Action::ToggleSpelling,      "spelling by a dictionary, or not", ""),
    key(CTRL,  KeyCode::Char('n'), Action::Renumber,            "renumber the paragraphs", "number"),
    key(CTRL,  KeyCode::Char('g'), Action::GoToParagraph,       "go to a paragraph: op 6 a", ""),
    key(ALT,   KeyCode::Char('o'), Action::ChooseOpening,       "choose the opening phrase", ""),
    key(ALT,   KeyCode::Char('+'), Action::Stronger,            "a stronger verb", ""),
    key(ALT,   KeyCode::Char('='), Action::Stronger,            "", ""),
    key(ALT,   KeyCode::Char('-'), Action::Weaker,              "a weaker verb", ""),
    key(ALT,   KeyCode::Char('c'), Action::Cite,                "cite a resolution, instrument, State", ""),
    key(NONE,  KeyCode::F(9),      Action::FrontMatter,         "front matter as a form", ""),
    key(ALT,   KeyCode::Char('i'), Action::Footnote,            "footnote here, new or known", ""),
    key(ALT,   KeyCode::Up,        Action::Paragraph(Deed::MoveUp),    "move the paragraph up", ""),
    key(ALT,   KeyCode::Down,      Action::Paragraph(Deed::MoveDown),  "move the paragraph down", ""),
    key(ALT,   KeyCode::Left,      Action::Paragraph(Deed::Promote),   "raise it by a degree", ""),
    key(ALT,   KeyCode::Right,     Action::Paragraph(Deed::Demote),    "lower it by a degree", ""),
    key(ALT,   KeyCode::Char('s'), Action::Paragraph(Deed::Split),     "split it at the cursor", ""),
    key(ALT,   KeyCode::Char('j'), Action::Paragraph(Deed::Join),      "join it with the next", ""),
    key(ALT,   KeyCode::Char('d'), Action::Paragraph(Deed::Duplicate), "copy it below", ""),
    key(ALT,   KeyCode::Char('x'), Action::Paragraph(Deed::Delete),    "delete it", ""),
    key(ALT,   KeyCode::Char('v'), Action::Paragraph(Deed::Turn),      "preambular or operative", ""),
    key(ALT,   KeyCode::Char('n'), Action::ToggleNumbering,     "renumber, or keep the numbers", ""),
    key(ALT,   KeyCode::Char('k'), Action::KeepSnapshot,        "keep a snapshot by a name", ""),
    key(ALT,   KeyCode::Char('b'), Action::Snapshots,           "snapshots: compare, restore", ""),
    key(ALT,   KeyCode::Char('u'), Action::ChooseBase,          "mark what changed since a text", ""),
    key(ALT,   KeyCode::Char('z'), Action::Differences,         "what changed in the paragraph", ""),
    key(ALT,   KeyCode::Char('a'), Action::ToggleForm,          "numbers and endings by itself, or not", ""),
    key(NONE,  KeyCode::F(5),      Action::TogglePreview,       "page preview or findings", "page"),
    key(ALT,   KeyCode::Char('p'), Action::ShowPage,            "show the page with the viewer", ""),
    key(NONE,  KeyCode::F(6),      Action::ToggleOutline,       "outline: arrows fold, Enter jumps", "outline"),
    key(ALT,   KeyCode::Char('t'), Action::NextTheme,           "dark, light, high contrast, no colour", ""),
    key(CTRL,  KeyCode::Char('z'), Action::Undo,                "undo", "undo"),
    key(CTRL,  KeyCode::Char('y'), Action::Redo,                "redo", ""),
    key(CTRL,  KeyCode::Char('f'), Action::Find,                "find", "find"),
    key(ALT,   KeyCode::Char('r'), Action::Replace,             "find and replace", ""),
    key(NONE,  KeyCode::F(3),      Action::FindNext,            "find the next", ""),
    key(SHIFT, KeyCode::F(3),      Action::FindPrevious,        "find the previous", ""),
    key(NONE,  KeyCode::F(2),      Action::FindPrevious,        "find the previous", ""),
    key(CTRL,  KeyCode::Char('c'), Action::Copy,                "copy the selection", ""),
    key(CTRL,  KeyCode::Char('x'), Action::Cut,                 "cut the selection", ""),
    key(CTRL,  KeyCode::Char('v'), Action::Paste,               "paste", ""),
    key(CTRL,  KeyCode::Char('a'), Action::SelectAll,           "select all", ""),
    key(CTRL,  KeyCode::Char('w'), Action::EraseWord,           "delete the word before", ""),
    key(ALT,   KeyCode::Backspace, Action::EraseWord,           "", ""),
    key(NONE,  KeyCode::Backspace, Action::EraseBack,           "", ""),
    key(CTRL,  KeyCode::Char('h'), Action::EraseBack,           "", ""),
    key(NONE,  KeyCode::Delete,    Action::EraseForward,        "", ""),
    key(NONE,  KeyCode::Enter,     Action::NewLine,             "next paragraph, at the end of one", ""),
    key(ALT,   KeyCode::Enter,     Action::LineBreak,           "new line", ""),
    key(NONE,  KeyCode::Left,      Action::Move(Motion::Left),          "", ""),
    key(NONE,  KeyCode::Right,     Action::Move(Motion::Right),         "", ""),
    key(NONE,  KeyCode::Up,        Action::Move(Motion::Up),            "", ""),
    key(NONE,  KeyCode::Down,      Action::Move(Motion::Down),          "", ""),
    key(CTRL,  KeyCode::Left,      Action::Move(Motion::WordLeft),      "back by a word", ""),
    key(CTRL,  KeyCode::Right,     Action::Move(Motion::WordRight),     "forward by a word", ""),
    key(CTRL,  KeyCode::Up,        Action::Move(Motion::ParagraphUp),   "up by a paragraph", ""),
    key(CTRL,  KeyCode::Down,      Action::Move(Motion::ParagraphDown), "down by a paragraph", ""),
    key(NONE,  KeyCode::Home,      Action::Move(Motion::LineStart),     "start of the line", ""),
    key(NONE,  KeyCode::End,       Action::Move(Motion::LineEnd),       "end of the line", ""),
    key(NONE,  KeyCode::PageUp,    Action::Move(Motion::PageUp),        "up by a page", ""),
    key(NONE,  KeyCode::PageDown,  Action::Move(Motion::PageDown),      "down by a page", ""),
    key(CTRL,  KeyCode::Home,      Action::Move(Motion::Top),           "start of the draft", ""),
    key(CTRL,  KeyCode::End,       Action::Move(Motion::Bottom),        "end of the draft", ""),
];
