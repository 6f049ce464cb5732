//! Finding the opening of a paragraph.

use std::ops::Range;

use super::cases::case_of;
use super::complements::split_complement;
use super::words::{Folded, Word, same_word, word_at, words_from};
use super::{
    Carried, Opening, OpeningCase, OpeningEntry, OpeningPhrases, Part, Placement,
    Repetition,
};

/// A phrase found in a text.
#[derive(Clone)]
struct Found<'a> {
    entry: &'a OpeningEntry,
    /// Where the phrase ends, without its companion.
    italic: usize,
    /// Where its companion ends.
    end: usize,
    /// Where its complement begins, if it holds one.
    head: usize,
    /// An adverb of repetition between its words.
    inside: Option<(Repetition, Range<usize>)>,
}

impl OpeningPhrases {
    pub(super) fn open_words(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        let mut at = 0;
        let mut repetition = None;
        let mut intensity: Option<Range<usize>> = None;
        let found = loop {
            if let Some(found) = self.longest(part, text, at) {
                break found;
            }
            if repetition.is_none()
                && let Some((adverb, range)) = self.repetition_at(text, at)
            {
                at = range.end;
                repetition = Some((adverb, Placement::Before, range));
            } else if let Some(range) = self.intensity_at(text, at) {
                at = range.end;
                let start = intensity.map_or(range.start, |earlier| earlier.start);
                intensity = Some(start..range.end);
            } else {
                return None;
            }
        };
        let start = word_at(text, at)?.start;
        if let Some((adverb, range)) = found.inside {
            repetition = repetition.or(Some((adverb, Placement::After, range)));
        }
        let mut opening = Opening {
            entry: found.entry,
            len: found.end,
            italic: found.italic,
            repetition,
            intensity,
            complement: None,
            second: None,
            case: OpeningCase::Capital,
            start,
            head: found.head,
            carried: None,
        };
        if found.end == found.italic {
            self.take_what_follows(text, &mut opening);
        }
        if opening.len == opening.italic {
            self.take_second(part, text, &mut opening);
        }
        opening.case = case_of(text.get(..opening.italic).unwrap_or_default());
        if opening.intensity.is_some() || opening.complement.is_some() {
            let part_of = |range: &Option<Range<usize>>| {
                let text = range.clone().and_then(|range| text.get(range));
                text.unwrap_or_default().to_lowercase()
            };
            opening.carried = Some(Box::new(Carried {
                intensity: part_of(&opening.intensity),
                complement: part_of(&opening.complement),
            }));
        }
        Some(opening)
    }

    /// The adverbs and complements after the phrase.
    fn take_what_follows(&self, text: &str, opening: &mut Opening) {
        for _ in 0..3 {
            if opening.repetition.is_none()
                && let Some((adverb, range)) = self.repetition_at(text, opening.len)
                && self.is_adverb(text, &range)
            {
                opening.len = range.end;
                opening.repetition = Some((adverb, Placement::After, range));
            } else if opening.complement.is_none()
                && let Some(range) = self.complement_at(text, opening.len, opening.entry)
            {
                opening.head = opening.head.min(opening.len);
                opening.len = range.end;
                opening.complement = Some(range);
            } else {
                break;
            }
        }
        opening.italic = opening.len;
    }

