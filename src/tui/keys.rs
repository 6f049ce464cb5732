//! See [`Keys`].

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, KEYS, Key};
use super::popup_keys::{InPopup, POPUP_KEYS};
use crate::text::nearest;
use crate::workspace::settings::{Binding, Fault, Word};

/// The keys of a desk: those of [`KEYS`] and, inside popups, of [`POPUP_KEYS`], and what
/// settings made of them.
#[derive(Debug, Clone)]
pub struct Keys {
    desk: Vec<Key>,
    popup: Vec<Key>,
}

impl Default for Keys {
    fn default() -> Self {
        Self { desk: KEYS.to_vec(), popup: POPUP_KEYS.to_vec() }
    }
}

impl Keys {
    /// The keys with those that settings give to actions instead of their own. No key may
    /// then do two things.
    pub fn with(bindings: &[Binding]) -> Result<Self, Vec<Fault>> {
        let mut keys = Self::default();
        let mut faults = Vec::new();
        for Binding { action, keys: wanted } in bindings {
            let named = named(action);
            // Where a box is ticked or words are marked, nothing is typed.
            let is_marking = matches!(named, Ok(Action::InPopup(InPopup::Mark)));
            match (named, codes(wanted, is_marking)) {
                (Ok(action), Ok(codes)) if codes.is_empty() && is_needed(action) => {
                    let message =
                        format!("a popup needs {}: give it a key", action.name());
                    faults.push((wanted.place, message));
                }
                (Ok(action), Ok(codes)) => keys.bind(action, &codes),
                (named, codes) => {
                    faults.extend(named.err().into_iter().chain(codes.err()));
                }
            }
        }
        if faults.is_empty() {
            faults =
                bindings.iter().filter_map(|binding| keys.conflict(binding)).collect();
        }
        if faults.is_empty() { Ok(keys) } else { Err(faults) }
    }

    /// Those of the desk, in the order in which the help lists them.
    pub fn all(&self) -> &[Key] {
        &self.desk
    }

    /// The key that people press for an action, in words: “^S”.
    pub(super) fn name_of(&self, action: Action) -> String {
        let key = self.desk.iter().chain(&self.popup).find(|key| key.action == action);
        key.map_or_else(|| "(no key)".to_owned(), Key::name)
    }

    /// What a key does inside a popup.
    pub(super) fn in_popup(&self, key: KeyEvent) -> Option<InPopup> {
        let (code, modifiers) = match key.code {
            KeyCode::Char(c) => (KeyCode::Char(c.to_ascii_lowercase()), key.modifiers),
            // Some terminals say that Shift is held, and some leave it to the name.
            KeyCode::BackTab => (KeyCode::BackTab, KeyModifiers::SHIFT),
            other => (other, key.modifiers),
        };
        self.popup.iter().find_map(|key| match key.action {
            Action::InPopup(does) if (key.code, key.modifiers) == (code, modifiers) => {
                Some(does)
            }
            _ => None,
        })
    }

    /// What stands at the foot of a popup: keys with what they do there. Of what has no key
    /// nothing is said.
    pub(super) fn foot(&self, words: &[(&[InPopup], &str)]) -> String {
        let mut feet = Vec::new();
        for (does, words) in words {
            let names = does.iter().filter_map(|does| {
                let mut keys = self.popup.iter();
                let key = keys.find(|key| key.action == Action::InPopup(*does))?;
                Some(match key.code {
                    KeyCode::Up if key.modifiers.is_empty() => "↑".to_owned(),
                    KeyCode::Down if key.modifiers.is_empty() => "↓".to_owned(),
                    _ => key.name(),
                })
            });
            let names = names.collect::<Vec<_>>().join(" ");
            if !names.is_empty() {
                feet.push(if words.is_empty() {
                    names
                } else {
                    format!("{names} {words}")
                });
            }
        }
        format!(" {} ", feet.join(", "))
    }

    /// What a key does. A character without `Ctrl` or `Alt` is typed and does nothing
    /// else.
    pub(super) fn action_of(&self, key: KeyEvent) -> Option<Action> {
        let code = match key.code {
            KeyCode::Char(c) => KeyCode::Char(c.to_ascii_lowercase()),
            other => other,
        };
        let listed = |modifiers: KeyModifiers| {
            let is_it = |key: &&Key| key.code == code && key.modifiers == modifiers;
            self.desk.iter().find(is_it).map(|key| key.action)
        };
        listed(key.modifiers).or_else(|| {
            match listed(key.modifiers - KeyModifiers::SHIFT)? {
                Action::Move(motion) => Some(Action::Select(motion)),
                _ if matches!(code, KeyCode::F(_)) => None,
                other => Some(other),
            }
        })
    }

