use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-operative-part",
    family: Family::Structure,
    summary: "nothing follows the preamble",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("missing_operative_part.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Warning };
    let in_parts = !draft.resolution.parts.is_empty();
    for resolution in draft.resolutions() {
        let is_frame = in_parts && std::ptr::eq(resolution, draft.resolution);
        let Some(last) = resolution.preambular().last().filter(|_| !is_frame) else {
            continue;
        };
        if resolution.operative().next().is_none() {
            report
                .flag(
                    TextRange::empty(last.range.end()),
                    "an operative part follows the preamble",
                )
                .help("say what the organ does: Decides, Requests, Calls upon …")
                .severity(severity);
        }
    }
}
