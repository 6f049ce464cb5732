//! A comparison for programs, schema 1: fields may be added, never changed.

use serde_json::{Map, Value, json};

use super::Compared;
use crate::cli::input::Input;
use crate::cli::json::pretty;
use crate::compare::{Passage, Row, Summary};

/// What `compare --format json` prints.
pub(in crate::cli) fn json(compared: &Compared) -> String {
    let comparison = &compared.comparison;
    let summary = comparison.summary();
    let rows: Vec<Value> = comparison.rows.iter().map(|one| row(compared, one)).collect();
    pretty(&json!({
        "schema": 1,
        "old": file(compared.old),
        "new": file(compared.new),
        "same": summary.is_same(),
        "summary": self::summary(&summary),
        "rows": rows,
    }))
}

/// How many passages were kept, reworded, added …
pub(in crate::cli) fn summary(summary: &Summary) -> Value {
    let mut counts: Map<String, Value> = summary
        .relations
        .iter()
        .map(|(relation, count)| (relation.word().to_owned(), json!(count)))
        .collect();
    counts.insert("moved".to_owned(), json!(summary.moved));
    Value::Object(counts)
}

fn file(input: &Input) -> Value {
    let resolution = &input.resolution;
    json!({
        "file": input.name,
        "language": resolution.language.code(),
        "title": resolution.title.as_ref().map(|title| &title.value),
    })
}

fn row(compared: &Compared, row: &Row) -> Value {
    let passages = |list: &[Passage], indices: &[usize]| -> Vec<Value> {
        indices.iter().map(|index| passage(&list[*index])).collect()
    };
    let words: Vec<Value> = row
        .words
        .iter()
        .map(|words| json!({ "change": words.change.word(), "text": words.text }))
        .collect();
    json!({
        "relation": row.relation.word(),
        "moved": row.is_moved,
        "old": passages(&compared.comparison.old, &row.old),
        "new": passages(&compared.comparison.new, &row.new),
        "words": words,
    })
}

fn passage(passage: &Passage) -> Value {
    json!({
        "label": passage.label,
        "marker": passage.marker,
        "text": passage.text,
        "start": passage.range.start(),
        "end": passage.range.end(),
    })
}
