//! Words that tell a rule what a sentence is about: a table to each question.

use std::ops::Range;
use std::sync::LazyLock;

use serde::Deserialize;

use super::vocabulary::{Letters, Vocabulary, Word, words};
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
    vocabulary: Vocabulary,
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
        let phrases = all.iter().map(|(phrase, _)| phrase.clone());
        let vocabulary = Vocabulary::new(phrases, Letters::Any);
        Self { groups, all, vocabulary }
    }

    /// The phrases in a text as whole words, in any case and in order.
    pub fn find(&'static self, text: &str) -> Vec<Phrase> {
        self.find_among(text, &words(text))
    }

    /// The same, where the words of the text are read already.
    pub fn find_among(&'static self, text: &str, words: &[Word]) -> Vec<Phrase> {
        let found = self.vocabulary.find(text, words, |range| is_whole(text, range));
        let meant = found.filter_map(|(range, place)| {
            let (_, group) = self.all.get(place)?;
            let means = self.groups.get(*group)?.means.as_str();
            Some(Phrase { range, means })
        });
        meant.collect()
    }

    /// Whether a text has any of them.
    pub fn are_in(&'static self, text: &str) -> bool {
        !self.find(text).is_empty()
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
            assert!(!table.all.is_empty());
        }
    }

    #[test]
    fn a_phrase_is_whole_words_in_any_case() {
        let found: Vec<Phrase> = RESOURCE_FORMULAE
            .find("Within existing resources, within existing resourcesx");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].range, 0..25);
    }

    #[test]
    fn a_delegation_is_written_as_in_the_table() {
        assert!(DELEGATIONS.have("EU") && !DELEGATIONS.have("eu"));
    }
}
