use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-adoption-date",
    family: Family::Masthead,
    summary: "an adopted text does not say when it was adopted",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("missing_adoption_date.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let adoption = draft.resolution.adoption.as_ref();
    let has_text = draft.resolutions().any(|part| part.paragraphs().next().is_some());
    if !draft.is_adopted() || !has_text || adoption.is_some_and(|it| it.date.is_some()) {
        return;
    }
    let front_matter = draft.resolution.front_matter.as_ref();
    let stage = front_matter.and_then(|matter| matter.field("stage"));
    let place = stage.map_or(TextRange::empty(0), |field| field.range);
    report
        .flag(place, "meeting and date stand below an adopted text")
        .help("write, for example, adoption: {meeting: 38, date: 2020-10-07}")
        .place("masthead");
}
