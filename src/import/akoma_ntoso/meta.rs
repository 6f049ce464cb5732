//! What a file says of itself.

use super::tree::Element;
use crate::conventions::Language;
use crate::syntax::quoted;

/// A field of the front matter: its name, and its value in YAML.
type Fact = (String, String);

/// The front matter that the file holds, if Zerodraft wrote it. A value that would end
/// the front matter is left out.
pub(super) fn front_matter(root: &Element) -> Vec<Fact> {
    let Some(front_matter) = root.descendant("frontMatter") else { return Vec::new() };
    let is_field = |element: &&Element| element.name == "field";
    let fact = |element: &Element| {
        let value = element.text();
        let is_indented = |line: &str| line.starts_with("  ");
        let is_whole = value.lines().skip(1).all(is_indented);
        is_whole.then(|| Some((element.attribute("name")?.to_owned(), value))).flatten()
    };
    front_matter.elements().filter(is_field).filter_map(fact).collect()
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
        let words: Vec<String> = title
            .text()
            .split(['\n', '\r', '\t'])
            .map(|piece| piece.trim_matches(' ').to_owned())
            .filter(|piece| !piece.is_empty())
            .collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    find_document(root, &preface)
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
