//! What stands inside a paragraph: words and what lies on them.

use std::collections::HashMap;

use super::tree::{Element, Node};
use crate::import::Changes;
use crate::import::manuscript::{Mark, MarkKind, Note, SUPERSCRIPTS, moved};

/// The words of an element.
#[derive(Debug, Default)]
pub(super) struct Words<'t> {
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
    /// The number that stands before the words in an element of its own.
    pub(super) number: Option<Box<Words<'t>>>,
    /// The notes that they call.
    pub(super) notes: Vec<PlacedNote>,
    /// The structures that are quoted among them.
    pub(super) quoted: Vec<&'t Element>,
    /// White space that is read and not yet written.
    gap: String,
}

/// A note, and where it stood among the notes of the draft, if the file says so.
#[derive(Debug)]
pub(super) struct PlacedNote {
    pub(super) place: Option<usize>,
    pub(super) note: Note,
}

/// Reads words as the person wants them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand<'t> {
    pub(super) changes: Changes,
    /// The marks of the notes, by the identifiers of their elements.
    pub(super) marks: &'t HashMap<String, String>,
}

impl<'t> Hand<'t> {
    /// The words of an element.
    pub(super) fn words(self, element: &'t Element) -> Words<'t> {
        let mut words = Words::default();
        self.children(element, &mut words);
        words.finished()
    }

    /// The words of some nodes that stand side by side.
    pub(super) fn words_of(self, nodes: &[&'t Node]) -> Words<'t> {
        let mut words = Words::default();
        for node in nodes {
            self.node(node, &mut words);
        }
        words.finished()
    }

    fn children(self, element: &'t Element, words: &mut Words<'t>) {
        for node in &element.children {
            self.node(node, words);
        }
    }

    fn node(self, node: &'t Node, words: &mut Words<'t>) {
        match node {
            Node::Text(text) => words.add(text),
            Node::Element(element) => {
                words.settle();
                self.inline(element, words);
                words.settle();
            }
        }
    }

    fn inline(self, element: &'t Element, words: &mut Words<'t>) {
        match element.name.as_str() {
            "authorialNote" => self.note(element, words),
            "noteRef" => {
                let mark = self.mark_of(element);
                words.point(MarkKind::Call(mark));
                self.children(element, words);
            }
            "ins" => match self.changes {
                Changes::Keep => self.covered(element, MarkKind::Added, words),
                Changes::Accept => self.children(element, words),
                Changes::Reject => {}
            },
            "del" => match self.changes {
                Changes::Keep => words.point(MarkKind::Deleted(plain(element))),
                Changes::Accept => {}
                Changes::Reject => self.children(element, words),
            },
            "remark" if element.attribute("status") == Some("editorial") => {
                if self.changes == Changes::Keep {
                    words.point(MarkKind::Comment(plain(element)));
                }
            }
            "i" | "em" => self.covered(element, MarkKind::Emphasis, words),
            "span" if element.attribute("class") == Some("emphasis") => {
                self.covered(element, MarkKind::Emphasis, words);
            }
            "inline" if is_number(element) && words.is_empty() => {
                words.number = Some(Box::new(self.words(element)));
            }
            "sup" => words.add(&raised(&plain(element))),
            "br" | "eol" | "eop" => words.add("\n"),
            "p" | "li" | "item" => {
                words.add("\n");
                self.children(element, words);
                words.add("\n");
            }
            "quotedStructure" | "embeddedStructure" => words.quoted.push(element),
            _ => self.children(element, words),
        }
    }

    /// Words with a mark on all of them.
    fn covered(self, element: &'t Element, kind: MarkKind, words: &mut Words<'t>) {
        let start = words.text.len();
        let at = words.marks.len();
        self.children(element, words);
        words.settle();
        if start < words.text.len() {
            let covers = start..words.text.len();
            words.marks.insert(at, Mark { kind, covers });
        }
    }

    fn note(self, element: &'t Element, words: &mut Words<'t>) {
        let note = self.read_note(element, &mut words.notes);
        words.point(MarkKind::Call(note.note.mark.clone()));
        words.notes.push(note);
    }

    /// A note with all its paragraphs in one, and the notes that stand in it.
    pub(super) fn read_note(
        self,
        element: &'t Element,
        inner: &mut Vec<PlacedNote>,
    ) -> PlacedNote {
        let mut note =
            Note { line: element.line, mark: self.mark_of(element), ..Note::default() };
        let is_paragraph =
            |node: &Node| matches!(node, Node::Element(e) if e.name == "p");
        let nodes: Vec<&Node> = element.children.iter().collect();
        for piece in nodes.chunk_by(|one, next| !is_paragraph(one) && !is_paragraph(next))
        {
            let mut words = self.words_of(piece);
            inner.append(&mut words.notes);
            let quoted: Vec<String> =
                words.quoted.iter().map(|quoted| plain(quoted)).collect();
            if words.text.is_empty() && words.marks.is_empty() && quoted.is_empty() {
                continue;
            }
            if !note.text.is_empty() {
                note.text.push(' ');
            }
            let at = note.text.len();
            note.text.push_str(&words.text);
            note.marks.extend(moved(&words.marks, at));
            for quoted in quoted {
                note.text.extend([" ", &quoted]);
            }
        }
        let place = element.attribute("place").and_then(|place| place.parse().ok());
        PlacedNote { place, note }
    }

    /// The mark of a note, or of the one that is referred to.
    fn mark_of(self, element: &Element) -> String {
        let id = match element.attribute("href") {
            Some(href) => href.strip_prefix('#'),
            None => element.attribute("eId"),
        };
        let known = id.and_then(|id| self.marks.get(id)).cloned();
        known.unwrap_or_else(|| mark_as_written(element))
    }
}

/// The mark that an element gives itself, as the draft can write it.
fn mark_as_written(element: &Element) -> String {
    let mark = element.attribute("mark").or_else(|| element.attribute("marker"));
    let mark = mark.unwrap_or_default().trim_matches(['(', ')', '[', ']', '.', ' ']);
    let sign = |c: &char| !c.is_whitespace() && !matches!(c, '[' | ']');
    let mark: String = mark.chars().filter(sign).take(40).collect();
    if mark.is_empty() { "note".to_owned() } else { mark }
}

/// Gives every note an identifier, and no two the same mark; gives the marks by
/// identifier.
pub(super) fn name_notes(root: &mut Element) -> HashMap<String, String> {
    let mut naming = Naming::default();
    naming.visit(root);
    naming.marks
}

#[derive(Default)]
struct Naming {
    marks: HashMap<String, String>,
    /// How many notes have each mark.
    counts: HashMap<String, usize>,
}

impl Naming {
    fn visit(&mut self, element: &mut Element) {
        let is_note = matches!(element.name.as_str(), "authorialNote" | "note");
        if is_note {
            self.name(element);
        }
        for node in &mut element.children {
            if let Node::Element(child) = node {
                self.visit(child);
            }
        }
    }

    fn name(&mut self, element: &mut Element) {
        let written = mark_as_written(element);
        let mut mark = written.clone();
        loop {
            let count = self.counts.entry(mark.clone()).or_default();
            *count += 1;
            if *count == 1 {
                break;
            }
            let next = *count;
            mark = format!("{written}-{next}");
        }
        let known = element.attribute("eId").map(str::to_owned);
        let id = known.filter(|id| !self.marks.contains_key(id)).unwrap_or_else(|| {
            let id = format!(" {}", self.marks.len());
            element.set("eId", id.clone());
            id
        });
        self.marks.insert(id, mark);
    }
}

impl Words<'_> {
    /// Bare words.
    pub(super) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), ..Self::default() }
    }

    /// Adds words. White space with a line break in it is one space.
    fn add(&mut self, words: &str) {
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\r' | '\n') {
                self.gap.push(c);
            } else {
                self.settle();
                self.text.push(c);
            }
        }
    }

    /// Writes the white space that was read; none where the words begin.
    fn settle(&mut self) {
        let gap = std::mem::take(&mut self.gap);
        if gap.is_empty() || self.text.is_empty() {
            return;
        }
        if !gap.contains(['\n', '\t', '\r']) {
            self.text.push_str(&gap);
        } else if !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn point(&mut self, kind: MarkKind) {
        let at = self.text.len();
        self.marks.push(Mark { kind, covers: at..at });
    }

    fn finished(mut self) -> Self {
        let end = self.text.trim_end_matches(' ').len();
        self.text.truncate(end);
        for mark in &mut self.marks {
            mark.covers = mark.covers.start.min(end)..mark.covers.end.min(end);
        }
        self
    }

    /// Whether there is nothing at all.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.marks.is_empty() && self.number.is_none()
    }
}

