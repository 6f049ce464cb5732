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
        while let Some(len) = letter_len(text, at) {
            let letter = text.as_bytes().iter().skip(at).take(len);
            sign = letter.fold(sign, |sign, byte| signed(sign, *byte));
            at += len;
        }
        if at > start {
            words.push(Word { range: start..at, sign });
        }
        // What ended the word is no letter.
        at += 1;
    }
    words
}

/// The length of the letter or figure that stands at a place. Nearly every one is ASCII:
/// only the others are looked at as characters.
fn letter_len(text: &str, at: usize) -> Option<usize> {
    let byte = *text.as_bytes().get(at)?;
    if byte.is_ascii() {
        return byte.is_ascii_alphanumeric().then_some(1);
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
    /// Each with the sign of its first word, by which they are sorted, and its place in
    /// the table.
    sorted: Vec<(u64, usize, String)>,
    letters: Letters,
    /// A bit for the sign of each first word: most words of a text stand in no table.
    signs: Vec<bool>,
}

impl Vocabulary {
    pub(super) fn new(
        phrases: impl IntoIterator<Item = String>,
        letters: Letters,
    ) -> Self {
        let mut signs = vec![false; Self::SIGNS];
        let signed = phrases.into_iter().enumerate().map(|(place, phrase)| {
            let first = words(&phrase).first().map_or(0, |word| word.sign);
            signs[Self::bit(first)] = true;
            (first, place, phrase)
        });
        let mut sorted: Vec<_> = signed.collect();
        sorted.sort_unstable_by_key(|(sign, place, _)| (*sign, *place));
        Self { sorted, letters, signs }
    }

    const SIGNS: usize = 1 << 13;

    fn bit(sign: u64) -> usize {
        usize::try_from(sign).unwrap_or(usize::MAX) % Self::SIGNS
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
        let may_begin = |word: &&Word| self.signs[Self::bit(word.sign)];
        words.iter().filter(may_begin).filter_map(move |word| {
            let is_free = word.range.start >= end;
            let found = is_free.then(|| self.longest(text, word, &is_whole))??;
            end = found.0.end;
            Some(found)
        })
    }

    fn longest(
        &self,
        text: &str,
        word: &Word,
        is_whole: impl Fn(&Range<usize>) -> bool,
    ) -> Option<(Range<usize>, usize)> {
        let from = self.sorted.partition_point(|(sign, ..)| *sign < word.sign);
        let start = word.range.start;
        self.sorted
            .iter()
            .skip(from)
            .take_while(|(sign, ..)| *sign == word.sign)
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
