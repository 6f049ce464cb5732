//! Slips in the masthead and the list of sponsors.

use zerodraft::lint::Family::{Masthead, Numbering, Sponsors, Structure, Submission};
use zerodraft::text::Edit;

use super::{Kind, Texts};
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "symbol-misspelt",
        &[Masthead],
        "breaks the grammar of the symbol",
        symbol_misspelt,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "session-not-that-of-the-symbol",
        &[Masthead],
        "writes another session than the symbol's",
        session_not_that_of_the_symbol,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "distribution-wrong",
        &[Masthead],
        "gives a draft the distribution General",
        distribution_wrong,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "date-in-figures",
        &[Masthead, Structure],
        "writes the date as day/month/year",
        date_in_figures,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "original-not-an-official-language",
        &[Masthead, Structure],
        "names a language that is not one of the six",
        original_not_an_official_language,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "agenda-item-with-word",
        &[Masthead],
        "writes “Item 10” for the number of the item",
        agenda_item_with_word,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "agenda-item-missing",
        &[Masthead, Submission],
        "takes the agenda item out",
        agenda_item_missing,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "sub-item-without-space",
        &[Masthead],
        "writes “70(b)”",
        sub_item_without_space,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "session-dates-with-hyphen",
        &[Masthead, zerodraft::lint::Family::Punctuation],
        "writes the session dates with a hyphen",
        session_dates_with_hyphen,
    ),
    Kind::of_form(
        "placeholder-of-another-session",
        &[Masthead],
        "writes “41/...” in a text of another session",
        placeholder_of_another_session,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "placeholder-number-when-adopted",
        &[Masthead],
        "writes “n/...” in an adopted text",
        placeholder_number_when_adopted,
    ),
    Kind::of_form(
        "number-of-another-session",
        &[Masthead, Numbering],
        "gives an adopted text the number of another session",
        number_of_another_session,
    ),
    Kind::of_usage(
        "sponsors-out-of-order",
        &[Sponsors],
        "swaps two neighbours",
        sponsors_out_of_order,
    )
    .in_texts(Texts::Tabled),
    Kind::of_form(
        "sponsor-twice",
        &[Sponsors],
        "names a sponsor again at the end",
        sponsor_twice,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "sponsor-by-old-name",
        &[Sponsors],
        "adds a State under a name given up before the date",
        sponsor_by_old_name,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "sponsor-by-common-name",
        &[Sponsors],
        "adds a State under a common, not its official name",
        sponsor_by_common_name,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "sponsor-with-article",
        &[Sponsors],
        "writes the article before a sponsor",
        sponsor_with_article,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "sponsor-misspelt",
        &[Sponsors],
        "drops a letter of a sponsor",
        sponsor_misspelt,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "observer-not-last",
        &[Sponsors],
        "puts the State of Palestine first",
        observer_not_last,
    )
    .in_texts(Texts::Tabled),
    Kind::of_usage(
        "member-marked",
        &[Sponsors],
        "marks a member of the Council as a non-member (HRC)",
        member_marked,
    )
    .in_texts(Texts::Tabled),
];

fn symbol_misspelt(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r#"symbol: "(.*)/L\."#, r#"symbol: "$1/L"#),
        (r#"symbol: "([AE])/"#, r#"symbol: "$1 "#),
        (r#"symbol: "(.*)/L\."#, r#"symbol: "${1}L."#),
    ];
    let (pattern, words) = dice.choose(slips.to_vec())?;
    text.swap_field(dice, pattern, words)
}

fn session_not_that_of_the_symbol(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, r#"(?m)^session: "\d+""#, r#"session: "31""#)
}

fn distribution_wrong(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, "distribution: \"?Limited\"?", "distribution: General")
}

fn date_in_figures(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, r"(?m)^date: (\d{4})-(\d\d)-(\d\d)", "date: $3/$2/$1")
}

fn original_not_an_official_language(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let language =
        dice.choose(vec!["original: de", "original: \"German\"", "original: pt"])?;
    text.swap_field(dice, r"(?m)^original: \w+", language)
}

fn agenda_item_with_word(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, "- number: \"", "- number: \"Item ")
}

fn agenda_item_missing(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let mut slip = text.swap_field(dice, "(?m)^agenda_items:\n(  .*\n)+", "")?;
    slip.place = crate::quality::planting::Place::Anywhere;
    Some(slip)
}

fn sub_item_without_space(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, r#"- number: "(\d+) \("#, "- number: \"$1(")
}

fn session_dates_with_hyphen(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, "(?m)^(session_dates: .*)–", "$1-")
}