    /// The second verb of “Welcomes and urges”.
    fn take_second<'a>(&'a self, part: Part, text: &str, opening: &mut Opening<'a>) {
        let Some(and) = word_at(text, opening.len) else { return };
        if !same_word(&self.adverbs.and, and.text) || and.text.is_empty() {
            return;
        }
        let Some(place) = word_at(text, and.end) else { return };
        if let Some(found) = self.longest(part, text, and.end)
            && found.inside.is_none()
        {
            opening.second = Some((place.start, found.entry));
            opening.len = found.end;
            opening.italic = found.italic;
        }
    }

    /// The longest phrase of `part` that stands at `at`.
    fn longest(&self, part: Part, text: &str, at: usize) -> Option<Found<'_>> {
        let first = word_at(text, at)?;
        let folded = Folded::of(first.text)?;
        let place = self
            .index
            .binary_search_by(|known| known.word.as_bytes().cmp(folded.as_bytes()))
            .ok()?;
        let entries = match part {
            Part::Preambular => self.index[place].preambular.clone(),
            Part::Operative => self.index[place].operative.clone(),
        };
        let found = |entry| self.phrase_after(entry, text, first);
        self.entries.get(entries)?.iter().find_map(found)
    }

    /// The words of `entry` in `text`, whose first word is known to be the entry's.
    fn phrase_after<'a>(
        &self,
        entry: &'a OpeningEntry,
        text: &str,
        first: Word,
    ) -> Option<Found<'a>> {
        let mut found = Found {
            entry,
            italic: first.end,
            end: first.end,
            head: first.end,
            inside: None,
        };
        let mut head = found.clone();
        for wanted in entry.phrase.split(' ').skip(1) {
            self.take_word(wanted, text, &mut found)?;
        }
        // Few phrases come so far: only for them it matters where the head ends.
        for wanted in split_complement(&entry.phrase).0.split(' ').skip(1) {
            self.take_word(wanted, text, &mut head)?;
        }
        found.head = head.end;
        found.italic = found.end;
        for wanted in entry.companion.iter().flat_map(|companion| companion.split(' ')) {
            self.take_word(wanted, text, &mut found)?;
        }
        if let Some((_, range)) = &found.inside
            && range.end > found.italic
            && entry.companion.is_some()
            && range.start <= found.italic + 1
        {
            found.italic = range.end;
        }
        Some(found)
    }

    /// One more word of a phrase, with at most one adverb of repetition before it.
    fn take_word(&self, wanted: &str, text: &str, found: &mut Found) -> Option<()> {
        let word = word_at(text, found.end)?;
        if same_word(wanted, word.text) {
            found.end = word.end;
            return Some(());
        }
        if found.inside.is_some() {
            return None;
        }
        let (adverb, range) = self.repetition_from(text, word)?;
        let word =
            word_at(text, range.end).filter(|word| same_word(wanted, word.text))?;
        found.inside = Some((adverb, range));
        found.end = word.end;
        Some(())
    }

    pub(super) fn repetition_at(
        &self,
        text: &str,
        at: usize,
    ) -> Option<(Repetition, Range<usize>)> {
        self.repetition_from(text, word_at(text, at)?)
    }

    fn repetition_from(
        &self,
        text: &str,
        first: Word,
    ) -> Option<(Repetition, Range<usize>)> {
        let lists = [
            (Repetition::Also, &self.adverbs.also),
            (Repetition::Further, &self.adverbs.further),
            (Repetition::OnceAgain, &self.adverbs.once_again),
        ];
        lists.into_iter().find_map(|(repetition, adverbs)| {
            let range = adverbs.iter().find_map(|it| words_from(it, text, first))?;
            Some((repetition, range))
        })
    }

    /// An adverb of intensity, or two joined by “and”.
    pub(super) fn intensity_at(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let one = |at| {
            let word = word_at(text, at)?;
            let known = |adverb: &String| same_word(adverb, word.text);
            self.adverbs.intensity.iter().any(known).then_some(word.start..word.end)
        };
        let first = one(at)?;
        let second = word_at(text, first.end)
            .filter(|word| same_word(&self.adverbs.and, word.text))
            .and_then(|and| one(and.end));
        Some(first.start..second.map_or(first.end, |second| second.end))
    }

    /// Whether the adverb of repetition after a verb belongs to the verb: “further” may
    /// as well qualify the noun that follows.
    fn is_adverb(&self, text: &str, range: &Range<usize>) -> bool {
        let adverb = text.get(range.clone()).unwrap_or_default();
        if !self.adverbs.further.iter().any(|further| same_word(further, adverb)) {
            return true;
        }
        let Some(next) = word_at(text, range.end) else { return true };
        if self.adverbs.adjective_before.iter().any(|word| word == next.text) {
            return false;
        }
        let starts_small = next.text.starts_with(char::is_lowercase);
        let mut known = self.adverbs.adjective_unless_before.iter();
        !starts_small || known.any(|word| same_word(word, next.text))
    }

    fn complement_at(
        &self,
        text: &str,
        at: usize,
        entry: &OpeningEntry,
    ) -> Option<Range<usize>> {
        self.complements
            .iter()
            .filter(|complement| {
                complement.after.is_empty() || complement.after.contains(&entry.phrase)
            })
            .find_map(|complement| complement.range_at(text, at, &self.adverbs.and))
    }

    pub(super) fn open_unspaced(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        let longest = |at: usize| {
            let rest = text.get(at..)?;
            let first = rest.chars().next()?;
            let place = self.index.binary_search_by(|known| {
                known.word.chars().next().unwrap_or_default().cmp(&first)
            });
            let entries = match part {
                Part::Preambular => self.index[place.ok()?].preambular.clone(),
                Part::Operative => self.index[place.ok()?].operative.clone(),
            };
            let mut entries = self.entries.get(entries)?.iter();
            entries.find(|entry| rest.starts_with(&entry.phrase))
        };
        let direct = longest(0).map(|entry| (entry, 0, None));
        let (entry, start, repetition) = direct.or_else(|| {
            let (adverb, end) = self.unspaced_repetition(text)?;
            Some((longest(end)?, end, Some((adverb, Placement::Before, 0..end))))
        })?;
        let end = start + entry.phrase.len();
        Some(Opening {
            entry,
            len: end,
            italic: end,
            repetition,
            intensity: None,
            complement: None,
            second: None,
            case: OpeningCase::Capital,
            start,
            head: end,
            carried: None,
        })
    }

    fn unspaced_repetition(&self, text: &str) -> Option<(Repetition, usize)> {
        let lists = [
            (Repetition::Also, &self.adverbs.also),
            (Repetition::Further, &self.adverbs.further),
            (Repetition::OnceAgain, &self.adverbs.once_again),
        ];
        lists.into_iter().find_map(|(repetition, adverbs)| {
            let adverb =
                adverbs.iter().find(|adverb| text.starts_with(adverb.as_str()))?;
            Some((repetition, adverb.len()))
        })
    }
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "a failed test may panic")]
mod tests {
    use super::*;
    use crate::conventions::{Conventions, Language};

