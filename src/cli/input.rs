//! Reading what the arguments name: a file, or standard input for `-`.

use std::io::Read;
use std::path::Path;

use super::CliError;
use crate::import::{self, Imported};
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
}

/// How to import what is no draft.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Importing {
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

impl Importing {
    fn options(self) -> import::Options {
        let changes = match self.changes {
            Changes::Keep => import::Changes::Keep,
            Changes::Accept => import::Changes::Accept,
            Changes::Reject => import::Changes::Reject,
        };
        import::Options { changes }
    }
}

/// Reads a file. `raw` imports standard input.
pub(super) fn read(
    path: &Path,
    raw: bool,
    importing: Importing,
) -> Result<Input, CliError> {
    let options = importing.options();
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
    } else {
        drafts::open(path, &options)?
    };
    let source = Source::new(opened.text);
    let resolution = crate::syntax::parse(&source);
    Ok(Input { name, source, resolution, imported: opened.imported })
}
