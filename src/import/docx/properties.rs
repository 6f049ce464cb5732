//! The properties of a file that our own renderer writes: front matter that no page says.

use std::collections::HashMap;

use super::xml::Xml;
use crate::import::manuscript::{Line, Manuscript, MarkKind, Role};
use crate::import::{ImportError, SetAside};
use crate::text::fingerprint;

/// What the names of our properties begin with.
const PREFIX: &str = "zerodraft.";

/// The marks of notes in the draft: “1=b 2=a”.
const MARKS: &str = "footnote_marks";

/// The sign of the words in which the page says what the front matter says.
const PAGE: &str = "page";

/// The fields that every page says, where the draft has them.
const SAID_BY_THE_PAGE: [&str; 7] =
    ["symbol", "session", "date", "agenda_items", "number", "title", "adoption"];

/// What the properties say.
#[derive(Debug, Default)]
pub(super) struct Properties {
    /// Fields of the front matter.
    pub(super) facts: Vec<(String, String)>,
    /// The marks of notes as printed and as the draft has them, in the order of the draft.
    pub(super) marks: Vec<(String, String)>,
    page: Option<String>,
}

impl Properties {
    /// Reads `docProps/custom.xml`.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, ImportError> {
        let mut xml = Xml::new(part, text);
        let mut found = Self::default();
        while let Some(root) = xml.element()? {
            drop(root);
            while let Some(property) = xml.element()? {
                let name = property.attribute("name").unwrap_or_default();
                let value = xml.words()?;
                match name.strip_prefix(PREFIX) {
                    Some(MARKS) => found.marks = marks(&value),
                    Some(PAGE) => found.page = Some(value),
                    Some(field) if is_of_one_field(&value) => {
                        found.facts.push((field.to_owned(), value));
                    }
                    _ => {}
                }
            }
        }
        Ok(found)
    }

    /// The names of notes in the draft by the marks that the page prints, if the page has
    /// the same notes as when it was written.
    pub(super) fn names(&self, notes: usize) -> HashMap<String, String> {
        if notes != self.marks.len() {
            return HashMap::new();
        }
        self.marks.iter().cloned().collect()
    }
}

impl Properties {
    /// Sets aside the lines that say what the front matter says, if nobody has changed
    /// them since the file was written: then the properties know it better. If somebody
    /// has, what the page no longer says holds no more.
    pub(super) fn settle(&mut self, manuscript: &mut Manuscript) {
        let lines = &manuscript.lines;
        let is_closing = |line: &Line| line.role == Some(Role::Closing);
        // The source note of an adopted text is set as the closing lines are.
        let is_of_text = |line: &Line| line.role.is_some() && !is_closing(line);
        let start = lines.iter().position(is_of_text).unwrap_or(lines.len());
        let is_of_page = |(at, line): &(usize, &Line)| {
            *at < start || line.role == Some(Role::OrganLine) || is_closing(line)
        };
        let words = lines.iter().enumerate().filter(is_of_page);
        let sign = fingerprint(words.map(|(_, line)| line.text.as_str()));
        if self.page.as_deref().map(str::trim) != Some(sign.as_str()) {
            self.facts.retain(|(name, _)| !SAID_BY_THE_PAGE.contains(&name.as_str()));
            return;
        }
        let mut at = 0;
        let Manuscript { lines, set_aside, .. } = manuscript;
        lines.retain(|line| {
            let is_head = at < start;
            at += 1;
            let what = if is_head { "masthead" } else { "closing lines" };
            let is_kept = !is_head && !is_closing(line);
            if !is_kept {
                let place = line.number;
                set_aside.push(SetAside { place, what, text: line.text.clone() });
                set_aside.extend(line.marks.iter().filter_map(|mark| match &mark.kind {
                    MarkKind::Comment(words) => {
                        let what = "comment above the text";
                        Some(SetAside { place, what, text: words.clone() })
                    }
                    _ => None,
                }));
            }
            is_kept
        });
    }
}

/// Whether a value stays in its field: what follows the first line is set in.
fn is_of_one_field(value: &str) -> bool {
    value.lines().skip(1).all(|line| line.starts_with("  "))
}

fn marks(value: &str) -> Vec<(String, String)> {
    let pair = |pair: &str| {
        let (printed, written) = pair.split_once('=')?;
        Some((printed.to_owned(), written.to_owned()))
    };
    value.split(' ').filter_map(pair).collect()
}
