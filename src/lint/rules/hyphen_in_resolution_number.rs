use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "hyphen-in-resolution-number",
    family: Family::Citations,
    summary: "the number of a resolution has a hyphen for the stroke",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("hyphen_in_resolution_number.md"),
    check,
};

static HYPHENATED: Pattern = Pattern::new(
    "resolution",
    r"\bresolutions? (?:[0-9]{1,4}/[0-9]{1,3}(?: and|,) )?([0-9]{1,4})[-\u{2011}–]([0-9]{1,3})\b",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in HYPHENATED.matches(draft) {
        if found.after().starts_with(['/', '-']) {
            continue;
        }
        let right = format!("{}/{}", found.words(1), found.words(2));
        let range = TextRange::new(found.range(1).start(), found.range(2).end());
        report
            .flag(
                range,
                format!("session and number have a stroke between them: “{right}”"),
            )
            .fix(Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(range, right)],
            ));
    }
}
