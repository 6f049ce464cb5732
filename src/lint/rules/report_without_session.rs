use crate::conventions::Language;
use crate::lint::reports::requests;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "report-without-session",
    family: Family::Submission,
    summary: "a report is asked for, but not for when",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("report_without_session.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for request in requests(draft).filter(|request| !request.is_under_a_treaty()) {
        let open = match request.recipient_without_session() {
            Some(recipient) => recipient,
            None if request.says_when() => continue,
            None => request.words.clone(),
        };
        report
            .flag(
                request.prose.source_range(open),
                "a request for a report says at which session it is due",
            )
            .help("name the session in words, “at its sixtieth session”, or the day");
    }
}
