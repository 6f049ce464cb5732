//! The order in which the pieces of a page are read: columns and cells one after the
//! other, tables row by row.

use super::rows::{Piece, Row};

/// How deep columns may lie in columns.
const DEEPEST: usize = 4;

/// The least white space between columns, in sizes of letters.
const GUTTER: f64 = 0.9;

/// The rows that two columns of text share at least; a masthead has fewer.
const TEXT_ROWS: usize = 8;

/// A piece with the column in which it stands.
#[derive(Debug)]
pub(super) struct Placed {
    pub(super) piece: Piece,
    /// Counted over the page; a piece below columns is in a new one.
    pub(super) column: usize,
}

/// Puts the pieces of a page in reading order.
pub(super) fn read(rows: Vec<Row>, is_rtl: bool) -> Vec<Placed> {
    let mut reader = Reader { is_rtl, placed: Vec::new(), column: 0 };
    reader.read(rows, 0);
    reader.placed
}

struct Reader {
    is_rtl: bool,
    placed: Vec<Placed>,
    column: usize,
}

/// White space from top to bottom.
#[derive(Debug, Clone, Copy)]
struct Gutter {
    left: f64,
    right: f64,
}

impl Gutter {
    fn width(self) -> f64 {
        self.right - self.left
    }
}

impl Reader {
    fn read(&mut self, rows: Vec<Row>, depth: usize) {
        let mut rows = std::collections::VecDeque::from(rows);
        while let Some(row) = rows.pop_front() {
            let gutter = rows
                .front()
                .and_then(|next| gutter(&row, next))
                .or_else(|| widest(&row))
                .filter(|_| depth < DEEPEST);
            let Some(gutter) = gutter else {
                self.place(row);
                continue;
            };
            let mut band = vec![row];
            let (len, gutter) = band_below(&band[0], rows.make_contiguous(), gutter);
            band.extend(rows.drain(..len));
            if is_table(&band) {
                for row in band {
                    self.column += 1;
                    self.place(row);
                }
            } else {
                self.columns(band, gutter, depth);
            }
            self.column += 1;
        }
    }

    fn place(&mut self, row: Row) {
        let column = self.column;
        self.placed.extend(row.into_iter().map(|piece| Placed { piece, column }));
    }

    /// Reads what stands on the one side of a gutter, then what stands on the other.
    fn columns(&mut self, band: Vec<Row>, gutter: Gutter, depth: usize) {
        let middle = f64::midpoint(gutter.left, gutter.right);
        let (mut first, mut second) = (Vec::new(), Vec::new());
        for row in band {
            let (left, right): (Row, Row) =
                row.into_iter().partition(|piece| piece.right <= middle);
            let (before, after) = if self.is_rtl { (right, left) } else { (left, right) };
            first.extend((!before.is_empty()).then_some(before));
            second.extend((!after.is_empty()).then_some(after));
        }
        for side in [first, second] {
            self.column += 1;
            self.read(side, depth + 1);
        }
    }
}

/// The gutter between two pieces that stand beside each other, though not quite on one
/// baseline.
fn gutter(row: &Row, next: &Row) -> Option<Gutter> {
    let ([one], [other]) = (row.as_slice(), next.as_slice()) else { return None };
    let is_beside =
        (other.baseline - one.baseline).abs() < one.size.min(other.size) * 0.8;
    let (left, right) = if one.left < other.left { (one, other) } else { (other, one) };
    let gutter = Gutter { left: left.right, right: right.left };
    (is_beside && gutter.width() >= one.size * GUTTER).then_some(gutter)
}

/// The widest white space in a row.
fn widest(row: &Row) -> Option<Gutter> {
    let mut pieces: Vec<&Piece> = row.iter().collect();
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    pieces
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] => Some(Gutter { left: one.right, right: other.left }),
            _ => None,
        })
        .max_by(|a, b| a.width().total_cmp(&b.width()))
}

