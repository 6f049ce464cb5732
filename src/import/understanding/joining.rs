//! Two lines as one: with a space, without one, or over a hyphen.

use std::collections::HashSet;
use std::ops::Range;

use crate::conventions::calendar::ordinal_value;
use crate::conventions::numbering::{MarkerForm, parse_marker};
use crate::import::furniture;
use crate::import::manuscript::{Line, below, cut, moved};
use crate::text::is_wide;

use super::headings;

/// First halves that keep their hyphen, where the text does not tell.
const PREFIXES: [&str; 34] = [
    "above", "bi", "all", "anti", "co", "counter", "cross", "ex", "follow", "full",
    "gender", "half", "high", "human", "inter", "intra", "long", "low", "mid", "multi",
    "non", "post", "pre", "pro", "quasi", "re", "self", "semi", "short", "sub", "under",
    "vice", "well", "year",
];

/// Second halves that are no words: a hyphen before them only cuts a word, even where the
/// text does not have it whole.
const ENDINGS: [&str; 40] = [
    "al", "ally", "ance", "ation", "ations", "ble", "bly", "cial", "cies", "cy", "dent",
    "dents", "ed", "ence", "ences", "ful", "ing", "ings", "ism", "ity", "ities",
    "lation", "ly", "ment", "mental", "ments", "ness", "ous", "sion", "sions", "sity",
    "tee", "ties", "tion", "tional", "tions", "tive", "tively", "ture", "ty",
];

/// What a text does with hyphens elsewhere than at line ends.
#[derive(Debug, Default)]
pub(in crate::import) struct Hyphens {
    words: HashSet<String>,
}

impl Hyphens {
    /// Learns the words of a text, where it has a line that ends with a hyphen.
    pub(in crate::import) fn of(lines: &[Line]) -> Self {
        let mut hyphens = Self::default();
        if !lines.iter().any(|line| line.text.ends_with(['-', '\u{2010}'])) {
            return hyphens;
        }
        for line in lines {
            // A word before a hyphen that ends the line may be cut.
            let whole = match line.text.strip_suffix(['-', '\u{2010}']) {
                Some(cut) => cut.rsplit_once(' ').map_or("", |(whole, _)| whole),
                None => &line.text,
            };
            for word in whole.split_whitespace() {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                if !word.is_empty() {
                    hyphens.words.insert(word.to_lowercase());
                }
            }
        }
        hyphens
    }

    /// Adds a line to the text above it, and says at which byte it begins there.
    pub(in crate::import) fn join(&self, text: &mut String, line: &str) -> usize {
        let Some(last) = text.chars().next_back() else {
            text.push_str(line);
            return 0;
        };
        let first = line.chars().next().unwrap_or(' ');
        if last == '\u{ad}' {
            text.pop();
        } else if matches!(last, '-' | '\u{2010}') && first.is_alphanumeric() {
            if is_suspended(line) {
                text.push(' ');
            } else if self.is_hyphenation(text, line) {
                text.pop();
            }
        } else if !(is_wide(last)
            || is_wide(first)
            || is_cut_dash(last, first)
            || is_open_solidus(text, first))
        {
            text.push(' ');
        }
        let at = text.len();
        text.push_str(line);
        at
    }

