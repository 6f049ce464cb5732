//! Slips in endings, marks, spaces and quotation marks.

use zerodraft::lint::Family::{Openings, Punctuation, Style, Submission};
use zerodraft::model::Paragraph;

use super::{Kind, Texts};
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "preambular-ending-semicolon",
        &[Punctuation],
        "ends a preambular paragraph with a semicolon or full stop",
        preambular_ending_wrong,
    ),
    Kind::of_form(
        "preambular-ending-missing",
        &[Punctuation],
        "takes the comma at the end",
        preambular_ending_missing,
    ),
    Kind::of_form(
        "operative-ending-wrong",
        &[Punctuation],
        "ends an inner operative paragraph with a comma or full stop",
        operative_ending_wrong,
    ),
    Kind::of_form(
        "operative-ending-missing",
        &[Punctuation],
        "takes the semicolon at the end",
        operative_ending_missing,
    ),
    Kind::of_form(
        "last-ending-wrong",
        &[Punctuation],
        "ends the last operative paragraph with a semicolon or nothing",
        last_ending_wrong,
    ),
    Kind::of_form(
        "ending-doubled",
        &[Punctuation],
        "writes “,;”, “;;” or “,.”",
        ending_doubled,
    ),
    Kind::of_form(
        "chapeau-without-colon",
        &[Punctuation],
        "ends a chapeau with a comma or nothing",
        chapeau_without_colon,
    ),
    Kind::of_form(
        "item-ending-wrong",
        &[Punctuation],
        "ends an inner item with a comma or full stop",
        item_ending_wrong,
    ),
    Kind::of_usage(
        "and-before-last-item",
        &[Punctuation, Style],
        "adds “and” after the last item but one",
        and_before_last_item,
    ),
    Kind::of_usage(
        "full-stop-inside",
        &[Punctuation, Style],
        "makes two sentences of a paragraph",
        full_stop_inside,
    ),
    Kind::of_usage(
        "serial-comma",
        &[Punctuation, Style],
        "adds a comma before the “and” of a list of three",
        serial_comma,
    ),
    Kind::of_form(
        "straight-quotation-marks",
        &[Punctuation],
        "writes straight quotation marks",
        straight_quotation_marks,
    ),
    Kind::of_form(
        "quotation-not-closed",
        &[Punctuation],
        "takes a closing quotation mark",
        quotation_not_closed,
    ),
    Kind::of_form(
        "parenthesis-not-closed",
        &[Punctuation],
        "takes a closing parenthesis",
        parenthesis_not_closed,
    ),
    Kind::of_form(
        "space-before-mark",
        &[Punctuation],
        "writes a space before a comma or semicolon",
        space_before_mark,
    ),
    Kind::of_form(
        "no-space-after-comma",
        &[Punctuation],
        "takes the space after a comma",
        no_space_after_comma,
    ),
    Kind::of_form(
        "number-glued-to-word",
        &[Punctuation],
        "writes “item 10as”",
        number_glued_to_word,
    ),
    Kind::of_form(
        "double-space",
        &[Punctuation],
        "writes two spaces between words",
        double_space,
    ),
    Kind::of_form(
        "hyphen-in-range",
        &[Punctuation, Style],
        "writes “2018-2020”",
        hyphen_in_range,
    ),
    Kind::of_usage("and-or", &[Punctuation, Style], "writes “and/or”", and_or),
    Kind::of_usage("his-her", &[Punctuation, Style], "writes “his/her”", his_her),
    Kind::of_form(
        "note-call-before-mark",
        &[Punctuation, zerodraft::lint::Family::Citations],
        "puts the call of a note before the comma",
        note_call_before_mark,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "line-end-hyphen",
        &[Punctuation],
        "writes “capacity- building”",
        line_end_hyphen,
    ),
    Kind::of_form(
        "straight-apostrophe",
        &[Punctuation],
        "writes a straight apostrophe",
        straight_apostrophe,
    ),
    Kind::of_usage(
        "mark-inside-quotation",
        &[Punctuation],
        "puts the ending inside the quotation marks",
        mark_inside_quotation,
    ),
    Kind::of_usage(
        "exclamation-mark",
        &[Punctuation, Style],
        "writes an exclamation mark after a word",
        exclamation_mark,
    ),
    Kind::of_form(
        "comma-doubled",
        &[Punctuation],
        "writes “,,” inside a paragraph",
        comma_doubled,
    ),
    Kind::of_form(
        "space-inside-parenthesis",
        &[Punctuation],
        "writes “( a”",
        space_inside_parenthesis,
    ),
    Kind::of_usage(
        "and-after-last-but-one",
        &[Punctuation, Style],
        "ends the last operative paragraph but one with “; and”",
        and_after_last_but_one,
    ),
    Kind::of_usage(
        "ampersand",
        &[Punctuation, Style, Submission],
        "writes “&” for “and”",
        ampersand,
    ),
    Kind::of_form(
        "preambular-and-at-end",
        &[Punctuation, Openings, Style],
        "ends a preambular paragraph with “, and”",
        preambular_and_at_end,
    ),
];

