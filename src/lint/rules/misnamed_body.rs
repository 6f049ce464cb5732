use crate::conventions::Language;
use crate::conventions::fixed_names;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "misnamed-body",
    family: Family::Style,
    summary: "an office, fund or body is called by a wrong name",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("misnamed_body.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for misnomer in fixed_names::BODIES.find_among(&prose.text, &draft.words(prose)) {
            let range = prose.source_range(misnomer.range);
            let right = misnomer.right;
            report.flag(range, format!("it is called “{right}”")).fix(Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(range, right)],
            ));
        }
    }
}
