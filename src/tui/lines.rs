//! See [`Lines`].

use std::fmt::Write;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::action::{Action, KEYS};
use super::chooser::Chooser;
use super::desk::Desk;
use super::popup::{Filling, Picker, Popup, Question};
use super::theme::mark;
use crate::drafting::Deed;
use crate::lint::Diagnostic;
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

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
    ("form", Action::FrontMatter),
    ("footnote", Action::Footnote),
    ("fix", Action::ApplyFix),
    ("fix all", Action::ApplyEditorialFixes),
    ("finding", Action::NextFinding),
    ("number", Action::Renumber),
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

    // Going about.

    fn go(&mut self, words: &str) {
        self.desk.choose_paragraph();
        let said = self.answer_on_top(words);
        // The best is taken: another word tells more.
        if !said.is_empty() {
            self.answer_on_top("1");
        }
    }

    fn step(&mut self, by: isize) {
        let offset = self.desk.editor.offset();
        let starts: Vec<usize> = self
            .desk
            .draft()
            .paragraphs()
            .map(|paragraph| paragraph.range.start())
            .collect();
        let here = starts.partition_point(|start| *start <= offset).checked_sub(1);
        let next = match here {
            Some(here) => here.checked_add_signed(by),
            None => Some(0),
        };
        match next.and_then(|next| starts.get(next)) {
            Some(start) => self.desk.editor.go_to(*start),
            None => self.desk.say("no paragraph is there"),
        }
    }

    fn paragraph(&self) -> Option<Paragraph> {
        self.desk.resolution.paragraph_at(self.desk.editor.offset()).cloned()
    }

    /// Puts the cursor behind the last word of the paragraph, before its ending.
    fn go_to_end(&mut self) {
        if let Some(paragraph) = self.paragraph() {
            let text = paragraph.prose.text.trim_end();
            let words = text.trim_end_matches(|c: char| !c.is_alphanumeric() && c != ')');
            self.desk.editor.go_to(paragraph.prose.source_end(words.len()));
        }
    }

    // Writing.

    fn write(&mut self, words: &str) {
        match self.paragraph() {
            Some(paragraph) => {
                let range = paragraph.prose.range;
                self.desk.edit(|editor| editor.replace(range, words));
                self.desk.editor.go_to(range.start());
            }
            None => {
                self.desk.say("the cursor stands in no paragraph; “next” goes to one");
            }
        }
    }

    fn add(&mut self, words: &str) {
        self.go_to_end();
        let before = self.desk.place();
        self.desk.act(Action::NewLine);
        self.desk.refresh();
        if self.desk.place() == before {
            // It was a new line only: a blank one makes it a paragraph.
            self.desk.act(Action::LineBreak);
        }
        let words = words.trim_end_matches([',', ';', '.', '，', '；', '。']);
        self.desk.edit(|editor| {
            editor.paste(words);
        });
    }

    fn change(&mut self, words: &str) {
        let (old, new) = words.split_once(" to ").unwrap_or((words, ""));
        let Some(paragraph) = self.paragraph() else {
            return self
                .desk
                .say("the cursor stands in no paragraph; “next” goes to one");
        };
        let prose = &paragraph.prose;
        match prose.text.match_indices(old).collect::<Vec<_>>().as_slice() {
            [] => self.desk.say(format!("“{old}” is not in this paragraph")),
            [(at, _)] => {
                let edit = Edit::replace(prose.source_range(*at..at + old.len()), new);
                self.desk.edit(|editor| editor.replace(edit.range, &edit.replacement));
            }
            many => {
                let count = many.len();
                self.desk
                    .say(format!("“{old}” stands there {count} times; say more words"));
            }
        }
    }

    fn split(&mut self, words: &str) {
        let found = self.paragraph().and_then(|paragraph| {
            let at = paragraph.prose.text.find(words)?;
            Some(paragraph.prose.source_start(at))
        });
        match found {
            Some(at) => {
                self.desk.editor.go_to(at);
                self.desk.act(Action::Paragraph(Deed::Split));
            }
            None => self.desk.say(format!("“{words}” is not in this paragraph")),
        }
    }

    // Telling.

    fn here(&self) -> String {
        let Some(paragraph) = self.paragraph() else {
            return format!("{}\n", self.desk.place());
        };
        let mut said = format!("{}: {}\n", paragraph.label, paragraph.prose.text);
        let range = TextRange::new(paragraph.range.start(), paragraph.prose.range.end());
        for found in self.desk.findings.iter().filter(|found| range.encloses(found.range))
        {
            said.push_str(&finding(found));
        }
        said
    }

    fn outline(&self) -> String {
        let mut said = String::new();
        for paragraph in self.desk.draft().paragraphs() {
            let words: String = paragraph.prose.text.chars().take(60).collect();
            let _ = writeln!(said, "{}: {words}", paragraph.label);
        }
        said
    }

    fn findings(&self) -> String {
        let said: String = self.desk.findings.iter().map(finding).collect();
        if said.is_empty() { "nothing was found\n".to_owned() } else { said }
    }

    fn page(&self) -> String {
        let options = crate::render::Options::default();
        let format = crate::render::format_for("text");
        let page = format
            .map(|format| crate::render::render(&self.desk.resolution, format, &options));
        let bytes = page.and_then(Result::ok).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The question that waits for an answer, as lines.
    fn asked(&mut self) -> String {
        match self.desk.popups.last() {
            None => String::new(),
            Some(Popup::Question(question)) => question_lines(question),
            Some(Popup::Name(input)) => format!("save as (now {}):\n", input.text()),
            Some(Popup::Find(_)) => "find:\n".to_owned(),
            Some(Popup::Replace(_)) => {
                "OLD => NEW, everywhere, or . to go back:\n".to_owned()
            }
            Some(Popup::Ask(ask)) => {
                format!("{} (now: {}):\n", ask.title, ask.input.text())
            }
            Some(Popup::Choose(chooser)) => chooser_lines(chooser),
            Some(Popup::Templates(picker)) => self.template_lines(picker),
            Some(Popup::Fill(filling)) => filling_lines(filling),
            Some(Popup::Reason(found, _)) => {
                format!("why may it stand: {}?\n", found.message)
            }
            Some(Popup::Help(_)) => {
                self.desk.popups.pop();
                help()
            }
            Some(Popup::Explanation(page)) => {
                let said = page.text.clone();
                self.desk.popups.pop();
                said
            }
        }
    }

    /// Gives an answer to a question. A dot goes back.
    fn answer(&mut self, popup: Popup, line: &str) -> String {
        if line == "." {
            self.desk.press_popup(popup, KeyCode::Esc.into());
            return String::new();
        }
        let chosen = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let key = match popup {
            Popup::Question(question) => {
                let letter = line.chars().next().map_or(KeyCode::Null, KeyCode::Char);
                self.desk.press_popup(Popup::Question(question), letter.into());
                return String::new();
            }
            Popup::Name(mut input) => {
                if !line.is_empty() {
                    input.set(line);
                }
                (Popup::Name(input), KeyCode::Enter)
            }
            Popup::Ask(mut ask) => {
                if !line.is_empty() {
                    ask.input.set(line);
                }
                (Popup::Ask(ask), KeyCode::Enter)
            }
            Popup::Replace(mut replacing) => {
                let Some((old, new)) = line.split_once(" => ") else {
                    self.desk.popups.push(Popup::Replace(replacing));
                    return String::new();
                };
                replacing.words.set(old);
                replacing.replacement.set(new);
                self.desk.look_up_places(&mut replacing, 0);
                let all = KeyEvent::new(KeyCode::Char('a'), KeyModifiers::ALT);
                self.desk.press_popup(Popup::Replace(replacing), all);
                return String::new();
            }
            Popup::Find(mut input) => {
                input.set(line);
                (Popup::Find(input), KeyCode::Enter)
            }
            Popup::Fill(mut filling) => {
                filling.input.set(line);
                (Popup::Fill(filling), KeyCode::Enter)
            }
            Popup::Choose(mut chooser) => {
                let Some(place) = chosen.filter(|place| *place < chooser.found.len())
                else {
                    return self.narrow(chooser, line);
                };
                chooser.chosen = place;
                (Popup::Choose(chooser), KeyCode::Enter)
            }
            Popup::Templates(mut picker) => {
                let Some(place) = chosen.filter(|place| *place < picker.found.len())
                else {
                    picker.words.set(line);
                    self.desk.popups.push(Popup::Templates(picker));
                    self.desk.look_up_templates();
                    return String::new();
                };
                picker.chosen = place;
                (Popup::Templates(picker), KeyCode::Enter)
            }
            Popup::Reason(found, mut input) => {
                input.set(line);
                (Popup::Reason(found, input), KeyCode::Enter)
            }
            popup @ (Popup::Help(_) | Popup::Explanation(_)) => (popup, KeyCode::Esc),
        };
        self.desk.press_popup(key.0, key.1.into());
        String::new()
    }

    /// Looks for other words in a list; the only one that fits is taken.
    fn narrow(&mut self, mut chooser: Chooser, words: &str) -> String {
        chooser.words.set(words);
        self.desk.look_up(&mut chooser);
        let found = chooser.found.len();
        self.desk.popups.push(Popup::Choose(chooser));
        if found == 1 { self.answer_on_top("1") } else { String::new() }
    }

    fn template_lines(&self, picker: &Picker) -> String {
        let mut said = String::new();
        let found =
            picker.found.iter().filter_map(|i| self.desk.library.templates.get(*i));
        for (number, template) in (1..).zip(found.take(MOST_LINES)) {
            let _ =
                writeln!(said, "{number}. {} ({})", template.title, template.part.word());
        }
        said.push_str("a number, other words, or . to go back:\n");
        said
    }
}

