use crate::conventions::{Language, calendar, instruments};
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
            let Citation { organ: Some(organ), date: Some((words, date)), .. } = citation else {
                continue;
            };
            let Some(known) = instruments::resolution(organ, &citation.number) else { continue };
            if known.date == *date {
                continue;
            }
            let is_certain = citation.is_organ_certain && known.is_certain;
            let severity = if is_certain { Severity::Error } else { Severity::Warning };
            let right = calendar::format_date(known.date, Language::En);
            let name = name_of(organ);
            let number = &citation.number;
            let range = prose.source_range(words.clone());
            report
                .flag(range, format!("{name} resolution {number} is of {right}"))
                .severity(severity)
                .fix(Fix::substantive(format!("write {right}"), [Edit::replace(range, right)]));
        }
    }
}

fn name_of(organ: &str) -> &str {
    crate::conventions::organs::by_code(organ).map_or(organ, |organ| organ.name.as_str())
}
