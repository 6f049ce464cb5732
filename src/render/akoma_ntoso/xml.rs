//! Elements, each on a line of its own.

use std::borrow::Cow;

/// A file in the making, and how deep its open elements are.
#[derive(Default)]
pub(super) struct Xml {
    text: String,
    depth: usize,
}

/// The names and the values of the attributes of an element.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Xml {
    /// Opens an element that holds elements.
    pub(super) fn open(&mut self, element: &str, attributes: Attributes) {
        self.indent();
        self.start(element, attributes);
        self.text.push_str(">\n");
        self.depth += 1;
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self, element: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.end(element);
    }

    /// Adds an element that holds words, given as XML.
    pub(super) fn line(&mut self, element: &str, attributes: Attributes, inner: &str) {
        self.indent();
        self.start(element, attributes);
        if inner.is_empty() {
            self.text.push_str("/>\n");
        } else {
            self.text.push('>');
            self.text.push_str(inner);
            self.end(element);
        }
    }

    /// Adds an element without words.
    pub(super) fn empty(&mut self, element: &str, attributes: Attributes) {
        self.line(element, attributes, "");
    }

    /// The file.
    pub(super) fn finish(self) -> String {
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}", self.text)
    }

    fn indent(&mut self) {
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn start(&mut self, element: &str, attributes: Attributes) {
        self.text.extend(["<", element]);
        for (name, value) in attributes {
            self.text.extend([" ", name, "=\"", &attribute(value), "\""]);
        }
    }

    fn end(&mut self, element: &str) {
        self.text.extend(["</", element, ">\n"]);
    }
}

/// An element inside a line.
pub(super) fn inline(element: &str, attributes: Attributes, inner: &str) -> String {
    let mut xml = Xml::default();
    xml.start(element, attributes);
    if inner.is_empty() {
        xml.text.push_str("/>");
    } else {
        xml.text.extend([">", inner, "</", element, ">"]);
    }
    xml.text
}

/// Words that XML can hold: its signs as entities, and the characters that it forbids left
/// out.
pub(super) fn escaped(words: &str) -> String {
    quick_xml::escape::partial_escape(allowed(words)).into_owned()
}

fn attribute(words: &str) -> String {
    quick_xml::escape::escape(allowed(words)).replace('\n', "&#10;")
}

fn allowed(words: &str) -> Cow<'_, str> {
    let is_forbidden = |c: char| {
        c.is_control() && !matches!(c, '\t' | '\n')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    if words.contains(is_forbidden) {
        Cow::Owned(words.replace(is_forbidden, ""))
    } else {
        Cow::Borrowed(words)
    }
}
