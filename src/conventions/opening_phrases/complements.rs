//! What may follow a verb and belongs to the opening: “with appreciation”.

use std::ops::Range;

use serde::Deserialize;

use super::words::{same_word, word_at, words_at, words_from};
use crate::conventions::rows;

/// Complements that are put together alike: “with deep and growing concern”.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Complement {
    pub(super) after: Vec<String>,
    lead: Vec<String>,
    #[serde(deserialize_with = "rows::read_list")]
    degrees: Vec<String>,
    #[serde(deserialize_with = "rows::read_list")]
    nouns: Vec<String>,
    phrases: Vec<String>,
}

impl Complement {
    pub(super) fn range_at(
        &self,
        text: &str,
        at: usize,
        and: &str,
    ) -> Option<Range<usize>> {
        let word = word_at(text, at)?;
        if let Some(range) =
            self.phrases.iter().find_map(|phrase| words_from(phrase, text, word))
        {
            return Some(range);
        }
        self.lead.iter().find_map(|lead| {
            let lead =
                if lead.is_empty() { at..at } else { words_from(lead, text, word)? };
            let first = self.noun_at(text, lead.end)?;
            let second = word_at(text, first.end)
                .filter(|word| same_word(and, word.text))
                .and_then(|and| self.noun_at(text, and.end));
            let start = if lead.is_empty() { first.start } else { lead.start };
            Some(start..second.map_or(first.end, |second| second.end))
        })
    }

    /// A noun with up to two degrees before it: “deep and growing concern”.
    fn noun_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let mut end = at;
        let mut start = None;
        for _ in 0..3 {
            let word = word_at(text, end)?;
            if let Some(noun) =
                self.nouns.iter().find_map(|noun| words_from(noun, text, word))
            {
                return Some(start.unwrap_or(noun.start)..noun.end);
            }
            let degree =
                self.degrees.iter().find_map(|degree| words_from(degree, text, word))?;
            start = start.or(Some(degree.start));
            end = words_at("and", text, degree.end).map_or(degree.end, |and| and.end);
        }
        None
    }
}

/// A phrase parted before its complement: “Taking note” and “with appreciation”.
pub(super) fn split_complement(phrase: &str) -> (&str, &str) {
    const COMPLEMENTS: [&str; 3] = [" with ", " in the strongest", " in particular"];
    let begins = |(at, _): &(usize, &str)| {
        let rest = phrase.get(*at..).unwrap_or_default();
        COMPLEMENTS.iter().any(|complement| rest.starts_with(complement))
    };
    let place = phrase.match_indices(' ').find(begins).map(|(at, _)| at);
    let (head, tail) = phrase.split_at(place.unwrap_or(phrase.len()));
    (head, tail.trim_start())
}
