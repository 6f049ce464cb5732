use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "line-end-hyphen",
    family: Family::Punctuation,
    summary: "a word is still divided as at the end of a line",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("line_end_hyphen.md"),
    check,
};

static DIVISION: Needle = Needle::new("- ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for at in DIVISION.places(text) {
            if !is_divided(text, at) {
                continue;
            }
            let end = at + "- ".len();
            let next = scan::words(text.get(end..).unwrap_or_default()).next();
            let word_end = end + next.map_or(0, |word| word.end);
            let space = prose.source_range(at + 1..end);
            report
                .flag(
                    prose.source_range(at..word_end),
                    "a compound is written without a space",
                )
                .help("if the hyphen only divided the word, take it out as well")
                .fix(Fix::editorial("join the two parts", [Edit::delete(space)]));
        }
    }
}

/// Whether letters stand on both sides, and no word that leaves the second part of a
/// compound to be supplied: “mid- and long-term”.
fn is_divided(text: &str, at: usize) -> bool {
    let follows_letter = scan::before(text, at).is_some_and(char::is_lowercase);
    let rest = text.get(at + "- ".len()..).unwrap_or_default();
    let next = scan::words(rest).next().filter(|word| word.start == 0);
    let next = next.and_then(|word| rest.get(word)).unwrap_or_default();
    let supplies = ["and", "or", "to", "nor", "but", "as", "through", "versus", "than"];
    follows_letter
        && next.starts_with(char::is_lowercase)
        && !supplies.contains(&next)
        && !next.starts_with("and/")
}
