//! Footnotes at the foot of a page or at the end.

use std::collections::{HashMap, VecDeque};

use crate::conventions::calendar;
use crate::conventions::opening_phrases::OpeningPhrases;

use super::headings;
use super::layout::{Layout, ended_by};
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
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (mark, words) = (text.get(..digits)?, text.get(digits..)?.strip_prefix(' ')?);
    let is_mark = (1..=3).contains(&digits) && is_at_foot;
    let is_month = calendar::MONTHS.iter().any(|month| words.starts_with(month));
    let is_sentence = words
        .starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '"' | '('))
        && words.split_whitespace().count() > 1;
    (is_mark && is_sentence && !is_month).then(|| (mark.to_owned(), words))
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

/// The notes of a text, by the marks that call them.
#[derive(Debug, Default)]
pub(super) struct Calls {
    names: HashMap<String, VecDeque<String>>,
}

impl Calls {
    /// Gives every note a mark of its own, in the order of the source: pages may have
    /// counted from 1 again.
    pub(super) fn of(notes: &mut [Note]) -> Self {
        let mut calls = Self::default();
        for note in notes.iter_mut() {
            let names = calls.names.entry(note.mark.clone()).or_default();
            let name = match names.len() {
                0 => note.mark.clone(),
                before => format!("{}-{}", note.mark, before + 1),
            };
            names.push_back(name.clone());
            note.mark = name;
        }
        calls
    }

    /// Turns the raised figures of a paragraph into calls, where a note has them.
    pub(super) fn link(&mut self, text: &mut String, marks: &mut Vec<Mark>) {
        let mut figures = Vec::new();
        let mut from = text.chars().next().map_or(0, char::len_utf8);
        while let Some(at) =
            text.get(from..).and_then(|rest| rest.find(SUPERSCRIPTS)).map(|at| from + at)
        {
            let rest = text.get(at..).unwrap_or_default();
            from = text.len() - rest.trim_start_matches(SUPERSCRIPTS).len();
            let Some(name) = text.get(at..from).and_then(|raised| self.call(raised))
            else {
                continue;
            };
            let start = text.get(..at).map_or(at, |before| before.trim_end().len());
            marks.push(Mark { kind: MarkKind::Call(name), covers: start..start });
            figures.push(start..from);
        }
        cut(text, marks, &figures);
    }

    /// The note that raised figures call.
    fn call(&mut self, raised: &str) -> Option<String> {
        let names = self.names.get_mut(&figures(raised))?;
        if names.len() > 1 { names.pop_front() } else { names.front().cloned() }
    }
}
