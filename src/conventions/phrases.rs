//! Words that tell a rule what a sentence is about: a table to each question.

use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use serde::Deserialize;

use super::{read_table, rows};

/// A phrase of a table, where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// The bytes of the text.
    pub range: Range<usize>,
    /// What the phrases of its group mean.
    pub means: &'static str,
}

/// A table, ready to search with.
#[derive(Debug)]
pub struct Phrases {
    groups: Vec<Group>,
    /// The phrases and the group of each.
    all: Vec<(String, usize)>,
    /// Nothing only if the table were too large to compile; then nothing is found.
    automaton: Option<AhoCorasick>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    #[serde(rename = "source")]
    _source: String,
    means: String,
    /// One to a line.
    phrases: String,
}

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident = $file:literal;)*) => {
        $($(#[$doc])*
        pub static $name: LazyLock<Phrases> = LazyLock::new(|| {
            Phrases::read(include_str!(concat!("languages/en/", $file, ".yaml")))
        });)*

        /// Every table, for the tests.
        #[cfg(test)]
        static ALL: &[&LazyLock<Phrases>] = &[$(&$name),*];
    };
}

tables! {
    /// What costs money, by what is paid for.
    BUDGET_IMPLICATIONS = "budget_implications";
    /// Formulae about resources to which the Fifth Committee objects, by what they say.
    RESOURCE_FORMULAE = "resource_formulae";
    /// Bodies that take no orders from an organ, by their kind.
    AUTONOMOUS_BODIES = "autonomous_bodies";
    /// Words that say when something is done.
    TIMES = "times";
    /// Words that keep a matter before the organ.
    FOLLOW_UP = "follow_up";
    /// Names of delegations and groups in the margin of a text in negotiation.
    DELEGATIONS = "delegations";
    /// Words with which delegations mark what they want.
    POSITIONS = "positions";
}

impl Phrases {
    fn read(yaml: &str) -> Self {
        let groups: Vec<Group> = read_table(yaml);
        let mut all = Vec::new();
        for (place, group) in groups.iter().enumerate() {
            let phrases = rows::list(&group.phrases, '\n');
            all.extend(phrases.into_iter().map(|phrase| (phrase, place)));
        }
        let quick_to_build = Some(AhoCorasickKind::ContiguousNFA);
        let automaton = AhoCorasick::builder()
            .kind(quick_to_build)
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(all.iter().map(|(phrase, _)| phrase))
            .ok();
        Self { groups, all, automaton }
    }

    /// The phrases in a text as whole words, in any case and in order.
    pub fn find<'a>(&'static self, text: &'a str) -> impl Iterator<Item = Phrase> + 'a {
        let found =
            self.automaton.iter().flat_map(move |automaton| automaton.find_iter(text));
        found.filter_map(move |found| {
            let (_, group) = self.all.get(found.pattern().as_usize())?;
            let means = self.groups.get(*group)?.means.as_str();
            is_whole(text, &found.range()).then(|| Phrase { range: found.range(), means })
        })
    }

    /// Whether a text has any of them.
    pub fn are_in(&'static self, text: &str) -> bool {
        self.find(text).next().is_some()
    }

    /// Whether the words are one of them, as written.
    pub fn have(&self, words: &str) -> bool {
        self.all.iter().any(|(phrase, _)| phrase == words)
    }
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).and_then(|head| head.chars().next_back());
    let after = text.get(range.end..).and_then(|rest| rest.chars().next());
    !before.is_some_and(char::is_alphanumeric)
        && !after.is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_can_be_searched() {
        for table in ALL {
            assert!(table.automaton.is_some() && !table.all.is_empty());
        }
    }

    #[test]
    fn a_phrase_is_whole_words_in_any_case() {
        let found: Vec<Phrase> = RESOURCE_FORMULAE
            .find("Within existing resources, within existing resourcesx")
            .collect();
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].range, 0..25);
    }

    #[test]
    fn a_delegation_is_written_as_in_the_table() {
        assert!(DELEGATIONS.have("EU") && !DELEGATIONS.have("eu"));
    }
}
