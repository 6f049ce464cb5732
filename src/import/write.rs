//! The draft text of what was imported, and the lines it came from.

use std::ops::Range;

use jiff::civil::Date;

use super::manuscript::{Mark, MarkKind};
use crate::syntax::{FIELDS, quoted};

/// A draft in the making.
#[derive(Debug, Default)]
pub(super) struct DraftText {
    pub(super) text: String,
    pub(super) places: Vec<usize>,
}

impl DraftText {
    /// Adds a line that came from a line of the source.
    pub(super) fn line(&mut self, text: &str, place: usize) {
        self.text.push_str(text);
        self.text.push('\n');
        self.places.push(place);
    }

    /// Adds a paragraph on a line of its own, a blank line above it.
    pub(super) fn paragraph(&mut self, text: &str, place: usize) {
        if !self.text.is_empty() && !self.text.ends_with("---\n") {
            self.line("", 0);
        }
        self.line(text, place);
    }

    /// Adds the row of a table, close to the row above it.
    pub(super) fn row(&mut self, text: &str, place: usize) {
        let is_below_row = self.text.ends_with("|\n");
        if is_below_row { self.line(text, place) } else { self.paragraph(text, place) }
    }

    /// Adds the front matter, its fields in the order of the format.
    pub(super) fn front_matter(&mut self, mut fields: Vec<Field>) {
        let place = |field: &Field| FIELDS.iter().position(|name| *name == field.name);
        fields.sort_by_key(place);
        self.line("---", 0);
        for field in fields {
            for line in field.lines {
                self.line(&line, field.place);
            }
        }
        self.line("---", 0);
    }
}

/// A field of the front matter, as it is written.
#[derive(Debug)]
pub(super) struct Field {
    name: &'static str,
    lines: Vec<String>,
    place: usize,
}

/// What a page never says in so many words, or says of a committee in the name of the
/// organ above it; a file that names it knows better.
const GUESSED: [&str; 4] = ["organ", "kind", "stage", "language"];

/// What the pages of some organs say a part of: the number of an item without its title,
/// the meeting without the vote.
const SAID_IN_PART: [&str; 2] = ["agenda_items", "adoption"];

impl Field {
    /// A string, quoted.
    pub(super) fn words(name: &'static str, value: &str, place: usize) -> Self {
        Self::plain(name, &quoted(value), place)
    }

    /// One of the words of the format: “resolution”, “en”.
    pub(super) fn plain(name: &'static str, value: &str, place: usize) -> Self {
        Self { name, lines: vec![format!("{name}: {value}")], place }
    }

    /// A field that the file names outside its page, its value in YAML.
    pub(super) fn fact(name: &str, value: &str) -> Option<Self> {
        let name = FIELDS.iter().find(|field| **field == name)?;
        let mut lines = value.lines();
        let first = lines.next().unwrap_or_default();
        let first = format!("{name}: {first}").trim_end().to_owned();
        let lines = std::iter::once(first).chain(lines.map(str::to_owned)).collect();
        Some(Self { name, lines, place: 0 })
    }

    /// Adds a fact, unless the page says otherwise. Where both say the same, the fact
    /// says it better: it knows “…” from “...”, and a mark that is unknown.
    pub(super) fn settle(fields: &mut Vec<Self>, mut fact: Self) {
        let Some(field) = fields.iter_mut().find(|field| field.name == fact.name) else {
            return fields.push(fact);
        };
        let (page, file) = (field.values(), fact.values());
        let mut left = file.chars();
        let is_said_in_part = SAID_IN_PART.contains(&field.name)
            && page.chars().all(|c| left.any(|one| one == c));
        if GUESSED.contains(&field.name) || page == file || is_said_in_part {
            fact.place = field.place;
            *field = fact;
        }
    }

    /// The letters and figures of its values, whatever YAML puts around them.
    fn values(&self) -> String {
        // The page puts the article before a group that has none.
        const KEYS: [&str; 7] = [
            "name:",
            "number:",
            "title:",
            "marked: true",
            "marked: false",
            "on_behalf_of: \"the ",
            "on_behalf_of:",
        ];
        let mut text = self.lines.join(" ");
        for key in KEYS {
            text = text.replace(key, " ");
        }
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect()
    }

    /// A date.
    pub(super) fn date(name: &'static str, date: Date, place: usize) -> Self {
        Self::plain(name, &date.to_string(), place)
    }

    /// Lines of YAML below the name.
    pub(super) fn block(name: &'static str, lines: Vec<String>, place: usize) -> Self {
        let lines = std::iter::once(format!("{name}:")).chain(lines).collect();
        Self { name, lines, place }
    }
}

