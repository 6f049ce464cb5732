//! A part with text, block by block: paragraphs and tables, as the file has them.

use std::collections::HashMap;

use super::notes::{Call, Kind, Notes};
use super::numbering::NumberedAs;
use super::styles::{Face, Styles};
use super::words::{Change, Words};
use super::xml::{Element, Inside, Xml};
use crate::import::manuscript::{MarkKind, SUPERSCRIPTS};
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
    face: Face,
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
    xml: Xml<'a>,
    context: &'a Context<'a>,
    pub(super) notes: Notes,
    /// The comments that are not yet said, by their ids.
    pub(super) comments: HashMap<String, String>,
    pub(super) margins: Vec<Margin>,
    pub(super) set_aside: Vec<SetAside>,
    has_section: bool,
    place: usize,
    /// For each field that is open, whether its result is reached.
    fields: Vec<bool>,
    /// The note whose own mark follows.
    waiting: Option<(Kind, String)>,
}

/// How a run is set.
#[derive(Clone, Copy, Default)]
struct Look {
    italic: bool,
    is_hidden: bool,
    is_raised: bool,
    /// Whether the style says that the words are the mark of a note.
    is_note_mark: bool,
    change: Change,
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
        while let Some(element) = self.xml.element()? {
            match element.name() {
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
        let style = self.context.styles.of_paragraph(style.as_deref());
        paragraph.style.clone_from(&style.name);
        paragraph.is_heading = outline.map_or(style.is_heading(), |level| level < 9);
        paragraph.numbered = numbered.or(&style.numbered);
        paragraph.face = style.face.clone();
        Ok(())
    }

    /// Reads an element of a paragraph to its end. What is unknown may hold words.
    fn inline(
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
                let boxes = &mut paragraph.boxes;
                self.blocks(&mut |_, block| flatten(block, boxes))?;
                self.place = place;
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

    fn run(
        &mut self,
        paragraph: &mut Paragraph,
        change: Change,
    ) -> Result<(), ImportError> {
        let mut face = Face::default();
        let mut look = None;
        while let Some(element) = self.xml.element()? {
            if element.name() == "rPr" {
                while let Some(element) = self.xml.element()? {
                    face.take(&element);
                    self.xml.leave()?;
                }
                continue;
            }
            let look = *look.get_or_insert_with(|| self.look(&face, paragraph, change));
            self.run_piece(&element, paragraph, look)?;
        }
        Ok(())
    }

    /// Italics of a character style turn those of the paragraph; those of the run itself
    /// go before both.
    fn look(&self, face: &Face, paragraph: &Paragraph, change: Change) -> Look {
        let style = self.context.styles.of_run(face.style.as_deref());
        let is = |value: Option<bool>| value == Some(true);
        let by_style = is(style.face.italic) != is(paragraph.face.italic);
        let either = |of: fn(&Face) -> Option<bool>| {
            is(of(face).or(of(&style.face)).or(of(&paragraph.face)))
        };
        let mut look = Look {
            italic: face.italic.unwrap_or(by_style),
            is_hidden: either(|face| face.hidden),
            is_raised: either(|face| face.raised),
            is_note_mark: false,
            change,
        };
        if either(|face| face.struck) {
            look.change = Change::Deleted.inside(change);
        }
        match style.name.as_str() {
            "footnote reference"
            | "endnote reference"
            | "footnote characters"
            | "footnote anchor"
            | "endnote characters"
            | "endnote anchor" => {
                look.is_note_mark = true;
                look.italic = false;
            }
            "opening phrase" => look.italic = false,
            "emphasis" => look.italic = true,
            "proposed opening phrase" => {
                look.italic = false;
                look.change = Change::Added.inside(change);
            }
            "proposed emphasis" => {
                look.italic = true;
                look.change = Change::Added.inside(change);
            }
            "proposed words" => look.change = Change::Added.inside(change),
            "struck-out words" => look.change = Change::Deleted.inside(change),
            _ => {}
        }
        look
    }

    /// Reads an element of a run to its end.
    fn run_piece(
        &mut self,
        element: &Element,
        paragraph: &mut Paragraph,
        look: Look,
    ) -> Result<(), ImportError> {
        match element.name() {
            "t" | "delText" => {
                while let Some(inside) = self.xml.inside()? {
                    match inside {
                        Inside::Text(words) => self.words(&words, paragraph, look),
                        Inside::Element(_) => self.xml.leave()?,
                    }
                }
                return Ok(());
            }
            "tab" | "ptab" => self.words(" ", paragraph, look),
            "br" | "cr" => self.words("\n", paragraph, look),
            "noBreakHyphen" => self.words("-", paragraph, look),
            "sym" => {
                let sign = symbol(element);
                self.words(&sign, paragraph, look);
            }
            "footnoteReference" => self.call(Kind::Footnote, element, paragraph, look),
            "endnoteReference" => self.call(Kind::Endnote, element, paragraph, look),
            "commentReference" => self.comment(element, paragraph),
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(is_result) = self.fields.last_mut() {
                        *is_result = true;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "instrText"
            | "delInstrText"
            | "softHyphen"
            | "lastRenderedPageBreak"
            | "footnoteRef"
            | "endnoteRef"
            | "annotationRef"
            | "separator"
            | "continuationSeparator" => {}
            _ => return self.inline(element, paragraph, look.change),
        }
        self.xml.leave()
    }

    fn words(&mut self, words: &str, paragraph: &mut Paragraph, look: Look) {
        if self.fields.contains(&false) {
            return;
        }
        if look.is_hidden {
            self.hide(words, paragraph.place);
            return;
        }
        if !words.trim().is_empty()
            && let Some((kind, id)) = self.waiting.take()
        {
            let call = self.notes.call(kind, &id, Some(words.trim()), paragraph.place);
            put(&call, words, paragraph, look, self.context.changes);
            return;
        }
        let mark = words.trim();
        if (look.is_note_mark || look.is_raised)
            && !mark.is_empty()
            && look.change.stands(self.context.changes)
            && let Some(kind) = self.repeated_call(mark, look)
        {
            paragraph.words.point(kind);
            return;
        }
        let figures = look.is_raised.then(|| raised(words)).flatten();
        let words = figures.as_deref().unwrap_or(words);
        paragraph.words.add(words, look.change, look.italic, self.context.changes);
    }

    /// The mark of a note that is called again, as Word shows it.
    fn repeated_call(&self, mark: &str, look: Look) -> Option<MarkKind> {
        let is_star = mark.chars().all(|c| c == '*');
        let is_call = if is_star {
            !self.notes.asterisk_is_of_sponsors()
        } else {
            self.notes.has(mark)
                || look.is_note_mark && !mark.contains(char::is_whitespace)
        };
        is_call.then(|| MarkKind::Call(mark.to_owned()))
    }

    /// Hidden words are not read, but not lost.
    fn hide(&mut self, words: &str, place: usize) {
        let what = "hidden text";
        match self.set_aside.last_mut() {
            Some(last) if last.what == what && last.place == place => {
                last.text.push_str(words);
            }
            _ => self.set_aside.push(SetAside { place, what, text: words.to_owned() }),
        }
    }

    fn call(
        &mut self,
        kind: Kind,
        element: &Element,
        paragraph: &mut Paragraph,
        look: Look,
    ) {
        let id = element.attribute("id").unwrap_or_default();
        if !look.change.stands(self.context.changes) || look.is_hidden {
            self.notes.leave_out(kind, &id, paragraph.place);
            return;
        }
        let has_own_mark = element.attribute("customMarkFollows");
        if has_own_mark.is_some_and(|on| !matches!(on.as_str(), "0" | "false" | "off")) {
            self.waiting = Some((kind, id));
            return;
        }
        let call = self.notes.call(kind, &id, None, paragraph.place);
        put(&call, "*", paragraph, look, self.context.changes);
    }

    fn comment(&mut self, element: &Element, paragraph: &mut Paragraph) {
        let id = element.attribute("id").unwrap_or_default();
        if let Some(words) = self.comments.remove(&id)
            && self.context.changes == Changes::Keep
        {
            paragraph.words.point(MarkKind::Comment(words));
        }
    }
}

fn put(call: &Call, own: &str, paragraph: &mut Paragraph, look: Look, changes: Changes) {
    match call {
        Call::Mark(mark) => paragraph.words.point(MarkKind::Call(mark.clone())),
        Call::Asterisk => paragraph.words.add(own.trim(), look.change, false, changes),
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
        into.append(words);
    }
}

/// Raised figures that call no note are raised in the draft too.
fn raised(words: &str) -> Option<String> {
    let figure = |c: char| SUPERSCRIPTS.get(c.to_digit(10)? as usize).copied();
    words.trim().chars().map(figure).collect::<Option<String>>().filter(|w| !w.is_empty())
}

/// A sign of a font of symbols.
fn symbol(element: &Element) -> String {
    const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL_GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let code = element.attribute("char").unwrap_or_default();
    let code = u32::from_str_radix(&code, 16).unwrap_or(0xfffd);
    let font = element.attribute("font").unwrap_or_default();
    if !(0xf000..=0xf0ff).contains(&code) {
        return char::from_u32(code).map(String::from).unwrap_or_default();
    }
    let byte = code - 0xf000;
    let nth =
        |signs: &str, from: u32| signs.chars().nth(byte.checked_sub(from)? as usize);
    let sign = match (font.as_str(), byte) {
        ("Symbol", 0x2a) => Some('*'),
        ("Symbol", 0x2d) => Some('–'),
        ("Symbol", 0x41..=0x5a) => nth(GREEK, 0x41),
        ("Symbol", 0x61..=0x7a) => nth(SMALL_GREEK, 0x61),
        ("Symbol", 0xa3) => Some('≤'),
        ("Symbol", 0xb0) => Some('°'),
        ("Symbol", 0xb1) => Some('±'),
        ("Symbol", 0xb3) => Some('≥'),
        ("Symbol", 0xb4) => Some('×'),
        ("Wingdings", 0xfc) => Some('✓'),
        ("Wingdings", 0xfb) => Some('✗'),
        ("Symbol" | "Wingdings", _) => Some('•'),
        (_, 0x20..=0x7e) => char::from_u32(byte),
        _ => Some('•'),
    };
    sign.map(String::from).unwrap_or_default()
}
