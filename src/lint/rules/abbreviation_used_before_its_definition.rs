use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::conventions::Language;
use crate::lint::abbreviations::definitions;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Prose;

pub(super) static RULE: Rule = Rule {
    name: "abbreviation-used-before-its-definition",
    family: Family::Citations,
    summary: "an abbreviation or short title stands before it is defined",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("abbreviation_used_before_its_definition.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut used: HashMap<&str, (&Prose, Range<usize>)> = HashMap::new();
    let mut defined = HashSet::new();
    for paragraph in draft.paragraphs() {
        let prose = &paragraph.prose;
        let found = definitions(&prose.text);
        for place in draft.abbreviations(prose).iter() {
            let Some(word) = prose.text.get(place.clone()) else { continue };
            let is_later = found
                .iter()
                .any(|one| one.short == word && one.brackets.end <= place.start);
            if !is_later {
                used.entry(word).or_insert_with(|| (prose, place.clone()));
            }
        }
        for definition in found {
            let short = definition.short;
            if defined.insert(short)
                && let Some((prose, place)) = used.get(short)
            {
                report
                    .flag(
                        prose.source_range(place.clone()),
                        format!("“{short}” is defined only further down"),
                    )
                    .help("define it where it first stands");
            }
        }
    }
}
