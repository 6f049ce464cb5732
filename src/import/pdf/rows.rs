//! Glyphs to rows: those on one baseline, and the raised figures above it, as pieces of
//! text that white space divides.

use super::drawn::{Glyph, Letters};
use super::letters::{self, Inked};
use crate::conventions::numbering::parse_marker;
use crate::import::manuscript::{Mark, SUPERSCRIPTS};

/// White space between two glyphs, in sizes of letters, beyond which they belong to
/// different pieces of a row: cells, columns.
const CELL_GAP: f64 = 1.6;

/// The widest white space between a marker and its words.
const MARKER_GAP: f64 = 7.0;

/// Words on one baseline.
#[derive(Debug, Clone, Default)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// The size of most of its letters.
    pub(super) size: f64,
    /// Whether all of it is bold.
    pub(super) is_bold: bool,
    /// Whether it is a bar code.
    pub(super) is_bar: bool,
}

impl Piece {
    pub(super) fn width(&self) -> f64 {
        self.right - self.left
    }

    /// How wide its first word is, about.
    pub(super) fn first_word_width(&self) -> f64 {
        let word = self.text.split(' ').next().unwrap_or_default();
        #[expect(clippy::cast_precision_loss, reason = "the letters of a line are few")]
        let part = word.chars().count() as f64 / self.text.chars().count().max(1) as f64;
        self.width() * part
    }
}

/// The pieces on one baseline, in the order in which they are read.
pub(super) type Row = Vec<Piece>;

/// Cuts the glyphs of a page into rows, from top to bottom.
pub(super) fn of(glyphs: Vec<Glyph>) -> Vec<Row> {
    let is_rtl = letters::is_right_to_left(&glyphs);
    let mut chunks: Vec<Chunk> = baselines(glyphs).into_iter().flat_map(chunks).collect();
    raise(&mut chunks);
    let mut rows: Vec<Vec<Chunk>> = Vec::new();
    chunks.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    for chunk in chunks {
        match rows.last_mut() {
            Some(row) if is_on(row, &chunk) => row.push(chunk),
            _ => rows.push(vec![chunk]),
        }
    }
    let mut rows: Vec<Row> = rows.into_iter().map(|row| pieces(row, is_rtl)).collect();
    rows.retain(|row| !row.is_empty());
    if is_rtl {
        letters::straighten(rows.iter_mut().flatten().map(|piece| &mut piece.text));
    }
    rows
}

fn is_on(row: &[Chunk], chunk: &Chunk) -> bool {
    row.first().is_some_and(|first| {
        chunk.baseline - first.baseline <= first.size.min(chunk.size) * 0.2
    })
}

/// Glyphs without white space between them.
#[derive(Debug)]
struct Chunk {
    glyphs: Vec<Inked>,
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
}

/// Groups glyphs by their baselines.
fn baselines(mut glyphs: Vec<Glyph>) -> Vec<Vec<Glyph>> {
    glyphs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    for glyph in glyphs {
        let last = groups.last_mut();
        match last {
            Some(group)
                if group.first().is_some_and(|first| {
                    glyph.baseline - first.baseline <= first.size.min(glyph.size) * 0.1
                }) =>
            {
                group.push(glyph);
            }
            _ => groups.push(vec![glyph]),
        }
    }
    groups
}

/// Cuts the glyphs of a baseline where white space stands.
fn chunks(mut glyphs: Vec<Glyph>) -> Vec<Chunk> {
    glyphs.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut chunks: Vec<Chunk> = Vec::new();
    let mut has_space = false;
    for glyph in glyphs {
        if is_space(&glyph) {
            has_space = true;
            continue;
        }
        let has_space = std::mem::take(&mut has_space);
        let last = chunks.last_mut();
        match last {
            Some(chunk) if glyph.left - chunk.right <= glyph.size * 0.6 => {
                let is_printed_twice = chunk.glyphs.last().is_some_and(|last| {
                    last.glyph.letters == glyph.letters
                        && glyph.left - last.glyph.left < glyph.size * 0.08
                        && glyph.right > glyph.left
                });
                if !is_printed_twice {
                    chunk.right = chunk.right.max(glyph.right);
                    chunk.glyphs.push(Inked { glyph, has_space, is_raised: false });
                }
            }
            _ => chunks.push(Chunk {
                left: glyph.left,
                right: glyph.right,
                baseline: glyph.baseline,
                size: glyph.size,
                glyphs: vec![Inked { glyph, has_space, is_raised: false }],
            }),
        }
    }
    for chunk in &mut chunks {
        chunk.size = common_size(&chunk.glyphs);
    }
    chunks
}

fn is_space(glyph: &Glyph) -> bool {
    match &glyph.letters {
        Letters::One(c) => c.is_whitespace() || c.is_control(),
        Letters::Many(text) => text.chars().all(|c| c.is_whitespace() || c.is_control()),
        Letters::Unknown => false,
    }
}

