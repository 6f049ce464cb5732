use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-title",
    family: Family::Masthead,
    summary: "the resolution has no title",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("missing_title.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let is_titled = draft.organ().is_some_and(|organ| organ.principal().is_titled);
    let has_title = draft.resolution.with_parts().any(|part| part.title.is_some());
    let has_text = draft.resolutions().any(|part| part.paragraphs().next().is_some());
    if !is_titled || has_title || !has_text {
        return;
    }
    let resolution = draft.resolution;
    let number = resolution.number.as_ref().map(|number| number.range);
    let organ_line = || resolution.organ_line.as_ref().map(|line| line.range);
    let place = number.or_else(organ_line).unwrap_or(TextRange::empty(0));
    report
        .flag(place, "a resolution has a title")
        .help("write it in the front matter, title: \"…\"")
        .place("masthead");
}
