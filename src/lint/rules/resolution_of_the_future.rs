use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "resolution-of-the-future",
    family: Family::Citations,
    summary: "a resolution is cited that is later than the text",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("resolution_of_the_future.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some((_, last)) = draft.resolution.time_of_writing() else { return };
    // A session may still be a placeholder; a date is meant.
    let is_dated = draft.resolution.masthead.date.is_some()
        || draft.resolution.adoption.as_ref().is_some_and(|adoption| adoption.date.is_some());
    let severity = if is_dated { Severity::Error } else { Severity::Note };
    for prose in scan::running_text(draft) {
        for citation in draft.citations(prose).iter() {
            let Some((words, date)) = &citation.date else { continue };
            if *date > last {
                let message = format!("resolution {} cannot be later than the text", citation.number);
                report.flag(prose.source_range(words.clone()), message).severity(severity);
            }
        }
    }
}
