use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "placeholder-number-in-adopted-text",
    family: Family::Masthead,
    summary: "an adopted text has no number yet",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("placeholder_number_in_adopted_text.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(number) = draft.resolution.number.as_ref().filter(|_| draft.is_adopted())
    else {
        return;
    };
    if number.value.contains("...") || number.value.contains('…') {
        report
            .flag(number.range, "an adopted text has its number")
            .help("write the number that the organ gave it")
            .place("masthead");
    }
}
