//! Slips in numbers and letters.

use zerodraft::lint::Family::{Numbering, Openings, Punctuation, Structure, Submission};
use zerodraft::model::{Marker, Paragraph};
use zerodraft::text::{Edit, TextRange};

use super::{Kind, Texts};
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "preambular-numbered",
        &[Numbering, Structure],
        "puts a number before a preambular paragraph",
        preambular_numbered,
    ),
    Kind::of_form(
        "operative-unnumbered",
        &[Numbering],
        "takes the number of an operative paragraph",
        operative_unnumbered,
    ),
    Kind::of_form(
        "single-operative-numbered",
        &[Numbering],
        "numbers the only operative paragraph",
        single_operative_numbered,
    )
    .in_texts(Texts::Short),
    Kind::of_form(
        "number-skipped",
        &[Numbering],
        "raises an operative number and all after it by one",
        number_skipped,
    ),
    Kind::of_form(
        "number-twice",
        &[Numbering],
        "gives an operative paragraph the number of the one before",
        number_twice,
    ),
    Kind::of_form(
        "numbers-swapped",
        &[Numbering],
        "swaps the numbers of two neighbours",
        numbers_swapped,
    ),
    Kind::of_form("number-form", &[Numbering], "writes “3)” or “(3)”", number_form),
    Kind::of_form(
        "number-glued",
        &[Numbering, Punctuation],
        "writes “3.Calls”",
        number_glued,
    ),
    Kind::of_form(
        "number-doubled",
        &[Numbering, Punctuation, Openings],
        "writes “3. 3. Calls”",
        number_doubled,
    ),
    Kind::of_form(
        "letter-form",
        &[Numbering],
        "writes “a)” or “a.” for “(a)”",
        letter_form,
    ),
    Kind::of_form(
        "letter-out-of-order",
        &[Numbering],
        "skips a letter",
        letter_out_of_order,
    ),
    Kind::of_form(
        "letter-twice",
        &[Numbering],
        "gives two subparagraphs the same letter",
        letter_twice,
    ),
    Kind::of_usage(
        "bullets-for-letters",
        &[Numbering],
        "writes bullets in place of the letters of a list",
        bullets_for_letters,
    ),
    Kind::of_usage(
        "lone-subparagraph",
        &[Numbering],
        "leaves a list with one item",
        lone_subparagraph,
    ),
    Kind::of_form(
        "bis-left",
        &[Numbering, Submission],
        "renumbers n + 1 as “n bis”",
        bis_left,
    ),
    Kind::of_usage(
        "section-numeral-skipped",
        &[Numbering, Structure],
        "skips a section numeral",
        section_numeral_skipped,
    ),
];

fn preambular_numbered(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let places = text.preambular().into_iter().enumerate();
    let (index, paragraph) = dice.choose(places.collect())?;
    let number = format!("{}. ", index + 1);
    Some(Slip::at(Edit::insert(paragraph.range.start(), number)))
}

/// An operative paragraph that is neither the first nor the last, with its number.
fn inner<'a>(text: &'a Clean, dice: &mut Dice) -> Option<(usize, Vec<&'a Paragraph>)> {
    let operative = text.single_run()?;
    let is_numbered = operative.iter().all(|paragraph| paragraph.marker.is_some());
    let inner = (1..operative.len().checked_sub(1)?).collect();
    let chosen = dice.choose(inner).filter(|_| is_numbered)?;
    Some((chosen, operative))
}

fn number_of(marker: &Marker) -> Option<u32> {
    marker.text.trim_end_matches('.').parse().ok()
}

fn renumber(paragraph: &Paragraph, number: u32) -> Option<Edit> {
    Some(Edit::replace(paragraph.marker.as_ref()?.range, format!("{number}.")))
}

fn operative_unnumbered(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let paragraph = operative[at];
    let range = TextRange::new(paragraph.range.start(), paragraph.prose.range.start());
    Some(Slip::at(Edit::delete(range)))
}

fn single_operative_numbered(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let operative = text.single_run()?;
    let [only] = operative.as_slice() else { return None };
    Some(Slip::at(Edit::insert(only.range.start(), "1. ")))
}

fn number_skipped(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let mut edits = Vec::new();
    for paragraph in &operative[at..] {
        edits.push(renumber(paragraph, number_of(paragraph.marker.as_ref()?)? + 1)?);
    }
    let mut slip = Slip::at(edits.remove(0));
    slip.edits.append(&mut edits);
    Some(slip)
}

fn number_twice(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let number = number_of(operative[at - 1].marker.as_ref()?)?;
    let slip = Slip::at(renumber(operative[at], number)?);
    Some(slip.or_at(operative[at + 1].range.start()))
}

fn numbers_swapped(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let (here, next) = (operative[at], operative[at + 1]);
    let numbers = (number_of(here.marker.as_ref()?)?, number_of(next.marker.as_ref()?)?);
    let mut slip = Slip::at(renumber(here, numbers.1)?).or_at(next.range.start());
    slip.edits.push(renumber(next, numbers.0)?);
    Some(slip)
}

