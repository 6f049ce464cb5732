//! See [`Filter`].

use crate::lint::{Diagnostic, Family, Severity};

/// Which findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Filter {
    /// The least severity that is shown.
    pub least: Severity,
    /// The only family that is shown, if not all are.
    pub family: Option<Family>,
}

impl Default for Filter {
    /// Everything is shown.
    fn default() -> Self {
        Self { least: Severity::Note, family: None }
    }
}

impl Filter {
    fn shows(self, found: &Diagnostic) -> bool {
        let family = found.rule.family;
        found.severity >= self.least && self.family.is_none_or(|only| only == family)
    }

    /// Takes out what is not shown.
    pub(super) fn take_hidden(self, findings: &mut Vec<Diagnostic>) -> Vec<Diagnostic> {
        findings.extract_if(.., |found| !self.shows(found)).collect()
    }

    /// The next choice of severities: all, then warnings and errors, then errors alone.
    #[must_use]
    pub(super) fn next_severity(self) -> Self {
        let least = match self.least {
            Severity::Note => Severity::Warning,
            Severity::Warning => Severity::Error,
            Severity::Error => Severity::Note,
        };
        Self { least, ..self }
    }

    /// The next of the families that found something, then all.
    #[must_use]
    pub(super) fn next_family(self, findings: &[&Diagnostic]) -> Self {
        let families = findings.iter().map(|found| found.rule.family);
        let next = families.filter(|family| Some(*family) > self.family).min();
        Self { family: next, ..self }
    }

    /// What is shown, in words; `None` if everything is.
    pub(super) fn words(self) -> Option<String> {
        let severities = match self.least {
            Severity::Note => None,
            Severity::Warning => Some("errors, warnings"),
            Severity::Error => Some("errors"),
        };
        let words: Vec<&str> =
            severities.into_iter().chain(self.family.map(Family::word)).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}
