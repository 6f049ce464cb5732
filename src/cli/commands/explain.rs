//! `zerodraft explain RULE`

use std::fmt::Write;
use std::process::ExitCode;

use crate::cli::{CliError, output};
use crate::lint::{Rule, rules};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// The rule: the name in brackets behind a finding.
    #[arg(required_unless_present = "all")]
    rule: Option<String>,
    /// The pages of all rules, in Markdown.
    #[arg(long, conflicts_with = "rule")]
    all: bool,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    match &arguments.rule {
        Some(rule) => output::print(named(rule)?.explanation)?,
        None => output::print(&reference())?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The pages of all rules, under the names of their families.
fn reference() -> String {
    let mut text = String::from("# The rules of Zerodraft\n");
    let mut family = None;
    for rule in rules::ALL {
        if family.replace(rule.family) != Some(rule.family) {
            let word = rule.family.word();
            let (first, rest) = word.split_at(1);
            writeln!(text, "\n## {}{rest}", first.to_uppercase()).ok();
        }
        text.push('\n');
        text.push_str(&page_below(rule));
    }
    text
}

/// The page of a rule with its headings two degrees lower, its severity below its name.
fn page_below(rule: &Rule) -> String {
    let mut is_draft = false;
    let mut page = String::new();
    for line in rule.explanation.lines() {
        is_draft ^= line.starts_with("```");
        if line.starts_with('#') && !is_draft {
            page.push_str("##");
        }
        page.push_str(line);
        page.push('\n');
        if line.starts_with("# ") && !is_draft {
            let severity = rule.severity.word();
            writeln!(page, "\n*{severity}: {}*", rule.summary).ok();
        }
    }
    page
}

/// The rule of a name, or what was probably meant.
pub(crate) fn named(name: &str) -> Result<&'static Rule, CliError> {
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
