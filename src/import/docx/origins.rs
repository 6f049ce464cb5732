//! Where the words of a Word file stand in its XML, letter by letter: for who writes into
//! the file and must leave all else as it is.

use std::ops::Range;

use super::File;
use super::notes::Kind;
use super::runs::{Height, Look};
use super::story::{Context, Story};
use super::styles::Styles;
use super::words::Change;
use super::xml;
use crate::import::{Changes, ImportError};

/// The letters of a file, and the runs in which they stand.
#[derive(Debug, Default)]
pub struct Origins {
    /// The parts with words: footnotes, endnotes, and last the text itself.
    pub parts: Vec<Part>,
    /// The paragraphs of all parts.
    pub paragraphs: Vec<Paragraph>,
    /// The runs of all parts.
    pub runs: Vec<Run>,
    /// The elements with words: `w:t`.
    pub elements: Vec<Element>,
    /// The name of the part with the comments, if the file has one.
    pub comments: Option<String>,
}

/// A part of the package.
#[derive(Debug)]
pub struct Part {
    /// Its name: “word/document.xml”.
    pub name: String,
    /// Its XML. All ranges are bytes of it.
    pub xml: String,
}

/// A paragraph of the file.
#[derive(Debug)]
pub struct Paragraph {
    /// The note that it is of.
    pub note: Option<Note>,
    /// Its place among the paragraphs of its part, counted from 1.
    pub place: usize,
    /// What a reader sees, in order.
    pub letters: Vec<Letter>,
}

/// A note, as the text calls it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    is_endnote: bool,
    id: String,
}

/// A character of a paragraph, or the call of a note.
#[derive(Debug, Clone)]
pub struct Letter {
    /// The character; [`CALL`] for the call of a note.
    pub c: char,
    /// The run that holds it.
    pub run: usize,
    /// Where it can be written over, or why it cannot.
    pub at: Result<Place, Obstacle>,
    /// The note that is called here.
    pub calls: Option<Note>,
}

/// Stands for the call of a note among letters.
pub const CALL: char = '\u{fffc}';

/// Where a letter stands.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its element.
    pub element: usize,
    /// Its bytes in the XML.
    pub bytes: Range<usize>,
}

/// An element with words.
#[derive(Debug)]
pub struct Element {
    /// Its opening tag.
    pub tag: Range<usize>,
    /// All of it.
    pub range: Range<usize>,
}

/// A run of the file.
#[derive(Debug)]
pub struct Run {
    /// The part in which it stands.
    pub part: usize,
    /// Its opening tag.
    pub tag: Range<usize>,
    /// Its properties, `w:rPr`; empty where it has none.
    pub properties: Range<usize>,
    /// All of it.
    pub range: Range<usize>,
}

/// Why a letter must stay as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It is what a field shows.
    Field,
    /// It is tracked already.
    Tracked,
    /// It is the call of a note, raised, a tab, a line break or a sign of a font.
    Sign,
}

/// Reads where the words of a Word file stand.
pub fn read(bytes: &[u8]) -> Result<Origins, ImportError> {
    let (mut file, main) = File::open(bytes)?;
    let (name, text) = file.related("styles")?;
    let styles = Styles::read(&name, &text)?;
    let context = Context { styles: &styles, changes: Changes::Keep };
    let mut trace = Box::new(Trace::default());
    let comments = file.relations.iter().find(|relation| relation.kind == "comments");
    trace.origins.comments = comments.map(|relation| relation.target.clone());
    for (parts, entry) in [("footnotes", "footnote"), ("endnotes", "endnote")] {
        let (name, xml) = file.related(parts)?;
        let mut story = Story::new(&name, &xml, &context);
        story.trace = Some(trace);
        story.entries(entry, &mut |_, _| {})?;
        trace = story.trace.unwrap_or_default();
        trace.end_part(name, xml);
    }
    let xml = file.package.part(&main)?.unwrap_or_default();
    let mut story = Story::new(&main, &xml, &context);
    story.trace = Some(trace);
    story.blocks(&mut |_, _| {})?;
    trace = story.trace.unwrap_or_default();
    trace.end_part(main, xml);
    Ok(trace.origins)
}

/// Gathers origins while parts are read.
#[derive(Debug, Default)]
pub(super) struct Trace {
    origins: Origins,
    /// The note that is read.
    note: Option<Note>,
    /// The runs that are open, each inside the one before it.
    runs: Vec<usize>,
}

impl Trace {
    fn end_part(&mut self, name: String, xml: String) {
        self.origins.parts.push(Part { name, xml });
        self.note = None;
    }

