//! The styles of a file, and what they say of a text.

use std::collections::HashMap;

use super::numbering::NumberedAs;
use super::xml::{Element, Xml};
use crate::import::ImportError;

/// How long a chain of styles may be; longer ones go in a circle.
const LONGEST_CHAIN: usize = 32;

/// The outline level of body text.
const BODY_TEXT: u32 = 9;

/// A style as it stands in the file.
#[derive(Debug, Default)]
struct Written {
    name: String,
    based: Option<String>,
    numbered: NumberedAs,
    outline: Option<u32>,
    face: Face,
}

/// What a style or a run says of the look of words; `None` is “as before”.
#[derive(Debug, Default, Clone)]
pub(super) struct Face {
    pub(super) italic: Option<bool>,
    pub(super) hidden: Option<bool>,
    pub(super) struck: Option<bool>,
    pub(super) raised: Option<bool>,
    /// Whether a coloured ground lies under them.
    pub(super) highlighted: Option<bool>,
    /// The character style.
    pub(super) style: Option<String>,
}

impl Face {
    /// Takes an element of `w:rPr`.
    pub(super) fn take(&mut self, element: &Element) {
        match element.name() {
            "i" => self.italic = Some(element.is_on()),
            "vanish" => self.hidden = Some(element.is_on()),
            "strike" | "dstrike" => {
                self.struck = Some(element.is_on() || self.struck == Some(true));
            }
            "vertAlign" => {
                self.raised = Some(element.value().as_deref() == Some("superscript"));
            }
            "highlight" => {
                self.highlighted = Some(element.value().as_deref() != Some("none"));
            }
            "rStyle" => self.style = element.value(),
            _ => {}
        }
    }

    fn inherit(&mut self, other: &Self) {
        self.italic = self.italic.or(other.italic);
        self.hidden = self.hidden.or(other.hidden);
        self.struck = self.struck.or(other.struck);
        self.raised = self.raised.or(other.raised);
        self.highlighted = self.highlighted.or(other.highlighted);
    }
}

/// A style with what it inherits.
#[derive(Debug, Default, Clone)]
pub(super) struct Style {
    /// Its name in small letters. Programs that save the file again keep the name, and
    /// not the id.
    pub(super) name: String,
    pub(super) numbered: NumberedAs,
    pub(super) outline: Option<u32>,
    pub(super) face: Face,
}

impl Style {
    /// Whether it sets headings: by its level, or by its name in Word and in the
    /// templates of Geneva and New York.
    pub(super) fn is_heading(&self) -> bool {
        const NAMES: [&str; 5] = ["heading ", "_ h ", "_ h_", "title_h", "__s_"];
        let is_named = NAMES.iter().any(|name| self.name.starts_with(name));
        self.outline.map_or(is_named, |level| level < BODY_TEXT)
    }
}

/// The styles of a file, by their ids.
#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The styles of paragraphs and of runs that name none.
    default_paragraph: Style,
    nothing: Style,
}

impl Styles {
    /// Reads `styles.xml`.
    pub(super) fn read(part: &str, text: &str) -> Result<Self, ImportError> {
        let mut xml = Xml::new(part, text);
        let mut written = HashMap::new();
        let mut default_id = None;
        while let Some(root) = xml.element()? {
            if root.name() != "styles" {
                xml.leave()?;
                continue;
            }
            while let Some(element) = xml.element()? {
                if element.name() != "style" {
                    xml.leave()?;
                    continue;
                }
                let id = element.attribute("styleId").unwrap_or_default();
                let is_default = element.attribute("default").is_some_and(|on| on != "0");
                let kind = element.attribute("type");
                if is_default && kind.as_deref() == Some("paragraph") {
                    default_id = Some(id.clone());
                }
                written.insert(id, style(&mut xml)?);
            }
        }
        let by_id: HashMap<String, Style> =
            written.keys().map(|id| (id.clone(), inherited(&written, id))).collect();
        let default_paragraph =
            default_id.and_then(|id| by_id.get(&id)).cloned().unwrap_or_default();
        Ok(Self { by_id, default_paragraph, nothing: Style::default() })
    }

    /// The style of a paragraph.
    pub(super) fn of_paragraph(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.default_paragraph)
    }

    /// The style of a run.
    pub(super) fn of_run(&self, id: Option<&str>) -> &Style {
        id.and_then(|id| self.by_id.get(id)).unwrap_or(&self.nothing)
    }

    /// The list of a numbering style.
    pub(super) fn list_of(&self, id: &str) -> Option<&str> {
        self.by_id.get(id)?.numbered.list.as_deref()
    }
}

fn style(xml: &mut Xml) -> Result<Written, ImportError> {
    let mut style = Written::default();
    while let Some(element) = xml.element()? {
        match element.name() {
            "name" => style.name = element.value().unwrap_or_default().to_lowercase(),
            "basedOn" => style.based = element.value(),
            "pPr" => {
                paragraph_properties(xml, &mut style)?;
                continue;
            }
            "rPr" => {
                while let Some(element) = xml.element()? {
                    style.face.take(&element);
                    xml.leave()?;
                }
                continue;
            }
            _ => {}
        }
        xml.leave()?;
    }
    Ok(style)
}

fn paragraph_properties(xml: &mut Xml, style: &mut Written) -> Result<(), ImportError> {
    while let Some(element) = xml.element()? {
        match element.name() {
            "numPr" => {
                style.numbered = NumberedAs::read(xml)?;
                continue;
            }
            "outlineLvl" => style.outline = element.number(),
            _ => {}
        }
        xml.leave()?;
    }
    Ok(())
}

/// A style with what the styles have that it is based on.
fn inherited(written: &HashMap<String, Written>, id: &str) -> Style {
    let mut style = Style::default();
    let mut next = Some(id);
    for _ in 0..LONGEST_CHAIN {
        let Some((id, from)) = next.and_then(|id| Some((id, written.get(id)?))) else {
            break;
        };
        if style.name.is_empty() {
            style.name.clone_from(&from.name);
        }
        style.outline = style.outline.or(from.outline);
        style.face.inherit(&from.face);
        style.numbered.inherit(&from.numbered, id);
        next = from.based.as_deref();
    }
    style
}
