//! `zerodraft explain RULE`

use std::process::ExitCode;

use crate::cli::{CliError, output};
use crate::lint::rules;

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The rule: the name in brackets behind a finding.
    rule: String,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let rule = named(&arguments.rule)?;
    output::print(rule.explanation)?;
    Ok(ExitCode::SUCCESS)
}

/// The rule of a name, or what was probably meant.
pub(crate) fn named(name: &str) -> Result<&'static crate::lint::Rule, CliError> {
    rules::named(name).ok_or_else(|| {
        let names = rules::ALL.iter().map(|rule| rule.name);
        let nearest = crate::text::nearest(name, names);
        let hint =
            nearest.map_or_else(String::new, |name| format!("did you mean “{name}”? "));
        CliError::Usage(format!(
            "there is no rule called “{name}”; {hint}`zerodraft rules` lists them"
        ))
    })
}
