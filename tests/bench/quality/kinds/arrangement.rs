//! Slips in what stands where: organ line, preamble, operative part, annexes, titles.

use zerodraft::lint::Family::{Citations, Masthead, Openings, Structure};
use zerodraft::text::{Edit, TextRange};

use super::Kind;
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip, own_words};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "organ-line-missing",
        &[Structure],
        "takes the organ line out",
        organ_line_missing,
    ),
    Kind::of_form(
        "organ-line-of-another-body",
        &[Structure],
        "writes a committee's or another organ's line",
        organ_line_of_another_body,
    ),
    Kind::of_form(
        "organ-line-without-comma",
        &[Structure],
        "takes the comma after the organ line",
        organ_line_without_comma,
    ),
    Kind::of_form(
        "second-organ-line",
        &[Structure],
        "writes the organ line again before the operative part",
        second_organ_line,
    ),
    Kind::of_form(
        "operative-part-missing",
        &[Structure],
        "cuts the text after the preamble",
        operative_part_missing,
    ),
    Kind::of_form(
        "preamble-after-operative",
        &[Structure],
        "moves the last preambular paragraph behind the first operative one",
        preamble_after_operative,
    ),
    Kind::of_form(
        "finite-verb-in-preamble",
        &[Openings, Structure],
        "opens a preambular paragraph with the verb of the operative part",
        finite_verb_in_preamble,
    ),
    Kind::of_form(
        "participle-in-operative-part",
        &[Openings, Structure],
        "opens an operative paragraph with a participle",
        participle_in_operative_part,
    ),
    Kind::of_usage(
        "text-after-the-end",
        &[Structure],
        "adds a sentence below the last full stop",
        text_after_the_end,
    ),
    Kind::of_form(
        "annex-cited-but-absent",
        &[Structure, Citations],
        "cites an annex in a text that has none",
        annex_cited_but_absent,
    ),
    Kind::of_form(
        "annex-never-cited",
        &[Structure, Citations],
        "adds an annex of which the text does not speak",
        annex_never_cited,
    ),
    Kind::of_usage(
        "chapter-seven-not-last",
        &[Structure, Openings],
        "moves the formula of Chapter VII up to the first preambular paragraph (SC)",
        chapter_seven_not_last,
    ),
    Kind::of_form(
        "title-missing",
        &[Masthead, Structure],
        "takes the title out (not SC)",
        title_missing,
    ),
    Kind::of_usage(
        "title-in-security-council",
        &[Masthead, Structure],
        "gives a text of the Security Council a title",
        title_in_security_council,
    ),
    Kind::of_usage(
        "title-with-full-stop",
        &[Masthead, Structure],
        "ends the title with a full stop",
        title_with_full_stop,
    ),
    Kind::of_usage(
        "title-in-capitals",
        &[Masthead, Structure],
        "writes the title in capitals",
        title_in_capitals,
    ),
    Kind::of_usage(
        "title-with-acronym",
        &[Masthead, Structure],
        "shortens words of the title to an acronym",
        title_with_acronym,
    ),
];

fn organ_line_missing(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let line = text.resolution.organ_line.as_ref()?;
    Some(Slip::anywhere(vec![Edit::delete(whole_block(text, line.range))]))
}

/// The lines of a range with the blank line below.
fn whole_block(text: &Clean, range: TextRange) -> TextRange {
    let rest = text.text().get(range.end()..).unwrap_or_default();
    let breaks = rest.len() - rest.trim_start_matches('\n').len();
    TextRange::new(range.start(), range.end() + breaks)
}

fn organ_line_of_another_body(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let line = text.resolution.organ_line.as_ref()?;
    let others = match text.organ.as_str() {
        "GA" => {
            vec!["The Third Committee,", "The Second Committee,", "The First Committee,"]
        }
        "HRC" => vec!["The Commission on Human Rights,", "The General Assembly,"],
        "SC" => vec!["The General Assembly,"],
        _ => vec!["The General Assembly,", "The Human Rights Council,"],
    };
    Some(Slip::at(Edit::replace(line.range, dice.choose(others)?)))
}

fn organ_line_without_comma(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let line = text.resolution.organ_line.as_ref()?;
    let comma = text.slice(line.range).rfind(',')? + line.range.start();
    Some(Slip::at(Edit::delete(TextRange::new(comma, comma + 1))))
}

fn second_organ_line(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let line = text.resolution.organ_line.as_ref()?;
    let first = *text.single_run()?.first()?;
    let at = first.range.start();
    let edit = Edit::insert(at, format!("{}\n\n", text.slice(line.range)));
    Some(Slip::at(edit).or_at(line.range.start()))
}

fn operative_part_missing(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let operative = text.single_run()?;
    let (first, last) = (operative.first()?, operative.last()?);
    let range = TextRange::new(first.range.start(), last.range.end());
    Some(Slip::anywhere(vec![Edit::delete(range)]))
}

