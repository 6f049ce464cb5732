//! `zerodraft [FILE]`

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::input::Reading;
use crate::cli::{CliError, choice};
use crate::import::Imported;
use crate::library::Library;
use crate::tui::{self, Session};
use crate::workspace::drafts::{self, FileError, Opened, is_read_only};
use crate::workspace::folders;
use crate::workspace::keeping::Keeping;

pub(crate) fn run(
    file: Option<PathBuf>,
    base: Option<&Path>,
    reading: &Reading,
    is_plain: bool,
) -> Result<ExitCode, CliError> {
    let opened = match &file {
        Some(path) => open(path, reading)?,
        None => empty(),
    };
    let base = base.map(|path| earlier(path, reading)).transpose()?;
    let is_terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    if !is_plain && !is_terminal {
        let message = "the desk needs a terminal; `zerodraft --plain` takes lines, and \
                       `lint` and `show` do without either";
        return Err(CliError::Usage(message.to_owned()));
    }
    let keeping = folders::state().map(|folder| Keeping::of(&folder, file.as_deref()));
    let said = choice::for_desk(file.as_deref());
    let is_locked =
        opened.imported.is_none() && file.as_deref().is_some_and(is_read_only);
    let locked = is_locked
        .then(|| "this file is read-only; ^O saves under another name".to_owned());
    let session = Session {
        text: opened.text,
        path: file,
        is_imported: opened.imported.is_some(),
        notice: said
            .broken
            .or_else(|| opened.imported.as_ref().and_then(notice))
            .or(locked),
        base,
        selection: said.selection,
        settings: said.settings,
        keys: said.keys,
        templates: |draft| Library::with_folders(&folders::templates_for(draft)),
        own_words: folders::own_words(),
        keeping,
    };
    let outcome = if is_plain {
        tui::run_plain(session, std::io::stdin().lock(), std::io::stdout())
    } else {
        tui::run(session)
    };
    outcome.map_err(|error| CliError::Desk(error.to_string()))?;
    Ok(ExitCode::SUCCESS)
}

/// The file, or an empty draft that will have its name.
fn open(path: &Path, reading: &Reading) -> Result<Opened, FileError> {
    let is_new = drafts::is_draft(path) && !path.exists() && !path.is_symlink();
    if is_new { Ok(empty()) } else { drafts::open(path, &reading.options()) }
}

/// The earlier text of a file, and what it is called on the desk.
fn earlier(path: &Path, reading: &Reading) -> Result<(String, String), FileError> {
    let name = path.file_name().unwrap_or(path.as_os_str());
    let text = drafts::open(path, &reading.options())?.text;
    Ok((name.to_string_lossy().into_owned(), text))
}

/// What the drafter should know of a file that holds several resolutions, or none.
fn notice(imported: &Imported) -> Option<String> {
    match imported.texts.len() {
        0 => Some("no resolution was found in this file".to_owned()),
        1 => None,
        count => Some(format!(
            "resolution {} of {count} in this file; open it with --text N for another",
            imported.text_read
        )),
    }
}

fn empty() -> Opened {
    Opened { text: String::new(), imported: None }
}
