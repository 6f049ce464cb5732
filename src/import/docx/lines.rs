//! Paragraphs to the lines of a manuscript: numbers, joins, breaks, tables.

use super::counting::Counters;
use super::notes::Notes;
use super::numbering::{NumberedAs, Numbering};
use super::roles::{self, Set};
use super::story::{Block, Paragraph, Table};
use super::words::Words;
use crate::conventions::numbering::parse_marker;
use crate::conventions::organs;
use crate::import::manuscript::{Line, MarkKind, Role};
use crate::import::{Changes, SetAside, furniture};

/// A line of a masthead or a list is shorter, a paragraph longer.
const LONGEST_SHORT_LINE: usize = 80;

/// What is made of the paragraphs of a text.
pub(super) struct Lines<'a> {
    numbering: &'a Numbering,
    changes: Changes,
    pub(super) made: Vec<Line>,
    pub(super) set_aside: Vec<SetAside>,
    /// Numbers as they are with all changes accepted, and as they were.
    proposed: Counters,
    original: Counters,
    /// A paragraph whose end is struck out, so that the next goes on with it.
    open: Option<Paragraph>,
    /// Whether the organ line or a number was read: what stands above is set in tables
    /// and boxes to look well.
    has_begun: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn new(numbering: &'a Numbering, changes: Changes) -> Self {
        Self {
            numbering,
            changes,
            made: Vec::new(),
            set_aside: Vec::new(),
            proposed: Counters::default(),
            original: Counters::default(),
            open: None,
            has_begun: false,
        }
    }

    /// Takes the next block of the text.
    pub(super) fn take(&mut self, notes: &mut Notes, block: Block) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(notes, paragraph),
            Block::Table(table) if self.has_begun && table.holds_data() => {
                self.close(notes);
                self.table(table);
            }
            Block::Table(table) => {
                for paragraph in table.rows.into_iter().flatten().flatten() {
                    self.paragraph(notes, paragraph);
                }
            }
        }
    }

    /// Ends the last paragraph.
    pub(super) fn close(&mut self, notes: &mut Notes) {
        if let Some(open) = self.open.take() {
            self.finish(notes, open);
        }
    }

    fn paragraph(&mut self, notes: &mut Notes, mut paragraph: Paragraph) {
        // Boxes at the organ line are a masthead only where nothing stands above it.
        self.has_begun |= !self.made.is_empty() && begins(&paragraph.words.text);
        self.boxes(notes, std::mem::take(&mut paragraph.boxes));
        let goes_on = !paragraph.end.stands(self.changes);
        let is_struck_out = self.is_struck_out(&paragraph);
        let Some(mut open) = self.open.take() else {
            if goes_on && !is_struck_out {
                // An end without words has nothing to go on with.
                self.open = Some(paragraph).filter(|open| !open.words.is_empty());
            } else {
                self.finish(notes, paragraph);
            }
            return;
        };
        if is_struck_out && !goes_on {
            self.finish(notes, open);
            self.finish(notes, paragraph);
            return;
        }
        open.end = paragraph.end;
        if open.words.text.is_empty() {
            open.style = paragraph.style;
            open.numbered = paragraph.numbered;
            open.is_heading = paragraph.is_heading;
        }
        open.words.append(&paragraph.words);
        if goes_on {
            self.open = Some(open);
        } else {
            self.finish(notes, open);
        }
    }

    /// Whether all words of a paragraph are struck out, and shown so.
    fn is_struck_out(&self, paragraph: &Paragraph) -> bool {
        self.changes == Changes::Keep && paragraph.words.is_deleted()
    }

    /// What boxes hold stands above the text; below its beginning it is no part of it.
    fn boxes(&mut self, notes: &mut Notes, boxes: Vec<Paragraph>) {
        for mut paragraph in boxes {
            self.boxes(notes, std::mem::take(&mut paragraph.boxes));
            if !self.has_begun {
                self.finish(notes, paragraph);
            } else if !paragraph.words.text.trim().is_empty() {
                self.aside(&paragraph, "text box");
            }
        }
    }

    fn aside(&mut self, paragraph: &Paragraph, what: &'static str) {
        let text = paragraph.words.text.replace('\n', " ").trim().to_owned();
        self.set_aside.push(SetAside { place: paragraph.place, what, text });
    }

    /// Numbers a paragraph and makes its lines.
    fn finish(&mut self, notes: &mut Notes, mut paragraph: Paragraph) {
        paragraph.words.trim();
        let number = self.number(&paragraph.numbered, &paragraph.words);
        if paragraph.words.is_empty() {
            return;
        }
        if !number.is_empty() {
            paragraph.words.number(&format!("{number} "), self.changes);
        }
        match roles::of(&paragraph.style) {
            Some(Set::Note) => self.note(notes, &paragraph),
            Some(Set::Stamp) => self.aside(&paragraph, "draft stamp"),
            Some(set) => self.known(paragraph, set),
            None => self.unknown(&paragraph),
        }
    }

    /// The number of a paragraph. New paragraphs have counted in the text as proposed
    /// only, and struck out ones in the text as it was.
    fn number(&mut self, numbered: &NumberedAs, words: &Words) -> String {
        if !numbered.is_some() {
            return String::new();
        }
        let (is_new, is_gone) = (words.is_added(), words.is_deleted());
        let number = |counters: &mut Counters, counts: bool| {
            if counts { counters.next(self.numbering, numbered) } else { String::new() }
        };
        let proposed = number(&mut self.proposed, !is_gone);
        let original = number(&mut self.original, !is_new);
        if is_gone || self.changes == Changes::Reject { original } else { proposed }
    }

    /// A note that stands in the text.
    fn note(&mut self, notes: &mut Notes, paragraph: &Paragraph) {
        let words = with_breaks_as(paragraph.words.clone(), " ");
        let mark = words.text.split(' ').next().unwrap_or_default();
        let is_mark = mark.chars().count() <= 4 && mark.len() < words.text.len();
        if !is_mark || furniture::is_member_note(&words.text) {
            return self.unknown(paragraph);
        }
        let rest = words.part(mark.len() + 1..words.text.len());
        notes.add(paragraph.place, mark, rest);
    }

    /// A paragraph whose style says what it is.
    fn known(&mut self, mut paragraph: Paragraph, set: Set) {
        let words = &mut paragraph.words;
        self.allowances(words, paragraph.place);
        let role = match set {
            Set::Role(Role::Paragraph(_)) if is_row(&words.text) => Role::Row,
            Set::Role(role) => role,
            Set::Part => {
                words.number("Part ", Changes::Accept);
                Role::Heading
            }
            Set::Section | Set::Note | Set::Stamp => Role::Heading,
        };
        let joint = if matches!(set, Set::Part | Set::Section) { ". " } else { " " };
        let words = with_breaks_as(paragraph.words, joint);
        self.has_begun = true;
        self.made.push(Line {
            number: paragraph.place,
            text: words.text,
            marks: words.marks,
            has_gap: true,
            is_heading: role == Role::Heading,
            role: Some(role),
            ..Line::default()
        });
    }

    /// The comments that silence rules in a paragraph stand above it.
    fn allowances(&mut self, words: &mut Words, place: usize) {
        words.marks.retain(|mark| match &mark.kind {
            MarkKind::Comment(said) if said.starts_with("zerodraft: allow ") => {
                self.made.push(Line {
                    number: place,
                    text: said.clone(),
                    role: Some(Role::Allowance),
                    ..Line::default()
                });
                false
            }
            _ => true,
        });
    }

    /// A paragraph of which words must tell what it is.
    fn unknown(&mut self, paragraph: &Paragraph) {
        let number = paragraph.place;
        for (index, words) in pieces(&paragraph.words).into_iter().enumerate() {
            if words.is_empty() {
                continue;
            }
            if let Some(what) = furniture_of(&words) {
                let Words { text, .. } = words;
                self.set_aside.push(SetAside { place: number, what, text });
                continue;
            }
            self.has_begun |= begins(&words.text);
            self.made.push(Line {
                number,
                text: words.text,
                marks: words.marks,
                has_gap: index == 0,
                is_heading: paragraph.is_heading,
                ..Line::default()
            });
        }
    }

    /// The rows of a table, each a line with pipes.
    fn table(&mut self, table: Table) {
        for row in table.rows {
            let place = row.iter().flatten().map(|paragraph| paragraph.place).next();
            let cells: Vec<Words> = row.into_iter().map(|cell| self.cell(cell)).collect();
            if cells.iter().all(Words::is_empty) {
                continue;
            }
            let mut words = Words::default();
            words.text.push('|');
            for cell in &cells {
                words.text.push(' ');
                words.append(cell);
                words.text.push_str(" |");
            }
            self.made.push(Line {
                number: place.unwrap_or(0),
                text: words.text,
                marks: words.marks,
                role: Some(Role::Row),
                ..Line::default()
            });
        }
    }

    /// The words of a cell as one line.
    fn cell(&mut self, cell: Vec<Paragraph>) -> Words {
        let mut words = Words::default();
        for mut paragraph in cell {
            for paragraph in std::mem::take(&mut paragraph.boxes) {
                self.aside(&paragraph, "text box");
            }
            paragraph.words.trim();
            let number = self.number(&paragraph.numbered, &paragraph.words);
            if paragraph.words.is_empty() {
                continue;
            }
            if !number.is_empty() {
                paragraph.words.number(&format!("{number} "), self.changes);
            }
            if !words.text.is_empty() {
                words.text.push(' ');
            }
            words.append(&with_breaks_as(paragraph.words, " "));
        }
        // A pipe in a cell would end it.
        words.text = words.text.replace('|', "/");
        words
    }
}

