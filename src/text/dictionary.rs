//! See [`Dictionary`].

use std::fmt;
use std::sync::{Mutex, PoisonError};

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use rustc_hash::{FxBuildHasher, FxHashMap};

/// The words of a language, from the two files of a Hunspell dictionary: which are known,
/// and which are near to one that is not.
///
/// What was asked once is kept, since a draft is checked at every key.
pub struct Dictionary {
    words: spellbook::Dictionary<FxBuildHasher>,
    /// What else is known.
    also: Option<Box<Knows>>,
    /// The letters of the language, the commonest first where the dictionary says so.
    letters: Vec<char>,
    known: Mutex<FxHashMap<Box<str>, bool>>,
    near: Mutex<FxHashMap<Box<str>, Vec<String>>>,
}

type Knows = dyn Fn(&str) -> bool + Send + Sync;

/// A dictionary that cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DictionaryError {
    /// Its encoding is none that is known.
    #[error("its SET line names “{0}”, which is no known encoding")]
    UnknownEncoding(String),
    /// Its bytes are not in the encoding it names.
    #[error("its letters are not in {0}, as its SET line says")]
    WrongEncoding(&'static str),
    /// It is not written as dictionaries are.
    #[error("{0}")]
    Form(String),
}

/// The curly apostrophe, and the letter that looks like it.
const APOSTROPHES: [char; 2] = ['’', '\u{2bc}'];

/// How many answers are kept: more words than a draft has.
const MOST_KEPT: usize = 50_000;

/// A longer word is none: nobody looks for its slip letter by letter.
const LONGEST: usize = 40;

impl Dictionary {
    /// Reads the two files: the endings, `.aff`, and the words, `.dic`.
    pub fn read(endings: &[u8], words: &[u8]) -> Result<Self, DictionaryError> {
        let encoding = encoding(endings)?;
        let endings = decoded(endings, encoding)?;
        let words = decoded(words, encoding)?;
        let letters = letters(&endings, &words);
        let endings = of_single_words(&endings);
        let read =
            spellbook::Dictionary::new_with_hasher(&endings, &words, FxBuildHasher);
        Ok(Self {
            words: read.map_err(|error| DictionaryError::Form(error.to_string()))?,
            also: None,
            letters,
            known: Mutex::default(),
            near: Mutex::default(),
        })
    }

    /// A dictionary of these words alone, each as it is written.
    pub fn of_words<'a>(
        words: impl Iterator<Item = &'a str>,
    ) -> Result<Self, DictionaryError> {
        let words: Vec<&str> = words.collect();
        let list = format!("{}\n{}\n", words.len(), words.join("\n"));
        Self::read(b"SET UTF-8\n", list.as_bytes())
    }

    /// The same with words that are known besides, such as those of a trade.
    #[must_use]
    pub fn knowing_also(
        self,
        also: impl Fn(&str) -> bool + Send + Sync + 'static,
    ) -> Self {
        Self { also: Some(Box::new(also)), ..self }
    }

    /// Whether a word is known, as it is written or in small letters.
    pub fn knows(&self, word: &str) -> bool {
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(is_known) = known.get(word) {
            return *is_known;
        }
        let is_known = self.looks_up(word);
        if known.len() >= MOST_KEPT {
            known.clear();
        }
        known.insert(word.into(), is_known);
        is_known
    }

    fn looks_up(&self, word: &str) -> bool {
        // Dictionaries write the apostrophe straight.
        let is_listed = if word.contains(APOSTROPHES) {
            self.words.check(&word.replace(APOSTROPHES, "'"))
        } else {
            self.words.check(word)
        };
        is_listed || self.also.as_ref().is_some_and(|also| also(word))
    }

    /// The known words from which one slip of the finger leads to this: two letters that
    /// changed places, one too many, too few or another. Likelier slips come first.
    pub fn near(&self, word: &str) -> Vec<String> {
        let mut near = self.near.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(words) = near.get(word) {
            return words.clone();
        }
        let words = self.one_slip_away(word);
        if near.len() >= MOST_KEPT {
            near.clear();
        }
        near.insert(word.into(), words.clone());
        words
    }

    fn one_slip_away(&self, word: &str) -> Vec<String> {
        let letters: Vec<char> = word.chars().collect();
        if letters.len() < 2 || letters.len() > LONGEST {
            return Vec::new();
        }
        let mut found: Vec<String> = Vec::new();
        for candidate in slips(&letters, &self.letters) {
            if candidate != word
                && self.looks_up(&candidate)
                && !found.contains(&candidate)
            {
                found.push(candidate);
            }
        }
        found
    }
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.debug_struct("Dictionary")
            .field("letters", &self.letters.len())
            .finish_non_exhaustive()
    }
}

