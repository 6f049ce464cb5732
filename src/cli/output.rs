//! Printing: results to standard output, messages to standard error, and nothing of a
//! draft that could steer the terminal.

use std::borrow::Cow;
use std::io::Write;
use std::path::Path;

use super::CliError;
use crate::workspace::drafts;

/// Prints a result.
pub(super) fn print(text: &str) -> Result<(), CliError> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// Says on standard error why something could not be done.
pub(super) fn complain(message: &str) {
    writeln!(anstream::stderr(), "zerodraft: {}", printable(message)).ok();
}

/// Tells something on standard error that is no fault.
pub(super) fn tell(message: &str) {
    writeln!(anstream::stderr(), "{}", printable(message)).ok();
}

/// A text without the control characters that a terminal obeys.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let is_harmless = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars().map(|c| if is_harmless(c) { c } else { '\u{fffd}' }).collect(),
    )
}

/// Writes bytes to a file, or to standard output where the file is `-` or none.
pub(super) fn write(path: Option<&Path>, bytes: &[u8]) -> Result<(), CliError> {
    if let Some(path) = path.filter(|path| path.as_os_str() != "-") {
        return Ok(drafts::save(path, bytes)?);
    }
    let mut out = std::io::stdout().lock();
    out.write_all(bytes)?;
    Ok(out.flush()?)
}
