//! See [`Settings`].

mod desk;
mod written;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::lint::profiles::{self, Adjustments, Loudness, Profile};
use crate::lint::{House, Selection, rules};
use crate::text::nearest;
use written::{Pair, Written};

use desk::SPELLINGS;
pub use desk::{Binding, DeskSettings, Form, Spelling, ThemeName};
pub use written::{Place, Word};

/// What the file is called.
pub const FILE_NAME: &str = "zerodraft.yaml";

/// A settings file is a page of text; a larger one is something else.
const MOST_BYTES: u64 = 1024 * 1024;

/// What a drafter says in `zerodraft.yaml`, found upward from the draft.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    profile: Option<&'static Profile>,
    adjustments: Adjustments,
    house: Option<Arc<House>>,
    /// Whether words are looked up in a dictionary, where it is said.
    pub spelling: Option<Spelling>,
    words: BTreeSet<String>,
    /// What is said of the desk.
    pub desk: DeskSettings,
}

/// What is wrong with a setting, and where.
pub type Fault = (Place, String);

/// What is wrong with a settings file: each fault with its place, one to a line.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}", faults.join("\n"))]
pub struct SettingsError {
    faults: Vec<String>,
}

impl SettingsError {
    /// The faults of a file, in the order in which they stand in it.
    pub fn new(file: &str, mut faults: Vec<Fault>) -> Self {
        faults.sort_by_key(|(place, _)| *place);
        let faults = faults.iter().map(|(Place { line, column }, message)| {
            format!("{file}:{line}:{column}: {message}")
        });
        Self { faults: faults.collect() }
    }

    /// The first fault, and how many more there are: one line.
    pub fn first(&self) -> String {
        let first = self.faults.first().map_or("", String::as_str);
        match self.faults.len() {
            0 | 1 => first.to_owned(),
            count => format!("{first} (and {} more)", count - 1),
        }
    }
}

/// The settings file for drafts in a folder: in it, or in the nearest folder above.
pub fn find(folder: &Path) -> Option<PathBuf> {
    let folder = std::path::absolute(folder).ok()?;
    let mut files = folder.ancestors().map(|folder| folder.join(FILE_NAME));
    let file = files.find(|file| file.is_file())?;
    // Named as one would name it from here.
    let here = std::env::current_dir().ok();
    let near = here.and_then(|here| Some(file.strip_prefix(here).ok()?.to_owned()));
    Some(near.unwrap_or(file))
}

/// The folder in which a draft lies; a draft without a name is written where we stand.
pub fn folder_of(draft: Option<&Path>) -> PathBuf {
    let folder = draft.and_then(Path::parent);
    folder
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
        .to_owned()
}

impl Settings {
    /// Reads a settings file.
    pub fn read(file: &Path) -> Result<Self, SettingsError> {
        let name = file.display().to_string();
        let yaml = text(file).map_err(|cause| SettingsError {
            faults: vec![format!("cannot read “{name}”: {cause}")],
        })?;
        Self::parse(&yaml, &name)
    }

    /// Reads settings; `name` is the file as messages call it.
    pub fn parse(yaml: &str, name: &str) -> Result<Self, SettingsError> {
        let mut reader = Reader { name, faults: Vec::new() };
        let written = match Written::read(yaml) {
            Ok(written) => written,
            Err((place, message)) => {
                reader.fault(place, message);
                return reader.end(Self::default());
            }
        };
        let settings = reader.settings(written);
        reader.end(settings)
    }

    /// The selection with what the settings say, under what was said by hand.
    #[must_use]
    pub fn lay_under(&self, selection: Selection) -> Selection {
        Selection {
            profile: selection.profile.or(self.profile),
            adjustments: self.adjustments.clone(),
            house: self.house.clone(),
            is_spelt: selection.is_spelt || self.spelling == Some(Spelling::On),
            words: Arc::new(selection.words.union(&self.words).cloned().collect()),
            ..selection
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "settings are read here, and errors name them"
)]
fn text(file: &Path) -> Result<String, String> {
    let size = std::fs::metadata(file).map_err(|error| error.to_string())?.len();
    if size > MOST_BYTES {
        return Err(format!("it has {size} bytes; settings have at most {MOST_BYTES}"));
    }
    std::fs::read_to_string(file).map_err(|error| error.to_string())
}

struct Reader<'a> {
    name: &'a str,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    /// The settings, if nothing is wrong with them; else the faults in the order of the file.
    fn end(self, settings: Settings) -> Result<Settings, SettingsError> {
        if self.faults.is_empty() {
            return Ok(settings);
        }
        Err(SettingsError::new(self.name, self.faults))
    }

