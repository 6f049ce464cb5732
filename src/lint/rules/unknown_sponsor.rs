use crate::conventions::states;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "unknown-sponsor",
    family: Family::Sponsors,
    summary: "a sponsor is no State or observer that we know",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("unknown_sponsor.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for sponsor in &draft.resolution.sponsors.list {
        let is_group = sponsor.name.contains("Group") || sponsor.name.contains("on behalf");
        if sponsor.state.is_some() || is_group {
            continue;
        }
        let names = states::all().iter().map(|state| state.name.as_str());
        let message = format!("“{}” is no State or observer", sponsor.name);
        let finding = report.flag(sponsor.range, message);
        // A name is short; longer words are worth no comparison.
        let is_short = sponsor.name.len() <= 80;
        if let Some(name) = is_short.then(|| crate::text::nearest(&sponsor.name, names)).flatten() {
            finding.help(format!("did you mean “{name}”?"));
        }
    }
}
