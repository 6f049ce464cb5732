//! A part with text, block by block: paragraphs and tables, as the file has them.

use std::collections::HashMap;

use super::notes::{Kind, Notes};
use super::numbering::NumberedAs;
use super::origins::Trace;
use super::styles::{Face, Styles};
use super::words::{Change, Words};
use super::xml::{Element, Xml};
use crate::import::{Changes, ImportError, SetAside};

/// A paragraph as the file has it.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    /// Its place among the paragraphs of the text, counted from 1.
    pub(super) place: usize,
    /// The name of its style, in small letters.
    pub(super) style: String,
    pub(super) is_heading: bool,
    pub(super) numbered: NumberedAs,
    /// What tracking says of its end: where it is struck out, the next goes on with it.
    pub(super) end: Change,
    pub(super) words: Words,
    /// What stands in boxes that hang on it.
    pub(super) boxes: Vec<Paragraph>,
    /// How its style sets words.
    pub(super) face: Face,
}

/// What stands in a text.
pub(super) enum Block {
    Paragraph(Paragraph),
    Table(Table),
}

/// A table: rows of cells with paragraphs. Tables inside it are flat.
#[derive(Debug, Default)]
pub(super) struct Table {
    pub(super) rows: Vec<Vec<Vec<Paragraph>>>,
}

/// A header or a foot that a section names.
#[derive(Debug, Clone)]
pub(super) struct Margin {
    /// “first”, “default”, “even”.
    pub(super) kind: String,
    /// The relation that leads to it.
    pub(super) relation: String,
    /// Whether it is of the first section, and that has a first page of its own if the
    /// margin is for one.
    pub(super) is_of_first_page: bool,
}

/// What the reader of a text needs to know.
pub(super) struct Context<'a> {
    pub(super) styles: &'a Styles,
    pub(super) changes: Changes,
}

/// The reader of a part.
pub(super) struct Story<'a> {
    pub(super) xml: Xml<'a>,
    pub(super) context: &'a Context<'a>,
    pub(super) notes: Notes,
    /// The comments that are not yet said, by their ids.
    pub(super) comments: HashMap<String, String>,
    pub(super) margins: Vec<Margin>,
    pub(super) set_aside: Vec<SetAside>,
    has_section: bool,
    place: usize,
    /// For each field that is open, whether its result is reached.
    pub(super) fields: Vec<bool>,
    /// The note whose own mark follows.
    pub(super) waiting: Option<(Kind, String)>,
    /// Where words stand, if somebody asks for it.
    pub(super) trace: Option<Box<Trace>>,
}

impl<'a> Story<'a> {
    pub(super) fn new(part: &'a str, text: &'a str, context: &'a Context<'a>) -> Self {
        Self {
            xml: Xml::new(part, text),
            context,
            notes: Notes::default(),
            comments: HashMap::new(),
            margins: Vec::new(),
            set_aside: Vec::new(),
            has_section: false,
            place: 0,
            fields: Vec::new(),
            waiting: None,
            trace: None,
        }
    }

    /// Reads all blocks to the end of the element that is open.
    pub(super) fn blocks(
        &mut self,
        sink: &mut dyn FnMut(&mut Notes, Block),
    ) -> Result<(), ImportError> {
        while let Some(element) = self.xml.element()? {
            match element.name() {
                "p" => {
                    let paragraph = self.paragraph()?;
                    sink(&mut self.notes, Block::Paragraph(paragraph));
                }
                "tbl" => {
                    let table = self.table()?;
                    sink(&mut self.notes, Block::Table(table));
                }
                "sectPr" => self.section()?,
                "AlternateContent" => self.branch(&mut |story| story.blocks(sink))?,
                "sdtPr" | "sdtEndPr" | "customXmlPr" => self.xml.leave()?,
                _ => self.blocks(sink)?,
            }
        }
        Ok(())
    }

    /// Reads the elements of a list of notes or comments: their ids, and their words.
    pub(super) fn entries(
        &mut self,
        name: &str,
        take: &mut dyn FnMut(&Element, Words),
    ) -> Result<(), ImportError> {
        while let Some(root) = self.xml.element()? {
            drop(root);
            while let Some(element) = self.xml.element()? {
                if element.name() != name {
                    self.xml.leave()?;
                    continue;
                }
                let mut words = Words::default();
                self.trace_note(&element);
                self.blocks(&mut |_, block| words_of(block, &mut words))?;
                words.trim();
                take(&element, words);
            }
        }
        Ok(())
    }

    /// Reads one of the branches that a file offers to programs of several ages.
    fn branch(
        &mut self,
        read: &mut dyn FnMut(&mut Self) -> Result<(), ImportError>,
    ) -> Result<(), ImportError> {
        let mut is_read = false;
        while let Some(element) = self.xml.element()? {
            let is_branch = matches!(element.name(), "Choice" | "Fallback");
            if is_branch && !is_read {
                is_read = true;
                read(self)?;
            } else {
                self.xml.leave()?;
            }
        }
        Ok(())
    }

    fn table(&mut self) -> Result<Table, ImportError> {
        let mut table = Table::default();
        self.rows(&mut table)?;
        Ok(table)
    }

    fn rows(&mut self, table: &mut Table) -> Result<(), ImportError> {
        while let Some(element) = self.xml.element()? {
            match element.name() {
                "tr" => {
                    let mut row = Vec::new();
                    self.cells(&mut row)?;
                    table.rows.push(row);
                }
                "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" => self.xml.leave()?,
                _ => self.rows(table)?,
            }
        }
        Ok(())
    }

