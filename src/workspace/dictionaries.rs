//! Finding and reading the dictionaries of the computer. None comes with the program.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::drafts::read_bytes;
use super::folders;
use crate::conventions::{Language, written};
use crate::text::{Dictionary, DictionaryError};

/// The largest file of a dictionary; a larger one is something else.
const MOST_BYTES: u64 = 32 * 1024 * 1024;

/// Why there is no dictionary for a language.
#[derive(Debug, Clone, thiserror::Error)]
pub enum LackOfDictionary {
    /// The words of the language do not stand apart.
    #[error("there are no dictionaries of {0}; its spelling is not checked")]
    NoSuchThing(&'static str),
    /// The computer has none.
    #[error("no dictionary of {language} was found; {remedy}")]
    NotFound {
        /// The language.
        language: &'static str,
        /// How to get one.
        remedy: String,
    },
    /// There is one that cannot be read.
    #[error("cannot use the dictionary “{path}”: {cause}")]
    Unreadable {
        /// Its file of endings.
        path: String,
        /// Why.
        cause: String,
    },
    /// There is one that is not as dictionaries are.
    #[error("cannot use the dictionary “{path}”: {cause}; install it anew")]
    Broken {
        /// Its file of endings.
        path: String,
        /// Why.
        #[source]
        cause: DictionaryError,
    },
}

impl LackOfDictionary {
    /// Whether nothing is to be done about it.
    pub fn is_natural(&self) -> bool {
        matches!(self, Self::NoSuchThing(_))
    }
}

/// A dictionary, or why there is none.
pub type Looked = Result<Arc<Dictionary>, LackOfDictionary>;

/// The dictionaries that were asked for, each read once.
#[derive(Debug, Default)]
pub struct Dictionaries {
    read: Mutex<BTreeMap<Language, Looked>>,
}

impl Dictionaries {
    /// The best dictionary of a language.
    pub fn of(&self, language: Language) -> Looked {
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        read.entry(language).or_insert_with(|| open(language)).clone()
    }
}

/// Reads the best dictionary of a language that the computer has. The words that texts of
/// the United Nations write are known to it too.
pub fn open(language: Language) -> Looked {
    let names = names(language);
    if names.is_empty() {
        return Err(LackOfDictionary::NoSuchThing(language.name()));
    }
    let endings = find(language, names).ok_or_else(|| LackOfDictionary::NotFound {
        language: language.name(),
        remedy: remedy(language),
    })?;
    let path = endings.display().to_string();
    let bytes = |file: &Path| {
        bytes(file)
            .map_err(|cause| LackOfDictionary::Unreadable { path: path.clone(), cause })
    };
    let words = bytes(&endings.with_extension("dic"))?;
    let read = Dictionary::read(&bytes(&endings)?, &words)
        .map_err(|cause| LackOfDictionary::Broken { path: path.clone(), cause })?;
    Ok(Arc::new(read.knowing_also(move |word| written::is_written(language, word))))
}

fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let size = std::fs::metadata(file).map_err(|error| error.to_string())?.len();
    if size > MOST_BYTES {
        return Err(format!(
            "it has {size} bytes; dictionaries have at most {MOST_BYTES}"
        ));
    }
    read_bytes(file).map_err(|error| error.to_string())
}

/// What dictionaries of a language are called, the best first. Of English the spelling of
/// Oxford is that of the United Nations.
fn names(language: Language) -> &'static [&'static str] {
    match language {
        Language::En => {
            &["en_gb_oxendict", "en_gb_oed", "en_gb_ize", "en_gb", "en_us", "en"]
        }
        Language::Fr => &["fr_fr", "fr", "fr_ch", "fr_be"],
        Language::Es => &["es_es", "es", "es_mx"],
        Language::Ru => &["ru_ru", "ru"],
        Language::Ar => &["ar"],
        Language::Zh => &[],
    }
}

/// The file of endings of the best dictionary: one that is named, or else one of any land
/// where the language is spoken.
fn find(language: Language, names: &[&str]) -> Option<PathBuf> {
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    for folder in folders::dictionaries() {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        files.sort();
        found.extend(files.into_iter().filter_map(|file| {
            let is_whole = file.extension().is_some_and(|ending| ending == "aff")
                && file.with_extension("dic").is_file();
            let name = file.file_stem()?.to_str()?.to_lowercase().replace('-', "_");
            let begins = name.strip_prefix(language.code());
            let fits =
                begins.is_some_and(|rest| rest.is_empty() || rest.starts_with('_'));
            (is_whole && fits).then_some((name, file))
        }));
    }
    let best =
        names.iter().find_map(|name| found.iter().find(|(other, _)| other == name));
    best.or(found.first()).map(|(_, file)| file.clone())
}

/// How to get a dictionary on this system.
fn remedy(language: Language) -> String {
    let (package, file) = match language {
        Language::En => ("hunspell-en-gb", "en_GB"),
        Language::Fr => ("hunspell-fr", "fr"),
        Language::Es => ("hunspell-es", "es_ES"),
        Language::Ru => ("hunspell-ru", "ru_RU"),
        Language::Ar => ("hunspell-ar", "ar"),
        Language::Zh => ("", ""),
    };
    let folder = folders::own_dictionaries().map_or_else(String::new, |folder| {
        format!("put {file}.aff and {file}.dic into “{}”", folder.display())
    });
    if cfg!(any(target_os = "macos", windows)) {
        format!("install LibreOffice, which brings one, or {folder}")
    } else {
        format!("install {package}, as Debian and Ubuntu call it, or {folder}")
    }
}
