use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "capitals-in-title",
    family: Family::Masthead,
    summary: "the title is written in capitals, or every word of it has one",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru],
    explanation: include_str!("capitals_in_title.md"),
    check,
};

/// Words that have a capital nowhere but at the head of a title.
const SMALL_WORDS: [&str; 12] =
    ["A", "An", "And", "By", "For", "From", "In", "Of", "On", "The", "To", "With"];

fn check(draft: &Draft, report: &mut Report) {
    for title in draft.resolutions().filter_map(|part| part.title.as_ref()) {
        let text = title.value.as_str();
        let words: Vec<&str> = scan::words(text).filter_map(|at| text.get(at)).collect();
        let is_shouted = words.iter().any(|word| word.chars().count() > 4)
            && words.len() > 1
            && !text.contains(char::is_lowercase);
        let has_small_word = draft.resolution.language == Language::En
            && words.iter().skip(1).any(|word| SMALL_WORDS.contains(word));
        if is_shouted || has_small_word {
            report
                .flag(
                    title.range,
                    "only the first word of a title, and names, have a capital",
                )
                .place("title");
        }
    }
}
