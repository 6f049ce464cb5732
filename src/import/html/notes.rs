//! Footnotes of a page: a mark leads to the note, and the note leads back.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::piece::Piece;
use super::reader::Page;
use crate::import::manuscript::{Mark, MarkKind, Note, SUPERSCRIPTS, cut, moved};
use crate::import::{SetAside, furniture};

/// How many lines a note may have.
const LONGEST: usize = 20;

/// A note that a mark has led to.
struct Found {
    mark: String,
    lines: Range<usize>,
}

/// Takes the notes out of the lines of a page, and turns the marks that lead to them into
/// calls.
pub(super) fn take(page: &mut Page) -> Vec<Note> {
    let found = find(page);
    let mut notes = Vec::new();
    // The lines whose mark went with the link that leads back.
    let bare: HashSet<usize> =
        (0..page.pieces.len()).filter(|at| link(page, *at, &found)).collect();
    let mut gone = HashSet::new();
    for Found { mark, lines } in found.into_values() {
        gone.extend(lines.clone());
        let is_bare = bare.contains(&lines.start);
        let note = note(mark, &page.pieces[lines], is_bare);
        let starred = format!("{} {}", note.mark, note.text);
        if is_sign(&note.mark) && furniture::is_member_note(&starred) {
            let what = "note on sponsors";
            page.set_aside.push(SetAside { place: note.line, what, text: starred });
        } else {
            notes.push(note);
        }
    }
    let mut at = 0;
    page.pieces.retain(|_| {
        at += 1;
        !gone.contains(&(at - 1))
    });
    notes
}

/// The notes of a page, by their first lines.
fn find(page: &Page) -> BTreeMap<usize, Found> {
    let mut found: BTreeMap<usize, Found> = BTreeMap::new();
    let mut counts = HashMap::new();
    for (at, piece) in page.pieces.iter().enumerate() {
        for link in &piece.links {
            let words = piece.line.text.get(link.covers.clone()).unwrap_or_default();
            let target = line_of(page, &link.to).filter(|target| *target > at);
            let (Some(mark), Some(target)) = (mark_of(words), target) else { continue };
            let lines = lines_of(page, target);
            let is_raised = words.starts_with(SUPERSCRIPTS);
            let is_note = page.pieces.get(target).is_some_and(|first| {
                leads_back(page, &lines, at) || is_raised && opens_with(first, &mark)
            });
            if is_note && !found.contains_key(&target) {
                let mark = unique(mark, &mut counts);
                found.insert(target, Found { mark, lines });
            }
        }
    }
    // A note ends where the next begins.
    let starts: Vec<usize> = found.keys().copied().collect();
    for (found, next) in found.values_mut().zip(starts.iter().skip(1)) {
        found.lines.end = found.lines.end.min(*next);
    }
    found
}

/// A mark that no other note has: pages may have counted from 1 again.
fn unique(mark: String, counts: &mut HashMap<String, usize>) -> String {
    let count = counts.entry(mark.clone()).or_default();
    *count += 1;
    if *count == 1 { mark } else { format!("{mark}-{count}") }
}

/// The line of a named place.
fn line_of(page: &Page, name: &str) -> Option<usize> {
    let anchor = page.names.get(name)?;
    page.anchors.get(*anchor).map(|lines| lines.start)
}

/// The lines of the note that begins at a line: those of the element around it.
fn lines_of(page: &Page, first: usize) -> Range<usize> {
    let container = page.pieces.get(first).and_then(|piece| piece.container);
    let lines = container.and_then(|container| page.anchors.get(container)).cloned();
    let is_note = |lines: &Range<usize>| {
        lines.start == first
            && (1..=LONGEST).contains(&lines.len())
            && lines.end <= page.pieces.len()
    };
    lines.filter(is_note).unwrap_or(first..(first + 1).min(page.pieces.len()))
}

fn leads_back(page: &Page, lines: &Range<usize>, to: usize) -> bool {
    let pieces = page.pieces.get(lines.clone()).unwrap_or_default();
    let leads = |piece: &Piece| {
        piece.links.iter().any(|link| line_of(page, &link.to) == Some(to))
    };
    pieces.first().is_some_and(leads) || pieces.last().is_some_and(leads)
}

fn opens_with(piece: &Piece, mark: &str) -> bool {
    let first = piece.line.text.split([' ', '.']).next().unwrap_or_default();
    mark_of(first).is_some_and(|first| first == mark)
}

