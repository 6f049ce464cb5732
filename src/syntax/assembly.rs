//! Paragraphs to a tree: which list each belongs to, which half of the resolution it
//! stands in, and what people call it.

use super::halves::{Openings, parts};
use super::lists::lists;
use super::raw::Raw;
use crate::conventions::Conventions;
use crate::conventions::numbering::bare;
use crate::conventions::opening_phrases::{Opening, Part};
use crate::model::{OpeningPhrase, Paragraph, Prose};
use crate::text::{Source, TextRange};

/// What it takes to put paragraphs together.
pub(super) struct Assembly<'a> {
    pub(super) source: &'a Source,
    pub(super) conventions: &'static Conventions,
}

impl Assembly<'_> {
    /// The preambular and operative paragraphs of a section. `prefix` begins the labels;
    /// preambular paragraphs are counted on from `first_preambular`.
    pub(super) fn paragraphs(
        &self,
        raws: Vec<Raw>,
        prefix: &str,
        first_preambular: usize,
    ) -> (Vec<Paragraph>, Vec<Paragraph>) {
        // A table belongs to the paragraph above it.
        let attached = |raw: Raw| Raw { is_quoted: raw.is_quoted || raw.is_table, ..raw };
        let tops = lists(self, raws.into_iter().map(attached).collect());
        let openings: Vec<Openings> = tops.iter().map(|top| self.openings(top)).collect();
        let parts = parts(&tops, &openings);
        let (mut preambular, mut operative) = (Vec::new(), Vec::new());
        for ((mut top, openings), part) in tops.into_iter().zip(openings).zip(parts) {
            top.opening =
                openings.of(part).map(|found| opening_phrase(&top.prose, found));
            let of_part =
                if part == Part::Preambular { &mut preambular } else { &mut operative };
            let count = of_part.len() + 1;
            let label = match part {
                Part::Preambular => format!("{prefix}PP {}", first_preambular + count),
                Part::Operative => format!("{prefix}OP {}", written_number(&top, count)),
            };
            name(&mut top, part, label);
            of_part.push(top);
        }
        (preambular, operative)
    }

    /// The paragraphs of an annex, which are in neither part.
    pub(super) fn annex(&self, raws: Vec<Raw>) -> Vec<Paragraph> {
        let mut tops = lists(self, raws);
        for top in &mut tops {
            name(top, Part::Operative, "annex".to_owned());
        }
        tops
    }

    /// The phrases that may open a paragraph, as either part would read it.
    fn openings(&self, top: &Paragraph) -> Openings {
        let known = self.conventions.openings();
        let text = top.prose.text.get(bracket_len(&top.prose.text)..).unwrap_or_default();
        Openings { preambular: known.preambular(text), operative: known.operative(text) }
    }

    pub(super) fn has_opening(&self, raw: &Raw) -> bool {
        let openings = self.conventions.openings();
        raw.prose.text.starts_with(char::is_uppercase)
            && (openings.preambular(&raw.prose.text).is_some()
                || openings.operative(&raw.prose.text).is_some())
    }
}

fn opening_phrase(prose: &Prose, found: Opening<'static>) -> OpeningPhrase {
    let skipped = bracket_len(&prose.text);
    let end = skipped + found.len;
    OpeningPhrase {
        text: prose.text.get(skipped..end).unwrap_or_default().to_owned(),
        phrase: found.entry.phrase.clone(),
        part: found.entry.part,
        range: prose.source_range(skipped..end),
        italic: skipped + found.italic,
        repetition: found.repetition.clone().map(|(which, place, range)| {
            (which, place, TextRange::new(skipped + range.start, skipped + range.end))
        }),
        read: found,
    }
}

/// The bytes of an opening square bracket, after which the opening phrase stands.
fn bracket_len(text: &str) -> usize {
    text.len() - text.trim_start_matches(['[', ' ', '“', '"']).len()
}

/// The number of an operative paragraph as written, or its place where it has none.
fn written_number(top: &Paragraph, place: usize) -> String {
    let Some(marker) = top.marker.as_ref().filter(|m| m.parsed.is_number()) else {
        return place.to_string();
    };
    let number = marker.ordinal.map_or(place.to_string(), |ordinal| ordinal.to_string());
    match &marker.suffix {
        Some(suffix) => format!("{number} {suffix}"),
        None => number,
    }
}

/// Gives a paragraph and everything below it their part and label.
fn name(paragraph: &mut Paragraph, part: Part, label: String) {
    paragraph.part = part;
    for child in &mut paragraph.children {
        let below = match &child.marker {
            Some(marker) => format!("{label} ({})", bare(&marker.text)),
            None => label.clone(),
        };
        name(child, part, below);
    }
    paragraph.label = label;
}
