use crate::conventions::Language;
use crate::conventions::instruments;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "security-council-resolution-without-year",
    family: Family::Citations,
    summary: "a resolution of the Security Council is cited without its year",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("security_council_resolution_without_year.md"),
    check,
};

static NUMBER: Pattern = Pattern::new(
    "esolution",
    r"\b(its |Security Council )?[Rr]esolutions? (?:[0-9]{3,4}[ \x{a0}]\([0-9]{4}\)(?:, and |, | and ))*([0-9]{3,4})([ \x{a0}]*\(| and [0-9]{1,4}[ /]| or [0-9]|, [0-9]|[-/0-9A-Za-z]| [A-Z]\b)?",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in NUMBER.matches(draft) {
        let is_of_council = draft.is_of("SC")
            || found.words(1).starts_with("Security")
            || found.before().contains("Security Council");
        if !is_of_council || !found.words(3).is_empty() {
            continue;
        }
        // The Council names its best-known resolutions by the bare number at times.
        let severity =
            if found.words(1).is_empty() { Severity::Note } else { Severity::Warning };
        let number = found.words(2);
        let year = number
            .parse()
            .ok()
            .and_then(instruments::year_of_security_council_resolution);
        let Some(year) = year else { continue };
        let right = format!("{number} ({year})");
        let edit = Edit::replace(found.range(2), right.clone());
        report
            .flag(found.range(2), format!("the number has its year with it: “{right}”"))
            .severity(severity)
            .fix(Fix::substantive(format!("write “{right}”"), [edit]));
    }
}
