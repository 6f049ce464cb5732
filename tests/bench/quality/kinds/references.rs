//! Slips in references to paragraphs, articles and sessions.

use zerodraft::lint::Family::{Citations, Punctuation, Style};

use super::Kind;
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "reference-out-of-range",
        &[Citations],
        "refers to paragraph 394 above",
        reference_out_of_range,
    ),
    Kind::of_usage(
        "reference-the-wrong-way",
        &[Citations],
        "writes “below” for “above”",
        reference_the_wrong_way,
    ),
    Kind::of_usage(
        "operative-paragraph-n",
        &[Citations, Style],
        "writes “operative paragraph 7”",
        operative_paragraph,
    ),
    Kind::of_usage(
        "paragraph-abbreviated",
        &[Citations, Style],
        "writes “para. 7”",
        paragraph_abbreviated,
    ),
    Kind::of_usage(
        "letter-without-space",
        &[Citations, Punctuation],
        "writes “6(a)”",
        letter_without_space,
    ),
    Kind::of_usage(
        "charter-article-in-lower-case",
        &[Citations, Style],
        "writes “article 51 of the Charter”",
        charter_article_in_lower_case,
    ),
    Kind::of_usage(
        "treaty-article-with-capital",
        &[Citations, Style],
        "writes “Article 2 of the Covenant”",
        treaty_article_with_capital,
    ),
    Kind::of_usage(
        "session-already-past",
        &[Citations, zerodraft::lint::Family::Submission],
        "asks for a report at a session long past",
        session_already_past,
    ),
    Kind::of_usage(
        "abbreviation-defined-twice",
        &[Citations, Style],
        "defines an abbreviation again where it is used",
        abbreviation_defined_twice,
    ),
    Kind::of_usage(
        "abbreviation-never-defined",
        &[Citations, Style],
        "takes the definition of an abbreviation that is used later",
        abbreviation_never_defined,
    ),
];

fn reference_out_of_range(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\bparagraph \d+( above| below| of the present resolution| of this resolution)",
        "paragraph 394$1",
    )
}

fn reference_the_wrong_way(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"\b(paragraphs? \d+(?: \([a-z]\))?(?: (?:and|to) \d+)?) above", "$1 below"),
        (r"\b(paragraphs? \d+(?: \([a-z]\))?(?: (?:and|to) \d+)?) below", "$1 above"),
    ];
    text.swap_one_of(dice, &slips)
}

fn operative_paragraph(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(in|by|to|of|with) (paragraphs? \d+)",
        "$1 operative $2",
    )
}

fn paragraph_abbreviated(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\b(in|by|to|of|with) paragraph (\d+)",
        "$1 para. $2",
    )
}

fn letter_without_space(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\b(paragraphs? \d+) (\([a-z]\))", "$1$2")
}

fn charter_article_in_lower_case(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        r"\bArticle (\d+(?: \(\d+\))?,?(?: paragraph \d+,)? of the Charter)",
        "article $1",
    )
}

fn treaty_article_with_capital(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\barticle(s? \d+[^.;]{0,40} of the (?:International|Covenant|Convention|Universal|Rome))", "Article$1")
}

fn session_already_past(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC", "GA"])?;
    let operative = text.operative();
    let words = r"\b(submit|report|present)([^.;]{0,160}) at its [a-z]+-[a-z]+ (regular )?session";
    text.swap(dice, &operative, words, "$1$2 at its ninth session")
}

fn abbreviation_defined_twice(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["SC"])?;
    // “the African Union Mission in Somalia (AMISOM)” and later “AMISOM”.
    let defined = defined(text);
    let (name, short) = dice.choose(defined)?;
    let later = text.text().rfind(&format!(" {short} "))?;
    let first = text.text().find(&format!("({short})"))?;
    (later > first).then_some(())?;
    let start = later + 1;
    let range = zerodraft::text::TextRange::new(start, start + short.len());
    let words = format!("{name} ({short})");
    Some(Slip::at(zerodraft::text::Edit::replace(range, words)))
}

fn abbreviation_never_defined(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["SC"])?;
    let (_, short) = dice.choose(defined(text))?;
    let definition = format!(" ({short})");
    let at = text.text().find(&definition)?;
    let later = text.text().get(at + definition.len()..)?;
    let is_alone = |place: &usize| {
        let (before, after) = later.split_at(*place);
        let is_part = |c: char| c.is_alphanumeric();
        let after = after.get(short.len()..).unwrap_or_default();
        !before.ends_with(is_part) && !after.starts_with(is_part)
    };
    let uses = later.match_indices(&short).map(|(place, _)| place);
    let use_at = uses.filter(is_alone).min()? + at + definition.len();
    let range = zerodraft::text::TextRange::new(at, at + definition.len());
    Some(Slip::at(zerodraft::text::Edit::delete(range)).or_at(use_at))
}

/// Names of at least two words whose first letters make the abbreviation behind them.
fn defined(text: &Clean) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for (at, _) in text.text().match_indices(" (") {
        let rest = text.text().get(at + 2..).unwrap_or_default();
        let Some((short, _)) = rest.split_once(')') else { continue };
        let is_short = (3..=7).contains(&short.len())
            && short.bytes().all(|byte| byte.is_ascii_uppercase());
        let before = text.text().get(..at).unwrap_or_default();
        let words: Vec<&str> = before.rsplit(' ').take(short.len()).collect();
        let initials: String =
            words.iter().rev().filter_map(|word| word.chars().next()).collect();
        let is_once = text.text().matches(&format!("({short})")).count() == 1;
        if is_short && is_once && initials == short {
            let name: Vec<&str> = words.into_iter().rev().collect();
            all.push((name.join(" "), short.to_owned()));
        }
    }
    all
}
