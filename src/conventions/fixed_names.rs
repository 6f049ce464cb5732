//! Names that are fixed, and the wrong forms in which drafts have them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::read_table;
use super::vocabulary::{Letters, Vocabulary, Word, words};

/// A name in a wrong form, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnomer {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The name as it is.
    pub right: &'static str,
    /// Whether adopted texts agree on it.
    pub is_certain: bool,
}

/// The table of one language, ready to search with.
#[derive(Debug)]
pub struct FixedNames {
    /// The right names, and whether they are certain.
    right: Vec<(String, bool)>,
    wrong: Vocabulary,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(rename = "source")]
    _source: String,
    #[serde(default = "certain")]
    certain: bool,
    names: BTreeMap<String, String>,
}

fn certain() -> bool {
    true
}

/// Names in English.
pub static ENGLISH: LazyLock<FixedNames> =
    LazyLock::new(|| read(include_str!("languages/en/fixed_names.yaml")));

/// Titles of treaties and declarations in English.
pub static INSTRUMENTS: LazyLock<FixedNames> =
    LazyLock::new(|| read(include_str!("languages/en/instrument_names.yaml")));

/// Names of offices, funds and bodies in English.
pub static BODIES: LazyLock<FixedNames> =
    LazyLock::new(|| read(include_str!("languages/en/body_names.yaml")));

fn read(table: &str) -> FixedNames {
    let groups: Vec<Group> = read_table(table);
    let (mut wrong, mut right) = (Vec::new(), Vec::new());
    for group in groups {
        for (misnomer, name) in group.names {
            wrong.push(misnomer);
            right.push((name, group.certain));
        }
    }
    FixedNames { right, wrong: Vocabulary::new(wrong, Letters::AsWritten) }
}

impl FixedNames {
    /// The names in a text that are wrong, in order.
    pub fn find(&'static self, text: &str) -> Vec<Misnomer> {
        self.find_among(text, &words(text))
    }

    /// The same, where the words of the text are read already.
    pub fn find_among(&'static self, text: &str, words: &[Word]) -> Vec<Misnomer> {
        let is_whole = |range: &Range<usize>| {
            let after = text.get(range.end..).and_then(|rest| rest.chars().next());
            !after.is_some_and(char::is_alphanumeric)
        };
        let found = self.wrong.find(text, words, is_whole);
        found
            .map(|(range, place)| {
                let (right, is_certain) = &self.right[place];
                Misnomer { range, right, is_certain: *is_certain }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::ENGLISH;

    #[test]
    fn a_name_without_its_article_is_found() {
        let text =
            "the Office of High Commissioner and the Committee on the Rights of Children";
        let found = ENGLISH.find(text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].right, "Office of the High Commissioner");
    }
}
