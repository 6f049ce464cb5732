//! Lines to paragraphs. Pages cut paragraphs and extraction cuts lines, so what a line
//! is follows from the grammar of a resolution: it is one sentence, whose parts end with
//! their marks and begin with their openings and numbers.

use crate::conventions::numbering::{
    MarkerForm, ParsedMarker, letters_of, parse_marker, roman_of,
};
use crate::conventions::opening_phrases::{Form, OpeningPhrases};
use crate::import::SetAside;

use super::closing::{self, Closing};
use super::headings;
use super::joining::{Hyphens, stray_spaces};
use super::layout::{Layout, ended_by};
use super::lists::Lists;
use super::nesting::{self, Nested};
use super::notes;
use crate::import::furniture;
use crate::import::manuscript::{Line, Mark, MarkKind, Note, Role, below, cut, moved};

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

/// Reads the lines from the organ line on.
pub(super) fn read(
    lines: &[Line],
    layout: Layout,
    has_organ_line: bool,
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
    if has_organ_line {
        reader.organ_line(0);
        at = 1;
    }
    while at < lines.len() {
        at += reader.step(at).max(1);
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

    fn heading(&mut self, at: usize) -> Option<usize> {
        if let Some((letter, title, len)) = headings::part(&self.lines[at..]) {
            let title =
                if title.is_empty() { String::new() } else { format!(". {title}") };
            self.push(at, Kind::Heading, format!("Part {letter}{title}"));
            self.body.closing = None;
            self.is_in_annex = false;
            self.organ_line(at + len);
            return Some(len + 1);
        }
        if let Some(len) = self.annex(at) {
            return Some(len);
        }
        let numeral = headings::numbered(
            &self.lines[at..],
            self.last_numeral + 1,
            self.layout,
            self.openings,
        );
        if let Some((text, len)) = numeral {
            self.last_numeral += 1;
            self.next_letter = 'A';
            return Some(self.section(at, text, len));
        }
        if let Some((letter, title, len)) = headings::lettered(
            &self.lines[at..],
            self.next_letter,
            self.layout,
            self.openings,
        ) {
            self.next_letter = char::from_u32(u32::from(letter) + 1).unwrap_or('A');
            let joint = if title.is_empty() { "" } else { ". " };
            return Some(self.section(at, format!("{letter}{joint}{title}"), len));
        }
        let is_heading = self.layout != Layout::Spaced || self.lines[at].is_heading;
        let heading = headings::plain(&self.lines[at..], self.layout, self.openings)
            .filter(|_| is_heading);
        let (text, len) = heading?;
        if self.heads_points(at + len) {
            self.push(at, Kind::Text(1), text);
            self.last_line = Some(at + len - 1);
            self.is_open = false;
            return Some(len);
        }
        Some(self.section(at, text, len))
    }

    /// Whether a page has cut a heading.
    fn goes_on_heading(&self, at: usize) -> bool {
        let above = self.body.paragraphs.last();
        above.is_some_and(|above| above.kind == Kind::Heading)
            && self.is_after_page_break(at)
            && self.lines[at].text.starts_with(char::is_lowercase)
    }

    /// Whether the point of a list stands at a line: a heading above it stands in the
    /// list too.
    fn heads_points(&self, at: usize) -> bool {
        let marker = self.lines.get(at).and_then(|line| parse_marker(&line.text));
        let is_point = marker
            .is_some_and(|marker| !marker.is_number() && self.lists.expects(&marker));
        is_point && self.next_number > 1 && !self.is_in_annex
    }

    fn section(&mut self, at: usize, text: String, len: usize) -> usize {
        let kind = if self.is_in_annex { Kind::Text(0) } else { Kind::Heading };
        let words = &self.lines[at].text;
        let marks = text.find(words).map(|from| moved(&self.lines[at].marks, from));
        let marks = marks.into_iter().flatten();
        // Headings are set as their style has it.
        let marks = marks.filter(|mark| mark.kind != MarkKind::Emphasis).collect();
        self.push(at, kind, text);
        if let Some(paragraph) = self.body.paragraphs.last_mut() {
            paragraph.marks = marks;
        }
        self.last_line = Some(at + len - 1);
        self.is_open = false;
        self.lists.clear();
        len
    }

    fn annex(&mut self, at: usize) -> Option<usize> {
        let text = headings::annex(&self.lines[at].text)?;
        self.end_nested();
        self.push(at, Kind::Heading, text.to_owned());
        self.is_in_annex = true;
        self.lists.clear();
        self.next_number = 1;
        self.last_numeral = 0;
        Some(1)
    }

    /// The draft that the paragraph above announces: its title and its organ line.
    fn nested_draft(&mut self, at: usize) -> Option<usize> {
        let above = self.body.paragraphs.last()?;
        if self.nested.is_some() || !nesting::announces(&above.text) {
            return None;
        }
        let (title_len, is_in_quotes) = nesting::organ_line(&self.lines[at..])?;
        self.nested = Some(Nested {
            first: self.body.paragraphs.len(),
            is_in_quotes,
            outer_number: self.next_number,
        });
        for line in at..at + title_len {
            if line == at { self.push_line(at, Kind::Text(0)) } else { self.go_on(line) }
        }
        self.organ_line(at + title_len);
        Some(title_len + 1)
    }

    /// Ends the draft inside the text where its quotation marks are closed, or where the
    /// next line has the number that the outer text waits for.
    fn leave_nested(&mut self, at: usize) {
        let Some(nested) = self.nested else { return };
        let Some(last) = self.body.paragraphs.last() else { return };
        let has_text = self.body.paragraphs.len() > nested.first + 1;
        let ends = if nested.is_in_quotes {
            nesting::closes(&last.text) && self.opens_paragraph(at)
        } else {
            let number = parse_marker(&self.lines[at].text)
                .filter(ParsedMarker::is_number)
                .and_then(|marker| marker.value);
            nested.outer_number > 1
                && number == Some(nested.outer_number)
                && number != Some(self.next_number)
                && self.end().is_some()
        };
        if has_text && ends {
            self.end_nested();
        }
    }

    /// The paragraphs of the draft inside the text are quoted.
    fn end_nested(&mut self) {
        let Some(nested) = self.nested.take() else { return };
        for paragraph in self.body.paragraphs.iter_mut().skip(nested.first) {
            if matches!(paragraph.kind, Kind::Text(_) | Kind::Heading) {
                paragraph.kind = Kind::Quoted;
            }
        }
        self.next_number = nested.outer_number;
        self.lists.clear();
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

    /// Takes what begins at a line whose head a converter or a typist has spoilt: a list
    /// mark before what is no point of a list, a number without its stop.
    fn slip(&mut self, at: usize) -> Option<usize> {
        let text = self.lines[at].text.as_str();
        let lead = text.len() - text.strip_prefix("- ").unwrap_or(text).len();
        let words = text.get(lead..)?;
        let end = self.end();
        if let Some((figures, stop)) = self.bare_number(words, lead > 0) {
            self.next_number = self.next_number.saturating_add(1);
            self.lists.clear();
            let number = words.get(..figures)?;
            self.push_from(at, lead + stop, &format!("{number}. "));
            return Some(1);
        }
        if lead == 0 || self.is_in_annex {
            return None;
        }
        if let Some(len) = self.note(at, lead) {
            return Some(len);
        }
        let is_cut =
            self.is_open && end.is_none() && words.starts_with(char::is_lowercase);
        if is_cut {
            self.go_on_from(at, lead);
            return Some(1);
        }
        let is_divided = end.is_some_and(|end| !is_colon(end));
        let acts = || self.next_number > 1 && self.opens_operative(words);
        let has_capital = words.starts_with(char::is_uppercase);
        if is_divided && (acts() || has_capital && self.lacks_number(at)) {
            self.lists.clear();
            self.push_from(at, lead, "");
            return Some(1);
        }
        None
    }

    /// Whether the number that comes next is passed over below a line.
    fn lacks_number(&self, at: usize) -> bool {
        const LINES: usize = 30;
        let below = self.lines.iter().skip(at + 1).take(LINES);
        let mut markers = below.filter_map(|line| parse_marker(&line.text));
        let next = markers.find(ParsedMarker::is_number).and_then(|next| next.value);
        next == Some(self.next_number.saturating_add(1))
    }

    /// Whether words may open an operative paragraph.
    fn opens_operative(&self, words: &str) -> bool {
        words.starts_with(char::is_uppercase) && self.openings.operative(words).is_some()
    }

    /// Where the number that comes next ends, if its stop is missing or is a comma, and
    /// where the words begin: “5 Encourages States …”. A list mark says as much as the
    /// opening does.
    fn bare_number(&self, text: &str, has_mark: bool) -> Option<(usize, usize)> {
        let figures = text.bytes().take_while(u8::is_ascii_digit).count();
        let number = text.get(..figures)?.parse::<u32>().ok()?;
        let rest = text.get(figures..)?;
        let words = rest.strip_prefix(',').unwrap_or(rest).trim_start();
        let is_next = number == self.next_number && self.end().is_some();
        (is_next
            && !self.is_in_annex
            && words.len() < rest.len()
            && (self.opens_operative(words)
                || has_mark && words.starts_with(char::is_uppercase)))
        .then(|| (figures, text.len() - words.len()))
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

    /// The mark that ends the last paragraph as far as it is read.
    fn end(&self) -> Option<char> {
        self.body.paragraphs.last().and_then(|paragraph| ended_by(&paragraph.text))
    }

    /// Whether the line above ends early, as the last of a paragraph does.
    fn last_is_short(&self, at: usize) -> bool {
        let last = self.last_line.and_then(|last| self.lines.get(last));
        last.is_some_and(|last| self.layout.is_short(last, &self.lines[at]))
    }

    /// Whether what divides a line from the one above divides paragraphs too.
    fn has_gap(&self, at: usize) -> bool {
        match self.layout {
            Layout::Single { is_spaced: false } => true,
            Layout::Single { is_spaced: true } | Layout::Wrapped { .. } => {
                self.lines[at].has_gap
            }
            Layout::Doubled { .. } | Layout::Spaced => false,
        }
    }

    fn is_after_page_break(&self, at: usize) -> bool {
        self.has_page_break || self.lines[at].is_after_page_break
    }

    /// Whether words open as a paragraph of a resolution does, in this spelling or
    /// another.
    fn acts_or_recites(&self, text: &str) -> bool {
        let is_misspelt = || {
            let found = self.openings.misformed(text);
            found.is_some_and(|found| found.form == Form::WrongSpelling)
        };
        self.openings.preambular(text).is_some()
            || self.openings.operative(text).is_some()
            || is_misspelt()
    }

    /// Whether a capital can only be that of a preambular paragraph, where the mark at
    /// the end of the one above is missing: “Noting with concern”.
    fn recites(&self, text: &str) -> bool {
        self.next_number == 1
            && matches!(self.layout, Layout::Doubled { .. })
            && is_participle(text)
    }

    /// Whether a line begins a paragraph or goes on with the one above.
    fn opens_paragraph(&self, at: usize) -> bool {
        let text = self.words(at);
        match parse_marker(text) {
            Some(marker) if marker.is_number() => self.number_opens(at, &marker),
            Some(marker) if marker.form == MarkerForm::Bullet => {
                self.has_gap(at) || self.end().is_some()
            }
            Some(marker) if marker.form != MarkerForm::Capital => {
                self.letter_opens(at, &marker)
            }
            _ => self.words_open(at),
        }
    }

    fn number_opens(&self, at: usize, marker: &ParsedMarker) -> bool {
        let words = self.words(at).get(marker.len..).unwrap_or_default().trim_start();
        let is_next = marker.value == Some(self.next_number)
            || marker.suffix.is_some()
            || marker.value == Some(1) && self.next_number != 2;
        let acts = self.acts_or_recites(words);
        let has_capital = !words.starts_with(is_small);
        if self.is_in_annex {
            return self.end().is_some() && has_capital || self.has_gap(at);
        }
        if self.end().is_some() {
            is_next && has_capital || acts || self.has_gap(at) && has_capital
        } else {
            is_next && (acts || self.has_gap(at) && !self.is_after_page_break(at))
        }
    }

    fn letter_opens(&self, at: usize, marker: &ParsedMarker) -> bool {
        let is_next = self.lists.expects(marker);
        let above = self.body.paragraphs.last().map_or("", |above| &above.text);
        let is_in_sentence = lists_inside(above, marker) || self.lists_on(at, marker);
        let is_divided = self.has_gap(at);
        let is_comma = self.end().is_some_and(is_comma);
        if !is_divided && (is_in_sentence || is_comma && !self.last_is_short(at)) {
            return false;
        }
        match marker.form {
            MarkerForm::Bracketed | MarkerForm::AutoLetter => {
                self.end().is_some() || self.has_gap(at) && is_next
            }
            _ => is_next && (self.end().is_some() || self.has_gap(at)),
        }
    }

    /// Whether the first point of a list stands in one sentence with the second.
    fn lists_on(&self, at: usize, marker: &ParsedMarker) -> bool {
        const LINES: usize = 3;
        let second = match (marker.value, marker.roman) {
            (Some(1), _) => "(b)",
            (_, Some(1)) => "(ii)",
            _ => return false,
        };
        let next = self.lines[at..].iter().take(LINES);
        let is_of_point =
            |line: &&Line| line.number == self.lines[at].number || !self.has_mark(line);
        !self.last_is_short(at)
            && next.take_while(is_of_point).any(|line| names_point(&line.text, second))
    }

    fn has_mark(&self, line: &Line) -> bool {
        parse_marker(&line.text).is_some() || self.acts_or_recites(&line.text)
    }

    fn words_open(&self, at: usize) -> bool {
        let text = self.words(at);
        if is_lower_case(text) {
            return self.continues_list(at);
        }
        let goes_on = text.starts_with(|c: char| c.is_ascii_digit())
            && self.end().is_some_and(is_comma);
        if goes_on && !self.has_gap(at) {
            return false;
        }
        let is_opening = text.starts_with(|c: char| c.is_alphabetic() || c == '[') && {
            self.acts_or_recites(text.trim_start_matches('['))
        };
        match self.end() {
            Some(_) if is_opening => true,
            Some(end) => self.capital_opens(at, end),
            None if is_opening => {
                self.has_gap(at) || self.last_is_short(at) || self.recites(text)
            }
            None => self.is_no_sentence(at),
        }
    }

    /// Whether a line with a capital, but without a known opening, begins a paragraph
    /// below one that has ended.
    fn capital_opens(&self, at: usize, end: char) -> bool {
        let is_comma = is_comma(end);
        let is_operative = self.next_number > 1;
        if self.is_after_page_break(at) && is_comma
            || is_operative && is_comma && !self.is_in_annex
        {
            return self.last_is_short(at);
        }
        let text = self.lines[at].text.as_str();
        let recites = || is_comma && self.recites(text);
        let quotes = || {
            let words = text.strip_prefix(['“', '"', '«']).filter(|_| is_colon(end));
            words.is_some_and(|words| self.acts_or_recites(words))
        };
        self.has_gap(at) || self.last_is_short(at) || recites() || quotes()
    }

    /// Lists of names, tables and headings have no marks at their ends: there, a line
    /// that the paragraph above did not fill is one of its own.
    fn is_no_sentence(&self, at: usize) -> bool {
        let Some(above) = self.body.paragraphs.last() else { return true };
        let is_sentence = above.text.len() > LONGEST_TITLE
            || parse_marker(&above.text).is_some()
            || self.acts_or_recites(&above.text);
        let is_divided = self.has_gap(at) && !self.is_after_page_break(at);
        match self.layout {
            Layout::Single { .. } => is_divided && (!is_sentence || self.is_in_annex),
            _ => {
                is_divided && self.last_is_short(at) && (!is_sentence || self.is_in_annex)
            }
        }
    }

    /// Words without number and opening among numbered paragraphs: they belong to the
    /// paragraph above.
    fn hangs(&self, at: usize) -> bool {
        let above = self.body.paragraphs.last();
        self.next_number > 1
            && !self.is_in_annex
            && above.is_some_and(|above| matches!(above.kind, Kind::Text(_)))
            && !self.acts_or_recites(self.lines[at].text.trim_start_matches('['))
    }

    /// Words without a marker that go on with the sentence below its list: “… as
    /// appropriate;”.
    fn continues_list(&self, at: usize) -> bool {
        let text = self.lines[at].text.as_str();
        self.lists.is_open()
            && text.starts_with(char::is_lowercase)
            && parse_marker(text).is_none()
            && matches!(self.end(), Some(';' | '.' | '；'))
            && self.has_gap(at)
            && !self.is_after_page_break(at)
    }
}

fn is_colon(end: char) -> bool {
    matches!(end, ':' | '：')
}

/// “Thanking the Secretary-General”, but not “Beijing Declaration”.
fn is_participle(text: &str) -> bool {
    let mut words = text.split(' ');
    words.next().is_some_and(|word| word.ends_with("ing"))
        && words.next().is_some_and(|word| word.starts_with(char::is_lowercase))
}

fn is_comma(end: char) -> bool {
    matches!(end, ',' | '，' | '،' | '、')
}

/// Whether a text lists its points in one sentence, up to the one before a marker:
/// “in particular (a) access, (b) …”.
fn lists_inside(text: &str, marker: &ParsedMarker) -> bool {
    if !matches!(marker.form, MarkerForm::Bracketed | MarkerForm::HalfBracketed) {
        return false;
    }
    let own = parse_marker(text).map_or(0, |own| own.len);
    let text = text.get(own..).unwrap_or_default().trim_start();
    let before = |value: Option<u32>| value?.checked_sub(1).filter(|value| *value > 0);
    let letters = before(marker.value).map(letters_of);
    let numeral = before(marker.roman).map(roman_of);
    letters
        .into_iter()
        .chain(numeral)
        .any(|point| names_point(text, &format!("({point})")))
}

/// Whether a point stands inside a text, and not as “paragraph 2 (a)”.
fn names_point(text: &str, point: &str) -> bool {
    let is_reference = |before: &str| {
        before.ends_with(|c: char| c.is_ascii_digit() || c == ')')
            || before.ends_with("paragraph")
            || before.ends_with("paragraphs")
    };
    text.match_indices(point).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let words = before.trim_end();
        !words.is_empty() && words.len() < before.len() && !is_reference(words)
    })
}

/// Whether a line begins with a small letter. A stray letter before a capital, left by a
/// call of a note, does not count.
fn is_lower_case(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(is_small)
        && !letters.next().is_some_and(char::is_uppercase)
}

/// Whether a letter is small and so no paragraph opens with it; in Russian, paragraphs
/// do.
fn is_small(c: char) -> bool {
    c.is_lowercase() && !('\u{400}'..='\u{4ff}').contains(&c)
}
