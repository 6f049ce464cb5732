//! What was found, as annotations of a GitHub workflow.

use std::fmt::Write;

use super::shown;
use crate::cli::commands::lint::Linted;
use crate::lint::Severity;

/// One `::error …::` line for each finding.
pub(crate) fn write(files: &[Linted], notes: bool) -> String {
    let mut text = String::new();
    for file in files {
        for found in shown(file, notes) {
            let level = match found.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Note => "notice",
            };
            let source = &file.input.source;
            let (start, end) = (
                source.position(found.range.start()),
                source.position(found.range.end()),
            );
            let mut properties = vec![
                ("file", file.input.name.clone()),
                ("line", start.line.to_string()),
                ("endLine", end.line.to_string()),
            ];
            // Columns are for places within a line.
            if start.line == end.line {
                properties.push(("col", start.column.to_string()));
                properties.push(("endColumn", end.column.to_string()));
            }
            let place = found.paragraph.as_deref().unwrap_or("draft");
            properties.push(("title", format!("{}: {place}", found.rule.name)));
            let properties: Vec<String> = properties
                .iter()
                .map(|(name, value)| format!("{name}={}", property(value)))
                .collect();
            let message = data(&found.message);
            writeln!(text, "::{level} {}::{message}", properties.join(",")).ok();
        }
    }
    text
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
