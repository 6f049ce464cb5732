use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "a-for-an",
    family: Family::Style,
    summary: "“a” stands before a vowel",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("a_for_an.md"),
    check,
};

static ARTICLE: Needle = Needle::new(" a ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for space in ARTICLE.places(text) {
            let at = space + 1;
            let rest = text.get(at + 2..).unwrap_or_default();
            let word =
                rest.split(|c: char| !c.is_ascii_alphabetic()).next().unwrap_or_default();
            if !begins_with_a_vowel(word)
                || scan::before(text, space)
                    .is_some_and(|c| c.is_ascii_digit() || "(.".contains(c))
            {
                continue;
            }
            let range = prose.source_range(at..at + 1);
            report
                .flag(range, format!("“an” stands before “{word}”"))
                .fix(Fix::editorial("write “an”", [Edit::replace(range, "an")]));
        }
    }
}

/// Whether a word of small letters is spoken with a vowel at its head. A letter alone is
/// that of a list.
fn begins_with_a_vowel(word: &str) -> bool {
    let is_word =
        word.len() > 2 && word.bytes().all(|letter| letter.is_ascii_lowercase());
    is_word
        && word.starts_with(['a', 'e', 'i', 'o'])
        && !SPOKEN_OTHERWISE.iter().any(|head| word.starts_with(head))
}

/// “One” and “European” begin with a consonant when spoken.
const SPOKEN_OTHERWISE: [&str; 5] = ["one", "once", "eu", "ewe", "oui"];
