//! What the files that go with a draft are called in the state folder.

use std::path::Path;

/// A name for what goes with a draft, the same in every session: readable, and unlike that
/// of any other draft. Drafts without a name share one.
pub(super) fn name_for(draft: Option<&Path>) -> String {
    let whole = draft.map(|path| std::path::absolute(path).unwrap_or(path.to_owned()));
    let whole = whole.map(|path| path.canonicalize().unwrap_or(path));
    match &whole {
        None => "untitled".to_owned(),
        Some(path) => {
            let bytes = path.as_os_str().as_encoded_bytes();
            format!("{}-{:016x}", readable_name(path), fingerprint(bytes))
        }
    }
}

fn readable_name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect()
}

/// FNV-1a: the same number for the same bytes in every version of the program.
pub(super) fn fingerprint(bytes: &[u8]) -> u64 {
    let fold =
        |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, fold)
}

/// Writes a file of our own whole or not at all, its folder made if need be. It is on the
/// disk when this returns.
pub(super) fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut temporary =
        tempfile::Builder::new().prefix(".keeping-").tempfile_in(folder)?;
    std::io::Write::write_all(&mut temporary, bytes)?;
    temporary.as_file().sync_data()?;
    temporary.persist(path)?;
    Ok(())
}

/// Removes a file. One that is gone already needs no removing.
pub(super) fn forget(path: &Path) {
    std::fs::remove_file(path).unwrap_or_default();
}
