use crate::lint::renumbering::Offers;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "leftover-suffix",
    family: Family::Numbering,
    summary: "a number still has the bis or ter of the negotiation",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("leftover_suffix.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut offers = Offers::new(draft);
    for paragraph in draft.paragraphs() {
        let Some(marker) = &paragraph.marker else { continue };
        let Some(suffix) = &marker.suffix else { continue };
        let message = format!("“{suffix}” goes when the paragraph is agreed");
        let finding = report.flag(marker.range, message);
        if draft.is_adopted() {
            let finding = finding.severity(Severity::Error);
            offers.number(finding, "renumber, and move the cross-references");
        }
    }
}
