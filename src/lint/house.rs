//! See [`House`].

use aho_corasick::{AhoCorasick, MatchKind};

use super::Diagnostic;
use crate::conventions::spelling::{Spelling, SpellingEntry};
use crate::text::Source;

/// How the drafter's house writes, beside the United Nations.
#[derive(Debug)]
pub struct House {
    pub(super) terms: Spelling,
    /// The names that are right as they are; nothing where there are none.
    names: Option<AhoCorasick>,
}

impl House {
    /// A house with its terms, each wrong form with the right one, and its names.
    pub fn new(terms: &[(String, String)], names: &[String]) -> Self {
        let entry = |(wrong, right): &(String, String)| SpellingEntry {
            wrong: wrong.clone(),
            right: vec![right.clone()],
            is_certain: true,
            // The right form may hold the wrong one: “Council: Human Rights Council”.
            except: vec![right.clone()],
            source: "the house".to_owned(),
        };
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(names);
        Self {
            terms: Spelling::new(terms.iter().map(entry).collect()),
            names: automaton.ok().filter(|_| !names.is_empty()),
        }
    }

    /// Takes out the findings inside a name of the house.
    pub(super) fn spare_names(&self, source: &Source, diagnostics: &mut Vec<Diagnostic>) {
        let Some(names) = &self.names else { return };
        let places: Vec<_> =
            names.find_iter(source.text()).map(|found| found.range()).collect();
        diagnostics.retain(|found| {
            let range = found.range;
            let after = places.partition_point(|place| place.start <= range.start());
            let place = after.checked_sub(1).and_then(|index| places.get(index));
            range.is_empty() || place.is_none_or(|place| place.end < range.end())
        });
    }
}
