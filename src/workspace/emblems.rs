//! Reading the picture that a drafter brings for the masthead.

use std::path::Path;

use super::drafts::{FileError, read_bytes};
use crate::render::{Emblem, EmblemError};

/// Reads the picture; `alt` are the words for those who do not see it.
pub fn open(path: &Path, alt: &str) -> Result<Emblem, FileError> {
    let refused = |cause| FileError::Emblem { path: path.display().to_string(), cause };
    let size = std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    if size > Emblem::MOST_BYTES as u64 {
        let kilobytes = usize::try_from(size / 1024).unwrap_or(usize::MAX);
        return Err(refused(EmblemError::TooLarge { kilobytes }));
    }
    Emblem::new(read_bytes(path)?, alt).map_err(refused)
}
