//! Footnotes at the foot of a page or at the end.

use std::collections::HashMap;

use crate::conventions::calendar;
use crate::conventions::opening_phrases::OpeningPhrases;

use super::headings;
use super::layout::{Layout, ended_by, is_number_of_resolution};
use crate::import::furniture;
use crate::import::manuscript::{Line, Mark, MarkKind, Note, SUPERSCRIPTS, cut};

/// How many lines a note may have.
const LONGEST: usize = 20;

/// The mark and the words of a note that begins here: “¹ See …”, “[^1]: See …”. Plain
/// figures are a mark only at the foot of a page.
pub(super) fn start(text: &str, is_at_foot: bool) -> Option<(String, &str)> {
    if let Some((mark, words)) =
        text.strip_prefix("[^").and_then(|rest| rest.split_once("]:"))
    {
        let is_mark =
            (1..=4).contains(&mark.len()) && mark.chars().all(char::is_alphanumeric);
        return is_mark.then(|| (mark.to_owned(), words.trim_start()));
    }
    let raised = text.trim_start_matches(SUPERSCRIPTS);
    if raised.len() < text.len() {
        let mark = figures(text.get(..text.len() - raised.len())?);
        return Some((mark, raised.trim_start()));
    }
    if let Some((mark, words)) = bracketed(text) {
        return Some((mark.to_owned(), words));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..)?;
    let words = after.strip_prefix("/").unwrap_or(after).strip_prefix(' ')?.trim_start();
    let is_mark = (1..=3).contains(&digits) && is_at_foot;
    let is_month = calendar::MONTHS.iter().any(|month| words.starts_with(month));
    (is_mark && is_sentence(words) && !is_month)
        .then(|| (text.get(..digits).unwrap_or_default().to_owned(), words))
}

/// “\[12\] See …”, “\[12\]: See …”.
fn bracketed(text: &str) -> Option<(&str, &str)> {
    let (mark, rest) = text.strip_prefix('[')?.split_once(']')?;
    let words = rest.trim_start_matches(':');
    let is_mark = is_figures(mark) && words.starts_with(' ');
    let words = words.trim_start();
    (is_mark && is_sentence(words)).then_some((mark, words))
}

fn is_figures(mark: &str) -> bool {
    (1..=3).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_sentence(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '('))
        && (words.split_whitespace().count() > 1 || words.contains('/'))
}

/// How many lines the note that begins here has.
pub(super) fn len(lines: &[Line], layout: Layout, openings: &OpeningPhrases) -> usize {
    if let Some(foot) = foot(lines, openings) {
        let next = lines.iter().take(foot).skip(1).position(is_note);
        return next.map_or(foot, |next| next + 1);
    }
    let mut count = 1;
    while let (Some(line), Some(next)) = (lines.get(count - 1), lines.get(count)) {
        let has_ended =
            ended_by(&line.text) == Some('.') || ended_by(&line.text) == Some('。');
        let is_divided = next.has_gap && !matches!(layout, Layout::Doubled { .. });
        if has_ended
            || is_divided
            || is_note(next)
            || ends_page(next)
            || headings::is_text(&next.text, openings)
            || count == LONGEST
        {
            break;
        }
        count += 1;
    }
    count
}

/// Whether plain figures open a note here: the notes from here on are counted without a
/// gap, the last ends as a sentence does, and then the page ends.
pub(super) fn is_at_foot(lines: &[Line], openings: &OpeningPhrases) -> bool {
    if !lines.first().is_some_and(is_note) {
        return false;
    }
    let Some(foot) = foot(lines, openings) else { return false };
    let marks: Vec<u32> = lines
        .iter()
        .take(foot)
        .filter_map(|line| start(&line.text, true)?.0.parse().ok())
        .collect();
    marks.is_sorted_by(|mark, next| *next == mark + 1)
}