/// Whether one slip of the finger leads from one word to another.
pub fn is_one_slip(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b);
    let start: usize = same.map(|(a, _)| a.len_utf8()).sum();
    let mut one = one.get(start..).unwrap_or_default().chars();
    let mut other = other.get(start..).unwrap_or_default().chars();
    while one.clone().next_back().is_some_and(|c| other.clone().next_back() == Some(c)) {
        one.next_back();
        other.next_back();
    }
    match (one.clone().count(), other.clone().count()) {
        (0, 1) | (1, 0 | 1) => true,
        (2, 2) => one.eq(other.rev()),
        _ => false,
    }
}

/// What one slip makes of some letters, the likelier slips first.
fn slips<'a>(word: &'a [char], letters: &'a [char]) -> impl Iterator<Item = String> + 'a {
    let swapped = (1..word.len()).map(|at| {
        let mut word = word.to_vec();
        word.swap(at - 1, at);
        word
    });
    let without = (0..word.len()).map(|at| [&word[..at], &word[at + 1..]].concat());
    let doubled = (0..word.len()).map(|at| [&word[..=at], &word[at..]].concat());
    let with = (1..=word.len()).flat_map(move |at| {
        letters.iter().map(move |letter| [&word[..at], &[*letter], &word[at..]].concat())
    });
    let changed = (0..word.len()).flat_map(move |at| {
        let is_capital = word[at].is_uppercase();
        letters.iter().map(move |letter| {
            let letter = if is_capital { capital(*letter) } else { *letter };
            [&word[..at], &[letter], &word[at + 1..]].concat()
        })
    });
    let all = swapped.chain(without).chain(doubled).chain(with).chain(changed);
    all.map(|letters| letters.into_iter().collect())
}

fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

/// The encoding that the endings name; Hunspell takes Latin 1 where they name none.
fn encoding(endings: &[u8]) -> Result<&'static Encoding, DictionaryError> {
    let Some(name) = line(endings, b"SET") else { return Ok(WINDOWS_1252) };
    let name = String::from_utf8_lossy(name).trim().to_owned();
    // Hunspell calls what Windows has “microsoft-cp1251”.
    let label = name.strip_prefix("microsoft-").unwrap_or(&name);
    Encoding::for_label(label.as_bytes()).ok_or(DictionaryError::UnknownEncoding(name))
}

/// The lines of the endings that say which words there are. Those for words put together
/// serve other languages than ours, and the reader does not end on some; those for guesses
/// are of no use to us.
fn of_single_words(endings: &str) -> String {
    const KEPT: &[&str] = &[
        "SET",
        "FLAG",
        "AF",
        "AM",
        "LANG",
        "IGNORE",
        "ICONV",
        "PFX",
        "SFX",
        "BREAK",
        "NEEDAFFIX",
        "CIRCUMFIX",
        "FORBIDDENWORD",
        "ONLYINCOMPOUND",
        "KEEPCASE",
        "FULLSTRIP",
        "COMPLEXPREFIXES",
        "CHECKSHARPS",
    ];
    let is_kept = |line: &&str| {
        line.split_whitespace().next().is_some_and(|word| KEPT.contains(&word))
    };
    endings.lines().filter(is_kept).collect::<Vec<_>>().join("\n")
}

