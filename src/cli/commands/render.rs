//! `zerodraft render FILE -o OUT`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::{CliError, input, output};
use crate::render::{self, FORMATS, Format, Layer, Options};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The draft; - for standard input.
    file: PathBuf,
    /// The file to write; its ending tells the format.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The format, where there is no ending to tell it: txt, md, html,
    /// docx or xml.
    #[arg(short, long)]
    format: Option<String>,
    /// In text, fold quotation marks and dashes to ASCII.
    #[arg(long)]
    ascii: bool,
    /// In text, the width of the page in columns.
    #[arg(long, default_value_t = 72, value_parser = clap::value_parser!(u16).range(40..=200))]
    width: u16,
    /// In Akoma Ntoso, the publication with its masthead or the statement alone.
    #[arg(long, value_enum, default_value_t = Akn::Publication)]
    akn: Akn,
    /// Import standard input, or Markdown without front matter, instead of reading it as a
    /// draft.
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: input::Reading,
}

/// See [`Layer`].
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Akn {
    Publication,
    Statement,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let format = format(arguments)?;
    refuse_to_write_over_the_draft(arguments)?;
    let input = input::read(&arguments.file, arguments.raw, &arguments.reading)?;
    let options = Options {
        ascii: arguments.ascii,
        width: usize::from(arguments.width),
        akn: match arguments.akn {
            Akn::Publication => Layer::Publication,
            Akn::Statement => Layer::Statement,
        },
        ..Options::default()
    };
    let bytes = render::render(&input.resolution, format, &options)?;
    output::write(arguments.output.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn format(arguments: &Arguments) -> Result<&'static Format, CliError> {
    let ending =
        arguments.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
    let Some(name) = arguments.format.as_deref().or(ending) else {
        let names = names();
        return Err(CliError::Usage(format!("name a format with --format: {names}")));
    };
    render::format_for(name).ok_or_else(|| {
        CliError::Usage(format!(
            "“{name}” is no format to render to; one of: {}",
            names()
        ))
    })
}

fn names() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}

fn refuse_to_write_over_the_draft(arguments: &Arguments) -> Result<(), CliError> {
    let same = |output: &PathBuf| {
        let (one, other) = (output.canonicalize(), arguments.file.canonicalize());
        matches!((one, other), (Ok(one), Ok(other)) if one == other)
    };
    match &arguments.output {
        Some(output) if same(output) => {
            let path = output.display();
            Err(CliError::Usage(format!(
                "“{path}” is the draft itself; name another file"
            )))
        }
        _ => Ok(()),
    }
}
