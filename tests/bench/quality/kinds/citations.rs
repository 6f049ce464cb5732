//! Slips in citations of resolutions and instruments, and in notes.

use zerodraft::lint::Family::{Citations, Style};
use zerodraft::text::{Edit, TextRange};

use super::{Kind, Texts};
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_usage(
        "first-citation-without-date",
        &[Citations],
        "takes the date of a resolution that is cited once (not SC)",
        first_citation_without_date,
    ),
    Kind::of_form(
        "resolution-with-wrong-date",
        &[Citations],
        "moves the date of a resolution by a day",
        resolution_with_wrong_date,
    ),
    Kind::of_form(
        "resolution-of-the-future",
        &[Citations],
        "dates a resolution after the text",
        resolution_of_the_future,
    ),
    Kind::of_usage(
        "council-resolution-without-year",
        &[Citations],
        "writes “resolution 1325” without “(2000)”",
        council_resolution_without_year,
    ),
    Kind::of_usage(
        "council-resolution-with-wrong-year",
        &[Citations],
        "changes the year in “1325 (2000)”",
        council_resolution_with_wrong_year,
    ),
    Kind::of_usage(
        "symbol-for-number",
        &[Citations],
        "writes “A/RES/70/1” in running text (not SC)",
        symbol_for_number,
    ),
    Kind::of_usage(
        "resolution-capitalised",
        &[Citations, Style],
        "writes “Resolution 70/1”",
        resolution_capitalised,
    ),
    Kind::of_usage(
        "its-for-another-organ",
        &[Citations],
        "writes “its resolution” for the General Assembly's (HRC)",
        its_for_another_organ,
    ),
    Kind::of_usage(
        "organ-not-named",
        &[Citations],
        "drops “General Assembly” before its resolution (HRC)",
        organ_not_named,
    ),
    Kind::of_usage(
        "old-number-form",
        &[Citations],
        "writes “217A(III)”",
        old_number_form,
    ),
    Kind::of_usage(
        "singular-for-plural",
        &[Citations, Style],
        "writes “resolution 5/1 … and 5/2”",
        singular_for_plural,
    ),
    Kind::of_usage(
        "plural-for-singular",
        &[Citations, Style],
        "writes “resolutions 70/1 of”",
        plural_for_singular,
    ),
    Kind::of_usage(
        "list-not-in-time",
        &[Citations],
        "puts the later of two resolutions first",
        list_not_in_time,
    ),
    Kind::of_usage(
        "instrument-misnamed",
        &[Citations],
        "changes the title of a treaty or declaration",
        instrument_misnamed,
    ),
    Kind::of_usage(
        "instrument-short-title-misnamed",
        &[Citations],
        "changes a short title of standard rules",
        short_title_misnamed,
    ),
    Kind::of_usage(
        "session-in-figures",
        &[Citations, Style],
        "writes “at its 46th session”",
        session_in_figures,
    ),
    Kind::of_usage(
        "resolution-abbreviated",
        &[Citations, Style],
        "writes “res. 70/1”",
        resolution_abbreviated,
    ),
    Kind::of_form(
        "note-without-call",
        &[Citations],
        "takes the only call of a note",
        note_without_call,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "call-without-note",
        &[Citations],
        "takes a note whose call stays",
        call_without_note,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "note-without-full-stop",
        &[Citations, zerodraft::lint::Family::Punctuation],
        "takes the full stop at the end of a note",
        note_without_full_stop,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "resolution-number-with-hyphen",
        &[Citations, zerodraft::lint::Family::Punctuation],
        "writes “70-1” for “70/1”",
        number_with_hyphen,
    ),
];

fn first_citation_without_date(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let slip = text.swap(
        dice,
        &text.preambular(),
        r"\bresolution (\d+/\d+) of \d+ [A-Z][a-z]+ \d{4}",
        "resolution $1",
    )?;
    let number = slip.edits[0].replacement.trim_start_matches("resolution ");
    (text.text().matches(number).count() == 1).then_some(slip)
}

/// The day in a date moved by one.
fn another_day(day: &str) -> String {
    let day: u32 = day.parse().unwrap();
    if day > 27 { (day - 1).to_string() } else { (day + 1).to_string() }
}

fn resolution_with_wrong_date(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_by(dice, r"\b(resolution \d+/\d+ of )(\d+)( [A-Z][a-z]+ \d{4})", |found| {
        format!("{}{}{}", &found[1], another_day(&found[2]), &found[3])
    })
}

fn resolution_of_the_future(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let year = text.year + 2;
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(resolution \d+/\d+ of \d+ [A-Z][a-z]+ )\d{4}",
        &format!("${{1}}{year}"),
    )
}

fn council_resolution_without_year(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(resolution \d{3,4}) \(\d{4}\)", "$1")
}

fn council_resolution_with_wrong_year(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_by(dice, r"\b(resolution \d{3,4} \()(\d{4})\)", |found| {
        let year: u32 = found[2].parse().unwrap();
        format!("{}{})", &found[1], year - 1)
    })
}

fn symbol_for_number(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let organ = match text.organ.as_str() {
        "HRC" => r"\bGeneral Assembly resolution (\d{2}/\d+)",
        "GA" => r"\bits resolution (\d{2}/\d+)",
        _ => r"\bAssembly resolution (\d{2}/\d+)",
    };
    text.swap(dice, &text.paragraphs(), organ, "A/RES/$1")
}

fn resolution_capitalised(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(its|Assembly|Council) resolution (\d+)",
        "$1 Resolution $2",
    )
}

fn resolution_abbreviated(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(its|Assembly|Council) resolution (\d+)",
        "$1 res. $2",
    )
}

