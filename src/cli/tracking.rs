//! `zerodraft lint FILE.docx --fix --tracked -o OUT.docx`: fixes as tracked changes.

use std::path::Path;

use super::input::{Input, Reading, is_same_file};
use super::{CliError, output};
use crate::fix::tracked::{LeftOut, Tracked, track};
use crate::import;
use crate::lint::{Effect, Selection};
use crate::syntax;
use crate::text::Signature;
use crate::workspace::drafts;

/// What is to be tracked.
pub(super) struct Tracking<'a> {
    /// The Word file.
    pub(super) file: &'a Path,
    /// The Word file that is to be written.
    pub(super) output: Option<&'a Path>,
    pub(super) reading: &'a Reading,
    pub(super) allowed: Effect,
    pub(super) signature: Signature,
}

impl Tracking<'_> {
    /// Writes the fixes into a copy of the file, and gives the draft that it then is.
    pub(super) fn run(
        &self,
        mut input: Input,
        selection: &Selection,
    ) -> Result<Input, CliError> {
        let bytes = drafts::read_bytes(self.file)?;
        let output = self.output()?;
        let name = self.file.display();
        let Some(imported) = input.imported.as_ref().filter(|_| import::is_word(&bytes))
        else {
            let message = format!(
                "“{name}” is no Word file, and only those have tracked changes; \
                 leave --tracked out, or name a .docx file"
            );
            return Err(CliError::Usage(message));
        };
        let options = self.reading.options();
        let tracked =
            track(&bytes, imported, &options, selection, self.allowed, &self.signature);
        let Tracked { bytes, source, left_out } = tracked.map_err(|cause| {
            CliError::Usage(format!("cannot track changes in “{name}”: {cause}"))
        })?;
        output::write(Some(output), &bytes)?;
        for LeftOut { line, rule, why } in left_out {
            output::tell(&format!("{name}:{line}: {rule}: not mended: {why}"));
        }
        input.resolution = syntax::parse(&source);
        input.source = source;
        Ok(input)
    }

    /// The file to write, which is a Word file and another than the one read.
    fn output(&self) -> Result<&Path, CliError> {
        let Some(output) = self.output.filter(|output| output.as_os_str() != "-") else {
            let message = "--tracked writes a Word file; name it with -o OUT.docx";
            return Err(CliError::Usage(message.to_owned()));
        };
        let name = output.display();
        let ending = output.extension().and_then(|ending| ending.to_str());
        if !ending.is_some_and(|ending| ending.eq_ignore_ascii_case("docx")) {
            let message = format!("“{name}” is no name of a Word file; end it in .docx");
            return Err(CliError::Usage(message));
        }
        if is_same_file(output, self.file) {
            let message = format!("“{name}” is the file itself; name another with -o");
            return Err(CliError::Usage(message));
        }
        Ok(output)
    }
}
