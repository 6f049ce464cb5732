//! The words of a paragraph while they are read, with what lies on them.

use crate::conventions::binding::bonds;
use crate::import::Changes;
use crate::import::manuscript::{Mark, MarkKind, moved};

/// What tracking says of words or of the end of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Change {
    #[default]
    None,
    Added,
    Deleted,
    /// Proposed by one person and struck out by another.
    Withdrawn,
}

impl Change {
    /// This change inside of another.
    pub(super) fn inside(self, outer: Self) -> Self {
        match (outer, self) {
            (Self::Added, Self::Deleted) => Self::Withdrawn,
            (outer, Self::None) => outer,
            (_, inner) => inner,
        }
    }

    /// Whether what is so changed stands in the text that is read.
    pub(super) fn stands(self, changes: Changes) -> bool {
        match (self, changes) {
            (Self::None, _) => true,
            (Self::Added, changes) => changes != Changes::Reject,
            (Self::Deleted, changes) => changes == Changes::Reject,
            (Self::Withdrawn, _) => false,
        }
    }
}

/// Words with their marks. A break of lines is a line break until it is decided.
#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
    fates: Fates,
    /// Whether a space stands before the first word: it counts where a paragraph goes on.
    opens_with_space: bool,
}

/// Whether there are words that nobody changed, that are new, that are struck out.
#[derive(Debug, Clone, Copy, Default)]
struct Fates {
    kept: bool,
    added: bool,
    deleted: bool,
}

