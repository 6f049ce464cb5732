//! Files that Model UN editors save: `.rso` of resolution-editor, JSON of munify.

mod munify;
mod rso;

use serde_json::{Map, Value};

use super::manuscript::{Line, Manuscript, Role, Setting};
use super::{Format, ImportError, Options, SetAside, Unit, encoding};
use crate::conventions::numbering::{letters_of, roman_of};
use crate::syntax::quoted;

pub(super) static FORMAT: Format = Format {
    name: "file of a Model UN editor",
    extensions: &["rso", "json"],
    is_it,
    read,
};

/// What JSON can be read, for people who bring other.
const REMEDY: &str =
    "name one that resolution-editor (.rso) or munify has saved, or its text";

/// Whether bytes are a JSON object.
fn is_it(bytes: &[u8]) -> bool {
    let start = encoding::start(bytes, 200);
    let inner = start.trim_start().strip_prefix(['{', '[']).map(str::trim_start);
    inner.is_some_and(|inner| inner.starts_with(['"', '{', '}']))
        && serde_json::from_slice::<serde::de::IgnoredAny>(without_mark(bytes)).is_ok()
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

fn read(bytes: &[u8], _: &Options) -> Result<Manuscript, ImportError> {
    let unknown =
        || ImportError::NoText { what: "JSON of an unknown kind", remedy: REMEDY };
    // Deeper JSON than its reader allows is no editor's.
    let value = serde_json::from_slice(without_mark(bytes)).map_err(|_| unknown())?;
    let mut file = File { manuscript: Manuscript::default(), rest: value };
    file.manuscript.unit = Unit::Paragraph;
    file.manuscript.setting = Setting::Paragraphs;
    if !(rso::read(&mut file) || munify::read(&mut file)) {
        return Err(unknown());
    }
    file.leave_rest();
    Ok(file.manuscript)
}

/// A file while it is read: what is taken from it becomes the manuscript, and what is
/// left is set aside.
struct File {
    manuscript: Manuscript,
    rest: Value,
}

impl File {
    /// Adds a line with the next place.
    fn line(&mut self, role: Role, text: &str) -> &mut Line {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let lines = &mut self.manuscript.lines;
        let (number, role) = (lines.len() + 1, Some(role));
        lines.push(Line { number, text, has_gap: true, role, ..Line::default() });
        let last = lines.len() - 1;
        &mut lines[last]
    }

    /// The organ line of a committee: “The Security Council,”.
    fn organ_line(&mut self, committee: &str) {
        let committee = committee.trim().trim_end_matches(',');
        let has_article = ["the ", "der ", "die ", "das "]
            .iter()
            .any(|article| committee.to_lowercase().starts_with(article));
        let article = if has_article { "" } else { "The " };
        self.line(Role::OrganLine, &format!("{article}{committee},"));
    }

    fn title(&mut self, title: &str) {
        self.manuscript.facts.push(("title".to_owned(), quoted(title.trim())));
    }

    fn sponsors(&mut self, names: &[String]) {
        let names: Vec<String> = names.iter().map(|name| quoted(name.trim())).collect();
        if !names.is_empty() {
            let list = format!("[{}]", names.join(", "));
            self.manuscript.facts.push(("sponsors".to_owned(), list));
        }
    }

    /// Sets aside what nothing has taken.
    fn leave_rest(&mut self) {
        let mut open = vec![(String::new(), std::mem::take(&mut self.rest))];
        while let Some((name, value)) = open.pop() {
            let text = match value {
                Value::Object(fields) => {
                    open.extend(
                        fields.into_iter().filter(|(name, _)| !is_code(name)).rev(),
                    );
                    continue;
                }
                Value::Array(values) => {
                    open.extend(
                        values.into_iter().rev().map(|value| (name.clone(), value)),
                    );
                    continue;
                }
                Value::String(text) if text.trim().is_empty() => continue,
                Value::String(text) => text,
                Value::Number(number) => number.to_string(),
                Value::Bool(_) | Value::Null => continue,
            };
            let text = if name.is_empty() { text } else { format!("{name}: {text}") };
            let what = "field of the file";
            self.manuscript.set_aside.push(SetAside { place: 0, what, text });
        }
    }
}

/// Names under which editors keep what only they need.
fn is_code(name: &str) -> bool {
    matches!(name, "id" | "_id" | "type" | "magic" | "version")
}

/// Takes a text out of an object.
fn take_text(object: &mut Map<String, Value>, name: &str) -> Option<String> {
    match object.remove(name) {
        Some(Value::String(text)) => (!text.trim().is_empty()).then_some(text),
        Some(other) => {
            object.insert(name.to_owned(), other);
            None
        }
        None => None,
    }
}

/// Takes a list out of an object.
fn take_list(object: &mut Map<String, Value>, name: &str) -> Vec<Value> {
    match object.remove(name) {
        Some(Value::Array(list)) => list,
        Some(other) => {
            object.insert(name.to_owned(), other);
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// The marker of the item with that index: “2.”, “(b)”, “(ii)”.
fn marker(degree: usize, index: usize) -> String {
    let number = u32::try_from(index + 1).unwrap_or(u32::MAX).min(9_999);
    match degree {
        0 => format!("{}.", index + 1),
        1 => format!("({})", letters_of(number)),
        2 => format!("({})", roman_of(number)),
        degree if degree % 2 == 1 => format!("{}.", letters_of(number)),
        _ => format!("{}.", roman_of(number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_json_is_named() {
        let error = read(b"{\"clauses\": []}", &Options::default()).unwrap_err();
        assert!(
            error.to_string().contains("resolution-editor (.rso) or munify"),
            "{error}"
        );
    }

    #[test]
    fn text_in_braces_is_no_json() {
        assert!(!is_it(b"{++The General Assembly,++}"));
        assert!(!is_it(b"{\"a\": 1"));
        assert!(is_it(b" {\n\"a\": 1}"));
    }
}
