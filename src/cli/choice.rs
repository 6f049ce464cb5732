//! Which rules speak, and how loudly, as the arguments say it.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CliError, commands};
use crate::lint::Selection;
use crate::lint::profiles::{self, Profile};
use crate::tui::Keys;
use crate::workspace::settings::{self, DeskSettings, Settings, SettingsError};
use crate::workspace::{folders, own_words};

/// Which rules speak, and how loudly.
#[derive(Debug, clap::Args)]
pub(super) struct Choice {
    /// Judge as this organ or conference does, whatever the organ of the draft.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// Silence a rule.
    #[arg(long, value_name = "RULE")]
    allow: Vec<String>,
    /// Let only this rule speak.
    #[arg(long, value_name = "RULE")]
    only: Vec<String>,
    /// Look up every word in a dictionary of the computer.
    #[arg(long)]
    pub(super) spelling: bool,
    /// The settings, instead of the nearest zerodraft.yaml above each draft.
    #[arg(long, value_name = "FILE", conflicts_with = "no_settings")]
    settings: Option<PathBuf>,
    /// Leave every zerodraft.yaml aside.
    #[arg(long)]
    no_settings: bool,
}

/// The choice, with the settings of each draft.
pub(super) struct Selections<'a> {
    choice: &'a Choice,
    /// What the arguments say.
    by_hand: Selection,
    /// The drafter's own words, once they are asked for.
    own_words: OnceCell<BTreeSet<String>>,
    /// By settings file, so that each is read once.
    read: BTreeMap<Option<PathBuf>, Result<Selection, SettingsError>>,
}

impl Selections<'_> {
    /// The selection for a draft.
    pub(super) fn of(&mut self, draft: &Path) -> Result<Selection, SettingsError> {
        let file = match &self.choice.settings {
            _ if self.choice.no_settings => None,
            Some(file) => Some(file.clone()),
            None => settings::find(&settings::folder_of(Some(draft))),
        };
        let by_hand = &self.by_hand;
        let read = |file: &Option<PathBuf>| match file {
            None => Ok(by_hand.clone()),
            Some(file) => Ok(Settings::read(file)?.lay_under(by_hand.clone())),
        };
        let mut selection = self.read.entry(file).or_insert_with_key(read).clone()?;
        if selection.is_spelt {
            let own = self.own_words.get_or_init(own_words);
            selection.words = Arc::new(selection.words.union(own).cloned().collect());
        }
        Ok(selection)
    }
}

impl Choice {
    /// The same for the linter, draft by draft.
    pub(super) fn selections(&self) -> Result<Selections<'_>, CliError> {
        let by_hand = self.by_hand()?;
        let (own_words, read) = (OnceCell::new(), BTreeMap::new());
        Ok(Selections { choice: self, by_hand, own_words, read })
    }

    fn by_hand(&self) -> Result<Selection, CliError> {
        for name in self.allow.iter().chain(&self.only) {
            commands::explain::named(name)?;
        }
        Ok(Selection {
            is_spelt: self.spelling,
            only: self.only.clone(),
            allowed: self.allow.clone(),
            profile: self.profile.as_deref().map(profile).transpose()?,
            today: today(),
            ..Selection::default()
        })
    }
}

/// The profile of a name, or what was probably meant.
pub(super) fn profile(name: &str) -> Result<&'static Profile, CliError> {
    profiles::named(name).ok_or_else(|| {
        let names = profiles::NAMES;
        let hint = crate::text::nearest(name, names.iter().copied())
            .map_or_else(String::new, |near| format!("did you mean “{near}”? "));
        CliError::Usage(format!(
            "there is no profile called “{name}”; {hint}the profiles are: {}",
            names.join(", ")
        ))
    })
}

/// The words of the drafter's file.
fn own_words() -> BTreeSet<String> {
    folders::own_words().map(|file| own_words::read(&file)).unwrap_or_default()
}

/// What settings say to the desk.
#[derive(Default)]
pub(super) struct ForDesk {
    pub(super) selection: Selection,
    pub(super) settings: DeskSettings,
    pub(super) keys: Keys,
    /// What is wrong with the settings, or with the keys in them, that the desk then does
    /// without.
    pub(super) broken: Option<String>,
}

/// What the settings of a draft say to the desk.
pub(super) fn for_desk(draft: Option<&Path>) -> ForDesk {
    let words = Arc::new(own_words());
    let by_hand = Selection { today: today(), words, ..Selection::default() };
    let Some(file) = settings::find(&settings::folder_of(draft)) else {
        return ForDesk { selection: by_hand, ..ForDesk::default() };
    };
    let settings = match Settings::read(&file) {
        Ok(settings) => settings,
        Err(error) => {
            let broken = Some(format!("without settings: {}", error.first()));
            return ForDesk { selection: by_hand, broken, ..ForDesk::default() };
        }
    };
    let keys = Keys::with(&settings.desk.keys);
    let broken = keys.as_ref().err().map(|faults| {
        let error = SettingsError::new(&file.display().to_string(), faults.clone());
        format!("with the usual keys: {}", error.first())
    });
    ForDesk {
        selection: settings.lay_under(by_hand),
        settings: DeskSettings {
            spelling: settings.desk.spelling.or(settings.spelling),
            ..settings.desk
        },
        keys: keys.unwrap_or_default(),
        broken,
    }
}

/// The day, by which allowances with an end are judged.
fn today() -> Option<jiff::civil::Date> {
    let since_1970 =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    let days = i64::try_from(since_1970.as_secs() / 86_400).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
