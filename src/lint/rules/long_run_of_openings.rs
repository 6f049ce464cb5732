use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, ladder};

pub(super) static RULE: Rule = Rule {
    name: "long-run-of-openings",
    family: Family::Openings,
    summary: "four paragraphs in a row open alike",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("long_run_of_openings.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for rung in ladder::rungs(draft).iter().filter(|rung| rung.place == 3) {
        report
            .flag(rung.opened.range(), "the fourth paragraph in a row that opens alike")
            .help("vary the opening, or bring some of the paragraphs together");
    }
}