impl Table {
    /// Whether its cells are data and not the columns of a page.
    fn holds_data(&self) -> bool {
        const MOST_PARAGRAPHS: usize = 6;
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let with_words =
            self.rows.iter().flatten().filter(|cell| {
                cell.iter().any(|paragraph| !paragraph.words.text.is_empty())
            });
        let mut cells = self.rows.iter().flatten();
        columns > 1
            && with_words.count() > 1
            && cells.all(|cell| {
                cell.len() <= MOST_PARAGRAPHS
                    && !cell.iter().any(|paragraph| begins(&paragraph.words.text))
            })
    }
}

fn is_row(text: &str) -> bool {
    text.len() > 1 && text.starts_with('|') && text.ends_with('|')
}

/// What a line is furniture as; a line with marks says more than furniture.
fn furniture_of(words: &Words) -> Option<&'static str> {
    if words.marks.iter().any(|mark| mark.kind != MarkKind::Emphasis) {
        return None;
    }
    furniture::anywhere(&words.text)
}

/// Whether a line begins the text: the organ line, or a numbered paragraph.
fn begins(text: &str) -> bool {
    let is_organ_line = text.len() < 120
        && text.ends_with([',', '，', '،'])
        && organs::opened_by(text).is_some();
    is_organ_line || text.starts_with("1.") && parse_marker(text).is_some()
}

