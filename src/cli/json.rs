//! The JSON contracts, schema 1: fields may be added, never changed.

use serde_json::{Value, json};

use super::commands::lint::Linted;
use crate::conventions::numbering::bare;
use crate::lint::{Check, Diagnostic, Fix, Summary};
use crate::model::{Manner, Paragraph, Resolution, Section};
use crate::text::{Source, TextRange};

/// What `lint --format json` prints, with the counts by rule if they are asked for.
pub(super) fn lint(files: &[Linted], statistics: Option<Value>) -> String {
    let files: Vec<Value> = files.iter().map(linted).collect();
    let mut value = json!({ "schema": 1, "files": files });
    if let Some(statistics) = statistics {
        value["statistics"] = statistics;
    }
    pretty(&value)
}

/// Printed over several lines, as all JSON here is.
pub(super) fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).map(|text| text + "\n").unwrap_or_default()
}

fn linted(file: &Linted) -> Value {
    let summary = Summary::of(&file.diagnostics);
    let mut value = json!({
        "file": file.input.name,
        "language": file.input.resolution.language.code(),
        "profile": file.profile,
        "summary": {
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notes": summary.notes,
        },
        "diagnostics": file.diagnostics.iter().map(|found| diagnostic(found, file)).collect::<Vec<_>>(),
    });
    if file.input.imported.is_some() {
        value["imported"] = json!(true);
    }
    if let Some(checklist) = &file.checklist {
        value["checklist"] = checklist.iter().map(check).collect();
    }
    value
}

fn check(check: &Check) -> Value {
    json!({
        "name": check.name,
        "wanted": check.wanted,
        "standing": check.standing.word(),
        "places": check.places,
    })
}

fn diagnostic(found: &Diagnostic, file: &Linted) -> Value {
    let source = &file.input.source;
    let mut value = json!({
        "rule": found.rule.name,
        "family": found.rule.family.word(),
        "severity": found.severity.word(),
        "message": found.message,
        "help": found.help,
        "paragraph": found.paragraph,
        "range": range(source, found.range),
        "fixes": found.fixes.iter().map(fix).collect::<Vec<_>>(),
    });
    if let Some(imported) = &file.input.imported {
        let line = source.position(found.range.start()).line;
        let place = imported.places.get(line - 1).filter(|place| **place > 0);
        value["source"] = json!({ imported.unit.word(): place });
    }
    value
}

fn fix(fix: &Fix) -> Value {
    let edit = |edit: &crate::text::Edit| {
        json!({
            "start": edit.range.start(),
            "end": edit.range.end(),
            "text": edit.replacement,
        })
    };
    json!({
        "title": fix.title,
        "effect": fix.effect.word(),
        "edits": fix.edits.iter().map(edit).collect::<Vec<_>>(),
    })
}

fn range(source: &Source, range: TextRange) -> Value {
    let place = |offset: usize| {
        let position = source.position(offset);
        json!({ "line": position.line, "column": position.column, "byte": offset })
    };
    json!({ "start": place(range.start()), "end": place(range.end()) })
}

/// What `show --format json` prints.
pub(super) fn show(resolution: &Resolution) -> String {
    let mut value = json!({ "schema": 1 });
    if let (Value::Object(value), Value::Object(inner)) = (&mut value, whole(resolution))
    {
        value.extend(inner);
    }
    pretty(&value)
}

fn whole(resolution: &Resolution) -> Value {
    let mut value = json!({
        "language": resolution.language.code(),
        "kind": resolution.kind.word(),
        "stage": resolution.stage.word(),
        "organ": resolution.organ.map(|organ| &organ.code),
        "masthead": masthead(resolution),
        "sponsors": sponsors(resolution),
        "submitted_by": resolution.sponsors.submitted_by,
        "number": resolution.number.as_ref().map(|number| &number.value),
        "title": resolution.title.as_ref().map(|title| &title.value),
        "amends": resolution.amends.as_ref().map(|amended| &amended.value),
        "source_note": resolution.source_note.as_ref().map(|note| &note.value),
        "enacting": resolution.organ_line.as_ref().map(|line| &line.text),
    });
    let paragraphs = |list: &mut dyn Iterator<Item = &Paragraph>| -> Vec<Value> {
        list.map(top).collect()
    };
    if resolution.is_sectioned() {
        value["preambular"] = json!([]);
        value["operative"] = json!([]);
        value["sections"] = resolution.sections.iter().map(section).collect();
    } else {
        value["preambular"] = json!(paragraphs(&mut resolution.preambular()));
        value["operative"] = json!(paragraphs(&mut resolution.operative()));
    }
    if !resolution.parts.is_empty() {
        value["parts"] = resolution.parts.iter().map(whole).collect();
    }
    value["footnotes"] = resolution
        .footnotes
        .iter()
        .map(|note| json!({ "mark": note.mark, "text": note.prose.text }))
        .collect();
    value["annexes"] = resolution
        .annexes
        .iter()
        .map(|annex| {
            let texts: Vec<String> = annex.paragraphs.iter().map(with_list).collect();
            json!({ "title": annex.title.text, "text": texts.join("\n\n") })
        })
        .collect();
    value["adoption"] = adoption(resolution);
    value
}

