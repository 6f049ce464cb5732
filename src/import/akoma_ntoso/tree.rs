//! An XML file as a tree, within bounds: no file can make it deeper than we can walk, and
//! nothing outside the file is ever looked at.

use quick_xml::Reader;
use quick_xml::escape::{resolve_xml_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::import::ImportError;

/// How deep elements may stand in one another. Real texts need some thirty.
const DEEPEST: usize = 200;

/// What to do about a file that is no good XML.
const REPAIR: &str = "have the program that wrote it write it again";

/// An element with what it holds.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix of its namespace.
    pub(super) name: String,
    /// Names, without prefixes, and values.
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
    /// The line of the file on which it begins, counted from 1.
    pub(super) line: usize,
}

/// What an element holds.
#[derive(Debug)]
pub(super) enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Gives an attribute a value.
    pub(super) fn set(&mut self, name: &str, value: String) {
        self.attributes.retain(|(own, _)| own != name);
        self.attributes.push((name.to_owned(), value));
    }

    /// The elements it holds.
    pub(super) fn elements(&self) -> impl DoubleEndedIterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of that name that it holds.
    pub(super) fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// The first element of that name anywhere below.
    pub(super) fn descendant(&self, name: &str) -> Option<&Element> {
        self.elements().find_map(|element| {
            if element.name == name { Some(element) } else { element.descendant(name) }
        })
    }

    /// All its words, as they are written.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        self.add_text(&mut text);
        text
    }

    fn add_text(&self, text: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(words) => text.push_str(words),
                Node::Element(element) => element.add_text(text),
            }
        }
    }
}

/// Reads a file to its outermost element.
pub(super) fn parse(text: &str) -> Result<Element, ImportError> {
    let mut builder =
        Builder { text, open: vec![Element::default()], counted: 0, line: 1 };
    let mut reader = Reader::from_str(text);
    loop {
        let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
        builder.count_to(at);
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => builder.take(&event)?,
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(usize::MAX);
                builder.count_to(at.max(builder.counted));
                return Err(builder.broken(error.to_string(), REPAIR));
            }
        }
    }
    let root = match builder.open.as_mut_slice() {
        [outermost] => std::mem::take(&mut outermost.children),
        _ => return Err(builder.broken("the file ends inside an element", REPAIR)),
    };
    let root = root.into_iter().find_map(|node| match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    });
    root.ok_or_else(|| builder.broken("the file has no element", REPAIR))
}

/// A tree in the making.
struct Builder<'a> {
    text: &'a str,
    /// The elements that are not closed, in one that holds the whole file.
    open: Vec<Element>,
    /// How many bytes are counted for lines.
    counted: usize,
    line: usize,
}

impl Builder<'_> {
    fn count_to(&mut self, at: usize) {
        let piece = self.text.as_bytes().get(self.counted..at).unwrap_or_default();
        self.line += memchr::memchr_iter(b'\n', piece).count();
        self.counted = self.counted.max(at);
    }

    fn broken(&self, what: impl Into<String>, remedy: &'static str) -> ImportError {
        ImportError::Xml { line: self.line, what: what.into(), remedy }
    }

    fn take(&mut self, event: &Event) -> Result<(), ImportError> {
        match event {
            Event::Start(start) => {
                if self.open.len() > DEEPEST {
                    let what = format!("more than {DEEPEST} elements in one another");
                    return Err(self.broken(what, REPAIR));
                }
                let element = self.element(start)?;
                self.open.push(element);
            }
            Event::End(_) => {
                if let Some(element) = self.open.pop() {
                    self.push(Node::Element(element));
                }
            }
            Event::Empty(start) => {
                let element = self.element(start)?;
                self.push(Node::Element(element));
            }
            Event::Text(words) => self.words(words),
            Event::CData(words) => self.words(words),
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().ok().flatten().map(String::from);
                let sign = sign.or_else(|| resolve_xml_entity(name).map(str::to_owned));
                let Some(sign) = sign else {
                    let what = format!("“&{};” names nothing", &**name);
                    return Err(self.broken(what, "write the sign itself"));
                };
                self.words(&sign);
            }
            Event::DocType(_) => {
                let what = "a document type, which could name other files";
                return Err(self.broken(what, "take the line “<!DOCTYPE …>” out"));
            }
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Eof => {}
        }
        Ok(())
    }

    fn element(&self, start: &BytesStart) -> Result<Element, ImportError> {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute =
                attribute.map_err(|error| self.broken(error.to_string(), REPAIR))?;
            let value = unescape(&attribute.value).map_err(|error| {
                self.broken(error.to_string(), "write the sign itself")
            })?;
            let name = attribute.key.local_name().as_ref().to_owned();
            attributes.push((name, value.into_owned()));
        }
        let name = start.local_name().as_ref().to_owned();
        Ok(Element { name, attributes, children: Vec::new(), line: self.line })
    }

    fn push(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    /// Adds words to those before them.
    fn words(&mut self, words: &str) {
        let Some(parent) = self.open.last_mut() else { return };
        match parent.children.last_mut() {
            Some(Node::Text(text)) => text.push_str(words),
            _ => parent.children.push(Node::Text(words.to_owned())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(text: &str) -> String {
        parse(text).unwrap_err().to_string()
    }

    #[test]
    fn elements_know_their_lines_and_words() {
        let root =
            parse("<a:x>\n  <b q='1'>R&amp;D &#x41;<![CDATA[<]]></b>\n</a:x>").unwrap();
        let b = root.child("b").unwrap();
        assert_eq!((root.name.as_str(), b.line, b.attribute("q")), ("x", 2, Some("1")));
        assert_eq!(b.text(), "R&D A<");
    }

    #[test]
    fn what_is_no_good_is_refused_with_its_line() {
        let deep = "<x>".repeat(100_000);
        for (text, said) in [
            ("<a>\n<b>\n</a>", "line 3"),
            ("<a>\n", "the file ends inside an element"),
            (
                "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/hosts\">]>\n<a>&b;</a>",
                "line 1",
            ),
            ("<a>\n&b;</a>", "“&b;” names nothing"),
            ("<a b='&lol;'/>", "line 1"),
            (deep.as_str(), "more than 200 elements"),
            ("no element", "has no element"),
        ] {
            assert!(message(text).contains(said), "{}", message(text));
        }
    }
}
