//! See [`Selection`].

use super::{Rule, Severity};

/// Which rules speak, and how loudly.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// If not empty, only these rules speak.
    pub only: Vec<String>,
    /// These rules are silent.
    pub allowed: Vec<String>,
    /// The day on which allowances with an end are judged; `None` lets all of them hold.
    pub today: Option<jiff::civil::Date>,
}

impl Selection {
    /// Only the rules of these names.
    pub fn only(names: &[&str]) -> Self {
        Self { only: names.iter().map(ToString::to_string).collect(), ..Self::default() }
    }

    /// Whether the rule speaks.
    pub fn speaks(&self, rule: &Rule) -> bool {
        let is_chosen =
            self.only.is_empty() || self.only.iter().any(|name| name == rule.name);
        is_chosen && !self.allowed.iter().any(|name| name == rule.name)
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
