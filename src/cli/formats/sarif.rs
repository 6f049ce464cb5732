//! What was found, in the Static Analysis Results Interchange Format (SARIF) 2.1.0.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::cli::commands::lint::Linted;
use crate::cli::json::pretty;
use crate::lint::{Diagnostic, Fix, Rule, rules};
use crate::text::{Source, TextRange};

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/\
                      sarif-schema-2.1.0.json";

/// One run over all files. Notes are always in it.
pub(crate) fn write(files: &[Linted]) -> String {
    let results: Vec<Value> = files
        .iter()
        .flat_map(|file| file.diagnostics.iter().map(|found| result(file, found)))
        .collect();
    pretty(&json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Zerodraft",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules::ALL.iter().map(|rule| descriptor(rule)).collect::<Vec<_>>(),
            }},
            "columnKind": "unicodeCodePoints",
            "artifacts": files.iter().map(artifact).collect::<Vec<_>>(),
            "results": results,
        }],
    }))
}

fn descriptor(rule: &Rule) -> Value {
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary },
        "help": { "text": rule.explanation, "markdown": rule.explanation },
        "defaultConfiguration": { "level": rule.severity.word() },
        "properties": { "tags": [rule.family.word()] },
    })
}

fn artifact(file: &Linted) -> Value {
    json!({ "location": { "uri": uri(&file.input.name) }, "encoding": "utf-8" })
}

fn result(file: &Linted, found: &Diagnostic) -> Value {
    let source = &file.input.source;
    let index = rules::ALL.iter().position(|rule| rule.name == found.rule.name);
    let message = match &found.help {
        Some(help) => format!("{}; {help}", found.message),
        None => found.message.clone(),
    };
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&file.input.name) },
            "region": region(source, found.range),
        },
    });
    if let Some(paragraph) = &found.paragraph {
        location["logicalLocations"] =
            json!([{ "fullyQualifiedName": paragraph, "kind": "member" }]);
    }
    let mut result = json!({
        "ruleId": found.rule.name,
        "ruleIndex": index,
        "level": found.severity.word(),
        "message": { "text": message },
        "locations": [location],
    });
    let fixes: Vec<Value> = found.fixes.iter().map(|it| fix(file, it)).collect();
    if !fixes.is_empty() {
        result["fixes"] = json!(fixes);
    }
    result
}

fn region(source: &Source, range: TextRange) -> Value {
    let (start, end) = (source.position(range.start()), source.position(range.end()));
    json!({
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": range.start(),
        "byteLength": range.len(),
    })
}

fn fix(file: &Linted, fix: &Fix) -> Value {
    let replacement = |edit: &crate::text::Edit| {
        json!({
            "deletedRegion": region(&file.input.source, edit.range),
            "insertedContent": { "text": edit.replacement },
        })
    };
    json!({
        "description": { "text": fix.title },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&file.input.name) },
            "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

/// A path as a relative reference, or as a `file:` address where it is absolute.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'\\' => uri.push('/'),
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'/'
            | b'.'
            | b'-'
            | b'_'
            | b'~' => {
                uri.push(char::from(byte));
            }
            _ => {
                write!(uri, "%{byte:02X}").ok();
            }
        }
    }
    uri
}
