use crate::conventions::Language;
use crate::conventions::fixed_names;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "misnamed-instrument",
    family: Family::Citations,
    summary: "a treaty or declaration is cited under a wrong title",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("misnamed_instrument.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for misnomer in
            fixed_names::INSTRUMENTS.find_among(&prose.text, &draft.words(prose))
        {
            let range = prose.source_range(misnomer.range);
            let right = misnomer.right;
            let severity =
                if misnomer.is_certain { Severity::Warning } else { Severity::Note };
            report.flag(range, format!("it is called “{right}”")).severity(severity).fix(
                Fix::editorial(format!("write “{right}”"), [Edit::replace(range, right)]),
            );
        }
    }
}
