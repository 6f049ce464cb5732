//! What must be gone, or said, before a draft is tabled.

use zerodraft::lint::Family::{Numbering, Openings, Style, Submission};

use super::{Kind, Texts};
use crate::quality::dice::Dice;
use crate::quality::planting::{Clean, Slip};

pub(super) const KINDS: &[Kind] = &[
    Kind::of_form(
        "placeholder-left",
        &[Submission],
        "leaves “XX”, “[date]” or “TBC” for a date or number",
        placeholder_left,
    ),
    Kind::of_form(
        "brackets-left",
        &[Submission, Numbering],
        "leaves words in square brackets",
        brackets_left,
    ),
    Kind::of_form(
        "insertion-left",
        &[Submission],
        "leaves words as a tracked insertion",
        insertion_left,
    ),
    Kind::of_form(
        "deletion-left",
        &[Submission],
        "leaves a tracked deletion",
        deletion_left,
    ),
    Kind::of_form("comment-left", &[Submission], "leaves a comment", comment_left),
    Kind::of_form(
        "attribution-left",
        &[Submission, Numbering, Openings],
        "leaves the proposer before the opening",
        attribution_left,
    ),
    Kind::of_form(
        "paragraph-code-left",
        &[Submission, Numbering, Openings],
        "leaves “PP5” or “OP3” before the opening",
        paragraph_code_left,
    ),
    Kind::of_usage(
        "report-without-session",
        &[Submission],
        "takes the session of a request for a report",
        report_without_session,
    ),
    Kind::of_usage(
        "within-existing-resources",
        &[Submission],
        "adds “within existing resources”",
        within_existing_resources,
    ),
    Kind::of_usage(
        "extension-without-duration",
        &[Submission],
        "takes the duration of a mandate's extension",
        extension_without_duration,
    ),
    Kind::of_usage(
        "request-to-states",
        &[Submission, Openings],
        "opens with “Requests Member States”",
        request_to_states,
    ),
    Kind::of_usage(
        "agenda-item-without-quotation",
        &[Submission, Style],
        "takes the quotation marks of an item to be included in the agenda",
        agenda_item_without_quotation,
    ),
    Kind::of_form(
        "placeholder-in-tabled-draft",
        &[Submission],
        "leaves “…” for a number in a tabled draft",
        placeholder_in_tabled_draft,
    )
    .in_texts(Texts::Tabled),
];

fn placeholder_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let sign = dice.choose(vec!["XX", "TBC", "[date]", "xx XX 20XX"])?;
    text.swap(dice, &text.paragraphs(), r"\b\d{1,2} [A-Z][a-z]+ (?:19|20)\d\d\b", sign)
}

fn placeholder_in_tabled_draft(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), r"\bresolution (\d+)/\d+\b", "resolution $1/…")
}

fn brackets_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4}) (and [a-z]{4,}) ", "$1 [$2] ")
}

fn insertion_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4}) (and [a-z]{4,}) ", "$1 {++$2++} ")
}

fn deletion_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(dice, &text.paragraphs(), "([a-z]{4}) ([a-z]{4,}) ", "$1 {--harbour --}$2 ")
}

fn comment_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap(
        dice,
        &text.paragraphs(),
        "([a-z]{4}) ([a-z]{4,}) ",
        "$1{>>to be checked with capital<<} $2 ",
    )
}

fn attribution_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let who = dice.choose(vec!["EU: ", "G77: ", "US proposal: "])?;
    text.swap(dice, &text.preambular(), "^([A-Z])", &format!("{who}$1"))
}

fn paragraph_code_left(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let code = dice.choose(vec!["PP5 ", "PP 5: ", "PP5 bis "])?;
    text.swap(dice, &text.preambular(), "^([A-Z])", &format!("{code}$1"))
}

fn report_without_session(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC", "GA"])?;
    let words = r"\b(to (?:submit|present) (?:a|an|his|its|the) [^.;]{0,60}report[^.;]{0,120}?) at (?:its|the) [^.;,]{3,40} session([,;.])";
    text.swap(dice, &text.operative(), words, "$1$2")
}

fn within_existing_resources(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.only(&["HRC", "GA", "ECOSOC"])?;
    let words = r"^(\d+\. (?:Also r|Further r|R)equests the Secretary-General) to";
    text.swap(dice, &text.operative(), words, "$1, within existing resources, to")
}

fn extension_without_duration(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let slips = [
        (
            r"\b([Ee]xtend (?:the|its) [^.;]{0,100}mandate[^.;]{0,120}?),? for a (?:further )?period of [a-z]+ (?:years?|months?)",
            "$1",
        ),
        (
            r"\b(extend [^.;]{0,120}mandate[^.;]{0,120}?) until \d+ [A-Z][a-z]+ \d{4}",
            "$1",
        ),
    ];
    text.swap_one_of(dice, &slips)
}

fn request_to_states(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    let words = r"^(\d+\. )(?:Calls upon|Encourages|Invites|Urges) (Member States|all States|States) ";
    text.swap(dice, &text.operative(), words, "${1}Requests $2 ")
}

fn agenda_item_without_quotation(text: &Clean, dice: &mut Dice) -> Option<Slip> {
    text.swap_even_quoted(
        dice,
        r"(provisional agenda[^“]{0,120}(?:item|sub-item)(?: entitled)?,? )“([^”]+)”",
        "$1$2",
    )
}
