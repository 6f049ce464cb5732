use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "placeholder-number-in-adopted-text",
    family: Family::Submission,
    summary: "an adopted text has no number yet",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("placeholder_number_in_adopted_text.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(number) = draft.resolution.number.as_ref().filter(|_| draft.is_adopted()) else {
        return;
    };
    if number.value.contains("..") || number.value.contains(['…', '_']) {
        let message = "an adopted resolution has its number";
        report.flag(number.range, message).place("masthead");
    }
}
