//! The table of opening phrases: as it is written, and made ready to search.

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::FromStr;

use serde::Deserialize;

use super::cases::with_case_of;
use super::complements::Complement;
use super::{FirstWord, Form, OpeningEntry, OpeningPhrases, Part, Verb, VerbForm};
use crate::conventions::{read_table, rows};

/// The table as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Table {
    /// On whose authority; the tests ask for it.
    sources: Vec<String>,
    unspaced: bool,
    /// Whether the phrases say what stands in italics and no more: too few are known for a
    /// paragraph to be judged by them.
    only_italics: bool,
    preambular: Vec<Group>,
    operative: Vec<Group>,
    preferred: BTreeMap<String, String>,
    twins: BTreeMap<String, String>,
    #[serde(deserialize_with = "rows::read")]
    verbs: Vec<Verb>,
    adverbs: Adverbs,
    complements: Vec<Complement>,
    declaration: Declaration,
}

/// How the sentences of a declaration begin.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Declaration {
    /// Who speaks: “We”.
    pub(super) speaker: Vec<String>,
    /// What may stand before the verb, beside the adverbs of an opening.
    pub(super) adverbs: Vec<String>,
}

/// Phrases that are equally common, and common to the same organs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Group {
    rare: bool,
    organs: Vec<String>,
    #[serde(deserialize_with = "rows::read")]
    phrases: Vec<Row>,
}

/// Phrases that do the same: `request 2: Appeals, Asks`.
#[derive(Debug)]
struct Row {
    kind: String,
    strength: Option<u8>,
    phrases: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Adverbs {
    pub(super) also: Vec<String>,
    pub(super) further: Vec<String>,
    pub(super) once_again: Vec<String>,
    #[serde(deserialize_with = "rows::read_list")]
    pub(super) intensity: Vec<String>,
    #[serde(deserialize_with = "rows::read_list")]
    pub(super) adjective_unless_before: Vec<String>,
    pub(super) adjective_before: Vec<String>,
    /// The word that joins two openings: “and”.
    pub(super) and: String,
}

impl OpeningPhrases {
    /// Reads a table that was compiled in.
    pub(in crate::conventions) fn read(yaml: &str) -> Self {
        Self::from_table(read_table(yaml))
    }

    fn from_table(table: Table) -> Self {
        let mut entries = Vec::new();
        for (part, groups) in
            [(Part::Preambular, &table.preambular), (Part::Operative, &table.operative)]
        {
            for group in groups {
                entries.extend(group.entries(part, &table.preferred));
            }
        }
        fill_twins(&mut entries, &table.verbs, &table.twins);
        entries.sort_by_cached_key(|entry| {
            let length =
                entry.phrase.len() + entry.companion.as_ref().map_or(0, String::len);
            (entry.part, first_word(&entry.phrase, table.unspaced), usize::MAX - length)
        });
        let preambular = entries.partition_point(|entry| entry.part == Part::Preambular);
        Self {
            index: index(&entries, table.unspaced),
            forms: forms(&table.verbs),
            entries,
            preambular,
            verbs: table.verbs,
            adverbs: table.adverbs,
            complements: table.complements,
            declaration: table.declaration,
            unspaced: table.unspaced,
            only_italics: table.only_italics,
            sources: table.sources,
        }
    }
}

impl Group {
    fn entries(
        &self,
        part: Part,
        preferred: &BTreeMap<String, String>,
    ) -> impl Iterator<Item = OpeningEntry> {
        let phrases = self
            .phrases
            .iter()
            .flat_map(|row| row.phrases.iter().map(move |it| (row, it)));
        phrases.map(move |(row, written)| {
            let (phrase, count) = counted(written);
            let (phrase, companion) = match phrase.split_once(" + ") {
                Some((phrase, companion)) => (phrase, Some(companion.to_owned())),
                None => (phrase, None),
            };
            OpeningEntry {
                phrase: phrase.to_owned(),
                kind: row.kind.clone(),
                strength: row.strength,
                twin: None,
                part,
                companion,
                rare: self.rare,
                organs: self.organs.clone(),
                preferred: preferred.get(phrase).cloned(),
                count,
            }
        })
    }
}

impl FromStr for Row {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let (head, phrases) = row.split_once(": ").ok_or("no phrases")?;
        let (kind, strength) = match head.split_once(' ') {
            Some((kind, strength)) => {
                let is_wrong = |_| format!("{strength} is no strength");
                (kind, Some(strength.parse().map_err(is_wrong)?))
            }
            None => (head, None),
        };
        Ok(Self { kind: kind.to_owned(), strength, phrases: rows::list(phrases, ',') })
    }
}

