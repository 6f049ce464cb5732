use std::collections::HashSet;

use crate::conventions::{Language, calendar, instruments};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Resolution;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "first-citation-without-date",
    family: Family::Citations,
    summary: "a resolution is cited for the first time without its date",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("first_citation_without_date.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council cites by number and year.
    if draft.is_of("SC") {
        return;
    }
    let mut cited = HashSet::new();
    for paragraph in draft.resolutions().flat_map(Resolution::preambular) {
        let prose = &paragraph.prose;
        for citation in draft.citations(prose).iter() {
            let words = citation.words.clone();
            let is_first = cited.insert(citation.number.clone());
            // Of a list the last may give the date for all.
            let is_alone = prose
                .text
                .get(..words.start)
                .is_some_and(|text| text.ends_with("resolution "));
            let is_dated = citation.date.is_some() || !citation.number.contains('/');
            if !is_first || !is_alone || is_dated || draft.is_quoted(prose, words.start) {
                continue;
            }
            let known = citation
                .organ
                .and_then(|organ| instruments::resolution(organ, &citation.number));
            let range = prose.source_range(words);
            let fix = known.map(|known| {
                let date = calendar::format_date(known.date, Language::En);
                Fix::substantive(
                    format!("add “of {date}”"),
                    [Edit::insert(range.end(), format!(" of {date}"))],
                )
            });
            report
                .flag(
                    range,
                    format!(
                        "the first citation of resolution {} gives its date",
                        citation.number
                    ),
                )
                .fixes(fix);
        }
    }
}
