//! Which organ adopted a resolution, as far as its number and date tell.

use super::Draft;
use super::citations::Citation;
use crate::conventions::{calendar, instruments};

/// Before its thirty-first session the Assembly numbered otherwise: “2625 (XXV)”.
const FIRST_SESSION_WITH_STROKE: u32 = 31;

/// The organ to which a number certainly belongs.
pub(super) fn adopter(citation: &Citation, draft: &Draft) -> Option<&'static str> {
    let number = citation.number.as_str();
    if let Some((_, year)) = number.split_once('(') {
        return year.starts_with(|c: char| c.is_ascii_digit()).then_some("SC");
    }
    let session: u32 = number.split_once('/')?.0.parse().ok()?;
    if session >= 1946 {
        return None;
    }
    let sat = |organ: &str, day| {
        let days = calendar::days_of_session(organ, session);
        days.is_some_and(|(first, last)| first <= day && day <= last)
    };
    if let Some((_, day)) = citation.date {
        let known = |organ| {
            instruments::resolution(organ, number).is_some_and(|known| known.date == day)
        };
        match (known("GA") || sat("GA", day), known("HRC") || sat("HRC", day)) {
            (true, false) => return Some("GA"),
            (false, true) => return Some("HRC"),
            (true, true) => return None,
            (false, false) => {}
        }
    }
    let now = citation.date.as_ref().map(|(_, day)| *day);
    let now = now.or_else(|| Some(draft.resolution.time_of_writing()?.1))?;
    let has_begun = |organ| {
        calendar::days_of_session(organ, session).is_some_and(|(first, _)| first <= now)
    };
    (session >= FIRST_SESSION_WITH_STROKE && has_begun("GA") && !has_begun("HRC"))
        .then_some("GA")
}

/// Whether some words name the organ, or a body whose resolutions are not known.
pub(super) fn is_named(organ: &str, words: &str) -> bool {
    let name = match organ {
        "GA" => "Assembly",
        "SC" => "Security Council",
        _ => "Council",
    };
    [name, "Commission", "Committee", "Conference", "Board", "Union"]
        .iter()
        .any(|other| words.contains(other))
}
