use crate::lint::renumbering;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;

pub(super) static RULE: Rule = Rule {
    name: "lone-subparagraph",
    family: Family::Numbering,
    summary: "a list has only one subparagraph",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("lone_subparagraph.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for parent in draft.resolutions().flat_map(Resolution::paragraphs) {
        for list in renumbering::lists(parent) {
            let [only] = list.as_slice() else { continue };
            let Some(marker) = &only.marker else { continue };
            report.flag(marker.range, "a list has two subparagraphs or more").help(
                "run the words on with the paragraph above, or add the missing items",
            );
        }
    }
}
