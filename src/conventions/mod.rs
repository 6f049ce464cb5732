//! What the United Nations writes, kept as tables.
//!
//! Every table is a YAML file beside the Rust file that reads it, and is compiled into the
//! program: a broken table fails the tests, never a drafter's session. Its long lists are
//! blocks of rows, which are quick to read; a list of thousands of facts is a sorted
//! `.tsv`, searched without being parsed.
//!
//! To add an opening phrase, a spelling, a State or an instrument, add its line to the
//! table; to add an organ, see [`organs`].

pub mod amendments;
pub(crate) mod binding;
pub mod calendar;
pub mod fixed_names;
pub mod instruments;
pub mod labels;
mod language;
pub mod membership;
pub mod numbering;
pub mod opening_phrases;
pub mod organs;
pub mod phrases;
pub mod references;
mod rows;
pub mod sessions;
pub mod spelling;
pub mod states;
pub mod symbols;
pub mod vocabulary;
pub mod wording;
pub mod written;

pub use language::Language;

use std::sync::LazyLock;

use labels::Labels;
use opening_phrases::OpeningPhrases;

/// The tables of one language. Each is read when it is first asked for.
#[derive(Debug)]
pub struct Conventions {
    /// The language they are for.
    pub language: Language,
    openings: LazyLock<OpeningPhrases>,
    labels: LazyLock<Labels>,
}

macro_rules! languages {
    ($($name:ident = $code:literal),* $(,)?) => {
        static ALL: [Conventions; Language::ALL.len()] = [$(Conventions {
            language: Language::$name,
            openings: LazyLock::new(|| OpeningPhrases::read(
                include_str!(concat!("languages/", $code, "/opening_phrases.yaml")),
            )),
            labels: LazyLock::new(|| read_table(
                include_str!(concat!("languages/", $code, "/labels.yaml")),
            )),
        }),*];
    };
}

languages! { En = "en", Fr = "fr", Es = "es", Ru = "ru", Zh = "zh", Ar = "ar" }

impl Conventions {
    /// The tables of a language.
    pub fn of(language: Language) -> &'static Self {
        &ALL[language as usize]
    }

    /// The words that open paragraphs.
    pub fn openings(&self) -> &OpeningPhrases {
        &self.openings
    }

    /// The words of the page.
    pub fn labels(&self) -> &Labels {
        &self.labels
    }
}

/// Reads a table that was compiled in.
#[expect(
    clippy::expect_used,
    reason = "the tables are ours and every one is read by a test"
)]
fn read_table<T: serde::de::DeserializeOwned>(yaml: &str) -> T {
    serde_yaml::from_str(yaml).expect("a compiled-in table is well formed")
}
