use jiff::civil::Date;

use crate::conventions::{Language, calendar};
use crate::lint::citations::Citation;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "resolution-of-the-future",
    family: Family::Citations,
    summary: "a resolution is cited that is later than the text",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("resolution_of_the_future.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some((_, last)) = draft.resolution.time_of_writing() else { return };
    // A session may still be a placeholder; a date is meant.
    let is_dated = draft.resolution.masthead.date.is_some()
        || draft
            .resolution
            .adoption
            .as_ref()
            .is_some_and(|adoption| adoption.date.is_some());
    let severity = if is_dated { Severity::Error } else { Severity::Note };
    for prose in scan::running_text(draft) {
        for citation in draft.citations(prose).iter() {
            let earliest = citation.date.as_ref().map(|(_, date)| *date);
            let earliest = earliest.or_else(|| earliest_day(citation));
            if earliest.is_some_and(|earliest| earliest > last) {
                let words =
                    citation.date.as_ref().map_or(&citation.words, |(words, _)| words);
                let message = format!(
                    "resolution {} cannot be later than the text",
                    citation.number
                );
                report
                    .flag(prose.source_range(words.clone()), message)
                    .severity(severity);
            }
        }
    }
}

/// The first day on which a resolution without date can have been adopted, by the session
/// or the year in its number.
fn earliest_day(citation: &Citation) -> Option<Date> {
    let organ = citation.organ.filter(|_| citation.is_organ_certain)?;
    if organ == "SC" {
        let year =
            citation.number.split_once('(')?.1.trim_end_matches(')').parse().ok()?;
        return Date::new(year, 1, 1).ok();
    }
    let session = citation.number.split_once('/')?.0.parse().ok()?;
    calendar::days_of_session(organ, session).map(|(first, _)| first)
}
