use crate::conventions::Language;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;

pub(super) static RULE: Rule = Rule {
    name: "double-opening",
    family: Family::Openings,
    summary: "two verbs open one paragraph",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("double_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.resolutions().flat_map(Resolution::operative) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        if opened.opening.second.is_some() {
            let message = "one verb opens a paragraph: two ask for two things at once";
            let help = "keep the verb that says what is wanted, or make two paragraphs";
            report.flag(opened.range(), message).help(help);
        }
    }
}