/// The lines from a note to the end of its page.
fn foot(lines: &[Line], openings: &OpeningPhrases) -> Option<usize> {
    let len = lines.iter().take(LONGEST + 1).skip(1).position(ends_page)? + 1;
    let (foot, last) = (&lines[..len], &lines[len - 1]);
    let is_text = |line: &Line| !is_note(line) && headings::is_text(&line.text, openings);
    let is_sentence = matches!(ended_by(&last.text), Some('.' | '。'));
    (is_sentence && !foot.iter().skip(1).any(is_text)).then_some(len)
}

/// Whether a page ended above a line, or the line stands at the end of one.
fn ends_page(line: &Line) -> bool {
    line.is_after_page_break || furniture::in_text(&line.text).is_some()
}

fn is_note(line: &Line) -> bool {
    start(&line.text, true).is_some()
}

/// The notes of a text, and the marks that call them.
#[derive(Debug, Default)]
pub(super) struct Calls {
    /// The notes in the order of the source.
    notes: Vec<Named>,
    /// The notes of each mark.
    by_mark: HashMap<String, Vec<usize>>,
    /// The note that the next call should name.
    next: usize,
}

#[derive(Debug)]
struct Named {
    mark: String,
    name: String,
    is_called: bool,
}

/// How many notes may be skipped by a call that only its place in the sequence tells.
const MOST_SKIPPED: usize = 2;

impl Calls {
    /// Gives every note a mark of its own, in the order of the source: pages may have
    /// counted from 1 again. `known` are the calls that the format told.
    pub(super) fn of<'a>(
        notes: &mut [Note],
        known: impl Iterator<Item = &'a MarkKind>,
    ) -> Self {
        let mut calls = Self::default();
        for note in notes.iter_mut() {
            let same = calls.by_mark.entry(note.mark.clone()).or_default();
            let name = match same.len() {
                0 => note.mark.clone(),
                before => format!("{}-{}", note.mark, before + 1),
            };
            same.push(calls.notes.len());
            let mark = std::mem::replace(&mut note.mark, name.clone());
            calls.notes.push(Named { mark, name, is_called: false });
        }
        for kind in known {
            if let MarkKind::Call(mark) = kind
                && let Some(same) = calls.by_mark.get(mark)
            {
                for note in same {
                    calls.notes[*note].is_called = true;
                }
            }
        }
        calls
    }

    /// Turns what calls a note in a paragraph into calls, where there is such a note:
    /// raised figures, figures in square brackets, and figures that have come down from
    /// above the line, if it is their turn.
    pub(super) fn link(&mut self, text: &mut String, marks: &mut Vec<Mark>) {
        if self.notes.is_empty() {
            return;
        }
        let mut figures = Vec::new();
        let mut from = text.chars().next().map_or(0, char::len_utf8);
        while let Some((at, end, mark)) = candidate(text, from) {
            from = end;
            if is_in_word(text, at, end) {
                continue;
            }
            let is_sure = !text.get(at..end).is_some_and(is_figures);
            let before = text.get(..at).unwrap_or_default();
            let name = if is_sure {
                self.call(&mark)
            } else {
                self.call_in_turn(&mark).or_else(|| self.call_again(&mark, before))
            };
            let Some(name) = name else { continue };
            let start = text.get(..at).map_or(at, |before| before.trim_end().len());
            marks.push(Mark { kind: MarkKind::Call(name), covers: start..start });
            figures.push(start..end);
        }
        cut(text, marks, &figures);
    }

    /// The note of a mark; of several, the first that no call has named.
    fn call(&mut self, mark: &str) -> Option<String> {
        let same = self.by_mark.get(mark)?;
        let uncalled = same.iter().find(|note| !self.notes[**note].is_called);
        let note = *uncalled.or(same.first().filter(|_| same.len() == 1))?;
        Some(self.named(note))
    }

    /// The note of a mark, if it is the next in the sequence.
    fn call_in_turn(&mut self, mark: &str) -> Option<String> {
        let rest = self.notes.iter().enumerate().skip(self.next);
        let mut open = rest.filter(|(_, note)| !note.is_called).take(MOST_SKIPPED + 1);
        let (note, _) = open.find(|(_, note)| note.mark == mark)?;
        Some(self.named(note))
    }

    /// The only note of a mark, if it was called before and the figures touch a word.
    fn call_again(&mut self, mark: &str, before: &str) -> Option<String> {
        let touches =
            before.ends_with(|c: char| c.is_lowercase() || matches!(c, ',' | ';'));
        let [note] = self.by_mark.get(mark)?.as_slice() else { return None };
        let is_called = self.notes[*note].is_called;
        (touches && touches_word(before) && is_called)
            .then(|| self.notes[*note].name.clone())
    }

    fn named(&mut self, note: usize) -> String {
        self.next = self.next.max(note + 1);
        self.notes[note].is_called = true;
        self.notes[note].name.clone()
    }
}

