use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "missing-organ-line",
    family: Family::Structure,
    summary: "the name of the organ does not open the text",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("missing_organ_line.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let has_line_above = draft.resolution.organ_line.is_some();
    for resolution in draft.resolutions().filter(|_| !has_line_above) {
        let first = resolution.sections.iter().find_map(|section| {
            section
                .preambular
                .first()
                .into_iter()
                .chain(section.operative.first())
                .min_by_key(|p| p.range)
        });
        let Some(first) = first.filter(|_| resolution.organ_line.is_none()) else {
            continue;
        };
        let place = TextRange::empty(first.range.start());
        let finding = report
            .flag(place, "the name of the organ opens the text, on a line of its own");
        let Some(organ) = draft.organ() else { continue };
        let line = organ.line(draft.resolution.language);
        let has_preamble = resolution.preambular().next().is_some();
        let line =
            if has_preamble { line } else { line.trim_end_matches([',', '，', '،']) };
        let blank_line = draft.line_break().repeat(2);
        let insert = Edit::insert(place.start(), format!("{line}{blank_line}"));
        finding.fix(Fix::substantive(format!("insert “{line}”"), [insert]));
    }
}
