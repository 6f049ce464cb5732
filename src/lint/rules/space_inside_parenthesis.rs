use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "space-inside-parenthesis",
    family: Family::Punctuation,
    summary: "a space follows an opening parenthesis",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru],
    explanation: include_str!("space_inside_parenthesis.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for (at, open) in text.match_indices('(') {
            let start = at + open.len();
            let rest = text.get(start..).unwrap_or_default();
            let words = rest.trim_start_matches([' ', '\u{a0}']);
            let end = text.len() - words.len();
            if end == start || !words.starts_with(char::is_alphanumeric) {
                continue;
            }
            let range = prose.source_range(start..end);
            report
                .flag(range, "no space follows an opening parenthesis")
                .fix(Fix::editorial("take out the space", [Edit::delete(range)]));
        }
    }
}
