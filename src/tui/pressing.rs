//! Where keys and pasted text go: to the popup on top, to the outline, or to the text.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::Action;
use super::desk::{Desk, Focus};
use super::mouse::Pointer;
use super::popup::Popup;
use super::popup_keys::Pressed;
use crate::workspace::drafts::MOST_BYTES;

impl Desk {
    /// Does what the key does. The popup on top gets it first, then the outline if it
    /// has the keys, then the text.
    pub fn press(&mut self, key: KeyEvent) {
        self.message = None;
        self.pointer = Pointer::default();
        if let Some(popup) = self.popups.pop() {
            let does = self.keys.in_popup(key);
            return self.press_popup(popup, Pressed { does, key });
        }
        match self.keys.action_of(key) {
            Some(action) if self.focus == Focus::Outline => self.act_in_outline(action),
            Some(action) => self.act(action),
            None => self.type_key(key),
        }
    }

    fn type_key(&mut self, key: KeyEvent) {
        let is_plain =
            !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        match key.code {
            KeyCode::Esc => self.focus = Focus::Text,
            KeyCode::Char('o') if is_plain && self.focus == Focus::Outline => {
                self.act(Action::ShowPage);
            }
            KeyCode::Tab if self.focus == Focus::Text => {
                self.edit(|editor| editor.paste("   "));
            }
            KeyCode::Char(c) if is_plain && self.focus == Focus::Text => {
                self.type_char(c);
            }
            _ => {}
        }
    }

    /// Takes text that was pasted, as one step.
    pub fn paste(&mut self, text: &str) {
        let Some(popup) = self.popups.last_mut() else {
            return self.paste_into_text(text);
        };
        if let Some(input) = popup.input() {
            input.insert(text);
            self.look_up_templates();
            self.look_up_pasted();
            if let Some(Popup::Choose(mut chooser)) = self.popups.pop_if(is_chooser) {
                self.look_up(&mut chooser);
                self.popups.push(Popup::Choose(chooser));
            }
        }
    }

    pub(super) fn paste_into_text(&mut self, text: &str) {
        self.focus = Focus::Text;
        if self.editor.text().len() + text.len() > MOST_BYTES {
            return self.say("that is longer than any draft, and was not pasted");
        }
        if self.paste_numbered(text) {
            return;
        }
        self.edit(|editor| editor.paste(text));
    }
}

fn is_chooser(popup: &mut Popup) -> bool {
    matches!(popup, Popup::Choose(_))
}
