//! Which words of a draft are known: to the dictionary, to the tables, to the drafter, or
//! to the draft itself, which has names of its own.

use std::collections::BTreeSet;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::{Diagnostic, Draft, Selection, scan};
use crate::conventions::spelling::ENGLISH;
use crate::conventions::{Language, written};
use crate::model::{Prose, Resolution};
use crate::text::{Dictionary, TextRange, carry_case, is_one_slip, nearest};

const HYPHENS: [char; 2] = ['-', '\u{2011}'];

const APOSTROPHES: [char; 3] = ['’', '\'', '\u{2bc}'];

/// The words that are known before a draft is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexicon<'a> {
    pub(super) dictionary: &'a Dictionary,
    own: &'a BTreeSet<String>,
    word_in_hand: Option<usize>,
}

impl<'a> Lexicon<'a> {
    /// What a selection knows, if it has a dictionary.
    pub(super) fn of(selection: &'a Selection) -> Option<Self> {
        Some(Self {
            dictionary: selection.dictionary.as_deref()?,
            own: &selection.words,
            word_in_hand: selection.word_in_hand,
        })
    }

    /// Whether a word is being typed, and is not judged before it is done.
    pub(super) fn is_in_hand(&self, word: TextRange) -> bool {
        self.word_in_hand.is_some_and(|at| word.start() < at && at <= word.end())
    }
}

/// Words of a draft, and where they stand in it.
#[derive(Debug, Clone, Copy)]
pub(super) enum Passage<'a> {
    Prose(&'a Prose),
    /// A title, as the source has it.
    Line(&'a str, usize),
}

impl<'a> Passage<'a> {
    /// Everything in a draft that is written in words of its own.
    pub(super) fn all(draft: &Draft<'a>) -> Vec<Self> {
        let resolution = draft.resolution;
        let headings = resolution.with_parts().flat_map(|part| &part.sections);
        let headings = headings.filter_map(|section| section.heading.as_ref());
        let notes = resolution.footnotes.iter().map(|note| &note.prose);
        let prose = scan::running_text(draft).chain(headings).chain(notes);
        let titles = resolution.with_parts().filter_map(|part| part.title.as_ref());
        let titles = titles.map(|title| {
            Self::Line(draft.source.slice(title.range), title.range.start())
        });
        titles.chain(prose.map(Self::Prose)).collect()
    }

    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Prose(prose) => &prose.text,
            Self::Line(text, _) => text,
        }
    }

    /// Where some of its words stand in the source.
    pub(super) fn source_range(self, words: Range<usize>) -> TextRange {
        match self {
            Self::Prose(prose) => prose.source_range(words),
            Self::Line(_, start) => {
                TextRange::new(start + words.start, start + words.end)
            }
        }
    }
}

/// The known words of one draft.
pub(super) struct KnownWords<'a> {
    pub(super) lexicon: Lexicon<'a>,
    language: Language,
    /// The names that the draft makes its own, once a word is not known otherwise.
    names: Option<BTreeSet<&'a str>>,
    passages: &'a [Passage<'a>],
    resolution: &'a Resolution,
    /// What was found of each word so far.
    judged: FxHashMap<&'a str, Option<Range<usize>>>,
}

impl<'a> KnownWords<'a> {
    pub(super) fn of(
        draft: &Draft<'a>,
        lexicon: Lexicon<'a>,
        passages: &'a [Passage<'a>],
    ) -> Self {
        Self {
            lexicon,
            language: draft.resolution.language,
            names: None,
            passages,
            resolution: draft.resolution,
            judged: FxHashMap::default(),
        }
    }

    /// The part of a word that nobody knows, if there is one.
    pub(super) fn unknown_part(&mut self, word: &'a str) -> Option<Range<usize>> {
        if let Some(judged) = self.judged.get(word) {
            return judged.clone();
        }
        let judged = if self.knows(word) { None } else { self.first_unknown_piece(word) };
        self.judged.insert(word, judged.clone());
        judged
    }

    /// Of a compound, each word counts.
    fn first_unknown_piece(&mut self, word: &'a str) -> Option<Range<usize>> {
        // Older texts write a hyphen where dictionaries have none: “co-ordinated”.
        if word.contains(HYPHENS)
            && self.lexicon.dictionary.knows(&word.replace(HYPHENS, ""))
        {
            return None;
        }
        let mut at = 0;
        for piece in word.split_inclusive(HYPHENS) {
            let start = at;
            at += piece.len();
            let piece = piece.trim_end_matches(HYPHENS);
            if piece.len() < word.len() && self.knows(piece) {
                continue;
            }
            // What an article or a possessive joins: “l’article”, “Kosovo’s”.
            let joined = piece.rfind(APOSTROPHES).map(|mark| piece.split_at(mark));
            let is_joined = joined.is_some_and(|(head, tail)| {
                let rest = tail.trim_start_matches(APOSTROPHES);
                let word = if rest == "s" || rest.is_empty() { head } else { rest };
                self.knows(word)
            });
            if !is_joined {
                return Some(start..start + piece.len());
            }
        }
        None
    }

    fn knows(&mut self, word: &'a str) -> bool {
        self.lexicon.dictionary.knows(word)
            || !word.contains(HYPHENS) && is_no_word(word)
            || self.is_own(word)
            || written::without_prefix(self.language, word)
                .is_some_and(|rest| self.lexicon.dictionary.knows(rest))
            || self.names().contains(word)
    }

    /// Whether it is one of the drafter's words, or of this draft, in its own letters or
    /// with a capital that begins a sentence.
    fn is_own(&self, word: &str) -> bool {
        let has = |word: &str| {
            self.lexicon.own.contains(word)
                || self.resolution.words.iter().any(|own| own == word)
        };
        has(word) || has(&word.to_lowercase())
    }

    /// The known words that are one slip away, likelier slips first.
    pub(super) fn near(&mut self, word: &str) -> Vec<String> {
        let mut near = self.lexicon.dictionary.near(word);
        let own = self.lexicon.own;
        let own = own.iter().map(String::as_str).chain(self.names().iter().copied());
        for name in own.filter(|name| is_one_slip(word, name)) {
            if !near.iter().any(|known| known == name) {
                near.push(name.to_owned());
            }
        }
        near
    }

    fn names(&mut self) -> &BTreeSet<&'a str> {
        self.names.get_or_insert_with(|| names(self.passages, self.resolution))
    }
}

