//! The ladder of openings: of paragraphs that open alike, one after another, the second
//! takes “also” and the third “further”.

use super::Draft;
use super::openings::{self, Opened};
use crate::conventions::opening_phrases::{Part, Repetition};
use crate::conventions::organs::RepetitionUse;
use crate::model::{Paragraph, Resolution};

/// A paragraph on the ladder.
#[derive(Debug)]
pub(super) struct Rung<'a> {
    pub(super) opened: Opened<'a>,
    /// How many paragraphs directly before it open alike.
    pub(super) place: usize,
    /// The paragraph of its part before it, under whatever heading.
    pub(super) before: Option<&'a Paragraph>,
}

impl Rung<'_> {
    /// The adverb that its place wants: none on the first, and from the fourth on usage
    /// differs.
    pub(super) fn wanted(&self) -> Option<Repetition> {
        match self.place {
            1 => Some(Repetition::Also),
            2 => Some(Repetition::Further),
            _ => None,
        }
    }

    /// “also”, “further” or “once again”, if it has one.
    pub(super) fn adverb(&self) -> Option<Repetition> {
        self.opened.opening.repetition.as_ref().map(|(adverb, ..)| *adverb)
    }
}

/// Every paragraph with an opening of its part, where the organ wants the ladder. The
/// Security Council repeats the plain word two times in three.
pub(super) fn rungs<'a>(draft: &Draft<'a>) -> Vec<Rung<'a>> {
    let organ = draft.organ();
    if organ.is_some_and(|organ| organ.repetition == RepetitionUse::Optional) {
        return Vec::new();
    }
    let mut rungs = Vec::new();
    for resolution in draft.resolutions() {
        for part in [Part::Preambular, Part::Operative] {
            climb(draft, resolution, part, &mut rungs);
        }
    }
    rungs
}

fn climb<'a>(
    draft: &Draft<'a>,
    resolution: &'a Resolution,
    part: Part,
    rungs: &mut Vec<Rung<'a>>,
) {
    let mut before = None;
    for run in openings::runs(resolution, part) {
        let mut key = None;
        let mut place = 0;
        for paragraph in run {
            let opened =
                Opened::of(paragraph).filter(|opened| opened.opening.entry.part == part);
            let own = opened.as_ref().map(|opened| openings::likeness(draft, opened));
            place = if own.is_some() && own == key { place + 1 } else { 0 };
            key = own;
            rungs.extend(opened.map(|opened| Rung { opened, place, before }));
            before = Some(paragraph);
        }
    }
}
