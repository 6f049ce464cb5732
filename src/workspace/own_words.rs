//! The drafter's own words: a file with one to a line, which any editor opens.

use std::collections::BTreeSet;
use std::path::Path;

use super::drafts::{FileError, read_bytes, save};

/// The words of the file. One that is not there, or cannot be read, has none.
pub fn read(file: &Path) -> BTreeSet<String> {
    let bytes = read_bytes(file).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let words = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    words
        .filter(|word| !word.is_empty() && !word.starts_with('#'))
        .map(str::to_owned)
        .collect()
}

/// Adds a word at the end of the file, which is made if need be. What is there stays.
pub fn add(file: &Path, word: &str) -> Result<(), FileError> {
    let mut bytes = if file.exists() { read_bytes(file)? } else { Vec::new() };
    if bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(word.as_bytes());
    bytes.push(b'\n');
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder).map_err(|cause| FileError::System {
            deed: "write",
            path: file.display().to_string(),
            cause,
        })?;
    }
    save(file, &bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_added_and_what_is_there_stays() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("zerodraft/words.txt");
        assert_eq!(read(&file), BTreeSet::new());
        add(&file, "Zorbia").unwrap();
        assert_eq!(std::fs::read(&file).unwrap(), b"Zorbia\n");
        std::fs::write(&file, "# Ours\r\n\r\nZorbia\r\nwatershed").unwrap();
        add(&file, "subbasin").unwrap();
        let expected = ["Zorbia", "subbasin", "watershed"].map(str::to_owned);
        assert_eq!(read(&file), BTreeSet::from(expected));
        let bytes = std::fs::read(&file).unwrap();
        assert_eq!(bytes, b"# Ours\r\n\r\nZorbia\r\nwatershed\nsubbasin\n");
    }
}
