//! See [`Lines`].

mod asking;
mod telling;
mod writing;

use std::fmt::Write;

use super::action::{Action, KEYS};
use super::desk::Desk;
use crate::drafting::Deed;

/// The desk as a prompt: a line in, plain lines out, for screen readers and for terminals
/// that show no more. It does what the desk does, since it is one: every action has its
/// words, and every question is asked in a line.
#[derive(Debug)]
pub struct Lines<'d> {
    desk: &'d mut Desk,
}

/// The words for what is done most, beside the names of all actions.
const WORDS: &[(&str, Action)] = &[
    ("up", Action::Paragraph(Deed::MoveUp)),
    ("down", Action::Paragraph(Deed::MoveDown)),
    ("raise", Action::Paragraph(Deed::Promote)),
    ("lower", Action::Paragraph(Deed::Demote)),
    ("join", Action::Paragraph(Deed::Join)),
    ("copy", Action::Paragraph(Deed::Duplicate)),
    ("delete", Action::Paragraph(Deed::Delete)),
    ("turn", Action::Paragraph(Deed::Turn)),
    ("stronger", Action::Stronger),
    ("weaker", Action::Weaker),
    ("opening", Action::ChooseOpening),
    ("cite", Action::Cite),
    ("template", Action::InsertTemplate),
    ("save template", Action::SaveTemplate),
    ("form", Action::FrontMatter),
    ("footnote", Action::Footnote),
    ("fix", Action::ApplyFix),
    ("fix all", Action::ApplyEditorialFixes),
    ("finding", Action::NextFinding),
    ("spell", Action::ChooseSpelling),
    ("spelling", Action::ToggleSpelling),
    ("number", Action::Renumber),
    ("base", Action::ChooseBase),
    ("differences", Action::Differences),
    ("undo", Action::Undo),
    ("redo", Action::Redo),
    ("save", Action::Save),
    ("quit", Action::Quit),
];

/// What is said to the line mode itself, with what it does.
const OWN: &[(&str, &str)] = &[
    ("here", "the paragraph at hand; an empty line too"),
    ("outline", "every paragraph with its first words"),
    ("go WORDS", "to a paragraph: go op 6 a, go water"),
    ("next, back", "to the paragraph below or above"),
    ("write WORDS", "other words for the paragraph at hand"),
    ("add WORDS", "a new paragraph behind it, with number and ending"),
    ("change OLD to NEW", "these words in the paragraph for others"),
    ("split WORDS", "in two, before these words"),
    ("find WORDS", "to where they stand"),
    ("replace OLD => NEW", "these words for others, everywhere"),
    ("findings", "everything that was found"),
    ("learn WORD", "one of your own words from now on"),
    ("page", "the draft as it is printed"),
];

impl<'d> Lines<'d> {
    /// Speaks for a desk.
    pub fn on(desk: &'d mut Desk) -> Self {
        Self { desk }
    }

    /// What is to be told after something was done outside: what came of it, and what is
    /// asked.
    pub fn what_came(&mut self) -> String {
        let message = self.desk.message.take().map(|message| format!("{message}\n"));
        format!("{}{}", message.unwrap_or_default(), self.asked())
    }

    /// What is said first.
    pub fn greeting(&mut self) -> String {
        let asked = self.asked();
        let summary = self.desk.summary();
        let title = self.desk.resolution.title.as_ref().map(|title| title.value.clone());
        let mut said = format!(
            "{}: {} paragraphs, {} errors, {} warnings. “help” lists what can be said.\n",
            title.unwrap_or_else(|| "Draft".to_owned()),
            self.desk.draft().paragraphs().count(),
            summary.errors,
            summary.warnings,
        );
        said.push_str(&if asked.is_empty() { self.here() } else { asked });
        said
    }

    /// Does what a line says, and tells what came of it.
    pub fn take(&mut self, line: &str) -> String {
        let line = line.trim();
        self.desk.refresh();
        self.desk.compare_with_base();
        let before = (self.desk.place(), self.desk.editor.text().len());
        let mut said = match self.desk.popups.pop() {
            Some(popup) => self.answer(popup, line),
            None => self.command(line),
        };
        self.desk.refresh();
        if let Some(message) = self.desk.message.take() {
            let _ = writeln!(said, "{message}");
        }
        let asked = self.asked();
        let goes =
            ["go ", "find ", "next", "back"].iter().any(|word| line.starts_with(word));
        let is_elsewhere =
            goes || before != (self.desk.place(), self.desk.editor.text().len());
        if asked.is_empty() && is_elsewhere {
            said.push_str(&self.here());
        }
        said.push_str(&asked);
        if said.is_empty() { "done\n".to_owned() } else { said }
    }

    fn command(&mut self, line: &str) -> String {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        let rest = rest.trim();
        match (word, rest) {
            ("" | "here", _) => return self.here(),
            ("help" | "?", _) => return help(),
            ("outline", _) => return self.outline(),
            ("findings", _) => return self.findings(),
            ("page", _) => return self.page(),
            ("next", "") => self.step(1),
            ("back", "") => self.step(-1),
            ("go", words) if !words.is_empty() => self.go(words),
            ("write", words) if !words.is_empty() => self.write(words),
            ("add", words) if !words.is_empty() => self.add(words),
            ("change", words) if words.contains(" to ") => self.change(words),
            ("learn", word) if !word.is_empty() => self.desk.add_word(word),
            ("split", words) if !words.is_empty() => self.split(words),
            ("find", words) if !words.is_empty() => {
                words.clone_into(&mut self.desk.search);
                self.desk.find(true);
            }
            ("replace", words) if words.contains(" => ") => {
                self.desk.act(Action::Replace);
                return self.answer_on_top(words);
            }
            ("cite", words) if !words.is_empty() => {
                self.go_to_end();
                self.desk.act(Action::Cite);
                return self.answer_on_top(words);
            }
            ("template" | "opening", words) if !words.is_empty() => {
                self.act_named(word);
                return self.answer_on_top(words);
            }
            _ => self.act_named(line),
        }
        String::new()
    }

    fn answer_on_top(&mut self, words: &str) -> String {
        self.desk.popups.pop().map(|popup| self.answer(popup, words)).unwrap_or_default()
    }

    /// Does the action of a name: its word here, or the words of the key table.
    fn act_named(&mut self, name: &str) {
        let own = WORDS.iter().find(|(word, _)| *word == name).map(|(_, action)| *action);
        let listed = || {
            let mut named =
                KEYS.iter().filter(|key| !name.is_empty() && key.help.starts_with(name));
            named.next().map(|key| key.action)
        };
        match own.or_else(listed) {
            Some(action) => {
                if matches!(action, Action::Cite | Action::Footnote) {
                    self.go_to_end();
                }
                self.desk.act(action);
            }
            None => self
                .desk
                .say(format!("“{name}” says nothing here; “help” lists what does")),
        }
    }
}

fn help() -> String {
    let mut said = String::new();
    for (words, does) in OWN {
        let _ = writeln!(said, "{words}: {does}");
    }
    for (word, action) in WORDS {
        let key = KEYS.iter().find(|key| key.action == *action && !key.help.is_empty());
        let _ = writeln!(said, "{word}: {}", key.map_or("", |key| key.help));
    }
    said.push_str("and every action by the words of the key table\n");
    said
}
