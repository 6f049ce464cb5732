//! What the elements of the schema are, as far as a draft needs to know.

use super::tree::Element;

/// Elements that stand inside a paragraph. All others divide paragraphs.
const INLINE: [&str; 76] = [
    "a",
    "abbr",
    "affectedDocument",
    "argument",
    "authorialNote",
    "b",
    "br",
    "change",
    "concept",
    "courtType",
    "date",
    "decoration",
    "def",
    "del",
    "docAuthority",
    "docCommittee",
    "docDate",
    "docIntroducer",
    "docJurisdiction",
    "docNumber",
    "docProponent",
    "docPurpose",
    "docStage",
    "docStatus",
    "docTitle",
    "docType",
    "docketNumber",
    "em",
    "embeddedStructure",
    "embeddedText",
    "entity",
    "eol",
    "eop",
    "event",
    "fillIn",
    "i",
    "img",
    "inline",
    "ins",
    "judge",
    "lawyer",
    "legislature",
    "location",
    "marker",
    "mmod",
    "mod",
    "mref",
    "neutralCitation",
    "noteRef",
    "object",
    "omissis",
    "opinion",
    "organization",
    "outcome",
    "party",
    "person",
    "placeholder",
    "process",
    "quantity",
    "quotedStructure",
    "quotedText",
    "recordedTime",
    "ref",
    "relatedDocument",
    "remark",
    "rmod",
    "role",
    "rref",
    "scene",
    "session",
    "shortTitle",
    "signature",
    "span",
    "sub",
    "sup",
    "term",
];

/// Further elements of the same sort.
const INLINE_TOO: [&str; 4] = ["time", "u", "vote", "self"];

/// Elements with a number and what is numbered.
const PROVISIONS: [&str; 29] = [
    "alinea",
    "article",
    "book",
    "chapter",
    "citation",
    "clause",
    "division",
    "hcontainer",
    "indent",
    "item",
    "level",
    "paragraph",
    "part",
    "point",
    "proviso",
    "recital",
    "rule",
    "section",
    "subchapter",
    "subclause",
    "subdivision",
    "sublist",
    "subparagraph",
    "subpart",
    "subrule",
    "subsection",
    "subtitle",
    "title",
    "tome",
];

/// Those of them that gather others below a heading.
const DIVISIONS: [&str; 11] = [
    "book",
    "chapter",
    "division",
    "part",
    "section",
    "subchapter",
    "subdivision",
    "subpart",
    "subtitle",
    "title",
    "tome",
];

/// Whether an element stands inside a paragraph.
pub(super) fn is_inline(element: &Element) -> bool {
    let name = element.name.as_str();
    INLINE.contains(&name) || INLINE_TOO.contains(&name)
}

/// Whether an element is a numbered provision, or a preambular paragraph.
pub(super) fn is_provision(element: &Element) -> bool {
    let is_preambular = element.name == "container"
        && element.attribute("name") == Some("preambularParagraph");
    is_preambular || PROVISIONS.contains(&element.name.as_str())
}

/// Whether an element is a list of provisions.
pub(super) fn is_list(element: &Element) -> bool {
    matches!(element.name.as_str(), "list" | "blockList" | "ul" | "ol")
}

/// Whether a provision stands below a heading: it has one, or holds other provisions and
/// no words of its own.
pub(super) fn is_division(element: &Element) -> bool {
    let has_words = ["content", "intro", "p", "list"]
        .iter()
        .any(|name| element.child(name).is_some());
    element.child("heading").is_some()
        || DIVISIONS.contains(&element.name.as_str()) && !has_words
}
