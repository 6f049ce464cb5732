use crate::conventions::opening_phrases::Part;
use crate::lint::openings;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "unknown-preambular-opening",
    family: Family::Openings,
    summary: "a preambular paragraph opens with words not in use",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unknown_preambular_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in openings::own(draft, Part::Preambular) {
        if let Some(first) = openings::unknown(draft, paragraph) {
            report
                .flag(first, "a preambular paragraph opens with a phrase in use")
                .help("for example Recalling, Noting, Recognizing, Concerned");
        }
    }
}
