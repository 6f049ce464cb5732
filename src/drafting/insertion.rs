//! Where a filled template goes in a draft, and what changes around it.

use super::settling::carried;
use crate::fix;
use crate::library::{TemplatePart, as_body, as_paragraph};
use crate::lint::{Draft, renumbering};
use crate::model::{Marker, Paragraph, Resolution};
use crate::text::{Edit, Source, TextRange};

/// A draft with a paragraph more.
#[derive(Debug, PartialEq, Eq)]
pub struct Inserted {
    /// The new text.
    pub text: String,
    /// Where the new paragraph begins in it.
    pub at: usize,
}

/// Puts a filled template into the draft, and numbers it and what follows.
pub fn insert(
    draft: &Draft,
    part: TemplatePart,
    filled: &str,
    cursor: usize,
) -> Inserted {
    let inserted = put(draft, part, filled, cursor);
    if !inserted.text.contains("#.") {
        return inserted;
    }
    let source = Source::new(inserted.text);
    let resolution = crate::syntax::parse(&source);
    let edits = renumbering::number_edits(&Draft::new(&source, &resolution));
    let at = carried(&edits, inserted.at);
    let edits: Vec<&Edit> = edits.iter().collect();
    Inserted { text: fix::apply_edits(&source, &edits), at }
}

/// Puts it in its place: a preambular paragraph after the one at the
/// cursor, an operative paragraph after the one at the cursor with the number that
/// follows. With the cursor elsewhere it goes to the end of its part.
fn put(draft: &Draft, part: TemplatePart, filled: &str, cursor: usize) -> Inserted {
    let resolution = part_at(draft.resolution, cursor);
    match part {
        TemplatePart::Preambular => insert_preambular(draft, resolution, filled, cursor),
        TemplatePart::Operative => insert_operative(draft, resolution, filled, cursor),
        TemplatePart::Document => append(draft, &as_body(filled)),
    }
}

/// Part A, B … in which the cursor stands; without parts, the resolution.
fn part_at(resolution: &Resolution, cursor: usize) -> &Resolution {
    let holds =
        |part: &&Resolution| part.range.start() <= cursor && cursor <= part.range.end();
    resolution.parts.iter().rfind(holds).unwrap_or(resolution)
}

fn insert_preambular(
    draft: &Draft,
    resolution: &Resolution,
    filled: &str,
    cursor: usize,
) -> Inserted {
    let paragraphs: Vec<&Paragraph> = resolution.preambular().collect();
    let text = as_paragraph(filled, None, ',');
    let here = paragraphs.iter().find(|paragraph| holds(paragraph, cursor));
    if let Some(previous) = here.or(paragraphs.last()) {
        return after(draft, previous.range.end(), &text, Vec::new());
    }
    if let Some(line) = &resolution.organ_line {
        return after(draft, line.range.end(), &text, Vec::new());
    }
    match resolution.operative().next() {
        Some(first) => before(draft, first.range.start(), &text),
        None => append(draft, &text),
    }
}

fn insert_operative(
    draft: &Draft,
    resolution: &Resolution,
    filled: &str,
    cursor: usize,
) -> Inserted {
    let paragraphs: Vec<&Paragraph> = resolution.operative().collect();
    let here = paragraphs.iter().position(|paragraph| holds(paragraph, cursor));
    let Some(index) = here.or(paragraphs.len().checked_sub(1)) else {
        let text = as_paragraph(filled, None, '.');
        let last = resolution.preambular().last().map(|paragraph| paragraph.range.end());
        let line = resolution.organ_line.as_ref().map(|line| line.range.end());
        return match last.or(line) {
            Some(end) => after(draft, end, &text, Vec::new()),
            None => append(draft, &text),
        };
    };
    let previous = paragraphs[index];
    let mut around = Vec::new();
    let number = match &previous.marker {
        Some(marker) if !is_in_order(draft) => next_number(marker),
        Some(_) => "#.".to_owned(),
        None => {
            around.push(Edit::insert(previous.range.start(), "1. "));
            "#.".to_owned()
        }
    };
    let is_last = index + 1 == paragraphs.len();
    around.extend(is_last.then(|| semicolon_after(draft, previous)).flatten());
    let text = as_paragraph(filled, Some(&number), if is_last { '.' } else { ';' });
    after(draft, previous.range.end(), &text, around)
}

/// Where numbers are kept through negotiation (`5 bis`), the new paragraph takes the next
/// one and the others keep theirs.
fn is_in_order(draft: &Draft) -> bool {
    renumbering::number_edits(draft).is_empty()
}

fn next_number(marker: &Marker) -> String {
    marker.ordinal.map_or("#.".to_owned(), |ordinal| format!("{}.", ordinal + 1))
}

fn holds(paragraph: &Paragraph, cursor: usize) -> bool {
    paragraph.range.start() <= cursor && cursor <= paragraph.range.end()
}

/// The paragraph that was the last one no longer ends the sentence.
fn semicolon_after(draft: &Draft, previous: &Paragraph) -> Option<Edit> {
    let last = previous.with_descendants().last()?;
    let prose = &last.prose;
    let stop = prose.text.trim_end().strip_suffix('.')?.len();
    let range = prose.source_range(stop..stop + 1);
    (draft.source.slice(range) == ".").then(|| Edit::replace(range, ";"))
}

fn after(draft: &Draft, end: usize, paragraph: &str, around: Vec<Edit>) -> Inserted {
    let mut edits = around;
    // A full stop before a footnote call may be one of the edits and touch nothing here.
    edits.push(Edit::insert(end, format!("\n\n{paragraph}")));
    let grown: usize = edits
        .iter()
        .filter(|edit| edit.range.start() < end)
        .map(|edit| edit.replacement.len() - edit.range.len())
        .sum();
    let edits: Vec<&Edit> = edits.iter().collect();
    Inserted { text: fix::apply_edits(draft.source, &edits), at: end + grown + 2 }
}

fn before(draft: &Draft, start: usize, paragraph: &str) -> Inserted {
    let edit = Edit::insert(start, format!("{paragraph}\n\n"));
    Inserted { text: fix::apply_edits(draft.source, &[&edit]), at: start }
}

/// At the end of the draft, a blank line between.
fn append(draft: &Draft, text: &str) -> Inserted {
    let old = draft.source.slice(TextRange::new(0, draft.source.text().len()));
    let kept = old.trim_end();
    let gap = match kept {
        "" => "",
        _ if kept.ends_with("---") => "\n",
        _ => "\n\n",
    };
    let start = format!("{kept}{gap}");
    Inserted { at: start.len(), text: format!("{start}{}\n", text.trim_end()) }
}
