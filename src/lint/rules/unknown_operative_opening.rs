use crate::conventions::opening_phrases::Part;
use crate::lint::openings;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "unknown-operative-opening",
    family: Family::Openings,
    summary: "an operative paragraph opens with words not in use",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unknown_operative_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in openings::own(draft, Part::Operative) {
        if let Some(first) = openings::unknown(draft, paragraph) {
            report
                .flag(first, "an operative paragraph opens with a verb in use")
                .help("for example Decides, Requests, Calls upon, Encourages");
        }
    }
}
