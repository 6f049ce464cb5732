//! Spelling: what the United Nations writes for what drafts write.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use serde::Deserialize;

use super::read_table;

/// One misspelt form with what is written in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpellingEntry {
    /// The form to find, in small letters unless it is a name.
    pub wrong: String,
    /// What to write: one form corrects, several are a choice for the drafter.
    pub right: Vec<String>,
    /// Whether the form is wrong in every sense; otherwise it is only shown.
    pub is_certain: bool,
    /// Longer words and names in which the form is right.
    pub except: Vec<String>,
    /// By whose authority.
    pub source: String,
}

/// A misspelt form at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misspelling<'a> {
    /// Where it stands, in bytes of the text that was searched.
    pub range: Range<usize>,
    /// What it was recognized as.
    pub entry: &'a SpellingEntry,
}

/// The spelling table of one language, ready to search with.
#[derive(Debug)]
pub struct Spelling {
    entries: Vec<SpellingEntry>,
    /// What each form of the automaton stands for.
    forms: Vec<Form>,
    /// Nothing only if the table were too large to compile; then nothing is found.
    automaton: Option<AhoCorasick>,
}

#[derive(Debug, Clone, Copy)]
enum Form {
    /// The wrong form of the entry with this index.
    Wrong(usize),
    /// A longer name in which the form is right.
    Exception,
}

/// Spelling in English.
pub static ENGLISH: LazyLock<Spelling> = LazyLock::new(|| {
    let groups: Vec<Group> = read_table(include_str!("languages/en/spelling.yaml"));
    Spelling::new(groups.into_iter().flat_map(Group::entries).collect())
});

impl Spelling {
    /// Makes a table of entries searchable.
    pub fn new(entries: Vec<SpellingEntry>) -> Self {
        let mut texts = Vec::new();
        let mut forms = Vec::new();
        for (index, entry) in entries.iter().enumerate() {
            texts.push(entry.wrong.as_str());
            forms.push(Form::Wrong(index));
            for name in &entry.except {
                texts.push(name);
                forms.push(Form::Exception);
            }
        }
        let automaton = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(texts)
            .ok();
        Self { entries, forms, automaton }
    }

    /// Every entry, in the order of the table.
    pub fn entries(&self) -> &[SpellingEntry] {
        &self.entries
    }

    /// The misspelt forms in `text`, in order; of two that overlap, the one that
    /// begins first, and of two that begin together, the longer.
    pub fn find(&self, text: &str) -> Vec<Misspelling<'_>> {
        let Some(automaton) = &self.automaton else { return Vec::new() };
        // A longest match may end inside a word where a shorter one does not:
        // all are taken, and judged by their boundaries first.
        let mut matches: Vec<(Range<usize>, Form)> = automaton
            .find_overlapping_iter(text)
            .map(|found| (found.range(), self.forms[found.pattern().as_usize()]))
            .filter(|(range, _)| is_whole_word(text, range))
            .collect();
        matches.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
        let mut misspellings = Vec::new();
        let mut end = 0;
        for (range, form) in matches {
            if range.start < end {
                continue;
            }
            end = range.end;
            if let Form::Wrong(index) = form {
                misspellings.push(Misspelling { range, entry: &self.entries[index] });
            }
        }
        misspellings
    }
}

/// Whether the range is a word or words of the text, and no part of an address.
///
/// A hyphen ends a word: `labor-intensive` is misspelt too.
fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
    let joins = |letter: char| letter.is_alphanumeric() || letter == '_';
    !before.chars().next_back().is_some_and(joins)
        && !after.chars().next().is_some_and(|letter| joins(letter) || letter == '@')
        && !is_inside_address(before)
}

/// Whether the unbroken text that ends `before` belongs to a web or mail address.
fn is_inside_address(before: &str) -> bool {
    // An address is seldom longer; text without any space must not cost its square.
    const LONGEST: usize = 100;
    let letters = before.chars().rev().take(LONGEST);
    let backwards: String =
        letters.take_while(|letter| !letter.is_whitespace()).collect();
    ["//", "@", ".www"].iter().any(|mark| backwards.contains(mark))
}

/// A part of the table as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    source: String,
    #[serde(default = "certain")]
    certain: bool,
    #[serde(default = "bare_form")]
    endings: Vec<String>,
    #[serde(default)]
    pairs: BTreeMap<String, String>,
    #[serde(default)]
    words: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Word {
    wrong: Vec<String>,
    right: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    certain: Option<bool>,
}

impl Group {
    /// The group with every ending written out.
    fn entries(self) -> Vec<SpellingEntry> {
        let pairs = self.pairs.into_iter().map(|(wrong, right)| Word {
            wrong: vec![wrong],
            right: vec![right],
            except: Vec::new(),
            certain: None,
        });
        let mut entries = Vec::new();
        for word in pairs.chain(self.words) {
            for (wrong, ending) in word.wrong.iter().flat_map(|wrong| {
                self.endings.iter().map(move |ending| (wrong, ending.as_str()))
            }) {
                entries.push(SpellingEntry {
                    wrong: format!("{wrong}{ending}"),
                    right: word
                        .right
                        .iter()
                        .map(|right| format!("{right}{ending}"))
                        .collect(),
                    is_certain: word.certain.unwrap_or(self.certain),
                    except: word.except.clone(),
                    source: self.source.clone(),
                });
            }
        }
        entries
    }
}

fn certain() -> bool {
    true
}

fn bare_form() -> Vec<String> {
    vec![String::new()]
}

#[cfg(test)]
mod tests {
    use super::ENGLISH;

    /// Finds in `text` exactly the forms in `expected`, each with what it becomes.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let found: Vec<_> = ENGLISH
            .find(text)
            .into_iter()
            .map(|found| (text.get(found.range).unwrap(), found.entry.right[0].as_str()))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_form_is_found_in_any_case() {
        check(
            "Organisations favor labor; PROGRAM",
            &[
                ("Organisations", "organizations"),
                ("favor", "favour"),
                ("labor", "labour"),
                ("PROGRAM", "programme"),
            ],
        );
    }

    #[test]
    fn a_form_ends_where_a_word_ends() {
        check("programmes, programming, colorimetry, laboratory, reprogram", &[]);
        check("a color-coded map", &[("color", "colour")]);
    }

    #[test]
    fn an_address_is_left_alone() {
        check("program@example.org, www.center.example/percent, ftp://a.org/labor", &[]);
    }

    #[test]
    fn the_longest_form_wins() {
        check("two per cent points", &[("per cent points", "percentage points")]);
    }

    #[test]
    fn a_name_keeps_its_spelling() {
        check("the World Trade Center and a center", &[("center", "centre")]);
        check("the Organisation for Economic Co-operation and Development", &[]);
    }

    #[test]
    fn text_that_is_not_ascii_is_searched() {
        check("“labor”—Türkiye’s center", &[("labor", "labour"), ("center", "centre")]);
        check("élabor colorés", &[]);
    }
}
