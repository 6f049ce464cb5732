//! Words and phrases of a table, found in a text by their first word: what every table of
//! words is searched with.

use std::ops::Range;

/// An unbroken run of letters and figures in a text.
#[derive(Debug, Clone)]
pub struct Word {
    range: Range<usize>,
    sign: u64,
}

/// The words of a text, in order. They are the same for every table.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while at < text.len() {
        let (start, mut sign) = (at, SIGN_OF_NOTHING);
        // Nearly every letter is ASCII: only the others are looked at as characters.
        while let Some(&byte) = text.as_bytes().get(at) {
            if byte.is_ascii_alphanumeric() {
                sign = signed(sign, byte);
                at += 1;
            } else if let Some(len) = wide_letter_len(text, at, byte) {
                let letter = text.as_bytes().iter().skip(at).take(len);
                sign = letter.fold(sign, |sign, byte| signed(sign, *byte));
                at += len;
            } else {
                break;
            }
        }
        if at > start {
            words.push(Word { range: start..at, sign });
        }
        // What ended the word is no letter.
        at += 1;
    }
    words
}

/// The length of the letter or figure beyond ASCII that begins with a byte.
fn wide_letter_len(text: &str, at: usize, byte: u8) -> Option<usize> {
    if byte.is_ascii() {
        return None;
    }
    let letter = text.get(at..)?.chars().next()?;
    letter.is_alphanumeric().then_some(letter.len_utf8())
}

const SIGN_OF_NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a, without regard to case.
fn signed(sign: u64, byte: u8) -> u64 {
    (sign ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
}

/// Whether capitals and small letters are the same to a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Letters {
    AsWritten,
    Any,
}

/// The phrases of a table, ready to search with.
#[derive(Debug)]
pub(super) struct Vocabulary {
    /// Each with the sign of its first word and its place in the table, by drawers.
    sorted: Vec<(u64, usize, String)>,
    letters: Letters,
    /// Where each drawer begins in them; most drawers are empty, as most words of a text
    /// stand in no table. The last place is the end.
    drawers: Vec<u16>,
}

impl Vocabulary {
    pub(super) fn new(
        phrases: impl IntoIterator<Item = String>,
        letters: Letters,
    ) -> Self {
        let signed = phrases.into_iter().enumerate().map(|(place, phrase)| {
            let first = words(&phrase).first().map_or(0, |word| word.sign);
            (first, place, phrase)
        });
        let mut sorted: Vec<_> = signed.collect();
        sorted.sort_unstable_by_key(|(sign, place, _)| (Self::drawer(*sign), *place));
        let mut drawers = vec![0; Self::DRAWERS + 1];
        for (sign, ..) in &sorted {
            drawers[Self::drawer(*sign) + 1] += 1;
        }
        let mut end = 0;
        for drawer in &mut drawers {
            end += *drawer;
            *drawer = end;
        }
        Self { sorted, letters, drawers }
    }

    const DRAWERS: usize = 1 << 12;

    #[inline]
    fn drawer(sign: u64) -> usize {
        usize::try_from(sign).unwrap_or(usize::MAX) % Self::DRAWERS
    }

    /// The phrases that may begin with a word of this sign, if there are any.
    #[inline]
    fn beginning_with(&self, sign: u64) -> Option<&[(u64, usize, String)]> {
        let drawer = Self::drawer(sign);
        let (from, end) = (self.drawers[drawer], self.drawers[drawer + 1]);
        (from < end).then(|| self.sorted.get(usize::from(from)..usize::from(end)))?
    }

    /// The phrases in a text, each with its place in the table; of two that overlap, the
    /// one that begins first, and of two that begin together, the longer. `words` are
    /// those of the text.
    pub(super) fn find<'a>(
        &'a self,
        text: &'a str,
        words: &'a [Word],
        is_whole: impl Fn(&Range<usize>) -> bool + 'a,
    ) -> impl Iterator<Item = (Range<usize>, usize)> + 'a {
        let mut end = 0;
        words.iter().filter_map(move |word| {
            let phrases = self.beginning_with(word.sign)?;
            let is_free = word.range.start >= end;
            let found =
                is_free.then(|| self.longest(text, word, phrases, &is_whole))??;
            end = found.0.end;
            Some(found)
        })
    }

    fn longest(
        &self,
        text: &str,
        word: &Word,
        phrases: &[(u64, usize, String)],
        is_whole: impl Fn(&Range<usize>) -> bool,
    ) -> Option<(Range<usize>, usize)> {
        let start = word.range.start;
        phrases
            .iter()
            .filter(|(sign, ..)| *sign == word.sign)
            .filter(|(.., phrase)| self.stands_at(text, start, phrase))
            .map(|(_, place, phrase)| (start..start + phrase.len(), *place))
            .filter(|(range, _)| is_whole(range))
            .reduce(|one, other| if other.0.end > one.0.end { other } else { one })
    }

    fn stands_at(&self, text: &str, start: usize, phrase: &str) -> bool {
        let written = text.get(start..start + phrase.len());
        written.is_some_and(|written| match self.letters {
            Letters::AsWritten => written == phrase,
            Letters::Any => written.eq_ignore_ascii_case(phrase),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_letters_and_figures_of_any_script() {
        let text = "“Élan”—Türkiye’s co-sponsors, 2030年.";
        let found = words(text).into_iter().map(|word| text.get(word.range).unwrap());
        let expected = ["Élan", "Türkiye", "s", "co", "sponsors", "2030年"];
        assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn the_longest_phrase_that_is_whole_is_found() {
        let phrases = ["per cent", "per cent points", "per cents"].map(str::to_owned);
        let phrases = Vocabulary::new(phrases, Letters::Any);
        let found = |text: &str| {
            let words = words(text);
            let is_whole = |range: &Range<usize>| {
                !text.get(range.end..).unwrap().starts_with(char::is_alphanumeric)
            };
            let found: Vec<_> = phrases.find(text, &words, is_whole).collect();
            found
        };
        assert_eq!(found("two Per cent points"), [(4..19, 1)]);
        assert_eq!(found("two per cent pointsman"), [(4..12, 0)]);
    }
}
