//! `zerodraft [FILE]`

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::CliError;
use crate::import::Options;
use crate::library::Library;
use crate::tui::{self, Session};
use crate::workspace::drafts::{self, FileError, Opened};
use crate::workspace::folders;
use crate::workspace::recovery::Recovery;

pub(crate) fn run(file: Option<PathBuf>) -> Result<ExitCode, CliError> {
    let opened = file.as_deref().map_or_else(|| Ok(empty()), open)?;
    if !std::io::stdin().is_terminal() || !std::io::stdout().is_terminal() {
        let message = "the desk needs a terminal; `zerodraft lint` and `show` do without";
        return Err(CliError::Usage(message.to_owned()));
    }
    let recovery =
        folders::state().map(|folder| Recovery::for_draft(&folder, file.as_deref()));
    let session = Session {
        text: opened.text,
        path: file,
        is_imported: opened.imported.is_some(),
        templates: |draft| Library::with_folders(&folders::templates_for(draft)),
        recovery,
    };
    tui::run(session).map_err(|error| CliError::Desk(error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

/// The file, or an empty draft that will have its name.
fn open(path: &Path) -> Result<Opened, FileError> {
    let is_new = drafts::is_draft(path) && !path.exists() && !path.is_symlink();
    if is_new { Ok(empty()) } else { drafts::open(path, &Options::default()) }
}

fn empty() -> Opened {
    Opened { text: String::new(), imported: None }
}