fn placeholder_of_another_session(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, r#"(?m)^number: "\d+/"#, "number: \"31/")
}

fn placeholder_number_when_adopted(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, r#"(?m)^number: "(\d+)/.*""#, "number: \"$1/...\"")
}

fn number_of_another_session(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC", "GA"])?;
    text.swap_field(dice, r#"(?m)^number: "\d+/"#, "number: \"31/")
}

/// The names of the sponsors as written in the field, its brackets taken off.
fn sponsors(text: &Clean) -> Vec<String> {
    text.resolution.sponsors.list.iter().map(|sponsor| sponsor.name.clone()).collect()
}

fn with_sponsors(text: &Clean, names: &[String]) -> Option<Slip> {
    let range = text.resolution.sponsors.range;
    let names: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    (!range.is_empty())
        .then(|| Slip::at(Edit::replace(range, format!("[{}]", names.join(", ")))))
}

/// The list with a name at its alphabetical place.
fn with_sponsor(text: &Clean, name: &str) -> Option<Slip> {
    let mut names = sponsors(text);
    let after = names.iter().position(|other| other.as_str() > name);
    names.insert(after.unwrap_or(names.len()), name.to_owned());
    with_sponsors(text, &names).map(Slip::that_stays)
}

fn sponsors_out_of_order(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mut names = sponsors(text);
    let at = dice.below(names.len().checked_sub(1).filter(|last| *last > 0)?);
    names.swap(at, at + 1);
    with_sponsors(text, &names)
}

fn sponsor_twice(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mut names = sponsors(text);
    let name = dice.choose(names.clone())?;
    names.push(name);
    with_sponsors(text, &names)
}

fn sponsor_by_old_name(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    // Name given up, and the year after which it is old.
    let old = [
        ("Turkey", 2022),
        ("Swaziland", 2018),
        ("Cape Verde", 2013),
        ("The former Yugoslav Republic of Macedonia", 2019),
        ("Czech Republic", 2016),
        ("Libyan Arab Jamahiriya", 2011),
    ];
    let fitting = old.iter().filter(|(_, until)| text.year > *until).collect();
    let (name, _) = dice.choose(fitting)?;
    with_sponsor(text, name)
}

fn sponsor_by_common_name(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let names = [
        "Russia",
        "South Korea",
        "Iran",
        "Venezuela",
        "Bolivia",
        "Vietnam",
        "Syria",
        "Moldova",
        "Tanzania",
        "Ivory Coast",
        "East Timor",
        "United Kingdom",
        "United States",
        "Laos",
    ];
    with_sponsor(text, dice.choose(names.to_vec())?)
}

fn sponsor_with_article(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let names = [
        "the Sudan",
        "the Philippines",
        "The Gambia",
        "the Niger",
        "the Congo",
        "the Marshall Islands",
    ];
    with_sponsor(text, dice.choose(names.to_vec())?)
}

fn sponsor_misspelt(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let mut names = sponsors(text);
    let long =
        (0..names.len()).filter(|at| names[*at].len() > 5 && names[*at].is_ascii());
    let at = dice.choose(long.collect())?;
    let letter = 2 + dice.below(names[at].len() - 4);
    names[at].remove(letter);
    with_sponsors(text, &names)
}

fn observer_not_last(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let mut names = sponsors(text);
    names.retain(|name| name != "State of Palestine");
    names.insert(0, "State of Palestine".to_owned());
    with_sponsors(text, &names).map(Slip::that_stays)
}

/// Two States that sat in the Council in a year, from the recorded votes of that year.
fn member_marked(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC"])?;
    let members = [
        (2013..=2015, "Germany"),
        (2016..=2018, "Switzerland"),
        (2014..=2016, "Morocco"),
        (2015..=2017, "Bangladesh"),
        (2017..=2019, "Brazil"),
        (2019..=2021, "Bangladesh"),
        (2020..=2022, "Brazil"),
        (2022..=2024, "Honduras"),
    ];
    let sitting = members.iter().filter(|(years, _)| years.contains(&text.year));
    let (_, member) = dice.choose(sitting.collect())?;
    let mut names = sponsors(text);
    names.retain(|name| name != member);
    let after = names.iter().position(|other| other.as_str() > *member);
    let mut written: Vec<String> =
        names.iter().map(|name| format!("\"{name}\"")).collect();
    let marked = format!("{{name: \"{member}\", marked: true}}");
    written.insert(after.unwrap_or(names.len()), marked);
    let range = text.resolution.sponsors.range;
    let edit = Edit::replace(range, format!("[{}]", written.join(", ")));
    Some(Slip::at(edit).that_stays())
}