/// A text with its marks as the draft writes them.
pub(super) fn marked(text: &str, marks: &[Mark]) -> String {
    if marks.is_empty() {
        return escaped(text);
    }
    let marks = &with_emphasis_joined(text, marks);
    let mut cuts: Vec<Cut> = marks.iter().flat_map(|mark| cuts_of(text, mark)).collect();
    cuts.sort_by_key(|cut| (cut.at, cut.order));
    // An addition that is a whole paragraph encloses what stands between its words.
    let is_whole =
        |mark: &Mark| mark.kind == MarkKind::Added && mark.covers == (0..text.len());
    let is_added = marks.iter().any(is_whole);
    let mut writer = Writer::default();
    let (mut additions, mut emphases) = (0_usize, 0_usize);
    let mut at = 0;
    for cut in cuts {
        let words = text.get(at..cut.at).unwrap_or_default();
        at = cut.at;
        if !words.is_empty() {
            writer.turn(additions > 0);
            writer.words(words, emphases > 0);
        }
        let open = match cut.kind {
            MarkKind::Added => &mut additions,
            MarkKind::Emphasis => &mut emphases,
            kind => {
                let goes_on = additions > 0 || is_added && at > 0;
                writer.point(kind, goes_on);
                continue;
            }
        };
        *open =
            if cut.order == Order::Opens { *open + 1 } else { open.saturating_sub(1) };
    }
    let rest = text.get(at..).unwrap_or_default();
    writer.turn(false);
    writer.words(rest, false);
    writer.text
}

/// Marks, with emphasis that a line end or a space has cut in one.
fn with_emphasis_joined(text: &str, marks: &[Mark]) -> Vec<Mark> {
    let (mut emphasis, mut joined): (Vec<Mark>, Vec<Mark>) =
        marks.iter().cloned().partition(|mark| mark.kind == MarkKind::Emphasis);
    emphasis.sort_by_key(|mark| mark.covers.start);
    let mut others: Vec<usize> = joined.iter().map(|mark| mark.covers.start).collect();
    others.sort_unstable();
    let mut last: Option<Mark> = None;
    for mark in emphasis {
        if let Some(last) = &mut last {
            let between = last.covers.end..mark.covers.start;
            let next = others.partition_point(|at| *at < between.start);
            let is_apart = others.get(next).is_some_and(|at| between.contains(at));
            let words = text.get(between).unwrap_or("-");
            if !is_apart && words.trim().is_empty() {
                last.covers.end = mark.covers.end.max(last.covers.end);
                continue;
            }
        }
        joined.extend(last.replace(mark));
    }
    joined.extend(last);
    joined
}

/// A place where marks begin, end or stand.
struct Cut<'a> {
    at: usize,
    order: Order,
    kind: &'a MarkKind,
}

/// What comes first where several marks meet.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Order {
    Closes,
    Stands,
    Opens,
}

/// Where a mark begins and ends; what stands between words has one place.
fn cuts_of<'a>(text: &str, mark: &'a Mark) -> Vec<Cut<'a>> {
    let covers = covered(text, mark);
    let cut = |at, order| Cut { at, order, kind: &mark.kind };
    match mark.kind {
        MarkKind::Added | MarkKind::Emphasis if covers.is_empty() => Vec::new(),
        MarkKind::Added | MarkKind::Emphasis => {
            vec![cut(covers.start, Order::Opens), cut(covers.end, Order::Closes)]
        }
        _ => vec![cut(covers.start, Order::Stands)],
    }
}

/// The words under a mark, without the spaces around them.
fn covered(text: &str, mark: &Mark) -> Range<usize> {
    let words = text.get(mark.covers.clone()).unwrap_or_default();
    if mark.kind != MarkKind::Emphasis || words.trim().is_empty() {
        return mark.covers.clone();
    }
    let start = mark.covers.end - words.trim_start().len();
    start..start + words.trim().len()
}

/// What is open while a text is written.
#[derive(Default)]
struct Writer {
    text: String,
    is_added: bool,
    /// Where the last emphasis ended.
    emphasis_end: usize,
}

impl Writer {
    /// Opens or closes an addition before the next words.
    fn turn(&mut self, is_added: bool) {
        if self.is_added != is_added {
            self.text.push_str(if is_added { "{++" } else { "++}" });
            self.is_added = is_added;
        }
    }

    /// Writes words; stars touch the words that they emphasise.
    fn words(&mut self, words: &str, is_emphasized: bool) {
        let core = words.trim();
        if !is_emphasized || core.is_empty() {
            self.text.push_str(&escaped(words));
            return;
        }
        let (before, rest) = words.split_at(words.len() - words.trim_start().len());
        let after = rest.get(core.len()..).unwrap_or_default();
        // Emphasis that goes on is written in one pair of stars.
        let goes_on = before.is_empty() && self.emphasis_end == self.text.len();
        if goes_on && self.emphasis_end > 0 {
            self.text.pop();
        } else {
            self.text.extend([before, "*"]);
        }
        self.text.extend([escaped(core).as_str(), "*"]);
        self.emphasis_end = self.text.len();
        self.text.push_str(after);
    }

