use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "preamble-outweighs-text",
    family: Family::Submission,
    summary: "the preamble is far longer than what is decided",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("preamble_outweighs_text.md"),
    check,
};

/// How many preambular paragraphs to one operative one are far too many, and how many there
/// must be to matter.
const MOST_TO_ONE: usize = 3;
const FEWEST: usize = 9;

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions().filter(|_| !draft.is_adopted()) {
        let (preambular, operative) =
            (resolution.preambular().count(), resolution.operative().count());
        let Some(last) = resolution.preambular().last() else { continue };
        if operative > 0 && preambular >= FEWEST && preambular > MOST_TO_ONE * operative {
            report.flag(
                last.range,
                format!("{preambular} preambular paragraphs to {operative} operative: few texts have three to one"),
            );
        }
    }
}
