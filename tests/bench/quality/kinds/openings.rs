//! Slips in the words that open a paragraph.

use zerodraft::lint::Family::{Openings, Punctuation, Style};
use zerodraft::model::Paragraph;
use zerodraft::text::{Edit, TextRange};

use super::Kind;
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "verb-not-inflected",
        &[Openings],
        "writes “Request” for “Requests”",
        verb_not_inflected,
    ),
    Kind::of_form(
        "verb-in-the-past",
        &[Openings],
        "writes “Requested” for “Requests”",
        verb_in_the_past,
    ),
    Kind::of_form(
        "opening-misspelt",
        &[Openings, Style],
        "drops a letter of the opening verb",
        opening_misspelt,
    ),
    Kind::of_form(
        "opening-in-lower-case",
        &[Openings],
        "begins the opening with a small letter",
        opening_in_lower_case,
    ),
    Kind::of_form(
        "opening-in-capitals",
        &[Openings],
        "writes the opening verb in capitals",
        opening_in_capitals,
    ),
    Kind::of_usage(
        "repeated-without-adverb",
        &[Openings],
        "drops “also” or “further” after a paragraph that opens alike (not SC)",
        repeated_without_adverb,
    ),
    Kind::of_usage(
        "adverb-misplaced-in-operative",
        &[Openings],
        "writes “Requests also” (not SC)",
        adverb_misplaced_in_operative,
    ),
    Kind::of_usage(
        "adverb-misplaced-in-preamble",
        &[Openings],
        "writes “Also recalling” (not SC)",
        adverb_misplaced_in_preamble,
    ),
    Kind::of_usage(
        "also-without-precedent",
        &[Openings],
        "writes “Also” where the paragraph before opens otherwise (not SC)",
        also_without_precedent,
    ),
    Kind::of_usage(
        "further-before-also",
        &[Openings],
        "swaps “also” and “further” in a run of three (not SC)",
        further_before_also,
    ),
    Kind::of_usage("calls-on", &[Openings, Style], "writes “Calls on”", calls_on),
    Kind::of_usage(
        "model-opening",
        &[Openings],
        "opens a preambular paragraph as only model drafts do",
        model_opening,
    ),
    Kind::of_usage(
        "opening-with-ise",
        &[Openings, Style],
        "writes “Recognising” (not SC)",
        opening_with_ise,
    ),
    Kind::of_usage(
        "security-council-verb",
        &[Openings],
        "opens with a verb that belongs to the Security Council (not SC)",
        security_council_verb,
    ),
    Kind::of_usage(
        "this-resolution",
        &[Openings, Style],
        "writes “this resolution” (not SC)",
        this_resolution,
    ),
    Kind::of_usage(
        "present-resolution-in-security-council",
        &[Openings, Style],
        "writes “the present resolution” (SC)",
        present_resolution,
    ),
    Kind::of_usage(
        "double-opening",
        &[Openings],
        "joins a second verb to the first",
        double_opening,
    ),
    Kind::of_form(
        "comma-after-opening",
        &[Openings, Punctuation],
        "writes “Recalling, that” or “Decides, to”",
        comma_after_opening,
    ),
];

/// Verbs of operative paragraphs, as patterns on a numbered paragraph.
const VERBS: &str = r"^(\d+\. (?:Also |Further )?)(R|r|C|c|E|e|I|i|U|u|W|w|S|s)(equest|all|ncourage|nvite|rge|elcome|tress|eaffirm|ecall)s ";

fn verb_not_inflected(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.operative(), VERBS, "$1$2$3 ")
}

fn verb_in_the_past(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let verbs = r"^(\d+\. (?:Also |Further )?(?:[Rr]equest|[Rr]eaffirm|[Ss]tress|[Rr]ecall))(?:e?s) ";
    text.swap(dice, &text.operative(), verbs, "${1}ed ")
}

fn opening_misspelt(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"^Recalling ", "Recaling "),
        (r"^Reaffirming ", "Reafirming "),
        (r"^Recognizing ", "Reconizing "),
        (r"^Welcoming ", "Wellcoming "),
        (r"^Emphasizing ", "Emphazising "),
        (r"^(\d+\. )Encourages ", "${1}Encourges "),
        (r"^(\d+\. )Requests ", "${1}Requets "),
        (r"^(\d+\. )Emphasizes ", "${1}Emphasizs "),
        (r"^(\d+\. )Decides ", "${1}Decideds "),
        (r"^(\d+\. )Invites ", "${1}Invities "),
    ];
    text.swap_one_of(dice, &slips)
}

fn first_degree(text: &Clean) -> Vec<&Paragraph> {
    text.preambular().into_iter().chain(text.operative()).collect()
}

fn opening_in_lower_case(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    change_of_first_word(text, dice, str::to_lowercase)
}

fn opening_in_capitals(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    change_of_first_word(text, dice, str::to_uppercase)
}

fn change_of_first_word(
    text: &Clean,
    dice: &mut Dice,
    change: fn(&str) -> String,
) -> Option<Slip> {
    let known = first_degree(text).into_iter().filter(|p| p.opening.is_some());
    let paragraph = dice.choose(known.collect())?;
    let start = paragraph.prose.range.start();
    let words = text.slice(paragraph.prose.range);
    let end = words.find(' ')?;
    let range = TextRange::new(start, start + end);
    Some(Slip::at(Edit::replace(range, change(words.get(..end)?))))
}

