//! Spelling: what the United Nations writes for what drafts write.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{read_table, rows};

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
    /// Every form, by the hash of its first word.
    forms: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    first_word: u64,
    entry: usize,
    /// Which longer name of the entry it is; none is the wrong form itself.
    exception: Option<usize>,
}

/// Spelling in English.
pub static ENGLISH: LazyLock<Spelling> = LazyLock::new(|| {
    let groups: Vec<Group> = read_table(include_str!("languages/en/spelling.yaml"));
    Spelling::new(groups.into_iter().flat_map(Group::entries).collect())
});

impl Spelling {
    /// Makes a table of entries searchable.
    pub fn new(entries: Vec<SpellingEntry>) -> Self {
        let mut forms = Vec::with_capacity(entries.len());
        for (index, entry) in entries.iter().enumerate() {
            let mut add = |exception, text: &str| {
                let first_word = words(text).next().map_or(0, |word| hash(text, word));
                forms.push(Form { first_word, entry: index, exception });
            };
            add(None, &entry.wrong);
            for (place, name) in entry.except.iter().enumerate() {
                add(Some(place), name);
            }
        }
        forms.sort_by_key(|form| form.first_word);
        Self { entries, forms }
    }

    /// Every entry, in the order of the table.
    pub fn entries(&self) -> &[SpellingEntry] {
        &self.entries
    }

    /// The misspelt forms in `text`, in order; of two that overlap, the one that
    /// begins first, and of two that begin together, the longer.
    pub fn find(&self, text: &str) -> Vec<Misspelling<'_>> {
        let mut misspellings = Vec::new();
        let mut end = 0;
        for word in words(text) {
            if word.start < end {
                continue;
            }
            let Some((range, form)) = self.longest(text, word) else { continue };
            end = range.end;
            if form.exception.is_none() {
                misspellings
                    .push(Misspelling { range, entry: &self.entries[form.entry] });
            }
        }
        misspellings
    }

    /// The longest form that begins with a word of the text.
    fn longest(&self, text: &str, word: Range<usize>) -> Option<(Range<usize>, &Form)> {
        let first_word = hash(text, word.clone());
        let from = self.forms.partition_point(|form| form.first_word < first_word);
        self.forms
            .iter()
            .skip(from)
            .take_while(|form| form.first_word == first_word)
            .map(|form| (word.start..word.start + self.text(form).len(), form))
            .filter(|(range, form)| {
                let found = text.get(range.clone());
                found.is_some_and(|found| found.eq_ignore_ascii_case(self.text(form)))
                    && is_whole_word(text, range)
            })
            .max_by_key(|(range, _)| range.end)
    }

    fn text(&self, form: &Form) -> &str {
        let entry = &self.entries[form.entry];
        form.exception.map_or(&entry.wrong, |place| &entry.except[place])
    }
}

/// The unbroken runs of letters and figures: a form begins where one begins.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..)?;
        let start = at + rest.find(joins)?;
        let run = text.get(start..)?;
        at = start + run.find(|letter| !joins(letter)).unwrap_or(run.len());
        Some(start..at)
    })
}

/// Whether a character is part of the word beside it.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// FNV-1a, without regard to case.
fn hash(text: &str, word: Range<usize>) -> u64 {
    let bytes = text.as_bytes().get(word).unwrap_or_default();
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Whether the range is a word or words of the text, and no part of an address.
///
/// A hyphen ends a word: `labor-intensive` is misspelt too.
fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or_default();
    let after = text.get(range.end..).unwrap_or_default();
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
    #[serde(deserialize_with = "rows::read")]
    words: Vec<Word>,
}

struct Word {
    wrong: Vec<String>,
    right: Vec<String>,
    except: Vec<String>,
}

/// Reads `labor: labour | Labor Party`.
impl FromStr for Word {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let [forms, except] = rows::columns(row)?;
        let (wrong, right) = forms.split_once(": ").ok_or("no right form")?;
        let [wrong, right, except] =
            [wrong, right, except].map(|text| rows::list(text, ','));
        Ok(Self { wrong, right, except })
    }
}

impl Group {
    /// The group with every ending written out.
    fn entries(self) -> Vec<SpellingEntry> {
        let mut entries = Vec::new();
        for word in &self.words {
            for wrong in &word.wrong {
                entries.extend(self.endings.iter().map(|ending| {
                    SpellingEntry {
                        wrong: [wrong.as_str(), ending].concat(),
                        right: word
                            .right
                            .iter()
                            .map(|it| [it.as_str(), ending].concat())
                            .collect(),
                        is_certain: self.certain,
                        except: word.except.clone(),
                        source: self.source.clone(),
                    }
                }));
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
