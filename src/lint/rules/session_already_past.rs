use std::ops::Range;

use jiff::civil::Date;

use crate::conventions::organs::SessionStyle;
use crate::conventions::{Language, calendar, sessions};
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "session-already-past",
    family: Family::Submission,
    summary: "something is asked for at a session that is over",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("session_already_past.md"),
    check,
};

static SESSION: Pattern = Pattern::new(
    " session",
    r"\b(?:at|of) (?:its|the|their) ([a-z]+(?:-[a-z]+)?) (?:regular |annual |substantive )?session\b",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in SESSION.in_operative(draft) {
        let Some(session) = calendar::ordinal_value(found.words(1)) else { continue };
        let sentence = scan::sentence(found.text(), found.place(0).start);
        let lead =
            found.text().get(sentence.start..found.place(0).start).unwrap_or_default();
        let is_agenda = lead.ends_with("provisional agenda ");
        // Something of a session, such as its segment, may well be past.
        let is_of_a_session = found.words(0).starts_with("of ") && !is_agenda;
        if is_of_a_session
            || !looks_ahead(lead)
            || lead.ends_with("President of the General Assembly ")
        {
            continue;
        }
        let Some(now) = current(draft, lead, found.after()) else { continue };
        // The agenda of a session is made before it opens.
        if session < now.session || is_agenda && session == now.session {
            let message = format!(
                "the {} session of the {} is past: the text is of the {}",
                found.words(1),
                now.body,
                calendar::ordinal_words(now.session).unwrap_or_default(),
            );
            report.flag(found.range(1), message);
        }
    }
}

/// A body and its session when the text was written.
struct Now {
    body: &'static str,
    session: u32,
}

/// Whether the words before a session ask for something: after the last “to” with its
/// verb nothing tells of what was done.
fn looks_ahead(lead: &str) -> bool {
    const VERBS: &[&str] = &[
        "be", "brief", "consider", "continue", "convene", "discuss", "examine", "hold",
        "include", "inform", "make", "organize", "place", "prepare", "present",
        "provide", "report", "resume", "review", "revert", "submit", "take", "transmit",
        "update",
    ];
    const DONE: &[&str] = &[
        "adopted",
        "agreed",
        "approved",
        "considered",
        "contained",
        "convened",
        "decided",
        "endorsed",
        "established",
        "held",
        "issued",
        "made",
        "outlined",
        "presented",
        "reached",
        "requested",
        "submitted",
        "taken",
    ];
    let words: Vec<Range<usize>> = scan::words(lead).collect();
    let word = |place: usize| {
        words.get(place).and_then(|word| lead.get(word.clone())).unwrap_or_default()
    };
    let asks = |place: &usize| word(*place) == "to" && VERBS.contains(&word(place + 1));
    let Some(last) = (0..words.len()).rev().find(asks) else { return false };
    let is_done = |place: usize| DONE.contains(&word(place)) && word(place - 1) != "be";
    !(last + 2..words.len()).any(is_done)
}

/// The body whose session it is, and the session that it holds: the one named after it,
/// or else the last before it, or the organ itself.
fn current(draft: &Draft, lead: &str, after: &str) -> Option<Now> {
    let own = draft.organ()?.principal();
    let body = match after
        .strip_prefix(" of the ")
        .map_or_else(|| last_body(lead), first_body)
    {
        None => own.name.as_str(),
        Some("Council") if own.code == "HRC" => own.name.as_str(),
        Some("Assembly") => "General Assembly",
        Some(name) => name,
    };
    let of_day = || sessions::last_session(body, first_day(draft)?);
    let session =
        if body == own.name { own_session(draft).or_else(of_day) } else { of_day() };
    Some(Now { body, session: session? })
}

/// The name of the body with which some words begin; any other body is “”.
fn first_body(after: &str) -> Option<&'static str> {
    let known = sessions::annual_bodies().chain(NAMES.iter().copied());
    known.into_iter().find(|name| after.starts_with(name)).or(Some(""))
}

/// Bodies whose sessions are counted, besides those with one a year.
const NAMES: &[&str] =
    &["General Assembly", "Assembly", "Human Rights Council", "Council"];

/// The name of the body that stands last in some words; any other body is “”.
fn last_body(lead: &str) -> Option<&'static str> {
    const OTHERS: &[&str] = &[
        "Security Council",
        "Economic and Social Council",
        "Commission",
        "Committee",
        "Conference",
        "Congress",
        "Board",
        "Forum",
        "Meeting",
        "Parties",
        "Union",
        "Organization",
        "Agency",
        "Programme",
        "Working Group",
        "Platform",
        "Fund",
    ];
    let known = sessions::annual_bodies().chain(NAMES.iter().copied());
    let names: Vec<(&str, &'static str)> = known
        .map(|name| (name, name))
        .chain(OTHERS.iter().map(|name| (*name, "")))
        .collect();
    let capitals = lead.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_uppercase());
    let found = capitals.flat_map(|(at, _)| {
        let rest = lead.get(at..).unwrap_or_default();
        let here = names.iter().filter(move |(name, _)| rest.starts_with(name));
        here.map(move |(name, body)| (at + name.len(), name.len(), *body))
    });
    // “Human Rights Council” ends where “Council” does, and says more.
    found.max_by_key(|(end, len, _)| (*end, *len)).map(|(.., body)| body)
}

/// The session of the draft, of its symbol or of its number.
fn own_session(draft: &Draft) -> Option<u32> {
    let resolution = draft.resolution;
    let is_counted = draft.organ()?.principal().session == SessionStyle::Ordinal;
    let session =
        resolution.masthead.session.as_ref().map(|session| session.value.as_str());
    let of_symbol = || resolution.masthead.symbol.as_ref()?.value.session.as_deref();
    let of_number =
        || resolution.number.as_ref()?.value.split_once('/').map(|number| number.0);
    let session = session.or_else(of_symbol).or_else(of_number)?.trim();
    session.parse().ok().filter(|_| is_counted)
}

fn first_day(draft: &Draft) -> Option<Date> {
    draft.resolution.time_of_writing().map(|(first, _)| first)
}
