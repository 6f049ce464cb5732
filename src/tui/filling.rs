//! See [`Filling`].

use ratatui::crossterm::event::{KeyCode, KeyEvent};

use super::desk::Desk;
use super::input::Input;
use super::popup::Popup;
use super::popup_keys::{InPopup, Pressed};
use crate::drafting;
use crate::library::{
    Known, Placeholder, Template, advice, fill, is_wanted, optional_words, suggestions,
};

/// A template on its way into the draft: its placeholders as fields, its optional parts as
/// boxes to be ticked.
#[derive(Debug)]
pub(super) struct Filling {
    /// The template.
    pub template: Template,
    /// The answers so far, one for each placeholder.
    answers: Vec<String>,
    /// Which optional parts are taken.
    pub taken: Vec<bool>,
    /// The row in hand.
    pub row: usize,
    /// The answer in hand.
    pub input: Input,
    /// Whether that answer stood there before the drafter came to it: what is typed then
    /// takes its place.
    pub is_offered: bool,
    known: Known,
}

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Row {
    /// Whether the optional part of this place is taken.
    Part(usize),
    /// The placeholder of this place.
    Place(usize),
}

impl Filling {
    /// Begins with the first row, every place answered as far as the draft and the template
    /// know.
    pub(super) fn new(template: Template, known: Known) -> Self {
        let default = |place: &Placeholder| known.default_for(place).unwrap_or_default();
        let answers = template.placeholders.iter().map(default).collect();
        let taken = vec![false; template.optional_parts().len()];
        let (row, input, is_offered) = (0, Input::default(), false);
        let mut filling =
            Self { template, answers, taken, row, input, is_offered, known };
        filling.take_up();
        filling
    }

    /// The rows: the placeholders as the template asks for them, each optional part before
    /// the first that stands in it alone. What is left out is not asked for.
    pub(super) fn rows(&self) -> Vec<Row> {
        let parts = optional_words(&self.template);
        let mut rows: Vec<Row> = Vec::new();
        for (index, placeholder) in self.template.placeholders.iter().enumerate() {
            let name = placeholder.name.as_str();
            let open = format!("{{{name}}}");
            if !is_wanted(&self.template, name, &[]) {
                let part = parts.iter().position(|words| words.contains(&open));
                let part = part.map(Row::Part).filter(|part| !rows.contains(part));
                rows.extend(part);
            }
            if is_wanted(&self.template, name, &self.taken) {
                rows.push(Row::Place(index));
            }
        }
        for part in (0..parts.len()).map(Row::Part) {
            if !rows.contains(&part) {
                rows.push(part);
            }
        }
        rows
    }

    /// The row in hand.
    pub(super) fn here(&self) -> Option<Row> {
        self.rows().get(self.row).copied()
    }

    /// The placeholder in hand.
    pub(super) fn placeholder(&self) -> Option<&Placeholder> {
        match self.here()? {
            Row::Place(index) => self.template.placeholders.get(index),
            Row::Part(_) => None,
        }
    }

    /// The answer at a placeholder, the one in hand as typed so far.
    pub(super) fn answer(&self, index: usize) -> &str {
        if self.here() == Some(Row::Place(index)) {
            return self.input.text();
        }
        self.answers.get(index).map_or("", String::as_str)
    }

    /// What is odd about the answer at a placeholder.
    pub(super) fn advice(&self, index: usize) -> Option<String> {
        advice(self.template.placeholders.get(index)?, self.answer(index))
    }

    /// What there is to choose from at the placeholder in hand.
    pub(super) fn suggestions(&self) -> Vec<String> {
        // An answer that was offered is one of many.
        let typed = if self.is_offered { "" } else { self.input.text() };
        let here = self.placeholder();
        here.map(|place| suggestions(place, typed, &self.known)).unwrap_or_default()
    }

    /// The text as filled so far.
    pub(super) fn text(&self) -> String {
        let places = self.template.placeholders.iter().enumerate();
        let pairs = places.map(|(index, place)| {
            (place.name.clone(), self.answer(index).trim().to_owned())
        });
        let answered = pairs.filter(|(_, answer)| !answer.is_empty());
        fill(&self.template, &answered.collect::<Vec<_>>(), &self.taken)
    }

    /// Whether the row in hand is the last.
    pub(super) fn is_last(&self) -> bool {
        self.row + 1 >= self.rows().len()
    }

    /// Goes to another row, round at the ends, and tells what is odd about the answer that
    /// is left.
    fn go(&mut self, by: isize) -> Option<String> {
        let odd = self.leave();
        let rows = self.rows().len().max(1);
        let step = by.rem_euclid(isize::try_from(rows).unwrap_or(1)).unsigned_abs();
        self.row = (self.row + step) % rows;
        self.take_up();
        odd
    }

    fn leave(&mut self) -> Option<String> {
        let Some(Row::Place(index)) = self.here() else { return None };
        if let Some(answer) = self.answers.get_mut(index) {
            self.input.text().trim().clone_into(answer);
        }
        self.advice(index)
    }