/// What no dictionary lists: figures, letters, acronyms, numerals.
fn is_no_word(word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let is_numeral = || word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    let is_suffix = || matches!(word, "bis" | "ter" | "quater" | "quinquies");
    word.chars().count() < 3
        || capitals > 1
        || word.contains(|c: char| c.is_numeric())
        || is_numeral()
        || is_suffix()
}

/// The names of a draft: words that have a capital twice where no sentence begins, and those
/// of its sponsors.
fn names<'a>(passages: &[Passage<'a>], resolution: &'a Resolution) -> BTreeSet<&'a str> {
    let mut seen: BTreeSet<&str> = BTreeSet::default();
    let mut names: BTreeSet<&str> = BTreeSet::default();
    for passage in passages {
        let text = passage.text();
        for word in scan::words(text) {
            if !begins_sentence(text, word.start) {
                let word = text.get(word).unwrap_or_default();
                let whole = word.contains(APOSTROPHES).then_some(word);
                let pieces =
                    word.split(|c| HYPHENS.contains(&c) || APOSTROPHES.contains(&c));
                let parts = whole.into_iter().chain(pieces);
                for name in parts.filter(|piece| piece.starts_with(char::is_uppercase)) {
                    if !seen.insert(name) {
                        names.insert(name);
                    }
                }
            }
        }
    }
    let sponsors = resolution.sponsors.list.iter().map(|sponsor| sponsor.name.as_str());
    let sponsors = sponsors.chain(resolution.sponsors.on_behalf_of.as_deref());
    let words = sponsors.flat_map(|name| name.split(|c: char| !c.is_alphabetic()));
    names.extend(words.filter(|word| !word.is_empty()));
    names
}

/// Whether a sentence begins at a place.
pub(super) fn begins_sentence(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    let head = head.trim_end_matches(|c: char| c.is_whitespace() || "“«(\"[".contains(c));
    head.is_empty() || head.ends_with(['.', ':', '?', '!'])
}

/// Takes out the unknown words that another rule corrects already.
pub(super) fn spare_corrected(diagnostics: &mut Vec<Diagnostic>) {
    let is_unknown = |found: &Diagnostic| found.rule.name == "unknown-word";
    if !diagnostics.iter().any(is_unknown) {
        return;
    }
    let others = diagnostics.iter().filter(|found| !is_unknown(found));
    let fixes = others.flat_map(|found| &found.fixes).flat_map(|fix| &fix.edits);
    let corrected: Vec<TextRange> =
        fixes.map(|edit| edit.range).filter(|range| !range.is_empty()).collect();
    let overlaps = |one: TextRange, other: &TextRange| {
        one.start() < other.end() && other.start() < one.end()
    };
    diagnostics.retain(|found| {
        !is_unknown(found) || !corrected.iter().any(|range| overlaps(found.range, range))
    });
}

/// A few of the words that may be meant, as the United Nations writes them: those of the
/// draft first, then those of its other texts.
pub(super) fn suggestions(draft: &Draft, near: &[String]) -> Vec<String> {
    const MOST: usize = 5;
    let is_english = draft.resolution.language == Language::En;
    let mut forms: Vec<String> = Vec::new();
    for word in near {
        let form = if is_english { as_written(word) } else { word.clone() };
        if !forms.contains(&form) {
            forms.push(form);
        }
    }
    let language = draft.resolution.language;
    forms.sort_by_key(|form| {
        (!stands_in(draft, form), !written::is_written(language, form))
    });
    forms.truncate(MOST);
    forms
}

/// The word as the table of spellings has it: “organization” for “organisation”.
fn as_written(word: &str) -> String {
    let found = ENGLISH.find(word);
    let whole = found.iter().find(|found| found.range == (0..word.len()));
    let right = whole.and_then(|found| found.entry.right.first());
    right.map_or_else(|| word.to_owned(), |right| carry_case(word, right))
}

/// Words that may be meant by one that has no known word near it: the nearest that the
/// draft has, and the nearest that texts of the United Nations have.
pub fn likely_words(draft: &Draft, word: &str) -> Vec<String> {
    let passages = Passage::all(draft);
    let texts = passages.iter().map(|passage| passage.text());
    let own = texts.flat_map(|text| scan::words(text).filter_map(|word| text.get(word)));
    let own = nearest(word, own.filter(|own| *own != word));
    let written = nearest(word, written::words(draft.resolution.language));
    suggestions(
        draft,
        &own.into_iter().chain(written).map(str::to_owned).collect::<Vec<_>>(),
    )
}

/// Whether a word stands in the draft, whole.
pub(super) fn stands_in(draft: &Draft, word: &str) -> bool {
    let text = draft.source.text();
    let is_whole = |at: &usize| {
        scan::begins_word(text, *at) && scan::ends_word(text, at + word.len())
    };
    text.match_indices(word).any(|(at, _)| is_whole(&at))
}
