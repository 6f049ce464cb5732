//! `zerodraft compare OLD NEW`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::comparison::{Compared, html, json, text};
use crate::cli::{CliError, input, output};
use crate::compare::compare;

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes: 0 the two say the same, 1 they differ, 2 could not compare."
)]
pub(crate) struct Arguments {
    /// The earlier text; - for standard input.
    old: PathBuf,
    /// The later text; - for standard input.
    new: PathBuf,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Show the passages that stayed too.
    #[arg(long)]
    all: bool,
    /// Write it to a file instead of printing it.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    reading: input::Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people: {--what went--} and {++what came++}.
    Text,
    /// For programs.
    Json,
    /// For the browser.
    Html,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    if arguments.old.as_os_str() == "-" && arguments.new.as_os_str() == "-" {
        let message = "only one of the two texts can be standard input; name a file";
        return Err(CliError::Usage(message.to_owned()));
    }
    let old = input::read(&arguments.old, false, &arguments.reading)?;
    let new = input::read(&arguments.new, false, &arguments.reading)?;
    let comparison = compare(&old.resolution, &new.resolution);
    let is_same = comparison.summary().is_same();
    let compared = Compared { old: &old, new: &new, comparison };
    let written = match arguments.format {
        Form::Text => text::text(&compared, arguments.all),
        Form::Json => json::json(&compared),
        Form::Html => html::html(&compared),
    };
    write_out(&written, arguments.output.as_deref(), is_same)
}

/// Prints a comparison, or writes it to a file without its colours. The exit code says
/// whether the texts say the same.
pub(super) fn write_out(
    written: &str,
    file: Option<&Path>,
    is_same: bool,
) -> Result<ExitCode, CliError> {
    match file {
        Some(_) => {
            let plain = anstream::adapter::strip_str(written).to_string();
            output::write(file, plain.as_bytes())?;
        }
        None => output::print(written)?,
    }
    Ok(ExitCode::from(u8::from(!is_same)))
}
