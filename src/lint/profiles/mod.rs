//! Which rules speak in which organ or conference, and how loudly.
//!
//! A profile follows from the draft's organ, or is chosen. It is a YAML file; one that is
//! `like` another says only what differs. To add one, write its file and its line below.

mod loudness;

pub use loudness::{Adjustments, Loudness};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Family, Rule, Severity};
use crate::conventions::organs::Organ;

/// A profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(from = "Written")]
pub struct Profile {
    /// Its one name, in small letters: that of the organ, or of the conference.
    pub name: String,
    /// Whose it is.
    pub title: String,
    /// The name of the profile on which it is laid.
    pub like: Option<String>,
    /// What it says of rules.
    pub adjustments: Adjustments,
}

/// A profile as its file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    name: String,
    title: String,
    #[serde(default)]
    like: Option<String>,
    #[serde(default)]
    families: BTreeMap<Family, Loudness>,
    #[serde(default)]
    rules: BTreeMap<String, Loudness>,
}

impl From<Written> for Profile {
    fn from(written: Written) -> Self {
        let Written { name, title, like, families, rules } = written;
        Self { name, title, like, adjustments: Adjustments { families, rules } }
    }
}

macro_rules! profiles {
    ($($file:ident = $name:literal),* $(,)?) => {
        /// The names of the profiles, those of the organs first.
        pub static NAMES: &[&str] = &[$($name),*];

        $(static $file: LazyLock<Profile> =
            LazyLock::new(|| read(include_str!(concat!($name, ".yaml"))));)*

        /// The profile of a name, in either case.
        pub fn named(name: &str) -> Option<&'static Profile> {
            $(if name.eq_ignore_ascii_case($name) {
                return Some(&$file);
            })*
            None
        }
    };
}

profiles! {
    HRC = "hrc",
    GA = "ga",
    SC = "sc",
    ECOSOC = "ecosoc",
    MUN = "mun",
    MUN_THIMUN = "mun-thimun",
    MUN_NMUN = "mun-nmun",
    MUN_UN4MUN = "mun-un4mun",
    MUN_HNMUN = "mun-hnmun",
}

/// The profile that goes with an organ, a committee counting as its parent.
pub fn of_organ(organ: &'static Organ) -> Option<&'static Profile> {
    named(&organ.principal().code)
}

impl Profile {
    /// How loudly a rule speaks under it; `None` where it is silent.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let base = self.like.as_deref().and_then(named);
        let severity = base.map_or(Some(rule.severity), |base| base.severity(rule));
        self.adjustments.adjust(rule, severity)
    }
}

#[expect(
    clippy::expect_used,
    reason = "the profiles are ours and every one is read by a test"
)]
fn read(yaml: &str) -> Profile {
    serde_yaml::from_str(yaml).expect("a compiled-in profile is well formed")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lint::rules;

    #[test]
    fn a_profile_has_the_name_of_its_file_and_speaks_of_rules_that_exist() {
        for name in NAMES {
            let profile = named(name).unwrap();
            assert_eq!(profile.name, *name);
            assert!(profile.like.as_deref().is_none_or(|base| named(base).is_some()));
            for rule in profile.adjustments.rules.keys() {
                assert!(rules::named(rule).is_some(), "{name}: {rule}");
            }
        }
    }

    #[test]
    fn a_conference_is_quieter_than_an_organ() {
        let severity = |profile: &str, rule: &str| {
            named(profile).unwrap().severity(rules::named(rule).unwrap())
        };
        assert_eq!(severity("hrc", "doubled-word"), Some(Severity::Warning));
        assert_eq!(severity("mun", "doubled-word"), Some(Severity::Note));
        assert_eq!(severity("mun", "missing-organ-line"), Some(Severity::Error));
        assert_eq!(severity("mun-thimun", "spelling"), None);
        assert_eq!(severity("mun-un4mun", "spelling"), Some(Severity::Note));
    }
}
