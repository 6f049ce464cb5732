use std::collections::HashSet;

use crate::conventions::Language;
use crate::lint::abbreviations::definitions;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "abbreviation-never-used",
    family: Family::Citations,
    summary: "an abbreviation is defined and never used",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("abbreviation_never_used.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council gives the common abbreviation with each name.
    if draft.is_of("SC") {
        return;
    }
    let mut used: HashSet<&str> = HashSet::new();
    for prose in scan::running_text(draft) {
        let places = draft.abbreviations(prose);
        used.extend(places.iter().filter_map(|place| prose.text.get(place.clone())));
    }
    for paragraph in draft.paragraphs() {
        let prose = &paragraph.prose;
        for definition in definitions(&prose.text) {
            if definition.name.is_none() || used.contains(definition.short) {
                continue;
            }
            let words = prose
                .source_range(definition.brackets.start - 1..definition.brackets.end);
            report
                .flag(
                    prose.source_range(definition.brackets.clone()),
                    format!("“{}” is defined, and not used afterwards", definition.short),
                )
                .fix(Fix::substantive("take the brackets out", [Edit::delete(words)]));
        }
    }
}
