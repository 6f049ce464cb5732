//! `zerodraft render FILE -o OUT`

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::cli::signature::{Signing, source_date_epoch};
use crate::cli::{CliError, input, output};
use crate::conventions::organs::House;
use crate::model::Resolution;
use crate::render::{self, FORMATS, Format, Layer, Options, PageOptions};
use crate::workspace::{emblems, fonts};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The draft; - for standard input.
    file: PathBuf,
    /// The file to write; its ending tells the format.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// The earlier text of which this one is a change: the Word file shows as tracked
    /// changes what went, came and moved.
    #[arg(long, value_name = "OLD")]
    base: Option<PathBuf>,
    #[command(flatten)]
    signing: Signing,
    /// The day of the tracked changes; that of the draft, where nothing is said.
    #[arg(long, value_name = "DATE", requires = "base")]
    date: Option<jiff::civil::Date>,
    /// The format, where there is no ending to tell it: txt, md, html,
    /// docx, pdf or xml.
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
    #[command(flatten)]
    page: Page,
    /// Import standard input, or Markdown without front matter, instead of reading it as a
    /// draft.
    #[arg(long)]
    raw: bool,
    #[command(flatten)]
    reading: input::Reading,
}

/// See [`PageOptions`].
#[derive(Debug, clap::Args)]
#[command(next_help_heading = "Page")]
struct Page {
    /// The page: Geneva on A4, New York on Letter; by the organ, if not given.
    #[arg(long, value_enum)]
    house: Option<HouseName>,
    /// Say on every page that it is a draft and no official document.
    #[arg(long)]
    draft_stamp: bool,
    /// Number the lines of the text.
    #[arg(long)]
    line_numbers: bool,
    /// Leave all but the symbol and the organ out of the masthead.
    #[arg(long)]
    plain_masthead: bool,
    /// Your own emblem for the masthead, a PNG or SVG picture. None is shipped: that of the
    /// United Nations is reserved to those whom it authorizes.
    #[arg(long, value_name = "FILE", requires = "emblem_alt")]
    emblem: Option<PathBuf>,
    /// What the emblem shows, for those who do not see it.
    #[arg(long, value_name = "TEXT", requires = "emblem")]
    emblem_alt: Option<String>,
}

/// See [`House`].
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum HouseName {
    Geneva,
    NewYork,
}

impl Page {
    fn options(&self) -> Result<PageOptions, CliError> {
        let house = self.house.map(|house| match house {
            HouseName::Geneva => House::Geneva,
            HouseName::NewYork => House::NewYork,
        });
        let alt = self.emblem_alt.as_deref().unwrap_or_default();
        let emblem = self.emblem.as_deref().map(|file| emblems::open(file, alt));
        Ok(PageOptions {
            house,
            draft_stamp: self.draft_stamp,
            line_numbers: self.line_numbers,
            plain_masthead: self.plain_masthead,
            emblem: emblem.transpose()?,
            made: source_date_epoch()?,
        })
    }
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
    let mut options = Options {
        page: arguments.page.options()?,
        ascii: arguments.ascii,
        width: usize::from(arguments.width),
        akn: match arguments.akn {
            Akn::Publication => Layer::Publication,
            Akn::Statement => Layer::Statement,
        },
        ..Options::default()
    };
    let foreign = render::foreign_characters(&input.resolution, format, &options);
    options.faces = fonts::that_show(&foreign);
    let bytes = match &arguments.base {
        Some(base) => revised(arguments, base, &input.resolution, format, &options)?,
        None => render::render(&input.resolution, format, &options)?,
    };
    output::write(arguments.output.as_deref(), &bytes)?;
    Ok(ExitCode::SUCCESS)
}

/// The text as tracked changes of an earlier one.
fn revised(
    arguments: &Arguments,
    base: &Path,
    new: &Resolution,
    format: &Format,
    options: &Options,
) -> Result<Vec<u8>, CliError> {
    if format.name != "docx" {
        let message =
            "--base shows tracked changes, which only Word files have; end OUT in .docx";
        return Err(CliError::Usage(message.to_owned()));
    }
    let old = input::read(base, arguments.raw, &arguments.reading)?;
    let of_draft = new.masthead.date.as_ref().map(|date| date.value);
    let signature = match arguments.date.or(of_draft) {
        Some(date) => arguments.signing.on(date),
        None => arguments.signing.now()?,
    };
    Ok(render::revise(&old.resolution, new, options, &signature)?)
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
    match &arguments.output {
        Some(output) if input::is_same_file(output, &arguments.file) => {
            let path = output.display();
            Err(CliError::Usage(format!(
                "“{path}” is the draft itself; name another file"
            )))
        }
        _ => Ok(()),
    }
}
