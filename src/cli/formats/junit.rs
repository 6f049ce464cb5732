//! What was found, as test results: a suite for each draft, a case for each finding.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::shown;
use crate::cli::commands::lint::Linted;
use crate::cli::output::printable;
use crate::lint::Diagnostic;

/// The suites. A draft in which nothing was found is one case that passes.
pub(crate) fn write(files: &[Linted], notes: bool) -> String {
    let mut suites = String::new();
    let mut total = 0;
    for file in files {
        let found: Vec<&Diagnostic> = shown(file, notes).collect();
        total += found.len();
        suites.push_str(&suite(file, &found));
    }
    let cases: usize = files.iter().map(|file| shown(file, notes).count().max(1)).sum();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <testsuites name=\"zerodraft\" tests=\"{cases}\" failures=\"{total}\">\n\
         {suites}</testsuites>\n"
    )
}

fn suite(file: &Linted, found: &[&Diagnostic]) -> String {
    let (name, cases, failures) =
        (attribute(&file.input.name), found.len().max(1), found.len());
    let mut text = format!(
        "  <testsuite name=\"{name}\" tests=\"{cases}\" failures=\"{failures}\" errors=\"0\">\n"
    );
    for found in found {
        let position = file.input.source.position(found.range.start());
        let (rule, severity) = (found.rule.name, found.severity.word());
        let place = found.paragraph.as_deref().unwrap_or("draft");
        let case = attribute(&format!("{rule}: {place}, line {}", position.line));
        let message = attribute(&found.message);
        let body = attribute(&format!(
            "{}:{}:{}: {place}: {}",
            file.input.name, position.line, position.column, found.message
        ));
        write!(
            text,
            "    <testcase name=\"{case}\" classname=\"{name}\">\n      \
             <failure type=\"{severity}\" message=\"{message}\">{body}</failure>\n    \
             </testcase>\n"
        )
        .ok();
    }
    if found.is_empty() {
        writeln!(text, "    <testcase name=\"lint\" classname=\"{name}\"/>").ok();
    }
    text + "  </testsuite>\n"
}

/// Text without what XML cannot hold.
fn attribute(text: &str) -> String {
    escape(printable(text).as_ref()).replace('\n', " ")
}