fn preamble_after_operative(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let operative = text.single_run()?;
    let preambular = text.preambular();
    let (first, second) = (operative.first()?, operative.get(1)?);
    let moved = preambular.get(1..)?.last()?;
    let words = format!("{}\n\n", text.slice(moved.range));
    let inserted = Edit::insert(second.range.start(), words);
    let place = Slip::at(inserted).or_at(first.range.start());
    let mut edits = vec![Edit::delete(whole_block(text, moved.range))];
    edits.extend(place.edits.iter().cloned());
    Some(Slip { edits, ..place })
}

/// Openings in both parts.
const PAIRS: [(&str, &str); 8] = [
    ("Recalling", "Recalls"),
    ("Reaffirming", "Reaffirms"),
    ("Recognizing", "Recognizes"),
    ("Noting", "Notes"),
    ("Welcoming", "Welcomes"),
    ("Emphasizing", "Emphasizes"),
    ("Stressing", "Stresses"),
    ("Expressing", "Expresses"),
];

fn finite_verb_in_preamble(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let sites = text.preambular().into_iter().filter_map(|paragraph| {
        let words = text.slice(own_words(paragraph));
        let (from, to) = PAIRS.iter().find(|(from, _)| words.starts_with(from))?;
        let rest = words.get(from.len()..)?;
        let has_adverb = rest.starts_with(" also") || rest.starts_with(" further");
        (!has_adverb).then_some(())?;
        let start = paragraph.range.start();
        Some(Edit::replace(TextRange::new(start, start + from.len()), *to))
    });
    dice.choose(sites.collect()).map(Slip::at)
}

fn participle_in_operative_part(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let sites = text.operative().into_iter().filter_map(|paragraph| {
        let words = text.slice(paragraph.prose.range);
        let (to, from) = PAIRS.iter().find(|(_, from)| words.starts_with(from))?;
        let start = paragraph.prose.range.start();
        Some(Edit::replace(TextRange::new(start, start + from.len()), *to))
    });
    dice.choose(sites.collect()).map(Slip::at)
}

fn text_after_the_end(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let last = *text.single_run()?.last()?;
    // Put in below the line break, the sentence is itself a place to point at.
    let end = last.range.end() + 1;
    text.text().get(end - 1..)?.starts_with('\n').then_some(())?;
    let words =
        "\nThe delegations thank the secretariat for its patience with this text.\n";
    let slip = Slip::at(Edit::insert(end, words));
    Some(slip.or_at(last.prose.range.start()))
}

fn annex_cited_but_absent(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let operative = text.single_run()?;
    let cites = text.text().contains("annex");
    (!cites).then_some(())?;
    let words = ", as set out in the annex to the present resolution;";
    text.swap(dice, &operative, ";$", words)
}

fn annex_never_cited(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let last = *text.single_run()?.last()?;
    let cites = text.text().contains("annex");
    (!cites && text.resolution.footnotes.is_empty()).then_some(())?;
    let end = last.range.end();
    let words =
        "\n\n# Annex\n\nTerms of reference of the working group on harbour lights\n";
    Some(Slip::anywhere(vec![Edit::insert(end, words)]))
}

fn chapter_seven_not_last(text: &Clean, _: &mut Dice) -> Option<Slip> {
    text.only(&["SC"])?;
    let preambular = text.preambular();
    let formula = preambular.last()?;
    let is_formula = text.slice(formula.range).starts_with("Acting under Chapter VII");
    (is_formula && preambular.len() > 2).then_some(())?;
    let first = preambular.first()?.range.start();
    let moved = Edit::insert(first, format!("{}\n\n", text.slice(formula.range)));
    let mut slip = Slip::at(moved);
    slip.edits.push(Edit::delete(whole_block(text, formula.range)));
    Some(slip)
}

fn title_missing(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let mut slip = text.swap_field(dice, "(?m)^title: .*\n", "")?;
    slip.place = super::super::planting::Place::Anywhere;
    Some(slip)
}

fn title_in_security_council(text: &Clean, _: &mut Dice) -> Option<Slip> {
    text.only(&["SC"])?;
    let matter = text.slice(text.front_matter());
    (!matter.contains("\ntitle:")).then_some(())?;
    let at = text.front_matter().start() + matter.find("language: ")?;
    Some(Slip::at(Edit::insert(at, "title: \"The situation in the region\"\n")))
}

fn title_with_full_stop(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_field(dice, "(?m)^(title: \".*[a-z])\"$", "$1.\"")
}

fn title_in_capitals(text: &Clean, _: &mut Dice) -> Option<Slip> {
    let title = text.resolution.title.as_ref()?;
    let capitals = title.value.to_uppercase();
    let is_quoted = text.slice(title.range).starts_with('"');
    let words = if is_quoted { format!("\"{capitals}\"") } else { capitals };
    Some(Slip::at(Edit::replace(title.range, words)))
}

fn title_with_acronym(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let pairs = [
        (r"(?m)^(title: .*)United Nations", "${1}UN"),
        (r"(?m)^(title: .*)Sustainable Development Goals", "${1}SDGs"),
        (r"(?m)^(title: .*)weapons of mass destruction", "${1}WMD"),
        (r"(?m)^(title: .*)human rights", "${1}HR"),
    ];
    pairs.iter().find_map(|(pattern, words)| text.swap_field(dice, pattern, words))
}
