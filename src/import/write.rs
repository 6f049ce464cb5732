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

/// Puts a backslash before what the draft syntax would take for a mark. Emphasised words
/// keep their stars.
pub(super) fn escaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len() + 8);
    if text.starts_with(['#', '>', '|']) {
        done.push('\\');
    }
    let mut emphasis_end = None;
    for (at, c) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        if c == '*' && emphasis_end.is_none() {
            emphasis_end = emphasis_len(&done, rest).map(|len| at + len - 1);
            if emphasis_end.is_some() {
                done.push(c);
                continue;
            }
        }
        if emphasis_end == Some(at) {
            emphasis_end = None;
        } else if is_mark(c, rest) {
            done.push('\\');
        }
        done.push(c);
    }
    done
}

/// Whether a character opens or closes a mark of the draft syntax.
fn is_mark(c: char, rest: &str) -> bool {
    let after = rest.chars().nth(1);
    match c {
        '*' => true,
        '\\' => after.is_some_and(|after| after.is_ascii_punctuation()),
        '[' => after == Some('^'),
        '{' => matches!(after, Some('+' | '-' | '>')),
        '+' => rest.starts_with("++}"),
        '<' => rest.starts_with("<!--"),
        _ => false,
    }
}

/// The length of “*inter alia*” with its stars, where it opens a text.
fn emphasis_len(before: &str, rest: &str) -> Option<usize> {
    const LONGEST: usize = 160;
    let opens = before.is_empty() || before.ends_with([' ', '(', '“', '"', '«']);
    let words = rest.strip_prefix('*')?;
    let end = words.bytes().take(LONGEST).position(|byte| byte == b'*')?;
    let (words, after) = (words.get(..end)?, words.get(end + 1..)?);
    let is_emphasis = words.starts_with(char::is_alphanumeric)
        && words.ends_with(|c: char| !c.is_whitespace())
        && !after.starts_with(|c: char| c.is_alphanumeric() || c == '*');
    (opens && is_emphasis).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_would_be_a_mark_is_escaped() {
        for (text, written) in [
            ("a * on its door", "a \\* on its door"),
            ("Brazil,* Chile,* Norway", "Brazil,\\* Chile,\\* Norway"),
            ("facing, *inter alia*, it", "facing, *inter alia*, it"),
            ("a note[^1] and {++it++}", "a note\\[^1] and \\{++it\\++}"),
            ("# no heading", "\\# no heading"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
