//! `zerodraft snapshots FILE`

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::SystemTime;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::cli::comparison::{Compared, counts, json, text};
use crate::cli::input::{Input, Reading};
use crate::cli::json::pretty;
use crate::cli::{CliError, input, output};
use crate::compare::{Summary, compare};
use crate::model::Resolution;
use crate::text::{Source, nearest};
use crate::workspace::folders;
use crate::workspace::snapshots::{Snapshot, Snapshots};

#[derive(Debug, clap::Args)]
#[command(
    after_help = "Exit codes: 0 listed, restored, or the two say the same; 1 they differ; \
                  2 could not do its work."
)]
pub(crate) struct Arguments {
    /// The draft of which snapshots were kept.
    file: PathBuf,
    /// Show what became of each paragraph since a snapshot, by its name or number.
    #[arg(long, value_name = "NAME", conflicts_with = "restore")]
    compare: Option<String>,
    /// Write the text of a snapshot out, by its name or number.
    #[arg(long, value_name = "NAME")]
    restore: Option<String>,
    /// The file for what is restored or compared; without it, standard output.
    #[arg(short, long, value_name = "OUT")]
    output: Option<PathBuf>,
    /// Write over a file that exists.
    #[arg(long)]
    force: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// A text in the list: a snapshot, or the draft as it is now.
struct Listed {
    number: Option<u32>,
    name: Option<String>,
    when: Option<Timestamp>,
    words: usize,
    paragraphs: usize,
    /// What changed since the text before it. The first has none before it.
    since: Option<Summary>,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let state = folders::state().ok_or_else(|| {
        CliError::Usage("this system tells no home folder for snapshots".to_owned())
    })?;
    let mut all = Snapshots::for_draft(&state, Some(&arguments.file)).all();
    if all.is_empty() {
        let file = arguments.file.display();
        let message =
            format!("there is no snapshot of “{file}”; on the desk, Alt-K keeps one");
        return Err(CliError::Usage(message));
    }
    match (&arguments.compare, &arguments.restore) {
        (Some(name), _) => compare_with(arguments, named(&all, name)?),
        (_, Some(name)) => restore(arguments, named(&all, name)?),
        (None, None) => {
            all.reverse();
            list(arguments, &all)
        }
    }
}

/// The newest snapshot of a name, or the one of a number.
fn named<'a>(all: &'a [Snapshot], name: &str) -> Result<&'a Snapshot, CliError> {
    let by_name = all.iter().find(|snapshot| snapshot.name == name);
    let by_number = all.iter().find(|snapshot| snapshot.number.to_string() == name);
    by_name.or(by_number).ok_or_else(|| {
        let names: Vec<&str> =
            all.iter().map(|snapshot| snapshot.name.as_str()).collect();
        let hint = nearest(name, names.iter().copied()).map_or_else(
            || format!("; there is: {}", names.join(", ")),
            |near| format!("; did you mean “{near}”?"),
        );
        CliError::Usage(format!("there is no snapshot “{name}”{hint}"))
    })
}

fn restore(arguments: &Arguments, snapshot: &Snapshot) -> Result<ExitCode, CliError> {
    super::import::refuse_to_overwrite(arguments.output.as_deref(), arguments.force)?;
    output::write(arguments.output.as_deref(), snapshot.text()?.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn compare_with(
    arguments: &Arguments,
    snapshot: &Snapshot,
) -> Result<ExitCode, CliError> {
    super::import::refuse_to_overwrite(arguments.output.as_deref(), arguments.force)?;
    let (source, resolution) = read(snapshot)?;
    let name = format!("“{}”, kept {}", snapshot.name, day(timestamp(snapshot.when)));
    let old = Input { name, source, resolution, imported: None, notice: None };
    let new = input::read(&arguments.file, false, &arguments.reading)?;
    let comparison = compare(&old.resolution, &new.resolution);
    let is_same = comparison.summary().is_same();
    let compared = Compared { old: &old, new: &new, comparison };
    let written = match arguments.format {
        Form::Text => text::text(&compared, false),
        Form::Json => json::json(&compared),
    };
    super::compare::write_out(&written, arguments.output.as_deref(), is_same)
}

/// Lists the snapshots, the oldest first, and the draft as it is now.
fn list(arguments: &Arguments, all: &[Snapshot]) -> Result<ExitCode, CliError> {
    let mut listed = Vec::new();
    let mut before: Option<Resolution> = None;
    for snapshot in all {
        let (_, resolution) = read(snapshot)?;
        listed.push(Listed {
            number: Some(snapshot.number),
            name: Some(snapshot.name.clone()),
            when: Some(timestamp(snapshot.when)),
            ..measured(&resolution, before.as_ref())
        });
        before = Some(resolution);
    }
    // Snapshots outlive the draft.
    if arguments.file.exists() {
        let now = input::read(&arguments.file, false, &arguments.reading)?;
        listed.push(measured(&now.resolution, before.as_ref()));
    }
    let written = match arguments.format {
        Form::Text => listed.iter().map(line).collect(),
        Form::Json => as_json(&arguments.file, &listed),
    };
    output::print(&output::printable(&written))?;
    Ok(ExitCode::SUCCESS)
}

fn read(snapshot: &Snapshot) -> Result<(Source, Resolution), CliError> {
    let source = Source::new(snapshot.text()?);
    let resolution = crate::syntax::parse(&source);
    Ok((source, resolution))
}

fn measured(resolution: &Resolution, before: Option<&Resolution>) -> Listed {
    Listed {
        number: None,
        name: None,
        when: None,
        words: resolution.word_count(),
        paragraphs: resolution.with_parts().flat_map(Resolution::paragraphs).count(),
        since: before.map(|before| compare(before, resolution).summary()),
    }
}

/// `2. after informals 2, 2026-09-28 14:05 UTC: 412 words, 18 paragraphs; 17 kept, 1 added`
fn line(listed: &Listed) -> String {
    let Listed { number, name, when, words, paragraphs, since } = listed;
    let head = match (number, name, when) {
        (Some(number), Some(name), Some(when)) => {
            format!("{number}. {name}, {}", day(*when))
        }
        _ => "the draft now".to_owned(),
    };
    let since = since.as_ref().map(|since| {
        let words =
            if since.is_same() { "nothing changed".to_owned() } else { counts(since) };
        format!("; {words}")
    });
    format!(
        "{head}: {words} words, {paragraphs} paragraphs{}\n",
        since.unwrap_or_default()
    )
}

fn as_json(file: &Path, listed: &[Listed]) -> String {
    let texts: Vec<Value> = listed
        .iter()
        .map(|listed| {
            let since = listed.since.as_ref().map(json::summary);
            json!({
                "number": listed.number,
                "name": listed.name,
                "when": listed.when.map(|when| when.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
                "words": listed.words,
                "paragraphs": listed.paragraphs,
                "since": since,
            })
        })
        .collect();
    let (now, snapshots): (Vec<Value>, Vec<Value>) =
        texts.into_iter().partition(|text| text["number"].is_null());
    pretty(&json!({
        "schema": 1,
        "file": file.display().to_string(),
        "snapshots": snapshots,
        "now": now.first(),
    }))
}

fn timestamp(when: SystemTime) -> Timestamp {
    Timestamp::try_from(when).unwrap_or_default()
}

/// `2026-09-28 14:05 UTC`
fn day(when: Timestamp) -> String {
    when.strftime("%Y-%m-%d %H:%M UTC").to_string()
}