/// The mark of a call or a note: “1”, “\[1\]”, “*”, “iv”.
fn mark_of(words: &str) -> Option<String> {
    let plain = |c: char| match SUPERSCRIPTS.iter().position(|raised| *raised == c) {
        Some(figure) => {
            char::from_digit(u32::try_from(figure).unwrap_or(0), 10).unwrap_or(c)
        }
        None => c,
    };
    let mark: String = words
        .chars()
        .map(plain)
        .filter(|c| !c.is_whitespace() && !matches!(c, '[' | ']' | '(' | ')' | '.'))
        .collect();
    let is_short = (1..=4).contains(&mark.chars().count());
    let is_number = mark.bytes().all(|byte| byte.is_ascii_digit());
    let is_letters = mark.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_short && (is_number || is_letters || is_sign(&mark))).then_some(mark)
}

fn is_sign(mark: &str) -> bool {
    mark.chars().all(|c| matches!(c, '*' | '†' | '‡' | '§' | '#'))
}

/// Turns the links of a line that lead to notes into calls, and takes out those that
/// lead back. Says whether one of these was the mark of a note.
fn link(page: &mut Page, at: usize, found: &BTreeMap<usize, Found>) -> bool {
    let own = found.range(..=at).next_back().filter(|(_, note)| note.lines.contains(&at));
    // The mark as the page shows it, where other notes have the same.
    let own = own.map(|(first, note)| {
        (*first, note.mark.split('-').next().unwrap_or_default().to_owned())
    });
    let piece = &page.pieces[at];
    let mut pieces: Vec<Range<usize>> = Vec::new();
    let mut calls = Vec::new();
    let mut has_mark = false;
    for link in &piece.links {
        let Some(target) = line_of(page, &link.to) else { continue };
        let words = piece.line.text.get(link.covers.clone()).unwrap_or_default();
        let last = pieces.last().map_or(0, |last| last.end);
        if words.is_empty() || link.covers.start < last {
            continue;
        }
        let note = found.get(&target).filter(|_| mark_of(words).is_some() && target > at);
        let is_back = own.as_ref().is_some_and(|(first, mark)| {
            let is_own = mark_of(words).is_some_and(|words| words == *mark);
            target < *first && (is_own || !words.contains(char::is_alphanumeric))
        });
        if let Some(note) = note.filter(|note| !is_of_sponsors(page, note)) {
            let before = piece.line.text.get(last..link.covers.start).unwrap_or_default();
            let start = last + before.trim_end().len();
            pieces.push(start..link.covers.end);
            calls.push(Mark {
                kind: MarkKind::Call(note.mark.clone()),
                covers: start..start,
            });
        } else if is_back {
            has_mark |= mark_of(words).is_some();
            pieces.push(link.covers.clone());
        }
    }
    let line = &mut page.pieces[at].line;
    line.marks.extend(calls);
    cut(&mut line.text, &mut line.marks, &pieces);
    has_mark
}

/// The asterisk of a sponsor stays in the line of sponsors.
fn is_of_sponsors(page: &Page, note: &Found) -> bool {
    let first = page.pieces.get(note.lines.start);
    is_sign(&note.mark)
        && first.is_some_and(|first| {
            let text = first.line.text.trim_start_matches(['*', ' ']);
            furniture::is_member_note(&format!("* {text}"))
        })
}

/// The note in its lines, its own mark taken off.
fn note(mark: String, pieces: &[Piece], is_bare: bool) -> Note {
    let line = pieces.first().map_or(0, |first| first.line.number);
    let mut note = Note { line, mark, ..Note::default() };
    for piece in pieces {
        let joint = if note.text.is_empty() { "" } else { " " };
        let at = note.text.len() + joint.len();
        note.text.extend([joint, &piece.line.text]);
        note.marks.extend(moved(&piece.line.marks, at));
    }
    let bare = without_mark(&note.text, &note.mark, is_bare);
    let start = note.text.len() - bare.len();
    let end = note.text.trim_end().len().max(start);
    let len = note.text.len();
    cut(&mut note.text, &mut note.marks, &[0..start, end..len]);
    note
}

/// The words of a note behind its mark, where that still stands before them. Word sets a
/// sign twice; figures behind the mark are words.
fn without_mark<'a>(text: &'a str, mark: &str, is_bare: bool) -> &'a str {
    let opens_mark =
        |c: char| c.is_whitespace() || matches!(c, '[' | '(' | ']' | ')' | '.');
    let after_mark = |c: char| c.is_whitespace() || matches!(c, ']' | ')' | '.');
    let words = text.trim_start_matches(opens_mark);
    let is_of_mark = |c: char| {
        let is_figure = c.is_alphanumeric() || SUPERSCRIPTS.contains(&c);
        (mark.contains(c) || SUPERSCRIPTS.contains(&c)) && !(is_bare && is_figure)
    };
    let rest = words.trim_start_matches(is_of_mark);
    let own = words.get(..words.len() - rest.len()).unwrap_or_default();
    match mark_of(own) {
        Some(own) if own == mark => rest.trim_start_matches(after_mark),
        _ => text.trim_start_matches(after_mark),
    }
}