    fn bind(&mut self, action: Action, codes: &[(KeyModifiers, KeyCode)]) {
        let all = self.beside_mut(action);
        let own = all.iter().position(|key| key.action == action);
        let Some(first) = own.and_then(|at| all.get(at)).cloned() else { return };
        let at = own.unwrap_or(0);
        all.retain(|key| key.action != action);
        let keys = codes.iter().enumerate().map(|(index, (modifiers, code))| Key {
            modifiers: *modifiers,
            code: *code,
            short: if index == 0 { first.short } else { "" },
            ..first.clone()
        });
        let at = at.min(all.len());
        all.splice(at..at, keys);
    }

    /// The keys among which one for that action does nothing else.
    fn beside_mut(&mut self, action: Action) -> &mut Vec<Key> {
        if matches!(action, Action::InPopup(_)) {
            &mut self.popup
        } else {
            &mut self.desk
        }
    }

    /// A key of a binding that does something else too.
    fn conflict(&self, binding: &Binding) -> Option<Fault> {
        let action = named(&binding.action).ok()?;
        let is_in_popup = matches!(action, Action::InPopup(_));
        let all = if is_in_popup { &self.popup } else { &self.desk };
        let own = all.iter().filter(|key| key.action == action);
        let (key, other) = own.into_iter().find_map(|key| {
            let is_same =
                |other: &&Key| (other.code, other.modifiers) == (key.code, key.modifiers);
            let mut others = all.iter().filter(|other| other.action != action);
            Some((key, others.find(is_same)?))
        })?;
        let message = format!(
            "“{}” is the key of {} too; give that another, or “none”",
            key.name(),
            other.action.name()
        );
        Some((binding.keys.place, message))
    }
}

/// Whether nobody could go on in a popup without a key for this.
fn is_needed(action: Action) -> bool {
    matches!(action, Action::InPopup(InPopup::Accept | InPopup::Close))
}

fn named(name: &Word) -> Result<Action, Fault> {
    let all = || KEYS.iter().chain(POPUP_KEYS);
    let found = all().find(|key| key.action.name() == name.text);
    found.map(|key| key.action).ok_or_else(|| {
        let names = all().map(|key| key.action.name());
        let hint = nearest(&name.text, names)
            .map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
        (name.place, format!("there is no action called “{}”{hint}", name.text))
    })
}

/// The keys of “ctrl-s, f2”; “none” takes all keys from an action.
fn codes(wanted: &Word, is_marking: bool) -> Result<Vec<(KeyModifiers, KeyCode)>, Fault> {
    if wanted.text.trim() == "none" {
        return Ok(Vec::new());
    }
    let keys = wanted.text.split([',', ' ']).filter(|key| !key.is_empty());
    let keys =
        keys.map(|key| code(key, is_marking).map_err(|problem| (wanted.place, problem)));
    keys.collect()
}

fn code(written: &str, is_marking: bool) -> Result<(KeyModifiers, KeyCode), String> {
    let lower = written.to_lowercase();
    let held = [
        ("ctrl-", KeyModifiers::CONTROL),
        ("^", KeyModifiers::CONTROL),
        ("alt-", KeyModifiers::ALT),
        ("shift-", KeyModifiers::SHIFT),
    ];
    let found = held
        .iter()
        .find_map(|(prefix, modifiers)| Some((lower.strip_prefix(prefix)?, *modifiers)));
    let (name, modifiers) = found.unwrap_or((&lower, KeyModifiers::NONE));
    let mut letters = name.chars();
    let code = match (letters.next(), letters.next()) {
        (Some(letter), None) => Some(KeyCode::Char(letter)),
        _ => named_code(name, modifiers),
    };
    let is_free = is_marking && code == Some(KeyCode::Char(' '));
    let is_letter = matches!(code, Some(KeyCode::Char(_)));
    match code {
        None => Err(format!(
            "“{written}” is no key; keys are written ctrl-s, alt-up, f8, shift-f8, pgup"
        )),
        Some(KeyCode::Char('i' | 'm' | '[')) if modifiers == KeyModifiers::CONTROL => {
            Err(format!(
                "“{written}” is Tab, Enter or Esc to a terminal; take another key"
            ))
        }
        Some(_) if is_letter && !is_free && !modifiers.intersects(CTRL_OR_ALT) => Err(
            format!("“{written}” is typed into the text; put ctrl- or alt- before it"),
        ),
        Some(code) => Ok((modifiers, code)),
    }
}

const CTRL_OR_ALT: KeyModifiers = KeyModifiers::CONTROL.union(KeyModifiers::ALT);

