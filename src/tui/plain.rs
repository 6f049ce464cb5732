//! The loop of line mode: lines in, lines out, files written.

use std::io::{BufRead, Write};

use super::custody::{Custody, Next};
use super::lines::Lines;
use super::running::{Session, TuiError};
use super::terminal::Lifeline;

/// Opens the desk as a prompt, and returns when the drafter leaves it or no line is left.
///
/// What was not saved by then is kept for the next session, and is told as an error.
pub fn run_plain(
    session: Session,
    input: impl BufRead,
    mut output: impl Write,
) -> Result<(), TuiError> {
    let lifeline = Lifeline::default();
    lifeline.outlive().map_err(TuiError::Terminal)?;
    let mut custody = Custody::new(session, lifeline);
    while let Some(command) = custody.desk.next_command() {
        custody.carry_out(command);
        custody.wait_for_dictionary();
    }
    let mut said = Lines::on(&mut custody.desk).greeting();
    for line in input.lines() {
        write!(output, "{said}> ")
            .and_then(|()| output.flush())
            .map_err(TuiError::Terminal)?;
        let line = line.map_err(TuiError::Terminal)?;
        said = Lines::on(&mut custody.desk).take(&line);
        while let Some(command) = custody.desk.next_command() {
            if custody.carry_out(command) == Next::Leave {
                return Ok(());
            }
            custody.wait_for_dictionary();
            said.push_str(&Lines::on(&mut custody.desk).what_came());
        }
        custody.hold_text();
        custody.keep();
    }
    write!(output, "{said}").map_err(TuiError::Terminal)?;
    if custody.desk.is_modified() {
        return Err(TuiError::Unsaved);
    }
    Ok(())
}
