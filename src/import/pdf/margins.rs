//! What stands in the margins of the pages: running heads, page numbers, job numbers,
//! bar codes. Its place tells it: the same on each page, or above the rule of the head.

use super::sheets::{Measure, Part, Sheet, SheetLine};
use crate::import::furniture;

/// The part of a page, at its top and at its foot, where furniture may stand.
const MARGIN: f64 = 0.16;

/// How many lines a running head or a foot has at most.
const MOST_LINES: usize = 6;

/// Marks the furniture of all pages.
pub(super) fn mark(sheets: &mut [Sheet], measure: Measure) {
    for sheet in &mut *sheets {
        for line in &mut sheet.lines {
            if line.piece.is_bar {
                line.part = Part::Furniture("bar code");
            } else if is_typed_rule(&line.piece.text) {
                line.part = Part::Furniture("rule");
            }
        }
    }
    mark_repeated(sheets);
    for sheet in sheets {
        for is_top in [true, false] {
            mark_margin(sheet, measure, is_top);
        }
    }
}

/// Whether a text is a rule that was typed.
pub(super) fn is_typed_rule(text: &str) -> bool {
    text.len() > 5 && text.chars().all(|c| matches!(c, '_' | '—' | '―'))
}

/// Whether a line stands in the upper or the lower margin.
fn is_in_margin(sheet: &Sheet, line: &SheetLine, is_top: bool) -> bool {
    let height = line.piece.baseline / sheet.height;
    if is_top { height < MARGIN } else { height > 1.0 - MARGIN }
}

/// The lines of a margin from the edge of the page on.
fn margin(sheet: &Sheet, is_top: bool) -> Vec<usize> {
    let mut lines: Vec<usize> = (0..sheet.lines.len())
        .filter(|at| is_in_margin(sheet, &sheet.lines[*at], is_top))
        .collect();
    let baseline = |at: &usize| sheet.lines[*at].piece.baseline;
    lines.sort_by(|a, b| baseline(a).total_cmp(&baseline(b)));
    if !is_top {
        lines.reverse();
    }
    lines.truncate(MOST_LINES);
    lines
}

/// A line of a margin: its page, its place among the lines of the page, its words without
/// their figures, and its baseline.
type Seen = (usize, usize, String, f64);

/// Marks what stands at the same place of two pages, but for its figures.
fn mark_repeated(sheets: &mut [Sheet]) {
    for is_top in [true, false] {
        let mut seen: Vec<Seen> = Vec::new();
        for (page, sheet) in sheets.iter().enumerate() {
            let mut lines = margin(sheet, is_top);
            // What stands below the rule of a head is text.
            if let Some(height) = head_rule(sheet).filter(|_| is_top) {
                lines.retain(|at| sheet.lines[*at].piece.baseline < height);
            }
            for at in lines {
                let piece = &sheet.lines[at].piece;
                seen.push((page, at, without_figures(&piece.text), piece.baseline));
            }
        }
        seen.sort_by(|a, b| a.2.cmp(&b.2).then(a.3.total_cmp(&b.3)));
        let is_same =
            |a: &Seen, b: &Seen| a.0 != b.0 && a.2 == b.2 && (a.3 - b.3).abs() < 3.0;
        let mut repeated = vec![Vec::new(); sheets.len()];
        for pair in seen.windows(2) {
            let [one, other] = pair else { continue };
            if is_same(one, other) {
                repeated[one.0].push(one.1);
                repeated[other.0].push(other.1);
            }
        }
        for (page, mut lines) in repeated.into_iter().enumerate() {
            let at_the_edge = at_the_edge(&sheets[page], is_top, &lines);
            lines.retain(|at| at_the_edge.contains(at));
            // The masthead is the head of the first page.
            if (page > 0 || !is_top) && is_short(&sheets[page], &lines) {
                for at in lines {
                    furnish(&mut sheets[page].lines[at]);
                }
            }
        }
    }
}

