use jiff::civil::Date;

use crate::conventions::{Language, calendar, instruments};
use crate::lint::citations::{Citation, Lead};
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "resolution-dated-outside-its-session",
    family: Family::Citations,
    summary: "number and date of a resolution do not go together",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("resolution_dated_outside_its_session.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for citation in draft.citations(prose).iter() {
            let Citation {
                organ: Some(organ), date: Some((words, date)), number, ..
            } = citation
            else {
                continue;
            };
            // Of a known resolution another rule says which date is right.
            let is_known = instruments::resolution(organ, number).is_some();
            if is_known || instruments::day_between(organ, number).is_some() {
                continue;
            }
            let years = years_of(organ, number);
            let Some((first, last)) = years.filter(|days| !is_within(*days, *date))
            else {
                continue;
            };
            // “Its” may be another organ, which another rule names.
            if citation.lead == Lead::Its && is_of_other(organ, number, *date) {
                continue;
            }
            let time = if first.year() == last.year() {
                first.year().to_string()
            } else {
                format!("{} or {}", first.year(), last.year())
            };
            let severity = if citation.is_organ_certain {
                Severity::Error
            } else {
                Severity::Warning
            };
            report
                .flag(
                    prose.source_range(words.clone()),
                    format!("resolution {number} is of {time}"),
                )
                .severity(severity);
        }
    }
}

/// The days between which the number lets a resolution fall.
fn years_of(organ: &str, number: &str) -> Option<(Date, Date)> {
    let session: u32 = match organ {
        "SC" => {
            let year = number.split_once('(')?.1.trim_end_matches(')').parse().ok()?;
            return Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?));
        }
        _ => number.split_once('/')?.0.parse().ok()?,
    };
    // Such low numbers are those of other bodies, or broken.
    if organ == "GA" && session < 31 {
        return None;
    }
    if organ == "ECOSOC" {
        // A session may begin in the summer of the year before.
        let year = i16::try_from(session).ok()?;
        return Some((Date::new(year - 1, 7, 1).ok()?, Date::new(year, 12, 31).ok()?));
    }
    calendar::days_of_session(organ, session)
}

fn is_of_other(organ: &str, number: &str, date: Date) -> bool {
    let others = ["GA", "HRC"].iter().filter(|other| **other != organ);
    others.filter_map(|other| years_of(other, number)).any(|days| is_within(days, date))
}

fn is_within((first, last): (Date, Date), date: Date) -> bool {
    first <= date && date <= last
}
