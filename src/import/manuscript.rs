//! What the reader of a format makes of a file: its lines, not yet understood.
//!
//! A reader says what its format knows: words, italics, calls of notes, tracked changes,
//! and the role of a line where the format names it. [`super::understanding`] finds the
//! rest.

use std::ops::Range;

use super::{SetAside, Unit};
use crate::conventions::Language;

/// A text as its file shows it.
#[derive(Debug, Default)]
pub(super) struct Manuscript {
    /// The lines that have words, in reading order.
    pub(super) lines: Vec<Line>,
    /// What [`Line::number`] counts.
    pub(super) unit: Unit,
    /// What a line is.
    pub(super) setting: Setting,
    /// The notes that the format keeps apart from the text.
    pub(super) notes: Vec<Note>,
    /// Fields of the front matter that the file names outside its page, as the name and
    /// the value in YAML. What the page says goes before.
    pub(super) facts: Vec<(String, String)>,
    /// What the reader put aside itself.
    pub(super) set_aside: Vec<SetAside>,
    /// The language, where the file names it.
    pub(super) language: Option<Language>,
    /// The encoding of its text, unless it is UTF-8.
    pub(super) encoding: Option<&'static str>,
}

/// How the words of a file are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Setting {
    /// In lines, as on paper: paragraphs are to be found.
    #[default]
    Lines,
    /// Each line is a paragraph.
    Paragraphs,
}

/// A line that has words, or whose words were all struck out.
#[derive(Debug, Clone, Default)]
pub(super) struct Line {
    /// Its place in the source, counted from 1.
    pub(super) number: usize,
    /// Its words, spaces collapsed, as they read with all changes accepted.
    pub(super) text: String,
    /// What lies on the words, in bytes of `text`.
    pub(super) marks: Vec<Mark>,
    /// Whether a blank line stands above it.
    pub(super) has_gap: bool,
    /// Whether a page may have ended above it: furniture stands there, or the line is
    /// set in by one space.
    pub(super) is_after_page_break: bool,
    /// Whether the first word of the next line would have fitted on it, where the reader
    /// can measure that: then a paragraph ends here.
    pub(super) ends_early: Option<bool>,
    /// Whether it is set as a heading. Converters err in this.
    pub(super) is_heading: bool,
    /// The same with pipes between its cells, where white space divides it as it does the
    /// row of a table.
    pub(super) row: Option<String>,
    /// What it is, where the format says so.
    pub(super) role: Option<Role>,
}

impl Line {
    /// A line of bare words.
    #[cfg(test)]
    pub(super) fn new(number: usize, text: &str) -> Self {
        Self { number, text: text.to_owned(), ..Self::default() }
    }

    /// How many characters it has.
    pub(super) fn width(&self) -> usize {
        self.text.chars().count()
    }
}

/// What a line is in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It stands above the text: masthead, session, sponsors, number, title.
    Head,
    /// The organ line: “The Human Rights Council,”.
    OrganLine,
    /// A paragraph of the text with its marker: 0 for preambular and operative
    /// paragraphs, 1 for (a), 2 for (i).
    Paragraph(usize),
    /// A paragraph of the text that has no marker, whatever its words look like.
    Unmarked,
    /// Words that go on with the paragraph above, below its list or without one.
    Continuation,
    /// The heading of a part, a section or an annex, as it stands behind `# `.
    Heading,
    /// Of a draft that is quoted in the text.
    Quoted,
    /// The row of a table, with its pipes.
    Row,
    /// Below the text: meeting, date, vote.
    Closing,
    /// What a comment says to silence a rule in the paragraph below.
    Allowance,
}

/// Something that lies on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) kind: MarkKind,
    /// The bytes it covers; none for what stands between words.
    pub(super) covers: Range<usize>,
}

/// What lies on words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Italics. Those of an opening phrase and of the organ line go without saying.
    Emphasis,
    /// Here the note with this mark is called.
    Call(String),
    /// Proposed words.
    Added,
    /// Here these words are struck out.
    Deleted(String),
    /// Here somebody says something about the text: “EU: reserves”.
    Comment(String),
}

/// A note.
#[derive(Debug, Clone, Default)]
pub(super) struct Note {
    /// Its place in the source, counted as the lines are.
    pub(super) line: usize,
    /// Its mark in plain figures, letters or stars.
    pub(super) mark: String,
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// Marks that lay on a text, on the text to which it is added at byte `at`.
pub(super) fn moved(marks: &[Mark], at: usize) -> impl Iterator<Item = Mark> {
    marks.iter().map(move |mark| Mark {
        kind: mark.kind.clone(),
        covers: mark.covers.start + at..mark.covers.end + at,
    })
}

/// The marks on a text from byte `at` on, for that text alone.
pub(super) fn below(marks: &[Mark], at: usize) -> Vec<Mark> {
    let lies = marks.iter().filter(|mark| mark.covers.end >= at);
    lies.map(|mark| Mark {
        kind: mark.kind.clone(),
        covers: mark.covers.start.saturating_sub(at)..mark.covers.end - at,
    })
    .collect()
}

/// Takes pieces out of a text, in order and apart from each other, and moves what lies on
/// it.
pub(super) fn cut(text: &mut String, marks: &mut Vec<Mark>, pieces: &[Range<usize>]) {
    if pieces.is_empty() {
        return;
    }
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    for piece in pieces {
        kept.push_str(text.get(from..piece.start).unwrap_or_default());
        from = piece.end;
    }
    kept.push_str(text.get(from..).unwrap_or_default());
    *text = kept;
    let mut gone = Vec::with_capacity(pieces.len());
    let mut total = 0;
    for piece in pieces {
        total += piece.len();
        gone.push(total);
    }
    let moved = |at: usize| {
        let begun = pieces.partition_point(|piece| piece.start < at);
        let Some(last) = begun.checked_sub(1) else { return at };
        let inside = pieces[last].end.saturating_sub(at);
        at + inside - gone[last]
    };
    for mark in marks {
        mark.covers = moved(mark.covers.start)..moved(mark.covers.end);
    }
}

/// The raised figures, by value.
pub(super) const SUPERSCRIPTS: [char; 10] =
    ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_on_their_words() {
        let mut text = "see ¹ the ² end".to_owned();
        let at = |words: &str| text.find(words).unwrap();
        let the = at("the")..at("the") + 3;
        let mut marks = vec![Mark { kind: MarkKind::Emphasis, covers: the }];
        let pieces = [at(" ¹")..at(" the"), at(" ²")..at(" end")];
        cut(&mut text, &mut marks, &pieces);
        assert_eq!(text, "see the end");
        assert_eq!(text.get(marks[0].covers.clone()), Some("the"));
    }
}
