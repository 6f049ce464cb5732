//! A clean text, the places in it where a slip can be planted, and the slip.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex};

use regex::{Captures, Regex};
use zerodraft::lint::{self, Diagnostic, Selection};
use zerodraft::model::{Paragraph, Resolution};
use zerodraft::text::{Edit, Source, TextRange};

use super::dice::Dice;

/// A draft in which nothing was planted, with what the rules say of it.
pub(crate) struct Clean {
    /// The symbol of the document.
    pub(crate) symbol: String,
    /// The principal organ: “HRC”, “GA”, “SC”, “ECOSOC”.
    pub(crate) organ: String,
    pub(crate) year: u16,
    pub(crate) source: Source,
    pub(crate) resolution: Resolution,
    pub(crate) found: Vec<Diagnostic>,
}

/// What was planted, and where a reader would point.
#[derive(Debug)]
pub(crate) struct Slip {
    pub(crate) edits: Vec<Edit>,
    pub(crate) place: Place,
    /// Whether there is a clean text to come back to: nothing was added that may stay.
    pub(crate) can_be_mended: bool,
}

/// Where a finding must lie. Offsets are those of the clean text.
#[derive(Debug)]
pub(crate) enum Place {
    /// In one of the paragraphs of these offsets, or in the front matter.
    At(Vec<usize>),
    /// What is missing has no place.
    Anywhere,
}

impl Slip {
    /// One edit, to be reported where it is.
    pub(crate) fn at(edit: Edit) -> Self {
        let place = Place::At(vec![edit.range.start()]);
        Self { place, edits: vec![edit], can_be_mended: true }
    }

    /// A slip to be reported at an offset of the clean text, too.
    pub(crate) fn or_at(mut self, offset: usize) -> Self {
        if let Place::At(offsets) = &mut self.place {
            offsets.push(offset);
        }
        self
    }

    pub(crate) fn anywhere(edits: Vec<Edit>) -> Self {
        Self { edits, place: Place::Anywhere, can_be_mended: true }
    }

    /// What was added stays when its form is mended.
    pub(crate) fn that_stays(mut self) -> Self {
        self.can_be_mended = false;
        self
    }
}

impl Clean {
    pub(crate) fn new(symbol: &str, organ: &str, year: u16, text: String) -> Self {
        let source = Source::new(text);
        let resolution = zerodraft::syntax::parse(&source);
        let found = lint::check_parsed(&source, &resolution, &Selection::default());
        let (symbol, organ) = (symbol.to_owned(), organ.to_owned());
        Self { symbol, organ, year, source, resolution, found }
    }

    pub(crate) fn text(&self) -> &str {
        self.source.text()
    }

    pub(crate) fn slice(&self, range: TextRange) -> &str {
        self.source.slice(range)
    }

    /// `Some` where the text is of one of these organs.
    pub(crate) fn only(&self, organs: &[&str]) -> Option<()> {
        organs.contains(&self.organ.as_str()).then_some(())
    }

    /// `Some` where the text is not of the Security Council.
    pub(crate) fn not_of_the_security_council(&self) -> Option<()> {
        (self.organ != "SC").then_some(())
    }

    pub(crate) fn preambular(&self) -> Vec<&Paragraph> {
        self.resolution.with_parts().flat_map(Resolution::preambular).collect()
    }

    pub(crate) fn operative(&self) -> Vec<&Paragraph> {
        self.resolution.with_parts().flat_map(Resolution::operative).collect()
    }

    /// The operative paragraphs of a text that is neither in parts nor in sections.
    pub(crate) fn single_run(&self) -> Option<Vec<&Paragraph>> {
        let is_plain = self.resolution.parts.is_empty()
            && !self.resolution.is_sectioned()
            && self.resolution.annexes.is_empty();
        is_plain.then(|| self.operative())
    }

    /// Every paragraph and subparagraph.
    pub(crate) fn paragraphs(&self) -> Vec<&Paragraph> {
        self.resolution.with_parts().flat_map(Resolution::paragraphs).collect()
    }

    /// The front matter.
    pub(crate) fn front_matter(&self) -> TextRange {
        let range = self.resolution.front_matter.as_ref().map(|matter| matter.range);
        range.unwrap_or_default()
    }