    fn settings(&mut self, written: Written) -> Settings {
        for key in &written.unknown {
            self.unknown(key, "setting", written::KEYS.iter().copied());
        }
        let profile = written.profile.and_then(|name| self.profile(&name));
        let mut adjustments = Adjustments::default();
        for (family, word) in written.families {
            if let (Some(family), Some(loudness)) =
                (self.family(&family), self.loudness(&word))
            {
                adjustments.families.insert(family, loudness);
            }
        }
        for (rule, word) in written.rules {
            if let (Some(rule), Some(loudness)) = (self.rule(&rule), self.loudness(&word))
            {
                adjustments.rules.insert(rule, loudness);
            }
        }
        let house = self.house(written.terms, written.names);
        let spelling = self.one_of(written.spelling, "way of spelling", SPELLINGS);
        let words = written.words.into_iter().map(|word| word.text).collect();
        let desk = self.desk(written.desk);
        let house = house.map(Arc::new);
        Settings { profile, adjustments, house, spelling, words, desk }
    }

    fn profile(&mut self, name: &Word) -> Option<&'static Profile> {
        let profile = profiles::named(&name.text);
        if profile.is_none() {
            self.unknown(name, "profile", profiles::NAMES.iter().copied());
        }
        profile
    }

    fn rule(&mut self, name: &Word) -> Option<String> {
        let rule = rules::named(&name.text);
        if rule.is_none() {
            self.unknown(name, "rule", rules::ALL.iter().map(|rule| rule.name));
        }
        rule.map(|rule| rule.name.to_owned())
    }

    fn family(&mut self, name: &Word) -> Option<crate::lint::Family> {
        let mut families = rules::ALL.iter().map(|rule| rule.family);
        let family = families.find(|family| family.word() == name.text);
        if family.is_none() {
            self.unknown(
                name,
                "family",
                rules::ALL.iter().map(|rule| rule.family.word()),
            );
        }
        family
    }

    fn loudness(&mut self, word: &Word) -> Option<Loudness> {
        let found = Loudness::WORDS.iter().find(|(name, _)| *name == word.text);
        if found.is_none() {
            let names: Vec<&str> =
                Loudness::WORDS.iter().map(|(name, _)| *name).collect();
            let message = format!(
                "“{}” is not how loud a rule is: {}",
                word.text,
                names.join(", ")
            );
            self.fault(word.place, message);
        }
        found.map(|(_, loudness)| *loudness)
    }

    fn house(&mut self, terms: Vec<Pair>, names: Vec<Word>) -> Option<House> {
        for (wrong, _) in terms.iter().filter(|(wrong, _)| wrong.text.trim().is_empty()) {
            self.fault(wrong.place, "a term has a wrong form");
        }
        for name in names.iter().filter(|name| name.text.trim().is_empty()) {
            self.fault(name.place, "a name has letters");
        }
        let terms: Vec<_> =
            terms.into_iter().map(|(wrong, right)| (wrong.text, right.text)).collect();
        let names: Vec<_> = names.into_iter().map(|name| name.text).collect();
        (!terms.is_empty() || !names.is_empty()).then(|| House::new(&terms, &names))
    }

    fn unknown<'b>(
        &mut self,
        word: &Word,
        what: &str,
        names: impl Iterator<Item = &'b str>,
    ) {
        let hint = nearest(&word.text, names)
            .map_or_else(String::new, |near| format!("; did you mean “{near}”?"));
        self.fault(
            word.place,
            format!("there is no {what} called “{}”{hint}", word.text),
        );
    }

    fn fault(&mut self, place: Place, message: impl Into<String>) {
        self.faults.push((place, message.into()));
    }
}
