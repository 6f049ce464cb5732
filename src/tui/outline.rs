//! The rows of the outline, made once for each reading of the draft.

use crate::lint::{Diagnostic, Severity};
use crate::model::{Paragraph, Resolution};
use crate::text::TextRange;

/// A row of the outline.
#[derive(Debug)]
pub(super) struct Entry {
    /// `PP 3`, `OP 6`, `(a)`; empty for a title, a heading or the organ line.
    pub(super) label: String,
    /// Its first words.
    pub(super) words: String,
    /// How far it is set in.
    pub(super) depth: u8,
    /// Where a jump goes.
    pub(super) range: TextRange,
    /// The loudest finding in it, its subparagraphs left out.
    pub(super) loudest: Option<Severity>,
}

/// How much of a paragraph the outline keeps: more than any pane is wide.
const MOST_CHARACTERS: usize = 60;

/// The rows for a draft.
pub(super) fn entries(resolution: &Resolution, findings: &[Diagnostic]) -> Vec<Entry> {
    let mut entries = Vec::new();
    add(resolution, &mut entries);
    for annex in &resolution.annexes {
        entries.push(entry(String::new(), &annex.title.text, 0, annex.range));
    }
    mark(&mut entries, findings);
    entries
}

fn add(resolution: &Resolution, entries: &mut Vec<Entry>) {
    if let Some(title) = &resolution.title {
        entries.push(entry(String::new(), &title.value, 0, title.range));
    }
    if let Some(line) = &resolution.organ_line {
        entries.push(entry(String::new(), &line.text, 0, line.range));
    }
    for section in &resolution.sections {
        if let Some(heading) = &section.heading {
            entries.push(entry(String::new(), &heading.text, 0, heading.range));
        }
        for paragraph in section.preambular.iter().chain(&section.operative) {
            for below in paragraph.with_descendants() {
                entries.push(of_paragraph(below));
            }
        }
    }
    for part in &resolution.parts {
        add(part, entries);
    }
}

fn of_paragraph(paragraph: &Paragraph) -> Entry {
    let marker = paragraph.marker.as_ref().map_or("…", |marker| marker.text.as_str());
    let label = if paragraph.degree == 0 { paragraph.label.as_str() } else { marker };
    entry(label.to_owned(), &paragraph.prose.text, paragraph.degree, paragraph.range)
}

fn entry(label: String, words: &str, depth: u8, range: TextRange) -> Entry {
    let words = words.chars().take(MOST_CHARACTERS).collect();
    Entry { label, words, depth, range, loudest: None }
}

/// Gives each finding to the last row that begins before it.
fn mark(entries: &mut [Entry], findings: &[Diagnostic]) {
    for found in findings {
        if let Some(index) = row_at(entries, found.range.start()) {
            let entry = &mut entries[index];
            entry.loudest = entry.loudest.max(Some(found.severity));
        }
    }
}

/// The row of a byte offset: the last that begins at or before it, or the first.
pub(super) fn row_at(entries: &[Entry], offset: usize) -> Option<usize> {
    let begins = |(_, entry): &(usize, &Entry)| entry.range.start() <= offset;
    let last = entries
        .iter()
        .enumerate()
        .filter(begins)
        .max_by_key(|(i, e)| (e.range.start(), *i));
    last.map(|(index, _)| index).or_else(|| (!entries.is_empty()).then_some(0))
}
