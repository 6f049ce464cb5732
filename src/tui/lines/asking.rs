//! The questions of the desk, asked and answered in lines.

use std::fmt::Write;

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Lines, help};
use crate::tui::chooser::Chooser;
use crate::tui::popup::{Filling, Picker, Popup, Question};

impl Lines<'_> {
    /// The question that waits for an answer, as lines.
    pub(super) fn asked(&mut self) -> String {
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
    pub(super) fn answer(&mut self, popup: Popup, line: &str) -> String {
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
