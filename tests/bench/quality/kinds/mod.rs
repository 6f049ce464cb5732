//! The kinds of slip, one small function each, written from the reference of usage and
//! from the errors of real drafts, not from the rules.

mod arrangement;
mod citations;
mod front_matter;
mod numbering;
mod openings;
mod punctuation;
mod references;
mod style;
mod submission;

use zerodraft::lint::Family;

use super::dice::Dice;
use super::planting::{Clean, Slip};

/// One way to go wrong.
pub(crate) struct Kind {
    pub(crate) name: &'static str,
    /// The families one of whose rules should speak.
    pub(crate) families: &'static [Family],
    /// Whether it breaks the form, so that no editor would let it pass.
    pub(crate) is_of_form: bool,
    /// The texts into which it is planted.
    pub(crate) texts: Texts,
    /// What is done to the text.
    pub(crate) what: &'static str,
    /// Plants it at a random place, if the text has one.
    pub(crate) plant: fn(&Clean, &mut Dice) -> Option<Slip>,
}

/// The form of the texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Texts {
    /// As adopted.
    Adopted,
    /// Made into a tabled draft: symbol, date, agenda item, sponsors, no number.
    Tabled,
    /// Cut down to the preamble and one operative paragraph without number.
    Short,
}

impl Kind {
    /// A slip of form in an adopted text.
    const fn of_form(
        name: &'static str,
        families: &'static [Family],
        what: &'static str,
        plant: fn(&Clean, &mut Dice) -> Option<Slip>,
    ) -> Self {
        Self { name, families, is_of_form: true, texts: Texts::Adopted, what, plant }
    }

    /// A slip of usage in an adopted text.
    const fn of_usage(
        name: &'static str,
        families: &'static [Family],
        what: &'static str,
        plant: fn(&Clean, &mut Dice) -> Option<Slip>,
    ) -> Self {
        Self { name, families, is_of_form: false, texts: Texts::Adopted, what, plant }
    }

    const fn in_texts(mut self, texts: Texts) -> Self {
        self.texts = texts;
        self
    }
}

/// Every kind.
pub(crate) fn all() -> impl Iterator<Item = &'static Kind> {
    let lists: [&'static [Kind]; 9] = [
        arrangement::KINDS,
        front_matter::KINDS,
        numbering::KINDS,
        openings::KINDS,
        punctuation::KINDS,
        citations::KINDS,
        references::KINDS,
        style::KINDS,
        submission::KINDS,
    ];
    lists.into_iter().flatten()
}
