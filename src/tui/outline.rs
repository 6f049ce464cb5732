//! The rows of the outline, made once for each reading of the draft.

use rustc_hash::FxHashSet;

use super::base::Mark;
use crate::conventions::opening_phrases::Part;
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
    /// Whether its words differ from those of the file.
    pub(super) is_changed: bool,
    /// What was done to it since the base text, if there is one.
    pub(super) since_base: Option<Mark>,
    /// The part in which a paragraph stands that is in no list.
    pub(super) part: Option<Part>,
    /// Whether the list in which it stands is folded.
    pub(super) is_hidden: bool,
    /// What stands in its list, if that is folded.
    pub(super) folded: Option<Folded>,
}

/// The rows that a fold hides.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Folded {
    /// How many.
    pub(super) count: usize,
    /// The loudest finding in them.
    pub(super) loudest: Option<Severity>,
    /// Whether the words of any differ from those of the file.
    pub(super) is_changed: bool,
    /// Whether anything was done to any since the base text.
    pub(super) is_since_base: bool,
}

/// How much of a paragraph the outline keeps: more than any pane is wide.
const MOST_CHARACTERS: usize = 60;

/// The rows for a draft.
pub(super) fn entries(
    resolution: &Resolution,
    findings: &[Diagnostic],
    saved: &SavedWords,
) -> Vec<Entry> {
    let mut entries = Vec::new();
    add(resolution, &mut entries);
    for annex in &resolution.annexes {
        entries.push(entry(String::new(), &annex.title.text, 0, annex.range));
    }
    for entry in &mut entries {
        entry.is_changed = !saved.0.contains(&entry.words);
        entry.words = entry.words.chars().take(MOST_CHARACTERS).collect();
    }
    mark(&mut entries, findings);
    entries
}

/// The words of every row as the file has them.
#[derive(Debug, Default)]
pub(super) struct SavedWords(FxHashSet<String>);

impl SavedWords {
    /// Those of a draft that is as its file.
    pub(super) fn of(resolution: &Resolution) -> Self {
        let mut entries = Vec::new();
        add(resolution, &mut entries);
        let titles = resolution.annexes.iter().map(|annex| annex.title.text.clone());
        Self(entries.into_iter().map(|entry| entry.words).chain(titles).collect())
    }
}

/// Hides the lists below the rows whose words are among `folded`. By their words, rows stay
/// folded when they are moved and numbered anew.
pub(super) fn fold(entries: &mut [Entry], folded: &FxHashSet<String>) {
    // The row above whose list is folded, and how deep it stands.
    let mut above: Option<(usize, u8)> = None;
    for index in 0..entries.len() {
        let entry = &mut entries[index];
        (entry.is_hidden, entry.folded) = (false, None);
        let (depth, loudest, is_changed) = (entry.depth, entry.loudest, entry.is_changed);
        let is_since_base = entry.since_base.is_some();
        above = above.filter(|(_, top)| depth > *top);
        if let Some((top, _)) = above {
            entry.is_hidden = true;
            let hidden = entries[top].folded.get_or_insert_default();
            hidden.count += 1;
            hidden.loudest = hidden.loudest.max(loudest);
            hidden.is_changed |= is_changed;
            hidden.is_since_base |= is_since_base;
        } else if folded.contains(&entry.words) {
            above = Some((index, depth));
        }
    }
}

/// The rows that no fold hides, as places among all.
pub(super) fn shown(entries: &[Entry]) -> Vec<usize> {
    (0..entries.len()).filter(|index| !entries[*index].is_hidden).collect()
}

/// The row in whose list a row stands.
pub(super) fn parent(entries: &[Entry], row: usize) -> Option<usize> {
    let depth = entries.get(row)?.depth;
    (0..row).rev().find(|above| entries[*above].depth < depth).filter(|_| depth > 0)
}

/// Whether a row has a list.
pub(super) fn has_list(entries: &[Entry], row: usize) -> bool {
    matches!((entries.get(row), entries.get(row + 1)),
        (Some(own), Some(next)) if next.depth > own.depth)
}

/// How many paragraphs there are in a part, subparagraphs left out.
pub(super) fn count(entries: &[Entry], part: Part) -> usize {
    entries.iter().filter(|entry| entry.part == Some(part)).count()
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
    let part = (paragraph.degree == 0).then_some(paragraph.part);
    let (words, degree) = (&paragraph.prose.text, paragraph.degree);
    Entry { part, ..entry(label.to_owned(), words, degree, paragraph.range) }
}

fn entry(label: String, words: &str, depth: u8, range: TextRange) -> Entry {
    Entry {
        label,
        words: words.to_owned(),
        depth,
        range,
        loudest: None,
        is_changed: false,
        since_base: None,
        part: None,
        is_hidden: false,
        folded: None,
    }
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

/// The row of a byte offset: the last shown that begins at or before it, or the first.
pub(super) fn row_at(entries: &[Entry], offset: usize) -> Option<usize> {
    let begins =
        |(_, entry): &(usize, &Entry)| entry.range.start() <= offset && !entry.is_hidden;
    let last = entries
        .iter()
        .enumerate()
        .filter(begins)
        .max_by_key(|(i, e)| (e.range.start(), *i));
    last.map(|(index, _)| index).or_else(|| (!entries.is_empty()).then_some(0))
}
