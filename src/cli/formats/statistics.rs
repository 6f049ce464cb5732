//! How often each rule spoke.

use std::collections::BTreeMap;
use std::fmt::Write;

use serde_json::{Value, json};

use super::shown;
use crate::cli::commands::lint::Linted;
use crate::lint::{Effect, Severity};

/// What is counted of one rule.
#[derive(Default)]
struct Count {
    findings: usize,
    fixable: usize,
    files: usize,
}

/// The counts, the most frequent first.
fn counts(files: &[Linted], notes: bool) -> Vec<(Severity, &'static str, Count)> {
    let mut counts: BTreeMap<(Severity, &str), Count> = BTreeMap::new();
    for file in files {
        let mut in_file: BTreeMap<(Severity, &str), (usize, usize)> = BTreeMap::new();
        for found in shown(file, notes) {
            let is_fixable =
                found.fixes.first().is_some_and(|fix| fix.effect == Effect::Editorial);
            let count = in_file.entry((found.severity, found.rule.name)).or_default();
            count.0 += 1;
            count.1 += usize::from(is_fixable);
        }
        for (key, (findings, fixable)) in in_file {
            let count = counts.entry(key).or_default();
            count.findings += findings;
            count.fixable += fixable;
            count.files += 1;
        }
    }
    let mut list: Vec<_> = counts
        .into_iter()
        .map(|((severity, rule), count)| (severity, rule, count))
        .collect();
    list.sort_by_key(|(severity, rule, count)| {
        (std::cmp::Reverse((count.findings, *severity)), *rule)
    });
    list
}

/// A table for people.
pub(crate) fn text(files: &[Linted], notes: bool) -> String {
    let counts = counts(files, notes);
    let width = counts.iter().map(|(_, rule, _)| rule.len()).max().unwrap_or(0);
    let mut text = String::new();
    for (severity, rule, Count { findings, fixable, files }) in &counts {
        let drafts = if *files == 1 { "draft" } else { "drafts" };
        let severity = severity.word();
        write!(text, "{findings:6}  {severity:7}  {rule:width$}  in {files} {drafts}")
            .ok();
        if *fixable > 0 {
            write!(text, "; --fix mends {fixable}").ok();
        }
        text.push('\n');
    }
    text
}

/// A list for programs.
pub(crate) fn json(files: &[Linted]) -> Value {
    let one = |(severity, rule, count): &(Severity, &str, Count)| {
        json!({
            "rule": rule,
            "severity": severity.word(),
            "findings": count.findings,
            "fixable": count.fixable,
            "files": count.files,
        })
    };
    counts(files, true).iter().map(one).collect()
}
