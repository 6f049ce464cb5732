//! JSON of munify's resolution editor: clauses of texts and lists, or in its older form
//! of a text and the clauses below it.

use serde_json::{Map, Value};

use super::{File, marker, take_list, take_text};
use crate::import::manuscript::Role;

/// Under which names a resolution stands in the files around it.
const WRAPPERS: [&str; 3] = ["resolution", "content", "data"];

/// Reads a file, if it is one.
pub(super) fn read(file: &mut File) -> bool {
    let Some(mut resolution) = resolution(&mut file.rest) else { return false };
    let head = |file: &mut File, resolution: &mut Map<String, Value>, names: &[&str]| {
        names.iter().find_map(|name| {
            take_text(resolution, name)
                .or_else(|| take_text(header(&mut file.rest)?, name))
        })
    };
    if let Some(title) = head(file, &mut resolution, &["topic"]) {
        file.title(&title);
    }
    let delegation = head(file, &mut resolution, &["authoringDelegation"]);
    file.sponsors(delegation.as_slice());
    let committee = [
        "committeeResolutionHeadline",
        "committeeName",
        "committeeFullName",
        "committee",
    ];
    if let Some(committee) = head(file, &mut resolution, &committee) {
        file.organ_line(&committee);
    }
    for clause in take_list(&mut resolution, "preamble") {
        read_clause(file, clause, 0, None);
    }
    for (index, clause) in take_list(&mut resolution, "operative").into_iter().enumerate()
    {
        read_clause(file, clause, 0, Some(marker(0, index)));
    }
    leave(file, Value::Object(resolution));
    true
}

/// Takes the object out that has a preamble and an operative part.
fn resolution(file: &mut Value) -> Option<Map<String, Value>> {
    let is_it = |value: &Value| {
        let is_list = |name: &str| value.get(name).is_some_and(Value::is_array);
        is_list("preamble") && is_list("operative")
    };
    if is_it(file) {
        return file.as_object_mut().map(std::mem::take);
    }
    let name = WRAPPERS.iter().find(|name| file.get(**name).is_some_and(is_it))?;
    match file.as_object_mut()?.remove(*name)? {
        Value::Object(resolution) => Some(resolution),
        _ => None,
    }
}

/// What stands around the resolution: the data of the head, if there are any.
fn header(file: &mut Value) -> Option<&mut Map<String, Value>> {
    let name = ["header", "headerData"].into_iter().find(|name| file.get(name).is_some());
    match name {
        Some(name) => file.get_mut(name)?.as_object_mut(),
        None => file.as_object_mut(),
    }
}

fn read_clause(file: &mut File, clause: Value, degree: usize, number: Option<String>) {
    let Value::Object(mut clause) = clause else { return leave(file, clause) };
    let mut number = number.map(|number| number + " ");
    let mut role = Role::Paragraph(degree);
    let mut items = 0;
    let mut say = |file: &mut File, text: &str| {
        let number = number.take().unwrap_or_default();
        file.line(role, &format!("{number}{text}"));
        role = Role::Continuation;
    };
    if let Some(text) = take_text(&mut clause, "content") {
        say(file, &text);
    }
    let mut list = |file: &mut File, list: Vec<Value>| {
        for item in list {
            read_clause(file, item, degree + 1, Some(marker(degree + 1, items)));
            items += 1;
        }
    };
    for block in take_list(&mut clause, "blocks") {
        let Value::Object(mut block) = block else {
            leave(file, block);
            continue;
        };
        if let Some(text) = take_text(&mut block, "content") {
            say(file, &text);
        }
        list(file, take_list(&mut block, "items"));
        leave(file, Value::Object(block));
    }
    for name in ["subClauses", "children"] {
        list(file, take_list(&mut clause, name));
    }
    leave(file, Value::Object(clause));
}

/// Gives back what was not understood.
fn leave(file: &mut File, value: Value) {
    if !file.rest.is_object() {
        file.rest = Value::Object(Map::new());
    }
    let is_empty = value.as_object().is_some_and(Map::is_empty);
    if let (false, Some(fields)) = (is_empty, file.rest.as_object_mut()) {
        let rest = fields.entry("rest").or_insert_with(|| Value::Array(Vec::new()));
        if let Some(rest) = rest.as_array_mut() {
            rest.push(value);
        }
    }
}
