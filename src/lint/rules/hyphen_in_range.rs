use std::ops::Range;

use crate::conventions::calendar::MONTHS;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "hyphen-in-range",
    family: Family::Punctuation,
    summary: "a hyphen stands between the ends of a range",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("hyphen_in_range.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    check_session_dates(draft, report);
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (hyphen, _) in text.match_indices('-') {
            let Some(words) = range_around(text, hyphen) else { continue };
            let place = prose.source_range(hyphen..hyphen + 1);
            report
                .flag(
                    prose.source_range(words),
                    "an en dash joins the ends of a range: –",
                )
                .fix(Fix::editorial("write an en dash", [Edit::replace(place, "–")]));
        }
    }
}

/// The days of the session in the front matter are a range, whatever joins them.
fn check_session_dates(draft: &Draft, report: &mut Report) {
    let Some(dates) = &draft.resolution.masthead.session_dates else { return };
    let text = draft.source.slice(dates.range);
    let mut joints = text.match_indices(['-', '–', '—']);
    let Some((at, joint)) = joints.next().filter(|_| joints.next().is_none()) else {
        return;
    };
    let head = text.get(..at).unwrap_or_default();
    let tail = text.get(at + joint.len()..).unwrap_or_default();
    let start = dates.range.start() + head.trim_end().len();
    let end = dates.range.end() - tail.trim_start().len();
    let place = TextRange::new(start, end);
    if draft.source.slice(place) != "–" {
        report
            .flag(dates.range, "an en dash joins the days of a session: –")
            .fix(Fix::editorial("write an en dash", [Edit::replace(place, "–")]))
            .place("masthead");
    }
}

/// The range of years, “2020-2030”, or days, “9-27 September”, around a hyphen.
fn range_around(text: &str, hyphen: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_digit = |b: &&u8| b.is_ascii_digit();
    let before = bytes[..hyphen].iter().rev().take(5).take_while(is_digit).count();
    let after = bytes[hyphen + 1..].iter().take(5).take_while(is_digit).count();
    let (start, end) = (hyphen - before, hyphen + 1 + after);
    let joins = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '-' | '.' | '_');
    let goes_on = scan::before(text, start).is_some_and(joins)
        || scan::after(text, end).is_some_and(|c| joins(c) && c != '.');
    let year = |range: Range<usize>| -> Option<u32> {
        text.get(range)?.parse().ok().filter(|year| (1900..2200).contains(year))
    };
    let is_range = match (before, after) {
        (4, 4) => !goes_on && year(start..hyphen)? < year(hyphen + 1..end)?,
        (1 | 2, 1 | 2) => !goes_on && is_month_next(text, end),
        (0, 1 | 2) => ends_with_day_and_month(text, hyphen) && is_month_next(text, end),
        _ => false,
    };
    is_range.then_some(start..end)
}

fn is_month_next(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let rest = rest.strip_prefix([' ', '\u{a0}']).unwrap_or_default();
    MONTHS.iter().any(|month| rest.starts_with(month))
}

fn ends_with_day_and_month(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let before_month = MONTHS.iter().find_map(|month| head.strip_suffix(month));
    before_month
        .and_then(|head| head.strip_suffix([' ', '\u{a0}']))
        .is_some_and(|head| head.ends_with(|c: char| c.is_ascii_digit()))
}
