//! `zerodraft lint FILE...`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::choice::Choice;
use crate::cli::input::Input;
use crate::cli::{CliError, input, json, output, report};
use crate::fix;
use crate::lint::{self, Effect, Selection, Summary};
use crate::model::Stage;
use crate::text::Source;

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(crate) struct Arguments {
    /// The drafts; - for standard input.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print what is found.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Apply the fixes that keep the meaning.
    #[arg(long)]
    fix: bool,
    /// Apply every fix, also those that may change the meaning.
    #[arg(long)]
    fix_all: bool,
    /// Show what the fixes would change, and write nothing.
    #[arg(long)]
    diff: bool,
    /// Write the mended draft here instead of over the file.
    #[arg(short, long, value_name = "DRAFT")]
    output: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// Print the notes too, which are advice.
    #[arg(long)]
    notes: bool,
    /// Check what a text must have before it is tabled, and print the list of it.
    #[arg(long)]
    submit: bool,
    /// Import standard input, or Markdown without front matter, instead of reading it as a
    /// draft.
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: input::Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let mut selections = arguments.choice.selections()?;
    let allowed = match (arguments.fix, arguments.fix_all, arguments.diff) {
        (_, true, _) => Some(Effect::Substantive),
        (true, ..) | (.., true) => Some(Effect::Editorial),
        _ => None,
    };
    if arguments.output.is_some() && arguments.files.len() > 1 {
        return Err(CliError::Usage("--output takes one file at a time".to_owned()));
    }
    let mut files = Vec::new();
    let mut has_failed = false;
    for path in &arguments.files {
        let selection = selections.of(path).map_err(CliError::from);
        let selection = selection.map(|it| Selection { submit: arguments.submit, ..it });
        match selection.and_then(|it| lint_file(path, arguments, &it, allowed)) {
            Ok(file) => files.push(file),
            // One file that cannot be read does not silence the others.
            Err(error) => {
                output::complain(&error.to_string());
                has_failed = true;
            }
        }
    }
    if arguments.format == Form::Json {
        output::print(&json::lint(&files))?;
    } else {
        report::print(&files, arguments.notes, arguments.diff)?;
    }
    let is_clean = files.iter().all(|file| Summary::of(&file.diagnostics).is_clean());
    Ok(match (has_failed, is_clean) {
        (true, _) => ExitCode::from(2),
        (false, false) => ExitCode::from(1),
        (false, true) => ExitCode::SUCCESS,
    })
}

/// A file and what was found in it.
pub(crate) struct Linted {
    pub(crate) input: Input,
    /// The name of the profile under which it was checked, if any.
    pub(crate) profile: Option<&'static str>,
    pub(crate) diagnostics: Vec<lint::Diagnostic>,
    /// What a tabled text must have, where `--submit` asks for it.
    pub(crate) checklist: Option<Vec<lint::Check>>,
    /// The text after the fixes, where `--diff` asks to see it.
    pub(crate) mended: Option<Source>,
}

fn lint_file(
    path: &Path,
    arguments: &Arguments,
    selection: &Selection,
    allowed: Option<Effect>,
) -> Result<Linted, CliError> {
    let mut input = input::read(path, arguments.raw, &arguments.reading)?;
    if arguments.submit && input.resolution.stage == Stage::Adopted {
        let message =
            format!("“{}” is adopted; only a draft is submitted", path.display());
        return Err(CliError::Usage(message));
    }
    let mut mended = None;
    if let Some(allowed) = allowed {
        let settled = fix::settle(&input.source, selection, allowed);
        if arguments.diff {
            mended = Some(settled);
        } else {
            write_mended(path, arguments, &input, &settled)?;
            input.resolution = crate::syntax::parse(&settled);
            input.source = settled;
        }
    }
    let diagnostics = lint::check_parsed(&input.source, &input.resolution, selection);
    let checklist = arguments
        .submit
        .then(|| lint::checklist(&input.resolution, selection, &diagnostics));
    let profile = selection.profile_for(input.resolution.organ);
    let profile = profile.map(|profile| profile.name.as_str());
    Ok(Linted { input, profile, diagnostics, checklist, mended })
}

fn write_mended(
    path: &Path,
    arguments: &Arguments,
    input: &Input,
    mended: &Source,
) -> Result<(), CliError> {
    let is_standard_input = path.as_os_str() == "-";
    let target = match &arguments.output {
        Some(output) => Some(output.as_path()),
        None if is_standard_input => None,
        None if input.imported.is_some() => {
            let message = format!(
                "“{}” is no draft, and is never written over; name the draft to write with -o",
                path.display()
            );
            return Err(CliError::Usage(message));
        }
        None => Some(path),
    };
    let writes_over_itself = arguments.output.is_none() && !is_standard_input;
    if writes_over_itself && *mended == input.source {
        return Ok(());
    }
    output::write(target, mended.text().as_bytes())
}
