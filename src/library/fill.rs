//! A template and its answers to text.

use std::ops::Range;

use super::{Placeholder, PlaceholderKind, Template, TemplatePart};
use crate::conventions::{calendar, organs, states};

/// The text of a template with its placeholders answered. A placeholder without an
/// answer stays, in its braces.
pub fn fill(template: &Template, answers: &[(String, String)]) -> String {
    let mut filled = String::with_capacity(template.text.len() * 2);
    let text = template.text.trim_end();
    let mut copied = 0;
    for (place, name) in placeholders_in(text) {
        filled.push_str(text.get(copied..place.start).unwrap_or_default());
        let answer = answers.iter().find(|(answered, _)| answered == name);
        let open = text.get(place.clone()).unwrap_or_default();
        filled.push_str(answer.map_or(open, |(_, answer)| answer.trim()));
        copied = place.end;
    }
    filled.push_str(text.get(copied..).unwrap_or_default());
    filled
}

/// A filled paragraph as it stands in a draft: with its number, its list indented below
/// it, and the ending of its place (`,`, `;` or `.`).
pub fn as_paragraph(filled: &str, number: Option<&str>, ending: char) -> String {
    let mut text = String::with_capacity(filled.len() + 16);
    if let Some(number) = number {
        text.push_str(number);
        text.push(' ');
    }
    for (index, line) in filled.trim().lines().enumerate() {
        if index > 0 {
            text.push('\n');
        }
        if index > 0 && !line.trim().is_empty() {
            text.push_str("   ");
        }
        text.push_str(line.trim());
    }
    let kept = text.trim_end_matches([',', ';', '.']).len();
    text.truncate(kept);
    text.push(ending);
    text
}

/// A filled starter as the body of a draft, its paragraphs as they are.
pub fn as_body(filled: &str) -> String {
    let mut body = String::with_capacity(filled.len() + 16);
    for line in filled.trim().lines() {
        let is_item = line.starts_with('(');
        body.push_str(if is_item { "   " } else { "" });
        body.push_str(line.trim_end());
        body.push('\n');
    }
    body
}

/// What is odd about an answer, as advice; the drafter may keep it.
pub fn advice(placeholder: &Placeholder, answer: &str) -> Option<String> {
    let answer = answer.trim();
    if answer.is_empty() {
        return Some("an answer is wanted here".to_owned());
    }
    let example = &placeholder.example;
    let expects =
        |what: &str| Some(format!("{what} is wanted here, such as “{example}”"));
    match placeholder.kind {
        _ if !placeholder.choices.is_empty() => {
            let is_choice = placeholder.choices.iter().any(|choice| choice == answer);
            (!is_choice).then(|| format!("one of: {}", placeholder.choices.join(", ")))
        }
        PlaceholderKind::Resolution if !has_number_and_date(answer) => {
            expects("a number with its date")
        }
        PlaceholderKind::Date if calendar::find_date(answer).is_none() => {
            expects("a date")
        }
        PlaceholderKind::Session if !answer.ends_with("session") => {
            expects("a session in words")
        }
        PlaceholderKind::State if !names_a_state(answer) => {
            expects("the name of a State")
        }
        PlaceholderKind::Organ if organs::named(answer).is_none() => {
            expects("the name of an organ")
        }
        _ => None,
    }
}

fn has_number_and_date(answer: &str) -> bool {
    answer.starts_with(|c: char| c.is_ascii_digit() || c == 'S' || c == 'E')
        && calendar::find_date(answer).is_some()
}

fn names_a_state(answer: &str) -> bool {
    states::find(answer).is_some()
        || answer.strip_prefix("the ").is_some_and(|name| states::find(name).is_some())
}

/// The placeholders of a text and where they stand, braces included.
pub(super) fn placeholders_in(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    for (open, _) in text.match_indices('{') {
        let name = text.get(open + 1..).and_then(|rest| rest.split_once('}'));
        if let Some((name, _)) = name.filter(|(name, _)| is_name(name)) {
            found.push((open..open + name.len() + 2, name));
        }
    }
    found
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')
}

/// What is wrong with a template that YAML could read.
pub(super) fn fault(template: &Template) -> Option<String> {
    let declared = |name: &str| template.placeholders.iter().any(|p| p.name == name);
    let used = placeholders_in(&template.text);
    if template.id.trim().is_empty() {
        return Some("its id is empty".to_owned());
    }
    if template.text.trim().is_empty() {
        return Some("its text is empty".to_owned());
    }
    if let Some((_, name)) = used.iter().find(|(_, name)| !declared(name)) {
        return Some(format!(
            "{{{name}}} stands in the text and is not among the placeholders"
        ));
    }
    let is_used = |p: &&Placeholder| used.iter().any(|(_, name)| *name == p.name);
    if let Some(unused) = template.placeholders.iter().find(|p| !is_used(p)) {
        return Some(format!(
            "the placeholder “{}” does not stand in the text",
            unused.name
        ));
    }
    let code = template.organs.iter().find(|code| organs::by_code(code).is_none());
    if let Some(code) = code {
        return Some(format!("“{code}” is no organ that Zerodraft knows"));
    }
    let has_number = template.part != TemplatePart::Document
        && template.text.starts_with(|c: char| c.is_ascii_digit());
    has_number
        .then(|| "the text begins with a number, which the draft gives it".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_indented_below_its_number() {
        let filled = "Requests the Office:\n\n(a) To act;\n\n(b) To report;";
        let paragraph = as_paragraph(filled, Some("3."), '.');
        assert_eq!(
            paragraph,
            "3. Requests the Office:\n\n   (a) To act;\n\n   (b) To report."
        );
    }

    #[test]
    fn a_number_without_its_date_is_odd() {
        let placeholder = Placeholder {
            name: "resolution".to_owned(),
            kind: PlaceholderKind::Resolution,
            prompt: String::new(),
            example: "5/1 of 18 June 2007".to_owned(),
            choices: Vec::new(),
        };
        assert!(advice(&placeholder, "5/1").is_some());
        assert_eq!(advice(&placeholder, "5/1 of 18 June 2007"), None);
    }
}
