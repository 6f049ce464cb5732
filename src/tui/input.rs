//! See [`Input`].

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;

/// One line that a drafter types into a popup.
#[derive(Debug, Clone, Default)]
pub(super) struct Input {
    text: String,
    /// The caret, in bytes, always between two grapheme clusters.
    caret: usize,
    /// Whether all of it is selected: what is typed then takes its place.
    is_selected: bool,
}

impl Input {
    /// A line that holds a text already, the caret at its end.
    pub(super) fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        Self { caret: text.len(), text, is_selected: false }
    }

    /// A line that holds a text for which another can be typed at once.
    pub(super) fn selected(text: impl Into<String>) -> Self {
        let input = Self::new(text);
        Self { is_selected: !input.text.is_empty(), ..input }
    }

    /// Whether all of it is selected.
    pub(super) fn is_selected(&self) -> bool {
        self.is_selected
    }

    /// What was typed.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret.
    pub(super) fn before_caret(&self) -> &str {
        self.text.get(..self.caret).unwrap_or_default()
    }

    /// Puts another text in its place.
    pub(super) fn set(&mut self, text: &str) {
        *self = Self::new(text);
    }

    /// Adds text at the caret; a line break becomes a space.
    pub(super) fn insert(&mut self, text: &str) {
        let line: String =
            text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if self.is_selected {
            self.set("");
        }
        self.text.insert_str(self.caret, &line);
        self.caret += line.len();
    }

    /// Does what an editing key does, and tells whether it was one.
    pub(super) fn press(&mut self, key: KeyEvent) -> bool {
        let is_plain =
            !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        let is_control = key.modifiers == KeyModifiers::CONTROL;
        match key.code {
            KeyCode::Char('u') if is_control => self.erase_to(0),
            KeyCode::Char('w') if is_control => self.erase_to(self.word_before()),
            KeyCode::Char(c) if is_plain => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace | KeyCode::Delete if self.is_selected => self.set(""),
            KeyCode::Backspace => self.erase_to(self.cluster_before()),
            KeyCode::Delete => {
                let end = self.caret + self.next_len();
                self.text.replace_range(self.caret..end, "");
            }
            KeyCode::Left => self.caret = self.cluster_before(),
            KeyCode::Right => self.caret += self.next_len(),
            KeyCode::Home => self.caret = 0,
            KeyCode::End => self.caret = self.text.len(),
            _ => return false,
        }
        self.is_selected = false;
        true
    }

    /// Takes out what stands between a place and the caret.
    fn erase_to(&mut self, start: usize) {
        self.text.replace_range(start..self.caret, "");
        self.caret = start;
    }

    /// Where the word before the caret begins; the names in a path are words.
    fn word_before(&self) -> usize {
        let is_of_word = |c: char| c.is_alphanumeric();
        let before = self.before_caret().trim_end_matches(|c| !is_of_word(c));
        before.trim_end_matches(is_of_word).len()
    }

    fn cluster_before(&self) -> usize {
        let before = self.before_caret().graphemes(true).next_back();
        self.caret - before.map_or(0, str::len)
    }

    fn next_len(&self) -> usize {
        let after = self.text.get(self.caret..).unwrap_or_default();
        after.graphemes(true).next().map_or(0, str::len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(text: &str, keys: &str) -> String {
        let mut input = Input::new(text);
        for key in keys.chars() {
            let key = match key {
                '<' => KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE),
                letter => KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL),
            };
            assert!(input.press(key));
        }
        input.text().to_owned()
    }

    #[test]
    fn a_line_is_erased_by_cluster_word_or_whole() {
        assert_eq!(pressed("water e\u{301}", "<"), "water ");
        assert_eq!(pressed("/drafts/water.md", "w"), "/drafts/water.");
        assert_eq!(pressed("/drafts/water.md", "ww"), "/drafts/");
        assert_eq!(pressed("/drafts/water.md", "u"), "");
        assert_eq!(pressed("", "wu<"), "");
    }
}
