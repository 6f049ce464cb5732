//! `zerodraft rules`

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::{Value, json};

use crate::cli::{CliError, choice, json, output};
use crate::lint::profiles::Profile;
use crate::lint::{Effect, Rule, Selection, Severity, rules};

#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Only the rules of this family.
    #[arg(long, value_name = "FAMILY")]
    family: Option<String>,
    /// How loudly each speaks under this profile.
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// How to print the list.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    /// For people.
    Text,
    /// For programs.
    Json,
}

pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, CliError> {
    let profile = arguments.profile.as_deref().map(choice::profile).transpose()?;
    let rules = chosen(arguments.family.as_deref())?;
    output::print(&match arguments.format {
        Form::Text => text(&rules, profile),
        Form::Json => as_json(&rules, profile),
    })?;
    Ok(ExitCode::SUCCESS)
}

fn chosen(family: Option<&str>) -> Result<Vec<&'static Rule>, CliError> {
    let is_chosen =
        |rule: &&Rule| family.is_none_or(|family| family == rule.family.word());
    let chosen: Vec<_> = rules::ALL.iter().copied().filter(is_chosen).collect();
    if chosen.is_empty() {
        let mut families: Vec<_> =
            rules::ALL.iter().map(|rule| rule.family.word()).collect();
        families.dedup();
        return Err(CliError::Usage(format!(
            "there is no family “{}”; the families are: {}",
            family.unwrap_or_default(),
            families.join(", ")
        )));
    }
    Ok(chosen)
}

fn text(rules: &[&Rule], profile: Option<&Profile>) -> String {
    let width = rules.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    let mut family = None;
    for rule in rules {
        if family.replace(rule.family) != Some(rule.family) {
            writeln!(text, "{}", rule.family.word()).ok();
        }
        let severity = word(Selection::default().severity(rule, profile));
        let fix = match rule.effect() {
            Some(Effect::Editorial) => "--fix",
            Some(Effect::Substantive) => "--fix-all",
            None => "",
        };
        let (name, summary) = (rule.name, rule.summary);
        writeln!(text, "  {name:width$}  {severity:7}  {fix:9}  {summary}").ok();
    }
    text
}

fn as_json(rules: &[&Rule], profile: Option<&Profile>) -> String {
    let one = |rule: &&Rule| {
        json!({
            "rule": rule.name,
            "family": rule.family.word(),
            "severity": word(Selection::default().severity(rule, profile)),
            "fix": rule.effect().map(Effect::word),
            "summary": rule.summary,
        })
    };
    json::pretty(&json!({
        "schema": 1,
        "profile": profile.map(|profile| &profile.name),
        "rules": rules.iter().map(one).collect::<Vec<Value>>(),
    }))
}

fn word(severity: Option<Severity>) -> &'static str {
    severity.map_or("off", Severity::word)
}
