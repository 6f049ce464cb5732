use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "exclamation-mark",
    family: Family::Punctuation,
    summary: "a resolution does not exclaim",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru],
    explanation: include_str!("exclamation_mark.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (at, _) in text.match_indices('!') {
            let ends_a_word =
                scan::before(text, at).is_some_and(|c| c.is_alphanumeric() || c == ' ');
            let is_address = scan::is_address_or_symbol(scan::token(text, at));
            if ends_a_word && !is_address && !draft.is_quoted(prose, at) {
                let range = prose.source_range(at..at + 1);
                report.flag(range, "no exclamation mark stands in a resolution");
            }
        }
    }
}