    fn add(&mut self, c: char, at: Result<Place, Obstacle>, calls: Option<Note>) {
        let run = self.runs.last().copied();
        if let Some((paragraph, run)) = self.origins.paragraphs.last_mut().zip(run) {
            paragraph.letters.push(Letter { c, run, at, calls });
        }
    }
}

impl Story<'_> {
    pub(super) fn trace_note(&mut self, entry: &xml::Element) {
        if let Some(trace) = &mut self.trace {
            let id = entry.attribute("id").unwrap_or_default();
            let is_endnote = entry.name() == "endnote";
            trace.note = Some(Note { is_endnote, id });
        }
    }

    pub(super) fn trace_paragraph(&mut self, place: usize) {
        if let Some(trace) = &mut self.trace {
            let note = trace.note.clone();
            let letters = Vec::new();
            trace.origins.paragraphs.push(Paragraph { note, place, letters });
        }
    }

    pub(super) fn trace_run(&mut self) {
        let tag = self.xml.span();
        if let Some(trace) = &mut self.trace {
            trace.runs.push(trace.origins.runs.len());
            trace.origins.runs.push(Run {
                part: trace.origins.parts.len(),
                properties: tag.end..tag.end,
                range: tag.clone(),
                tag,
            });
        }
    }

    pub(super) fn trace_properties(&mut self, start: usize) {
        let end = self.xml.span().end;
        if let Some(run) = self.traced_run() {
            run.properties = start..end;
        }
    }

    pub(super) fn trace_end_of_run(&mut self) {
        let end = self.xml.span().end;
        if let Some(run) = self.traced_run() {
            run.range.end = end;
        }
        if let Some(trace) = &mut self.trace {
            trace.runs.pop();
        }
    }

    fn traced_run(&mut self) -> Option<&mut Run> {
        let trace = self.trace.as_mut()?;
        trace.origins.runs.get_mut(*trace.runs.last()?)
    }

    pub(super) fn trace_element(&mut self) {
        let tag = self.xml.span();
        if let Some(trace) = &mut self.trace {
            trace.origins.elements.push(Element { range: tag.clone(), tag });
        }
    }

    pub(super) fn trace_end_of_element(&mut self) {
        let end = self.xml.span().end;
        if let Some(element) =
            self.trace.as_mut().and_then(|trace| trace.origins.elements.last_mut())
        {
            element.range.end = end;
        }
    }

    pub(super) fn trace_words(&mut self, words: &str, look: Look) {
        if !self.is_seen(look) || self.waiting.is_some() {
            return;
        }
        let span = self.xml.span();
        let obstacle = self.obstacle(look);
        let Some(trace) = &mut self.trace else { return };
        let element = trace.origins.elements.len().saturating_sub(1);
        // Words that are written in another way than they read are one entity.
        let is_plain = words.len() == span.len();
        let is_one = words.chars().nth(1).is_none();
        let obstacle = obstacle.or((!is_plain && !is_one).then_some(Obstacle::Sign));
        for (at, c) in words.char_indices() {
            let start = span.start + at;
            let bytes = if is_plain { start..start + c.len_utf8() } else { span.clone() };
            let place = Place { element, bytes };
            trace.add(c, obstacle.map_or(Ok(place), Err), None);
        }
    }

    pub(super) fn trace_sign(&mut self, sign: &str, look: Look) {
        if !self.is_seen(look) {
            return;
        }
        if let Some(trace) = &mut self.trace {
            sign.chars().for_each(|c| trace.add(c, Err(Obstacle::Sign), None));
        }
    }

    pub(super) fn trace_call(&mut self, kind: Kind, id: &str, look: Look) {
        if !self.is_seen(look) {
            return;
        }
        if let Some(trace) = &mut self.trace {
            let note = Note { is_endnote: kind == Kind::Endnote, id: id.to_owned() };
            trace.add(CALL, Err(Obstacle::Sign), Some(note));
        }
    }

    fn is_seen(&self, look: Look) -> bool {
        let stands = look.change.stands(Changes::Keep);
        stands && !look.is_hidden && !self.fields.contains(&false)
    }

    fn obstacle(&self, look: Look) -> Option<Obstacle> {
        if look.change != Change::None {
            Some(Obstacle::Tracked)
        } else if look.height != Height::OnLine {
            Some(Obstacle::Sign)
        } else {
            (!self.fields.is_empty()).then_some(Obstacle::Field)
        }
    }
}
