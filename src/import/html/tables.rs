//! Tables: those that only lay a page out are lines like others; those with data below
//! the organ line are rows.

use super::piece::{Cell, Piece};
use crate::conventions::numbering::parse_marker;
use crate::import::manuscript::Role;

/// The bytes beyond which a cell is a paragraph.
const LONGEST_CELL: usize = 240;

/// A table that is open.
#[derive(Debug)]
pub(super) struct Table {
    number: usize,
    /// Its first line.
    from: usize,
    is_below_organ_line: bool,
    /// Whether another table stands in it.
    pub(super) is_nested: bool,
    has_head: bool,
    row: usize,
    column: usize,
}

impl Table {
    pub(super) fn new(number: usize, from: usize, is_below_organ_line: bool) -> Self {
        Self {
            number,
            from,
            is_below_organ_line,
            is_nested: false,
            has_head: false,
            row: 0,
            column: 0,
        }
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// Begins a cell.
    pub(super) fn cell(&mut self, is_head: bool) -> Cell {
        self.column += 1;
        self.has_head |= is_head;
        Cell { table: self.number, row: self.row, column: self.column }
    }

    /// Makes lines or rows of what stands in it.
    pub(super) fn settle(&self, pieces: &mut Vec<Piece>) {
        if self.is_nested || self.from >= pieces.len() {
            return;
        }
        let cells: Vec<Piece> = pieces.drain(self.from..).collect();
        if self.is_data(&cells) {
            pieces.extend(rows(&cells));
        } else {
            self.lay_out(cells, pieces);
        }
    }

    fn is_data(&self, cells: &[Piece]) -> bool {
        let is_cell = |piece: &Piece| {
            self.is_own(piece)
                && piece.line.text.len() <= LONGEST_CELL
                && !is_marker(&piece.line.text)
        };
        let columns = |piece: &Piece| piece.cell.map_or(0, |cell| cell.column);
        let widest = cells.iter().map(columns).max().unwrap_or(0);
        let is_even = || {
            let last = |row: usize| {
                let of_row = |piece: &&Piece| piece.cell.is_some_and(|c| c.row == row);
                cells.iter().filter(of_row).map(columns).max()
            };
            last(1) == last(self.row)
        };
        self.is_below_organ_line
            && self.row > 1
            && widest > 1
            && cells.iter().all(is_cell)
            && (self.has_head || is_even())
    }

    fn is_own(&self, piece: &Piece) -> bool {
        piece.cell.is_some_and(|cell| cell.table == self.number)
    }

    /// Puts the lines of the cells below each other. A cell that is the number of the
    /// next stands before its words.
    fn lay_out(&self, cells: Vec<Piece>, pieces: &mut Vec<Piece>) {
        for cell in cells {
            let last = pieces.last_mut().filter(|last| {
                let row = |piece: &Piece| piece.cell.map(|cell| (cell.table, cell.row));
                self.is_own(last)
                    && row(last) == row(&cell)
                    && last.cell != cell.cell
                    && is_marker(&last.line.text)
            });
            match last {
                Some(last) => {
                    last.append(&cell);
                    last.cell = cell.cell;
                }
                None => pieces.push(cell),
            }
        }
    }
}

/// The rows with their pipes; a rule stands below the first.
fn rows(cells: &[Piece]) -> Vec<Piece> {
    let column = |piece: &Piece| piece.cell.map_or(0, |cell| cell.column);
    let columns = cells.iter().map(column).max().unwrap_or(1).min(LONGEST_CELL);
    let mut rows = Vec::new();
    let of_one_row =
        |a: &Piece, b: &Piece| a.cell.map(|c| c.row) == b.cell.map(|c| c.row);
    for row in cells.chunk_by(of_one_row) {
        let mut cells = row.iter().peekable();
        let mut piece = Piece::default();
        piece.line.number = row.first().map_or(0, |first| first.line.number);
        piece.line.has_gap = true;
        piece.line.role = Some(Role::Row);
        piece.line.text.push('|');
        for at in 1..=columns {
            while let Some(mut cell) =
                cells.next_if(|cell| column(cell) <= at).map(Piece::words_alone)
            {
                // A pipe in a cell would end it.
                cell.line.text = cell.line.text.replace('|', "/");
                piece.append(&cell);
            }
            piece.line.text.push_str(" |");
        }
        cells.for_each(|cell| piece.append(cell));
        rows.push(piece);
        if rows.len() == 1 {
            let mut rule = Piece::default();
            rule.line.text = format!("|{}", " --- |".repeat(columns));
            rule.line.role = Some(Role::Row);
            rows.push(rule);
        }
    }
    rows
}

/// Whether a text is the number or letter of a paragraph, and nothing else.
fn is_marker(text: &str) -> bool {
    parse_marker(&format!("{text} x")).is_some_and(|marker| marker.len == text.len())
}
