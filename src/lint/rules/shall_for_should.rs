use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "shall-for-should",
    family: Family::Style,
    summary: "“shall” stands outside a decision",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("shall_for_should.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council may bind, and says so.
    if draft.is_of("SC") {
        return;
    }
    let tops = draft
        .resolution
        .with_parts()
        .flat_map(|part| part.preambular().chain(part.operative()));
    for top in tops.filter(|top| {
        !decides(top.opening.as_ref().map(|opening| opening.phrase.as_str()))
    }) {
        for paragraph in top.with_descendants() {
            let prose = &paragraph.prose;
            let text = prose.text.as_str();
            for (at, word) in text.match_indices("shall") {
                let is_word = !scan::before(text, at).is_some_and(char::is_alphanumeric)
                    && !scan::after(text, at + word.len())
                        .is_some_and(char::is_alphanumeric);
                if is_word && !draft.is_quoted(prose, at) {
                    report
                        .flag(
                            prose.source_range(at..at + word.len()),
                            "“shall” lays down a duty",
                        )
                        .help("“should” or “will” recommends");
                }
            }
        }
    }
}

/// Whether a paragraph of that opening lays down what is to be.
fn decides(opening: Option<&str>) -> bool {
    const DECISIONS: [&str; 6] =
        ["Decid", "Adopt", "Approv", "Establish", "Determin", "Authoriz"];
    opening.is_some_and(|opening| DECISIONS.iter().any(|head| opening.starts_with(head)))
}
