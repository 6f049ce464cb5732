//! Drafts inside a text: “Recommends to the General Assembly the adoption of the
//! following draft resolution:”, and below it a whole draft.

use super::headings::is_organ_line;
use super::layout::ended_by;
use crate::import::manuscript::Line;

/// How many lines may stand between the words that announce a draft and its organ line:
/// the lines of its title.
const LONGEST_TITLE: usize = 6;

/// What announces a draft, in the languages of the United Nations.
const ANNOUNCED: [&str; 12] = [
    "draft resolution",
    "draft decision",
    "following resolution",
    "following text",
    "projet de résolution",
    "projet de décision",
    "proyecto de resolución",
    "проект резолюции",
    "проекта резолюции",
    "决议草案",
    "مشروع القرار",
    "مشروع قرار",
];

/// Opening and closing quotation marks.
const OPENING: [char; 3] = ['“', '«', '「'];
const CLOSING: [char; 3] = ['”', '»', '」'];

/// A draft that is read inside another text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Nested {
    /// Which paragraph of the body is its first.
    pub(super) first: usize,
    /// Whether quotation marks enclose it; then the last of them ends it.
    pub(super) is_in_quotes: bool,
    /// The number that the next paragraph of the outer text should have.
    pub(super) outer_number: u32,
}

/// Whether a paragraph announces a draft.
pub(super) fn announces(text: &str) -> bool {
    if !matches!(ended_by(text), Some(':' | '：')) {
        return false;
    }
    let lower = text.to_lowercase();
    ANNOUNCED.iter().any(|words| lower.contains(words))
}

/// Whether the lines above an organ line announce its draft.
pub(super) fn opens_above(lines: &[Line], floor: usize, organ_line: usize) -> bool {
    let above = (floor..organ_line).rev().take(LONGEST_TITLE);
    let Some(end) = above
        .into_iter()
        .find(|at| matches!(ended_by(&lines[*at].text), Some(':' | '：' | ';' | '.')))
    else {
        return false;
    };
    let from = end.saturating_sub(1).max(floor);
    let words: Vec<&str> =
        lines[from..=end].iter().map(|line| line.text.as_str()).collect();
    announces(&words.join(" "))
}

/// Where among the next lines the organ line of an announced draft stands, below its
/// title; and whether quotation marks open the draft.
pub(super) fn organ_line(lines: &[Line]) -> Option<(usize, bool)> {
    let at = lines
        .iter()
        .take(LONGEST_TITLE)
        .position(|line| is_organ_line(unquoted(&line.text)))?;
    let is_title = |line: &Line| !matches!(ended_by(&line.text), Some(',' | ';' | ':'));
    let opens = |line: &Line| unquoted(&line.text).len() < line.text.len();
    let is_in_quotes = opens(lines.first()?) || opens(&lines[at]);
    lines[..at].iter().all(is_title).then_some((at, is_in_quotes))
}

/// A line without the quotation mark that opens it.
pub(super) fn unquoted(text: &str) -> &str {
    text.trim_start_matches(OPENING).trim_start_matches(['"', ' '])
}

/// Whether the quotation marks of a draft end with this paragraph of it. Each paragraph
/// may open with a mark of its own, which only the last one closes.
pub(super) fn closes(text: &str) -> bool {
    let text = text.trim_end();
    if text.ends_with('"') {
        let count = text.bytes().filter(|byte| *byte == b'"').count();
        return (count % 2 == 0) == text.starts_with('"');
    }
    let of = |marks: [char; 3]| text.chars().filter(|c| marks.contains(c)).count();
    let (opened, closed) = (of(OPENING), of(CLOSING));
    let ends = text.trim_end_matches(['.', ',', ';', ' ']).ends_with(CLOSING);
    ends && if text.starts_with(OPENING) { closed >= opened } else { closed > opened }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_paragraph_closes_the_draft() {
        for (text, ends) in [
            ("“Recalling the “Rules”,", false),
            ("“2. Requests a report.”", true),
            ("2. Requests a report.”", true),
            ("Noting the “Rules”,", false),
            ("\"2. Requests a report.\"", true),
            ("\"1. Notes the \"Rules\";", false),
        ] {
            assert_eq!(closes(text), ends, "{text}");
        }
    }
}
