//! Lines to paragraphs. Pages cut paragraphs and extraction cuts lines, so what a line
//! is follows from the grammar of a resolution: it is one sentence, whose parts end with
//! their marks and begin with their openings and numbers.

mod beginning;
mod dividing;
mod slips;

use crate::conventions::numbering::parse_marker;
use crate::conventions::opening_phrases::OpeningPhrases;
use crate::import::manuscript::{Line, Mark, Note, Role, below, cut, moved};
use crate::import::understanding::closing::Closing;
use crate::import::understanding::joining::{Hyphens, stray_spaces};
use crate::import::understanding::layout::Layout;
use crate::import::understanding::lists::Lists;
use crate::import::understanding::nesting::Nested;
use crate::import::understanding::{closing, headings, nesting, notes};
use crate::import::{SetAside, furniture};

/// The bytes beyond which words without a mark at their end are no title, but a paragraph
/// that a page has cut.
const LONGEST_TITLE: usize = 200;

/// A paragraph of the draft.
#[derive(Debug, Clone)]
pub(super) struct Paragraph {
    /// The line of the source on which it begins.
    pub(super) line: usize,
    pub(super) kind: Kind,
    pub(super) text: String,
    pub(super) marks: Vec<Mark>,
}

/// What a paragraph is in the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text at a degree: 0 for preambular and operative paragraphs.
    Text(usize),
    /// `# …`: a section, a part, an annex.
    Heading,
    /// `> …`: of a draft that is quoted in the text.
    Quoted,
    /// `| … |`: the row of a table.
    Row,
    /// Text without a marker, whatever its words look like.
    Unmarked,
    /// `<!-- … -->`
    Comment,
}

/// All that follows the head of a text.
#[derive(Debug, Default)]
pub(super) struct Body {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) notes: Vec<Note>,
    pub(super) closing: Option<Closing>,
}

/// Reads the lines of the text; `organ_line` is the line that names the organ.
pub(super) fn read(
    lines: &[Line],
    layout: Layout,
    organ_line: Option<usize>,
    openings: &OpeningPhrases,
    set_aside: &mut Vec<SetAside>,
) -> Body {
    let mut reader = Reader {
        lines,
        openings,
        hyphens: Hyphens::of(lines),
        layout,
        body: Body::default(),
        set_aside,
        lists: Lists::default(),
        next_number: 1,
        last_numeral: 0,
        next_letter: 'A',
        is_open: false,
        has_page_break: false,
        last_line: None,
        is_in_annex: false,
        nested: None,
    };
    let mut at = 0;
    while at < lines.len() {
        if organ_line == Some(at) {
            reader.organ_line(at);
            at += 1;
        } else {
            at += reader.step(at).max(1);
        }
    }
    reader.end_nested();
    for paragraph in &mut reader.body.paragraphs {
        let stray = stray_spaces(&paragraph.text);
        cut(&mut paragraph.text, &mut paragraph.marks, &stray);
    }
    reader.body
}

struct Reader<'a> {
    lines: &'a [Line],
    openings: &'a OpeningPhrases,
    hyphens: Hyphens,
    layout: Layout,
    body: Body,
    set_aside: &'a mut Vec<SetAside>,
    lists: Lists,
    /// The number that the next operative paragraph should have.
    next_number: u32,
    /// The Roman numeral of the last section.
    last_numeral: u32,
    /// The letter that the next section should have, where letters count them.
    next_letter: char,
    /// Whether the last paragraph may go on; a heading or an organ line does not.
    is_open: bool,
    /// Whether furniture or a note stands above the line.
    has_page_break: bool,
    /// The line read last into a paragraph.
    last_line: Option<usize>,
    is_in_annex: bool,
    /// The draft inside the text that is being read.
    nested: Option<Nested>,
}

