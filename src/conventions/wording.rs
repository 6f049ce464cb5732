//! Words and phrases that texts of the United Nations write otherwise: a table to each
//! idea, one reader for all.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::vocabulary::{Letters, Vocabulary, Word, words};
use super::{read_table, rows};

/// What to write for some words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// One form corrects, several are a choice for the drafter.
    pub right: Vec<String>,
    /// Whether the words are wrong in every sense; otherwise they are only shown.
    pub is_certain: bool,
}

/// Words of a table at their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found<'a> {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What to write.
    pub entry: &'a Entry,
}

/// A table, ready to search with.
#[derive(Debug)]
pub struct Wording {
    entries: Vec<Entry>,
    /// The entry of each pattern; none for a longer name in which the words are right.
    meanings: Vec<Option<usize>>,
    phrases: Vocabulary,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $file:literal, $letters:ident;)*) => {
        $($(#[$doc])*
        pub static $name: LazyLock<Wording> = LazyLock::new(|| {
            Wording::read(
                include_str!(concat!("languages/en/", $file, ".yaml")),
                Letters::$letters,
            )
        });)*
    };
}

tables! {
    /// Capitals and small letters.
    CAPITALS = "capitals", AsWritten;
    /// Acronyms of names that texts write out.
    ACRONYMS = "acronyms", AsWritten;
    /// Verbs drawn together.
    CONTRACTIONS = "contractions", Any;
    /// Words for periods that mean two things.
    AMBIGUOUS_PERIODS = "ambiguous_periods", Any;
    /// Words that leave people out or label them.
    INCLUSIVE = "inclusive_words", Any;
    /// Words that formal texts do not use.
    OUT_OF_USE = "words_out_of_use", AsWritten;
    /// States as newspapers name them.
    STATES = "common_state_names", AsWritten;
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(rename = "source")]
    _source: String,
    #[serde(default = "certain")]
    certain: bool,
    #[serde(deserialize_with = "rows::read")]
    words: Vec<Row>,
}

fn certain() -> bool {
    true
}

struct Row {
    wrong: Vec<String>,
    right: Vec<String>,
    except: Vec<String>,
}

/// Reads `mankind: humankind, humanity | common heritage of mankind`.
impl FromStr for Row {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let [forms, except] = rows::columns(row)?;
        let (wrong, right) = forms.split_once(": ").ok_or("no right form")?;
        let [wrong, right, except] =
            [wrong, right, except].map(|text| rows::list(text, ','));
        Ok(Self { wrong, right, except })
    }
}

impl Wording {
    fn read(yaml: &str, letters: Letters) -> Self {
        let groups: Vec<Group> = read_table(yaml);
        let mut entries = Vec::new();
        let (mut patterns, mut meanings) = (Vec::new(), Vec::new());
        for group in groups {
            for row in group.words {
                for wrong in row.wrong {
                    patterns.push(wrong);
                    meanings.push(Some(entries.len()));
                }
                for name in row.except {
                    patterns.push(name);
                    meanings.push(None);
                }
                entries.push(Entry { right: row.right, is_certain: group.certain });
            }
        }
        Self { entries, meanings, phrases: Vocabulary::new(patterns, letters) }
    }

    /// The words of the table in a text, in order; a longer name keeps its words.
    pub fn find(&self, text: &str) -> Vec<Found<'_>> {
        self.find_among(text, &words(text))
    }

    /// The same, where the words of the text are read already.
    pub fn find_among(&self, text: &str, words: &[Word]) -> Vec<Found<'_>> {
        let found = self.phrases.find(text, words, |range| is_whole(text, range));
        let meant = found.filter_map(|(range, pattern)| {
            let entry = (*self.meanings.get(pattern)?)?;
            Some(Found { range, entry: self.entries.get(entry)? })
        });
        meant.collect()
    }
}

/// Whether the range is words of the text, and no part of a compound or a symbol.
fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let joins =
        |c: char| c.is_alphanumeric() || matches!(c, '-' | '\u{2011}' | '/' | '@');
    let before = text.get(..range.start).and_then(|head| head.chars().next_back());
    let after = text.get(range.end..).and_then(|rest| rest.chars().next());
    !before.is_some_and(joins) && !after.is_some_and(joins)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_searched() {
        for table in [
            &AMBIGUOUS_PERIODS,
            &CAPITALS,
            &ACRONYMS,
            &CONTRACTIONS,
            &INCLUSIVE,
            &OUT_OF_USE,
            &STATES,
        ] {
            assert!(!table.entries.is_empty());
        }
    }

    #[test]
    fn a_table_corrects_to_what_it_leaves_alone() {
        for table in [&CAPITALS, &ACRONYMS, &CONTRACTIONS, &INCLUSIVE, &STATES] {
            for right in table.entries.iter().flat_map(|entry| &entry.right) {
                assert_eq!(table.find(right), [], "{right}");
            }
        }
    }

    #[test]
    fn a_longer_name_keeps_its_words() {
        let found = INCLUSIVE.find("The common heritage of mankind is for all Mankind.");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].range, 42..49);
    }

    #[test]
    fn a_part_of_a_compound_is_left_alone() {
        assert!(ACRONYMS.find("UN-Habitat, UN/1, FUN").is_empty());
    }
}
