use crate::conventions::Language;
use crate::conventions::opening_phrases::{Placement, Repetition};
use crate::conventions::organs::RepetitionUse;
use crate::lint::openings::{self, Opened};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "misplaced-repetition-adverb",
    family: Family::Openings,
    summary: "“also” or “further” stands on the wrong side of the verb",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("misplaced_repetition_adverb.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = match draft.organ().map(|organ| organ.repetition) {
        Some(RepetitionUse::Optional) => Severity::Note,
        _ => Severity::Warning,
    };
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let Some((adverb, place, range)) = &opened.opening.repetition else { continue };
        let right = openings::place_of_adverb(opened.opening.entry.part);
        if *place == right || *adverb == Repetition::OnceAgain {
            continue;
        }
        let Some(words) = openings::with_adverb(draft, &opened, *adverb, right) else {
            continue;
        };
        let message = match right {
            Placement::After => format!("in the preamble the adverb follows: “{words}”"),
            Placement::Before => {
                format!("in the operative part the adverb comes first: “{words}”")
            }
        };
        let start = opened.start;
        let range = paragraph.prose.source_range(start + range.start..start + range.end);
        let edit = opened.replace(opened.opening.len, words.clone());
        report
            .flag(range, message)
            .severity(severity)
            .fix(Fix::editorial(format!("write “{words}”"), [edit]));
    }
}
