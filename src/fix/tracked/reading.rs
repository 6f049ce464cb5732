//! The line of a draft and the paragraph of a Word file beside each other, letter by
//! letter.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::import::origins::{CALL, Letter, Origins, Paragraph};

/// Stands for the end of a paragraph among letters.
const BREAK: char = '\u{2029}';

/// A letter as a draft has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct DraftLetter {
    /// The character; [`CALL`] for the call of a note.
    pub(super) c: char,
    /// Its bytes, with the backslash before it.
    pub(super) bytes: Range<usize>,
}

/// Draft text taken apart.
#[derive(Debug, Default)]
pub(super) struct Letters {
    pub(super) list: Vec<DraftLetter>,
    /// The marks that say how words are set, in order.
    pub(super) looks: String,
    /// Whether marks of negotiation stand in it.
    pub(super) is_negotiated: bool,
}

/// Takes draft text apart, that stands at a byte of its source.
pub(super) fn letters(text: &str, at: usize) -> Letters {
    let mut letters = Letters::default();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let start = at + text.len() - rest.len();
        let mut skip = c.len_utf8();
        let mut letter = Some(c);
        let after = rest.get(skip..).unwrap_or_default();
        if let Some((len, is_call)) = mark(rest) {
            skip = len;
            letter = is_call.then_some(CALL);
            letters.is_negotiated |= !is_call;
        } else if c == '*' {
            letters.looks.push(c);
            letter = None;
        } else if c == '\\' && after.starts_with(|c: char| c.is_ascii_punctuation()) {
            letter = after.chars().next();
            skip += 1;
        }
        if let Some(c) = letter {
            let c = if c.is_whitespace() { ' ' } else { c };
            letters.list.push(DraftLetter { c, bytes: start..start + skip });
        }
        rest = rest.get(skip..).unwrap_or_default();
    }
    letters
}

/// The length of a mark that opens a text, and whether it calls a note. Words that are
/// struck out or said of the text are of their mark.
fn mark(text: &str) -> Option<(usize, bool)> {
    let through = |close: &str| text.find(close).map(|at| at + close.len());
    if text.starts_with("[^") {
        return through("]").map(|len| (len, true));
    }
    let len = match text.get(..3)? {
        "{++" | "++}" => Some(3),
        "{--" => through("--}"),
        "{>>" => through("<<}"),
        _ => None,
    };
    len.map(|len| (len, false))
}

/// What a reader of the file sees as one letter.
#[derive(Debug)]
pub(super) struct FileLetter<'a> {
    pub(super) c: char,
    /// The letters of the file: several, where spaces stand together; none at the end of
    /// a paragraph.
    pub(super) of: Vec<&'a Letter>,
}

impl FileLetter<'_> {
    pub(super) fn is_break(&self) -> bool {
        self.c == BREAK
    }
}

/// The letters of some paragraphs as the import reads them.
fn seen<'a>(paragraphs: impl Iterator<Item = &'a Paragraph>) -> Vec<FileLetter<'a>> {
    let mut seen: Vec<FileLetter> = Vec::new();
    for paragraph in paragraphs {
        for letter in &paragraph.letters {
            let is_space = letter.c.is_whitespace();
            match (letter.c, seen.last_mut()) {
                ('\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}', _) => {}
                (_, Some(last)) if is_space && last.c == ' ' => last.of.push(letter),
                (c, _) => {
                    let c = if is_space { ' ' } else { c };
                    seen.push(FileLetter { c, of: vec![letter] });
                }
            }
        }
        seen.push(FileLetter { c: BREAK, of: Vec::new() });
    }
    seen
}

/// A line of a draft beside what the file has for it.
#[derive(Debug)]
pub(super) struct Aligned<'a> {
    pub(super) draft: Vec<DraftLetter>,
    pub(super) file: Vec<FileLetter<'a>>,
    /// For each letter of the draft, the same letter of the file.
    pub(super) same: Vec<Option<usize>>,
}

/// Puts a line of a draft beside what the file has at a place, up to the place `next`.
/// The line of a note stands beside that of the notes called there which is most like it.
pub(super) fn align<'a>(
    line: &str,
    at: usize,
    origins: &'a Origins,
    place: usize,
    next: usize,
) -> Option<Aligned<'a>> {
    let draft = letters(line, at).list;
    let of_text = origins.paragraphs.iter().filter(move |paragraph| {
        paragraph.note.is_none() && (place..next).contains(&paragraph.place)
    });
    if !line.starts_with("[^") {
        return Some(beside(draft, seen(of_text)));
    }
    let called = of_text.flat_map(|paragraph| &paragraph.letters);
    let called = called.filter_map(|letter| letter.calls.as_ref());
    let notes = called.map(|note| {
        seen(origins.paragraphs.iter().filter(|p| p.note.as_ref() == Some(note)))
    });
    notes
        .map(|note| beside(draft.clone(), note))
        .max_by_key(|aligned| aligned.same.iter().flatten().count())
}

fn beside(draft: Vec<DraftLetter>, file: Vec<FileLetter>) -> Aligned {
    let of_draft: Vec<char> = draft.iter().map(|letter| letter.c).collect();
    let of_file: Vec<char> = file.iter().map(|letter| letter.c).collect();
    let mut same = vec![None; draft.len()];
    for step in capture_diff_slices(Algorithm::Myers, &of_draft, &of_file) {
        if let DiffOp::Equal { old_index, new_index, len } = step {
            for index in 0..len {
                same[old_index + index] = Some(new_index + index);
            }
        }
    }
    Aligned { draft, file, same }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_draft_are_no_letters() {
        let taken = letters(r"a *b* \* c[^1]{--d--}{++e++}", 10);
        let text: String = taken.list.iter().map(|letter| letter.c).collect();
        assert_eq!(text, format!("a b * c{CALL}e"));
        assert_eq!(taken.looks, "**");
        assert!(taken.is_negotiated);
        assert_eq!(taken.list[4].bytes, 16..18, "a star with its backslash");
    }
}
