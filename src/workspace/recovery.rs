//! The text on the desk, kept until it is saved: what a crash leaves to the next start.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// How many texts of one draft wait to be looked at later.
const MOST_ASIDE: usize = 9;

/// The place where the text of one draft is kept.
#[derive(Debug, Clone)]
pub struct Recovery {
    place: PathBuf,
}

/// A text that an earlier session left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The text as it was last kept.
    pub text: String,
    /// When that was.
    pub when: SystemTime,
    /// The file that holds it.
    pub path: PathBuf,
}

impl Recovery {
    /// The place for a draft; drafts without a name share one.
    pub fn for_draft(state_folder: &Path, draft: Option<&Path>) -> Self {
        let whole =
            draft.map(|path| std::path::absolute(path).unwrap_or(path.to_owned()));
        let whole = whole.map(|path| path.canonicalize().unwrap_or(path));
        let name = match &whole {
            None => "untitled".to_owned(),
            Some(path) => format!("{}-{:016x}", readable_name(path), fingerprint(path)),
        };
        Self { place: state_folder.join("recovery").join(name + ".md") }
    }

    /// The file in which the text is kept.
    pub fn path(&self) -> &Path {
        &self.place
    }

    /// Keeps a text, whole or not at all.
    pub fn keep(&self, text: &str) -> std::io::Result<()> {
        let folder = self.place.parent().unwrap_or(Path::new("."));
        std::fs::create_dir_all(folder)?;
        let mut temporary =
            tempfile::Builder::new().prefix(".keeping-").tempfile_in(folder)?;
        temporary.write_all(text.as_bytes())?;
        temporary.persist(&self.place)?;
        Ok(())
    }

    /// The newest text that was kept and neither saved nor discarded.
    pub fn found(&self) -> Option<Recovered> {
        let places = std::iter::once(self.place.clone()).chain(self.asides());
        places.filter_map(|path| recovered(&path)).max_by_key(|found| found.when)
    }

    /// Forgets the text of this session: it is saved, or the drafter let it go.
    pub fn discard(&self) {
        forget(&self.place);
    }

    /// Forgets a text that was found.
    pub fn discard_found(&self, found: &Recovered) {
        forget(&found.path);
    }

    /// Moves what was found out of the way of this session, to be offered again.
    pub fn set_aside(&self) {
        let free = self.asides().find(|path| !path.exists());
        if let Some(free) = free.or_else(|| self.asides().last()) {
            std::fs::rename(&self.place, free).unwrap_or_default();
        }
    }

    fn asides(&self) -> impl Iterator<Item = PathBuf> + '_ {
        (1..=MOST_ASIDE).map(|number| self.place.with_extension(format!("{number}.md")))
    }
}

#[expect(clippy::disallowed_methods, reason = "a file of our own, which may be absent")]
fn recovered(path: &Path) -> Option<Recovered> {
    let when = std::fs::metadata(path).and_then(|metadata| metadata.modified()).ok()?;
    let text = std::fs::read_to_string(path).ok()?;
    Some(Recovered { text, when, path: path.to_owned() })
}

/// A file that is gone already needs no forgetting.
fn forget(path: &Path) {
    std::fs::remove_file(path).unwrap_or_default();
}

fn readable_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect()
}

/// FNV-1a: the same number for the same path in every version of the program.
fn fingerprint(path: &Path) -> u64 {
    let fold =
        |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    path.as_os_str().as_encoded_bytes().iter().fold(0xcbf2_9ce4_8422_2325, fold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_kept_is_found_until_it_is_discarded() {
        let folder = tempfile::tempdir().unwrap();
        let recovery = Recovery::for_draft(folder.path(), Some(Path::new("draft.md")));
        assert_eq!(recovery.found(), None);
        recovery.keep("1. Decides.\n").unwrap();
        recovery.keep("1. Decides to act.\n").unwrap();
        assert_eq!(recovery.found().unwrap().text, "1. Decides to act.\n");
        recovery.discard();
        assert_eq!(recovery.found(), None);
    }

    #[test]
    fn what_is_set_aside_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let recovery = Recovery::for_draft(folder.path(), None);
        recovery.keep("first").unwrap();
        recovery.set_aside();
        recovery.keep("second").unwrap();
        recovery.discard();
        let found = recovery.found().unwrap();
        assert_eq!(found.text, "first");
        recovery.discard_found(&found);
        assert_eq!(recovery.found(), None);
    }
}
