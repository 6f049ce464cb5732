//! A paragraph as this writer writes it, taken apart into what a reader sees, so that two
//! of them can be laid beside each other.

use std::collections::HashMap;
use std::rc::Rc;

use quick_xml::escape::unescape;

/// A paragraph taken apart.
#[derive(Debug, Clone, Default)]
pub(super) struct Paragraph {
    /// What stands in `w:pPr`, but for its `w:rPr`.
    pub(super) properties: String,
    /// What stands in that `w:rPr`: how the end of the paragraph is set.
    pub(super) end: String,
    pub(super) glyphs: Vec<Glyph>,
    /// Bookmarks and calls of comments, each with the glyphs that stand before it.
    pub(super) markers: Vec<(usize, String)>,
}

/// What a reader sees as one: a character, a tab, the call of a note, a field.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    /// The same for what is the same.
    pub(super) key: char,
    /// The `w:rPr` of its run.
    pub(super) face: Rc<str>,
    pub(super) kind: Kind,
}

/// How a glyph is written.
#[derive(Debug, Clone)]
pub(super) enum Kind {
    /// A character of words.
    Letter,
    /// An element of a run.
    Element(String),
    /// The call of a note, with its id.
    Call { note: usize, element: String },
    /// Whole runs, and the words that they show.
    Field { runs: String, words: String },
    /// The end of a paragraph between two.
    Break,
}

/// The key of the end of a paragraph between two that are laid beside one. No text has it:
/// it is no character.
const BREAK: char = '\u{10ffff}';

impl Glyph {
    /// Whether a paragraph ends here.
    pub(super) fn is_break(&self) -> bool {
        matches!(self.kind, Kind::Break)
    }
}

/// Gives what is no character a character that no text has.
#[derive(Debug, Default)]
pub(super) struct Keys(HashMap<String, char>);

impl Keys {
    fn of(&mut self, what: &str) -> char {
        const PRIVATE: u32 = 0xf_0000;
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        let free = || char::from_u32(PRIVATE.saturating_add(next)).unwrap_or('\u{fffd}');
        *self.0.entry(what.to_owned()).or_insert_with(free)
    }
}

