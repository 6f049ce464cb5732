//! The front matter as a form: each field as a line of words.

use crate::fix::apply_edits;
use crate::lint::Draft;
use crate::model::{Resolution, Sponsor};
use crate::syntax::quoted;
use crate::text::{Edit, Source};

/// A field of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormField {
    /// Its name in the front matter.
    pub name: &'static str,
    /// How it is filled in.
    pub hint: &'static str,
    /// What the draft says there, as a drafter types it; empty if nothing.
    pub value: String,
}

/// The fields of the form in their order, and how each is filled in.
const FIELDS: &[(&str, &str)] = &[
    ("organ", "HRC, GA, GA/C.3, SC, ECOSOC"),
    ("kind", "resolution, decision, amendment, statement"),
    ("stage", "draft, adopted"),
    ("symbol", "A/HRC/60/L.7/Rev.1"),
    ("session", "60, S-4, ES-11, 2026"),
    ("date", "2026-09-28"),
    ("agenda_items", "10: Technical assistance; 3: Promotion of all rights"),
    ("number", "60/... until it is adopted"),
    ("title", "as on the page"),
    ("sponsors", "Brazil, Norway*, Qatar; * marks a non-member by hand"),
    ("on_behalf_of", "the group for which they speak"),
    ("language", "en, fr, es, ru, zh, ar"),
    ("original", "en, fr, es, ru, zh, ar"),
];

/// What the front matter of a draft says, field by field.
pub fn fields(draft: &Draft) -> Vec<FormField> {
    let value = |name: &str| match name {
        "agenda_items" => agenda_items(draft.resolution),
        "sponsors" => sponsors(&draft.resolution.sponsors.list),
        name => plain(draft, name),
    };
    let fields = FIELDS.iter();
    fields.map(|(name, hint)| FormField { name, hint, value: value(name) }).collect()
}

/// A value of one line without its quotation marks.
fn plain(draft: &Draft, name: &str) -> String {
    let field =
        draft.resolution.front_matter.as_ref().and_then(|block| block.field(name));
    let written = field.map(|field| draft.source.slice(field.value).trim());
    let written = written.unwrap_or_default();
    let bare = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'))
        .map(|bare| bare.replace("\\\"", "\"").replace("\\\\", "\\"));
    bare.unwrap_or_else(|| written.to_owned())
}

fn agenda_items(resolution: &Resolution) -> String {
    let items = resolution.masthead.agenda_items.iter().map(|item| {
        let title = item.value.title.as_ref().map(|title| format!(": {title}"));
        format!("{}{}", item.value.number, title.unwrap_or_default())
    });
    items.collect::<Vec<_>>().join("; ")
}

fn sponsors(list: &[Sponsor]) -> String {
    let names = list.iter().map(|sponsor| {
        let mark = if sponsor.marked == Some(true) { "*" } else { "" };
        format!("{}{mark}", sponsor.name)
    });
    names.collect::<Vec<_>>().join(", ")
}

/// The draft with a field filled in, or without it where nothing is said. What the field
/// cannot mean is told, and the draft stays as it is.
pub fn fill_in(draft: &Draft, name: &str, value: &str) -> Result<String, String> {
    let line = line(draft.resolution, name, value.trim());
    let text = draft.source.text();
    let edited = match &draft.resolution.front_matter {
        None => match line {
            Some(line) => format!("---\n{line}\n---\n{text}"),
            None => return Ok(text.to_owned()),
        },
        Some(block) => {
            let edit = match (block.field(name), line) {
                (Some(field), Some(line)) => Edit::replace(field.range, line),
                (Some(field), None) => Edit::delete(crate::text::TextRange::new(
                    field.range.start(),
                    after_line(text, field.range.end()),
                )),
                (None, Some(line)) => {
                    Edit::insert(block.end_of_fields, format!("{line}\n"))
                }
                (None, None) => return Ok(text.to_owned()),
            };
            apply_edits(draft.source, &[&edit])
        }
    };
    match complaint(&edited, name) {
        Some(complaint) => Err(complaint),
        None => Ok(edited),
    }
}

fn after_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    at + usize::from(rest.starts_with('\n'))
}

/// The field as it is written; `None` where it is left out.
fn line(resolution: &Resolution, name: &str, value: &str) -> Option<String> {
    if value.is_empty() {
        return None;
    }
    let written = match name {
        "agenda_items" => value.split(';').map(|item| agenda_item(item.trim())).collect(),
        "sponsors" => {
            let names = value.split(',').map(str::trim).filter(|name| !name.is_empty());
            let names = names.map(|name| sponsor(resolution, name)).collect::<Vec<_>>();
            format!(" [{}]", names.join(", "))
        }
        "date" => format!(" {value}"),
        _ => format!(" {}", quoted(value)),
    };
    Some(format!("{name}:{written}"))
}

fn agenda_item(item: &str) -> String {
    let (number, title) = item.split_once(':').unwrap_or((item, ""));
    let title = title.trim();
    let title = if title.is_empty() {
        String::new()
    } else {
        format!("\n    title: {}", quoted(title))
    };
    format!("\n  - number: {}{title}", quoted(number.trim()))
}

/// A sponsor with its mark; one that is not marked by hand is left to the table, as it
/// was.
fn sponsor(resolution: &Resolution, name: &str) -> String {
    let bare = name.trim_end_matches('*').trim_end();
    let known = resolution.sponsors.list.iter().find(|sponsor| sponsor.name == bare);
    let was_unmarked = known.is_some_and(|sponsor| sponsor.marked == Some(false));
    match (name.ends_with('*'), was_unmarked) {
        (true, _) => format!("{{name: {}, marked: true}}", quoted(bare)),
        (false, true) => format!("{{name: {}, marked: false}}", quoted(bare)),
        (false, false) => quoted(bare),
    }
}

/// What is wrong with a field in a draft.
fn complaint(text: &str, name: &str) -> Option<String> {
    let source = Source::new(text);
    let resolution = crate::syntax::parse(&source);
    let block = resolution.front_matter.as_ref()?;
    let field = block.field(name)?;
    let problem = block
        .problems
        .iter()
        .find(|problem| problem.is_error && field.range.touches(problem.range))?;
    let help = problem.help.as_ref().map(|help| format!("; {help}"));
    Some(format!("{}{}", problem.message, help.unwrap_or_default()))
}
