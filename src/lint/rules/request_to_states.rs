use crate::conventions::Language;
use crate::lint::addressees::requests;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::carry_case;

pub(super) static RULE: Rule = Rule {
    name: "request-to-states",
    family: Family::Submission,
    summary: "States are requested, where they are called upon or invited",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("request_to_states.md"),
    check,
};

/// How sentences begin that address States.
const STATES: &[&str] = &[
    "States",
    "all States",
    "Member States",
    "all Member States",
    "States Members",
    "States parties",
    "all States parties",
    "States Parties",
    "Governments",
    "all Governments",
    "the Governments",
];

fn check(draft: &Draft, report: &mut Report) {
    for request in requests(draft) {
        let starts = |name: &&&str| {
            let rest = request.addressee.strip_prefix(**name);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        if STATES.iter().find(starts).is_none() {
            continue;
        }
        let right = carry_case(request.verb, "calls upon");
        report
            .flag(request.range, "States are called upon, invited or encouraged; the Secretary-General is requested")
            .fix(Fix::substantive(format!("write “{right}”"), [request.replace_verb(&right)]));
    }
}
