//! Reading what the arguments name: a file, or standard input for `-`.

use std::io::Read;
use std::path::Path;

use super::CliError;
use crate::import::Imported;
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

/// Reads a file. `raw` imports standard input.
pub(super) fn read(path: &Path, raw: bool) -> Result<Input, CliError> {
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
        )?
    } else {
        drafts::open(path)?
    };
    let source = Source::new(opened.text);
    let resolution = crate::syntax::parse(&source);
    Ok(Input { name, source, resolution, imported: opened.imported })
}