fn named_code(name: &str, modifiers: KeyModifiers) -> Option<KeyCode> {
    if let Some(number) = name.strip_prefix('f').and_then(|number| number.parse().ok()) {
        return (1..=24).contains(&number).then_some(KeyCode::F(number));
    }
    Some(match name {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pgup" | "pageup" => KeyCode::PageUp,
        "pgdn" | "pagedown" => KeyCode::PageDown,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "space" => KeyCode::Char(' '),
        "tab" if modifiers == KeyModifiers::SHIFT => KeyCode::BackTab,
        "tab" => KeyCode::Tab,
        "backspace" => KeyCode::Backspace,
        "delete" | "del" => KeyCode::Delete,
        "insert" | "ins" => KeyCode::Insert,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workspace::settings::Settings;

    fn keys(yaml: &str) -> Result<Keys, Vec<String>> {
        let settings = format!("desk:\n  keys:\n{yaml}");
        let settings = Settings::parse(&settings, "s").unwrap();
        Keys::with(&settings.desk.keys).map_err(|faults| {
            let faults = faults.into_iter();
            faults
                .map(|(place, words)| format!("{}:{} {words}", place.line, place.column))
                .collect()
        })
    }

    #[test]
    fn no_key_does_two_things() {
        for keys in [KEYS, POPUP_KEYS] {
            let places: Vec<_> =
                keys.iter().map(|key| (key.code, key.modifiers)).collect();
            for (index, place) in places.iter().enumerate() {
                assert!(!places[..index].contains(place), "{place:?}");
            }
        }
    }

    #[test]
    fn an_action_takes_other_keys() {
        let keys = keys("    save: f12, alt-0\n    save-as: none\n").unwrap();
        let of = |action: Action| {
            let all = keys.all().iter().filter(move |key| key.action == action);
            all.map(Key::name).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(
            (of(Action::Save).as_str(), of(Action::SaveAs).as_str()),
            ("F12 Alt-0", "")
        );
        assert_eq!(keys.action_of(KeyCode::F(12).into()), Some(Action::Save));
        let old = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
        assert_eq!(keys.action_of(old), None);
    }

    #[test]
    fn keys_of_popups_are_of_their_own() {
        let yaml = "    popup-finish: f2, ctrl-s\n    popup-mark: alt-m\n    popup-page-up: none\n";
        let keys = keys(yaml).unwrap();
        let foot = keys.foot(&[
            (&[InPopup::Finish], "insert"),
            (&[InPopup::Up, InPopup::Down, InPopup::PageUp], "choose"),
            (&[InPopup::Mark], ""),
            (&[InPopup::PreviousField], "back"),
        ]);
        assert_eq!(foot, " F2 insert, ↑ ↓ choose, Alt-M, Shift-Tab back ");
        let save = KeyEvent::new(KeyCode::Char('s'), KeyModifiers::CONTROL);
        assert_eq!(keys.in_popup(save), Some(InPopup::Finish));
        assert_eq!(keys.action_of(save), Some(Action::Save));
        let tab = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        assert_eq!(keys.in_popup(tab), Some(InPopup::PreviousField));
    }

    #[test]
    fn a_key_of_popups_does_one_thing_there() {
        let taken =
            "3:19 “Tab” is the key of popup-next-field too; give that another, or “none”";
        assert_eq!(keys("    popup-accept: tab\n").unwrap_err(), [taken]);
        let typed = "3:11 “space” is typed into the text; put ctrl- or alt- before it";
        assert_eq!(keys("    undo: space\n").unwrap_err(), [typed]);
        let typed = "3:19 “space” is typed into the text; put ctrl- or alt- before it";
        assert_eq!(keys("    popup-accept: space\n").unwrap_err(), [typed]);
        assert!(keys("    popup-mark: space\n").is_ok());
        let needed = "3:18 a popup needs popup-close: give it a key";
        assert_eq!(keys("    popup-close: none\n").unwrap_err(), [needed]);
    }

    #[test]
    fn slips_are_told_with_their_places() {
        let faults = keys("    sav: f12\n    undo: strg-z\n    redo: q\n    find: ^I\n");
        let expected = [
            "3:5 there is no action called “sav”; did you mean “save”?",
            "4:11 “strg-z” is no key; keys are written ctrl-s, alt-up, f8, shift-f8, pgup",
            "5:11 “q” is typed into the text; put ctrl- or alt- before it",
            "6:11 “^I” is Tab, Enter or Esc to a terminal; take another key",
        ];
        assert_eq!(faults.unwrap_err(), expected);
        let faults = keys("    save: ctrl-q\n").unwrap_err();
        assert_eq!(
            faults,
            ["3:11 “^Q” is the key of quit too; give that another, or “none”"]
        );
        assert!(keys("    save: ctrl-q\n    quit: f12\n").is_ok());
        assert_eq!(keys("    save: f12\n    quit: f12\n").unwrap_err().len(), 2);
    }
}
