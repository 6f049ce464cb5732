//! See [`Loudness`].

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::lint::{Family, Rule, Severity};

/// How loudly a rule is to speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Loudness {
    /// Not at all.
    Off,
    /// As it does by itself.
    On,
    /// As advice.
    Note,
    /// As a departure from usage.
    Warning,
    /// As a breach of the form.
    Error,
    /// One degree less than otherwise; a note stays a note.
    Quieter,
    /// One degree more than otherwise; an error stays an error.
    Louder,
}

impl Loudness {
    /// The words for them, as files write them.
    pub const WORDS: &'static [(&'static str, Self)] = &[
        ("off", Self::Off),
        ("on", Self::On),
        ("note", Self::Note),
        ("warning", Self::Warning),
        ("error", Self::Error),
        ("quieter", Self::Quieter),
        ("louder", Self::Louder),
    ];

    /// What becomes of a rule that spoke so loudly until now.
    fn adjust(self, rule: &Rule, severity: Option<Severity>) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::On => Some(rule.severity),
            Self::Note => Some(Severity::Note),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
            Self::Quieter => severity.map(Severity::lower),
            Self::Louder => severity.map(Severity::higher),
        }
    }
}

/// What a profile or a drafter says of rules: first of their families, then of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adjustments {
    /// Of whole families.
    pub families: BTreeMap<Family, Loudness>,
    /// Of rules, by name.
    pub rules: BTreeMap<String, Loudness>,
}

impl Adjustments {
    /// How loudly a rule speaks that spoke so loudly until now; `None` for silence.
    pub fn adjust(&self, rule: &Rule, severity: Option<Severity>) -> Option<Severity> {
        let of_family = self.families.get(&rule.family);
        let of_rule = self.rules.get(rule.name);
        [of_family, of_rule]
            .into_iter()
            .flatten()
            .fold(severity, |severity, loudness| loudness.adjust(rule, severity))
    }
}
