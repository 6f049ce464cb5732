use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-title",
    family: Family::Masthead,
    summary: "the title is missing, or the Security Council has one",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("missing_title.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(organ) = draft.organ() else { return };
    let resolution = draft.resolution;
    match &resolution.title {
        Some(title) if !organ.is_titled => {
            let message = format!("resolutions of the {} have no title", organ.name);
            report.flag(title.range, message);
        }
        None if organ.is_titled && draft.paragraphs().next().is_some() => {
            let line = resolution.organ_line.as_ref().map(|line| line.range);
            let place = line.unwrap_or_else(|| TextRange::empty(0));
            let message = format!("a resolution of the {} has a title", organ.name);
            report
                .flag(place, message)
                .place("title")
                .help("write it in the front matter: title: \"…\"");
        }
        _ => {}
    }
}
