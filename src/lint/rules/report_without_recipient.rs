use crate::conventions::Language;
use crate::lint::reports::requests;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "report-without-recipient",
    family: Family::Submission,
    summary: "a report is asked for, but not to whom it goes",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("report_without_recipient.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // What the Security Council asks for goes to it.
    if draft.is_of("SC") {
        return;
    }
    let requests = requests(draft).filter(|request| !request.is_under_a_treaty());
    for request in requests.filter(|request| !request.says_to_whom()) {
        report
            .flag(
                request.prose.source_range(request.words.clone()),
                "a request for a report says to whom it is submitted",
            )
            .help("name the body, “to the Council”, or write “at its … session”");
    }
}