/// Takes a paragraph apart. `note` names the note of an id, so that the calls of what is
/// one note in both texts are the same.
pub(super) fn take_apart(
    xml: &str,
    keys: &mut Keys,
    note: &dyn Fn(usize) -> String,
) -> Paragraph {
    let mut paragraph = Paragraph::default();
    let inner = xml.strip_prefix("<w:p>").and_then(|xml| xml.strip_suffix("</w:p>"));
    let mut rest = inner.unwrap_or_default();
    if let Some((properties, after)) = element(rest, "w:pPr") {
        let end = properties.find("<w:rPr>").and_then(|at| {
            let (before, end) = properties.split_at_checked(at)?;
            Some((before, element(end, "w:rPr")?.0))
        });
        let (properties, end) = end.unwrap_or((properties, ""));
        properties.clone_into(&mut paragraph.properties);
        end.clone_into(&mut paragraph.end);
        rest = after;
    }
    while !rest.is_empty() {
        if let Some((run, after)) = element(rest, "w:r") {
            rest = if run.contains("w:fldCharType=\"begin\"") {
                let (runs, after) = field(rest);
                paragraph.field(runs, keys);
                after
            } else {
                paragraph.run(run, keys, note);
                after
            };
        } else {
            let end = rest.find('>').map_or(rest.len(), |at| at + 1);
            let (marker, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            paragraph.markers.push((paragraph.glyphs.len(), marker.to_owned()));
            rest = after;
        }
    }
    paragraph
}

impl Paragraph {
    /// Several as one, with a break between each and the next.
    pub(super) fn joined(paragraphs: &[Self]) -> Self {
        let mut joined = Self::default();
        for (index, paragraph) in paragraphs.iter().enumerate() {
            if index > 0 {
                joined.glyphs.push(Glyph {
                    key: BREAK,
                    face: "".into(),
                    kind: Kind::Break,
                });
            }
            let before = joined.glyphs.len();
            let moved = |(at, marker): &(usize, String)| (before + at, marker.clone());
            joined.markers.extend(paragraph.markers.iter().map(moved));
            joined.glyphs.extend(paragraph.glyphs.iter().cloned());
        }
        joined
    }

    /// Whether both have the same style and level, and the same kind of number.
    pub(super) fn is_set_as(&self, other: &Self) -> bool {
        self.properties == other.properties
    }

    pub(super) fn text(&self) -> String {
        self.glyphs.iter().map(|glyph| glyph.key).collect()
    }

    fn run(&mut self, run: &str, keys: &mut Keys, note: &dyn Fn(usize) -> String) {
        let (face, mut rest) = element(run, "w:rPr").unwrap_or(("", run));
        let face: Rc<str> = face.into();
        if rest.starts_with("<w:commentReference") {
            self.markers.push((self.glyphs.len(), format!("<w:r>{run}</w:r>")));
            return;
        }
        while !rest.is_empty() {
            if let Some((words, after)) = element(rest, "w:t") {
                let words = unescape(words).unwrap_or(words.into());
                let letter = |key| Glyph { key, face: face.clone(), kind: Kind::Letter };
                self.glyphs.extend(words.chars().map(letter));
                rest = after;
                continue;
            }
            let (tag, after) = first_element(rest);
            let call = tag.strip_prefix("<w:footnoteReference").and_then(id_of);
            let (key, kind) = match call {
                Some(id) => {
                    let element = tag.to_owned();
                    let custom = if tag.contains("customMark") { "own" } else { "" };
                    let name = format!("note {custom} {}", note(id));
                    (keys.of(&name), Kind::Call { note: id, element })
                }
                None if tag == "<w:tab/>" => ('\t', Kind::Element(tag.to_owned())),
                None if tag == "<w:br/>" => ('\n', Kind::Element(tag.to_owned())),
                None => (keys.of(tag), Kind::Element(tag.to_owned())),
            };
            self.glyphs.push(Glyph { key, face: face.clone(), kind });
            rest = after;
        }
    }

    fn field(&mut self, runs: &str, keys: &mut Keys) {
        let result = runs.rsplit("<w:t ").next().unwrap_or_default();
        let words = result.split_once('>').map_or("", |(_, rest)| rest);
        let words = words.split('<').next().unwrap_or_default();
        let words = unescape(words).unwrap_or(words.into()).into_owned();
        let face = element(runs, "w:r").and_then(|(run, _)| element(run, "w:rPr"));
        self.glyphs.push(Glyph {
            key: keys.of(&format!("field {words}")),
            face: face.map_or("", |(face, _)| face).into(),
            kind: Kind::Field { runs: runs.to_owned(), words },
        });
    }
}

/// What stands inside the element of a name that opens a text, and what follows it.
fn element<'a>(xml: &'a str, name: &str) -> Option<(&'a str, &'a str)> {
    let rest = xml.strip_prefix('<')?.strip_prefix(name)?;
    let (attributes, rest) = rest.split_once('>')?;
    if !attributes.is_empty() && !attributes.starts_with(' ') {
        return None;
    }
    rest.split_once(&format!("</{name}>"))
}

/// The element that opens a text, with all that is in it, and what follows it.
fn first_element(xml: &str) -> (&str, &str) {
    let end = xml.find('>').map_or(xml.len(), |at| at + 1);
    let (tag, _) = xml.split_at_checked(end).unwrap_or((xml, ""));
    let is_empty = tag.ends_with("/>");
    let name = tag.trim_start_matches('<').split([' ', '>']).next().unwrap_or_default();
    let close = format!("</{name}>");
    let end = match xml.find(&close) {
        Some(at) if !is_empty => at + close.len(),
        _ => end,
    };
    xml.split_at_checked(end).unwrap_or((xml, ""))
}

/// The runs of the field that opens a text, and what follows it.
fn field(xml: &str) -> (&str, &str) {
    let end = xml.find("w:fldCharType=\"end\"").unwrap_or(xml.len());
    let after = xml.get(end..).and_then(|rest| rest.find("</w:r>"));
    let end = after.map_or(xml.len(), |at| end + at + "</w:r>".len());
    xml.split_at_checked(end).unwrap_or((xml, ""))
}

fn id_of(attributes: &str) -> Option<usize> {
    let (_, rest) = attributes.split_once("w:id=\"")?;
    rest.split('"').next()?.parse().ok()
}

/// The paragraphs of a part, in order, by their bytes.
pub(super) fn paragraphs(xml: &str) -> Vec<std::ops::Range<usize>> {
    const OPEN: &str = "<w:p>";
    const CLOSE: &str = "</w:p>";
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = xml.get(from..).and_then(|rest| rest.find(OPEN)) {
        let start = from + start;
        let Some(end) = xml.get(start..).and_then(|rest| rest.find(CLOSE)) else { break };
        from = start + end + CLOSE.len();
        found.push(start..from);
    }
    found
}
