use std::collections::HashMap;

use crate::conventions::{Language, calendar, instruments};
use crate::lint::citations::Citation;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "conflicting-dates-for-one-resolution",
    family: Family::Citations,
    summary: "a resolution is cited with two dates",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("conflicting_dates_for_one_resolution.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut first_dates = HashMap::new();
    for prose in scan::running_text(draft) {
        for citation in draft.citations(prose).iter() {
            let Citation {
                organ: Some(organ), number, date: Some((words, date)), ..
            } = citation
            else {
                continue;
            };
            let is_known = instruments::resolution(organ, number).is_some();
            let first = *first_dates.entry((*organ, number.clone())).or_insert(*date);
            // Of a known resolution another rule says which date is right.
            if first != *date && !is_known {
                let first = calendar::format_date(first, Language::En);
                let message = format!("resolution {number} is dated {first} further up");
                report.flag(prose.source_range(words.clone()), message);
            }
        }
    }
}
