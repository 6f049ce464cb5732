//! See [`Selection`].

use std::collections::BTreeSet;
use std::sync::Arc;

use super::profiles::{self, Adjustments, Profile};
use super::{House, Rule, Severity};
use crate::conventions::organs::Organ;
use crate::text::Dictionary;

/// Which rules speak, and how loudly.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// If not empty, only these rules speak, whatever the profile says of them.
    pub only: Vec<String>,
    /// These rules are silent.
    pub allowed: Vec<String>,
    /// The profile that was chosen; `None` follows the organ of each draft.
    pub profile: Option<&'static Profile>,
    /// What the drafter says of rules, over the profile.
    pub adjustments: Adjustments,
    /// How the drafter's house writes, where it says so.
    pub house: Option<Arc<House>>,
    /// The day on which allowances with an end are judged; `None` lets all of them hold.
    pub today: Option<jiff::civil::Date>,
    /// The text is about to be tabled: what must be settled by then is an error.
    pub submit: bool,
    /// Whether words are to be looked up in a dictionary.
    pub is_spelt: bool,
    /// The dictionary of the language of the draft; without it no word is unknown.
    pub dictionary: Option<Arc<Dictionary>>,
    /// The words that are the drafter's own, and right.
    pub words: Arc<BTreeSet<String>>,
    /// The byte behind a word that is being typed, and not judged yet.
    pub word_in_hand: Option<usize>,
}

impl Selection {
    /// Only the rules of these names.
    pub fn only(names: &[&str]) -> Self {
        Self { only: names.iter().map(ToString::to_string).collect(), ..Self::default() }
    }

    /// The profile under which a draft of that organ is checked.
    pub fn profile_for(&self, organ: Option<&'static Organ>) -> Option<&'static Profile> {
        self.profile.or_else(|| organ.and_then(profiles::of_organ))
    }

    /// How loudly a rule speaks under a profile; `None` where it is silent.
    pub fn severity(&self, rule: &Rule, profile: Option<&Profile>) -> Option<Severity> {
        let is_named = |names: &[String]| names.iter().any(|name| name == rule.name);
        if is_named(&self.allowed) || !self.only.is_empty() && !is_named(&self.only) {
            return None;
        }
        let usual = profile.map_or(Some(rule.severity), |profile| profile.severity(rule));
        let severity = self.adjustments.adjust(rule, usual);
        if self.only.is_empty() { severity } else { severity.or(Some(rule.severity)) }
    }
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
}

impl Summary {
    /// Counts the findings.
    pub fn of(diagnostics: &[super::Diagnostic]) -> Self {
        let count = |severity: Severity| {
            diagnostics.iter().filter(|found| found.severity == severity).count()
        };
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// Whether there is nothing to mend; notes alone count as nothing.
    pub fn is_clean(self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}
