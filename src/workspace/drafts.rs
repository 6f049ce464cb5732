//! Reading and writing drafts: whole or not at all, with errors that name the path and
//! the remedy.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use crate::import::{self, ImportError, Imported, Options};
use crate::render::EmblemError;

/// No resolution comes near it, and a larger file would only make a person wait.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// A text on the desk or under the linter.
#[derive(Debug, Clone)]
pub struct Opened {
    /// The draft text, byte for byte as in the file, or as imported.
    pub text: String,
    /// What the import tells, if the file was no draft.
    pub imported: Option<Imported>,
}

/// A file could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The system said no.
    #[error("cannot {deed} “{path}”: {cause}")]
    System {
        /// “read” or “write”.
        deed: &'static str,
        /// The file.
        path: String,
        /// What the system said.
        #[source]
        cause: std::io::Error,
    },
    /// It is a folder.
    #[error("cannot read “{path}”: it is a folder; name a file in it")]
    Folder {
        /// The folder.
        path: String,
    },
    /// A folder below one that was named, or something in it.
    #[error("cannot read {cause}")]
    Below {
        /// Where, and what the system said.
        #[source]
        cause: ignore::Error,
    },
    /// There is nothing to check in a folder.
    #[error(
        "there is no draft in the folder “{path}”; drafts are .md and .docx files that git does not ignore"
    )]
    NoDraft {
        /// The folder.
        path: String,
    },
    /// It is larger than any draft.
    #[error("cannot read “{path}”: it has {megabytes} MB, and a draft has at most {} MB", MOST_BYTES / 1_048_576)]
    TooLarge {
        /// The file.
        path: String,
        /// Its size.
        megabytes: u64,
    },
    /// It is no picture for the masthead.
    #[error("cannot use “{path}” as the emblem: {cause}")]
    Emblem {
        /// The file.
        path: String,
        /// Why not, and what to do.
        #[source]
        cause: EmblemError,
    },
    /// It cannot be understood.
    #[error("cannot read “{path}”: {cause}")]
    Import {
        /// The file.
        path: String,
        /// Why not, and what to do.
        #[source]
        cause: ImportError,
    },
}

impl FileError {
    /// What the drafter can do about a draft that could not be written.
    pub fn remedy(&self) -> &'static str {
        use std::io::ErrorKind::{
            FileTooLarge, NotFound, PermissionDenied, QuotaExceeded, ReadOnlyFilesystem,
            StorageFull,
        };
        let Self::System { cause, .. } = self else { return "Save under another name." };
        match cause.kind() {
            StorageFull | QuotaExceeded | FileTooLarge => {
                "Free some space and save again, or save to another disk."
            }
            PermissionDenied | ReadOnlyFilesystem => {
                "It is read-only: save under another name, or make it writable."
            }
            NotFound => "Its folder is gone: make it again, or save elsewhere.",
            _ => "Save under another name.",
        }
    }
}

/// How to take bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadAs {
    /// In the draft format.
    Draft,
    /// As text copied from a document, which is imported.
    RawText,
}

/// Reads a file: `.md` as a draft, anything else as raw text.
pub fn open(path: &Path, options: &Options) -> Result<Opened, FileError> {
    let read_as = if is_draft(path) { ReadAs::Draft } else { ReadAs::RawText };
    understand(&read_bytes(path)?, &path.display().to_string(), read_as, options)
}

/// Reads a file that is to become a draft. Markdown without front matter is what a
/// converter has made of another file.
pub fn open_to_import(path: &Path, options: &Options) -> Result<Opened, FileError> {
    let bytes = read_bytes(path)?;
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes);
    let is_written = is_draft(path) && text.starts_with(b"---");
    let read_as = if is_written { ReadAs::Draft } else { ReadAs::RawText };
    understand(&bytes, &path.display().to_string(), read_as, options)
}

/// Whether a file is in the draft format, by its name.
pub fn is_draft(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|e| {
        e.eq_ignore_ascii_case("md") || e.eq_ignore_ascii_case("markdown")
    })
}

