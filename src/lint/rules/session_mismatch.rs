use crate::conventions::calendar;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Located;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "session-mismatch",
    family: Family::Masthead,
    summary: "the draft names two sessions",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("session_mismatch.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let masthead = &draft.resolution.masthead;
    let symbol = masthead.symbol.as_ref().and_then(|symbol| symbol.value.session.clone());
    // A committee of the Assembly counts by years, the Assembly by sessions.
    let is_year = |session: &str| session.len() == 4;
    let symbol = symbol.filter(|session| draft.is_of("ECOSOC") || !is_year(session));
    let field = masthead.session.as_ref();
    if let (Some(symbol), Some(field)) = (&symbol, field)
        && session_of(&field.value) != *symbol
    {
        let message = format!("the symbol is of session {symbol}");
        let edit = Edit::replace(field.range, crate::syntax::quoted(symbol));
        let fix = Fix::substantive(format!("write {symbol}"), [edit]);
        report.flag(field.range, message).place("masthead").fix(fix);
    }
    let session = symbol.or_else(|| field.map(|field| session_of(&field.value)));
    if let (Some(session), Some(number)) = (session, &draft.resolution.number) {
        check_number(draft, &session, number, report);
    }
}

/// The session as its number: “Forty-fifth session” is “45”.
fn session_of(value: &str) -> String {
    calendar::session_of(value).unwrap_or_else(|| value.trim().to_owned())
}

/// The number of a resolution begins with its session: `18/...`.
fn check_number(draft: &Draft, session: &str, number: &Located<String>, report: &mut Report) {
    let Some((of_number, rest)) = number.value.split_once('/') else { return };
    if of_number == session {
        return;
    }
    let written = draft.source.slice(number.range);
    let right = format!("{session}/{rest}");
    let right = written.replace(&number.value, &right);
    let fix = Fix::substantive(format!("write {session}/"), [Edit::replace(number.range, right)]);
    let message = format!("the number begins with the session, {session}/");
    report.flag(number.range, message).place("masthead").fix(fix);
}
