//! Tables: a paragraph of a draft whose words stand between strokes.

use super::Writer;
use super::xml::inline;
use crate::render::composition::{Run, RunKind};

/// The words of a cell.
type Cell = Vec<Run>;

impl Writer<'_> {
    /// Writes rows as a table, the first as its head.
    pub(super) fn table(&mut self, rows: &[Vec<Cell>]) {
        self.xml.open("table", &[]);
        for (index, row) in rows.iter().enumerate() {
            let element = if index == 0 { "th" } else { "td" };
            self.xml.open("tr", &[]);
            for cell in row {
                let words = inline("p", &[], &self.notes.prose(cell));
                self.xml.line(element, &[], &words);
            }
            self.xml.close("tr");
        }
        self.xml.close("table");
    }
}

/// The rows of a table `| a | b | | --- | --- | | c | d |`, without the rule below the first;
/// `None` for other words, and for a table that would not come back as it was.
pub(super) fn rows(runs: &[Run]) -> Option<Vec<Vec<Cell>>> {
    let is_table = runs.first().is_some_and(|run| run.text.starts_with("| "))
        && runs.last().is_some_and(|run| run.text.ends_with(" |"));
    if !is_table {
        return None;
    }
    let cells = cells(runs);
    // What stands before the first stroke and after the last is no cell.
    let [_, cells @ .., _] = cells.as_slice() else { return None };
    let is_rule = |cell: &Cell| text_of(cell) == "---";
    let columns = cells.iter().position(is_rule)?.checked_sub(1)?;
    // Between two rows stands the gap between their strokes.
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for row in cells.chunks(columns + 1) {
        let (gap, row) = match row.split_at_checked(columns)? {
            (row, [gap]) => (text_of(gap), row),
            (row, _) => (String::new(), row),
        };
        rows.push(row.to_vec());
        if !gap.is_empty() {
            return None;
        }
    }
    let written: Vec<String> = rows.iter().map(|row| line(row)).collect();
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    let is_rule_below = rows.get(1).is_some_and(|rule| rule.iter().all(is_rule));
    if written.join(" ") != whole || !is_rule_below {
        return None;
    }
    rows.remove(1);
    Some(rows)
}

/// What stands between the strokes, without the spaces around it.
fn cells(runs: &[Run]) -> Vec<Cell> {
    let mut cells = vec![Cell::new()];
    for run in runs {
        let has_strokes = run.kind == RunKind::Words;
        let pieces = run.text.split(|c| has_strokes && c == '|');
        for (index, piece) in pieces.enumerate() {
            if index > 0 {
                cells.push(Cell::new());
            }
            if let Some(cell) = cells.last_mut().filter(|_| !piece.is_empty()) {
                cell.push(Run { text: piece.to_owned(), ..run.clone() });
            }
        }
    }
    for cell in &mut cells {
        if let Some(first) = cell.first_mut() {
            first.text = first.text.trim_start_matches(' ').to_owned();
        }
        if let Some(last) = cell.last_mut() {
            last.text = last.text.trim_end_matches(' ').to_owned();
        }
    }
    cells
}

fn line(row: &[Cell]) -> String {
    let cells: Vec<String> = row.iter().map(text_of).collect();
    format!("| {} |", cells.join(" | "))
}

fn text_of(cell: &Cell) -> String {
    cell.iter().map(|run| run.text.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Vec<Vec<String>>> {
        let rows = rows(&[Run::plain(text)])?;
        Some(rows.iter().map(|row| row.iter().map(text_of).collect()).collect())
    }

    #[test]
    fn rows_are_told_by_the_rule_below_the_first() {
        let table =
            read("| State | Share | | --- | --- | | Chad | 2.5 | | Peru |  |").unwrap();
        assert_eq!(table, [["State", "Share"], ["Chad", "2.5"], ["Peru", ""]]);
    }

    #[test]
    fn what_is_no_table_stays_a_paragraph() {
        for text in
            ["| a | b |", "a | b", "| a | b | | --- | | c |", "| | --- |", "| --- |"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
