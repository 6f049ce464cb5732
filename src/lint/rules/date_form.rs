use std::ops::Range;

use crate::conventions::Language;
use crate::conventions::calendar::MONTHS;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "date-form",
    family: Family::Style,
    summary: "a date is not written as “25 September 2015”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("date_form.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (name, month) in draft.months(prose).iter().cloned() {
            let (at, end, month) = (name.start, name.end, MONTHS[month]);
            if !is_a_word(text, name) {
                continue;
            }
            let Some((words, right)) =
                american(text, at, end, month).or_else(|| ordinal(text, at, end, month))
            else {
                continue;
            };
            let range = prose.source_range(words);
            report
                .flag(range, format!("“{right}”: day, month, year, nothing between"))
                .fix(Fix::editorial(
                    format!("write “{right}”"),
                    [Edit::replace(range, right)],
                ));
        }
    }
}

fn is_a_word(text: &str, range: Range<usize>) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(scan::before(text, range.start))
        && !is_letter(scan::after(text, range.end))
}

/// “September 25, 2015”.
fn american(
    text: &str,
    at: usize,
    end: usize,
    month: &str,
) -> Option<(Range<usize>, String)> {
    let rest = text.get(end..)?.strip_prefix([' ', '\u{a0}'])?;
    let day = figures(rest, 2)?;
    let after = rest.get(day.len()..)?;
    let after = ["st", "nd", "rd", "th"]
        .iter()
        .find_map(|end| after.strip_prefix(end))
        .unwrap_or(after);
    let after = after.strip_prefix(", ").or_else(|| after.strip_prefix(' '))?;
    let year = figures(after, 4).filter(|year| year.len() == 4)?;
    let after = after.get(4..)?;
    let is_a_day = day.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    // “5 September 25, 2015” is no date at all.
    let has_day_before =
        scan::before(text, at.saturating_sub(1)).is_some_and(|c| c.is_ascii_digit());
    (is_a_day && !has_day_before)
        .then(|| (at..text.len() - after.len(), format!("{day} {month} {year}")))
}

/// “25th September”, “25th of September”.
fn ordinal(
    text: &str,
    at: usize,
    end: usize,
    month: &str,
) -> Option<(Range<usize>, String)> {
    let head = text.get(..at)?.strip_suffix([' ', '\u{a0}'])?;
    let head = head.strip_suffix(" of").unwrap_or(head);
    let head = ["st", "nd", "rd", "th"].iter().find_map(|end| head.strip_suffix(end))?;
    let before = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let day = head.get(before.len()..)?;
    let is_a_day =
        day.len() <= 2 && day.parse().is_ok_and(|day: u8| (1..=31).contains(&day));
    let is_whole = before.is_empty() || before.ends_with([' ', '\u{a0}', '(', '“']);
    (is_a_day && is_whole).then(|| (before.len()..end, format!("{day} {month}")))
}

/// The figures at the head of a text, if they are no more than `most`.
fn figures(text: &str, most: usize) -> Option<&str> {
    let len = text.bytes().take(most + 1).take_while(u8::is_ascii_digit).count();
    (1..=most).contains(&len).then(|| text.get(..len))?
}