fn with_list(paragraph: &Paragraph) -> String {
    let lines: Vec<String> = paragraph
        .with_descendants()
        .map(|p| match &p.marker {
            Some(marker) => format!("{} {}", marker.text, p.prose.text),
            None => p.prose.text.clone(),
        })
        .collect();
    lines.join("\n")
}

fn masthead(resolution: &Resolution) -> Value {
    let masthead = &resolution.masthead;
    let items: Vec<Value> = masthead
        .agenda_items
        .iter()
        .map(|item| json!({ "number": item.value.number, "title": item.value.title }))
        .collect();
    json!({
        "symbol": masthead.symbol.as_ref().map(|symbol| &symbol.value.text),
        "distribution": masthead.distribution.as_ref().map(|words| &words.value),
        "date": masthead.date.as_ref().map(|date| date.value.to_string()),
        "original": masthead.original.as_ref().map(|language| language.value.code()),
        "session": masthead.session.as_ref().map(|session| &session.value),
        "session_dates": masthead.session_dates.as_ref().map(|dates| &dates.value),
        "agenda_items": items,
    })
}

fn sponsors(resolution: &Resolution) -> Value {
    let sponsor = |sponsor: &crate::model::Sponsor| {
        json!({
            "name": sponsor.name,
            "code": sponsor.state.map(|state| &state.code),
            "marked": resolution.is_marked(sponsor),
        })
    };
    resolution.sponsors.list.iter().map(sponsor).collect()
}

fn section(section: &Section) -> Value {
    let heading = section.heading.as_ref().map(|heading| &heading.text);
    json!({
        "heading": section.numeral.as_ref().or(heading),
        "title": heading,
        "preambular": section.preambular.iter().map(top).collect::<Vec<_>>(),
        "operative": section.operative.iter().map(top).collect::<Vec<_>>(),
    })
}

/// A paragraph with its opening; operative ones have a number, or null.
fn top(paragraph: &Paragraph) -> Value {
    let mut value = json!({ "label": paragraph.label });
    if paragraph.part == crate::conventions::opening_phrases::Part::Operative {
        value["number"] = json!(number(paragraph));
    }
    value["opening"] = json!(paragraph.opening.as_ref().map(|opening| &opening.text));
    value["text"] = json!(paragraph.prose.text);
    value["children"] = paragraph.children.iter().map(child).collect();
    value
}

fn child(paragraph: &Paragraph) -> Value {
    json!({
        "label": paragraph.label,
        "number": number(paragraph),
        "text": paragraph.prose.text,
        "children": paragraph.children.iter().map(child).collect::<Vec<_>>(),
    })
}

/// The number or letter without its brackets and full stop: “1”, “a”, “4 bis”.
fn number(paragraph: &Paragraph) -> Option<String> {
    let marker = paragraph.marker.as_ref()?;
    Some(bare(&marker.text).replace('*', ""))
}

fn adoption(resolution: &Resolution) -> Value {
    let Some(adoption) = &resolution.adoption else { return Value::Null };
    let vote = adoption.vote.as_ref().map(|vote| match vote.manner {
        Manner::WithoutAVote => json!({ "manner": "without a vote" }),
        Manner::Recorded => json!({
            "manner": "recorded",
            "in_favour": vote.in_favour,
            "against": vote.against,
            "abstaining": vote.abstaining,
        }),
    });
    json!({
        "meeting": adoption.meeting,
        "date": adoption.date.map(|date| date.to_string()),
        "vote": vote,
    })
}
