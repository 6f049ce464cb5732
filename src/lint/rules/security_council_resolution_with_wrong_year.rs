use crate::conventions::Language;
use crate::conventions::instruments;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "security-council-resolution-with-wrong-year",
    family: Family::Citations,
    summary: "a resolution of the Security Council has the wrong year",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("security_council_resolution_with_wrong_year.md"),
    check,
};

static NUMBER: Pattern = Pattern::new(
    "resolution",
    r"\bresolutions? (?:[0-9]{1,4} \([0-9]{4}\)(?:,| and|, and) )*?([0-9]{1,4}) \(((?:19|20)[0-9]{2})\)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in NUMBER.matches(draft) {
        let (number, year): (Option<u16>, Option<u16>) =
            (found.words(1).parse().ok(), found.words(2).parse().ok());
        let right = number.and_then(instruments::year_of_security_council_resolution);
        let Some(right) = right.filter(|right| Some(*right) != year) else { continue };
        let edit = Edit::replace(found.range(2), right.to_string());
        report
            .flag(found.range(2), format!("resolution {} is of {right}", found.words(1)))
            .fix(Fix::substantive(format!("write {right}"), [edit]));
    }
}