    /// Whether the hyphen that ends a text only cuts a word.
    fn is_hyphenation(&self, text: &str, line: &str) -> bool {
        let bare = text.trim_end_matches(['-', '\u{2010}']);
        let is_of_word = |c: char| c.is_alphanumeric() || c == '-';
        let start = bare.rfind(|c| !is_of_word(c)).map_or(0, |at| {
            at + bare
                .get(at..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
        let end = line.find(|c| !is_of_word(c)).unwrap_or(line.len());
        let (Some(first), Some(second)) = (bare.get(start..), line.get(..end)) else {
            return false;
        };
        let is_cut_word =
            first.ends_with(char::is_lowercase) && second.starts_with(char::is_lowercase);
        if !is_cut_word || self.knows(&format!("{first}-{second}")) {
            return false;
        }
        let first_half = first.to_lowercase();
        let is_compound =
            PREFIXES.contains(&first_half.as_str()) || is_number_word(&first_half);
        !is_compound
            && (self.knows(&format!("{first}{second}")) || ENDINGS.contains(&second))
    }

    fn knows(&self, word: &str) -> bool {
        self.words.contains(&word.to_lowercase())
    }
}

/// Whether a hyphen stands for the rest of a compound: “troop- and police-contributing”.
fn is_suspended(line: &str) -> bool {
    let word = line.split(' ').next().unwrap_or_default();
    matches!(word, "and" | "or" | "et" | "ou")
}

/// “thirty” of “thirty-seventh”.
fn is_number_word(word: &str) -> bool {
    ordinal_value(&format!("{word}-first")).is_some()
}

/// The Chinese dash of two, cut at the end of a line.
fn is_cut_dash(last: char, first: char) -> bool {
    last == '—' && first == '—'
}

/// “and/” at the end of a line goes on with “or” at once.
fn is_open_solidus(text: &str, first: char) -> bool {
    text.ends_with('/') && !text.ends_with(" /") && first.is_alphanumeric()
}

/// Puts a number or letter that stands alone on its line before the words of the next:
/// extraction takes the two for columns.
pub(super) fn with_markers(lines: Vec<Line>) -> Vec<Line> {
    const LONGEST_MARKER: usize = 6;
    let is_alone = |line: &Line| {
        line.role.is_none()
            && line.text.len() <= LONGEST_MARKER
            && parse_marker(&line.text).is_some_and(|marker| {
                matches!(marker.form, MarkerForm::Number | MarkerForm::Bracketed)
                    && marker.len == line.text.len()
            })
    };
    let mut whole: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let above = whole.last_mut().filter(|above| is_alone(above));
        let opens = line.role.is_none()
            && line
                .text
                .starts_with(|c: char| c.is_uppercase() || matches!(c, '“' | '['))
            && furniture::in_text(&line.text).is_none();
        match above {
            Some(above) if opens => {
                above.text.push(' ');
                let at = above.text.len();
                above.text.push_str(&line.text);
                above.marks.extend(moved(&line.marks, at));
            }
            _ => whole.push(line),
        }
    }
    whole
}

/// Parts an organ line from the paragraph that extraction has put behind it: “The Human
/// Rights Council, Guided by …”.
pub(super) fn with_organ_lines(lines: Vec<Line>) -> Vec<Line> {
    let mut whole = Vec::with_capacity(lines.len());
    for mut line in lines {
        if let Some(end) = joined_organ_line(&line) {
            let rest = line.text.split_off(end);
            let words = rest.trim_start();
            let below = Line {
                text: words.to_owned(),
                marks: below(&line.marks, end + rest.len() - words.len()),
                is_after_page_break: false,
                ..line.clone()
            };
            line.marks.retain(|mark| mark.covers.end <= end);
            whole.push(line);
            whole.push(below);
        } else {
            whole.push(line);
        }
    }
    whole
}

/// Where the organ line ends that opens a longer line.
fn joined_organ_line(line: &Line) -> Option<usize> {
    const LONGEST: usize = 80;
    let comma = line.text.bytes().take(LONGEST).position(|byte| byte == b',')?;
    let (head, rest) = (line.text.get(..=comma)?, line.text.get(comma + 1..)?);
    let is_joined = line.role.is_none()
        && rest.trim_start().starts_with(char::is_uppercase)
        && rest.len() > 20
        && headings::is_organ_line(head);
    is_joined.then_some(comma + 1)
}

/// Takes out the spaces that extraction puts between ideographs, and between them and
/// figures; those around Latin words stay.
pub(super) fn without_stray_spaces(text: &str) -> String {
    let mut done = text.to_owned();
    cut(&mut done, &mut Vec::new(), &stray_spaces(text));
    done
}

/// Where the spaces stand that extraction puts between ideographs.
pub(super) fn stray_spaces(text: &str) -> Vec<Range<usize>> {
    if !text.contains(is_wide) {
        return Vec::new();
    }
    let mut before = None;
    let mut stray = Vec::new();
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        match (before, rest.peek()) {
            (Some(before), Some((_, after)))
                if c == ' ' && is_between_signs(before, *after) =>
            {
                stray.push(at..at + 1);
            }
            _ => before = Some(c),
        }
    }
    stray
}

fn is_between_signs(before: char, after: char) -> bool {
    let is_close = |c: char| {
        is_wide(c)
            || c.is_ascii_digit()
            || matches!(c, '”' | '“' | '’' | '‘' | ')' | '(' | ',' | ';')
    };
    (is_wide(before) || is_wide(after)) && is_close(before) && is_close(after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(lines: &[&str]) -> String {
        let line = |text: &&str| Line::new(1, text);
        let lines: Vec<Line> = lines.iter().map(line).collect();
        let hyphens = Hyphens::of(&lines);
        let mut text = String::new();
        for line in &lines {
            hyphens.join(&mut text, &line.text);
        }
        text
    }

    #[test]
    fn a_hyphen_goes_only_where_the_word_is_known_without() {
        for (lines, text) in [
            (["applying non-", "custodial measures"], "applying non-custodial measures"),
            (["its thirty-", "seventh session"], "its thirty-seventh session"),
            (
                ["an international and interna-", "tional act"],
                "an international and international act",
            ),
            (["a capacity-", "building plan"], "a capacity-building plan"),
            (
                ["addressed to the Presi-", "dent of it"],
                "addressed to the President of it",
            ),
            (
                ["the troop-", "and police-contributing"],
                "the troop- and police-contributing",
            ),
            (["the years 2020-", "2030"], "the years 2020-2030"),
            (["and/", "or"], "and/or"),
            (["人权理", "事会"], "人权理事会"),
            (["遭受—", "—且"], "遭受——且"),
        ] {
            assert_eq!(joined(&lines), text);
        }
    }

    #[test]
    fn a_marker_alone_on_its_line_goes_to_the_words_below() {
        let lines = ["1.", "Decides to act:", "(a)", "Today;", "2.", "2/27", "A."];
        let lines = lines.iter().map(|text| Line::new(1, text)).collect();
        let texts: Vec<String> =
            with_markers(lines).into_iter().map(|line| line.text).collect();
        assert_eq!(texts, ["1. Decides to act:", "(a) Today;", "2.", "2/27", "A."]);
    }

    #[test]
    fn an_organ_line_stands_alone() {
        let line =
            Line::new(1, "The General Assembly, Guided by the rules of the house,");
        let other =
            Line::new(2, "The General Assembly, in 1950, met twice in the house,");
        let texts: Vec<String> =
            with_organ_lines(vec![line, other]).into_iter().map(|l| l.text).collect();
        assert_eq!(texts.len(), 3);
        assert_eq!(texts[1], "Guided by the rules of the house,");
    }

    #[test]
    fn ideographs_and_figures_stand_close() {
        assert_eq!(without_stray_spaces("于 2017 年 12 月"), "于2017年12月");
        assert_eq!(without_stray_spaces("see 70/1 and (a)"), "see 70/1 and (a)");
    }
}
