//! What stands in for the PDF format where the program was built without it.

use std::collections::BTreeSet;

use super::composition::Composition;
use super::{Format, Options, RenderError};

pub(super) static FORMAT: Format = Format {
    name: "pdf",
    extensions: &["pdf"],
    summary: "the page as it is issued; this program was built without it",
    shows: &[],
    write,
};

fn write(_: &Composition, _: &Options) -> Result<Vec<u8>, RenderError> {
    Err(RenderError::BuiltWithoutPdf)
}

/// A file that is never written needs no font.
pub(super) fn foreign_characters(_: &Composition) -> BTreeSet<char> {
    BTreeSet::new()
}

/// Nothing asks what a font shows.
pub(super) fn shown_by(_: &[u8], _: &BTreeSet<char>) -> BTreeSet<char> {
    BTreeSet::new()
}
