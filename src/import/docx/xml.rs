//! The XML of a part, element by element, with an end to its patience.

use std::borrow::Cow;
use std::ops::Range;

use quick_xml::Reader;
use quick_xml::escape::{resolve_predefined_entity, unescape};
use quick_xml::events::{BytesStart, Event};

use crate::import::ImportError;

/// No text is set so deep; what goes deeper was made to exhaust its reader.
const DEEPEST: usize = 256;

/// What stands inside an element.
pub(super) enum Inside<'a> {
    /// An element that begins: its reader reads it to its end, or leaves it.
    Element(Element<'a>),
    /// Words.
    Text(Cow<'a, str>),
}

/// The tag that begins an element.
pub(super) struct Element<'a>(BytesStart<'a>);

impl Element<'_> {
    /// Its name without the prefix, which every program chooses for itself.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let attributes = attributes.with_checks(false);
        let found = attributes
            .filter_map(Result::ok)
            .find(|attribute| attribute.key.local_name().into_inner() == name)?;
        unescape(&found.value).ok().map(Cow::into_owned)
    }

    /// The value of `w:val`.
    pub(super) fn value(&self) -> Option<String> {
        self.attribute("val")
    }

    /// The value of `w:val` as a number.
    pub(super) fn number(&self) -> Option<u32> {
        self.value()?.trim().parse().ok()
    }

    /// Whether a property is switched on: it is, unless it says that it is not.
    pub(super) fn is_on(&self) -> bool {
        !matches!(self.value().as_deref(), Some("0" | "false" | "off" | "none"))
    }
}

/// A part while it is read.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    text: &'a str,
    part: &'a str,
    depth: usize,
    /// Where what was read last begins.
    begin: u64,
}

impl<'a> Xml<'a> {
    /// Begins to read the text of a part.
    pub(super) fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, text, part, depth: 0, begin: 0 }
    }

    /// What comes next inside the element that is open; `None` at its end.
    pub(super) fn inside(&mut self) -> Result<Option<Inside<'a>>, ImportError> {
        loop {
            self.begin = self.reader.buffer_position();
            let event = self
                .reader
                .read_event()
                .map_err(|error| self.broken(&error.to_string()))?;
            match event {
                Event::Start(tag) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(self.broken(&format!(
                            "it sets more than {DEEPEST} elements into each other"
                        )));
                    }
                    return Ok(Some(Inside::Element(Element(tag))));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(None);
                }
                Event::Eof if self.depth > 0 => {
                    return Err(self.broken("it ends too early"));
                }
                Event::Eof => return Ok(None),
                Event::Text(text) => return Ok(Some(Inside::Text(text.into_inner()))),
                Event::CData(text) => return Ok(Some(Inside::Text(text.into_inner()))),
                Event::GeneralRef(name) => {
                    let c = name.resolve_char_ref().ok().flatten().map(String::from);
                    let named = || resolve_predefined_entity(&name).map(str::to_owned);
                    let Some(words) = c.or_else(named) else {
                        let cause = format!("it names the entity “{}”", &*name);
                        return Err(self.broken(&cause));
                    };
                    return Ok(Some(Inside::Text(words.into())));
                }
                // Entities could read other files, or unfold without end.
                Event::DocType(_) => {
                    return Err(self.broken("it declares a document type"));
                }
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// The bytes of the tag or the words that were read last.
    pub(super) fn span(&self) -> Range<usize> {
        let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
        place(self.begin)..place(self.reader.buffer_position())
    }

    /// The next element inside the one that is open; `None` at its end.
    pub(super) fn element(&mut self) -> Result<Option<Element<'a>>, ImportError> {
        loop {
            match self.inside()? {
                Some(Inside::Element(element)) => return Ok(Some(element)),
                Some(Inside::Text(_)) => {}
                None => return Ok(None),
            }
        }
    }

    /// Leaves the element that was entered last, whatever is in it.
    pub(super) fn leave(&mut self) -> Result<(), ImportError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside {
            self.inside()?;
        }
        Ok(())
    }

    /// All words of the element that was entered last.
    pub(super) fn words(&mut self) -> Result<String, ImportError> {
        let outside = self.depth.saturating_sub(1);
        let mut words = String::new();
        while self.depth > outside {
            if let Some(Inside::Text(text)) = self.inside()? {
                words.push_str(&text);
            }
        }
        Ok(words)
    }

    fn broken(&self, cause: &str) -> ImportError {
        let at = usize::try_from(self.reader.buffer_position()).unwrap_or(usize::MAX);
        let before = self.text.as_bytes().get(..at).unwrap_or(self.text.as_bytes());
        ImportError::Broken {
            part: self.part.to_owned(),
            line: memchr::memchr_iter(b'\n', before).count() + 1,
            cause: cause.to_owned(),
        }
    }
}
