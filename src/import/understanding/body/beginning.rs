//! Whether a line begins a paragraph or goes on with the one above.

use super::{Kind, LONGEST_TITLE, Reader};
use crate::conventions::numbering::{
    MarkerForm, ParsedMarker, letters_of, parse_marker, roman_of,
};
use crate::conventions::opening_phrases::Form;
use crate::import::manuscript::Line;
use crate::import::understanding::layout::{Layout, ended_by};

impl Reader<'_> {
    /// The mark that ends the last paragraph as far as it is read.
    pub(super) fn end(&self) -> Option<char> {
        self.body.paragraphs.last().and_then(|paragraph| ended_by(&paragraph.text))
    }

    /// Whether the line above ends early, as the last of a paragraph does.
    pub(super) fn last_is_short(&self, at: usize) -> bool {
        let last = self.last_line.and_then(|last| self.lines.get(last));
        last.is_some_and(|last| self.layout.is_short(last, &self.lines[at]))
    }

    /// Whether what divides a line from the one above divides paragraphs too.
    pub(super) fn has_gap(&self, at: usize) -> bool {
        match self.layout {
            Layout::Single { is_spaced: false } => true,
            Layout::Single { is_spaced: true } | Layout::Wrapped { .. } => {
                self.lines[at].has_gap
            }
            Layout::Doubled { .. } | Layout::Spaced => false,
        }
    }

    pub(super) fn is_after_page_break(&self, at: usize) -> bool {
        self.has_page_break || self.lines[at].is_after_page_break
    }

    /// Whether words open as a paragraph of a resolution does, in this spelling or
    /// another.
    pub(super) fn acts_or_recites(&self, text: &str) -> bool {
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
    pub(super) fn recites(&self, text: &str) -> bool {
        self.next_number == 1
            && matches!(self.layout, Layout::Doubled { .. })
            && is_participle(text)
    }

    /// Whether a line begins a paragraph or goes on with the one above.
    pub(super) fn opens_paragraph(&self, at: usize) -> bool {
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

    pub(super) fn number_opens(&self, at: usize, marker: &ParsedMarker) -> bool {
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

    pub(super) fn letter_opens(&self, at: usize, marker: &ParsedMarker) -> bool {
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
    pub(super) fn lists_on(&self, at: usize, marker: &ParsedMarker) -> bool {
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

    pub(super) fn has_mark(&self, line: &Line) -> bool {
        parse_marker(&line.text).is_some() || self.acts_or_recites(&line.text)
    }

    pub(super) fn words_open(&self, at: usize) -> bool {
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
    pub(super) fn capital_opens(&self, at: usize, end: char) -> bool {
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
    pub(super) fn is_no_sentence(&self, at: usize) -> bool {
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
    pub(super) fn hangs(&self, at: usize) -> bool {
        let above = self.body.paragraphs.last();
        self.next_number > 1
            && !self.is_in_annex
            && above.is_some_and(|above| matches!(above.kind, Kind::Text(_)))
            && !self.acts_or_recites(self.lines[at].text.trim_start_matches('['))
    }

    /// Words without a marker that go on with the sentence below its list: “… as
    /// appropriate;”.
    pub(super) fn continues_list(&self, at: usize) -> bool {
        let text = self.lines[at].text.as_str();
        // The points of a preambular paragraph end with commas too, as lines do that a
        // page has cut.
        let is_whole =
            || matches!(self.layout, Layout::Single { .. }) || self.last_is_short(at);
        let ends_point = match self.end() {
            Some(end) if is_comma(end) => self.next_number == 1 && is_whole(),
            end => matches!(end, Some(';' | '.' | '；')),
        };
        self.lists.is_open()
            && text.starts_with(char::is_lowercase)
            && parse_marker(text).is_none()
            && ends_point
            && self.has_gap(at)
            && !self.is_after_page_break(at)
    }
}

pub(super) fn is_colon(end: char) -> bool {
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
