//! Reading what the arguments name: a file, or standard input for `-`.

use std::io::Read;
use std::path::Path;

use super::{CliError, output};
use crate::import::{self, Imported, Options, TextFound, Unit};
use crate::model::Resolution;
use crate::text::Source;
use crate::workspace::drafts::{self, FileError, ReadAs};

/// A text that was read and understood.
pub(super) struct Input {
    /// The file as messages call it.
    pub(super) name: String,
    /// The draft text.
    pub(super) source: Source,
    /// What it was understood as.
    pub(super) resolution: Resolution,
    /// What the import tells, if the file was no draft.
    pub(super) imported: Option<Imported>,
    /// What a person should know of the file: that it holds several resolutions, or none.
    pub(super) notice: Option<String>,
}

/// How a text that is no draft is read.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Reading {
    /// Of several resolutions in one file, read this one.
    #[arg(long, value_name = "N")]
    text: Option<usize>,
    /// What becomes of the tracked changes and comments of a Word file.
    #[arg(long, value_enum, default_value_t = Changes::Keep, value_name = "WHAT")]
    changes: Changes,
}

/// What becomes of tracked changes and comments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Changes {
    /// They are kept, as marks of the draft.
    Keep,
    /// The text as proposed, without comments.
    Accept,
    /// The text as it was, without comments.
    Reject,
}

impl Reading {
    /// Whether tracked changes stay as they are.
    pub(super) fn keeps_changes(&self) -> bool {
        self.changes == Changes::Keep
    }

    /// The same as options of the import.
    pub(super) fn options(&self) -> Options {
        let changes = match self.changes {
            Changes::Keep => import::Changes::Keep,
            Changes::Accept => import::Changes::Accept,
            Changes::Reject => import::Changes::Reject,
        };
        Options { changes, text: self.text }
    }
}

/// Reads a file, and tells what a person should know of it. `raw` imports standard input,
/// and Markdown that is no draft.
pub(super) fn read(path: &Path, raw: bool, reading: &Reading) -> Result<Input, CliError> {
    let input = read_quietly(path, raw, reading)?;
    if let Some(notice) = &input.notice {
        output::tell(notice);
    }
    Ok(input)
}

/// Reads a file, and leaves it to the caller to tell the notice.
pub(super) fn read_quietly(
    path: &Path,
    raw: bool,
    reading: &Reading,
) -> Result<Input, CliError> {
    let options = reading.options();
    let is_standard_input = path.as_os_str() == "-";
    let name = if is_standard_input {
        "standard input".to_owned()
    } else {
        path.display().to_string()
    };
    let opened = if is_standard_input {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map_err(|cause| {
            FileError::System { deed: "read", path: name.clone(), cause }
        })?;
        drafts::understand(
            &bytes,
            &name,
            if raw { ReadAs::RawText } else { ReadAs::Draft },
            &options,
        )?
    } else if raw {
        drafts::open_to_import(path, &options)?
    } else {
        drafts::open(path, &options)?
    };
    let imported = opened.imported.as_ref().filter(|_| options.text.is_none());
    let notice = imported.and_then(|imported| what_it_holds(&name, imported));
    let source = Source::new(opened.text);
    let resolution = crate::syntax::parse(&source);
    Ok(Input { name, source, resolution, imported: opened.imported, notice })
}

/// Whether two paths lead to one file.
pub(super) fn is_same_file(one: &Path, other: &Path) -> bool {
    let (one, other) = (one.canonicalize(), other.canonicalize());
    matches!((one, other), (Ok(one), Ok(other)) if one == other)
}

/// That a file holds several resolutions, or none.
fn what_it_holds(name: &str, imported: &Imported) -> Option<String> {
    let texts = &imported.texts;
    if texts.is_empty() {
        return Some(format!(
            "no resolution was found in “{name}”; its words are taken as they stand"
        ));
    }
    (texts.len() > 1).then(|| {
        let titles: Vec<String> = texts
            .iter()
            .zip(1..)
            .map(|(text, number)| title(number, text, imported.unit))
            .collect();
        format!(
            "“{name}” holds {} resolutions: {}; reading the first; choose with --text N",
            texts.len(),
            titles.join("; "),
        )
    })
}

/// “2. 131 (VI) “Appointment of …””
fn title(number: usize, text: &TextFound, unit: Unit) -> String {
    const LONGEST: usize = 60;
    let mut words = vec![format!("{number}.")];
    words.extend(text.number.clone());
    let mut title: String = text.title.chars().take(LONGEST).collect();
    if title.len() < text.title.len() {
        title.truncate(title.trim_end().len());
        title.push('…');
    }
    words.extend((!title.is_empty()).then(|| format!("“{title}”")));
    if words.len() == 1 {
        words.push(format!("on {} {}", unit.word(), text.place));
    }
    words.join(" ")
}