    /// One match of the pattern among the words of these paragraphs replaced, quotations
    /// left alone.
    pub(crate) fn swap(
        &self,
        dice: &mut Dice,
        paragraphs: &[&Paragraph],
        pattern: &'static str,
        replacement: &str,
    ) -> Option<Slip> {
        let ranges: Vec<TextRange> = paragraphs.iter().map(|p| own_words(p)).collect();
        let is_free = |range: TextRange, at: usize| {
            let before = self.slice(TextRange::new(range.start(), at));
            before.matches('“').count() <= before.matches('”').count()
        };
        self.swap_where(dice, &ranges, pattern, is_free, |found| {
            let mut words = String::new();
            found.expand(replacement, &mut words);
            words
        })
    }

    /// The same for any paragraph, quotations among them.
    pub(crate) fn swap_even_quoted(
        &self,
        dice: &mut Dice,
        pattern: &'static str,
        replacement: &str,
    ) -> Option<Slip> {
        let all = self.paragraphs();
        let ranges: Vec<TextRange> = all.iter().map(|p| own_words(p)).collect();
        self.swap_where(
            dice,
            &ranges,
            pattern,
            |_, _| true,
            |found| {
                let mut words = String::new();
                found.expand(replacement, &mut words);
                words
            },
        )
    }

    /// One of several words replaced by its slip: (pattern, replacement).
    pub(crate) fn swap_one_of(
        &self,
        dice: &mut Dice,
        pairs: &[(&'static str, &str)],
    ) -> Option<Slip> {
        let all = self.paragraphs();
        let mut pairs = pairs.to_vec();
        dice.shuffle(&mut pairs);
        pairs.into_iter().find_map(|(pattern, slip)| self.swap(dice, &all, pattern, slip))
    }

    /// A match that the words may change as they like.
    pub(crate) fn swap_by(
        &self,
        dice: &mut Dice,
        pattern: &'static str,
        write: impl Fn(&Captures<'_>) -> String,
    ) -> Option<Slip> {
        let all = self.paragraphs();
        let ranges: Vec<TextRange> = all.iter().map(|p| own_words(p)).collect();
        self.swap_where(dice, &ranges, pattern, |_, _| true, write)
    }

    /// A match in the front matter replaced.
    pub(crate) fn swap_field(
        &self,
        dice: &mut Dice,
        pattern: &'static str,
        replacement: &str,
    ) -> Option<Slip> {
        self.swap_where(
            dice,
            &[self.front_matter()],
            pattern,
            |_, _| true,
            |found| {
                let mut words = String::new();
                found.expand(replacement, &mut words);
                words
            },
        )
    }

    fn swap_where(
        &self,
        dice: &mut Dice,
        ranges: &[TextRange],
        pattern: &'static str,
        is_wanted: impl Fn(TextRange, usize) -> bool,
        write: impl Fn(&Captures<'_>) -> String,
    ) -> Option<Slip> {
        let pattern = compiled(pattern);
        let mut sites = Vec::new();
        for range in ranges {
            for found in pattern.captures_iter(self.slice(*range)) {
                let whole = found.get(0)?;
                let (start, end) = (whole.start(), whole.end());
                let site = TextRange::new(range.start() + start, range.start() + end);
                let words = write(&found);
                if is_wanted(*range, site.start()) && words != whole.as_str() {
                    sites.push((site, words));
                }
            }
        }
        let (site, words) = dice.choose(sites)?;
        Some(Slip::at(Edit::replace(site, words)))
    }
}

/// Marker and words of a paragraph, without its list.
pub(crate) fn own_words(paragraph: &Paragraph) -> TextRange {
    let end = paragraph.prose.range.end().max(paragraph.range.start());
    TextRange::new(paragraph.range.start(), end)
}

/// Patterns are compiled once.
fn compiled(pattern: &'static str) -> Arc<Regex> {
    static ALL: LazyLock<Mutex<HashMap<&'static str, Arc<Regex>>>> =
        LazyLock::new(Mutex::default);
    let mut all = ALL.lock().unwrap();
    Arc::clone(
        all.entry(pattern).or_insert_with(|| Arc::new(Regex::new(pattern).unwrap())),
    )
}
