use memchr::memmem;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::model::Resolution;

pub(super) static RULE: Rule = Rule {
    name: "full-stop-inside",
    family: Family::Punctuation,
    summary: "a paragraph has two sentences",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("full_stop_inside.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in draft.resolutions().flat_map(Resolution::paragraphs).map(|p| &p.prose) {
        let text = prose.text.as_str();
        for at in memmem::find_iter(text.as_bytes(), ". ") {
            if !ends_a_sentence(text, at) || draft.is_quoted(prose, at) {
                continue;
            }
            let range = prose.source_range(at..at + 1);
            report
                .flag(range, "a paragraph of a resolution is one sentence")
                .help("join the two with a semicolon or “and”, or begin a new paragraph");
        }
    }
}

/// Whether a word of small letters, no abbreviation, stands before, and a new sentence behind.
fn ends_a_sentence(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let word = head.rsplit(' ').next().unwrap_or_default();
    let is_word = word.len() > 3 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_word && scan::after(text, at + 2).is_some_and(char::is_uppercase)
}
