//! Texts of a draft that a drafter keeps by name: “after informals 2”. Each is a file that
//! any editor opens, numbered in the order in which they were kept.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::drafts::{self, FileError};
use super::places::{name_for, write};

/// The longest name, in characters.
const LONGEST_NAME: usize = 60;

/// The place where the snapshots of one draft are kept.
#[derive(Debug, Clone)]
pub struct Snapshots {
    folder: PathBuf,
}

/// A text that was kept by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// What the drafter called it.
    pub name: String,
    /// When it was kept.
    pub when: SystemTime,
    /// The file that holds it.
    pub path: PathBuf,
    /// Its place in the order in which they were kept, from 1.
    pub number: u32,
}

impl Snapshots {
    /// The place for a draft; drafts without a name share one.
    pub fn for_draft(state_folder: &Path, draft: Option<&Path>) -> Self {
        Self { folder: state_folder.join("snapshots").join(name_for(draft)) }
    }

    /// Keeps a text by a name. One that was kept by that name before stays.
    pub fn keep(&self, name: &str, text: &str) -> std::io::Result<()> {
        let number = self.all().iter().map(|snapshot| snapshot.number).max();
        let number = number.unwrap_or(0) + 1;
        let file = format!("{number:03} {}.md", as_file_name(name));
        write(&self.folder.join(file), text.as_bytes())
    }

    /// Every snapshot, the newest first.
    pub fn all(&self) -> Vec<Snapshot> {
        let files = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let mut all: Vec<Snapshot> =
            files.filter_map(|file| snapshot(file.path())).collect();
        all.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.number));
        all
    }

    /// Hands the snapshots of a draft without a name over to the name it got.
    pub(super) fn hand_over(&self, named: &Self) {
        std::fs::rename(&self.folder, &named.folder).unwrap_or_default();
    }
}

impl Snapshot {
    /// Its text.
    pub fn text(&self) -> Result<String, FileError> {
        drafts::open(&self.path, &crate::import::Options::default())
            .map(|opened| opened.text)
    }
}

fn snapshot(path: PathBuf) -> Option<Snapshot> {
    let when = std::fs::metadata(&path).and_then(|metadata| metadata.modified()).ok()?;
    let (number, name) =
        path.file_name()?.to_str()?.strip_suffix(".md")?.split_once(' ')?;
    let (number, name) = (number.parse().ok()?, as_written(name));
    Some(Snapshot { name, when, path, number })
}

/// A name with what no file may have in its name written as `%2F`.
fn as_file_name(name: &str) -> String {
    let is_kept = |c: char| !c.is_control() && !"%/\\:*?\"<>|".contains(c);
    let written = |c: char| match c {
        c if is_kept(c) => c.to_string(),
        c => {
            let bytes = c.to_string().into_bytes();
            bytes.iter().fold(String::new(), |file, byte| format!("{file}%{byte:02X}"))
        }
    };
    name.trim().chars().take(LONGEST_NAME).map(written).collect()
}

/// The name of which a file name was made.
fn as_written(file: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = file;
    while let Some((head, tail)) = rest.split_once('%') {
        bytes.extend_from_slice(head.as_bytes());
        let byte = tail.get(..2).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(b'%'));
        rest = if byte.is_some() { tail.get(2..).unwrap_or_default() } else { tail };
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn snapshots_are_listed_by_their_names_the_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        let snapshots = Snapshots::for_draft(folder.path(), Some(Path::new("water.md")));
        assert_eq!(snapshots.all(), []);
        snapshots.keep("after informals 1", "1. Decides.\n").unwrap();
        snapshots.keep("A/C.3/80/L.1: 100 % agreed", "1. Decides to act.\n").unwrap();
        snapshots.keep("after informals 1", "1. Requests.\n").unwrap();
        let all = snapshots.all();
        let names: Vec<&str> = all.iter().map(|kept| kept.name.as_str()).collect();
        let expected =
            ["after informals 1", "A/C.3/80/L.1: 100 % agreed", "after informals 1"];
        assert_eq!(names, expected);
        assert_eq!(all[0].text().unwrap(), "1. Requests.\n");
        assert_eq!(all[2].text().unwrap(), "1. Decides.\n");
    }
}
