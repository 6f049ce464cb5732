use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "expired-allowance",
    family: Family::Structure,
    summary: "the day is past until which a rule is silenced",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("expired_allowance.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for allowance in &draft.resolution.allowances {
        if allowance.has_ended(draft.today)
            && let Some(until) = allowance.until
        {
            let message = format!(
                "“{}” was allowed until {}",
                allowance.rule,
                until.strftime("%-d %B %Y")
            );
            report
                .flag(allowance.range, message)
                .help("mend what it finds, or name a later day; then it is silent again");
        }
    }
}