    fn cells(&mut self, row: &mut Vec<Vec<Paragraph>>) -> Result<(), ImportError> {
        while let Some(element) = self.xml.element()? {
            match element.name() {
                "tc" => {
                    let mut cell = Vec::new();
                    self.blocks(&mut |_, block| flatten(block, &mut cell))?;
                    row.push(cell);
                }
                "trPr" | "tblPrEx" | "sdtPr" | "sdtEndPr" => self.xml.leave()?,
                _ => self.cells(row)?,
            }
        }
        Ok(())
    }

    /// The headers and feet that a section names.
    fn section(&mut self) -> Result<(), ImportError> {
        let is_first = !std::mem::replace(&mut self.has_section, true);
        let from = self.margins.len();
        let mut has_first_page = false;
        while let Some(element) = self.xml.element()? {
            match element.name() {
                "headerReference" | "footerReference" => {
                    let kind = element.attribute("type").unwrap_or_default();
                    let relation = element.attribute("id").unwrap_or_default();
                    let is_of_first_page = is_first;
                    self.margins.push(Margin { kind, relation, is_of_first_page });
                }
                "titlePg" => has_first_page = element.is_on(),
                _ => {}
            }
            self.xml.leave()?;
        }
        for margin in self.margins.iter_mut().skip(from) {
            margin.is_of_first_page &= has_first_page || margin.kind != "first";
        }
        Ok(())
    }

    fn paragraph(&mut self) -> Result<Paragraph, ImportError> {
        self.place += 1;
        self.trace_paragraph(self.place);
        let style = self.context.styles.of_paragraph(None);
        let mut paragraph = Paragraph {
            place: self.place,
            numbered: style.numbered.clone(),
            face: style.face.clone(),
            ..Paragraph::default()
        };
        while let Some(element) = self.xml.element()? {
            self.inline(&element, &mut paragraph, Change::None)?;
        }
        // The code of a field does not go on over the end of a paragraph.
        while self.fields.last() == Some(&false) {
            self.fields.pop();
        }
        Ok(paragraph)
    }

    fn properties(&mut self, paragraph: &mut Paragraph) -> Result<(), ImportError> {
        let mut style = None;
        let mut numbered = NumberedAs::default();
        let mut outline = None;
        let mut was_other = false;
        while let Some(element) = self.xml.element()? {
            match element.name() {
                // What the properties were before somebody changed them.
                "pPrChange" if self.context.changes == Changes::Reject => {
                    while self.xml.element()?.is_some() {
                        self.properties(paragraph)?;
                    }
                    was_other = true;
                    continue;
                }
                "pStyle" => style = element.value(),
                "outlineLvl" => outline = element.number(),
                "numPr" => {
                    numbered = NumberedAs::read(&mut self.xml)?;
                    continue;
                }
                "rPr" => {
                    while let Some(element) = self.xml.element()? {
                        paragraph.end = match element.name() {
                            "ins" | "moveTo" => Change::Added.inside(paragraph.end),
                            "del" | "moveFrom" => Change::Deleted.inside(paragraph.end),
                            _ => paragraph.end,
                        };
                        self.xml.leave()?;
                    }
                    continue;
                }
                "sectPr" => {
                    self.section()?;
                    continue;
                }
                _ => {}
            }
            self.xml.leave()?;
        }
        if was_other {
            return Ok(());
        }
        let style = self.context.styles.of_paragraph(style.as_deref());
        paragraph.style.clone_from(&style.name);
        paragraph.is_heading = outline.map_or(style.is_heading(), |level| level < 9);
        paragraph.numbered = numbered.or(&style.numbered);
        paragraph.face = style.face.clone();
        Ok(())
    }

    /// Reads an element of a paragraph to its end. What is unknown may hold words.
    pub(super) fn inline(
        &mut self,
        element: &Element,
        paragraph: &mut Paragraph,
        change: Change,
    ) -> Result<(), ImportError> {
        let change = match element.name() {
            "pPr" => return self.properties(paragraph),
            "r" => return self.run(paragraph, change),
            "txbxContent" => {
                let place = self.place;
                let trace = self.trace.take();
                let boxes = &mut paragraph.boxes;
                self.blocks(&mut |_, block| flatten(block, boxes))?;
                self.place = place;
                self.trace = trace;
                return Ok(());
            }
            "fldSimple" => {
                self.fields.push(true);
                self.inlines(paragraph, change)?;
                self.fields.pop();
                return Ok(());
            }
            "AlternateContent" => {
                return self.branch(&mut |story| story.inlines(paragraph, change));
            }
            "commentRangeEnd" => {
                self.comment(element, paragraph);
                change
            }
            "sdtPr" | "sdtEndPr" | "rPr" | "customXmlPr" | "smartTagPr" | "fldData" => {
                return self.xml.leave();
            }
            "ins" | "moveTo" => Change::Added.inside(change),
            "del" | "moveFrom" => Change::Deleted.inside(change),
            _ => change,
        };
        self.inlines(paragraph, change)
    }

    fn inlines(
        &mut self,
        paragraph: &mut Paragraph,
        change: Change,
    ) -> Result<(), ImportError> {
        while let Some(element) = self.xml.element()? {
            self.inline(&element, paragraph, change)?;
        }
        Ok(())
    }
}

/// All paragraphs of a block, one after another.
pub(super) fn flatten(block: Block, into: &mut Vec<Paragraph>) {
    match block {
        Block::Paragraph(paragraph) => into.push(paragraph),
        Block::Table(table) => into.extend(table.rows.into_iter().flatten().flatten()),
    }
}

fn words_of(block: Block, into: &mut Words) {
    let mut paragraphs = Vec::new();
    flatten(block, &mut paragraphs);
    for paragraph in paragraphs {
        let Paragraph { mut words, .. } = paragraph;
        if !into.text.is_empty() {
            into.text.push(' ');
        }
        words.text = words.text.replace('\n', " ");
        into.append(&words);
    }
}
