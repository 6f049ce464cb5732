//! The openings of paragraphs, read again from the tables for the rules that change them.

use super::{Draft, Fix};
use crate::conventions::opening_phrases::{
    Misformed, Opening, Part, Placement, Repetition,
};
use crate::model::{Paragraph, Resolution};
use crate::text::{Edit, TextRange};

/// A paragraph with the phrase that opens it.
#[derive(Debug)]
pub(super) struct Opened<'a> {
    pub(super) paragraph: &'a Paragraph,
    /// The words from the opening on: an opening bracket is left out.
    pub(super) text: &'a str,
    /// Where they begin in the prose.
    pub(super) start: usize,
    pub(super) opening: &'a Opening<'static>,
}

impl<'a> Opened<'a> {
    /// The opening that the parser found.
    pub(super) fn of(paragraph: &'a Paragraph) -> Option<Self> {
        let known = paragraph.opening.as_ref()?;
        let start = paragraph.prose.offset_of(known.range.start());
        let text = paragraph.prose.text.get(start..)?;
        Some(Self { paragraph, text, start, opening: &known.read })
    }

    /// The opening as it is written, without its companion.
    pub(super) fn written(&self) -> &'a str {
        self.text.get(..self.opening.italic).unwrap_or_default()
    }

    /// The opening in the source, with its companion.
    pub(super) fn range(&self) -> TextRange {
        let end = self.start + self.opening.len;
        self.paragraph.prose.source_range(self.start..end)
    }

    /// The edit that writes other words in place of the first `len` bytes.
    pub(super) fn replace(&self, len: usize, words: impl Into<String>) -> Edit {
        let range = self.paragraph.prose.source_range(self.start..self.start + len);
        Edit::replace(range, words)
    }

    /// The opening in the form that another part wants, and the fix that writes it.
    pub(super) fn inflected(&self, draft: &Draft, to: Part) -> Option<(String, Fix)> {
        let words = draft.conventions.openings().inflect(self.opening, to)?;
        let edit = self.replace(self.opening.italic, words.clone());
        Some((words.clone(), Fix::substantive(format!("open with “{words}”"), [edit])))
    }
}

/// A known verb in a form that opens no paragraph, and its place in the prose.
pub(super) fn misformed<'a>(
    draft: &Draft<'a>,
    paragraph: &'a Paragraph,
) -> Option<(usize, Misformed<'a>)> {
    if paragraph.opening.is_some() {
        return None;
    }
    let text = paragraph.prose.text.as_str();
    let start = text.len() - text.trim_start_matches(['[', ' ', '“', '"']).len();
    let found = draft.conventions.openings().misformed(text.get(start..)?)?;
    Some((start, found))
}

/// The paragraphs of a part that stand one after another, in runs that a heading ends.
pub(super) fn runs(
    resolution: &Resolution,
    part: Part,
) -> impl Iterator<Item = &[Paragraph]> {
    resolution.sections.iter().map(move |section| match part {
        Part::Preambular => section.preambular.as_slice(),
        Part::Operative => section.operative.as_slice(),
    })
}

/// The first word of a paragraph that opens with no phrase of the tables, with no other
/// form of one, and not as a declaration does.
pub(super) fn unknown(draft: &Draft, paragraph: &Paragraph) -> Option<TextRange> {
    let text = paragraph.prose.text.as_str();
    let is_open = paragraph.opening.is_none() && text.starts_with(char::is_alphabetic);
    if !is_open
        || draft.conventions.openings().is_empty()
        || draft.conventions.openings().declared(text).is_some()
        || misformed(draft, paragraph).is_some()
    {
        return None;
    }
    let len = text.find(char::is_whitespace).unwrap_or(text.len());
    Some(paragraph.prose.source_range(0..len))
}

/// Where “also” and “further” stand in a part: after the participle, before the verb.
pub(super) fn place_of_adverb(part: Part) -> Placement {
    match part {
        Part::Preambular => Placement::After,
        Part::Operative => Placement::Before,
    }
}

/// The opening, companion included, with an adverb at a place.
pub(super) fn with_adverb(
    draft: &Draft,
    opened: &Opened,
    adverb: Repetition,
    place: Placement,
) -> Option<String> {
    draft.conventions.openings().with_adverb(opened.opening, opened.text, adverb, place)
}

/// What two openings share that are alike: all their words but the adverb of repetition.
pub(super) fn likeness(draft: &Draft, opened: &Opened) -> String {
    let bare = draft.conventions.openings().bare(opened.opening, opened.text);
    let written = || opened.text.get(..opened.opening.len).unwrap_or_default().to_owned();
    bare.unwrap_or_else(written).to_lowercase()
}

/// Whether an operative phrase follows a comma at once: “In this context, encourages”.
pub(super) fn finite_verb_follows(draft: &Draft, paragraph: &Paragraph) -> bool {
    let text = paragraph.prose.text.as_str();
    let openings = draft.conventions.openings();
    text.match_indices(", ").any(|(at, comma)| {
        let rest = text.get(at + comma.len()..).unwrap_or_default();
        rest.starts_with(char::is_lowercase) && openings.operative(rest).is_some()
    })
}

/// The paragraphs of a part in which the organ itself speaks: a declaration in the text
/// begins “We, Heads of State …”, and has verbs of its own.
pub(super) fn own<'a>(
    draft: &Draft<'a>,
    part: Part,
) -> impl Iterator<Item = &'a Paragraph> {
    draft.resolutions().flat_map(move |resolution| {
        let end = declared_from(resolution);
        let all = resolution.preambular().chain(resolution.operative());
        all.filter(move |paragraph| {
            paragraph.part == part && end.is_none_or(|end| paragraph.range.start() < end)
        })
    })
}

/// Where a declaration begins that the text adopts as its own: “We, Heads of State …”.
/// Its paragraphs are sentences.
pub(super) fn declared_from(resolution: &Resolution) -> Option<usize> {
    let declares = |paragraph: &&Paragraph| {
        let text = paragraph.prose.text.as_str();
        text.starts_with("We, ") || text.starts_with("We ")
    };
    let all = resolution.preambular().chain(resolution.operative());
    all.filter(declares).map(|paragraph| paragraph.range.start()).min()
}
