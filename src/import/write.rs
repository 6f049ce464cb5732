//! The draft text of what was imported, and the lines it came from.

use jiff::civil::Date;

use crate::syntax::{FIELDS, quoted};

/// A draft in the making.
#[derive(Debug, Default)]
pub(super) struct DraftText {
    pub(super) text: String,
    pub(super) source_lines: Vec<usize>,
}

impl DraftText {
    /// Adds a line that came from a line of the source.
    pub(super) fn line(&mut self, text: &str, source_line: usize) {
        self.text.push_str(text);
        self.text.push('\n');
        self.source_lines.push(source_line);
    }

    /// Adds a paragraph on a line of its own, a blank line above it.
    pub(super) fn paragraph(&mut self, text: &str, source_line: usize) {
        if !self.text.is_empty() && !self.text.ends_with("---\n") {
            self.line("", 0);
        }
        self.line(text, source_line);
    }

    /// Adds the front matter, its fields in the order of the format.
    pub(super) fn front_matter(&mut self, mut fields: Vec<Field>) {
        let place = |field: &Field| FIELDS.iter().position(|name| *name == field.name);
        fields.sort_by_key(place);
        self.line("---", 0);
        for field in fields {
            for line in field.lines {
                self.line(&line, field.source_line);
            }
        }
        self.line("---", 0);
    }
}

/// A field of the front matter, as it is written.
#[derive(Debug)]
pub(super) struct Field {
    name: &'static str,
    lines: Vec<String>,
    source_line: usize,
}

impl Field {
    /// A string, quoted.
    pub(super) fn words(name: &'static str, value: &str, source_line: usize) -> Self {
        Self::plain(name, &quoted(value), source_line)
    }

    /// One of the words of the format: “resolution”, “en”.
    pub(super) fn plain(name: &'static str, value: &str, source_line: usize) -> Self {
        Self { name, lines: vec![format!("{name}: {value}")], source_line }
    }

    /// A date.
    pub(super) fn date(name: &'static str, date: Date, source_line: usize) -> Self {
        Self::plain(name, &date.to_string(), source_line)
    }

    /// Lines of YAML below the name.
    pub(super) fn block(
        name: &'static str,
        lines: Vec<String>,
        source_line: usize,
    ) -> Self {
        let lines = std::iter::once(format!("{name}:")).chain(lines).collect();
        Self { name, lines, source_line }
    }
}

/// Puts a backslash before what the draft syntax would take for a mark.
pub(super) fn escaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len() + 8);
    let first = text.chars().next();
    if matches!(first, Some('#' | '>' | '|')) {
        done.push('\\');
    }
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let after = rest.chars().nth(1);
        let is_mark = match c {
            '*' => true,
            '\\' => after.is_some_and(|after| after.is_ascii_punctuation()),
            '[' => after == Some('^'),
            '{' => matches!(after, Some('+' | '-' | '>')),
            '+' => rest.starts_with("++}"),
            '<' => rest.starts_with("<!--"),
            _ => false,
        };
        if is_mark {
            done.push('\\');
        }
        done.push(c);
    }
    done
}