/// The next figures from a byte on that may call a note: where they begin and end, with
/// their brackets, and the mark that they name.
fn candidate(text: &str, from: usize) -> Option<(usize, usize, String)> {
    let is_start = |c: char| c.is_ascii_digit() || c == '[' || SUPERSCRIPTS.contains(&c);
    let mut from = from;
    loop {
        let at = from + text.get(from..)?.find(is_start)?;
        let rest = text.get(at..)?;
        let raised = rest.len() - rest.trim_start_matches(SUPERSCRIPTS).len();
        if raised > 0 {
            return Some((at, at + raised, figures(rest.get(..raised)?)));
        }
        if let Some((inner, _)) = rest.strip_prefix('[').and_then(|r| r.split_once(']'))
            && let mark = inner.strip_prefix('^').unwrap_or(inner)
            && is_figures(mark)
        {
            return Some((at, at + inner.len() + 2, mark.to_owned()));
        }
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let end = at + digits.max(1);
        let (before, after) = (text.get(..at)?, text.get(end..)?);
        if is_figures(rest.get(..digits).unwrap_or_default())
            && ((touches_word(before) || touches_number(before)) && !goes_on(after)
                || is_last(before, after))
        {
            return Some((at, end, rest.get(..digits)?.to_owned()));
        }
        from = end;
    }
}

/// Whether a text has figures that may call the note of a mark.
pub(super) fn is_called_in(text: &str, mark: &str) -> bool {
    let mut from = 0;
    while let Some((_, end, called)) = candidate(text, from) {
        if called == mark {
            return true;
        }
        from = end;
    }
    false
}

/// Whether figures after a text touch a word or the mark that ends it: “Programme,42”,
/// “Israel85”, but not “para.5”, “A/C.3” or “1,000”.
fn touches_word(before: &str) -> bool {
    const ABBREVIATIONS: [&str; 6] = ["para", "paras", "resp", "Suppl", "chap", "sect"];
    let start = before.rfind([' ', '\u{a0}']).map_or(0, |space| space + 1);
    let word = before.get(start..).unwrap_or_default();
    let bare = word.trim_end_matches([',', ';', '.', ':', ')', '”', '’', '"', ']']);
    let is_word = bare.ends_with(char::is_alphabetic)
        && bare.chars().count() >= 3
        && !word.contains(|c: char| c.is_ascii_digit() || matches!(c, '/' | '_' | '@'));
    let is_abbreviation = word.ends_with('.') && ABBREVIATIONS.contains(&bare);
    let has_small_end = bare.len() < word.len() || bare.ends_with(char::is_lowercase);
    is_word && has_small_end && !is_abbreviation
}

/// Whether figures touch the mark behind a number that they cannot go on: “resolution
/// 59/12,1”, “of 4 December 2004,1”, but not “1,000” or “2.5”.
fn touches_number(before: &str) -> bool {
    let Some(number) = before.strip_suffix([',', ';']) else {
        return before.ends_with('.') && is_number_of_resolution(before);
    };
    let start = number.rfind([' ', '\u{a0}']).map_or(0, |space| space + 1);
    let number = number.get(start..).unwrap_or_default();
    let is_year = number.len() == 4 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_of_document = number.contains('/') && !number.contains(',');
    number.ends_with(|c: char| c.is_ascii_digit()) && (is_year || is_of_document)
}

