//! Several texts in one file: an old page prints a resolution with its neighbours, and a
//! report holds the drafts that it recommends.

use std::ops::Range;

use crate::conventions::numbering::parse_marker;
use crate::import::{SetAside, TextFound};

use super::fields::{Field, field, is_number_line};
use super::headings::{self, is_organ_line, is_organ_name};
use super::layout::ended_by;
use super::{beside, closing, heading, nesting};
use crate::import::manuscript::{Line, Manuscript, Mark, MarkKind, Note, Role};

/// What the lines of the other texts are taken for.
const ANOTHER: &str = "another resolution";

/// How many lines the number and the title of a text may have, its provenance and the
/// date of its adoption among them.
const LONGEST_HEAD: usize = 14;

/// A text of the file.
#[derive(Debug)]
pub(super) struct Text {
    /// Its lines, from its masthead or number to the next text.
    pub(super) lines: Range<usize>,
    organ_line: usize,
}

/// The texts of a file that open with an organ line, in order. A file of one text is
/// taken whole, but for the end of a neighbour above it.
pub(super) fn find(lines: &[Line]) -> Vec<Text> {
    let mut texts: Vec<Text> = Vec::new();
    for at in 0..lines.len() {
        let floor = texts.last().map_or(0, |text| text.organ_line + 1);
        let Some(head) = head(lines, floor, at) else { continue };
        let start = match texts.last_mut() {
            None => neighbour_end(lines, head),
            Some(before) => {
                before.lines.end = head;
                head
            }
        };
        texts.push(Text { lines: start..lines.len(), organ_line: at });
    }
    texts
}

/// What is said of a text where there are several.
pub(super) fn describe(lines: &[Line], text: &Text) -> TextFound {
    let above = &lines[text.lines.start..text.organ_line];
    let heading = heading::read(above, &mut Vec::new());
    let place = lines.get(text.lines.start).map_or(0, |line| line.number);
    TextFound { number: heading.number, title: super::title_of(&heading.title), place }
}

/// The manuscript of one text; the lines of the others are set aside, with the notes that
/// only they call.
pub(super) fn cut_out(mut manuscript: Manuscript, text: &Text) -> Manuscript {
    let after = manuscript.lines.split_off(text.lines.end);
    let own = manuscript.lines.split_off(text.lines.start);
    let others = [manuscript.lines, after].concat();
    for line in &others {
        manuscript.set_aside.push(SetAside {
            place: line.number,
            what: ANOTHER,
            text: line.text.clone(),
        });
    }
    beside::put_aside(beside::held(&others), &mut manuscript.set_aside);
    let is_of_others = |note: &Note| calls(&others, note) && !calls(&own, note);
    let (of_others, notes) = manuscript.notes.into_iter().partition(is_of_others);
    let of_others: Vec<Note> = of_others;
    for note in &of_others {
        let held = beside::beside(note.line, &note.marks);
        beside::put_aside(held, &mut manuscript.set_aside);
    }
    manuscript.set_aside.extend(of_others.into_iter().map(|note| SetAside {
        place: note.line,
        what: ANOTHER,
        text: format!("{} {}", note.mark, note.text),
    }));
    Manuscript { lines: own, notes, ..manuscript }
}

/// Whether one of some lines calls a note.
fn calls(lines: &[Line], note: &Note) -> bool {
    let is_call =
        |mark: &Mark| matches!(&mark.kind, MarkKind::Call(call) if *call == note.mark);
    lines.iter().any(|line| line.marks.iter().any(is_call))
}

