//! The text on the desk, kept until it is saved: what a crash leaves to the next start.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::places::{forget, name_for, write};

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
        let name = name_for(draft);
        Self { place: state_folder.join("recovery").join(name + ".md") }
    }

    /// A place for a second desk on the same draft, which leaves that of the first alone.
    #[must_use]
    pub fn beside(self) -> Self {
        let mut asides: Vec<PathBuf> = self.asides().collect();
        let last = asides.pop().unwrap_or_else(|| self.place.clone());
        let free = asides.into_iter().rev().find(|path| !path.exists());
        Self { place: free.unwrap_or(last) }
    }

    /// The file in which the text is kept.
    pub fn path(&self) -> &Path {
        &self.place
    }

    /// Keeps a text, whole or not at all, so that it outlives a loss of power.
    pub fn keep(&self, text: &str) -> std::io::Result<()> {
        write(&self.place, text.as_bytes())
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
