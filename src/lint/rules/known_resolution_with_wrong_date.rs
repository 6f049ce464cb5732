use jiff::civil::Date;

use crate::conventions::{Language, calendar, instruments, organs};
use crate::lint::citations::Citation;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "known-resolution-with-wrong-date",
    family: Family::Citations,
    summary: "a resolution is cited with the wrong date",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("known_resolution_with_wrong_date.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for citation in draft.citations(prose).iter() {
            let Citation { organ: Some(organ), date: Some((words, date)), .. } = citation
            else {
                continue;
            };
            let Some(right) = right(organ, citation) else { continue };
            if right.date == *date {
                continue;
            }
            let day = calendar::format_date(right.date, Language::En);
            let range = prose.source_range(words.clone());
            report
                .flag(range, format!("{} is of {day}", right.name))
                .severity(right.severity)
                .fix(Fix::substantive(
                    format!("write {day}"),
                    [Edit::replace(range, day)],
                ));
        }
    }
}

/// The day of a resolution, and how sure it is.
struct Right {
    name: String,
    date: Date,
    severity: Severity,
}

fn right(organ: &str, citation: &Citation) -> Option<Right> {
    let name = organs::by_code(organ).map_or(organ, |organ| organ.name.as_str());
    let number = &citation.number;
    if let Some(known) = instruments::resolution(organ, number) {
        let severity = match (known.is_certain, citation.is_organ_certain) {
            (true, true) => Severity::Error,
            (true, false) => Severity::Warning,
            (false, _) => Severity::Note,
        };
        return Some(Right {
            name: format!("{name} resolution {number}"),
            date: known.date,
            severity,
        });
    }
    let (date, near) = instruments::day_between(organ, number)?;
    let name = format!("{name} resolution {near}, like those around it,");
    Some(Right { name, date, severity: Severity::Warning })
}