/// Neighbours whose openings are the same phrase, the second with an adverb.
fn repetitions(text: &Clean) -> Vec<&Paragraph> {
    let lists = [text.preambular(), text.operative()];
    let mut found = Vec::new();
    for list in lists {
        for pair in list.windows(2) {
            let phrase = |p: &Paragraph| p.opening.as_ref().map(|o| o.phrase.clone());
            let repeats =
                pair[1].opening.as_ref().is_some_and(|o| o.repetition.is_some());
            if phrase(pair[0]) == phrase(pair[1]) && repeats {
                found.push(pair[1]);
            }
        }
    }
    found
}

fn repeated_without_adverb(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let repeated = repetitions(text);
    let start = r"^(\d+\. )(?:Also|Further) (?:r)(equests|ecalls|eaffirms|ecognizes)";
    let operative = text.swap(dice, &repeated, start, "${1}R$2");
    let preambular = text.swap(
        dice,
        &repeated,
        "^(Recalling|Reaffirming|Recognizing|Noting|Stressing|Welcoming) (?:also|further) ",
        "$1 ",
    );
    let found = [operative, preambular].into_iter().flatten().collect();
    dice.choose(found)
}

fn adverb_misplaced_in_operative(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let start = r"^(\d+\. )(?:Also) (?:r)(equests|ecalls|eaffirms|ecognizes) ";
    text.swap(dice, &text.operative(), start, "${1}R$2 also ")
}

fn adverb_misplaced_in_preamble(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let start = r"^R(ecalling|eaffirming|ecognizing) (?:also) ";
    text.swap(dice, &text.preambular(), start, "Also r$1 ")
}

fn also_without_precedent(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let operative = text.operative();
    let firsts: Vec<&Paragraph> = operative
        .windows(2)
        .filter(|pair| {
            let phrase = |p: &Paragraph| p.opening.as_ref().map(|o| o.phrase.clone());
            phrase(pair[0]).is_some() && phrase(pair[0]) != phrase(pair[1])
        })
        .map(|pair| pair[1])
        .collect();
    let start = r"^(\d+\. )R(equests|ecalls|eaffirms|ecognizes) ";
    text.swap(dice, &firsts, start, "${1}Also r$2 ")
}

fn further_before_also(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let preambular = text.preambular();
    let starts = |p: &Paragraph, words: &str| text.slice(p.range).starts_with(words);
    let verbs = ["Recalling", "Reaffirming", "Recognizing", "Noting"];
    let runs = preambular.windows(3).filter_map(|run| {
        verbs.iter().find(|verb| {
            starts(run[0], verb)
                && starts(run[1], &format!("{verb} also "))
                && starts(run[2], &format!("{verb} further "))
        })?;
        Some((run[1], run[2]))
    });
    let (second, third) = dice.choose(runs.collect())?;
    let adverb = |paragraph: &Paragraph, from: &str, to: &str| {
        let at = paragraph.range.start() + text.slice(paragraph.range).find(from)?;
        Some(Edit::replace(TextRange::new(at, at + from.len()), to))
    };
    let mut slip =
        Slip::at(adverb(second, "also", "further")?).or_at(third.range.start());
    slip.edits.push(adverb(third, "further", "also")?);
    Some(slip)
}

fn calls_on(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let start = r"^(\d+\. (?:Also c|Further c|C)alls) upon ";
    text.swap(dice, &text.operative(), start, "$1 on ")
}

fn model_opening(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let opening = dice.choose(vec![
        "Whereas ",
        "Noting with zest ",
        "Yet maintaining ",
        "Viewing with appreciation ",
    ])?;
    let start = "^(Recalling|Recognizing|Noting|Welcoming|Stressing) ";
    text.swap(dice, &text.preambular(), start, opening)
}

fn opening_with_ise(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let slips = [
        (r"^Recognizing ", "Recognising "),
        (r"^Emphasizing ", "Emphasising "),
        (r"^(\d+\. )Recognizes ", "${1}Recognises "),
        (r"^(\d+\. )Emphasizes ", "${1}Emphasises "),
    ];
    text.swap_one_of(dice, &slips)
}

fn security_council_verb(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    let verb = dice.choose(vec!["Imposes", "Determines", "Authorizes"])?;
    // Every organ authorizes the Secretary-General; States only the Council.
    let start = match verb {
        "Authorizes" => {
            r"^(\d+\. )(?:Calls upon|Encourages|Invites|Urges) ((?:all |Member |all Member )?States )"
        }
        _ => r"^(\d+\. )(?:Calls for|Welcomes|Encourages) ()",
    };
    text.swap(dice, &text.operative(), start, &format!("${{1}}{verb} ${{2}}"))
}

fn this_resolution(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.not_of_the_security_council()?;
    text.swap(dice, &text.paragraphs(), r"\bthe present resolution\b", "this resolution")
}

fn present_resolution(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["SC"])?;
    text.swap(dice, &text.paragraphs(), r"\bthis resolution\b", "the present resolution")
}

fn double_opening(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let start = r"^(\d+\. )(Encourages|Urges|Invites) ";
    text.swap(dice, &text.operative(), start, "${1}Welcomes and ${2} ").map(lower_second)
}

/// “Welcomes and urges”.
fn lower_second(mut slip: Slip) -> Slip {
    for edit in &mut slip.edits {
        for verb in ["Encourages", "Urges", "Invites"] {
            let lower = verb.to_lowercase();
            edit.replacement = edit.replacement.replace(verb, &lower);
        }
    }
    slip
}

fn comma_after_opening(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (r"^(Recalling|Recognizing|Noting|Stressing) (its|that|the) ", "$1, $2 "),
        (r"^(\d+\. )(Decides|Stresses|Requests) (to|that|the) ", "$1$2, $3 "),
    ];
    text.swap_one_of(dice, &slips)
}
