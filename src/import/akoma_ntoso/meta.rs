//! What a file says of itself.

use super::tree::{Element, Node};
use crate::conventions::Language;
use crate::syntax::{FIELDS, quoted};

/// A field of the front matter: its name, and its value in YAML.
type Fact = (String, String);

/// The front matter that the file holds, if Zerodraft wrote it. A value that would end
/// the front matter is left out.
pub(super) fn front_matter(root: &Element) -> Vec<Fact> {
    let Some(front_matter) = root.descendant("frontMatter") else { return Vec::new() };
    front_matter.elements().filter_map(fact).collect()
}

/// What stands in the front matter of a file and is none.
pub(super) fn unknown_fields(proprietary: &Element) -> impl Iterator<Item = &Element> {
    let parts = proprietary.elements().flat_map(Element::elements);
    parts.filter(|element| fact(element).is_none())
}

fn fact(element: &Element) -> Option<Fact> {
    let name = element.attribute("name").filter(|name| FIELDS.contains(name))?;
    let value = element.text();
    let is_whole = value.lines().skip(1).all(|line| line.starts_with("  "));
    (element.name == "field" && is_whole).then(|| (name.to_owned(), value))
}

/// The front matter, unless the page says another title: somebody may have changed it.
pub(super) fn settled(mut facts: Vec<Fact>, root: &Element) -> Vec<Fact> {
    if let Some(title) = title(root) {
        match facts.iter_mut().find(|(name, _)| name == "title") {
            Some((_, value)) => *value = quoted(&title),
            None => facts.push(("title".to_owned(), quoted(&title))),
        }
    }
    facts
}

/// What a file of another hand says outside its page, or says there by its elements.
pub(super) fn facts(root: &Element) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut fact = |name: &str, value: Option<String>| {
        facts.extend(value.map(|value| (name.to_owned(), value)));
    };
    fact("title", title(root).map(|title| quoted(&title)));
    fact("symbol", symbol(root).map(|symbol| quoted(&symbol)));
    let session = root.descendant("session");
    let session = session.and_then(|session| session.attribute("value"));
    fact("session", session.map(quoted));
    let name = root.descendant("statement").and_then(|text| text.attribute("name"));
    if let Some((kind, stage)) = name.and_then(kind_and_stage) {
        fact("kind", Some(quoted(kind)));
        fact("stage", stage.map(quoted));
    }
    facts
}

/// What the profile calls a text: “resolutionDraft” is a draft, “resolution” is adopted.
fn kind_and_stage(name: &str) -> Option<(&str, Option<&'static str>)> {
    let (kind, stage) = match name.strip_suffix("Draft") {
        Some(kind) => (kind, "draft"),
        None => (name, "adopted"),
    };
    match kind {
        "resolution" | "decision" => Some((kind, Some(stage))),
        "amendment" => Some((kind, None)),
        _ => None,
    }
}

/// The title on the page of the text, those of its annexes left out.
fn title(root: &Element) -> Option<String> {
    let preface = |document: &Element| {
        let title = document.child("preface")?.descendant("docTitle")?;
        let words = plain_title(title);
        (!words.is_empty()).then_some(words)
    };
    find_document(root, &preface)
}

/// The words of a title without its notes.
fn plain_title(title: &Element) -> String {
    let mut words = String::new();
    for node in &title.children {
        match node {
            Node::Text(text) => words.push_str(text),
            Node::Element(note) if note.name == "authorialNote" => {}
            Node::Element(element) => words.push_str(&plain_title(element)),
        }
    }
    let lines = words.split(['\n', '\r', '\t']).map(|line| line.trim_matches(' '));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}

fn find_document(
    element: &Element,
    find: &impl Fn(&Element) -> Option<String>,
) -> Option<String> {
    let is_annex = element.name == "attachments";
    let below = || element.elements().find_map(|child| find_document(child, find));
    if is_annex { None } else { find(element).or_else(below) }
}

/// The symbol of the publication.
fn symbol(root: &Element) -> Option<String> {
    let number = root.descendant("coverPage")?.descendant("docNumber")?;
    Some(number.text().trim().to_owned()).filter(|symbol| symbol.contains('/'))
}

/// The language of the version.
pub(super) fn language(root: &Element) -> Option<Language> {
    let element = root.descendant("FRBRlanguage")?;
    match element.attribute("language")? {
        "eng" | "en" => Some(Language::En),
        "fra" | "fre" | "fr" => Some(Language::Fr),
        "spa" | "es" => Some(Language::Es),
        "rus" | "ru" => Some(Language::Ru),
        "zho" | "chi" | "zh" => Some(Language::Zh),
        "ara" | "ar" => Some(Language::Ar),
        _ => None,
    }
}
