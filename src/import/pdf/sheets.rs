//! The pages of a file as lines, and what the lines are: text, furniture, notes.

use std::collections::BTreeMap;

use super::columns::Placed;
use super::drawn::Rule;
use super::rows::Piece;

/// A page.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Counted from 1.
    pub(super) number: usize,
    pub(super) width: f64,
    pub(super) height: f64,
    /// Its lines in reading order.
    pub(super) lines: Vec<SheetLine>,
    /// Whether it is read from right to left.
    pub(super) is_rtl: bool,
    /// Its horizontal rules, from top to bottom.
    pub(super) rules: Vec<Rule>,
    /// Text whose font is not in the file.
    pub(super) without_font: String,
}

/// A line of a page.
#[derive(Debug)]
pub(super) struct SheetLine {
    pub(super) piece: Piece,
    /// The column in which it stands.
    pub(super) column: usize,
    pub(super) part: Part,
}

/// What a line of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    /// Furniture, and of which kind.
    Furniture(&'static str),
    /// Of a note at the foot of the page.
    Foot,
}

impl SheetLine {
    pub(super) fn new(placed: Placed) -> Self {
        Self { piece: placed.piece, column: placed.column, part: Part::Text }
    }

    pub(super) fn is_text(&self) -> bool {
        self.part == Part::Text
    }
}

/// What the text of a file is set in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// The size of most letters.
    pub(super) size: f64,
    /// The distance between the lines of a paragraph, in sizes.
    pub(super) leading: f64,
}

impl Measure {
    /// Measures the lines of text of all pages.
    pub(super) fn of(sheets: &[Sheet]) -> Self {
        let text =
            || sheets.iter().map(|sheet| sheet.lines.iter().filter(|l| l.is_text()));
        let sizes = text()
            .flatten()
            .map(|line| (quarter(line.piece.size), line.piece.text.chars().count()));
        let size = most_common(sizes).map_or(10.0, |size| f64::from(size) / 4.0);
        let mut distances = Vec::new();
        for lines in text() {
            let lines: Vec<&SheetLine> = lines.collect();
            for pair in lines.windows(2) {
                let [one, next] = pair else { continue };
                let distance = (next.piece.baseline - one.piece.baseline) / size;
                let is_of_text = (next.piece.size - size).abs() < size * 0.1;
                if one.column == next.column
                    && is_of_text
                    && (0.9..2.6).contains(&distance)
                {
                    distances.push((quarter(distance * 10.0), 1));
                }
            }
        }
        let leading = most_common(distances.into_iter());
        let leading = leading.map_or(1.2, |distance| f64::from(distance) / 40.0);
        Self { size, leading }
    }

    /// Whether more white space than within a paragraph stands between two lines.
    pub(super) fn divides(self, above: &Piece, below: &Piece) -> bool {
        let size = above.size.max(below.size);
        below.baseline - above.baseline > size * (self.leading * 1.18 + 0.08)
    }
}

/// How far the lines of each column of a page reach.
#[derive(Debug, Clone, Default)]
pub(super) struct Edges {
    columns: BTreeMap<usize, Edge>,
    /// Those with enough lines to tell.
    telling: Vec<Edge>,
    is_rtl: bool,
}

/// How many columns of a page are asked how far a line would reach.
const MOST_TELLING: usize = 16;

#[derive(Debug, Clone, Copy)]
struct Edge {
    left: f64,
    right: f64,
    lines: usize,
}

/// With fewer lines a column does not tell how far it reaches.
const TELLING: usize = 3;

impl Edges {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let mut edges = Self { is_rtl: sheet.is_rtl, ..Self::default() };
        for line in sheet.lines.iter().filter(|line| line.is_text()) {
            let piece = &line.piece;
            let edge = edges.columns.entry(line.column).or_insert(Edge {
                left: piece.left,
                right: piece.right,
                lines: 0,
            });
            edge.left = edge.left.min(piece.left);
            edge.right = edge.right.max(piece.right);
            edge.lines += 1;
        }
        let telling = edges.columns.values().filter(|edge| edge.lines >= TELLING);
        edges.telling = telling.take(MOST_TELLING).copied().collect();
        edges
    }

    /// Whether the first word of the next line would have fitted on a line: then a
    /// paragraph ended there.
    pub(super) fn ends_early(&self, line: &SheetLine, next: &Piece) -> bool {
        let own = self.columns.get(&line.column);
        let is_over =
            |edge: &&Edge| edge.left < line.piece.right && edge.right > line.piece.left;
        let edge = own
            .filter(|edge| edge.lines >= TELLING)
            .or_else(|| self.telling.iter().find(is_over));
        let Some(edge) = edge else { return false };
        let left_over = if self.is_rtl {
            line.piece.left - edge.left
        } else {
            edge.right - line.piece.right
        };
        next.first_word_width() + next.size * 0.6 < left_over
    }
}

/// A length in quarters of a point.
fn quarter(length: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "lengths on a page are small")]
    {
        (length * 4.0).round() as i32
    }
}

/// The value with the most weight; of two, the smaller one.
fn most_common(values: impl Iterator<Item = (i32, usize)>) -> Option<i32> {
    let mut weights = BTreeMap::new();
    for (value, weight) in values {
        *weights.entry(value).or_insert(0_usize) += weight;
    }
    let most = weights.values().max().copied()?;
    weights.into_iter().find(|(_, weight)| *weight == most).map(|(value, _)| value)
}