/// What stands behind a word that begins a line.
fn line<'a>(text: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    text.split(|byte| *byte == b'\n').find_map(|line| {
        let rest = line.strip_prefix(word)?;
        rest.first().is_some_and(u8::is_ascii_whitespace).then_some(rest)
    })
}

fn decoded(bytes: &[u8], encoding: &'static Encoding) -> Result<String, DictionaryError> {
    // A mark of UTF-8 is stronger than what is said.
    let is_marked = bytes.starts_with(b"\xef\xbb\xbf");
    let encoding = if is_marked { UTF_8 } else { encoding };
    let (text, has_errors) = encoding.decode_with_bom_removal(bytes);
    if has_errors {
        return Err(DictionaryError::WrongEncoding(encoding.name()));
    }
    Ok(text.into_owned())
}

/// The letters of the language: those of the line `TRY`, or else of the first words.
fn letters(endings: &str, words: &str) -> Vec<char> {
    const ENOUGH: usize = 20_000;
    let line = line(endings.as_bytes(), b"TRY").map(String::from_utf8_lossy);
    let written = line.as_deref().unwrap_or(words).chars().take(ENOUGH);
    let mut letters: Vec<char> = Vec::new();
    for letter in written.flat_map(char::to_lowercase).filter(|c| c.is_alphabetic()) {
        if !letters.contains(&letter) {
            letters.push(letter);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dictionary() -> Dictionary {
        let words = ["from", "form", "firm", "Geneva", "water", "waters", "l'eau"];
        Dictionary::of_words(words.into_iter()).unwrap()
    }

    #[test]
    fn a_word_is_known_with_the_capital_of_a_sentence_and_a_curly_apostrophe() {
        let dictionary = dictionary();
        for known in ["water", "Water", "WATER", "Geneva", "l’eau"] {
            assert!(dictionary.knows(known), "{known}");
        }
        for unknown in ["geneva", "watre"] {
            assert!(!dictionary.knows(unknown), "{unknown}");
        }
        let larger = dictionary.knowing_also(|word| word == "wadi");
        assert!(larger.knows("wadi") && larger.near("waid") == ["wadi"]);
    }

    #[test]
    fn likelier_slips_come_first() {
        let dictionary = dictionary();
        assert_eq!(dictionary.near("frmo"), ["from"]);
        assert_eq!(dictionary.near("fomr"), ["form"]);
        assert_eq!(dictionary.near("watters"), ["waters"]);
        assert_eq!(dictionary.near("fors"), ["form"]);
        assert_eq!(dictionary.near("Watr"), ["Water"]);
        assert_eq!(dictionary.near("electricity"), [""; 0]);
    }

    #[test]
    fn one_slip_leads_from_a_word_to_another() {
        for (one, other) in
            [("form", "from"), ("water", "watter"), ("watr", "water"), ("été", "ete")]
        {
            assert_eq!(is_one_slip(one, other), one != "été", "{one} {other}");
            assert!(is_one_slip(other, one) || one == "été");
        }
        assert!(!is_one_slip("water", "water") && !is_one_slip("abcd", "dbca"));
        assert!(is_one_slip("", "a") && !is_one_slip("", "ab"));
    }

    #[test]
    fn letters_are_read_in_the_encoding_that_is_named() {
        let read = |endings: &[u8], words: &[u8]| Dictionary::read(endings, words);
        assert!(read(b"SET KOI8-R\n", b"1\n\xd7\xcf\xc4\xc1\n").unwrap().knows("вода"));
        assert!(
            read(b"SET microsoft-cp1251\n", b"1\n\xe2\xee\xe4\xe0\n")
                .unwrap()
                .knows("вода")
        );
        assert!(read(b"", b"1\n\xe9t\xe9\n").unwrap().knows("été"));
        let marked = read(b"\xef\xbb\xbfSET UTF-8\n", "\u{feff}1\nété\n".as_bytes());
        assert!(marked.unwrap().knows("été"));
        let error = read(b"SET UTF-8\n", b"1\n\xe9t\xe9\n").unwrap_err();
        assert_eq!(error, DictionaryError::WrongEncoding("UTF-8"));
    }
}