    fn take_up(&mut self) {
        let answer = match self.here() {
            Some(Row::Place(index)) => self.answers.get(index).cloned(),
            _ => None,
        };
        self.input.set(&answer.unwrap_or_default());
        // What is odd is mended, and not written over.
        let is_odd =
            self.placeholder().and_then(|place| advice(place, self.input.text()));
        self.is_offered = !self.input.text().is_empty() && is_odd.is_none();
    }

    /// Takes the next or the previous of what there is to choose from.
    fn suggest(&mut self, is_forward: bool) {
        let all = match self.placeholder() {
            Some(place) if !place.choices.is_empty() => place.choices.clone(),
            _ => self.suggestions(),
        };
        let at = all.iter().position(|one| one == self.input.text());
        let last = all.len().saturating_sub(1);
        let next = match at {
            Some(at) if is_forward => (at + 1).min(last),
            Some(at) => at.saturating_sub(1),
            None => 0,
        };
        if let Some(suggestion) = all.get(next) {
            self.input.set(suggestion);
            self.is_offered = true;
        }
    }

    /// Takes the optional part in hand, or leaves it out.
    pub(super) fn tick(&mut self, is_taken: bool) {
        if let Some(Row::Part(part)) = self.here()
            && let Some(taken) = self.taken.get_mut(part)
        {
            *taken = is_taken;
        }
    }

    fn is_ticked(&self) -> bool {
        let Some(Row::Part(part)) = self.here() else { return false };
        self.taken.get(part).copied().unwrap_or(false)
    }

    /// The row in hand as a question in a line.
    pub(super) fn asked_in_lines(&self) -> String {
        let Some(place) = self.placeholder() else {
            let words = optional_words(&self.template);
            let Some(Row::Part(part)) = self.here() else { return String::new() };
            let words = words.get(part).copied().unwrap_or_default().trim();
            return format!("take “{words}”? y or n:\n");
        };
        let hint = if place.choices.is_empty() {
            format!("{}, for example {}", place.kind.word(), place.example)
        } else {
            format!("one of {}", place.choices.join(", "))
        };
        let now = match self.input.text() {
            "" => String::new(),
            now => format!("; now {now}, - for nothing"),
        };
        format!("{} ({hint}{now}):\n", place.prompt())
    }

    /// Takes the answer to that question. An empty one leaves what stands there.
    pub(super) fn take_line(&mut self, line: &str) {
        match line {
            _ if self.placeholder().is_none() => self.tick(line.starts_with('y')),
            "" => {}
            "-" => self.input.set(""),
            line => self.input.set(line),
        }
        self.is_offered = false;
    }

    /// The line to be typed into, where the row in hand has one.
    pub(super) fn line(&mut self) -> Option<&mut Input> {
        self.placeholder()?;
        if std::mem::take(&mut self.is_offered) {
            self.input.set("");
        }
        Some(&mut self.input)
    }

    /// Does what an editing key does to the answer in hand.
    fn type_key(&mut self, key: KeyEvent) {
        if self.placeholder().is_none() {
            return;
        }
        let writes =
            matches!(key.code, KeyCode::Char(_) | KeyCode::Backspace | KeyCode::Delete);
        if self.is_offered && writes {
            self.input.set("");
        }
        self.is_offered = !self.input.press(key) && self.is_offered;
    }
}

impl Desk {
    pub(super) fn press_filling(&mut self, mut filling: Filling, pressed: Pressed) {
        let is_part = filling.placeholder().is_none();
        let odd = match pressed.does {
            Some(InPopup::Finish) => return self.insert_filled(filling),
            Some(InPopup::Accept) if filling.is_last() => {
                return self.insert_filled(filling);
            }
            Some(InPopup::Accept | InPopup::NextField) => filling.go(1),
            Some(InPopup::PreviousField) => filling.go(-1),
            Some(InPopup::Down) if is_part => filling.go(1),
            Some(InPopup::Up) if is_part => filling.go(-1),
            Some(InPopup::Mark) if is_part => {
                let is_taken = filling.is_ticked();
                filling.tick(!is_taken);
                None
            }
            Some(InPopup::Down) => {
                filling.suggest(true);
                None
            }
            Some(InPopup::Up) => {
                filling.suggest(false);
                None
            }
            _ => {
                filling.type_key(pressed.key);
                None
            }
        };
        if let Some(odd) = odd {
            self.say(odd);
        }
        self.popups.push(Popup::Fill(filling));
    }

    /// Puts the filled template in its place.
    pub(super) fn insert_filled(&mut self, mut filling: Filling) {
        filling.leave();
        let odd = filling.rows().into_iter().find_map(|row| match row {
            Row::Place(index) => filling.advice(index),
            Row::Part(_) => None,
        });
        self.refresh();
        let cursor = self.editor.offset();
        let (part, text) = (filling.template.part, filling.text());
        let inserted = drafting::insert(&self.draft(), part, &text, cursor);
        self.edit(|editor| editor.replace_all(&inserted.text, Some(inserted.at)));
        let odd = odd.map_or_else(String::new, |odd| format!("; {odd}"));
        self.say(format!("inserted: {}{odd}", filling.template.title));
    }
}