/// The lines that breaks make of a paragraph: where one ends as a sentence does or the
/// next begins as a paragraph does, and between short lines; else a break is a space.
fn pieces(words: &Words) -> Vec<Words> {
    if !words.text.contains('\n') {
        return vec![words.clone().unbound()];
    }
    let are_short =
        words.text.split('\n').all(|line| line.chars().count() < LONGEST_SHORT_LINE);
    let mut cuts = Vec::new();
    let mut start = 0;
    for (at, _) in words.text.match_indices('\n') {
        let before = words.text.get(start..at).unwrap_or_default();
        let after = words.text.get(at + 1..).unwrap_or_default();
        let is_ended =
            before.trim_end().ends_with([',', ';', ':', '.', '，', '；', '。']);
        let begins = parse_marker(after).is_some_and(|marker| marker.is_regular());
        let goes_on = after.starts_with(char::is_lowercase) && !begins;
        if is_ended || begins || are_short && !goes_on {
            cuts.push(at);
            start = at + 1;
        }
    }
    let piece = |words: Words| {
        let mut words = with_breaks_as(words, " ");
        words.trim();
        words
    };
    words.parts(&cuts).into_iter().map(piece).collect()
}

/// The words with something else for the first break, and a space for the others.
fn with_breaks_as(mut words: Words, joint: &str) -> Words {
    if let Some((before, after)) = words.text.split_once('\n') {
        let at = before.len();
        let text = format!("{before}{joint}{after}").replace('\n', " ");
        let moved =
            |place: usize| if place > at { place + joint.len() - 1 } else { place };
        for mark in &mut words.marks {
            mark.covers = moved(mark.covers.start)..moved(mark.covers.end);
        }
        words.text = text;
    }
    words.unbound()
}
