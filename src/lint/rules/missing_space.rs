use memchr::memchr2_iter;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "missing-space",
    family: Family::Punctuation,
    summary: "a space is missing",
    severity: Severity::Error,
    languages: &[Language::En, Language::Es, Language::Ru],
    explanation: include_str!("missing_space.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let is_english = draft.resolution.language == Language::En;
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        let after_marks = memchr2_iter(b',', b';', text.as_bytes())
            .map(|mark| mark + 1)
            .filter(|at| is_glued_to_mark(text, *at));
        let after_numbers = glued_numbers(text).into_iter().filter(|_| is_english);
        for at in after_marks.chain(after_numbers) {
            if scan::is_address_or_symbol(scan::token(text, at)) {
                continue;
            }
            let word = scan::words(text.get(at..).unwrap_or_default()).next();
            let end = at + word.map_or(0, |word| word.end);
            let place = prose.source_start(at);
            let start = at - scan::before(text, at).map_or(0, char::len_utf8);
            report
                .flag(prose.source_range(start..end), "a space stands between the two")
                .fix(Fix::editorial("insert a space", [Edit::insert(place, " ")]));
        }
    }
}

/// Whether a word follows a comma or semicolon at once: “text,and”.
fn is_glued_to_mark(text: &str, at: usize) -> bool {
    let mut letters = text.get(at..).unwrap_or_default().chars();
    let starts_word = letters.next().is_some_and(char::is_alphabetic);
    let goes_on = letters.next().is_some_and(char::is_alphabetic);
    let before = text.get(..at.saturating_sub(1)).unwrap_or_default();
    starts_word
        && goes_on
        && before.ends_with(|c: char| c.is_alphanumeric() || c == ')' || c == '”')
}

/// What may follow a number at once.
const SUFFIXES: &[&str] = &[
    "st", "nd", "rd", "th", "bis", "ter", "km", "kg", "cm", "mm", "mg", "ml", "ha", "kw",
    "mw", "gw", "kv", "am", "pm", "bn", "mn", "er", "re", "ero", "era", "ppm",
];

/// Where a word follows a number at once: “item 10as”. “20th”, “1990s” and “10a” are whole.
fn glued_numbers(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(digit) =
        bytes.get(at..).and_then(|b| b.iter().position(u8::is_ascii_digit))
    {
        let start = at + digit;
        let digits = bytes[start..].iter().take_while(|b| b.is_ascii_digit()).count();
        at = start + digits;
        let letters = bytes[at..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let word = text.get(at..at + letters).unwrap_or_default();
        let is_word = letters >= 2
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && !SUFFIXES.contains(&word)
            && !scan::after(text, at + letters)
                .is_some_and(|c| c.is_alphanumeric() || c == '/');
        let stands_alone =
            scan::before(text, start).is_none_or(|c| matches!(c, ' ' | '\u{a0}' | '('));
        if is_word && stands_alone {
            found.push(at);
        }
    }
    found
}
