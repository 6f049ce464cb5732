//! Openings as the other part writes them, and with other adverbs.

use super::cases::{in_case, lower_first, spaced};
use super::complements::split_complement;
use super::{Opening, OpeningPhrases, Part, Placement, Repetition};

impl OpeningPhrases {
    /// The opening as the other part writes it, its adverbs moved to where that part
    /// has them and the case of its first letter kept: “Recalling also” of “Also recalls”.
    pub fn inflect(&self, opening: &Opening, to: Part) -> Option<String> {
        if opening.entry.part == to {
            return None;
        }
        let twin = opening.entry.twin.as_ref()?;
        let repetition =
            opening.repetition.as_ref().map(|(repetition, ..)| self.written(*repetition));
        if self.unspaced {
            return Some(repetition.unwrap_or_default().to_owned() + twin);
        }
        let carried = opening.carried.as_deref().cloned().unwrap_or_default();
        let (head, tail) = split_complement(twin);
        let tail = [tail, carried.complement.as_str()].map(spaced).concat();
        let head = lower_first(head);
        let intensity = carried.intensity.as_str();
        let repetition = repetition.unwrap_or_default();
        let words = match to {
            Part::Operative => [repetition, intensity, head.as_str()],
            Part::Preambular => [intensity, head.as_str(), repetition],
        };
        let words: String = words.map(spaced).concat();
        let mut text = format!("{}{tail}", words.trim_start());
        if let Some((_, second)) = opening.second {
            text = format!(
                "{text} {} {}",
                self.adverbs.and,
                lower_first(second.twin.as_ref()?)
            );
        }
        Some(in_case(opening.case, &text))
    }

    /// The opening of `text` with an adverb of repetition in it, instead of the one that
    /// it may have: “Further encourages”, “Recalling also”.
    pub fn with_adverb(
        &self,
        opening: &Opening,
        text: &str,
        adverb: Repetition,
        place: Placement,
    ) -> Option<String> {
        let adverb = self.written(adverb);
        let (bare, head) = without_adverb(opening, text)?;
        if self.unspaced {
            return Some(format!("{adverb}{bare}"));
        }
        let (head, tail) = bare.split_at_checked(head)?;
        let text = match place {
            Placement::Before => format!("{adverb} {}{tail}", lower_first(head)),
            Placement::After => format!("{head} {adverb}{tail}"),
        };
        Some(in_case(opening.case, &text))
    }

    /// The opening of `text` without its adverb of repetition, if it has one:
    /// “Requests” of “Also requests”.
    pub fn bare(&self, opening: &Opening, text: &str) -> Option<String> {
        opening.repetition.as_ref()?;
        Some(without_adverb(opening, text)?.0)
    }

    /// The word to write for a repetition: “further”.
    fn written(&self, repetition: Repetition) -> &str {
        let list = match repetition {
            Repetition::Also => &self.adverbs.also,
            Repetition::Further => &self.adverbs.further,
            Repetition::OnceAgain => &self.adverbs.once_again,
        };
        list.first().map_or("", String::as_str)
    }
}

/// The opening of `text` without its adverb of repetition, and where its head ends.
fn without_adverb(opening: &Opening, text: &str) -> Option<(String, usize)> {
    let Some((_, _, range)) = &opening.repetition else {
        return Some((text.get(..opening.len)?.to_owned(), opening.head));
    };
    let before = text.get(..range.start)?.trim_end();
    let after = text.get(range.end..opening.len)?;
    let after = if before.is_empty() { after.trim_start() } else { after };
    let bare = format!("{before}{after}");
    let taken = text.get(..opening.len)?.len() - bare.len();
    let head =
        if opening.head >= range.end { opening.head - taken } else { before.len() };
    let head = if opening.head <= range.start { opening.head } else { head };
    Some((in_case(opening.case, &bare), head))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::{Conventions, Language};

    fn english() -> &'static OpeningPhrases {
        Conventions::of(Language::En).openings()
    }

    #[test]
    fn an_opening_goes_over_to_the_other_part() {
        let openings = english();
        let over = |text| {
            let opening = openings.preambular(text)?;
            openings.inflect(&opening, Part::Operative)
        };
        assert_eq!(over("Recognizing also that,").as_deref(), Some("Also recognizes"));
        assert_eq!(
            over("Noting with concern that,").as_deref(),
            Some("Notes with concern")
        );
        assert_eq!(over("Aware that,"), None);
        let back = openings.operative("Further strongly condemns it;").unwrap();
        assert_eq!(
            openings.inflect(&back, Part::Preambular).as_deref(),
            Some("Strongly condemning further")
        );
        let note =
            openings.operative("Also takes note with appreciation of it;").unwrap();
        assert_eq!(
            openings.inflect(&note, Part::Preambular).as_deref(),
            Some("Taking note also with appreciation")
        );
    }

    #[test]
    fn an_adverb_is_put_in_or_exchanged() {
        let openings = english();
        let operative = |text, adverb| {
            let opening = openings.operative(text)?;
            openings.with_adverb(&opening, text, adverb, Placement::Before)
        };
        let preambular = |text, adverb| {
            let opening = openings.preambular(text)?;
            openings.with_adverb(&opening, text, adverb, Placement::After)
        };
        let further = Repetition::Further;
        assert_eq!(operative("Encourages it", further).unwrap(), "Further encourages");
        assert_eq!(
            operative("Also encourages it", further).unwrap(),
            "Further encourages"
        );
        assert_eq!(operative("Requests also that", further).unwrap(), "Further requests");
        let also = Repetition::Also;
        assert_eq!(preambular("Recalling it", also).unwrap(), "Recalling also");
        assert_eq!(preambular("Also recalling it", also).unwrap(), "Recalling also");
        assert_eq!(
            preambular("Recalling also it", further).unwrap(),
            "Recalling further"
        );
        assert_eq!(preambular("Guided by it", also).unwrap(), "Guided also by");
        assert_eq!(
            preambular("Deeply concerned at", also).unwrap(),
            "Deeply concerned also"
        );
        let note = "Taking note with appreciation of it";
        assert_eq!(preambular(note, also).unwrap(), "Taking note also with appreciation");
        let note = "Taking note with appreciation also of it";
        assert_eq!(
            preambular(note, further).unwrap(),
            "Taking note further with appreciation"
        );
        let opening = openings.operative("Also requests it").unwrap();
        assert_eq!(openings.bare(&opening, "Also requests it").unwrap(), "Requests");
    }
}