/// Words with their number before them. What is proposed from the number on is proposed
/// as one.
pub(super) fn with_number<'t>(
    mut words: Words<'t>,
    number: Option<Words<'t>>,
) -> Words<'t> {
    let own = words.number.take().map(|number| *number);
    if let Some(own) = own {
        words = joined(own, words);
    }
    match number {
        Some(number) => joined(number, words),
        None => words,
    }
}

fn joined<'t>(number: Words<'t>, mut words: Words<'t>) -> Words<'t> {
    let (len, all) = (number.text.len(), words.text.len());
    let space = if len == 0 || all == 0 { "" } else { " " };
    let at = len + space.len();
    let is_added = |marks: &[Mark], end: usize| {
        marks.iter().any(|mark| mark.kind == MarkKind::Added && mark.covers == (0..end))
    };
    let is_all_added =
        len > 0 && all > 0 && is_added(&number.marks, len) && is_added(&words.marks, all);
    let mut marks = number.marks;
    marks.extend(moved(&words.marks, at));
    if is_all_added {
        marks.retain(|mark| mark.kind != MarkKind::Added);
        marks.insert(0, Mark { kind: MarkKind::Added, covers: 0..at + all });
    }
    words.marks = marks;
    words.text.insert_str(0, &format!("{}{space}", number.text));
    words.notes.splice(0..0, number.notes);
    words.quoted.splice(0..0, number.quoted);
    words
}

/// Whether an element holds the number of the words after it.
fn is_number(element: &Element) -> bool {
    element.attribute("name") == Some("num")
}

/// The words of an element without any mark, in one line. Spaces around them count, and
/// line breaks do not.
pub(super) fn plain(element: &Element) -> String {
    let text = element.text();
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n');
    let mut plain = String::with_capacity(text.len());
    for (at, piece) in text.split(['\n', '\r', '\t']).enumerate() {
        let piece = if at > 0 { piece.trim_start_matches(is_space) } else { piece };
        if at > 0 && !piece.is_empty() {
            let end = plain.trim_end_matches(is_space).len();
            plain.truncate(end);
            if !plain.is_empty() {
                plain.push(' ');
            }
        }
        plain.push_str(piece);
    }
    plain
}

/// Raised figures as the characters for them.
fn raised(text: &str) -> String {
    let figure = |c: char| {
        let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        digit.and_then(|digit| SUPERSCRIPTS.get(digit)).copied().unwrap_or(c)
    };
    text.chars().map(figure).collect()
}
