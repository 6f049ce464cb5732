//! The capitals of an opening, and how to carry them over.

use super::OpeningCase;

pub(super) fn case_of(text: &str) -> OpeningCase {
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return OpeningCase::Lower;
    }
    let shouted = letters.next().is_some_and(char::is_uppercase)
        && !letters.any(char::is_lowercase);
    if shouted { OpeningCase::AllCapitals } else { OpeningCase::Capital }
}

pub(super) fn in_case(case: OpeningCase, text: &str) -> String {
    match case {
        OpeningCase::Capital => capital_first(text),
        OpeningCase::Lower => lower_first(text),
        OpeningCase::AllCapitals => text.to_uppercase(),
    }
}

pub(super) fn with_case_of(model: &str, text: &str) -> String {
    in_case(case_of(model), text)
}

fn capital_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

pub(super) fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

pub(super) fn spaced(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" {text}") }
}