    fn english() -> &'static OpeningPhrases {
        Conventions::of(Language::En).openings()
    }

    /// The opening as it is shown, and its italics.
    fn operative(text: &str) -> Option<(&str, &str)> {
        let opening = english().operative(text)?;
        Some((&text[..opening.len], &text[..opening.italic]))
    }

    fn preambular(text: &str) -> Option<(&str, &str)> {
        let opening = english().preambular(text)?;
        Some((&text[..opening.len], &text[..opening.italic]))
    }

    #[expect(clippy::unnecessary_wraps, reason = "it stands beside found openings")]
    fn same(text: &str) -> Option<(&str, &str)> {
        Some((text, text))
    }

    #[test]
    fn the_longest_phrase_wins_and_ends_where_a_word_ends() {
        assert_eq!(
            operative("Takes note with appreciation of the report;"),
            same("Takes note with appreciation")
        );
        assert_eq!(operative("Takes note of the report;"), same("Takes note"));
        assert_eq!(operative("Decides, in this regard, to meet;"), same("Decides"));
        assert_eq!(preambular("Awareness of the risks,"), None);
        assert_eq!(operative("Calls upon States;"), same("Calls upon"));
        assert_eq!(operative("REQUESTS States;"), same("REQUESTS"));
        assert_eq!(preambular("recalling that,"), same("recalling"));
    }

    #[test]
    fn a_companion_is_shown_but_not_in_italics() {
        assert_eq!(preambular("Guided by the Charter,"), Some(("Guided by", "Guided")));
        assert_eq!(
            preambular("Guided also by the Charter,"),
            Some(("Guided also by", "Guided also"))
        );
        assert_eq!(preambular("Guided, inter alia, by it,"), same("Guided"));
    }

    #[test]
    fn adverbs_stand_before_inside_and_after() {
        let repetition = |text| english().open(Part::Preambular, text)?.repetition;
        let also = Repetition::Also;
        assert_eq!(
            repetition("Also recalling it,"),
            Some((also, Placement::Before, 0..4))
        );
        assert_eq!(
            repetition("Recalling also it,"),
            Some((also, Placement::After, 10..14))
        );
        assert_eq!(
            preambular("Taking note also with appreciation of it,"),
            same("Taking note also with appreciation")
        );
        assert_eq!(
            preambular("Deeply concerned also at it,"),
            same("Deeply concerned also")
        );
        assert_eq!(
            preambular("Having also considered it,"),
            same("Having also considered")
        );
        assert_eq!(
            operative("Once again strongly condemns it;"),
            same("Once again strongly condemns")
        );
    }

    #[test]
    fn further_before_a_noun_is_an_adjective() {
        assert_eq!(operative("Encourages further cooperation;"), same("Encourages"));
        assert_eq!(operative("Encourages further States to join;"), same("Encourages"));
        assert_eq!(
            operative("Requests further that it report;"),
            same("Requests further")
        );
        assert_eq!(
            preambular("Recalling further Council resolution 5/1,"),
            same("Recalling further")
        );
    }

    #[test]
    fn complements_belong_to_the_opening() {
        assert_eq!(
            preambular("Recognizing with deep regret and growing concern that,"),
            same("Recognizing with deep regret and growing concern")
        );
        assert_eq!(
            operative("Expresses its most sincere gratitude to it;"),
            same("Expresses its most sincere gratitude")
        );
        assert_eq!(
            operative("Condemns in the strongest terms all of it;"),
            same("Condemns in the strongest terms")
        );
    }

    #[test]
    fn two_verbs_may_open_together() {
        assert_eq!(operative("Welcomes and urges it;"), same("Welcomes and urges"));
        assert_eq!(operative("Welcomes and therefore;"), same("Welcomes"));
    }

    #[test]
    fn chinese_openings_need_no_spaces() {
        let openings = Conventions::of(Language::Zh).openings();
        let opening = openings.operative("又重申需要继续增加").unwrap();
        assert_eq!((opening.entry.phrase.as_str(), opening.len), ("重申", 9));
        assert_eq!(opening.repetition, Some((Repetition::Also, Placement::Before, 0..3)));
        let found = openings.preambular("赞赏地注意到联合国").unwrap();
        assert_eq!(found.entry.phrase, "赞赏地注意到");
    }
}
