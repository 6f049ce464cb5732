//! Words of a paragraph: their runs, the calls of their notes, the numbers before them.

use super::Material;
use super::xml::{Face, Line, escaped, run, text};
use crate::conventions::binding::bound;
use crate::render::composition::{Change, Composition, Run, RunKind};

/// Runs of words with the calls of their notes.
pub(super) fn runs_of(material: &Material, runs: &[Run], face: Face) -> String {
    let mut xml = String::new();
    for piece in runs {
        let line = line_of(piece.change);
        let style = character_style(&piece.kind, piece.change);
        let face = Face { italic: piece.italic, line, style, ..face };
        match &piece.kind {
            RunKind::Comment => xml.push_str(&material.comments.add(&piece.text)),
            RunKind::Call { note, is_repeated } => {
                let call = call(material.composition, &piece.text, *note, *is_repeated);
                xml.push_str(&call);
                if !is_repeated {
                    xml.push_str(&comments_of_note(material, *note));
                }
            }
            _ => {
                let field =
                    material.bookmarks.reference(material.composition, piece, face);
                let words = || run(&bound(&piece.text), face);
                xml.push_str(&field.unwrap_or_else(words));
            }
        }
    }
    xml
}

/// The comments on a note, called beside its call: `LibreOffice` does not open a file with a
/// comment inside a footnote.
fn comments_of_note(material: &Material, note: Option<usize>) -> String {
    let note = note.and_then(|index| material.composition.notes.get(index));
    let runs = note.into_iter().flat_map(|note| &note.runs);
    let comments = runs.filter(|run| run.kind == RunKind::Comment);
    comments.map(|run| material.comments.add(&run.text)).collect()
}

/// A real footnote at the first call; the others raise the mark alone.
fn call(
    composition: &Composition,
    mark: &str,
    note: Option<usize>,
    is_repeated: bool,
) -> String {
    let style = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
    let called = note.and_then(|index| Some((index, composition.notes.get(index)?)));
    match called {
        Some((index, note)) if !is_repeated => {
            let id = index + 1;
            if is_numbered(&note.mark) {
                return format!("<w:r>{style}<w:footnoteReference w:id=\"{id}\"/></w:r>");
            }
            let mark = escaped(mark);
            format!(
                "<w:r>{style}<w:footnoteReference w:customMarkFollows=\"1\" w:id=\"{id}\"/>\
                 <w:t>{mark}</w:t></w:r>"
            )
        }
        _ => format!("<w:r>{style}{}</w:r>", text(mark)),
    }
}

/// The runs of a footnote of Word: its comments stand beside its call.
pub(super) fn of_footnote(runs: &[Run]) -> Vec<Run> {
    let mut runs = repeated(runs);
    runs.retain(|run| run.kind != RunKind::Comment);
    runs
}

/// The runs of a note, which calls no other: a call in it is its mark alone.
pub(super) fn repeated(runs: &[Run]) -> Vec<Run> {
    let mut runs = runs.to_vec();
    for run in &mut runs {
        if let RunKind::Call { is_repeated, .. } = &mut run.kind {
            *is_repeated = true;
        }
    }
    runs
}

/// Whether Word counts the note itself.
pub(super) fn is_numbered(mark: &str) -> bool {
    mark.contains(char::is_alphanumeric)
}

/// A number that is typed, and the tab after it.
pub(super) fn number_run(number: &str, change: Change) -> String {
    run(&format!("{number}\t"), face_of_number(change))
}

/// How a number is set. Word sets the one that it counts as the end of its paragraph.
pub(super) fn face_of_number(change: Change) -> Face {
    let style = character_style(&RunKind::Words, change);
    Face { line: line_of(change), style, ..Face::default() }
}

/// The style that says what words are, beyond how they look.
fn character_style(kind: &RunKind, change: Change) -> Option<&'static str> {
    match (kind, change) {
        (_, Change::Deleted) => Some("StruckOutWords"),
        (RunKind::Opening, Change::Added) => Some("ProposedOpeningPhrase"),
        (RunKind::Emphasis, Change::Added) => Some("ProposedEmphasis"),
        (_, Change::Added) => Some("ProposedWords"),
        (RunKind::Opening, Change::None) => Some("OpeningPhrase"),
        (RunKind::Emphasis, Change::None) => Some("Emphasis"),
        (_, Change::None) => None,
    }
}

fn line_of(change: Change) -> Line {
    match change {
        Change::None => Line::None,
        Change::Added => Line::Below,
        Change::Deleted => Line::Through,
    }
}
