//! The drafts of a folder.

use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::drafts::{FileError, is_draft};

/// Pages about a collection of drafts, by the customs of repositories; they are none.
const ABOUT: &[&str] = &["readme", "changelog", "contributing", "license"];

/// What lies in a folder and below it.
#[derive(Debug, Default)]
pub struct Found {
    /// The drafts and Word files, in the order of their names.
    pub drafts: Vec<PathBuf>,
    /// What could not be read.
    pub problems: Vec<FileError>,
}

/// Finds the drafts and Word files below a folder. What is hidden, or git ignores, is left
/// out, and so is a Word file beside the draft of which it was made.
pub fn drafts_below(folder: &Path) -> Found {
    let mut found = Found::default();
    let walk = WalkBuilder::new(folder).sort_by_file_name(Ord::cmp).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
                if is_wanted(entry.path()) {
                    found.drafts.push(entry.into_path());
                }
            }
            Ok(_) => {}
            Err(cause) => found.problems.push(FileError::Below { cause }),
        }
    }
    found
}

fn is_wanted(path: &Path) -> bool {
    let has_ending = |ending: &str| {
        path.extension().is_some_and(|other| other.eq_ignore_ascii_case(ending))
    };
    let stem = path.file_stem().unwrap_or_default();
    if is_draft(path) {
        return !ABOUT.iter().any(|about| stem.eq_ignore_ascii_case(about));
    }
    has_ending("docx") && !path.with_extension("md").exists()
}
