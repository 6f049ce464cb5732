//! See [`Rows`].

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use unicode_segmentation::UnicodeSegmentation;

use super::wrap::{cells, row_starts};
use crate::text::{Splice, TextRange};

/// A row on the screen: a line of the text, and which of the rows into which it breaks. Both
/// count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Spot {
    pub(super) line: usize,
    pub(super) row: usize,
}

/// A text, its lines, and the rows into which they break. The rows of a line are found when
/// it comes into view, and kept until it changes: a key costs no more on a long draft than
/// on a short one.
#[derive(Debug)]
pub(super) struct Rows {
    text: String,
    /// Where each line begins.
    starts: Vec<usize>,
    /// How wide a row is. On none at all, lines do not break.
    width: Cell<u16>,
    /// Of each line that was looked at, where its rows begin, counted from its own start.
    kept: RefCell<Vec<Option<Rc<[usize]>>>>,
}

impl Rows {
    /// Takes a text whose lines end in `\n`.
    pub(super) fn of(text: &str) -> Self {
        let starts: Vec<usize> =
            std::iter::once(0).chain(after_breaks(text, 0)).collect();
        let kept = RefCell::new(vec![None; starts.len()]);
        Self { text: text.to_owned(), starts, width: Cell::new(0), kept }
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Makes a change, which has to fit.
    pub(super) fn apply(&mut self, splice: &Splice) {
        let first = self.line_of(splice.at);
        let gone = memchr::memchr_iter(b'\n', splice.removed.as_bytes()).count();
        splice.apply(&mut self.text);
        let (removed, inserted) = (splice.removed.len(), splice.inserted.len());
        for start in self.starts.iter_mut().skip(first + gone + 1) {
            *start = *start - removed + inserted;
        }
        let begun: Vec<usize> = after_breaks(&splice.inserted, splice.at).collect();
        let kept = self.kept.get_mut();
        kept.splice(first..=first + gone, std::iter::repeat_n(None, begun.len() + 1));
        self.starts.splice(first + 1..=first + gone, begun);
    }

    /// How many lines there are: one at least.
    pub(super) fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The line in which a byte offset stands.
    pub(super) fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// The range of a line, without its line break.
    pub(super) fn line_range(&self, line: usize) -> TextRange {
        let end = self.text.len();
        let start = self.starts.get(line).copied().unwrap_or(end);
        let next = self.starts.get(line + 1).map_or(end, |next| next - 1);
        TextRange::new(start, next)
    }

    /// The byte offset of a line and a column, which counts characters.
    pub(super) fn offset_of(&self, line: usize, column: usize) -> usize {
        let range = self.line_range(line);
        let before = self.slice(range).char_indices().nth(column);
        before.map_or(range.end(), |(at, _)| range.start() + at)
    }

    /// The words of a line.
    pub(super) fn line(&self, line: usize) -> &str {
        self.slice(self.line_range(line))
    }

    /// The text in a range.
    pub(super) fn slice(&self, range: TextRange) -> &str {
        self.text.get(range.start()..range.end()).unwrap_or_default()
    }

    /// Says how wide a row is.
    pub(super) fn set_width(&self, width: u16) {
        if self.width.replace(width) != width {
            self.kept.borrow_mut().fill(None);
        }
    }

    fn rows_of(&self, line: usize) -> Rc<[usize]> {
        if let Some(Some(rows)) = self.kept.borrow().get(line) {
            return Rc::clone(rows);
        }
        let rows: Rc<[usize]> = row_starts(self.line(line), self.width.get()).into();
        if let Some(kept) = self.kept.borrow_mut().get_mut(line) {
            *kept = Some(Rc::clone(&rows));
        }
        rows
    }

    /// The row in which a byte offset is drawn.
    pub(super) fn spot_of(&self, offset: usize) -> Spot {
        let line = self.line_of(offset);
        let within = offset - self.line_range(line).start();
        let rows = self.rows_of(line);
        let row = rows.partition_point(|start| *start <= within).saturating_sub(1);
        Spot { line, row }
    }

    /// The row itself, or that nearest to it in a text that changed.
    pub(super) fn nearest(&self, spot: Spot) -> Spot {
        let line = spot.line.min(self.lines() - 1);
        Spot { line, row: spot.row.min(self.rows_of(line).len() - 1) }
    }

    /// The text of a row.
    pub(super) fn range(&self, spot: Spot) -> TextRange {
        let (line, rows) = (self.line_range(spot.line), self.rows_of(spot.line));
        let place = |row: usize| rows.get(row).map(|within| line.start() + within);
        let start = place(spot.row).unwrap_or(line.end());
        TextRange::new(start, place(spot.row + 1).unwrap_or(line.end()))
    }

    /// Whether the line ends with a row, so that the cursor can stand behind its last
    /// character.
    pub(super) fn ends_line(&self, spot: Spot) -> bool {
        spot.row + 1 >= self.rows_of(spot.line).len()
    }

    /// The row so many below, or above if that is less than nothing; no further than the
    /// first and the last.
    pub(super) fn moved(&self, mut spot: Spot, by: isize) -> Spot {
        let mut left = by.unsigned_abs();
        while left > 0 {
            let (line, row) = (spot.line, spot.row);
            if by > 0 {
                let below = self.rows_of(line).len() - 1 - row;
                if left > below && line + 1 < self.lines() {
                    left -= below + 1;
                    spot = Spot { line: line + 1, row: 0 };
                    continue;
                }
                spot.row = row + below.min(left);
            } else {
                if left > row && line > 0 {
                    left -= row + 1;
                    spot = Spot { line: line - 1, row: self.rows_of(line - 1).len() - 1 };
                    continue;
                }
                spot.row = row - row.min(left);
            }
            break;
        }
        spot
    }

    /// How many rows a row lies below another, counted no further than `most`.
    pub(super) fn distance(&self, above: Spot, below: Spot, most: usize) -> usize {
        let mut rows = 0;
        let mut spot = above;
        while spot.line < below.line && rows < most {
            rows += self.rows_of(spot.line).len() - spot.row;
            spot = Spot { line: spot.line + 1, row: 0 };
        }
        if spot.line == below.line {
            rows += below.row.saturating_sub(spot.row);
        }
        rows.min(most)
    }

    /// How many cells of its row stand before a byte offset.
    pub(super) fn cell_of(&self, offset: usize) -> u16 {
        let start = self.range(self.spot_of(offset)).start();
        let before = self.slice(TextRange::new(start, offset));
        before.graphemes(true).map(cells).fold(0, u16::saturating_add)
    }

    /// The byte offset at a cell of a row: never inside a cluster, and in the row even
    /// where the cell lies behind its end.
    pub(super) fn offset_at(&self, spot: Spot, cell: u16) -> usize {
        let range = self.range(spot);
        let mut passed: u16 = 0;
        let mut last = range.start();
        for (at, cluster) in self.slice(range).grapheme_indices(true) {
            last = range.start() + at;
            passed = passed.saturating_add(cells(cluster));
            if passed > cell {
                return last;
            }
        }
        if self.ends_line(spot) { range.end() } else { last }
    }
}

/// The offsets behind the line breaks of a text that stands at `at`.
fn after_breaks(text: &str, at: usize) -> impl Iterator<Item = usize> {
    memchr::memchr_iter(b'\n', text.as_bytes()).map(move |place| at + place + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: u16) -> Rows {
        let rows = Rows::of(text);
        rows.set_width(width);
        rows
    }

    #[test]
    fn a_change_leaves_what_the_whole_text_would_give() {
        let mut changed = rows("one\ntwo two\n\nthree", 5);
        let changes = [
            (4, "two ", ""),
            (3, "\ntwo\n", ""),
            (3, "", "\nfour and\nfive "),
            (0, "one", ""),
        ];
        for (at, removed, inserted) in changes {
            changed.spot_of(changed.text().len());
            changed.apply(&Splice {
                at,
                removed: removed.into(),
                inserted: inserted.into(),
            });
            let whole = rows(changed.text(), 5);
            assert_eq!(changed.starts, whole.starts);
            for line in 0..whole.lines() {
                assert_eq!(changed.rows_of(line), whole.rows_of(line), "line {line}");
            }
        }
        assert_eq!(changed.text(), "\nfour and\nfive \nthree");
    }

    #[test]
    fn rows_are_gone_through_as_they_are_drawn() {
        let rows = rows("aaa bbb ccc\n\nddd", 4);
        let spots: Vec<Spot> = (0..6).map(|by| rows.moved(Spot::default(), by)).collect();
        let text: Vec<&str> =
            spots.iter().map(|spot| rows.slice(rows.range(*spot))).collect();
        assert_eq!(text, ["aaa ", "bbb ", "ccc", "", "ddd", "ddd"]);
        assert_eq!(rows.moved(spots[4], -2), spots[2]);
        assert_eq!(rows.moved(spots[4], -9), spots[0]);
        assert_eq!(rows.distance(spots[1], spots[4], 9), 3);
        assert_eq!(rows.distance(spots[1], spots[4], 2), 2);
    }

    #[test]
    fn a_cell_and_an_offset_say_the_same_place() {
        let rows = rows("决定 to\tact", 12);
        for (offset, cell) in [(0, 0), (3, 2), (6, 4), (7, 5), (9, 7), (10, 0)] {
            assert_eq!(rows.cell_of(offset), cell, "offset {offset}");
            assert_eq!(rows.offset_at(rows.spot_of(offset), cell), offset);
        }
        assert_eq!(rows.offset_at(Spot::default(), 1), 0);
        assert_eq!(rows.offset_at(Spot { line: 0, row: 1 }, 90), 13);
    }
}
