//! What was found, for other programs; for people, see [`super::report`].

pub(super) mod github;
pub(super) mod junit;
pub(super) mod sarif;
pub(super) mod statistics;

use super::commands::lint::Linted;
use crate::lint::{Diagnostic, Severity};

/// The findings of a draft, with the notes or without.
pub(super) fn shown(file: &Linted, notes: bool) -> impl Iterator<Item = &Diagnostic> {
    file.diagnostics.iter().filter(move |found| notes || found.severity > Severity::Note)
}