/// Whether figures stand last, behind the mark that ends the paragraph: “in Namibia, 68”.
fn is_last(before: &str, after: &str) -> bool {
    after.trim().is_empty() && before.trim_end_matches(' ').ends_with([',', ';'])
}

/// Whether more of the same word or number follows figures.
fn goes_on(after: &str) -> bool {
    let mut rest = after.chars();
    match rest.next() {
        None => false,
        Some('.' | ',' | '-' | '–' | '/' | ':') => {
            rest.next().is_some_and(char::is_alphanumeric)
        }
        Some(next) => next.is_alphanumeric() || next == '%',
    }
}

/// Raised figures as plain ones.
fn figures(raised: &str) -> String {
    let plain = |c: char| {
        SUPERSCRIPTS
            .iter()
            .position(|s| *s == c)
            .and_then(|d| char::from_digit(u32::try_from(d).ok()?, 10))
    };
    raised.chars().filter_map(plain).collect()
}

/// Whether small letters or figures stand at both sides of a mark.
fn is_in_word(text: &str, at: usize, end: usize) -> bool {
    let is_of_word = |c: char| c.is_lowercase() || c.is_ascii_digit();
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let after = text.get(end..).and_then(|after| after.chars().next());
    before.is_some_and(is_of_word) && after.is_some_and(is_of_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn linked(text: &str, notes: &[&str]) -> String {
        let note = |mark: &&str| Note { mark: (*mark).to_owned(), ..Note::default() };
        let mut notes: Vec<Note> = notes.iter().map(note).collect();
        let mut calls = Calls::of(&mut notes, [].iter());
        let (mut text, mut marks) = (text.to_owned(), Vec::new());
        calls.link(&mut text, &mut marks);
        crate::import::write::marked(&text, &marks)
    }

    #[test]
    fn figures_in_the_middle_of_a_word_call_nothing() {
        assert_eq!(linked("word²x is new", &["2"]), "word²x is new");
    }

    #[test]
    fn figures_call_a_note_where_there_is_one() {
        for (text, notes, with_calls) in [
            ("the pandemic;¹ and", vec!["1"], "the pandemic;[^1] and"),
            ("the pandemic;[1]", vec!["1"], "the pandemic;[^1]"),
            ("the pandemic;[^1]", vec!["1"], "the pandemic;[^1]"),
            ("the Programme,42", vec!["42"], "the Programme,[^42]"),
            (
                "of Israel85 and of India,86",
                vec!["85", "86"],
                "of Israel[^85] and of India,[^86]",
            ),
            ("the Goals1 and Goals1", vec!["1"], "the Goals[^1] and Goals[^1]"),
            ("the Programme,42", vec!["41"], "the Programme,42"),
            ("the Programme, 42", vec!["42"], "the Programme,[^42]"),
            ("in 40, 41 and 42", vec!["41"], "in 40, 41 and 42"),
            ("of CO2 and para.2 of A/C.2", vec!["2"], "of CO2 and para.2 of A/C.2"),
            ("figures,300", vec!["3"], "figures,300"),
            ("resolution 59/12,1 and", vec!["1"], "resolution 59/12,[^1] and"),
            ("as in resolution 70/1.1", vec!["1"], "as in resolution 70/1.[^1]"),
            ("of 4 May 2004,1 on", vec!["1"], "of 4 May 2004,[^1] on"),
            ("of 1,000 and 2,1 to 3,1 of it", vec!["1"], "of 1,000 and 2,1 to 3,1 of it"),
        ] {
            assert_eq!(linked(text, &notes), with_calls, "{text}");
        }
    }

    #[test]
    fn notes_are_told_from_text() {
        for (text, mark) in [
            ("¹ See A/70/1.", Some("1")),
            ("[^1]: See A/70/1.", Some("1")),
            ("[12] See A/70/1.", Some("12")),
            ("12 See A/70/1.", Some("12")),
            ("1/ See A/70/1.", Some("1")),
            ("12 May 2020 was", None),
            ("[12] and more", None),
            ("1 of them", None),
        ] {
            let found = start(text, true).map(|(mark, _)| mark);
            assert_eq!(found.as_deref(), mark, "{text}");
        }
    }
}