fn its_for_another_organ(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC"])?;
    // “In its resolution 48/141, the Assembly decided” would be right.
    let words = r"\b(of|by|with|to|under|[Rr]ecalling|further|also|and) General Assembly resolution ([4-7]\d/\d+)";
    text.swap(dice, &text.paragraphs(), words, "$1 its resolution $2")
}

fn organ_not_named(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC"])?;
    let words = r"\bGeneral Assembly resolution ([67]\d/\d+)";
    text.swap(dice, &text.paragraphs(), words, "resolution $1")
}

fn old_number_form(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(\d{3,4}) ([A-Z]) \(([XVI]+)\)", "$1$2($3)")
}

fn singular_for_plural(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let two = r"\bresolutions (\d+/\d+ of \d+ [A-Z][a-z]+ \d{4} and \d+/\d+)";
    text.swap(dice, &text.paragraphs(), two, "resolution $1")
}

fn plural_for_singular(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let one = r"\bresolution (\d+/\d+ of \d+ [A-Z][a-z]+ \d{4}(?:,|;)(?: in which| entitled|$))";
    text.swap(dice, &text.paragraphs(), one, "resolutions $1")
}

fn list_not_in_time(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let two = r"\b(resolutions )(\d+/\d+ of \d+ [A-Z][a-z]+ \d{4}) and (\d+/\d+ of \d+ [A-Z][a-z]+ \d{4})";
    text.swap(dice, &text.paragraphs(), two, "$1$3 and $2")
}

fn instrument_misnamed(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (
            "Covenant on Civil and Political Rights",
            "Covenant on Political and Civil Rights",
        ),
        (
            "Covenant on Economic, Social and Cultural Rights",
            "Covenant on Economic, Cultural and Social Rights",
        ),
        (
            "Convention on the Elimination of All Forms of Discrimination against Women",
            "Convention on Elimination of All Forms of Discrimination Against Women",
        ),
        ("Convention on the Rights of the Child", "Convention on the Rights of Children"),
        (
            "Convention on the Rights of Persons with Disabilities",
            "Convention on the Rights of Disabled Persons",
        ),
        (
            "Universal Declaration of Human Rights",
            "Universal Declaration on Human Rights",
        ),
        (
            "Vienna Declaration and Programme of Action",
            "Vienna Declaration and Program of Action",
        ),
        (
            "2030 Agenda for Sustainable Development",
            "2030 Agenda on Sustainable Development",
        ),
        (
            "Convention on the Elimination of All Forms of Racial Discrimination",
            "Convention on the Elimination of Racial Discrimination",
        ),
        ("Charter of the United Nations", "Charter of United Nations"),
    ];
    text.swap_one_of(dice, &slips)
}

fn short_title_misnamed(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        ("Nelson Mandela Rules", "Mandela Rules"),
        ("Addis Ababa Action Agenda", "Addis Ababa Agenda for Action"),
        (
            "Sendai Framework for Disaster Risk Reduction",
            "Sendai Framework on Disaster Risk Reduction",
        ),
        (
            "Beijing Declaration and Platform for Action",
            "Beijing Declaration and Programme for Action",
        ),
        (
            "Durban Declaration and Programme of Action",
            "Durban Declaration and Plan of Action",
        ),
        ("Paris Agreement", "Paris Climate Agreement"),
        (
            "Code of Conduct for Special Procedures Mandate Holders",
            "Code of Conduct for Special Procedure Mandate Holders",
        ),
        (
            "Guiding Principles on Business and Human Rights",
            "Guiding Principles for Business and Human Rights",
        ),
    ];
    text.swap_one_of(dice, &slips)
}

fn session_in_figures(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    const UNITS: [&str; 9] = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
        "ninth",
    ];
    let words = r"\b(at its )(thirty|forty|fifty|sixty|seventy)-(first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)( session)";
    text.swap_by(dice, words, |found| {
        let tens = ["thirty", "forty", "fifty", "sixty", "seventy"];
        let tens = 3 + tens.iter().position(|tens| *tens == &found[2]).unwrap();
        let units = 1 + UNITS.iter().position(|unit| *unit == &found[3]).unwrap();
        let ending = match units {
            1 => "st",
            2 => "nd",
            3 => "rd",
            _ => "th",
        };
        format!("{}{tens}{units}{ending}{}", &found[1], &found[4])
    })
}

fn number_with_hyphen(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(resolution \d+)/(\d+)\b", "$1-$2")
}

fn note_without_call(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slip = text.swap_even_quoted(dice, r"\[\^[^\]]+\]", "")?;
    let call = text.slice(slip.edits[0].range);
    (text.text().matches(call).count() == 2).then_some(())?;
    let note = text.text().rfind(call)?;
    Some(slip.or_at(note))
}

fn call_without_note(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let notes = text.resolution.footnotes.iter().collect();
    let note: &zerodraft::model::Footnote = dice.choose(notes)?;
    let call = format!("[^{}]", note.mark);
    let at = text.text().find(&call).filter(|at| *at < note.range.start())?;
    let rest = text.text().get(note.range.end()..).unwrap_or_default();
    let breaks = rest.len() - rest.trim_start_matches('\n').len();
    let gone = TextRange::new(note.range.start(), note.range.end() + breaks);
    Some(Slip::at(Edit::delete(gone)).or_at(at))
}

fn note_without_full_stop(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let ends = text.resolution.footnotes.iter().filter_map(|note| {
        let end = note.prose.range.end();
        let stop = TextRange::new(end.checked_sub(1)?, end);
        (text.slice(stop) == ".").then_some(stop)
    });
    Some(Slip::at(Edit::delete(dice.choose(ends.collect())?)))
}
