use crate::lint::{Draft, Family, Report, Rule, Severity, renumbering};
use crate::model::Section;

pub(super) static RULE: Rule = Rule {
    name: "mixed-section-numbering",
    family: Family::Numbering,
    summary: "some sections number their paragraphs anew, others go on",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("mixed_section_numbering.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let is_counted = |section: &&Section| {
            section.numeral.is_some()
                && section.operative.iter().find_map(renumbering::number_of).is_some()
        };
        let mut sections = resolution.sections.iter().filter(is_counted);
        // The first begins at 1 in either way.
        sections.next();
        let Some(second) = sections.next() else { continue };
        let anew = renumbering::restarts(second);
        let other = sections.find(|section| renumbering::restarts(section) != anew);
        let number = other.and_then(|section| {
            section.operative.iter().find_map(renumbering::number_of)
        });
        if let Some(number) = number {
            let message = if anew {
                "the sections above number their paragraphs from 1"
            } else {
                "the sections above number their paragraphs on"
            };
            report.flag(number.range, message);
        }
    }
}
