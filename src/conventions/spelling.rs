//! Spelling: what the United Nations writes for what drafts write.

use std::ops::Range;
use std::str::FromStr;
use std::sync::LazyLock;

use serde::Deserialize;

use super::vocabulary::{Letters, Vocabulary, Word, words};
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
    forms: Vocabulary,
    /// What each form is: the wrong form of an entry, or a longer name of one.
    meanings: Vec<Form>,
}

#[derive(Debug)]
struct Form {
    entry: usize,
    is_wrong: bool,
}

/// Spelling in English.
pub static ENGLISH: LazyLock<Spelling> = LazyLock::new(|| {
    let groups: Vec<Group> = read_table(include_str!("languages/en/spelling.yaml"));
    Spelling::new(groups.into_iter().flat_map(Group::entries).collect())
});

impl Spelling {
    /// Makes a table of entries searchable.
    pub fn new(entries: Vec<SpellingEntry>) -> Self {
        let (mut forms, mut meanings) = (Vec::new(), Vec::new());
        for (index, entry) in entries.iter().enumerate() {
            forms.push(entry.wrong.clone());
            forms.extend_from_slice(&entry.except);
            meanings.push(Form { entry: index, is_wrong: true });
            let name = || Form { entry: index, is_wrong: false };
            meanings.extend(std::iter::repeat_with(name).take(entry.except.len()));
        }
        Self { entries, forms: Vocabulary::new(forms, Letters::Any), meanings }
    }

    /// Every entry, in the order of the table.
    pub fn entries(&self) -> &[SpellingEntry] {
        &self.entries
    }

    /// The misspelt forms in `text`, in order; of two that overlap, the one that
    /// begins first, and of two that begin together, the longer.
    pub fn find(&self, text: &str) -> Vec<Misspelling<'_>> {
        self.find_among(text, &words(text))
    }

    /// The same, where the words of the text are read already.
    pub fn find_among(&self, text: &str, words: &[Word]) -> Vec<Misspelling<'_>> {
        let found = self.forms.find(text, words, |range| is_whole_word(text, range));
        let misspelt = found.filter_map(|(range, place)| {
            let form = self.meanings.get(place).filter(|form| form.is_wrong)?;
            Some(Misspelling { range, entry: self.entries.get(form.entry)? })
        });
        misspelt.collect()
    }
}

/// Whether a character is part of the word beside it.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
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
    words: Vec<Row>,
}

struct Row {
    wrong: Vec<String>,
    right: Vec<String>,
    except: Vec<String>,
}

/// Reads `labor: labour | Labor Party`.
impl FromStr for Row {
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
