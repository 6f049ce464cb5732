use jiff::ToSpan;
use jiff::civil::Date;

use crate::conventions::Language;
use crate::conventions::calendar::{format_date, session_of};
use crate::conventions::organs::{Organ, SessionStyle};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "session-mismatch",
    family: Family::Masthead,
    summary: "symbol, session, number and date do not fit one session",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("session_mismatch.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(organ) = draft.organ().map(Organ::principal) else { return };
    let claims: Vec<Claim> = claims(draft)
        .into_iter()
        .filter(|claim| is_session(&claim.session, organ.session))
        .collect();
    let day = day(draft);
    let sits = |claim: &Claim| day.is_none_or(|day| may_sit(draft, organ, claim, day));
    // What fits the date is right, then what most of them say; of two, the first.
    let agreeing =
        |claim: &Claim| claims.iter().filter(|c| c.session == claim.session).count();
    let weight = |claim: &&Claim| (sits(claim), agreeing(claim));
    let Some(right) = claims.iter().rev().max_by_key(weight) else { return };
    for claim in claims.iter().filter(|claim| claim.session != right.session) {
        let message = format!(
            "the {} says session {}, the {} session {}",
            right.place, right.session, claim.place, claim.session
        );
        report.flag(claim.range, message).place("masthead");
    }
    if let Some(day) = day.filter(|_| !sits(right)) {
        let date = format_date(day, Language::En);
        let message = format!("session {} does not sit on {date}", right.session);
        report.flag(right.range, message).place("masthead");
    }
}

/// The day that tells of the session: that of adoption, or that of a draft. An adopted text
/// may be issued long after.
fn day(draft: &Draft) -> Option<Date> {
    let adopted = draft.resolution.adoption.as_ref().and_then(|adoption| adoption.date);
    let dated = || draft.resolution.masthead.date.as_ref().map(|date| date.value);
    adopted.or_else(|| dated().filter(|_| !draft.is_adopted()))
}

/// Whether the session may sit on the day. A draft may be written some months before.
fn may_sit(draft: &Draft, organ: &Organ, claim: &Claim, day: Date) -> bool {
    let number: Option<u32> = claim.session.parse().ok();
    let (Some(calendar), Some(number)) = (organ.calendar, number) else { return true };
    let months = if draft.is_adopted() { 0 } else { 4 };
    let last = day.saturating_add(months.months());
    let (from, to) = (calendar.sessions_on(day), calendar.sessions_on(last));
    (*from.start()..=*to.end()).contains(&number)
}

/// What one place says of the session.
struct Claim {
    place: &'static str,
    session: String,
    range: TextRange,
}

fn claims(draft: &Draft) -> Vec<Claim> {
    let masthead = &draft.resolution.masthead;
    let mut claims = Vec::new();
    if let Some(symbol) = &masthead.symbol
        && let Some(session) = symbol.value.session.clone()
    {
        claims.push(Claim { place: "symbol", session, range: symbol.range });
    }
    if let Some(session) = &masthead.session {
        let written = session.value.trim();
        let value = session_of(written).unwrap_or_else(|| written.to_uppercase());
        claims.push(Claim { place: "session", session: value, range: session.range });
    }
    if let Some(number) = &draft.resolution.number
        && let Some((session, _)) = number.value.split_once('/')
    {
        let session = session.trim().to_uppercase();
        claims.push(Claim { place: "number", session, range: number.range });
    }
    claims
}

/// Whether a number can be a session of such an organ; a document of another series has
/// other numbers in its place.
fn is_session(session: &str, style: SessionStyle) -> bool {
    let special = session.strip_prefix("ES-").or_else(|| session.strip_prefix("S-"));
    let number: Option<u32> = special.unwrap_or(session).parse().ok();
    let is_of_style = |number: &u32| match style {
        SessionStyle::Ordinal => (1..200).contains(number),
        SessionStyle::Year => special.is_none() && (1946..2200).contains(number),
        SessionStyle::None => false,
    };
    number.as_ref().is_some_and(is_of_style)
}