    /// Writes what stands between words; an addition may go on over it.
    fn point(&mut self, kind: &MarkKind, goes_on: bool) {
        match kind {
            MarkKind::Call(mark) => self.text.extend(["[^", mark, "]"]),
            MarkKind::Deleted(words) => {
                self.turn(goes_on);
                let words = words.replace("--}", "-- }");
                self.text.extend(["{--", &words, "--}"]);
            }
            MarkKind::Comment(words) => {
                self.turn(goes_on);
                let words = words.replace("<<}", "<< }");
                self.text.extend(["{>>", &words, "<<}"]);
            }
            MarkKind::Emphasis | MarkKind::Added => {}
        }
    }
}

/// Puts a backslash before what the draft syntax would take for a mark. Emphasised words
/// keep their stars.
pub(super) fn escaped(text: &str) -> String {
    let mut done = String::with_capacity(text.len() + 8);
    if text.starts_with(['#', '>', '|']) {
        done.push('\\');
    }
    let mut emphasis_end = None;
    let mut written = 0;
    for (at, mark) in text.bytes().enumerate().filter(|(_, byte)| may_mark(*byte)) {
        done.push_str(text.get(written..at).unwrap_or_default());
        written = at;
        let rest = text.get(at..).unwrap_or_default();
        if mark == b'*' && emphasis_end.is_none() {
            emphasis_end = emphasis_len(&done, rest).map(|len| at + len - 1);
            if emphasis_end.is_some() {
                continue;
            }
        }
        if emphasis_end == Some(at) {
            emphasis_end = None;
        } else if is_mark(mark, rest) {
            done.push('\\');
        }
    }
    done.push_str(text.get(written..).unwrap_or_default());
    done
}

/// Whether a mark of the draft syntax may open or close with a byte.
fn may_mark(byte: u8) -> bool {
    matches!(byte, b'*' | b'\\' | b'[' | b'{' | b'+' | b'<')
}

/// Whether what begins with a byte opens or closes a mark of the draft syntax.
fn is_mark(first: u8, rest: &str) -> bool {
    let after = rest.chars().nth(1);
    match first {
        b'*' => true,
        b'\\' => after.is_some_and(|after| after.is_ascii_punctuation()),
        b'[' => after == Some('^'),
        b'{' => matches!(after, Some('+' | '-' | '>')),
        b'+' => rest.starts_with("++}"),
        b'<' => rest.starts_with("<!--"),
        _ => false,
    }
}

/// The length of “*inter alia*” with its stars, where it opens a text.
fn emphasis_len(before: &str, rest: &str) -> Option<usize> {
    const LONGEST: usize = 160;
    let opens = before.is_empty() || before.ends_with([' ', '(', '“', '"', '«']);
    let words = rest.strip_prefix('*')?;
    let end = words.bytes().take(LONGEST).position(|byte| byte == b'*')?;
    let (words, after) = (words.get(..end)?, words.get(end + 1..)?);
    let is_emphasis = words.starts_with(char::is_alphanumeric)
        && words.ends_with(|c: char| !c.is_whitespace())
        && !after.starts_with(|c: char| c.is_alphanumeric() || c == '*');
    (opens && is_emphasis).then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_nested_as_the_draft_reads_them() {
        let mark = |kind: MarkKind, covers| Mark { kind, covers };
        let marks = [
            mark(MarkKind::Emphasis, 0..10),
            mark(MarkKind::Added, 4..14),
            mark(MarkKind::Deleted("it".to_owned()), 14..14),
            mark(MarkKind::Call("2".to_owned()), 18..18),
        ];
        assert_eq!(
            marked("The new words and.", &marks),
            "*The* {++*new wo*rds ++}{--it--}and.[^2]"
        );
    }

    #[test]
    fn a_paragraph_that_is_new_encloses_what_is_said_of_it() {
        let marks = [
            Mark { kind: MarkKind::Added, covers: 0..13 },
            Mark { kind: MarkKind::Comment("EU: no".to_owned()), covers: 13..13 },
        ];
        assert_eq!(marked("4 bis. Urges;", &marks), "{++4 bis. Urges;{>>EU: no<<}++}");
    }

    #[test]
    fn emphasis_goes_on_over_a_line_end() {
        let emphasis = |covers| Mark { kind: MarkKind::Emphasis, covers };
        assert_eq!(
            marked("see the Treaty Series, vol. 1", &[emphasis(8..14), emphasis(15..21)]),
            "see the *Treaty Series*, vol. 1"
        );
    }

    #[test]
    fn what_would_be_a_mark_is_escaped() {
        for (text, written) in [
            ("a * on its door", "a \\* on its door"),
            ("Brazil,* Chile,* Norway", "Brazil,\\* Chile,\\* Norway"),
            ("facing, *inter alia*, it", "facing, *inter alia*, it"),
            ("a note[^1] and {++it++}", "a note\\[^1] and \\{++it\\++}"),
            ("# no heading", "\\# no heading"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