impl Words {
    /// Whether nothing is to be read here.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.marks.is_empty()
    }

    /// Whether all its words are new.
    pub(super) fn is_added(&self) -> bool {
        self.fates.added && !self.fates.kept && !self.fates.deleted
    }

    /// Whether all its words are struck out.
    pub(super) fn is_deleted(&self) -> bool {
        self.fates.deleted && !self.fates.kept && !self.fates.added
    }

    /// Adds words.
    pub(super) fn add(
        &mut self,
        words: &str,
        change: Change,
        italic: bool,
        changes: Changes,
    ) {
        if words.is_empty() {
            return;
        }
        if !words.trim().is_empty() {
            match change {
                Change::None => self.fates.kept = true,
                Change::Added => self.fates.added = true,
                Change::Deleted | Change::Withdrawn => self.fates.deleted = true,
            }
        }
        if !change.stands(changes) {
            if changes == Changes::Keep {
                self.strike_out(words);
            }
            return;
        }
        let start = self.text.len();
        self.push(words);
        if italic {
            self.cover(MarkKind::Emphasis, start);
        }
        if change == Change::Added && changes == Changes::Keep {
            self.cover(MarkKind::Added, start);
        }
    }

    /// Adds the characters that a reader sees, each run of spaces as one.
    fn push(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => {}
                '\n' => {
                    if self.text.ends_with(' ') {
                        self.text.pop();
                    }
                    if !self.text.is_empty() {
                        self.text.push('\n');
                    }
                }
                '\u{a0}' => self.text.push(c),
                c if c.is_whitespace() => {
                    self.opens_with_space |= self.text.is_empty();
                    self.space();
                }
                c if c.is_control() => {}
                c => self.text.push(c),
            }
        }
    }

    /// Adds a space between words, where none stands.
    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    /// Lays a mark on the words since `start`, or more of the mark that ends there. Spaces
    /// alone are not worth one.
    fn cover(&mut self, kind: MarkKind, start: usize) {
        let end = self.text.len();
        let goes_on = |mark: &&mut Mark| mark.kind == kind && mark.covers.end == start;
        let mut near = self.marks.iter_mut().rev().take(8);
        let is_blank = self.text.get(start..).is_none_or(|words| words.trim().is_empty());
        match near.find(goes_on) {
            Some(mark) => mark.covers.end = end,
            None if !is_blank => self.marks.push(Mark { kind, covers: start..end }),
            None => {}
        }
    }

    fn strike_out(&mut self, words: &str) {
        let end = self.text.len();
        let words = words.replace(['\n', '\t'], " ");
        if let Some(Mark { kind: MarkKind::Deleted(before), covers }) =
            self.marks.last_mut()
            && covers.start == end
        {
            before.push_str(&words);
            return;
        }
        self.point(MarkKind::Deleted(words));
    }

    /// Adds what stands between words.
    pub(super) fn point(&mut self, kind: MarkKind) {
        let end = self.text.len();
        self.marks.push(Mark { kind, covers: end..end });
    }

    /// Adds the words of the next paragraph.
    pub(super) fn append(&mut self, other: &Self) {
        if other.opens_with_space {
            self.space();
        }
        let at = self.text.len();
        self.text.push_str(&other.text);
        self.marks.extend(moved(&other.marks, at));
        self.fates.kept |= other.fates.kept;
        self.fates.added |= other.fates.added;
        self.fates.deleted |= other.fates.deleted;
    }

    /// Puts a number before the words, which is new or struck out if they all are.
    pub(super) fn number(&mut self, number: &str, changes: Changes) {
        let marks_changes = changes == Changes::Keep;
        if marks_changes && self.is_deleted() {
            if let Some(Mark { kind: MarkKind::Deleted(words), .. }) = self
                .marks
                .iter_mut()
                .find(|mark| matches!(mark.kind, MarkKind::Deleted(_)))
            {
                *words = format!("{number}{}", words.trim_start());
            }
            return;
        }
        self.text.insert_str(0, number);
        self.marks = moved(&self.marks, number.len()).collect();
        if marks_changes && self.is_added() {
            self.marks.retain(|mark| mark.kind != MarkKind::Added);
            let covers = 0..self.text.trim_end().len();
            self.marks.push(Mark { kind: MarkKind::Added, covers });
        }
    }

    /// Takes off the spaces at the end.
    pub(super) fn trim(&mut self) {
        let end = self.text.trim_end().len();
        self.text.truncate(end);
        for mark in &mut self.marks {
            mark.covers = mark.covers.start.min(end)..mark.covers.end.min(end);
        }
        self.marks.retain(|mark| {
            !mark.covers.is_empty()
                || !matches!(mark.kind, MarkKind::Emphasis | MarkKind::Added)
        });
    }

    /// The part of the words in a range of bytes.
    pub(super) fn part(&self, range: std::ops::Range<usize>) -> Self {
        let text = self.text.get(range.clone()).unwrap_or_default().to_owned();
        let lies_here = |mark: &&Mark| {
            let Mark { covers, .. } = mark;
            if covers.is_empty() {
                range.start <= covers.start && covers.end <= range.end
            } else {
                covers.start < range.end && range.start < covers.end
            }
        };
        let marks = self.marks.iter().filter(lies_here).map(|mark| Mark {
            kind: mark.kind.clone(),
            covers: mark.covers.start.max(range.start) - range.start
                ..mark.covers.end.min(range.end) - range.start,
        });
        Self { text, marks: marks.collect(), fates: self.fates, opens_with_space: false }
    }

    /// The words between breaks at these bytes, in order.
    pub(super) fn parts(&self, breaks: &[usize]) -> Vec<Self> {
        let starts = std::iter::once(0).chain(breaks.iter().map(|at| at + 1));
        let ends = breaks.iter().copied().chain([self.text.len()]);
        let ranges: Vec<std::ops::Range<usize>> =
            starts.zip(ends).map(|(start, end)| start..end).collect();
        let mut parts: Vec<Self> = ranges
            .iter()
            .map(|range| Self {
                text: self.text.get(range.clone()).unwrap_or_default().to_owned(),
                marks: Vec::new(),
                fates: self.fates,
                opens_with_space: false,
            })
            .collect();
        for mark in &self.marks {
            let Mark { kind, covers } = mark;
            let first = ranges.partition_point(|range| range.end < covers.start);
            let lies_here = |range: &&std::ops::Range<usize>| range.start <= covers.end;
            let reached = ranges.iter().skip(first).take_while(lies_here);
            for (range, part) in reached.zip(parts.iter_mut().skip(first)) {
                let start = covers.start.max(range.start) - range.start;
                let end = covers.end.min(range.end) - range.start;
                if covers.is_empty() || start < end {
                    part.marks.push(Mark { kind: kind.clone(), covers: start..end });
                }
                if covers.is_empty() {
                    break;
                }
            }
        }
        parts
    }

    /// The words without the no-break spaces that a page has and a draft has not.
    pub(super) fn unbound(mut self) -> Self {
        for mark in &mut self.marks {
            if let MarkKind::Deleted(words) = &mut mark.kind {
                *words = without_bonds(words, &bonds(words));
            }
        }
        let bonds = bonds(&self.text);
        if bonds.is_empty() {
            return self;
        }
        self.text = without_bonds(&self.text, &bonds);
        let moved = |at: usize| at - bonds.partition_point(|bond| *bond < at);
        for Mark { covers, .. } in &mut self.marks {
            *covers = moved(covers.start)..moved(covers.end);
        }
        self
    }
}

/// The words with a plain space, which is a byte shorter, for each no-break space of a
/// list.
fn without_bonds(words: &str, bonds: &[usize]) -> String {
    let mut text = String::with_capacity(words.len());
    let mut from = 0;
    for bond in bonds {
        text.push_str(words.get(from..*bond).unwrap_or_default());
        text.push(' ');
        from = bond + '\u{a0}'.len_utf8();
    }
    text.push_str(words.get(from..).unwrap_or_default());
    text
}
