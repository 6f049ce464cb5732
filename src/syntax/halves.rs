//! In which half of the resolution a paragraph stands.

use crate::conventions::opening_phrases::{Opening, Part};
use crate::model::Paragraph;

/// The opening of a paragraph, as either part would read it.
pub(super) struct Openings {
    pub(super) preambular: Option<Opening<'static>>,
    pub(super) operative: Option<Opening<'static>>,
}

impl Openings {
    /// The opening that a part goes by: its own, or else that of the other part.
    pub(super) fn of(self, part: Part) -> Option<Opening<'static>> {
        match part {
            Part::Preambular => self.preambular.or(self.operative),
            Part::Operative => self.operative.or(self.preambular),
        }
    }
}

/// Tells preamble from operative part by openings, numbers and endings together, so
/// that one slip does not move a paragraph to the other half.
pub(super) fn parts(tops: &[Paragraph], openings: &[Openings]) -> Vec<Part> {
    let hints: Vec<Hint> = tops
        .iter()
        .zip(openings)
        .map(|(top, openings)| Hint::of(top, openings))
        .collect();
    let later = Later::of(&hints);
    let mut is_operative = false;
    let part = |(hint, later): (&Hint, &Later)| {
        let part = if is_operative {
            hint.part_after_operative()
        } else {
            hint.part_in_preamble(*later)
        };
        is_operative |= part == Part::Operative;
        part
    };
    hints.iter().zip(&later).map(part).collect()
}

/// What speaks for one half of the resolution or the other.
struct Hint {
    is_numbered: bool,
    recites: bool,
    acts: bool,
    end: Option<char>,
}

/// What stands below a paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Later {
    /// A paragraph with a number.
    numbers_follow: bool,
    /// One that acts.
    acts_follow: bool,
    /// One that only recites, before the first number.
    preamble_goes_on: bool,
}

impl Later {
    fn of(hints: &[Hint]) -> Vec<Self> {
        let mut all = vec![Self::default(); hints.len()];
        let mut later = Self::default();
        for (hint, place) in hints.iter().zip(&mut all).rev() {
            *place = later;
            later = Self {
                numbers_follow: later.numbers_follow || hint.is_numbered,
                acts_follow: later.acts_follow || hint.acts,
                preamble_goes_on: !hint.is_numbered
                    && (later.preamble_goes_on || hint.recites_only()),
            };
        }
        all
    }
}

impl Hint {
    fn of(top: &Paragraph, openings: &Openings) -> Self {
        let last = top.last_prose().text.trim_end_matches([']', ' ', '”', '"']);
        Self {
            is_numbered: top.marker.as_ref().is_some_and(|m| m.parsed.is_number()),
            recites: openings.preambular.is_some(),
            acts: openings.operative.is_some(),
            end: last.chars().next_back(),
        }
    }

    fn ends_with_comma(&self) -> bool {
        matches!(self.end, Some(',' | '，' | '،'))
    }

    fn recites_only(&self) -> bool {
        self.recites && !self.acts
    }

    fn part_in_preamble(&self, later: Later) -> Part {
        let is_preambular = if self.is_numbered {
            self.recites_only()
                && self.ends_with_comma()
                && (later.acts_follow || later.numbers_follow)
        } else {
            self.is_preambular_unnumbered(later)
        };
        if is_preambular { Part::Preambular } else { Part::Operative }
    }

    fn is_preambular_unnumbered(&self, later: Later) -> bool {
        if self.recites_only() {
            return true;
        }
        if self.acts && !self.recites {
            let is_followed = self.ends_with_comma() && later.numbers_follow;
            return later.preamble_goes_on || is_followed;
        }
        self.ends_with_comma() || later.preamble_goes_on || later.numbers_follow
    }

    fn part_after_operative(&self) -> Part {
        let is_astray =
            !self.is_numbered && self.recites_only() && self.ends_with_comma();
        if is_astray { Part::Preambular } else { Part::Operative }
    }
}
