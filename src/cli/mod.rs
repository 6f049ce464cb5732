//! The command line: arguments in, words and an exit code out.
//!
//! To add a command, write its file in `commands/`, and its line in `Command`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::library::TemplateError;
use crate::render::RenderError;
use crate::workspace::baselines::BaselineError;
use crate::workspace::dictionaries::LackOfDictionary;
use crate::workspace::drafts::FileError;
use crate::workspace::settings::SettingsError;

mod choice;
mod commands;
mod comparison;
mod formats;
mod input;
mod json;
mod output;
mod parallel;
mod report;
mod signature;
mod tracking;

/// The drafting desk for United Nations resolutions.
#[derive(Debug, Parser)]
#[command(name = "zerodraft", version, about, args_conflicts_with_subcommands = true)]
#[command(
    after_help = "Exit codes: 0 nothing found, 1 errors or warnings, 2 could not do its work.\n\
    Only .md files and standard input (-) are read as drafts; any other file is imported."
)]
struct Arguments {
    /// The draft to open on the desk; any other text is imported, and saved beside it.
    file: Option<PathBuf>,
    /// Take the desk as a prompt with plain lines: for screen readers, and for terminals
    /// that show no more.
    #[arg(long)]
    plain: bool,
    /// Mark on the desk what changed since this text, in any form that is read.
    #[arg(long, value_name = "OLD")]
    base: Option<PathBuf>,
    #[command(flatten)]
    reading: input::Reading,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Start a draft.
    New(commands::new::Arguments),
    /// Check drafts against the conventions, and mend them.
    Lint(commands::lint::Arguments),
    /// Write a draft out as a page of the United Nations.
    Render(commands::render::Arguments),
    /// Make a draft of a text that was copied or extracted.
    Import(commands::import::Arguments),
    /// Print what was understood of a text.
    Show(commands::show::Arguments),
    /// Show what became of each paragraph from one text to another.
    Compare(commands::compare::Arguments),
    /// List what was kept of a draft by name, compare it, write it out again.
    Snapshots(commands::snapshots::Arguments),
    /// List and search the stock paragraphs.
    Templates(commands::templates::Arguments),
    /// List the rules, and how loudly a profile lets them speak.
    Rules(commands::rules::Arguments),
    /// Print the page of a rule, or the whole reference.
    Explain(commands::explain::Arguments),
    /// Print the completions for a shell.
    Completions(commands::completions::Arguments),
    /// Print the manual page.
    Man,
}

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CliError {
    #[error(transparent)]
    File(#[from] FileError),
    #[error(transparent)]
    Render(#[from] RenderError),
    #[error(transparent)]
    Baseline(#[from] BaselineError),
    #[error(transparent)]
    Dictionary(#[from] LackOfDictionary),
    #[error(transparent)]
    Settings(#[from] SettingsError),
    #[error(transparent)]
    Template(#[from] TemplateError),
    #[error("cannot print: {0}")]
    Print(#[from] std::io::Error),
    #[error("cannot run the desk: {0}")]
    Desk(String),
    #[error("{0}")]
    Usage(String),
}

/// Runs the program and says how it went: 0 clean, 1 findings, 2 could not run.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => {
            error.print().ok();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let result = match arguments.command {
        None => commands::desk::run(
            arguments.file,
            arguments.base.as_deref(),
            &arguments.reading,
            arguments.plain,
        ),
        Some(command) => command.run(),
    };
    match result {
        Ok(code) => code,
        // Who reads the output has gone, as `head` does: nothing is wrong.
        Err(CliError::Print(error)) if error.kind() == std::io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            output::complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

impl Command {
    fn run(self) -> Result<ExitCode, CliError> {
        match self {
            Self::New(arguments) => commands::new::run(&arguments),
            Self::Lint(arguments) => commands::lint::run(&arguments),
            Self::Render(arguments) => commands::render::run(&arguments),
            Self::Import(arguments) => commands::import::run(&arguments),
            Self::Show(arguments) => commands::show::run(&arguments),
            Self::Compare(arguments) => commands::compare::run(&arguments),
            Self::Snapshots(arguments) => commands::snapshots::run(&arguments),
            Self::Templates(arguments) => commands::templates::run(&arguments),
            Self::Rules(arguments) => commands::rules::run(&arguments),
            Self::Explain(arguments) => commands::explain::run(&arguments),
            Self::Completions(arguments) => {
                commands::completions::run(&arguments, &mut Arguments::command())
            }
            Self::Man => commands::man::run(Arguments::command()),
        }
    }
}
