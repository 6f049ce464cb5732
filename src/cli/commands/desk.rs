//! `zerodraft [FILE]`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::CliError;
use crate::library::Library;
use crate::tui::{self, Session};
use crate::workspace::recovery::Recovery;
use crate::workspace::{drafts, folders};

pub(crate) fn run(file: Option<PathBuf>) -> Result<ExitCode, CliError> {
    let (text, is_imported) = match &file {
        Some(path) if path.exists() => {
            let opened = drafts::open(path)?;
            (opened.text, opened.imported.is_some())
        }
        _ => (String::new(), false),
    };
    let recovery = folders::state().map(|state| Recovery::for_draft(&state, file.as_deref()));
    tui::run(Session { text, path: file, is_imported, templates, recovery })
        .map_err(|error| CliError::Desk(error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

fn templates(draft: Option<&Path>) -> Library {
    Library::with_folders(&folders::templates_for(draft))
}
