//! Patterns of words that several rules look for in running text.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex};

use super::Draft;
use super::scan;
use crate::model::Prose;
use crate::text::{Needle, TextRange};

/// A pattern that is made ready when it is first wanted.
#[derive(Debug)]
pub(super) struct Pattern {
    hint: Needle,
    source: &'static str,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A regular expression, and words that stand in all that it finds: where a text does
    /// not hold them, it need not be made ready.
    pub(super) const fn new(hint: &'static str, source: &'static str) -> Self {
        Self { hint: Needle::new(hint), source, regex: OnceLock::new() }
    }

    /// Nothing only if the pattern were not one; then nothing is found.
    fn regex(&self) -> Option<&Regex> {
        // The ends of words in ASCII: those of Unicode are slow on text with “curly” marks.
        let ready = || Regex::new(&self.source.replace(r"\b", r"(?-u:\b)")).ok();
        self.regex.get_or_init(ready).as_ref()
    }

    /// Where the running text of a draft has it, but for quotations, whose words are those
    /// of another text.
    pub(super) fn matches<'a>(
        &'static self,
        draft: &Draft<'a>,
    ) -> impl Iterator<Item = Match<'a>> {
        scan::running_text(draft).flat_map(|prose| self.matches_in(draft, prose))
    }

    /// The same, where the organ decides: in operative paragraphs and what is below them.
    pub(super) fn in_operative<'a>(
        &'static self,
        draft: &Draft<'a>,
    ) -> impl Iterator<Item = Match<'a>> {
        scan::operative_text(draft).flat_map(|prose| self.matches_in(draft, prose))
    }

    fn matches_in<'a>(&'static self, draft: &Draft, prose: &'a Prose) -> Vec<Match<'a>> {
        if !self.hint.is_in(&prose.text) {
            return Vec::new();
        }
        let Some(regex) = self.regex() else { return Vec::new() };
        regex
            .captures_iter(&prose.text)
            .map(|captures| Match { prose, captures })
            .filter(|found| !draft.is_quoted(prose, found.place(0).start))
            .collect()
    }
}

/// A place where a pattern holds.
#[derive(Debug)]
pub(super) struct Match<'a> {
    prose: &'a Prose,
    captures: Captures<'a>,
}

impl<'a> Match<'a> {
    /// The words of a group, 0 being the whole; none where the group is left out.
    pub(super) fn words(&self, group: usize) -> &'a str {
        self.captures.get(group).map_or("", |found| found.as_str())
    }

    /// Where a group stands in the text of the paragraph.
    pub(super) fn place(&self, group: usize) -> Range<usize> {
        self.captures.get(group).map_or(0..0, |found| found.range())
    }

    /// Where a group stands in the draft.
    pub(super) fn range(&self, group: usize) -> TextRange {
        self.prose.source_range(self.place(group))
    }

    /// The text of the paragraph.
    pub(super) fn text(&self) -> &'a str {
        &self.prose.text
    }

    /// The text of the paragraph before it.
    pub(super) fn before(&self) -> &'a str {
        self.prose.text.get(..self.place(0).start).unwrap_or_default()
    }

    /// The text of the paragraph after it.
    pub(super) fn after(&self) -> &'a str {
        self.prose.text.get(self.place(0).end..).unwrap_or_default()
    }

    /// Whether it stands in round brackets that are still open: “(see …”.
    pub(super) fn is_in_brackets(&self) -> bool {
        let before = self.before();
        before.rfind('(') > before.rfind(')')
    }
}
