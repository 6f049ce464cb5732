//! Files of findings that were there before.

use std::path::Path;

use super::drafts::{self, FileError};
use crate::lint::Baseline;

/// A baseline could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum BaselineError {
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// It holds something else.
    #[error("“{path}” is no baseline: {cause}; --write-baseline makes one")]
    Other {
        /// The file.
        path: String,
        /// Why not.
        cause: String,
    },
}

/// Reads a baseline.
pub fn read(path: &Path) -> Result<Baseline, BaselineError> {
    let bytes = drafts::read_bytes(path)?;
    let other = |cause| BaselineError::Other { path: path.display().to_string(), cause };
    let json = std::str::from_utf8(&bytes).map_err(|error| other(error.to_string()))?;
    Baseline::read(json).map_err(other)
}

/// Writes a baseline, over an older one if need be, but over no other file.
pub fn write(path: &Path, baseline: &Baseline) -> Result<(), BaselineError> {
    if path.exists() {
        read(path)?;
    }
    Ok(drafts::save(path, baseline.write().as_bytes())?)
}
