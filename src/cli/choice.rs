//! Which rules speak, and how loudly, as the arguments say it.

use super::{CliError, commands};
use crate::lint::Selection;
use crate::lint::profiles::{self, Profile};

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
}

impl Choice {
    /// The same for the linter.
    pub(super) fn selection(&self) -> Result<Selection, CliError> {
        for name in self.allow.iter().chain(&self.only) {
            commands::explain::named(name)?;
        }
        Ok(Selection {
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

/// The day, by which allowances with an end are judged.
fn today() -> Option<jiff::civil::Date> {
    let since_1970 =
        std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    let days = i64::try_from(since_1970.as_secs() / 86_400).ok()?;
    jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}
