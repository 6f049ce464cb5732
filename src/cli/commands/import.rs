//! `zerodraft import FILE -o draft.md`

use std::path::PathBuf;
use std::process::ExitCode;

use crate::cli::{CliError, input, output};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The text: copied or extracted from a document; - for standard input.
    file: PathBuf,
    /// The draft to write; without it the draft goes to standard output.
    #[arg(short, long, value_name = "DRAFT")]
    output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    force: bool,
    /// Print what was set aside, with its line, to standard error.
    #[arg(long)]
    report: bool,
    #[command(flatten)]
    reading: input::Reading,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    refuse_to_overwrite(arguments.output.as_deref(), arguments.force)?;
    let input = input::read(&arguments.file, true, &arguments.reading)?;
    let Some(imported) = &input.imported else {
        let name = input.name;
        return Err(CliError::Usage(format!(
            "“{name}” is a draft already; open it as it is"
        )));
    };
    if arguments.report {
        for aside in &imported.set_aside {
            output::tell(&format!(
                "{} {}: {} set aside: {}",
                imported.unit.word(),
                aside.place,
                aside.what,
                aside.text
            ));
        }
    }
    output::write(arguments.output.as_deref(), imported.text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

/// A file that exists is somebody's work.
pub(crate) fn refuse_to_overwrite(
    path: Option<&std::path::Path>,
    force: bool,
) -> Result<(), CliError> {
    match path {
        Some(path) if !force && path.as_os_str() != "-" && path.exists() => {
            let path = path.display();
            Err(CliError::Usage(format!(
                "“{path}” exists; name another file, or add --force"
            )))
        }
        _ => Ok(()),
    }
}
