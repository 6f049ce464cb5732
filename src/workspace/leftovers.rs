//! What a save leaves beside the draft when the power fails in the middle of it.

use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::drafts::{target_of, temporary_prefix};

/// How old a temporary file is when no save can still be writing it.
const LEFT: Duration = Duration::from_mins(1);

/// How old it is when it goes, if the draft was saved since.
const OLD: Duration = Duration::from_hours(24);

/// Removes the temporary files of saves of this draft that were cut off, where a later save
/// came through and a day has passed. Returns one that is younger than the draft: what it
/// holds may be nowhere else.
pub fn sweep(draft: &Path, now: SystemTime) -> Option<PathBuf> {
    let draft = target_of(draft).ok()?;
    let prefix = temporary_prefix(&draft)?;
    let saved = modified(&draft);
    let mut cut_off = None;
    for (path, when) in leftovers(&draft, &prefix) {
        let age = now.duration_since(when).unwrap_or_default();
        if saved.is_some_and(|saved| when < saved) {
            if age > OLD {
                std::fs::remove_file(&path).unwrap_or_default();
            }
        } else if age > LEFT {
            cut_off = Some(path);
        }
    }
    cut_off
}

/// The temporary files of a draft, whose names begin with `prefix`, and when each was
/// written last.
fn leftovers(draft: &Path, prefix: &str) -> Vec<(PathBuf, SystemTime)> {
    let folder = draft.parent().filter(|folder| !folder.as_os_str().is_empty());
    let entries = std::fs::read_dir(folder.unwrap_or(Path::new(".")));
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let random = name.strip_prefix(prefix).unwrap_or_default();
        random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    let paths = entries.into_iter().flatten().flatten().map(|entry| entry.path());
    let mut found: Vec<(PathBuf, SystemTime)> = paths
        .filter(is_ours)
        .filter_map(|path| modified(&path).map(|when| (path, when)))
        .collect();
    found.sort();
    found
}

/// When a file was written last; `None` for what is no file of its own.
fn modified(path: &Path) -> Option<SystemTime> {
    let metadata = std::fs::symlink_metadata(path).ok()?;
    metadata.is_file().then(|| metadata.modified().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Duration = Duration::from_hours(24);

    #[test]
    fn what_an_older_save_left_goes_after_a_day_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, "---\n").unwrap();
            path
        };
        let left = file(".zerodraft-water.md-Ab12Cd");
        let others = [".zerodraft-land.md-Ab12Cd", ".zerodraft-water.md-my own", "notes"]
            .map(file);
        std::thread::sleep(Duration::from_millis(20));
        let draft = file("water.md");
        let now = SystemTime::now();
        assert_eq!(sweep(&draft, now + DAY / 2), None);
        assert!(left.exists(), "it is half a day old");
        assert_eq!(sweep(&draft, now + DAY * 2), None);
        assert!(!left.exists());
        assert!(others.iter().all(|path| path.exists()));
    }

    #[test]
    fn what_the_last_save_left_is_told_and_stays() {
        let folder = tempfile::tempdir().unwrap();
        let draft = folder.path().join("water.md");
        std::fs::write(&draft, "---\n").unwrap();
        std::thread::sleep(Duration::from_millis(20));
        let left = folder.path().join(".zerodraft-water.md-Ab12Cd");
        std::fs::write(&left, "---\norgan: H").unwrap();
        let now = SystemTime::now();
        assert_eq!(sweep(&draft, now), None, "a save may be writing it");
        assert_eq!(sweep(&draft, now + DAY * 9), Some(left.clone()));
        assert!(left.exists());
    }
}