/// The size of most glyphs.
fn common_size(glyphs: &[Inked]) -> f64 {
    let mut sizes: Vec<f64> = glyphs.iter().map(|inked| inked.glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(1.0)
}

/// How far from a raised figure, above and below, its line may stand.
const REACH: std::ops::RangeInclusive<f64> = -16.0..=30.0;

/// How many chunks are looked at for the line of a raised figure.
const MOST_HOSTS: usize = 500;

/// What may carry raised figures.
#[derive(Clone, Copy)]
struct Host {
    left: f64,
    right: f64,
    baseline: f64,
    size: f64,
}

impl Host {
    /// How high a chunk stands above the line, in sizes of its letters.
    fn height(&self, chunk: &Chunk) -> f64 {
        (self.baseline - chunk.baseline) / self.size
    }

    fn carries(&self, chunk: &Chunk) -> bool {
        let height = self.height(chunk);
        let is_near = chunk.left <= self.right + self.size * 0.5
            && chunk.right >= self.left - self.size * 2.5;
        let is_off_line = height.abs() > f64::EPSILON;
        chunk.size <= self.size * 0.85
            && (-0.4..=0.75).contains(&height)
            && is_off_line
            && is_near
    }
}

/// Brings small chunks that stand above a baseline, and close to larger letters on it,
/// down to it as raised ones; those a little below it too.
fn raise(chunks: &mut [Chunk]) {
    let mut hosts: Vec<Host> = chunks
        .iter()
        .map(|chunk| Host {
            left: chunk.left,
            right: chunk.right,
            baseline: chunk.baseline,
            size: chunk.size,
        })
        .collect();
    hosts.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    for chunk in chunks {
        let from = chunk.baseline + REACH.start();
        let first = hosts.partition_point(|host| host.baseline < from);
        let host = hosts
            .iter()
            .skip(first)
            .take(MOST_HOSTS)
            .take_while(|host| host.baseline <= chunk.baseline + REACH.end())
            .filter(|host| host.carries(chunk))
            .min_by(|a, b| a.height(chunk).abs().total_cmp(&b.height(chunk).abs()));
        let Some(host) = host else { continue };
        let is_raised = host.height(chunk) > 0.12;
        chunk.baseline = host.baseline;
        for inked in &mut chunk.glyphs {
            inked.is_raised = is_raised;
        }
    }
}

/// Joins the chunks of a row to pieces, in reading order.
fn pieces(mut row: Vec<Chunk>, is_rtl: bool) -> Row {
    row.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut cells: Vec<Vec<Inked>> = Vec::new();
    let mut edge = f64::NEG_INFINITY;
    for chunk in row {
        let size = chunk.size;
        let gap = chunk.left - edge;
        edge = edge.max(chunk.right);
        match cells.last_mut() {
            Some(cell) if gap <= size * CELL_GAP => cell.extend(chunk.glyphs),
            _ => cells.push(chunk.glyphs),
        }
    }
    let mut pieces: Row = cells.into_iter().map(|cell| piece(cell, is_rtl)).collect();
    pieces.retain(|piece| !piece.text.is_empty());
    if is_rtl {
        pieces.reverse();
    }
    joined_to_markers(pieces)
}

fn piece(mut glyphs: Vec<Inked>, is_rtl: bool) -> Piece {
    // Raised figures overlap the chunk that goes on behind them.
    glyphs.sort_by(|a, b| a.glyph.left.total_cmp(&b.glyph.left));
    let lefts = glyphs.iter().map(|inked| inked.glyph.left);
    let left = lefts.fold(f64::INFINITY, f64::min);
    let rights = glyphs.iter().map(|inked| inked.glyph.right);
    let right = rights.fold(f64::NEG_INFINITY, f64::max);
    let on_line = glyphs.iter().find(|inked| !inked.is_raised).or(glyphs.first());
    let baseline = on_line.map_or(0.0, |inked| inked.glyph.baseline);
    let size = common_size(&glyphs);
    let is_bold = glyphs.iter().all(|inked| inked.glyph.is_bold);
    let is_bar = glyphs.iter().all(|inked| inked.glyph.is_bar);
    let (text, marks) = letters::text(glyphs, is_rtl);
    Piece { text, marks, left, right, baseline, size, is_bold, is_bar }
}

/// Joins a marker, which a tab divides from its words, to them.
fn joined_to_markers(pieces: Row) -> Row {
    let mut row: Row = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match row.last_mut() {
            Some(last)
                if is_marker(&last.text)
                    && gap(last, &piece) <= last.size * MARKER_GAP =>
            {
                join(last, &piece);
            }
            _ => row.push(piece),
        }
    }
    row
}

/// The white space between two pieces.
fn gap(one: &Piece, other: &Piece) -> f64 {
    (other.left - one.right).max(one.left - other.right)
}

/// Adds a piece to the one before it.
fn join(piece: &mut Piece, next: &Piece) {
    piece.text.push(' ');
    let at = piece.text.len();
    piece.marks.extend(crate::import::manuscript::moved(&next.marks, at));
    piece.text.push_str(&next.text);
    piece.left = piece.left.min(next.left);
    piece.right = piece.right.max(next.right);
    piece.size = next.size;
    piece.is_bold &= next.is_bold;
    piece.is_bar &= next.is_bar;
}

/// Whether a text is nothing but the marker of a paragraph or of a note.
fn is_marker(text: &str) -> bool {
    let is_raised = text.chars().all(|c| SUPERSCRIPTS.contains(&c) || c == '*');
    let figures = text.trim_matches(['.', '-', ')', ' ']);
    let is_plain = (1..=3).contains(&figures.chars().count())
        && figures.chars().all(char::is_numeric);
    is_raised
        || is_plain
        || parse_marker(text).is_some_and(|marker| marker.len == text.len())
}
