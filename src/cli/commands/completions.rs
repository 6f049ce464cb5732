//! `zerodraft completions SHELL`

use std::process::ExitCode;

use clap_complete::Shell;

use crate::cli::{CliError, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The shell.
    shell: Shell,
}

pub(crate) fn run(
    arguments: &Arguments,
    command: &mut clap::Command,
) -> Result<ExitCode, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, command, "zerodraft", &mut script);
    output::write(None, &script)?;
    Ok(ExitCode::SUCCESS)
}
