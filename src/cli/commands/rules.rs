//! `zerodraft rules`

use std::fmt::Write;
use std::process::ExitCode;

use crate::cli::{CliError, output};
use crate::lint::rules;

pub(crate) fn run() -> Result<ExitCode, CliError> {
    let mut families: Vec<_> = rules::ALL.iter().map(|rule| rule.family).collect();
    families.sort();
    families.dedup();
    let width = rules::ALL.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for family in families {
        writeln!(text, "{}", family.word()).ok();
        for rule in rules::ALL.iter().filter(|rule| rule.family == family) {
            let (name, severity) = (rule.name, rule.severity.word());
            writeln!(text, "  {name:width$}  {severity:7}  {}", rule.summary).ok();
        }
    }
    output::print(&text)?;
    Ok(ExitCode::SUCCESS)
}