/// Where the text begins whose organ line may stand at a line. The first organ line of
/// a file opens a text; another one does below a number or the name of a draft.
fn head(lines: &[Line], floor: usize, at: usize) -> Option<usize> {
    let line = &lines[at];
    let is_line = match line.role {
        Some(role) => role == Role::OrganLine,
        None => is_organ_line(&line.text) || is_organ_name(&line.text),
    };
    if !is_line || nesting::opens_above(lines, floor, at) {
        return None;
    }
    let named = named(lines, floor, at);
    let has_comma = line.text.ends_with([',', '，', '،']) || line.role.is_some();
    if let Some(named) = named {
        return Some(with_masthead(lines, floor, named));
    }
    match floor {
        0 => has_comma.then_some(0),
        _ if is_later_part(lines, at) => None,
        _ => below_closing(lines, floor, at).filter(|_| has_comma),
    }
}

/// Whether a letter after A above an organ line makes it that of a part.
fn is_later_part(lines: &[Line], at: usize) -> bool {
    let above = at.saturating_sub(LONGEST_HEAD)..at;
    let mut parts = above.filter_map(|line| {
        let (letter, _, len) = headings::part(&lines[line..])?;
        (line + len == at).then_some(letter)
    });
    parts.any(|letter| letter > 'A')
}

/// The line with the number of the text whose organ line stands at a line, or with the
/// name that tells one draft from the next: “Draft resolution II”.
fn named(lines: &[Line], floor: usize, at: usize) -> Option<usize> {
    let above = (floor..at).rev().take(LONGEST_HEAD);
    for line in above {
        let text = &lines[line].text;
        if is_number_line(text) || is_name_of_draft(text) {
            return Some(line);
        }
        if is_text(text) || closing::meeting_of(text).is_some() {
            return None;
        }
    }
    None
}

/// “Draft resolution I”, “DRAFT RESOLUTION OF THE FIVE”.
fn is_name_of_draft(text: &str) -> bool {
    let lower = text.trim_matches(['*', '_', ' ', '.']).to_lowercase();
    let is_name = lower.starts_with("draft ") && lower.contains("resolution")
        || lower.starts_with("projet de résolution")
        || lower.starts_with("resolution adopted by")
        || lower.starts_with("résolution adoptée par");
    is_name && text.len() < 100 && !text.ends_with([':', ',', ';'])
}

/// Whether a line is of a text, and not of what stands above one.
fn is_text(text: &str) -> bool {
    let is_numbered = parse_marker(text).is_some_and(|marker| marker.is_number());
    is_numbered || ended_by(text) == Some(';') || text.len() > 400
}

/// A text begins with the masthead above its number.
fn with_masthead(lines: &[Line], floor: usize, named: usize) -> usize {
    let is_of_masthead = |at: &usize| {
        let text = &lines[*at].text;
        let found = field(text).map(|(field, _)| field);
        let is_adoption = closing::meeting_of(text).is_some()
            || matches!(found, Some(Field::Date(_)))
                && at.checked_sub(1).is_some_and(|above| {
                    closing::meeting_of(&lines[above].text).is_some()
                });
        found.is_some() && !is_adoption
    };
    (floor..named).rev().take_while(is_of_masthead).last().unwrap_or(named)
}

/// Where a text without a number begins: right below the closing lines of the one above.
fn below_closing(lines: &[Line], floor: usize, at: usize) -> Option<usize> {
    let is_closing = |line: &usize| closing::meeting_of(&lines[*line].text).is_some();
    let from = at.saturating_sub(LONGEST_HEAD).max(floor);
    let first = (from..at).rev().find(is_closing)?;
    let end = first + closing::len(&lines[first..]).max(1);
    let is_head =
        |line: &Line| !is_text(&line.text) && headings::annex(&line.text).is_none();
    (end <= at && lines[end..at].iter().all(is_head)).then_some(end)
}

/// Where the end of a neighbour above the first text ends, if its closing lines say that
/// there is one; else the first text has all the lines above it.
fn neighbour_end(lines: &[Line], head: usize) -> usize {
    let is_closing = |at: &usize| {
        closing::meeting_of(&lines[*at].text).is_some() && closing::len(&lines[*at..]) > 0
    };
    (0..head)
        .rev()
        .find(is_closing)
        .map_or(0, |at| (at + closing::len(&lines[at..])).min(head))
}
