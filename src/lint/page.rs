//! What the page of a rule shows beside its words: examples, which are its tests.

use std::sync::Arc;

use super::{Effect, House, Rule, Selection};
use crate::conventions::{Language, written::is_written};
use crate::text::{Dictionary, Source};

impl Rule {
    /// The drafts of the page under a heading: “Wrong”, “Right” or “Silent”.
    pub fn examples(&self, heading: &str) -> Vec<&'static str> {
        self.fenced(heading, "draft")
    }

    /// Only this rule, in the house whose terms the page names and with the dictionary of its
    /// words, long after 2020.
    pub fn selection(&self) -> Selection {
        let terms = self.fenced("Terms", "terms").into_iter().flat_map(str::lines);
        let term = |line: &str| {
            let (wrong, right) = line.split_once(": ")?;
            Some((wrong.to_owned(), right.to_owned()))
        };
        let terms: Vec<_> = terms.filter_map(term).collect();
        let words: Vec<_> =
            self.fenced("Words", "words").into_iter().flat_map(str::lines).collect();
        let dictionary = Dictionary::of_words(words.iter().copied()).ok();
        let dictionary =
            dictionary.map(|it| it.knowing_also(|word| is_written(Language::En, word)));
        Selection {
            dictionary: dictionary.filter(|_| !words.is_empty()).map(Arc::new),
            house: (!terms.is_empty()).then(|| Arc::new(House::new(&terms, &[]))),
            today: Some(jiff::civil::date(2025, 9, 25)),
            ..Selection::only(&[self.name])
        }
    }

    /// The fenced texts of a kind under a heading of the page.
    fn fenced(&self, heading: &str, kind: &str) -> Vec<&'static str> {
        let (heading, fence) = (format!("{heading}\n"), format!("```{kind}\n"));
        let sections = self.explanation.split("\n## ").skip(1);
        sections
            .filter(|section| section.starts_with(&heading))
            .flat_map(|section| section.split(fence.as_str()).skip(1))
            .filter_map(|rest| rest.split("```").next())
            .collect()
    }

    /// What its fixes do to the meaning, as the page shows it: the least that any of them
    /// does, or `None` for a rule that leaves mending to the drafter.
    pub fn effect(&self) -> Option<Effect> {
        let selection = self.selection();
        let wrong = self.examples("Wrong").into_iter();
        let found = wrong.flat_map(|draft| super::check(&Source::new(draft), &selection));
        found.flat_map(|found| found.fixes).map(|fix| fix.effect).min()
    }
}
