//! See [`Prose`].

use std::ops::Range;

use crate::text::TextRange;

/// Running words as one line, with where each of them stands in the source.
///
/// Emphasis marks, footnote marks, comments and deleted text are taken out of `text`
/// and kept as [`Mark`]s; a line break in the source is one space.
#[derive(Debug, Clone, Default)]
pub struct Prose {
    /// The words as one line.
    pub text: String,
    /// What was taken out, in order.
    pub marks: Vec<Mark>,
    /// The whole run in the source, marks included.
    pub range: TextRange,
    pieces: Vec<Piece>,
}

/// Something in running text that is not words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// The words it covers, as bytes of [`Prose::text`]; empty for a mark between words.
    pub covers: Range<usize>,
    /// The mark in the source, with its delimiters.
    pub range: TextRange,
}

/// What a mark in running text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// `*words*`: italics beyond the opening phrase.
    Emphasis,
    /// `[^1]`: a call for the footnote of that mark.
    FootnoteCall(String),
    /// `{++words++}`: proposed.
    Added,
    /// `{--words--}`: proposed for deletion; the words are not in the text.
    Deleted(String),
    /// `{>>words<<}`: a comment.
    Comment(String),
}

/// A run of bytes that is the same in the text and in the source.
#[derive(Debug, Clone, Copy)]
struct Piece {
    text: usize,
    source: usize,
    /// A line break of any length that became one space or nothing.
    is_join: bool,
}

impl Prose {
    /// Where bytes of [`Prose::text`] stand in the source. Marks between the first and
    /// the last of them are inside the range, marks around them are not.
    pub fn source_range(&self, words: Range<usize>) -> TextRange {
        let start = self.source_start(words.start);
        TextRange::new(start, self.source_end(words.end).max(start))
    }

    /// Where the text from `at` on stands in the source.
    pub fn source_start(&self, at: usize) -> usize {
        self.piece_at(at).map_or(self.range.start(), |piece| {
            (piece.source + (at - piece.text)).min(self.range.end())
        })
    }

    /// Where the text up to `at` ends in the source.
    pub fn source_end(&self, at: usize) -> usize {
        let Some(before) = at.checked_sub(1) else { return self.source_start(0) };
        let Some(piece) = self.piece_at(before) else { return self.range.start() };
        if !piece.is_join {
            return piece.source + (at - piece.text);
        }
        let after = self.pieces.partition_point(|piece| piece.text < at);
        let next = self.pieces.iter().skip(after).find(|next| !next.is_join);
        next.map_or(self.range.end(), |next| next.source)
    }

    /// The byte of [`Prose::text`] that stands at a place in the source, or the nearest
    /// one before it.
    pub fn offset_of(&self, source: usize) -> usize {
        let after = self.pieces.partition_point(|piece| piece.source <= source);
        let Some(piece) = after.checked_sub(1).and_then(|index| self.pieces.get(index))
        else {
            return 0;
        };
        let end = self.pieces.get(after).map_or(self.text.len(), |next| next.text);
        (piece.text + (source - piece.source)).min(end)
    }

    fn piece_at(&self, at: usize) -> Option<Piece> {
        let after = self.pieces.partition_point(|piece| piece.text <= at);
        after.checked_sub(1).and_then(|index| self.pieces.get(index)).copied()
    }
}

/// Puts a [`Prose`] together from left to right.
#[derive(Debug, Default)]
pub struct ProseBuilder {
    prose: Prose,
}

impl ProseBuilder {
    /// Starts a run at a place in the source.
    pub fn new(range: TextRange) -> Self {
        let text = String::with_capacity(range.len());
        Self { prose: Prose { text, range, ..Prose::default() } }
    }

    /// Adds words as they stand in the source.
    pub fn words(&mut self, words: &str, source: usize) {
        if words.is_empty() {
            return;
        }
        let text = self.prose.text.len();
        let goes_on =
            |last: &Piece| !last.is_join && source - last.source == text - last.text;
        if !self.prose.pieces.last().is_some_and(goes_on) {
            self.prose.pieces.push(Piece { text, source, is_join: false });
        }
        self.prose.text.push_str(words);
    }

    /// Adds the space that a line break becomes.
    pub fn join(&mut self, source: usize) {
        let text = self.prose.text.len();
        self.prose.pieces.push(Piece { text, source, is_join: true });
        self.prose.text.push(' ');
    }

    /// Adds a mark over the words since `from`.
    pub fn mark(&mut self, kind: MarkKind, from: usize, range: TextRange) {
        let covers = from..self.prose.text.len();
        self.prose.marks.push(Mark { kind, covers, range });
    }

    /// How long the text is so far.
    pub fn len(&self) -> usize {
        self.prose.text.len()
    }

    /// Whether nothing was added yet.
    pub fn is_empty(&self) -> bool {
        self.prose.text.is_empty()
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.prose.text
    }

    /// The finished run, spaces at its end taken off.
    pub fn finish(mut self) -> Prose {
        let kept = self.prose.text.trim_end().len();
        self.prose.text.truncate(kept);
        self.prose.marks.sort_by_key(|mark| mark.range);
        for mark in &mut self.prose.marks {
            mark.covers = mark.covers.start.min(kept)..mark.covers.end.min(kept);
        }
        self.prose
    }
}
