//! `zerodraft man`

use std::process::ExitCode;

use crate::cli::{CliError, output};

pub(crate) fn run(command: clap::Command) -> Result<ExitCode, CliError> {
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    output::write(None, &page)?;
    Ok(ExitCode::SUCCESS)
}
