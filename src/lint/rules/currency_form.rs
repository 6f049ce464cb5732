use crate::conventions::Language;
use crate::lint::patterns::{Match, Pattern};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "currency-form",
    family: Family::Style,
    summary: "United States dollars are written “US$” or “USD”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("currency_form.md"),
    check,
};

static SUM: Pattern = Pattern::new(
    "US",
    r"\b(US ?\$|USD)[ \x{a0}]?([0-9][0-9.,]*[0-9]|[0-9])([ \x{a0}](?:thousand|million|billion|trillion))?",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in SUM.matches(draft) {
        let right = right(draft, &found);
        report.flag(found.range(0), format!("“{right}”: United States dollars")).fix(
            Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(found.range(0), right)],
            ),
        );
    }
}

/// The sum as the organ writes it: the Assembly and the Economic and Social Council in words,
/// the first in full, unless the draft has the sign elsewhere.
fn right(draft: &Draft, sum: &Match) -> String {
    let (figures, power) = (sum.words(2), sum.words(3));
    let text = draft.source.text();
    let has_sign = text.match_indices('$').any(|(at, _)| {
        !text
            .get(..at)
            .is_some_and(|before| before.ends_with("US") || before.ends_with("US "))
    });
    let writes_words = draft.is_of("GA") || draft.is_of("ECOSOC");
    if has_sign || !writes_words {
        return format!("${figures}{power}");
    }
    let is_said = text.contains("United States dollars");
    let dollars = if is_said { "dollars" } else { "United States dollars" };
    format!("{figures}{power} {dollars}")
}
