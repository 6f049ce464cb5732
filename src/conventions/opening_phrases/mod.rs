//! The words that open a paragraph, and how to tell them from the words that follow.
//!
//! An opening is: adverbs of repetition and of intensity, a phrase of the table, and
//! after it again an adverb or a complement ("with appreciation"). The phrases are found
//! by their first word; the longest wins.

mod cases;
mod complements;
mod declared;
mod inflection;
mod matching;
mod misformed;
mod table;
mod words;

use std::ops::Range;

use serde::Deserialize;

use complements::{Complement, split_complement};
use table::{Adverbs, Declaration};

/// The phrases that may open a paragraph in one language.
#[derive(Debug)]
pub struct OpeningPhrases {
    /// Sorted by part, then first word, then the longest first.
    entries: Vec<OpeningEntry>,
    /// The first words of the entries, sorted, with the entries of each part.
    index: Vec<FirstWord>,
    /// How many of the entries are preambular.
    preambular: usize,
    /// The forms of the verbs, sorted.
    forms: Vec<VerbForm>,
    verbs: Vec<Verb>,
    adverbs: Adverbs,
    complements: Vec<Complement>,
    declaration: Declaration,
    /// Whether the language is written without spaces between words.
    unspaced: bool,
    /// Whether the phrases serve the page alone.
    only_italics: bool,
    /// On whose authority the phrases are listed.
    pub sources: Vec<String>,
}

/// A phrase that opens paragraphs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpeningEntry {
    /// The phrase, without repetition adverbs: “Taking note with appreciation”.
    pub phrase: String,
    /// What the paragraph does: “reference”, “concern”, “request”, “decision” …
    pub kind: String,
    /// How strong an operative phrase is, from 0 (neutral) to 5 (decisive).
    pub strength: Option<u8>,
    /// The phrase of the other part: “Recalls” of “Recalling”.
    pub twin: Option<String>,
    /// The part that it opens paragraphs of.
    pub part: Part,
    /// Words that belong to the opening and are not in italics: “by” of “Guided by”.
    pub companion: Option<String>,
    /// Whether it is in handbooks and hardly ever in adopted texts.
    pub rare: bool,
    /// The organs that use it, by code; none means all.
    pub organs: Vec<String>,
    /// The phrase to write instead: “Calls upon” of “Calls on”.
    pub preferred: Option<String>,
    /// How often it opens a paragraph in our corpus, where that is why it is listed.
    pub count: Option<u32>,
}

/// The two parts of a resolution.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// The preamble, which recites.
    #[default]
    Preambular,
    /// The operative part, which acts.
    Operative,
}

/// An adverb that tells that an opening is used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Repetition {
    /// The second paragraph with the opening: “also”.
    Also,
    /// The third: “further”.
    Further,
    /// “once again”, “again”.
    OnceAgain,
}

/// Where an adverb of repetition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Placement {
    /// “Also requests”.
    Before,
    /// “Recalling also”, “Taking note also with appreciation”.
    After,
}

/// How the letters of an opening are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpeningCase {
    /// “Recalling”, as usage is in most languages.
    Capital,
    /// “recalling”.
    Lower,
    /// “RECALLING”.
    AllCapitals,
}

/// The opening of one paragraph. All places are bytes from its start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening<'a> {
    /// The phrase of the table.
    pub entry: &'a OpeningEntry,
    /// Where the opening ends, with adverbs, complements and companion.
    pub len: usize,
    /// Where its italics end: before the companion.
    pub italic: usize,
    /// “also”, “further” or “once again”, where it stands and how much it takes.
    pub repetition: Option<(Repetition, Placement, Range<usize>)>,
    /// An adverb of intensity before the phrase that the phrase itself does not hold.
    pub intensity: Option<Range<usize>>,
    /// A complement after the phrase that the phrase itself does not hold.
    pub complement: Option<Range<usize>>,
    /// Where the second verb begins in “Welcomes and urges”, and its phrase.
    pub second: Option<(usize, &'a OpeningEntry)>,
    /// How its letters are set.
    pub case: OpeningCase,
    /// Where the phrase begins, after the adverbs before it.
    start: usize,
    /// Where an adverb after the verb goes: before “with appreciation”, before “by”.
    head: usize,
    /// The words before the phrase or after it that `inflect` must carry over.
    carried: Option<Box<Carried>>,
}

