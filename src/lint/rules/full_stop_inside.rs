use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;
use crate::text::Needle;

pub(super) static RULE: Rule = Rule {
    name: "full-stop-inside",
    family: Family::Punctuation,
    summary: "a paragraph has two sentences",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("full_stop_inside.md"),
    check,
};

static STOP: Needle = Needle::new(". ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in draft.resolutions().flat_map(Resolution::paragraphs).map(|p| &p.prose) {
        let text = prose.text.as_str();
        for at in STOP.places(text) {
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

/// Whether a word that is no abbreviation stands before, and a new sentence behind: after a
/// name, only a word that begins sentences is sure to begin one.
fn ends_a_sentence(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let word = head.rsplit(' ').next().unwrap_or_default();
    let tail = text.get(at + 2..).unwrap_or_default();
    let mut letters = word.trim_start_matches(['(', '“']).bytes();
    let is_name = letters.next().is_some_and(|letter| letter.is_ascii_uppercase());
    let is_word = word.len() > 3 && letters.all(|letter| letter.is_ascii_lowercase());
    let begins = || BEGINNINGS.contains(&tail.split(' ').next().unwrap_or_default());
    is_word && tail.starts_with(char::is_uppercase) && (!is_name || begins())
}

/// Words that begin a sentence and no name.
const BEGINNINGS: [&str; 10] =
    ["A", "All", "At", "He", "In", "It", "She", "The", "These", "This"];
