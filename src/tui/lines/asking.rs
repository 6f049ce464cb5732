//! The questions of the desk, asked and answered in lines.

use std::fmt::Write;

use super::{Lines, help};
use crate::tui::chooser::Chooser;
use crate::tui::popup::{Picker, Popup, Question};
use crate::tui::popup_keys::{InPopup, Pressed};

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
            Some(Popup::Fill(filling)) => filling.asked_in_lines(),
            Some(Popup::Stencil(stencil)) => stencil.asked_in_lines(),
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
            self.desk.press_popup(popup, Pressed::without_key(InPopup::Close));
            return String::new();
        }
        let chosen = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let (popup, does) = match popup {
            Popup::Question(question) => {
                let letter = Pressed::letter(line.chars().next().unwrap_or(' '));
                self.desk.press_popup(Popup::Question(question), letter);
                return String::new();
            }
            Popup::Name(mut input) => {
                if !line.is_empty() {
                    input.set(line);
                }
                (Popup::Name(input), InPopup::Accept)
            }
            Popup::Ask(mut ask) => {
                if !line.is_empty() {
                    ask.input.set(line);
                }
                (Popup::Ask(ask), InPopup::Accept)
            }
            Popup::Replace(mut replacing) => {
                let Some((old, new)) = line.split_once(" => ") else {
                    self.desk.popups.push(Popup::Replace(replacing));
                    return String::new();
                };
                replacing.words.set(old);
                replacing.replacement.set(new);
                self.desk.look_up_places(&mut replacing, 0);
                let all = Pressed::without_key(InPopup::ReplaceAll);
                self.desk.press_popup(Popup::Replace(replacing), all);
                return String::new();
            }
            Popup::Find(mut input) => {
                input.set(line);
                (Popup::Find(input), InPopup::Accept)
            }
            Popup::Fill(mut filling) => {
                filling.take_line(line);
                (Popup::Fill(filling), InPopup::Accept)
            }
            Popup::Stencil(mut stencil) => {
                if stencil.take_line(line) {
                    (Popup::Stencil(stencil), InPopup::Accept)
                } else {
                    self.desk.popups.push(Popup::Stencil(stencil));
                    return String::new();
                }
            }
            Popup::Choose(mut chooser) => {
                let Some(place) = chosen.filter(|place| *place < chooser.found.len())
                else {
                    return self.narrow(chooser, line);
                };
                chooser.chosen = place;
                (Popup::Choose(chooser), InPopup::Accept)
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
                (Popup::Templates(picker), InPopup::Accept)
            }
            popup @ (Popup::Help(_) | Popup::Explanation(_)) => (popup, InPopup::Close),
        };
        self.desk.press_popup(popup, Pressed::without_key(does));
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
