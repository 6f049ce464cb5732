//! `zerodraft [FILE]`

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::CliError;

pub(crate) fn run(_file: Option<PathBuf>) -> Result<ExitCode, CliError> {
    Err(CliError::Desk("merge".to_owned()))
}
