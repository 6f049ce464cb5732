use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "observance-without-cost-clause",
    family: Family::Submission,
    summary: "a day, year or decade is proclaimed without a word on its cost",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("observance_without_cost_clause.md"),
    check,
};

static OBSERVANCE: Pattern = Pattern::new(
    " as ",
    r"^(?:[A-Z][a-z]+ )?(?:to )?(?:[Pp]roclaims?|[Dd]esignates?|[Dd]eclares?)\b[^;.“]{0,60}\bas (?:the |an? )?(?:[A-Z][a-z]+ ){0,4}(?:Day|Week|Year|Decade)\b",
);

fn check(draft: &Draft, report: &mut Report) {
    if scan::operative_text(draft)
        .any(|prose| prose.text.contains("voluntary contributions"))
    {
        return;
    }
    for found in OBSERVANCE.in_operative(draft) {
        report
            .flag(found.range(0), "the cost of an observance is met from voluntary contributions")
            .help("add “Stresses that the cost of all activities that may arise from the implementation of the present resolution should be met from voluntary contributions”");
    }
}