fn preambular_ending_wrong(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mark = dice.choose(vec![";", "."])?;
    text.swap(dice, &plain(text.preambular()), ",$", mark)
}

fn preambular_ending_missing(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &plain(text.preambular()), ",$", "")
}

fn preambular_and_at_end(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &plain(text.preambular()), ",$", ", and")
}

/// Paragraphs without a list.
fn plain(paragraphs: Vec<&Paragraph>) -> Vec<&Paragraph> {
    paragraphs.into_iter().filter(|p| p.children.is_empty()).collect()
}

/// The operative paragraphs without a list, but the last.
fn inner(text: &Clean) -> Option<Vec<&Paragraph>> {
    let mut operative = text.single_run()?;
    operative.pop()?;
    Some(plain(operative))
}

fn operative_ending_wrong(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mark = dice.choose(vec![",", ".", ":"])?;
    text.swap(dice, &inner(text)?, ";$", mark)
}

fn operative_ending_missing(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &inner(text)?, ";$", "")
}

fn last_ending_wrong(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let last = text.single_run()?.pop()?;
    let mark = dice.choose(vec![";", "", ","])?;
    text.swap(dice, &plain(vec![last]), r"\.$", mark)
}

fn ending_doubled(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [(";$", ",;"), (";$", ";;"), (",$", ",,"), (r"\.$", ",.")];
    text.swap_one_of(dice, &slips)
}

fn chapeau_without_colon(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let all = text.paragraphs().into_iter().filter(|p| p.is_chapeau());
    let mark = dice.choose(vec![",", "", ";"])?;
    text.swap(dice, &all.collect::<Vec<_>>(), ":$", mark)
}

/// The items of lists but the last ones. What an operative paragraph quotes is none.
fn inner_items(text: &Clean) -> Vec<&Paragraph> {
    let all = text.operative().into_iter();
    let inner = all.filter_map(|p| p.children.split_last().map(|(_, inner)| inner));
    plain(inner.flatten().filter(|item| item.marker.is_some()).collect())
}

fn item_ending_wrong(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mark = dice.choose(vec![",", ".", ""])?;
    text.swap(dice, &inner_items(text), ";$", mark)
}

fn and_before_last_item(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let all = text.operative().into_iter();
    let items = all.filter_map(|p| p.children.iter().rev().nth(1));
    text.swap(dice, &plain(items.collect()), ";$", "; and")
}

fn and_after_last_but_one(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let paragraph = text.single_run()?.into_iter().rev().nth(1)?;
    text.swap(dice, &plain(vec![paragraph]), ";$", "; and")
}

fn full_stop_inside(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &inner(text)?, r"([a-z]{4}), and (?:the|to|in) ", "$1. The ")
}

fn serial_comma(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let list = r"\b([a-z]{4,}, [a-z]{4,}) and ([a-z]{4,})\b";
    text.swap(dice, &text.paragraphs(), list, "$1, and $2")
}

fn straight_quotation_marks(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_even_quoted(dice, "“([^“”\"]{3,80})”", "\"$1\"")
}

fn quotation_not_closed(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_even_quoted(dice, "“([^“”]{3,80})”", "“$1")
}

fn parenthesis_not_closed(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r" \(([a-z][^()]{5,60})\)", " ($1")
}

fn space_before_mark(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{3})([,;])( |$)", "$1 $2$3")
}

fn no_space_after_comma(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{3}), ([a-z]{3})", "$1,$2")
}

fn number_glued_to_word(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"([a-z] \d+) (as|of|and|to|by|in)\b", "$1$2")
}

fn double_space(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{3}) ([a-z]{3})", "$1  $2")
}

fn hyphen_in_range(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b((?:19|20)\d\d)–((?:19|20)?\d\d)\b", "$1-$2")
}

fn and_or(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4}) or ([a-z]{4})", "$1 and/or $2")
}

fn his_her(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(in|of|with) their\b", "$1 his/her")
}

fn note_call_before_mark(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_even_quoted(dice, r"([a-z]),(\[\^[^\]]+\])", "$1$2,")
}

fn line_end_hyphen(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4})-([a-z]{4})", "$1- $2")
}

fn straight_apostrophe(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z])’(s?) ", "$1'$2 ")
}

fn mark_inside_quotation(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_even_quoted(dice, "”([,;])", "$1”")
}

fn exclamation_mark(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4}), ([a-z]{4})", "$1! $2")
}

fn comma_doubled(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{3}), ([a-z]{3})", "$1,, $2")
}

fn space_inside_parenthesis(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r" \(([A-Za-z][a-z]{3,})", " ( $1")
}

fn ampersand(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b([a-z]{5,}) and ([a-z]{5,})\b", "$1 & $2")
}
