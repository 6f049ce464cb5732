//! Words that texts of the United Nations write and dictionaries lack: those of the tables,
//! and those of a list of their own.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;
use serde::Deserialize;

use super::opening_phrases::Part;
use super::{Conventions, Language, instruments, organs, read_table, spelling, states};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(rename = "source")]
    _source: String,
    /// With spaces or line breaks between them.
    words: String,
    /// What is written before other words: “multi” in “multipartite”.
    prefixes: String,
}

/// The words of one language.
struct Written {
    words: FxHashSet<String>,
    prefixes: Vec<String>,
}

static ENGLISH: LazyLock<Written> = LazyLock::new(|| {
    let mut written = Written::read(include_str!("languages/en/words.yaml"));
    for state in states::all() {
        let former = state.former.iter().map(|former| &former.name);
        let now = [&state.name, &state.text].into_iter().chain(&state.formal);
        now.chain(former).for_each(|name| written.add(name));
    }
    for entry in spelling::ENGLISH.entries() {
        entry.right.iter().chain(&entry.except).for_each(|form| written.add(form));
    }
    for organ in organs::all() {
        written.add(&organ.name);
    }
    for instrument in instruments::all() {
        instrument
            .title
            .iter()
            .chain(&instrument.short)
            .for_each(|name| written.add(name));
    }
    instruments::titles().for_each(|title| written.add(title));
    written.add_openings(Language::En);
    written
});

static FRENCH: LazyLock<Written> = LazyLock::new(|| {
    let mut written = Written::read(include_str!("languages/fr/words.yaml"));
    written.add_openings(Language::Fr);
    written
});

impl Written {
    fn read(yaml: &str) -> Self {
        let table: Table = read_table(yaml);
        let prefixes = table.prefixes.split_whitespace().map(str::to_owned).collect();
        let mut written = Self { words: FxHashSet::default(), prefixes };
        written.add(&table.words);
        written
    }

    fn add(&mut self, text: &str) {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        self.words.extend(words.map(str::to_owned));
    }

    fn add_openings(&mut self, language: Language) {
        for part in [Part::Preambular, Part::Operative] {
            for entry in Conventions::of(language).openings().entries(part) {
                self.add(&entry.phrase);
            }
        }
    }
}

fn of(language: Language) -> Option<&'static Written> {
    match language {
        Language::En => Some(&ENGLISH),
        Language::Fr => Some(&FRENCH),
        Language::Es | Language::Ru | Language::Zh | Language::Ar => None,
    }
}

/// Whether texts write this word, as it is written or in small letters.
pub fn is_written(language: Language, word: &str) -> bool {
    let has = |written: &Written| {
        written.words.contains(word) || written.words.contains(&word.to_lowercase())
    };
    of(language).is_some_and(has)
}

/// The words that texts write, in the order of the alphabet.
pub fn words(language: Language) -> impl Iterator<Item = &'static str> {
    let words = of(language).into_iter().flat_map(|written| &written.words);
    words.map(String::as_str).collect::<BTreeSet<&str>>().into_iter()
}

/// The word without a part that is written before other words: “partite” of
/// “multipartite”.
pub fn without_prefix(language: Language, word: &str) -> Option<&str> {
    let prefixes =
        of(language).map(|written| written.prefixes.iter()).unwrap_or_default();
    prefixes.into_iter().find_map(|prefix| {
        let head = word.get(..prefix.len())?;
        let rest = word.get(prefix.len()..)?;
        let is_long = rest.chars().count() >= SHORTEST_REST;
        (head.eq_ignore_ascii_case(prefix) && is_long).then_some(rest)
    })
}

/// Less than this behind a prefix is chance.
const SHORTEST_REST: usize = 5;
