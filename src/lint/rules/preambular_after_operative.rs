use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "preambular-after-operative",
    family: Family::Structure,
    summary: "a preambular paragraph stands in the operative part",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("preambular_after_operative.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for section in draft.resolutions().flat_map(|resolution| &resolution.sections) {
        let Some(first) = section.operative.first() else { continue };
        for paragraph in &section.preambular {
            if paragraph.range.start() > first.range.start() {
                report
                    .flag(
                        paragraph.range,
                        "the preamble stands before the operative part",
                    )
                    .help("move the paragraph up, or open it with an operative verb");
            }
        }
    }
}
