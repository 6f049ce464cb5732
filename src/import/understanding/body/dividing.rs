//! What divides a text: parts, sections, annexes, and drafts inside it.

use super::{Kind, Reader};
use crate::conventions::numbering::{ParsedMarker, parse_marker};
use crate::import::manuscript::{MarkKind, moved};
use crate::import::understanding::layout::Layout;
use crate::import::understanding::nesting::Nested;
use crate::import::understanding::{headings, nesting};

impl Reader<'_> {
    pub(super) fn heading(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn goes_on_heading(&self, at: usize) -> bool {
        let above = self.body.paragraphs.last();
        above.is_some_and(|above| above.kind == Kind::Heading)
            && self.is_after_page_break(at)
            && self.lines[at].text.starts_with(char::is_lowercase)
    }

    /// Whether the point of a list stands at a line: a heading above it stands in the
    /// list too.
    pub(super) fn heads_points(&self, at: usize) -> bool {
        let marker = self.lines.get(at).and_then(|line| parse_marker(&line.text));
        let is_point = marker
            .is_some_and(|marker| !marker.is_number() && self.lists.expects(&marker));
        is_point && self.next_number > 1 && !self.is_in_annex
    }

    pub(super) fn section(&mut self, at: usize, text: String, len: usize) -> usize {
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

    pub(super) fn annex(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn nested_draft(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn leave_nested(&mut self, at: usize) {
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
    pub(super) fn end_nested(&mut self) {
        let Some(nested) = self.nested.take() else { return };
        for paragraph in self.body.paragraphs.iter_mut().skip(nested.first) {
            if matches!(paragraph.kind, Kind::Text(_) | Kind::Heading) {
                paragraph.kind = Kind::Quoted;
            }
        }
        self.next_number = nested.outer_number;
        self.lists.clear();
    }
}