/// What an opening holds beside its phrase and its adverb of repetition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Carried {
    intensity: String,
    complement: String,
}

/// A first word that is another form of a verb that opens paragraphs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misformed<'a> {
    /// The form it is in.
    pub form: Form,
    /// Where the misformed opening ends.
    pub len: usize,
    /// The opening in the form that the preamble wants, adverbs and case kept.
    pub preambular: Option<String>,
    /// The opening in the form that the operative part wants.
    pub operative: Option<String>,
    /// The verb in its base form: “request”.
    pub verb: &'a str,
}

/// The form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// “Request”.
    Base,
    /// “Requested”.
    Past,
    /// “Recognising”: spelt as the United Nations does not.
    WrongSpelling,
    /// “Requesting”, of a verb that has no use in the preamble.
    Participle,
    /// “Bears”, of a phrase that has no use in the operative part.
    Finite,
}

#[derive(Debug)]
struct FirstWord {
    word: Box<str>,
    preambular: Range<usize>,
    operative: Range<usize>,
}

#[derive(Debug)]
struct Verb {
    base: Box<str>,
    finite: Box<str>,
    participle: Box<str>,
    past: Box<str>,
}

#[derive(Debug)]
struct VerbForm {
    word: Box<str>,
    verb: usize,
    form: Form,
}

impl OpeningPhrases {
    /// The opening of `text`, a paragraph as one line, in the preamble.
    pub fn preambular(&self, text: &str) -> Option<Opening<'_>> {
        self.open(Part::Preambular, text)
    }

    /// The opening of `text`, a paragraph as one line, in the operative part.
    pub fn operative(&self, text: &str) -> Option<Opening<'_>> {
        self.open(Part::Operative, text)
    }

    /// The opening of `text` in a part.
    pub fn open(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        if self.only_italics { None } else { self.found(part, text) }
    }

    /// How many bytes of a paragraph stand in italics as its opening. The phrases of some
    /// languages are known well enough for that alone.
    pub fn italic_len(&self, part: Part, text: &str) -> usize {
        let other = match part {
            Part::Preambular => Part::Operative,
            Part::Operative => Part::Preambular,
        };
        let found = self.found(part, text).or_else(|| self.found(other, text));
        found.map_or(0, |opening| opening.italic)
    }

    fn found(&self, part: Part, text: &str) -> Option<Opening<'_>> {
        if self.unspaced {
            self.open_unspaced(part, text)
        } else {
            self.open_words(part, text)
        }
    }

    /// Every phrase of a part.
    pub fn entries(&self, part: Part) -> impl Iterator<Item = &OpeningEntry> {
        let entries = if self.only_italics { &[] } else { self.entries_of(part) };
        entries.iter()
    }

    /// Whether the language has no phrases yet: then no opening is ever found.
    pub fn is_empty(&self) -> bool {
        self.only_italics || self.entries.is_empty()
    }

    fn entries_of(&self, part: Part) -> &[OpeningEntry] {
        let (preambular, operative) = self.entries.split_at(self.preambular);
        match part {
            Part::Preambular => preambular,
            Part::Operative => operative,
        }
    }
}

impl Opening<'_> {
    /// The words that two paragraphs must share to count as opening alike: the phrase
    /// without adverbs of repetition and intensity and without complements.
    pub fn head(&self) -> &str {
        split_complement(&self.entry.phrase).0
    }
}

#[cfg(test)]
mod tests {
    use super::Part::{Operative, Preambular};
    use crate::conventions::{Conventions, Language};

    #[test]
    fn where_rules_do_not_judge_openings_the_page_still_sets_them() {
        for (language, part, words, italic) in [
            (Language::Fr, Preambular, "Rappelant en outre sa", "Rappelant en outre"),
            (Language::Fr, Preambular, "Ayant à l'esprit que", "Ayant à l'esprit"),
            (Language::Fr, Operative, "Prie également le", "Prie également"),
            (
                Language::Es,
                Operative,
                "Toma nota con aprecio de",
                "Toma nota con aprecio",
            ),
            (Language::Ru, Preambular, "ссылаясь также на", "ссылаясь также"),
            (Language::Fr, Operative, "Le Conseil", ""),
        ] {
            let openings = Conventions::of(language).openings();
            let len = openings.italic_len(part, words);
            assert_eq!(words.get(..len), Some(italic));
            assert_eq!(openings.open(part, words), None);
            assert!(openings.is_empty());
        }
    }
}