/// How many choices are read out at once; more words find the others.
const MOST_LINES: usize = 12;

fn chooser_lines(chooser: &Chooser) -> String {
    let mut said = format!("{}, {} to choose from\n", chooser.title, chooser.found.len());
    let found = chooser.found.iter().filter_map(|index| chooser.choices.get(*index));
    for (number, choice) in (1..).zip(found.take(MOST_LINES)) {
        let aside = choice.aside.replace(['▪', '·'], "");
        let aside = aside.trim();
        let aside = if aside.is_empty() { String::new() } else { format!(" ({aside})") };
        let _ = writeln!(said, "{number}. {}{aside}", choice.words);
    }
    said.push_str("a number, other words, or . to go back:\n");
    said
}

fn question_lines(question: &Question) -> String {
    let mut said = format!("{}\n", question.text);
    for (letter, words, _) in &question.answers {
        let _ = writeln!(said, "{letter}: {words}");
    }
    said
}

fn filling_lines(filling: &Filling) -> String {
    let Some(placeholder) = filling.template.placeholders.get(filling.asked) else {
        return String::new();
    };
    let hint = if placeholder.choices.is_empty() {
        format!("for example {}", placeholder.example)
    } else {
        format!("one of {}", placeholder.choices.join(", "))
    };
    format!("{} ({hint}):\n", placeholder.prompt)
}

fn finding(found: &Diagnostic) -> String {
    let place = found.paragraph.as_ref().map(|place| format!("{place}: "));
    let fix = found.fixes.first().map(|fix| format!(" (fix: {})", fix.title));
    let word = match mark(found.severity) {
        "✗" => "error",
        "!" => "warning",
        _ => "note",
    };
    format!(
        "{word}, {}{}{}\n",
        place.unwrap_or_default(),
        found.message,
        fix.unwrap_or_default()
    )
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
