//! Footnotes, edited where they are called.

use crate::fix::apply_edits;
use crate::lint::Draft;
use crate::model::{Footnote, MarkKind, Resolution};
use crate::text::{Edit, TextRange};

use super::Done;

/// The note that is called at a place: its mark and what it says. `None` where none is.
pub fn note_at(draft: &Draft, cursor: usize) -> Option<(String, String)> {
    let mark = mark_at(draft, cursor)?;
    let note = note(draft.resolution, &mark);
    Some((mark, note.map_or(String::new(), |note| note.prose.text.clone())))
}

fn mark_at(draft: &Draft, cursor: usize) -> Option<String> {
    let holds = |range: TextRange| range.start() <= cursor && cursor <= range.end();
    let mut marks = draft.paragraphs().flat_map(|paragraph| &paragraph.prose.marks);
    marks.find_map(|mark| match &mark.kind {
        MarkKind::FootnoteCall(name) if holds(mark.range) => Some(name.clone()),
        _ => None,
    })
}

fn note<'a>(resolution: &'a Resolution, mark: &str) -> Option<&'a Footnote> {
    resolution.footnotes.iter().find(|note| note.mark == mark)
}

/// The draft with other words for the note called at a place, or with a new note called
/// there. The page numbers notes by their calls, whatever their marks in the draft.
pub fn write_note(draft: &Draft, cursor: usize, words: &str) -> Done {
    let words = words.trim();
    let mark = mark_at(draft, cursor);
    let known = mark.as_ref().and_then(|mark| note(draft.resolution, mark));
    let mut edits = Vec::new();
    let end = draft.source.text().trim_end().len();
    let (cursor, says) = match (known, mark) {
        (Some(note), _) => {
            edits.push(Edit::replace(note.prose.range, words));
            (cursor, "footnote written")
        }
        (None, Some(mark)) => {
            edits.push(Edit::insert(end, format!("\n\n[^{mark}]: {words}")));
            (cursor, "footnote written")
        }
        (None, None) => {
            let mark = next_mark(draft.resolution);
            let call = format!("[^{mark}]");
            let behind = cursor + call.len();
            edits.push(Edit::insert(cursor, call));
            edits.push(Edit::insert(end.max(cursor), format!("\n\n[^{mark}]: {words}")));
            (behind, "footnote added")
        }
    };
    let listed: Vec<&Edit> = edits.iter().collect();
    let text = apply_edits(draft.source, &listed);
    Done { text, cursor, says: says.to_owned() }
}

/// The first number that no note has.
fn next_mark(resolution: &Resolution) -> usize {
    let taken = |number: &usize| note(resolution, &number.to_string()).is_some();
    let most = resolution.footnotes.len() + 1;
    (1..=most).find(|number| !taken(number)).unwrap_or(most)
}