/// The lines from an edge of the page on, up to the first that neither comes again nor is
/// furniture: what stands behind text is text.
fn at_the_edge(sheet: &Sheet, is_top: bool, repeated: &[usize]) -> Vec<usize> {
    let is_furniture = |at: &usize| {
        let line = &sheet.lines[*at];
        repeated.contains(at) || !line.is_text() || kind(&line.piece.text).is_some()
    };
    margin(sheet, is_top).into_iter().take_while(is_furniture).collect()
}

/// Whether lines are so few that they can be a running head. Where more of a page comes
/// again, it is the text that repeats its words.
fn is_short(sheet: &Sheet, lines: &[usize]) -> bool {
    const MOST_ROWS: usize = 3;
    let mut rows: Vec<f64> =
        lines.iter().map(|at| sheet.lines[*at].piece.baseline).collect();
    rows.sort_by(f64::total_cmp);
    rows.dedup_by(|a, b| (*a - *b).abs() < 3.0);
    rows.len() <= MOST_ROWS
}

fn without_figures(text: &str) -> String {
    let mut bare = String::new();
    for c in text.chars() {
        match c {
            c if c.is_numeric() && bare.ends_with('#') => {}
            c if c.is_numeric() => bare.push('#'),
            c => bare.push(c),
        }
    }
    bare
}

/// Marks a line as the furniture that its words tell.
fn furnish(line: &mut SheetLine) {
    if line.is_text() {
        line.part = Part::Furniture(kind(&line.piece.text).unwrap_or("running head"));
    }
}

/// What the words of a line are furniture as; a star in them calls a note.
fn kind(text: &str) -> Option<&'static str> {
    let known =
        |text: &str| furniture::anywhere(text).or_else(|| furniture::in_text(text));
    known(text)
        .or_else(|| text.contains('*').then(|| known(&text.replace('*', ""))).flatten())
        .filter(|what| *what != "note on sponsors")
}

/// Marks the block of lines at an edge of a page of which a line is furniture; at the
/// top of a page that is not the first, also what stands above the rule of the head.
fn mark_margin(sheet: &mut Sheet, measure: Measure, is_top: bool) {
    let lines = margin(sheet, is_top);
    let is_first = sheet.number == 1;
    if is_top && is_first {
        return;
    }
    for at in &lines {
        if kind(&sheet.lines[*at].piece.text).is_some() {
            furnish(&mut sheet.lines[*at]);
        }
    }
    if !is_top {
        return;
    }
    let above_rule = head_rule(sheet);
    let block = block(sheet, &lines, measure, above_rule);
    let is_head = above_rule.is_some_and(|height| {
        block.iter().any(|at| sheet.lines[*at].piece.baseline < height)
    }) || block.iter().any(|at| !sheet.lines[*at].is_text());
    let has_words_left = sheet.lines.len() > block.len();
    if is_head && has_words_left {
        for at in block {
            furnish(&mut sheet.lines[at]);
        }
    }
}

/// How far down what stands above the rule of the head may stand.
fn head_rule(sheet: &Sheet) -> Option<f64> {
    let rule = sheet.rules.iter().find(|rule| {
        rule.height < sheet.height * MARGIN && rule.right - rule.left > sheet.width * 0.4
    });
    rule.map(|rule| rule.height + 1.0)
}

/// The lines from the upper edge to the rule of the head, or else to the first white
/// space that divides.
fn block(
    sheet: &Sheet,
    lines: &[usize],
    measure: Measure,
    above_rule: Option<f64>,
) -> Vec<usize> {
    let piece = |at: usize| &sheet.lines[at].piece;
    if let Some(height) = above_rule {
        return lines.iter().copied().filter(|at| piece(*at).baseline < height).collect();
    }
    let mut block = Vec::new();
    for at in lines {
        if block.last().is_some_and(|last| measure.divides(piece(*last), piece(*at))) {
            return block;
        }
        block.push(*at);
    }
    // No white space divides the margin from the text.
    block.retain(|at| !sheet.lines[*at].is_text());
    block
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_differ_in_figures() {
        assert_eq!(without_figures("12/27"), without_figures("3/27"));
        assert_ne!(without_figures("A/RES/70/1"), without_figures("A/70/L.1"));
    }
}
