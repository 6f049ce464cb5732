//! `.rso` of resolution-editor. Nobody types marks at the ends of clauses there: its pages
//! add them, as this reader does.

use serde_json::{Map, Value};

use super::{File, marker, take_list, take_text};
use crate::import::manuscript::{Mark, MarkKind, Role, cut};

/// Reads a file, if it is one.
pub(super) fn read(file: &mut File) -> bool {
    let taken = |file: &mut File, name: &str| {
        let resolution = file.rest.get_mut("resolution")?.as_object_mut()?;
        match resolution.remove(name)? {
            Value::Object(fields) => Some(fields),
            _ => None,
        }
    };
    let Some(mut clauses) = taken(file, "clauses") else { return false };
    if let Some(address) = taken(file, "address") {
        head(file, address);
    }
    for clause in take_list(&mut clauses, "preambulatory") {
        read_clause(file, clause, &Place { degree: 0, marker: None, end: "," });
    }
    let operative = take_list(&mut clauses, "operative");
    let count = operative.len();
    for (index, clause) in operative.into_iter().enumerate() {
        let end = if index + 1 == count { "." } else { ";" };
        let marker = Some(marker(0, index));
        read_clause(file, clause, &Place { degree: 0, marker, end });
    }
    leave(file, "clauses", clauses);
    true
}

/// Gives back what was not understood.
fn leave(file: &mut File, name: &str, rest: Map<String, Value>) {
    if let Some(fields) = file.rest.as_object_mut() {
        fields.insert(name.to_owned(), Value::Object(rest));
    }
}

fn head(file: &mut File, mut address: Map<String, Value>) {
    if let Some(question) = take_text(&mut address, "questionOf") {
        file.title(&question);
    }
    let mut names = Vec::new();
    if let Some(Value::Object(sponsor)) = address.get_mut("sponsor") {
        names.extend(take_text(sponsor, "main"));
        let others = take_list(sponsor, "co");
        names.extend(others.iter().filter_map(Value::as_str).map(str::to_owned));
    }
    file.sponsors(&names);
    if let Some(forum) = take_text(&mut address, "forum") {
        file.organ_line(&forum);
    }
    leave(file, "address", address);
}

/// Where a clause stands, and how it ends.
struct Place {
    degree: usize,
    marker: Option<String>,
    end: &'static str,
}

fn read_clause(file: &mut File, clause: Value, place: &Place) {
    let Value::Object(mut clause) = clause else { return leave_alone(file, clause) };
    let words: Vec<String> = ["phrase", "content"]
        .iter()
        .filter_map(|name| take_text(&mut clause, name))
        .map(|words| words.trim().to_owned())
        .collect();
    let items = take_list(&mut clause, "sub");
    let after = take_text(&mut clause, "contentExt");
    let end = if items.is_empty() { place.end } else { ":" };
    let number = place.marker.as_deref().unwrap_or_default();
    let text = format!("{number} {}", words.join(" "));
    write(file, Role::Paragraph(place.degree), &text, end);
    let count = items.len();
    for (index, item) in items.into_iter().enumerate() {
        let is_last = index + 1 == count && after.is_none();
        let (degree, end) = (place.degree + 1, if is_last { place.end } else { ";" });
        let marker = Some(marker(degree, index));
        read_clause(file, item, &Place { degree, marker, end });
    }
    if let Some(after) = after {
        write(file, Role::Continuation, &after, place.end);
    }
    leave_alone(file, Value::Object(clause));
}

/// Sets aside what a clause holds besides its words.
fn leave_alone(file: &mut File, value: Value) {
    let is_empty = value.as_object().is_some_and(Map::is_empty);
    if let (false, Some(fields)) = (is_empty, file.rest.as_object_mut()) {
        let rest = fields.entry("rest").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(rest) = rest.as_array_mut() {
            rest.push(value);
        }
    }
}

fn write(file: &mut File, role: Role, text: &str, end: &str) {
    let line = file.line(role, text);
    let stars: Vec<usize> = line.text.match_indices('*').map(|(at, _)| at).collect();
    for pair in stars.chunks_exact(2) {
        let kind = MarkKind::Emphasis;
        line.marks.push(Mark { kind, covers: pair[0] + 1..pair[1] });
    }
    // Stars stand for italics, `^th|` and `_2` for what is raised and lowered.
    let is_sign = |c: char| matches!(c, '*' | '^' | '|' | '_');
    let signs: Vec<_> =
        line.text.match_indices(is_sign).map(|(at, _)| at..at + 1).collect();
    cut(&mut line.text, &mut line.marks, &signs);
    if !line.text.ends_with([',', ';', ':', '.']) {
        line.text.push_str(end);
    }
}
