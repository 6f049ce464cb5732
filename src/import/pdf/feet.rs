//! Notes at the foot of a page: below a short rule, or in smaller letters.

use super::margins::is_typed_rule;
use super::sheets::{Measure, Part, Sheet, SheetLine};
use crate::import::SetAside;
use crate::import::furniture;
use crate::import::manuscript::{Line, Note, SUPERSCRIPTS, below, moved};
use crate::import::understanding::Hyphens;

/// How many rules of a page may be the one above its notes.
const MOST_RULES: usize = 64;

/// Marks the lines of the notes of a page.
pub(super) fn mark(sheet: &mut Sheet, measure: Measure) {
    let Some(top) = separator(sheet, measure).or_else(|| first_small(sheet, measure))
    else {
        return;
    };
    for line in &mut sheet.lines {
        if line.is_text() && line.piece.baseline > top {
            line.part = Part::Foot;
        }
    }
}

/// How high the short rule stands that divides the notes from the text.
fn separator(sheet: &Sheet, measure: Measure) -> Option<f64> {
    let drawn = sheet.rules.iter().filter_map(|rule| {
        let width = rule.right - rule.left;
        (width < sheet.width * 0.45).then_some(rule.height)
    });
    let typed = sheet.lines.iter().filter(|line| is_typed_rule(&line.piece.text));
    let typed = typed.map(|line| line.piece.baseline);
    let mut heights: Vec<f64> = drawn.chain(typed).collect();
    heights.sort_by(|a, b| b.total_cmp(a));
    heights.dedup_by(|a, b| (*a - *b).abs() < 2.0);
    heights.truncate(MOST_RULES);
    heights.into_iter().rev().find(|height| {
        let below = || text(sheet).filter(|line| line.piece.baseline > *height + 1.0);
        let above = text(sheet).any(|line| line.piece.baseline < *height - 1.0);
        let first = below().min_by(|a, b| a.piece.baseline.total_cmp(&b.piece.baseline));
        let is_small = below().all(|line| line.piece.size < measure.size * 0.97);
        above
            && first.is_some_and(|first| {
                is_small || first.piece.text.starts_with(SUPERSCRIPTS)
            })
    })
}

/// The height just above the first of the small lines at the foot that begins a note.
fn first_small(sheet: &Sheet, measure: Measure) -> Option<f64> {
    let mut lines: Vec<&SheetLine> = text(sheet).collect();
    lines.sort_by(|a, b| b.piece.baseline.total_cmp(&a.piece.baseline));
    let is_small = |line: &&&SheetLine| line.piece.size < measure.size * 0.93;
    let small: Vec<&&SheetLine> = lines.iter().take_while(is_small).collect();
    if small.len() == lines.len() {
        return None;
    }
    small
        .iter()
        .rev()
        .find(|line| {
            let is_raised = line.piece.text.starts_with(SUPERSCRIPTS);
            is_raised || line.piece.text.starts_with('*')
        })
        .map(|line| line.piece.baseline - 1.0)
}

fn text(sheet: &Sheet) -> impl Iterator<Item = &SheetLine> {
    sheet.lines.iter().filter(|line| line.is_text())
}

/// The mark and the words of a note that begins here.
fn note_start(text: &str) -> Option<(String, &str)> {
    let stars = text.trim_start_matches('*');
    if stars.len() < text.len() {
        return Some(("*".to_owned(), stars.trim_start()));
    }
    let raised = text.trim_start_matches(SUPERSCRIPTS);
    if raised.len() < text.len() {
        let mark = text.get(..text.len() - raised.len()).unwrap_or_default();
        let figures = mark.chars().filter_map(|c| {
            let figure = SUPERSCRIPTS.iter().position(|raised| *raised == c)?;
            char::from_digit(u32::try_from(figure).ok()?, 10)
        });
        return Some((figures.collect(), raised.trim_start()));
    }
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let figures = text.len() - words.len();
    let is_mark = (1..=3).contains(&figures) && words.starts_with([' ', '\u{a0}']);
    is_mark
        .then(|| (text.get(..figures).unwrap_or_default().to_owned(), words.trim_start()))
}

/// Reads the notes of all pages. One that runs on over a page is one note; those that a
/// star calls are set aside.
pub(super) fn read(sheets: &[Sheet], lines: &[Line]) -> (Vec<Note>, Vec<SetAside>) {
    let hyphens = Hyphens::of(lines);
    let feet = || {
        sheets
            .iter()
            .flat_map(|sheet| &sheet.lines)
            .filter(|line| line.part == Part::Foot)
    };
    let are_raised = feet().any(|line| line.piece.text.starts_with(SUPERSCRIPTS));
    let mut notes: Vec<Note> = Vec::new();
    for sheet in sheets {
        for line in sheet.lines.iter().filter(|line| line.part == Part::Foot) {
            let piece = &line.piece;
            let start = note_start(&piece.text);
            // Where marks are raised, plain figures are of the words.
            let start = start.filter(|_| {
                !are_raised || !piece.text.starts_with(|c: char| c.is_ascii_digit())
            });
            if let Some((mark, words)) = start {
                let marks = below(&piece.marks, piece.text.len() - words.len());
                notes.push(Note {
                    line: sheet.number,
                    mark,
                    text: words.to_owned(),
                    marks,
                });
            } else if let Some(note) = notes.last_mut() {
                let at = hyphens.join(&mut note.text, &piece.text);
                note.marks.extend(moved(&piece.marks, at));
            } else {
                let marks = piece.marks.clone();
                let text = piece.text.clone();
                notes.push(Note { line: sheet.number, mark: String::new(), text, marks });
            }
        }
    }
    let (starred, notes): (Vec<Note>, Vec<Note>) =
        notes.into_iter().partition(|note| note.mark == "*" || note.mark.is_empty());
    (notes, starred.iter().map(starred_note).collect())
}

fn starred_note(note: &Note) -> SetAside {
    let text = format!("{} {}", note.mark, note.text);
    let text = text.trim_start().to_owned();
    let what = if furniture::is_member_note(&text) {
        "note on sponsors"
    } else {
        "note on the page"
    };
    SetAside { place: note.line, what, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_begins_with_its_mark() {
        for (text, start) in [
            ("¹² See A/70/1.", Some(("12", "See A/70/1."))),
            (
                "3 United Nations, Treaty Series.",
                Some(("3", "United Nations, Treaty Series.")),
            ),
            ("* Reissued.", Some(("*", "Reissued."))),
            ("vol. 12.", None),
        ] {
            let start = start.map(|(mark, words)| (mark.to_owned(), words));
            assert_eq!(note_start(text), start);
        }
    }
}
