//! Which desk has a draft open: two desks on one draft are told of each other.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::places::name_for;

/// The claim of a desk to a draft. The system takes it back when the program ends, however
/// it ends, so that no claim outlives its desk.
#[derive(Debug)]
pub enum Claim {
    /// No other desk has the draft open. The file is locked as long as it is held.
    Ours(File),
    /// Another desk has it.
    Theirs {
        /// The number of its process, if it can be told.
        process: Option<u32>,
    },
    /// There is no telling: the folder takes no locks.
    Unknown,
}

impl Claim {
    /// Claims a draft.
    pub fn to(state_folder: &Path, draft: Option<&Path>) -> Self {
        let place = state_folder.join("open").join(name_for(draft) + ".lock");
        match lock(&place) {
            Ok(claim) => claim,
            Err(_) => Self::Unknown,
        }
    }
}

fn lock(place: &PathBuf) -> std::io::Result<Claim> {
    std::fs::create_dir_all(place.parent().unwrap_or(Path::new(".")))?;
    let mut options = File::options();
    let mut file =
        options.read(true).write(true).create(true).truncate(false).open(place)?;
    match file.try_lock() {
        Ok(()) => {
            file.set_len(0)?;
            file.rewind()?;
            write!(file, "{}", std::process::id())?;
            Ok(Claim::Ours(file))
        }
        Err(std::fs::TryLockError::WouldBlock) => {
            let mut process = String::new();
            file.read_to_string(&mut process).unwrap_or_default();
            Ok(Claim::Theirs { process: process.trim().parse().ok() })
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_desk_is_told_of_the_first_until_that_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let claim = || Claim::to(folder.path(), Some(Path::new("water.md")));
        let first = claim();
        assert!(matches!(first, Claim::Ours(_)), "{first:?}");
        let own = std::process::id();
        assert!(matches!(claim(), Claim::Theirs { process: Some(it) } if it == own));
        drop(first);
        assert!(matches!(claim(), Claim::Ours(_)));
    }

    #[test]
    fn the_number_of_a_program_that_ended_stands_in_nobodys_way() {
        let folder = tempfile::tempdir().unwrap();
        drop(Claim::to(folder.path(), None));
        let place = folder.path().join("open/untitled.lock");
        std::fs::write(&place, "1").unwrap();
        assert!(matches!(Claim::to(folder.path(), None), Claim::Ours(_)));
    }
}