impl Reader<'_> {
    /// Takes what begins at a line, and says how many lines it was.
    fn step(&mut self, at: usize) -> usize {
        let line = &self.lines[at];
        if let Some(role) = line.role {
            return self.known(at, role);
        }
        if line.text.is_empty() {
            // All its words are struck out.
            self.push_line(at, Kind::Text(0));
            self.is_open = false;
            return 1;
        }
        if let Some(what) = furniture::in_text(&line.text) {
            self.aside(at, 1, what);
            self.has_page_break = true;
            return 1;
        }
        if let Some(len) = self.slip(at).or_else(|| self.note(at, 0)) {
            return len;
        }
        if self.body.closing.is_some() && !self.is_in_annex {
            return self.below_closing(at);
        }
        self.leave_nested(at);
        if let Some(len) = self.nested_draft(at) {
            return len;
        }
        let text = &line.text;
        if text.len() > 1 && text.starts_with('|') && text.ends_with('|') {
            self.push_line(at, Kind::Row);
            return 1;
        }
        if let Some(row) = self.row(at) {
            self.push(at, Kind::Row, row);
            return 1;
        }
        // What stands in an annex may have no marks at its ends.
        let is_apart =
            self.has_gap(at) && (self.is_in_annex || headings::annex(text).is_some());
        let may_begin = !self.is_open || self.end().is_some() || is_apart;
        if may_begin
            && let Some(len) = self.closing_lines(at).or_else(|| self.heading(at))
        {
            return len;
        }
        if self.goes_on_heading(at) {
            self.go_on(at);
        } else if !self.is_open || self.opens_paragraph(at) {
            self.paragraph(at);
        } else {
            self.go_on(at);
        }
        1
    }

    /// Takes a line whose format says what it is.
    fn known(&mut self, at: usize, role: Role) -> usize {
        match role {
            Role::OrganLine => self.organ_line(at),
            Role::Paragraph(degree) => self.push_line(at, Kind::Text(degree)),
            Role::Unmarked => self.push_line(at, Kind::Unmarked),
            Role::Continuation => self.continuation(at),
            Role::Allowance => self.push_line(at, Kind::Comment),
            Role::Heading => {
                self.push_line(at, Kind::Heading);
                self.is_in_annex |= headings::annex(&self.lines[at].text).is_some();
            }
            Role::Quoted => self.push_line(at, Kind::Quoted),
            Role::Row => self.push_line(at, Kind::Row),
            Role::Head => self.aside(at, 1, "words above the text"),
            Role::Closing => {
                let lines = &self.lines[at..];
                let is_closing = |line: &&Line| line.role == Some(Role::Closing);
                let len = lines.iter().take_while(is_closing).count();
                self.body.closing = Some(closing::read(&lines[..len]));
                self.aside(at, len, "closing lines");
                return len;
            }
        }
        1
    }

    /// The row of a table in an annex: the line beside it has as many cells.
    fn row(&self, at: usize) -> Option<String> {
        let row = self.lines[at].row.as_ref().filter(|_| self.is_in_annex)?;
        let cells = |row: &str| row.matches(" | ").count();
        let is_alike = |at: Option<usize>| {
            let beside = at.and_then(|at| self.lines.get(at)?.row.as_ref());
            beside.is_some_and(|beside| cells(beside) == cells(row))
        };
        (is_alike(at.checked_sub(1)) || is_alike(Some(at + 1))).then(|| row.clone())
    }

    fn aside(&mut self, at: usize, len: usize, what: &'static str) {
        for line in self.lines.iter().skip(at).take(len) {
            self.set_aside.push(SetAside {
                place: line.number,
                what,
                text: line.text.clone(),
            });
        }
    }

    fn push(&mut self, at: usize, kind: Kind, text: String) {
        let line = self.lines[at].number;
        let marks = Vec::new();
        self.body.paragraphs.push(Paragraph { line, kind, text, marks });
        self.last_line = Some(at);
        self.has_page_break = false;
        self.is_open = matches!(kind, Kind::Text(_)) && self.lines[at].role.is_none();
    }

    /// Takes a whole line with its marks.
    fn push_line(&mut self, at: usize, kind: Kind) {
        let lines = self.lines;
        self.push(at, kind, lines[at].text.clone());
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            paragraph.marks.clone_from(&lines[at].marks);
        }
    }

    /// Takes words that go on with the paragraph above. The draft tells them by a list
    /// above them; without one, or where they would open a paragraph, they are quoted.
    fn continuation(&mut self, at: usize) {
        let text = self.lines[at].text.as_str();
        let is_text = |paragraph: &&Paragraph| paragraph.kind != Kind::Comment;
        let above = self.body.paragraphs.iter().rev().find(is_text);
        let is_below_list =
            above.is_some_and(|above| matches!(above.kind, Kind::Text(1..)));
        let opens = parse_marker(text).is_some()
            || self.acts_or_recites(text)
            || text.starts_with(['|', '>', '#']);
        let kind = if is_below_list && !opens { Kind::Text(1) } else { Kind::Quoted };
        self.push_line(at, kind);
    }

    fn organ_line(&mut self, at: usize) {
        self.push_line(at, Kind::Text(0));
        if let Some(line) = self.body.paragraphs.last_mut() {
            // A full stop is a comma that extraction misread.
            if line.text.ends_with('.') {
                line.text.pop();
                line.text.push(',');
            }
        }
        self.is_open = false;
        self.lists.clear();
        self.next_number = 1;
        self.last_numeral = 0;
    }

    /// The note that begins at a line, behind `lead`, taken to where it ends.
    fn note(&mut self, at: usize, lead: usize) -> Option<usize> {
        let line = &self.lines[at];
        let is_page_end = || match self.layout {
            Layout::Single { .. } => {
                let next = self.lines.get(at + 1);
                self.is_after_page_break(at)
                    || next.is_some_and(|next| next.is_after_page_break)
            }
            _ => notes::is_at_foot(&self.lines[at..], self.openings),
        };
        let is_at_foot =
            self.body.closing.is_some() || is_page_end() || self.is_called(at);
        let (mark, words) = notes::start(line.text.get(lead..)?, is_at_foot)?;
        let len = notes::len(&self.lines[at..], self.layout, self.openings);
        let mut text = words.to_owned();
        let mut marks = below(&line.marks, line.text.len() - words.len());
        for line in self.lines.iter().skip(at + 1).take(len - 1) {
            let at = self.hyphens.join(&mut text, &line.text);
            marks.extend(moved(&line.marks, at));
        }
        self.body.notes.push(Note { line: line.number, mark, text, marks });
        self.has_page_break = true;
        Some(len)
    }

    /// Whether the paragraphs above call the note that figures open here.
    fn is_called(&self, at: usize) -> bool {
        const FAR: usize = 40;
        let Some((mark, _)) = notes::start(&self.lines[at].text, true) else {
            return false;
        };
        let above = self.body.paragraphs.iter().rev().take(FAR);
        (!self.is_open || self.end().is_some())
            && above.into_iter().any(|p| notes::is_called_in(&p.text, &mark))
    }

    fn closing_lines(&mut self, at: usize) -> Option<usize> {
        let len = closing::len(&self.lines[at..]);
        if len == 0 || self.body.paragraphs.len() < 2 || self.body.closing.is_some() {
            return None;
        }
        let is_last = self.lines.get(at + len).is_none_or(|next| {
            headings::annex(&next.text).is_some()
                || notes::start(&next.text, true).is_some()
        });
        if self.is_in_annex && !is_last {
            return None;
        }
        self.is_in_annex = false;
        self.end_nested();
        let has_more_parts = headings::next_part(&self.lines[at + len..], 2).is_some();
        let found = closing::read(&self.lines[at..at + len]);
        self.aside(at, len, "closing lines");
        if has_more_parts {
            self.is_open = false;
        } else {
            self.body.closing = Some(found);
        }
        Some(len)
    }

    /// Below the closing lines stand annexes and notes; what else stands there is of
    /// another text.
    fn below_closing(&mut self, at: usize) -> usize {
        self.is_open = false;
        if let Some(len) = self.annex(at) {
            return len;
        }
        let closing_len = closing::len(&self.lines[at..]);
        if closing_len > 0 {
            self.aside(at, closing_len, "closing lines");
            return closing_len;
        }
        self.aside(at, 1, "words below the closing lines");
        1
    }

    /// The words of a line; inside a quoted draft, without the mark that opens them.
    fn words(&self, at: usize) -> &str {
        let text = self.lines[at].text.as_str();
        let is_quoted = self.nested.is_some_and(|nested| nested.is_in_quotes);
        if is_quoted { nesting::unquoted(text) } else { text }
    }

    fn paragraph(&mut self, at: usize) {
        let marker = parse_marker(self.words(at));
        let degree = match marker {
            Some(marker) if marker.is_number() => {
                self.next_number = marker.value.unwrap_or(0).saturating_add(1);
                self.lists.clear();
                0
            }
            Some(marker) => self.lists.degree(&marker, &self.lines[at + 1..], self.end()),
            None if self.continues_list(at) || self.hangs(at) => 1,
            None => {
                self.lists.clear();
                0
            }
        };
        self.push_line(at, Kind::Text(degree));
    }

    /// Takes the words of a line from a byte on, behind others.
    fn push_from(&mut self, at: usize, from: usize, before: &str) {
        let line = &self.lines[at];
        let words = line.text.get(from..).unwrap_or_default();
        self.push(at, Kind::Text(0), format!("{before}{words}"));
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            paragraph.marks = moved(&below(&line.marks, from), before.len()).collect();
        }
    }

    /// Adds the words of a line from a byte on.
    fn go_on_from(&mut self, at: usize, from: usize) {
        let line = &self.lines[at];
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            let words = line.text.get(from..).unwrap_or_default();
            let at = self.hyphens.join(&mut paragraph.text, words);
            paragraph.marks.extend(moved(&below(&line.marks, from), at));
        }
        self.last_line = Some(at);
        self.has_page_break = false;
    }

    fn go_on(&mut self, at: usize) {
        self.go_on_from(at, 0);
    }
}
