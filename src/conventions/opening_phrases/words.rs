//! Words of a paragraph, compared without regard to case or the form of an apostrophe, and
//! without allocation.

use std::ops::Range;

/// A word and its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'t> {
    pub(super) text: &'t str,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The word that stands at `at`, after white space only.
pub(super) fn word_at(text: &str, at: usize) -> Option<Word<'_>> {
    let rest = text.get(at..)?;
    let word = rest.trim_start();
    let start = at + (rest.len() - word.len());
    let is_end =
        |letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '’' | '\'');
    // Nearly every letter is ASCII: only the others are looked at as characters.
    let is_plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'\'');
    let plain = word.bytes().take_while(|byte| is_plain(byte)).count();
    let tail = word.get(plain..)?;
    let length = plain + tail.find(is_end).unwrap_or(tail.len());
    let text = word.get(..length).filter(|word| !word.is_empty())?;
    Some(Word { text, start, end: start + length })
}

/// The range of `words` in `text`, if they stand there from the word `first` on.
pub(super) fn words_from(words: &str, text: &str, first: Word) -> Option<Range<usize>> {
    let mut wanted = words.split(' ');
    let mut end =
        wanted.next().filter(|word| same_word(word, first.text)).map(|_| first.end)?;
    for wanted in wanted {
        end = word_at(text, end).filter(|word| same_word(wanted, word.text))?.end;
    }
    Some(first.start..end)
}

/// The range of `words` in `text` after `at`, if they stand there.
pub(super) fn words_at(words: &str, text: &str, at: usize) -> Option<Range<usize>> {
    words_from(words, text, word_at(text, at)?)
}

/// Whether two words differ in case at most, or in how an apostrophe is written.
pub(super) fn same_word(left: &str, right: &str) -> bool {
    if let (Some(a), Some(b)) = (left.bytes().next(), right.bytes().next())
        && a.is_ascii()
        && b.is_ascii()
        && !a.eq_ignore_ascii_case(&b)
    {
        return false;
    }
    if left.eq_ignore_ascii_case(right) {
        return true;
    }
    if is_plain(left) || is_plain(right) {
        return false;
    }
    left == right || letters(left).eq(letters(right))
}

/// Whether a word has one written form but for its case.
fn is_plain(word: &str) -> bool {
    word.is_ascii() && !word.contains('\'')
}

/// The letters of a word, small, its apostrophes curly.
fn letters(word: &str) -> impl Iterator<Item = char> {
    let small = word.chars().flat_map(char::to_lowercase);
    small.map(|letter| if letter == '\'' { '’' } else { letter })
}

/// A word in small letters with curly apostrophes, kept on the stack.
pub(super) struct Folded {
    bytes: [u8; Self::LONGEST],
    length: usize,
}

impl Folded {
    /// No word that opens a paragraph is longer.
    const LONGEST: usize = 64;

    pub(super) fn of(word: &str) -> Option<Self> {
        let mut folded = Self { bytes: [0; Self::LONGEST], length: 0 };
        if is_plain(word) {
            let space = folded.bytes.get_mut(..word.len())?;
            space.copy_from_slice(word.as_bytes());
            space.make_ascii_lowercase();
            folded.length = word.len();
            return Some(folded);
        }
        for letter in letters(word) {
            let end = folded.length + letter.len_utf8();
            letter.encode_utf8(folded.bytes.get_mut(folded.length..end)?);
            folded.length = end;
        }
        Some(folded)
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(self.as_bytes()).unwrap_or_default()
    }
}
