//! The pages that Zerodraft writes: their class names say what each line is.

use std::ops::Range;

use super::piece::Piece;
use crate::import::manuscript::{Note, Role, cut};

/// Takes the lines out that the front matter says in the same words, and the labels of
/// the masthead: without them, no other line is taken for theirs.
pub(super) fn take_said(pieces: &mut Vec<Piece>, facts: &[(String, String)]) {
    let says = |field: &str, words: &str| {
        let fact = facts.iter().find(|(name, _)| name == field);
        fact.is_some_and(|(_, value)| letters(value).contains(&letters(words)))
    };
    // The lines of sponsors and headlines of these would be taken for titles.
    let is_title = says("kind", "statement")
        || says("kind", "amendment")
        || facts.iter().any(|(name, _)| name == "submitted_by");
    // Of other languages only the text is understood.
    let is_understood =
        facts.is_empty() || says("language", "en") || says("language", "zh");
    pieces.retain(|piece| {
        let text = piece.line.text.as_str();
        let (number, words) =
            text.split_at_checked(piece.number_end).unwrap_or(("", text));
        let is_said = match piece.class.as_str() {
            "title" => {
                says("title", words) && (number.is_empty() || says("number", number))
            }
            "agenda-title" => says("agenda_items", words),
            "stamp" | "united-nations" | "line" | "line apart" => !facts.is_empty(),
            "sponsors" | "headline" if is_title => true,
            class => !is_understood && is_of_page(class),
        };
        !is_said
    });
}

/// Whether a line stands around the text.
fn is_of_page(class: &str) -> bool {
    matches!(role(class), Some(Role::Head | Role::Closing))
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Takes the notes that nothing calls.
pub(super) fn take_uncalled(pieces: &mut Vec<Piece>) -> Vec<Note> {
    let (uncalled, rest) =
        std::mem::take(pieces).into_iter().partition(|piece| piece.class == "note");
    *pieces = rest;
    let uncalled: Vec<Piece> = uncalled;
    let note = |piece: Piece| {
        let mut line = piece.line;
        let (mark, words) = line.text.split_once(' ').unwrap_or((&line.text, ""));
        let mark = mark.to_owned();
        let end = line.text.len() - words.len();
        cut(&mut line.text, &mut line.marks, &[Range { start: 0, end }]);
        Note { line: line.number, mark, text: line.text, marks: line.marks }
    };
    uncalled.into_iter().map(note).collect()
}

/// Says what the lines of our own page are.
pub(super) fn tell(pieces: &mut [Piece]) {
    for piece in pieces {
        let role = role(&piece.class);
        piece.line.role = role;
        if role == Some(Role::Heading) {
            heading(piece);
        }
    }
}

/// “Part A. Title”, “II. Title”: the page sets number and title apart.
fn heading(piece: &mut Piece) {
    let end = piece.number_end;
    if end > 0 && piece.line.text.len() > end {
        piece.insert(end, ".");
    }
    if piece.class == "part" {
        piece.insert(0, "Part ");
    }
}

fn role(class: &str) -> Option<Role> {
    Some(match class {
        "united-nations" | "symbol" | "organ" | "line" | "line apart" | "body"
        | "session-number" | "session-dates" | "agenda-item" | "agenda-title"
        | "sponsors" | "headline" | "source-note" | "adoption" | "title" => Role::Head,
        "pp organ-line" => Role::OrganLine,
        "pp" | "op" => Role::Paragraph(0),
        "sub" => Role::Paragraph(1),
        "sub second" => Role::Paragraph(2),
        "sub third" => Role::Paragraph(3),
        "sub fourth" => Role::Paragraph(4),
        "continuation" => Role::Continuation,
        "quotation" => Role::Quoted,
        "part" | "section" | "annex" | "annex-title" | "annex-subheading" => {
            Role::Heading
        }
        "meeting" | "meeting date" | "vote" | "vote-heading" | "vote-list" => {
            Role::Closing
        }
        _ => return None,
    })
}