fn number_form(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let marker = operative[at].marker.as_ref()?;
    let number = number_of(marker)?;
    let forms = vec![format!("{number})"), format!("({number})"), format!("{number}:")];
    Some(Slip::at(Edit::replace(marker.range, dice.choose(forms)?)))
}

fn number_glued(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let marker = operative[at].marker.as_ref()?.range;
    let words = operative[at].prose.range.start();
    Some(Slip::at(Edit::delete(TextRange::new(marker.end(), words))))
}

fn number_doubled(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let marker = operative[at].marker.as_ref()?;
    let again = format!("{} ", marker.text);
    Some(Slip::at(Edit::insert(operative[at].prose.range.start(), again)))
}

/// Lists (a), (b) … with at least three items: their items.
fn lists(text: &Clean) -> Vec<&[Paragraph]> {
    let paragraphs = text.paragraphs().into_iter();
    let lists = paragraphs.map(|paragraph| paragraph.children.as_slice());
    lists
        .filter(|items| {
            items.len() >= 3
                && items.iter().zip('a'..).all(|(item, letter)| {
                    item.marker
                        .as_ref()
                        .is_some_and(|marker| marker.text == format!("({letter})"))
                })
        })
        .collect()
}

fn letter_form(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let list = dice.choose(lists(text))?;
    let item = dice.choose(list.iter().zip('a'..).collect())?;
    let (item, letter) = (item.0, item.1);
    let forms = vec![
        format!("{letter})"),
        format!("{letter}."),
        format!("({})", letter.to_ascii_uppercase()),
    ];
    Some(Slip::at(Edit::replace(item.marker.as_ref()?.range, dice.choose(forms)?)))
}

fn letter_out_of_order(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let list = dice.choose(lists(text))?;
    let letters: Vec<char> = ('b'..='z').take(list.len()).collect();
    let at = 1 + dice.below(list.len() - 1);
    let mut edits = Vec::new();
    for (item, letter) in list.iter().zip(letters).skip(at) {
        edits.push(Edit::replace(item.marker.as_ref()?.range, format!("({letter})")));
    }
    let mut slip = Slip::at(edits.remove(0));
    slip.edits.append(&mut edits);
    Some(slip)
}

fn letter_twice(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let list = dice.choose(lists(text))?;
    let at = 1 + dice.below(list.len() - 1);
    let before = &list[at - 1].marker.as_ref()?.text;
    let slip = Slip::at(Edit::replace(list[at].marker.as_ref()?.range, before.as_str()));
    Some(match list.get(at + 1) {
        Some(next) => slip.or_at(next.range.start()),
        None => slip,
    })
}

fn bullets_for_letters(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let list = dice.choose(lists(text))?;
    let bullet = dice.choose(vec!["-", "•"])?;
    let mut edits = Vec::new();
    for item in list {
        edits.push(Edit::replace(item.marker.as_ref()?.range, bullet));
    }
    let chapeau = list[0].range.start();
    let mut slip = Slip::at(edits.remove(0)).or_at(chapeau - chapeau.min(2));
    slip.edits.append(&mut edits);
    // The chapeau may be told instead of its list.
    let above = text.text().get(..chapeau)?.trim_end().len();
    Some(slip.or_at(above - 1))
}

fn lone_subparagraph(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let plain = lists(text)
        .into_iter()
        .filter(|items| items.iter().all(|item| item.children.is_empty()));
    let list = dice.choose(plain.collect())?;
    let (first, last) = (list.first()?, list.last()?);
    let gone = TextRange::new(first.prose.range.end(), last.range.end());
    let mut slip = Slip::at(Edit::delete(gone)).or_at(first.range.start());
    let chapeau = text.text().get(..first.range.start())?.trim_end().len();
    slip = slip.or_at(chapeau - 1);
    Some(slip)
}

fn bis_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let (at, operative) = inner(text, dice)?;
    let number = number_of(operative[at].marker.as_ref()?)?;
    let marker = operative[at].marker.as_ref()?.range;
    let mut slip = Slip::at(Edit::replace(marker, format!("{} bis.", number - 1)));
    for paragraph in &operative[at + 1..] {
        let number = number_of(paragraph.marker.as_ref()?)? - 1;
        slip.edits.push(renumber(paragraph, number)?);
    }
    Some(slip)
}

fn section_numeral_skipped(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let headings = text.resolution.sections.iter().filter_map(|section| {
        let numeral = section.numeral.as_deref().filter(|numeral| *numeral == "III")?;
        let range = section.heading.as_ref()?.range;
        let start = range.start() + text.slice(range).find(numeral)?;
        Some(TextRange::new(start, start + numeral.len()))
    });
    let heading = dice.choose(headings.collect())?;
    Some(Slip::at(Edit::replace(heading, "IV")))
}
