//! Settings as they are written: words with their places, so that a fault can be shown.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_yaml::Spanned;

/// What can be set.
pub(super) const KEYS: &[&str] =
    &["profile", "families", "rules", "terms", "names", "spelling", "words", "desk"];

/// A settings file, before its names are looked up.
#[derive(Default)]
pub(super) struct Written {
    pub(super) profile: Option<Word>,
    pub(super) families: Vec<Pair>,
    pub(super) rules: Vec<Pair>,
    /// Wrong forms with the right ones.
    pub(super) terms: Vec<Pair>,
    pub(super) names: Vec<Word>,
    pub(super) spelling: Option<Word>,
    pub(super) words: Vec<Word>,
    pub(super) desk: WrittenDesk,
    /// Keys that are none of ours.
    pub(super) unknown: Vec<Word>,
}

/// What is said of the desk.
#[derive(Default)]
pub(super) struct WrittenDesk {
    pub(super) theme: Option<Word>,
    pub(super) numbering: Option<Word>,
    pub(super) form: Option<Word>,
    pub(super) spelling: Option<Word>,
    /// Actions with their keys.
    pub(super) keys: Vec<Pair>,
    /// Keys that are none of ours.
    pub(super) unknown: Vec<Word>,
}

impl WrittenDesk {
    /// What can be said of it.
    pub(super) const KEYS: &[&str] = &["theme", "numbering", "form", "spelling", "keys"];
}

/// A word of the file, and where it stands.
#[derive(Debug, Clone)]
pub struct Word {
    /// The word.
    pub text: String,
    /// Where it begins.
    pub place: Place,
}

/// A name and its value.
pub(super) type Pair = (Word, Word);

/// A line and a column, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line.
    pub line: u64,
    /// The column, in characters.
    pub column: u64,
}

impl Written {
    /// Reads a file, or says where YAML stumbles. An empty one sets nothing.
    pub(super) fn read(yaml: &str) -> Result<Self, (Place, String)> {
        let is_bare = |line: &str| line.trim().is_empty() || line.starts_with('#');
        if yaml.lines().all(is_bare) {
            return Ok(Self::default());
        }
        serde_yaml::from_str(yaml).map_err(|error| {
            let message = error.without_snippet().to_string();
            let message = message.lines().next().unwrap_or_default();
            let message = message.split(" at line ").next().unwrap_or_default();
            let place = error
                .location()
                .map_or(Place { line: 1, column: 1 }, |at| place(at.line(), at.column()));
            (place, remedy(message.trim_start_matches("error: ")).to_owned())
        })
    }
}

/// What to write, where YAML says only which sign it wanted.
fn remedy(message: &str) -> &str {
    match message {
        "expected mapping start" => {
            "here stand names with a value each, such as “doubled-word: off”, without “- ”"
        }
        "expected sequence start" => {
            "here stands a list: one on each line, with “- ” before it"
        }
        other => other,
    }
}

fn place(line: u64, column: u64) -> Place {
    Place { line: line.max(1), column: column.max(1) }
}

impl From<Spanned<String>> for Word {
    fn from(spanned: Spanned<String>) -> Self {
        let at = spanned.referenced;
        Self { text: spanned.value, place: place(at.line(), at.column()) }
    }
}

impl<'de> Deserialize<'de> for Written {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries)
    }
}

struct Entries;

impl<'de> Visitor<'de> for Entries {
    type Value = Written;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "settings, such as “profile: mun”")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Written, A::Error> {
        let mut written = Written::default();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let key = Word::from(key);
            match key.text.as_str() {
                "profile" => {
                    written.profile = Some(map.next_value::<Spanned<String>>()?.into());
                }
                "families" => written.families = map.next_value::<Pairs>()?.0,
                "rules" => written.rules = map.next_value::<Pairs>()?.0,
                "terms" => written.terms = map.next_value::<Pairs>()?.0,
                "desk" => written.desk = map.next_value()?,
                "names" => written.names = list(map.next_value()?),
                "words" => written.words = list(map.next_value()?),
                "spelling" => {
                    written.spelling = Some(map.next_value::<Spanned<String>>()?.into());
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    written.unknown.push(key);
                }
            }
        }
        Ok(written)
    }
}

fn list(words: Vec<Spanned<String>>) -> Vec<Word> {
    words.into_iter().map(Word::from).collect()
}

impl<'de> Deserialize<'de> for WrittenDesk {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(DeskEntries)
    }
}

struct DeskEntries;

impl<'de> Visitor<'de> for DeskEntries {
    type Value = WrittenDesk;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "what is said of the desk, such as “theme: dark”")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<WrittenDesk, A::Error> {
        let mut written = WrittenDesk::default();
        while let Some(key) = map.next_key::<Spanned<String>>()? {
            let key = Word::from(key);
            let one = match key.text.as_str() {
                "theme" => &mut written.theme,
                "numbering" => &mut written.numbering,
                "form" => &mut written.form,
                "spelling" => &mut written.spelling,
                "keys" => {
                    written.keys = map.next_value::<Pairs>()?.0;
                    continue;
                }
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    written.unknown.push(key);
                    continue;
                }
            };
            *one = Some(map.next_value::<Spanned<String>>()?.into());
        }
        Ok(written)
    }
}

/// The entries of a map of words, in the order of the file.
struct Pairs(Vec<Pair>);

impl<'de> Deserialize<'de> for Pairs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(PairsVisitor)
    }
}

struct PairsVisitor;

impl<'de> Visitor<'de> for PairsVisitor {
    type Value = Pairs;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "names with a value each, such as “doubled-word: off”")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Pairs, A::Error> {
        let mut pairs = Vec::new();
        while let Some((name, value)) =
            map.next_entry::<Spanned<String>, Spanned<String>>()?
        {
            pairs.push((name.into(), value.into()));
        }
        Ok(Pairs(pairs))
    }
}
