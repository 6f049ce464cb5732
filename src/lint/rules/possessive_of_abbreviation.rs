use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "possessive-of-abbreviation",
    family: Family::Style,
    summary: "an abbreviation has the apostrophe of the possessive",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("possessive_of_abbreviation.md"),
    check,
};

static POSSESSIVES: [Pattern; 2] =
    [Pattern::new("’s", r"\b([A-Z]{2,})’s\b"), Pattern::new("'s", r"\b([A-Z]{2,})'s\b")];

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for found in POSSESSIVES.iter().flat_map(|pattern| pattern.matches(draft)) {
        let message =
            format!("“of {}”: an abbreviation has no possessive", found.words(1));
        report.flag(found.range(0), message).severity(severity);
    }
}
