//! The phrase that opens the paragraph at the cursor, and those that could.

use crate::conventions::Conventions;
use crate::conventions::opening_phrases::{
    Opening, OpeningEntry, OpeningPhrases, Part, Placement, Repetition,
};
use crate::conventions::organs::RepetitionUse;
use crate::lint::Draft;
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

use super::settling::Change;
use super::site::Site;
use super::{Done, Refusal};

/// A phrase that may open the paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningChoice {
    /// As it is written there, with “also” or “further” where its place wants one.
    pub text: String,
    /// What such a paragraph does: “request”.
    pub kind: &'static str,
    /// How strong an operative phrase is, from 0 (neutral) to 5 (decisive).
    pub strength: Option<u8>,
}

/// The phrases that may open a paragraph, and where the present one stands.
#[derive(Debug)]
pub struct Openings {
    /// The opening in the source; empty before the words where there is none.
    pub range: TextRange,
    /// Grouped by what they do, the weakest of a group first.
    pub choices: Vec<OpeningChoice>,
}

/// The phrases that may open the paragraph at the cursor, in its organ.
pub fn openings(draft: &Draft, cursor: usize) -> Result<Openings, Refusal> {
    let site = top_site(draft, cursor)?;
    let phrases = Conventions::of(draft.resolution.language).openings();
    let range = match phrases.open(site.paragraph.part, &site.paragraph.prose.text) {
        Some(opening) => site.paragraph.prose.source_range(0..opening.len),
        None => TextRange::empty(site.paragraph.prose.source_start(0)),
    };
    let mut entries: Vec<&'static OpeningEntry> = phrases
        .entries(site.paragraph.part)
        .filter(|entry| is_used(draft, entry))
        .collect();
    entries.sort_by_key(|entry| (&entry.kind, entry.strength, &entry.phrase));
    let choices = entries
        .into_iter()
        .map(|entry| OpeningChoice {
            text: in_its_place(draft, phrases, &site, &entry.phrase),
            kind: entry.kind.as_str(),
            strength: entry.strength,
        })
        .collect();
    Ok(Openings { range, choices })
}

/// Puts the next stronger or weaker phrase of its kind in place of the opening.
pub fn change_strength(
    draft: &Draft,
    cursor: usize,
    is_stronger: bool,
) -> Result<Done, Refusal> {
    let site = top_site(draft, cursor)?;
    let phrases = Conventions::of(draft.resolution.language).openings();
    let text = &site.paragraph.prose.text;
    let opening = phrases.open(site.paragraph.part, text).ok_or(Refusal::NoOpening)?;
    let strength = opening.entry.strength.ok_or(Refusal::NoStrength)?;
    let same_kind = phrases
        .entries(site.paragraph.part)
        .filter(|entry| entry.kind == opening.entry.kind && is_used(draft, entry));
    let beyond = same_kind.filter(|entry| match entry.strength {
        Some(other) if is_stronger => other > strength,
        Some(other) => other < strength,
        None => false,
    });
    // Of phrases that are as strong, the plainest.
    let next = beyond.min_by_key(|entry| {
        let other = entry.strength.unwrap_or_default();
        (other.abs_diff(strength), entry.phrase.len(), &entry.phrase)
    });
    let next =
        next.ok_or(if is_stronger { Refusal::Strongest } else { Refusal::Weakest })?;
    let words = in_its_place(draft, phrases, &site, &next.phrase);
    let range = site.paragraph.prose.source_range(0..opening.len);
    let says = format!("“{words}”, strength {} of 5", next.strength.unwrap_or_default());
    let edit = Edit::replace(range, words);
    let change = Change::of(draft, &[edit], cursor.max(range.end()), range, says);
    Ok(Done { text: change.text, cursor: change.cursor, says: change.says })
}

/// The paragraph itself, where the cursor is in its list.
fn top_site<'a>(draft: &Draft<'a>, cursor: usize) -> Result<Site<'a>, Refusal> {
    let site = Site::at(draft, cursor).ok_or(Refusal::NoParagraph)?;
    if site.parent.is_some() { Err(Refusal::NoOpening) } else { Ok(site) }
}

/// Whether an organ writes a phrase, and no other is written in its place.
fn is_used(draft: &Draft, entry: &OpeningEntry) -> bool {
    let is_of_organ =
        entry.organs.is_empty() || entry.organs.iter().any(|organ| draft.is_of(organ));
    is_of_organ && !entry.rare && entry.preferred.is_none()
}

/// A phrase with the adverb that its place wants: “also” behind a paragraph that opens
/// alike, “further” behind two.
fn in_its_place(
    draft: &Draft,
    phrases: &OpeningPhrases,
    site: &Site,
    phrase: &str,
) -> String {
    let plain = || phrase.to_owned();
    let repeats_plainly =
        draft.organ().is_some_and(|organ| organ.repetition == RepetitionUse::Optional);
    let Some(own) = phrases.open(site.paragraph.part, phrase) else { return plain() };
    let before = site.siblings.get(..site.index).unwrap_or_default().iter().rev();
    let alike =
        before.take_while(|paragraph| opens_alike(phrases, paragraph, &own)).count();
    let adverb = match alike {
        1 => Repetition::Also,
        2 => Repetition::Further,
        _ => return plain(),
    };
    if repeats_plainly {
        return plain();
    }
    let place = match site.paragraph.part {
        Part::Preambular => Placement::After,
        Part::Operative => Placement::Before,
    };
    phrases.with_adverb(&own, phrase, adverb, place).unwrap_or_else(plain)
}

fn opens_alike(phrases: &OpeningPhrases, paragraph: &Paragraph, own: &Opening) -> bool {
    let opening = phrases.open(paragraph.part, &paragraph.prose.text);
    opening.is_some_and(|opening| opening.entry.phrase == own.entry.phrase)
}
