//! Abbreviations and short titles: where a text defines them, “the African Union Mission in
//! Somalia (AMISOM)”, “(the Bangkok Rules)”.

use std::ops::Range;

use super::scan;

/// A short form put in brackets after the name for which it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Definition<'a> {
    /// “AMISOM”, “Bangkok Rules”.
    pub(super) short: &'a str,
    /// The name before an abbreviation, from its first word; of a short title nobody can
    /// tell where it begins.
    pub(super) name: Option<Range<usize>>,
    /// The brackets with what they hold.
    pub(super) brackets: Range<usize>,
}

/// The short forms that a text defines, in order.
pub(super) fn definitions(text: &str) -> Vec<Definition<'_>> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices(" (") {
        let start = open + 2;
        let inner = text.get(start..).and_then(|rest| rest.split_once(')'));
        let Some((inner, _)) = inner else { continue };
        let brackets = start - 1..start + inner.len() + 1;
        if is_abbreviation(inner) {
            if let Some(name) = name_of(text, open, inner) {
                found.push(Definition { short: inner, name: Some(name..open), brackets });
            }
        } else if let Some(title) =
            inner.strip_prefix("the ").filter(|title| is_title(title))
        {
            found.push(Definition { short: title, name: None, brackets });
        }
    }
    found
}

/// Whether a word is one of capitals: “AMISOM”, and “IEDs”.
fn is_abbreviation(word: &str) -> bool {
    let bare = word.strip_suffix('s').unwrap_or(word);
    (3..=9).contains(&bare.len())
        && bare.bytes().all(|letter| letter.is_ascii_uppercase())
}

/// Whether some words are a name: two words or more, the last with a capital.
fn is_title(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or_default();
    words.len() <= 60
        && words.contains(' ')
        && words.starts_with(char::is_uppercase)
        && last.starts_with(char::is_uppercase)
        && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | '('))
}

/// Where the name begins whose letters, in order, make the abbreviation behind it; its first
/// letter begins a word (A. Schwartz and M. Hearst, “A simple algorithm for identifying
/// abbreviation definitions”, 2003).
fn name_of(text: &str, end: usize, short: &str) -> Option<usize> {
    let most_words = (short.len() + 5).min(2 * short.len());
    let head = text.get(..end)?;
    let from = head.rmatch_indices(' ').nth(most_words - 1).map_or(0, |(at, _)| at + 1);
    let from = head.rfind([';', ':', '(', ')', '”']).map_or(from, |at| from.max(at + 1));
    let mut letters = head.get(from..)?.char_indices().rev();
    let mut wanted = short.trim_end_matches('s').chars().rev().peekable();
    while let Some(letter) = wanted.next() {
        let is_first = wanted.peek().is_none();
        let (at, _) = letters.by_ref().find(|(at, c)| {
            let starts_word =
                || !scan::before(head, from + at).is_some_and(char::is_alphanumeric);
            c.eq_ignore_ascii_case(&letter) && (!is_first || starts_word())
        })?;
        if is_first {
            return Some(from + at);
        }
    }
    None
}

/// Where the abbreviations of a text stand outside brackets. Rules ask the draft, which
/// reads them once.
pub(super) fn uses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += bytes.get(at..)?.iter().position(u8::is_ascii_uppercase)?;
            let start = at;
            let is_letter = |byte: &&u8| byte.is_ascii_alphanumeric();
            at += bytes.get(at..)?.iter().take_while(is_letter).count();
            if text.get(start..at).is_some_and(is_abbreviation)
                && ends_a_piece(text, at)
                && scan::before(text, start) != Some('(')
                && scan::begins_word(text, start)
            {
                return Some(start..at);
            }
        }
    })
}

/// Whether a word, or the piece of a word before its apostrophe or hyphen, ends at a place.
fn ends_a_piece(text: &str, end: usize) -> bool {
    !scan::after(text, end).is_some_and(|c| c.is_alphanumeric() || c == '\u{2011}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = definitions(text)
            .into_iter()
            .map(|found| {
                (found.short, found.name.map_or("", |name| text.get(name).unwrap()))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_name_and_the_letters_that_stand_for_it() {
        check(
            "of the African Union Mission in Somalia (AMISOM) and improvised devices (IDs)",
            &[("AMISOM", "African Union Mission in Somalia")],
        );
        check(
            "the Federal Government of Somalia (FGS)",
            &[("FGS", "Federal Government of Somalia")],
        );
        check("the Rules (the Bangkok Rules)", &[("Bangkok Rules", "")]);
    }

    #[test]
    fn what_defines_nothing() {
        check("in 2015 (XXV), the fund (USD) and (the third one), (see annex)", &[]);
    }
}