/// Reads `Expressing (858)`.
fn counted(phrase: &str) -> (&str, Option<u32>) {
    let inner = phrase.strip_suffix(')').and_then(|phrase| phrase.split_once(" ("));
    let parted = inner.and_then(|(phrase, count)| Some((phrase, count.parse().ok()?)));
    parted.map_or((phrase, None), |(phrase, count)| (phrase, Some(count)))
}

/// Reads `take takes taking took`.
impl FromStr for Verb {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let forms: Vec<&str> = row.split(' ').collect();
        let [base, finite, participle, past] = forms[..] else {
            return Err("not four forms".to_owned());
        };
        let [base, finite, participle, past] =
            [base, finite, participle, past].map(Box::from);
        Ok(Self { base, finite, participle, past })
    }
}

/// Finds for each phrase the one of the other part that differs only in the verb's form.
fn fill_twins(
    entries: &mut [OpeningEntry],
    verbs: &[Verb],
    given: &BTreeMap<String, String>,
) {
    let mut known: Vec<(Part, String)> =
        entries.iter().map(|entry| (entry.part, entry.phrase.clone())).collect();
    known.sort();
    let is_known = |part, phrase: &str| {
        let place =
            known.binary_search_by(|(of, it)| (*of, it.as_str()).cmp(&(part, phrase)));
        place.is_ok()
    };
    let mut swaps: BTreeMap<(Part, &str), &str> = BTreeMap::new();
    for verb in verbs {
        swaps.insert((Part::Preambular, &verb.participle), &verb.finite);
        swaps.insert((Part::Operative, &verb.finite), &verb.participle);
    }
    for entry in entries.iter_mut().filter(|entry| entry.companion.is_none()) {
        let other = match entry.part {
            Part::Preambular => Part::Operative,
            Part::Operative => Part::Preambular,
        };
        let swapped = entry.phrase.split(' ').map(|word| {
            let folded = word.to_lowercase();
            let swap = swaps.get(&(entry.part, folded.as_str()));
            swap.map_or_else(|| word.to_owned(), |swap| with_case_of(word, swap))
        });
        let twin = swapped.collect::<Vec<_>>().join(" ");
        let regular = (twin != entry.phrase || verbs.is_empty()).then_some(twin);
        entry.twin = given
            .get(&entry.phrase)
            .cloned()
            .or(regular)
            .filter(|twin| is_known(other, twin));
    }
}

fn index(entries: &[OpeningEntry], unspaced: bool) -> Vec<FirstWord> {
    let mut index: BTreeMap<String, [Range<usize>; 2]> = BTreeMap::new();
    for (place, entry) in entries.iter().enumerate() {
        let word = first_word(&entry.phrase, unspaced);
        let range = &mut index.entry(word).or_default()[entry.part as usize];
        let is_first = range.start == range.end;
        *range = if is_first { place..place + 1 } else { range.start..place + 1 };
    }
    let first_word = |(word, [preambular, operative]): (String, [Range<usize>; 2])| {
        FirstWord { word: word.into(), preambular, operative }
    };
    index.into_iter().map(first_word).collect()
}

fn first_word(phrase: &str, unspaced: bool) -> String {
    let length = phrase.chars().next().map_or(0, char::len_utf8);
    let word = if unspaced { phrase.get(..length) } else { phrase.split(' ').next() };
    word.unwrap_or_default().to_lowercase()
}

fn forms(verbs: &[Verb]) -> Vec<VerbForm> {
    let forms_of = |(index, verb): (usize, &Verb)| {
        let words = [
            (&verb.base, Form::Base),
            (&verb.finite, Form::Finite),
            (&verb.participle, Form::Participle),
            (&verb.past, Form::Past),
        ];
        words.map(|(word, form)| VerbForm { word: word.clone(), verb: index, form })
    };
    let mut forms: Vec<VerbForm> = verbs.iter().enumerate().flat_map(forms_of).collect();
    forms.sort_by(|left, right| (&left.word, left.form).cmp(&(&right.word, right.form)));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_kind_a_strength_and_phrases() {
        let row: Row = "request 2: Appeals, Asks (3)".parse().unwrap();
        assert_eq!((row.kind.as_str(), row.strength), ("request", Some(2)));
        let phrases: Vec<_> = row.phrases.iter().map(|phrase| counted(phrase)).collect();
        assert_eq!(phrases, [("Appeals", None), ("Asks", Some(3))]);
        assert!("request two: Asks".parse::<Row>().is_err());
        assert!("Asks".parse::<Row>().is_err());
    }
}
