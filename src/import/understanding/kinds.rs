//! What is no resolution: decisions, President's statements, amendments. Each is told by
//! its first words where no line above the text names it.

use crate::conventions::calendar;
use crate::conventions::numbering::parse_marker;
use crate::conventions::organs::{self, Organ};
use crate::model::Kind;

use super::body::Body;
use super::closing::Closing;
use super::heading::Heading;
use super::votes::Vote;

/// How the paragraph opens that tells what an organ did.
const OPENINGS: [&str; 9] = [
    "At its ",
    "At the ",
    "À sa ",
    "A sa ",
    "À la ",
    "En su ",
    "En la ",
    "На своем ",
    "На ",
];

/// Whether a line opens a text that tells what an organ did at a meeting: “At its 44th
/// meeting, on 19 March 2010, the Council …”.
pub(super) fn narrates(text: &str) -> bool {
    const SITTINGS: [&str; 8] = [
        " meeting",
        " session",
        " séance",
        " session",
        " sesión",
        " заседании",
        " сессии",
        "次会议",
    ];
    let opens = OPENINGS.iter().any(|opening| text.starts_with(opening))
        || text.starts_with('第') && text.contains("次会议");
    let head: String = text.chars().take(70).collect();
    opens && text.len() > 50 && SITTINGS.iter().any(|sitting| head.contains(sitting))
}

/// Whether a line says how another text is to be changed: “1. In operative paragraph 5,
/// replace …”, “Delete the third preambular paragraph”.
pub(super) fn instructs(text: &str) -> bool {
    const PLACES: [&str; 6] =
        ["In ", "After ", "Before ", "At the end of ", "Between ", "Following "];
    const DEEDS: [&str; 10] = [
        "insert",
        "replace",
        "delete",
        "add",
        "renumber",
        "substitute",
        "omit",
        "amend",
        "move",
        "merge",
    ];
    const TARGETS: [&str; 5] = ["paragraph", "word", "title", "annex", "phrase"];
    let marker = parse_marker(text).map_or(0, |marker| marker.len);
    let words = text.get(marker..).unwrap_or_default().trim_start();
    let head: String = words.chars().take(200).collect::<String>().to_lowercase();
    let is_deed = |word: &str| DEEDS.contains(&word.trim_end_matches(','));
    let acts = head.split(' ').next().is_some_and(is_deed);
    let is_placed = PLACES.iter().any(|place| words.starts_with(place));
    let reads = head.contains(" should read") || head.contains(" shall read");
    words.starts_with(char::is_uppercase)
        && (acts || reads || is_placed && head.split(' ').any(is_deed))
        && TARGETS.iter().any(|target| head.contains(target))
}

/// The kind of a text: as the lines above it name it, or else by its first words.
pub(super) fn settle(named: Kind, body: &Body) -> Kind {
    let Some(first) = body.paragraphs.first().filter(|_| named == Kind::Resolution)
    else {
        return named;
    };
    if instructs(&first.text) {
        return Kind::Amendment;
    }
    let is_statement = first.text.contains("President") && first.text.ends_with(':');
    match narrates(&first.text) {
        true if is_statement => Kind::Statement,
        true => Kind::Decision,
        false => Kind::Resolution,
    }
}

/// Meeting, date and vote, where the first paragraph tells them, and the organ, unless
/// the page names it.
pub(super) fn told(body: &Body, heading: &mut Heading) -> Option<Closing> {
    let text = &body.paragraphs.first().filter(|first| narrates(&first.text))?.text;
    let head: String = text.chars().take(200).collect();
    let words =
        OPENINGS.iter().find_map(|opening| text.strip_prefix(opening)).unwrap_or(text);
    let words = words.trim_start_matches('第').trim_start();
    let figures = words.bytes().take_while(u8::is_ascii_digit).count();
    let vote = text.contains("without a vote").then(Vote::default);
    if heading.organ.is_none() {
        heading.organ = organ_in(&head);
    }
    let closing = body.closing.clone().unwrap_or_default();
    let number = || words.get(..figures).and_then(|figures| figures.parse().ok());
    Some(Closing {
        meeting: closing.meeting.or_else(number),
        date: closing.date.or_else(|| calendar::find_date(&head).map(|(_, date)| date)),
        vote: closing.vote.or(vote),
    })
}

/// The organ that a sentence names first.
fn organ_in(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let place = |organ: &Organ| {
        let lines = organ.organ_line.values();
        let names =
            lines.map(|line| line.trim_end_matches([',', '，', '،']).to_lowercase());
        names.filter_map(|name| lower.find(name.as_str())).min()
    };
    let found = organs::all().iter().filter_map(|organ| Some((place(organ)?, organ)));
    found.min_by_key(|(place, _)| *place).map(|(_, organ)| organ.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amendments_are_told_from_text() {
        for (text, is_amendment) in [
            ("1. In operative paragraph 5, replace the words “may” by “shall”.", true),
            ("Replace the third preambular paragraph by the following:", true),
            ("After paragraph 2, insert the following paragraph:", true),
            ("Paragraph 2 should read", true),
            ("Delete paragraph 9.", true),
            (
                "In paragraph 4 of its resolution 45/32 the Council requested a report,",
                false,
            ),
            ("1. Decides to amend paragraph 3 of its statute;", false),
            ("Adding its voice to the words of the Secretary-General,", false),
        ] {
            assert_eq!(instructs(text), is_amendment, "{text}");
        }
    }
}
