//! Requests for reports: “to submit a report on … to the Council at its sixtieth session”.

use std::ops::Range;

use super::{Draft, scan};
use crate::conventions::calendar::ordinal_value;
use crate::conventions::phrases::TIMES;
use crate::model::Prose;

/// A request for one report.
#[derive(Debug)]
pub(super) struct Request<'a> {
    pub(super) prose: &'a Prose,
    /// From the verb to the word “report”.
    pub(super) words: Range<usize>,
    /// From the verb to the next thing that is asked for.
    pub(super) clause: Range<usize>,
}

/// The verbs with which a report is asked for.
const VERBS: [&str; 2] = ["to submit ", "to present "];

/// The verbs of what else is asked for in the same breath.
const OTHER_VERBS: &[&str] = &[
    "consult", "continue", "convene", "discuss", "engage", "ensure", "hold", "include",
    "make", "prepare", "present", "provide", "report", "seek", "submit", "take",
];

/// How far the word “report” may stand from its verb.
const FARTHEST: usize = 170;

/// The requests for reports in the operative paragraphs of a draft, in order. A text
/// without English words of request has none.
pub(super) fn requests<'a>(draft: &Draft<'a>) -> impl Iterator<Item = Request<'a>> {
    scan::operative_text(draft).flat_map(|prose| requests_in(draft, prose))
}

fn requests_in<'a>(draft: &Draft, prose: &'a Prose) -> Vec<Request<'a>> {
    let text = prose.text.as_str();
    if !text.contains("report") {
        return Vec::new();
    }
    let mut found: Vec<Request> = VERBS
        .iter()
        .flat_map(|verb| text.match_indices(verb))
        .filter(|(at, _)| !draft.is_quoted(prose, *at))
        .filter_map(|(at, verb)| {
            let clause = at..clause_end(text, at + verb.len());
            let words = at..report_in(text, at + verb.len()..clause.end)?;
            Some(Request { prose, words, clause })
        })
        .collect();
    found.sort_by_key(|request| request.words.start);
    found
}

impl Request<'_> {
    /// The words of the request.
    pub(super) fn text(&self) -> &str {
        self.prose.text.get(self.clause.clone()).unwrap_or_default()
    }

    /// Whether it says when the report is due, or asks for those to go on that are.
    pub(super) fn says_when(&self) -> bool {
        let before = self.prose.text.get(..self.words.start).unwrap_or_default();
        says_when(self.text()) || before.ends_with("continue ")
    }

    /// Whether it is a State’s report under a treaty, which names recipient and time.
    pub(super) fn is_under_a_treaty(&self) -> bool {
        let words = self.prose.text.get(self.words.clone()).unwrap_or_default();
        ["periodic", "initial report", "overdue"].iter().any(|kind| words.contains(kind))
    }

    /// “and to the General Assembly”, after the session of another body and without one.
    pub(super) fn recipient_without_session(&self) -> Option<Range<usize>> {
        let text = self.text();
        let at = text.rfind("session")? + "session".len();
        let tail = text.get(at..)?;
        let is_recipient =
            tail.starts_with(" and to the ") || tail.starts_with(", and to the ");
        let start = self.clause.start + at + tail.find("to the ")?;
        (is_recipient && !says_when(tail)).then_some(start..self.clause.end)
    }

    /// Whether it says to whom the report goes: “to the Council”, or “at its session”.
    pub(super) fn says_to_whom(&self) -> bool {
        const RECIPIENTS: &[&str] = &[
            " to the ",
            " to it",
            " to them",
            " to all ",
            " to States",
            " to Member States",
            " at its ",
            " at their ",
            "session",
            "for its consideration",
            "thereto",
        ];
        RECIPIENTS.iter().any(|words| self.text().contains(words))
            || self.addresses_before()
    }

    /// “to submit, to the Council, a report”: counted with the words; “to provide the
    /// Committee with”: the body follows the verb.
    fn addresses_before(&self) -> bool {
        let words = self.prose.text.get(self.words.clone()).unwrap_or_default();
        words.contains(" to the ") || words.contains(" to it ")
    }
}

fn says_when(text: &str) -> bool {
    TIMES.are_in(text) || has_year(text)
}

fn has_year(text: &str) -> bool {
    let figures = text.split(|c: char| !c.is_ascii_digit());
    figures
        .into_iter()
        .any(|run| run.len() == 4 && (run.starts_with("19") || run.starts_with("20")))
}

/// Where the report is named that the verb asks for: its article follows the verb, or the
/// recipient, and nothing but its qualities stands between.
fn report_in(text: &str, range: Range<usize>) -> Option<usize> {
    const ARTICLES: &[&str] = &[
        "a",
        "an",
        "the",
        "its",
        "his",
        "her",
        "their",
        "another",
        "one",
        "further",
        "additional",
    ];
    const PREPOSITIONS: &[&str] =
        &["of", "for", "in", "on", "with", "from", "by", "into", "as", "including"];
    let near = head(text.get(range.clone())?, FARTHEST);
    let words: Vec<Range<usize>> = scan::words(near).collect();
    let word = |place: usize| words.get(place).and_then(|word| near.get(word.clone()));
    let report = (0..words.len())
        .find(|place| matches!(word(*place), Some("report" | "reports")))?;
    let article = (0..report)
        .rev()
        .take_while(|place| {
            !word(*place).is_some_and(|word| PREPOSITIONS.contains(&word))
        })
        .find(|place| word(*place).is_some_and(|word| ARTICLES.contains(&word)))?;
    let before = article.checked_sub(1).and_then(word);
    let is_object =
        before.is_none_or(|word| !PREPOSITIONS.contains(&word) && word != "to");
    is_object.then(|| range.start + words[report].end)
}

fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    text.get(..end.unwrap_or(0)).unwrap_or_default()
}

/// Where the request ends: at the end of the sentence, or where the next verb or another
/// recipient with a session of its own begins.
fn clause_end(text: &str, from: usize) -> usize {
    const NEXT_DECISIONS: &[&str] = &[
        " and requests ",
        " and decides ",
        " and invites ",
        " and calls ",
        " and encourages ",
    ];
    let end = scan::sentence(text, from).end;
    let rest = text.get(from..end).unwrap_or_default();
    let next_verb = rest.match_indices(" to ").find(|(at, to)| {
        let after = rest.get(at + to.len()..).unwrap_or_default();
        let verb = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let follows_and = rest.get(..*at).is_some_and(|head| head.ends_with(" and"));
        OTHER_VERBS.contains(&verb) || follows_and && is_next_recipient(after)
    });
    let next_decision = NEXT_DECISIONS.iter().filter_map(|words| rest.find(words));
    let stops = next_verb.map(|(at, _)| at).into_iter().chain(next_decision);
    from + stops.min().unwrap_or(rest.len())
}

/// Whether the words name a body with a session of its own: “the General Assembly at its
/// …”, “the eightieth session of …”.
fn is_next_recipient(words: &str) -> bool {
    const WITH_SESSION: &[&str] =
        &["the General Assembly at", "the Commission", "the Assembly at"];
    let second = words.split(' ').nth(1).unwrap_or_default();
    WITH_SESSION.iter().any(|body| words.starts_with(body))
        || ordinal_value(second).is_some()
}
