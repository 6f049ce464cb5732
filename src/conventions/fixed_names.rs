//! Names that are fixed, and the wrong forms in which drafts have them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::read_table;

/// A name in a wrong form, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misnomer {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// The name as it is.
    pub right: &'static str,
}

/// The table of one language, ready to search with.
#[derive(Debug)]
pub struct FixedNames {
    right: Vec<String>,
    /// Nothing only if the table were too large to compile; then nothing is found.
    automaton: Option<AhoCorasick>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(rename = "source")]
    _source: String,
    names: BTreeMap<String, String>,
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
    let (wrong, right): (Vec<String>, Vec<String>) =
        groups.into_iter().flat_map(|group| group.names).unzip();
    let automaton =
        AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&wrong).ok();
    FixedNames { right, automaton }
}

impl FixedNames {
    /// The names in a text that are wrong, in order.
    pub fn find(&'static self, text: &str) -> Vec<Misnomer> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        let is_whole = |range: &Range<usize>| {
            let after = text.get(range.end..).and_then(|rest| rest.chars().next());
            !after.is_some_and(char::is_alphanumeric)
        };
        automaton
            .find_iter(text)
            .filter(|found| is_whole(&found.range()))
            .map(|found| Misnomer {
                range: found.range(),
                right: &self.right[found.pattern().as_usize()],
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
