//! The drafter's own templates, written.

use std::path::{Path, PathBuf};

use super::places;

/// Where the template of an id is kept.
pub fn place(folder: &Path, id: &str) -> PathBuf {
    folder.join(id).with_extension("yaml")
}

/// Writes a template whole or not at all, its folder made if need be.
pub fn keep(path: &Path, yaml: &str) -> std::io::Result<()> {
    places::write(path, yaml.as_bytes())
}
