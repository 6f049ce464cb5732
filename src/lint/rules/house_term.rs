use crate::conventions::spelling::SpellingEntry;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::{Edit, carry_case};

pub(super) static RULE: Rule = Rule {
    name: "house-term",
    family: Family::Style,
    summary: "the house writes a term otherwise",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("house_term.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(house) = draft.house else { return };
    for prose in scan::running_text(draft) {
        for found in house.terms.find(&prose.text) {
            let written = prose.text.get(found.range.clone()).unwrap_or_default();
            let right = right_form(written, found.entry);
            if right != written {
                let range = prose.source_range(found.range);
                report.flag(range, format!("“{right}”, not “{written}”")).fix(
                    Fix::editorial(
                        format!("write “{right}”"),
                        [Edit::replace(range, right.as_str())],
                    ),
                );
            }
        }
    }
}

/// An acronym that the house writes out keeps no capitals of its own.
fn right_form(written: &str, entry: &SpellingEntry) -> String {
    let right = entry.right.first().map_or("", String::as_str);
    if written == entry.wrong { right.to_owned() } else { carry_case(written, right) }
}