/// How many rows below the first one leave its gutter free, and what is left of it.
/// Rows at the end that stand on one side only are below the columns, unless the columns
/// are of text.
fn band_below(first: &Row, rows: &[Row], gutter: Gutter) -> (usize, Gutter) {
    let mut gutter = gutter;
    let mut len = 0;
    let mut shared = 0;
    let (mut last_left, mut last_right) = (0, 0);
    let has_both = |row: &Row, gutter: Gutter| {
        row.iter().any(|piece| piece.right <= gutter.left)
            && row.iter().any(|piece| piece.left >= gutter.right)
    };
    for row in rows {
        let Some(narrowed) = narrowed(row, gutter) else { break };
        gutter = narrowed;
        len += 1;
        shared += usize::from(has_both(row, gutter));
        if row.iter().any(|piece| piece.right <= gutter.left) {
            last_left = len;
        }
        if row.iter().any(|piece| piece.left >= gutter.right) {
            last_right = len;
        }
    }
    let middle = f64::midpoint(gutter.left, gutter.right);
    let width = |is_left: bool| {
        let side = first.iter().chain(rows.iter().take(len).flatten());
        side.filter(|piece| (piece.right <= middle) == is_left)
            .map(Piece::width)
            .fold(0.0, f64::max)
    };
    let are_text = shared >= TEXT_ROWS && width(true) > width(false) * 0.6;
    let len = if are_text { len } else { last_right.min(last_left.max(last_right)) };
    (len, gutter)
}

/// What a row leaves of a gutter; `None` where it crosses it.
fn narrowed(row: &Row, gutter: Gutter) -> Option<Gutter> {
    let mut gutter = gutter;
    for piece in row {
        let beside = Gutter { left: gutter.left.max(piece.right), ..gutter };
        let before = Gutter { right: gutter.right.min(piece.left), ..gutter };
        gutter = if beside.width() > before.width() { beside } else { before };
        if gutter.width() < piece.size * GUTTER {
            return None;
        }
    }
    Some(gutter)
}

/// Whether rows are those of a table of three columns or more.
fn is_table(band: &[Row]) -> bool {
    let wide = band.iter().filter(|row| row.len() >= 3).count();
    band.len() > 1 && wide * 2 > band.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(baseline: f64, pieces: &[(&str, f64, f64)]) -> Row {
        let piece = |(text, left, right): &(&str, f64, f64)| Piece {
            text: (*text).to_owned(),
            left: *left,
            right: *right,
            baseline,
            size: 10.0,
            ..Piece::default()
        };
        pieces.iter().map(piece).collect()
    }

    fn order(rows: Vec<Row>) -> String {
        let placed = read(rows, false);
        placed
            .iter()
            .map(|placed| placed.piece.text.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn cells_of_a_masthead_are_read_one_by_one() {
        let rows = vec![
            row(10.0, &[("nations", 50.0, 120.0), ("symbol", 400.0, 480.0)]),
            row(30.0, &[("assembly", 60.0, 200.0), ("limited", 400.0, 460.0)]),
            row(42.0, &[("date", 400.0, 480.0)]),
            row(60.0, &[("session", 50.0, 160.0)]),
            row(80.0, &[("text", 50.0, 500.0)]),
        ];
        assert_eq!(order(rows), "nations assembly symbol limited date session text");
    }

    #[test]
    fn a_short_first_line_leaves_the_gutter_to_the_others() {
        let mut rows = vec![row(0.0, &[("l", 50.0, 120.0), ("r", 300.0, 500.0)])];
        rows.extend((1..9_u32).map(|at| {
            row(f64::from(at) * 12.0, &[("l", 50.0, 280.0), ("r", 300.0, 500.0)])
        }));
        assert_eq!(order(rows), "l l l l l l l l l r r r r r r r r r");
    }

    #[test]
    fn columns_of_text_need_no_common_baselines() {
        let rows = (0..20_u32)
            .map(|at| {
                let baseline = f64::from(at) * 5.0;
                if at % 2 == 0 {
                    row(baseline, &[("l", 50.0, 250.0)])
                } else {
                    row(baseline, &[("r", 300.0, 500.0)])
                }
            })
            .collect();
        assert_eq!(
            order(rows),
            ["l"; 10].iter().chain(&["r"; 10]).copied().collect::<Vec<_>>().join(" ")
        );
    }
}
