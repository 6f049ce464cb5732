//! What the page of a rule shows beside its words: examples, which are its tests.

use super::{Effect, Rule, Selection};
use crate::text::Source;

impl Rule {
    /// The drafts of the page under a heading: “Wrong”, “Right” or “Silent”.
    pub fn examples(&self, heading: &str) -> Vec<&'static str> {
        self.fenced(heading, "draft")
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
        let selection = Selection::only(&[self.name]);
        let wrong = self.examples("Wrong").into_iter();
        let found = wrong.flat_map(|draft| super::check(&Source::new(draft), &selection));
        found.flat_map(|found| found.fixes).map(|fix| fix.effect).min()
    }
}
