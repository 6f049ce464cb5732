//! Heads of lines that a converter or a typist has spoilt.

use super::Reader;
use super::beginning::is_colon;
use crate::conventions::numbering::{ParsedMarker, parse_marker};

impl Reader<'_> {
    /// Takes what begins at a line whose head a converter or a typist has spoilt: a list
    /// mark before what is no point of a list, a number without its stop.
    pub(super) fn slip(&mut self, at: usize) -> Option<usize> {
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
    pub(super) fn lacks_number(&self, at: usize) -> bool {
        const LINES: usize = 30;
        let below = self.lines.iter().skip(at + 1).take(LINES);
        let mut markers = below.filter_map(|line| parse_marker(&line.text));
        let next = markers.find(ParsedMarker::is_number).and_then(|next| next.value);
        next == Some(self.next_number.saturating_add(1))
    }

    /// Whether words may open an operative paragraph.
    pub(super) fn opens_operative(&self, words: &str) -> bool {
        words.starts_with(char::is_uppercase) && self.openings.operative(words).is_some()
    }

    /// Where the number that comes next ends, if its stop is missing or is a comma, and
    /// where the words begin: “5 Encourages States …”. A list mark says as much as the
    /// opening does.
    pub(super) fn bare_number(
        &self,
        text: &str,
        has_mark: bool,
    ) -> Option<(usize, usize)> {
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
}
