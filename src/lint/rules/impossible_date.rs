use crate::conventions::Language;
use crate::conventions::calendar::MONTHS;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "impossible-date",
    family: Family::Style,
    summary: "the month has no such day",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("impossible_date.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (name, month) in draft.months(prose).iter().cloned() {
            let Some((start, day)) = day_before(text, name.start) else { continue };
            let is_february = MONTHS[month] == "February";
            let last = if is_february { february(text, name.end) } else { DAYS[month] };
            let is_whole = !scan::after(text, name.end).is_some_and(char::is_alphabetic);
            if is_whole && (day == 0 || day > last) {
                let range = prose.source_range(start..name.end);
                report.flag(range, format!("{} has {last} days", MONTHS[month]));
            }
        }
    }
}

const DAYS: [u32; 12] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// The one or two figures that stand before a month, and where they begin.
fn day_before(text: &str, month: usize) -> Option<(usize, u32)> {
    let head = text.get(..month)?.strip_suffix([' ', '\u{a0}'])?;
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let day = head.get(before.len()..)?;
    let is_whole =
        before.is_empty() || before.ends_with([' ', '\u{a0}', '(', '–', '-', '“']);
    (is_whole && (1..=2).contains(&day.len()))
        .then(|| day.parse().ok())?
        .map(|day| (before.len(), day))
}

/// The days of February in the year that follows; without one, as many as there can be.
fn february(text: &str, end: usize) -> u32 {
    let year =
        text.get(end..).and_then(|rest| rest.trim_start().get(..4)?.parse::<i16>().ok());
    let date = year.and_then(|year| jiff::civil::Date::new(year, 2, 1).ok());
    date.map_or(29, |date| if date.in_leap_year() { 29 } else { 28 })
}