/// The bytes of a file that is no larger than any draft.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, FileError> {
    let name = path.display().to_string();
    let failed = |cause| FileError::System { deed: "read", path: name.clone(), cause };
    let metadata = std::fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(FileError::Folder { path: name });
    }
    if metadata.len() > MOST_BYTES as u64 {
        return Err(FileError::TooLarge {
            path: name,
            megabytes: metadata.len() / 1_048_576,
        });
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(failed)?;
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(failed)?;
    Ok(bytes)
}

/// Makes a draft of bytes. `name` is the file as messages call it.
pub fn understand(
    bytes: &[u8],
    name: &str,
    read_as: ReadAs,
    options: &Options,
) -> Result<Opened, FileError> {
    let path = || name.to_owned();
    if bytes.len() > MOST_BYTES {
        let megabytes = bytes.len() as u64 / 1_048_576;
        return Err(FileError::TooLarge { path: path(), megabytes });
    }
    let failed = |cause| FileError::Import { path: path(), cause };
    Ok(match read_as {
        ReadAs::Draft => {
            let text = import::text(bytes).map_err(failed)?;
            Opened { text: text.to_owned(), imported: None }
        }
        ReadAs::RawText => {
            let imported = import::read(bytes, options).map_err(failed)?;
            Opened { text: imported.text.clone(), imported: Some(imported) }
        }
    })
}

/// Writes a file whole or not at all: a temporary file beside it takes its place. Follows
/// symbolic links and keeps the permissions.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |cause| FileError::System {
        deed: "write",
        path: path.display().to_string(),
        cause,
    };
    let target = target_of(path).map_err(failed)?;
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new("."));
    let prefix = temporary_prefix(&target);
    let prefix = prefix.as_deref().unwrap_or(".zerodraft-");
    let mut temporary = temporary_file(folder, prefix).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    if let Ok(metadata) = std::fs::metadata(&target) {
        if metadata.permissions().readonly() {
            return Err(failed(std::io::ErrorKind::PermissionDenied.into()));
        }
        temporary.as_file().set_permissions(metadata.permissions()).map_err(failed)?;
    }
    temporary.as_file().sync_all().map_err(failed)?;
    temporary.persist(&target).map_err(|error| failed(error.error))?;
    // The new name in the folder has to outlive a loss of power too. Where a folder cannot
    // be opened, the system sees to it.
    if let Ok(folder) = File::open(folder) {
        folder.sync_all().unwrap_or_default();
    }
    Ok(())
}

/// Whether a file that is there says that it is not to be written to.
pub fn is_read_only(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|metadata| metadata.permissions().readonly())
}

/// The file that a path means in the end.
pub(super) fn target_of(path: &Path) -> std::io::Result<PathBuf> {
    let mut target = path.to_owned();
    for _ in 0..16 {
        match std::fs::read_link(&target) {
            Ok(link) => target = target.parent().unwrap_or(Path::new("")).join(link),
            Err(_) => return Ok(target),
        }
    }
    Err(std::io::Error::other("the symbolic links go round in a circle"))
}

/// How the names of the temporary files of a draft begin, so that it is told whose they are
/// if one is left. `None` for a name that leaves no room for more.
pub(super) fn temporary_prefix(draft: &Path) -> Option<String> {
    let name = draft.file_name()?.to_str().filter(|name| name.len() < 200)?;
    Some(format!(".zerodraft-{name}-"))
}

/// A temporary file that may be read as any new file may; a temporary file of the system
/// is for its owner alone.
fn temporary_file(
    folder: &Path,
    prefix: &str,
) -> std::io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder).map_err(|error| without_path(&error))
}

/// What the system said, without the path of the temporary file, which tells a drafter
/// nothing.
fn without_path(error: &std::io::Error) -> std::io::Error {
    let said = error.to_string();
    let plain = said.split(" at path ").next().unwrap_or_default();
    std::io::Error::new(error.kind(), plain)
}

/// What a file looked like, to see whether another program changed it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    modified: Option<std::time::SystemTime>,
    len: u64,
}

impl Stamp {
    /// The look of a file now; `None` where there is none.
    pub fn of(path: &Path) -> Option<Self> {
        let metadata = std::fs::metadata(path).ok()?;
        Some(Self { modified: metadata.modified().ok(), len: metadata.len() })
    }
}
