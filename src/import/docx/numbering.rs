//! The lists of a file, by which Word numbers paragraphs: a paragraph names a list and a
//! level.

use std::collections::{BTreeMap, HashMap};

use super::styles::Styles;
use super::xml::Xml;
use crate::import::ImportError;

pub(super) const LEVELS: usize = 9;

/// The list and the level that a paragraph or a style names.
#[derive(Debug, Default, Clone)]
pub(super) struct NumberedAs {
    /// The number of the list; “0” is none.
    pub(super) list: Option<String>,
    level: Option<usize>,
    /// The style that names the list, by which the list may name its level.
    style: Option<String>,
}

impl NumberedAs {
    /// Reads `w:numPr` to its end.
    pub(super) fn read(xml: &mut Xml) -> Result<Self, ImportError> {
        let mut numbered = Self::default();
        while let Some(element) = xml.element()? {
            match element.name() {
                "numId" => numbered.list = element.value(),
                "ilvl" => numbered.level = element.number().map(|level| level as usize),
                _ => {}
            }
            xml.leave()?;
        }
        Ok(numbered)
    }

    /// A level of a list.
    #[cfg(test)]
    pub(super) fn at(list: &str, level: usize) -> Self {
        Self { list: Some(list.to_owned()), level: Some(level), style: None }
    }

    /// Takes what is not said from a style on which this one is based.
    pub(super) fn inherit(&mut self, other: &Self, style: &str) {
        if self.list.is_none() && other.list.is_some() {
            self.list.clone_from(&other.list);
            self.style = Some(style.to_owned());
        }
        self.level = self.level.or(other.level);
    }

    /// What a paragraph says, completed by its style.
    pub(super) fn or(&self, style: &Self) -> Self {
        Self {
            list: self.list.clone().or_else(|| style.list.clone()),
            level: self.level.or(style.level),
            style: style.style.clone(),
        }
    }

    /// Whether a number is shown.
    pub(super) fn is_some(&self) -> bool {
        self.list.as_deref().is_some_and(|list| list != "0")
    }
}

/// The definition of a level.
#[derive(Debug, Clone)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) format: String,
    /// What is shown, `%1` to `%9` for the numbers of the levels.
    pub(super) text: String,
    /// Whether the numbers of all levels are shown in plain figures.
    pub(super) is_legal: bool,
    /// The level, counted from 1, below which it starts again; 0 for none.
    pub(super) restart: Option<usize>,
    /// The style whose paragraphs stand at this level.
    style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            is_legal: false,
            restart: None,
            style: None,
        }
    }
}

/// An abstract list: levels without a place in the text.
#[derive(Debug, Default)]
struct Abstract {
    levels: HashMap<usize, Level>,
    /// The numbering style that has the levels instead.
    style: Option<String>,
}

/// A list that paragraphs name.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The abstract list.
    pub(super) of: String,
    /// Where its levels begin anew.
    pub(super) starts: HashMap<usize, u32>,
    levels: HashMap<usize, Level>,
}

/// The lists of a file.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    abstracts: HashMap<String, Abstract>,
    lists: BTreeMap<String, List>,
}

impl Numbering {
    /// Reads `numbering.xml`.
    pub(super) fn read(
        part: &str,
        text: &str,
        styles: &Styles,
    ) -> Result<Self, ImportError> {
        let mut xml = Xml::new(part, text);
        let mut numbering = Self::default();
        while let Some(root) = xml.element()? {
            if root.name() != "numbering" {
                xml.leave()?;
                continue;
            }
            while let Some(element) = xml.element()? {
                let id = |name: &str| element.attribute(name).unwrap_or_default();
                match element.name() {
                    "abstractNum" => {
                        let found = abstract_list(&mut xml)?;
                        numbering.abstracts.insert(id("abstractNumId"), found);
                    }
                    "num" => {
                        let found = list(&mut xml)?;
                        numbering.lists.insert(id("numId"), found);
                    }
                    _ => xml.leave()?,
                }
            }
        }
        numbering.follow_styles(styles);
        Ok(numbering)
    }

    /// The list of that id.
    pub(super) fn list(&self, id: &str) -> Option<&List> {
        self.lists.get(id)
    }

    /// Leads lists whose levels stand in a numbering style to them.
    fn follow_styles(&mut self, styles: &Styles) {
        let mut led = Vec::new();
        for (id, list) in &self.lists {
            let style = self.abstracts.get(&list.of).and_then(|of| of.style.as_deref());
            let there = style.and_then(|style| styles.list_of(style));
            if let Some(there) = there.and_then(|there| self.lists.get(there)) {
                led.push((id.clone(), there.of.clone()));
            }
        }
        for (id, of) in led {
            if let Some(list) = self.lists.get_mut(&id) {
                list.of = of;
            }
        }
    }

    /// The definition of a level of a list.
    pub(super) fn level<'a>(&'a self, list: &'a List, level: usize) -> Option<&'a Level> {
        let of = self.abstracts.get(&list.of);
        list.levels.get(&level).or_else(|| of?.levels.get(&level))
    }

    /// The level of a paragraph: the one it names, or the one that names its style.
    pub(super) fn level_of(&self, list: &List, numbered: &NumberedAs) -> usize {
        let by_style = || {
            let style = numbered.style.as_ref()?;
            (0..LEVELS).find(|level| {
                self.level(list, *level).is_some_and(|l| l.style.as_ref() == Some(style))
            })
        };
        numbered.level.or_else(by_style).unwrap_or(0).min(LEVELS - 1)
    }
}

fn abstract_list(xml: &mut Xml) -> Result<Abstract, ImportError> {
    let mut of = Abstract::default();
    while let Some(element) = xml.element()? {
        match element.name() {
            "lvl" => {
                let at = element.attribute("ilvl").and_then(|at| at.parse().ok());
                let level = level(xml)?;
                of.levels.insert(at.unwrap_or(0), level);
                continue;
            }
            "numStyleLink" => of.style = element.value(),
            _ => {}
        }
        xml.leave()?;
    }
    Ok(of)
}

fn list(xml: &mut Xml) -> Result<List, ImportError> {
    let mut list = List::default();
    while let Some(element) = xml.element()? {
        match element.name() {
            "abstractNumId" => list.of = element.value().unwrap_or_default(),
            "lvlOverride" => {
                let at = element.attribute("ilvl").and_then(|at| at.parse().ok());
                overridden(xml, &mut list, at.unwrap_or(0))?;
                continue;
            }
            _ => {}
        }
        xml.leave()?;
    }
    Ok(list)
}

fn overridden(xml: &mut Xml, list: &mut List, at: usize) -> Result<(), ImportError> {
    while let Some(element) = xml.element()? {
        match element.name() {
            "lvl" => {
                let level = level(xml)?;
                list.levels.insert(at, level);
                continue;
            }
            "startOverride" => {
                list.starts.insert(at, element.number().unwrap_or(1));
            }
            _ => {}
        }
        xml.leave()?;
    }
    Ok(())
}

fn level(xml: &mut Xml) -> Result<Level, ImportError> {
    let mut level = Level::default();
    while let Some(element) = xml.element()? {
        match element.name() {
            "start" => level.start = element.number().unwrap_or(1),
            "numFmt" => level.format = element.value().unwrap_or_default(),
            "lvlText" => level.text = element.value().unwrap_or_default(),
            "lvlRestart" => level.restart = element.number().map(|at| at as usize),
            "isLgl" => level.is_legal = element.is_on(),
            "pStyle" => level.style = element.value(),
            _ => {}
        }
        xml.leave()?;
    }
    Ok(level)
}
