//! The walk over the tags of a page.
//!
//! Pages close what they never opened and open what they never close; browsers make a
//! tree of that all the same. Lines need no tree: the stacks of what is open are enough,
//! and no page, however deep, makes them grow beyond [`tags::DEEPEST`].

mod tags;

use std::collections::HashMap;
use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

use super::elements::{self, Face, Kind};
use super::lists::List;
use super::piece::{Cell, Piece};
use super::tables;
use crate::conventions::{Language, organs};
use crate::import::{Changes, SetAside};

/// A page as its tags tell it.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
    pub(super) set_aside: Vec<SetAside>,
    pub(super) lists: Vec<List>,
    /// The named places, and the lines that each holds.
    pub(super) anchors: Vec<Range<usize>>,
    /// The first place of each name.
    pub(super) names: HashMap<String, usize>,
    pub(super) facts: Vec<(String, String)>,
    pub(super) language: Option<Language>,
    /// Whether Zerodraft wrote it.
    pub(super) is_own: bool,
    /// How many lines end with a break inside a paragraph.
    pub(super) breaks: usize,
}

/// Reads a page. `keeps_furniture` takes what stands around the text for text too.
pub(super) fn read(html: &str, changes: Changes, keeps_furniture: bool) -> Page {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut reader = Reader::new(changes, keeps_furniture);
    for token in Tokenizer::new_with_emitter(html, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => reader.start(&tag),
            Token::EndTag(tag) => reader.end(&tag),
            Token::String(words) => reader.words(&String::from_utf8_lossy(&words)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finish()
}

/// An element that is open.
#[derive(Debug)]
struct Open {
    name: Vec<u8>,
    /// The face of the words around it.
    around: Face,
    anchor: Option<usize>,
    purpose: Purpose,
    /// How many elements within lines stand around it.
    inlines: usize,
}

/// What has to be known of an open element besides its face.
#[derive(Debug)]
enum Purpose {
    None,
    /// A list, by its index.
    List(usize),
    Table(tables::Table),
    /// A cell, and the cell around its table.
    Cell(Option<Cell>),
    /// A link to a place of this page, and where its words begin.
    Link {
        to: String,
        line: usize,
        start: usize,
    },
    /// The number of a paragraph of our own page.
    Number,
    /// A raised mark of our own page, and where it begins.
    Raised(usize),
}

struct Reader {
    changes: Changes,
    keeps_furniture: bool,
    page: Page,
    piece: Piece,
    blocks: Vec<Open>,
    inlines: Vec<Open>,
    /// How many open elements are beyond the deepest.
    too_deep: usize,
    face: Face,
    /// The innermost open element with a name.
    containers: Vec<usize>,
    cell: Option<Cell>,
    tables: usize,
    /// The item of a list that has no words yet.
    item: Option<(usize, i64)>,
    /// The paragraph of the source.
    number: usize,
    is_below_break: bool,
    is_below_organ_line: bool,
    /// Words that are no part of the text, and what they are.
    aside: Piece,
    aside_what: &'static str,
}

impl Reader {
    fn new(changes: Changes, keeps_furniture: bool) -> Self {
        Self {
            changes,
            keeps_furniture,
            page: Page::default(),
            piece: Piece::default(),
            blocks: Vec::new(),
            inlines: Vec::new(),
            too_deep: 0,
            face: Face::default(),
            containers: Vec::new(),
            cell: None,
            tables: 0,
            item: None,
            number: 1,
            is_below_break: false,
            is_below_organ_line: false,
            aside: Piece::default(),
            aside_what: "",
        }
    }

    fn words(&mut self, words: &str) {
        if self.is_in_code() {
            return;
        }
        let change = self.face.change;
        let dropped = match (self.changes, change) {
            (Changes::Accept, elements::Change::Deleted) => Some("deleted words"),
            (Changes::Reject, elements::Change::Added) => Some("proposed words"),
            _ => None,
        };
        if let Some(what) = self.face.aside.or(dropped) {
            return self.put_aside(what, words);
        }
        for c in words.chars() {
            if c == '\n' && self.face.is_preformatted {
                self.line_break();
            } else {
                self.piece.push(c, self.face, self.changes);
            }
        }
    }

    fn is_in_code(&self) -> bool {
        let last = self.inlines.last();
        last.is_some_and(|open| elements::kind(&open.name) == Kind::Code)
    }

    fn put_aside(&mut self, what: &'static str, words: &str) {
        if self.aside_what != what {
            self.end_aside();
            self.aside_what = what;
        }
        for c in words.chars() {
            self.aside.push(c, Face::default(), self.changes);
        }
    }

    fn end_aside(&mut self) {
        let mut aside = std::mem::take(&mut self.aside);
        aside.finish();
        if !aside.is_empty() {
            let what = self.aside_what;
            let text = aside.line.text;
            self.page.set_aside.push(SetAside { place: self.number, what, text });
        }
    }

    /// Ends the line inside a paragraph.
    fn line_break(&mut self) {
        if self.piece.is_empty() {
            self.is_below_break = false;
        } else {
            self.push_line();
            self.page.breaks += 1;
            self.is_below_break = true;
        }
    }

    /// Ends the line with its paragraph.
    fn end_line(&mut self) {
        self.end_aside();
        if self.piece.is_empty() {
            // Spaces between paragraphs are nobody's.
            self.piece = Piece::default();
        } else {
            self.push_line();
        }
        self.is_below_break = false;
    }

    fn push_line(&mut self) {
        let mut piece = std::mem::take(&mut self.piece);
        piece.finish();
        let line = &mut piece.line;
        line.number = self.number;
        line.has_gap = !self.is_below_break;
        line.is_heading = self.face.is_heading;
        self.number += 1;
        piece.item = self.item.take();
        piece.cell = self.cell;
        piece.container = self.containers.last().copied();
        self.is_below_organ_line |= piece.line.text.ends_with([',', '，', '،'])
            && organs::opened_by(&piece.line.text).is_some();
        self.page.pieces.push(piece);
    }

    fn finish(mut self) -> Page {
        self.end_line();
        self.close_blocks(0);
        self.end_line();
        self.page
    }
}
