use crate::conventions::Language;
use crate::conventions::phrases::RESOURCE_FORMULAE;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "resource-formula",
    family: Family::Submission,
    summary: "the text says how much money there is",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("resource_formula.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Council’s decisions are costed elsewhere.
    if draft.is_of("SC") {
        return;
    }
    for prose in scan::operative_text(draft) {
        for phrase in RESOURCE_FORMULAE.find_among(&prose.text, &draft.words(prose)) {
            if draft.is_quoted(prose, phrase.range.start) {
                continue;
            }
            let written = prose.text.get(phrase.range.clone()).unwrap_or_default();
            let message =
                format!("“{written}”: what is paid is for the Fifth Committee to say");
            report
                .flag(prose.source_range(phrase.range), message)
                .help("leave it out; the secretariat says what the text costs before it is adopted");
        }
    }
}
