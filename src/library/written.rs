//! A template as its file has it: words with their places, so that a fault is shown where
//! it stands.

use serde::Deserialize;
use serde_yaml::Spanned;

use super::fill::placeholders_in;
use super::optional;
use super::{DraftField, Placeholder, PlaceholderKind, Template, TemplatePart};
use crate::conventions::organs;
use crate::text::nearest;

/// A template file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: Spanned<String>,
    title: String,
    part: Spanned<String>,
    #[serde(default)]
    organs: Vec<Spanned<String>>,
    text: Spanned<String>,
    #[serde(default)]
    placeholders: Vec<WrittenPlaceholder>,
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPlaceholder {
    name: Spanned<String>,
    kind: Spanned<String>,
    #[serde(default)]
    prompt: String,
    example: Option<String>,
    #[serde(default)]
    choices: Vec<String>,
    default: Option<Spanned<String>>,
    from: Option<Spanned<String>>,
}

/// A line and a column, from 1.
type Place = (u64, u64);

/// What is wrong with a file, and where.
type Fault = (Place, String);

/// Reads a template, or says where it is wrong and what to write.
pub fn read(yaml: &str) -> Result<Template, String> {
    let written: Written = serde_yaml::from_str(yaml).map_err(|error| stumble(&error))?;
    template(written, yaml).map_err(|((line, column), fault)| {
        format!("line {line}, column {column}: {fault}")
    })
}

/// Where YAML itself stumbles.
fn stumble(error: &serde_yaml::Error) -> String {
    let message = error.without_snippet().to_string();
    let message = message.lines().next().unwrap_or_default().to_owned();
    match error.location() {
        Some(place) if !message.contains("line ") => {
            format!("line {}, column {}: {message}", place.line(), place.column())
        }
        _ => message,
    }
}

fn template(written: Written, yaml: &str) -> Result<Template, Fault> {
    let part = one_of(&written.part, "part of a resolution", TemplatePart::ALL)?;
    if written.id.value.trim().is_empty() {
        return Err((place(&written.id), "the id is empty; give it a name".to_owned()));
    }
    let unknown =
        written.organs.iter().find(|code| organs::by_code(&code.value).is_none());
    if let Some(code) = unknown {
        let codes: Vec<&str> =
            organs::all().iter().map(|organ| organ.code.as_str()).collect();
        let message = format!(
            "“{}” is no organ that Zerodraft knows: {}",
            code.value,
            codes.join(", ")
        );
        return Err((place(code), message));
    }
    check_text(&written, part, yaml)?;
    let placeholders = written.placeholders.into_iter().map(placeholder);
    Ok(Template {
        id: written.id.value,
        title: written.title,
        part,
        organs: written.organs.into_iter().map(|code| code.value).collect(),
        text: written.text.value,
        placeholders: placeholders.collect::<Result<_, _>>()?,
        tags: written.tags,
        source: written.source,
    })
}

/// The text, its optional parts, and its placeholders against those that are declared.
fn check_text(written: &Written, part: TemplatePart, yaml: &str) -> Result<(), Fault> {
    let text = &written.text;
    let fault = |at: usize, message: String| Err((place_in(yaml, text, at), message));
    if text.value.trim().is_empty() {
        return fault(
            0,
            "the text is empty; write the words of the paragraph".to_owned(),
        );
    }
    if let Err(unpaired) = optional::parts_in(&text.value) {
        return fault(unpaired.at, unpaired.remedy.to_owned());
    }
    let used = placeholders_in(&text.value);
    let names = || written.placeholders.iter().map(|p| p.name.value.as_str());
    if let Some((range, name)) =
        used.iter().find(|(_, name)| !names().any(|declared| declared == *name))
    {
        let hint = did_you_mean(name, names());
        let message = format!(
            "{{{name}}} stands in the text and is not among the placeholders{hint}"
        );
        return fault(range.start, message);
    }
    let is_used = |name: &str| used.iter().any(|(_, used)| *used == name);
    if let Some(unused) = written.placeholders.iter().find(|p| !is_used(&p.name.value)) {
        let message = format!(
            "the placeholder “{0}” does not stand in the text; write {{{0}}} there, or take it out \
             here",
            unused.name.value
        );
        return Err((place(&unused.name), message));
    }
    let begins_with_number = text.value.starts_with(|c: char| c.is_ascii_digit());
    if part != TemplatePart::Document && begins_with_number {
        let message =
            "the text begins with a number, which the draft gives it; take it off";
        return fault(0, message.to_owned());
    }
    Ok(())
}

fn placeholder(written: WrittenPlaceholder) -> Result<Placeholder, Fault> {
    let kind = one_of(&written.kind, "kind of placeholder", PlaceholderKind::ALL)?;
    let name = &written.name.value;
    if kind == PlaceholderKind::Choice && written.choices.is_empty() {
        let message = format!("“{name}” is a choice; list under “choices” what there is");
        return Err((place(&written.kind), message));
    }
    if let Some(default) = &written.default
        && kind == PlaceholderKind::Choice
        && !written.choices.contains(&default.value)
    {
        let message = format!(
            "the default “{}” is not among the choices: {}",
            default.value,
            written.choices.join(", ")
        );
        return Err((place(default), message));
    }
    let from = written.from.as_ref();
    let from = from.map(|from| one_of(from, "field of the draft", DraftField::ALL));
    let first = written.choices.first().or(written.default.as_ref().map(|d| &d.value));
    let Some(example) = written.example.or(first.cloned()) else {
        let message =
            format!("“{name}” has no example; give one that makes a correct paragraph");
        return Err((place(&written.name), message));
    };
    Ok(Placeholder {
        kind,
        from: from.transpose()?,
        prompt: written.prompt,
        example,
        choices: written.choices,
        default: written.default.map(|default| default.value),
        name: written.name.value,
    })
}

fn one_of<T: Copy>(
    word: &Spanned<String>,
    what: &str,
    all: &[(&str, T)],
) -> Result<T, Fault> {
    let found = all.iter().find(|(name, _)| *name == word.value);
    found.map(|(_, value)| *value).ok_or_else(|| {
        let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        let hint = did_you_mean(&word.value, names.iter().copied());
        let message =
            format!("“{}” is no {what}{hint}: {}", word.value, names.join(", "));
        (place(word), message)
    })
}

fn did_you_mean<'a>(word: &str, names: impl Iterator<Item = &'a str>) -> String {
    let near = nearest(word, names);
    near.map_or_else(String::new, |near| format!("; did you mean “{near}”?"))
}

fn place(word: &Spanned<String>) -> Place {
    (word.referenced.line().max(1), word.referenced.column().max(1))
}

/// Where a byte of the text stands in the file. YAML tells where the text begins; its lines
/// are found again by their words.
fn place_in(yaml: &str, text: &Spanned<String>, at: usize) -> Place {
    let begins = place(text);
    let head = text.value.get(..at).unwrap_or_default();
    let start = head.rfind('\n').map_or(0, |end| end + 1);
    let line =
        text.value.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
    let skipped = usize::try_from(begins.0 - 1).unwrap_or(0);
    let mut lines = yaml.lines().zip(1_u64..).skip(skipped);
    let found = lines.find_map(|(written, number)| {
        let column = written.find(line).filter(|_| !line.trim().is_empty())?;
        let before = written.get(..column + (at - start))?.chars().count();
        Some((number, u64::try_from(before + 1).ok()?))
    });
    found.unwrap_or(begins)
}
