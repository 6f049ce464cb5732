//! Headings inside a text: parts, sections, annexes.

use std::sync::LazyLock;

use crate::conventions::numbering::{parse_marker, roman_value};
use crate::conventions::opening_phrases::OpeningPhrases;
use crate::conventions::organs;

use super::layout::{Layout, ended_by};
use super::nesting::unquoted;
use super::notes;
use crate::import::furniture;
use crate::import::manuscript::Line;

/// How many characters a heading may have.
const LONGEST_HEADING: usize = 200;

/// How many characters a heading with a numeral may have.
const LONGEST_NUMBERED: usize = 300;

/// How many lines the title of a part may have.
const LONGEST_TITLE: usize = 6;

/// How many headings may follow one another: a part, its title, a section, its title.
const MOST_HEADINGS: usize = 4;

/// A heading that begins a part: its letter, its title, and the lines before its organ
/// line.
pub(super) fn part(lines: &[Line]) -> Option<(char, String, usize)> {
    let first = &lines.first()?.text;
    let letter = first.chars().next().filter(char::is_ascii_uppercase)?;
    let rest = first.get(1..)?.trim_start_matches('.');
    if !rest.is_empty() && !rest.starts_with(' ')
        || !rest.is_empty() && first.get(1..2) != Some(".")
    {
        return None;
    }
    let organ_line = lines
        .iter()
        .skip(1)
        .take(LONGEST_TITLE)
        .position(|line| is_organ_line(&line.text))?
        + 1;
    let title: Vec<&str> = std::iter::once(rest.trim())
        .chain(lines[1..organ_line].iter().map(|line| line.text.as_str()))
        .filter(|text| !text.is_empty())
        .collect();
    Some((letter, title.join(" "), organ_line))
}

/// Where among the next lines a part begins.
pub(super) fn next_part(lines: &[Line], most: usize) -> Option<usize> {
    (0..lines.len().min(most)).find(|at| part(&lines[*at..]).is_some())
}

/// Whether a line is an organ line with its comma.
pub(super) fn is_organ_line(text: &str) -> bool {
    let text = text.trim_matches(['*', '_', ' ']);
    let first = text.chars().next().and_then(|first| first.to_lowercase().next());
    text.len() < 120
        && text.ends_with([',', '，', '،'])
        && first.is_some_and(|first| FIRST_LETTERS.contains(&first))
        && organs::opened_by(text).is_some()
}

/// Whether a line is the name of an organ that opens a text, its comma forgotten.
pub(super) fn is_organ_name(text: &str) -> bool {
    text.len() < 60
        && text.starts_with(char::is_uppercase)
        && text.ends_with(|c: char| c.is_alphabetic() || c == '.')
        && organs::opened_by(text).is_some()
}

/// The small letters with which organ lines begin: most lines begin with another.
static FIRST_LETTERS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let lines = organs::all().iter().flat_map(|organ| organ.organ_line.values());
    let mut letters: Vec<char> =
        lines.filter_map(|line| line.chars().next()?.to_lowercase().next()).collect();
    letters.sort_unstable();
    letters.dedup();
    letters
});

/// “Annex”, “Annex II”, alone on its line.
pub(super) fn annex(text: &str) -> Option<&str> {
    const WORDS: [&str; 10] = [
        "Annex",
        "ANNEX",
        "Annexe",
        "ANNEXE",
        "Anexo",
        "ANEXO",
        "Приложение",
        "附件",
        "附 件",
        "المرفق",
    ];
    let rest = WORDS.iter().rev().find_map(|word| text.strip_prefix(word))?;
    let rest = rest.trim_matches([' ', '.', ':', '*']);
    let number = rest.split([' ', '.', ':', '–', '—']).next().unwrap_or_default();
    let is_number = |word: &str| {
        roman_value(word).is_some() && word == word.to_uppercase()
            || word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
            || (1..=2).contains(&word.len())
                && word.bytes().all(|byte| byte.is_ascii_digit())
            || word.len() < 12 && word.chars().all(|c| "一二三四五六七八九十".contains(c))
    };
    (rest.is_empty() || is_number(number) && rest.len() < 80 && ended_by(rest).is_none())
        .then_some(text)
}

/// A heading with the expected Roman numeral, and its lines.
pub(super) fn numbered(
    lines: &[Line],
    expected: u32,
    layout: Layout,
    openings: &OpeningPhrases,
) -> Option<(String, usize)> {
    let first = lines.first()?;
    let end = first.text.find(|c: char| !"IVXLC".contains(c)).unwrap_or(first.text.len());
    let (numeral, rest) = (first.text.get(..end)?, first.text.get(end..)?);
    let is_marked = rest.is_empty() || rest.starts_with(['.', ' ']);
    if !is_marked || roman_value(numeral) != Some(expected) {
        return None;
    }
    let words = rest.trim_start_matches(['.', ' ', '–', '—']);
    if words.starts_with(char::is_lowercase)
        || matches!(ended_by(words), Some(',' | ';' | ':'))
        || words.chars().count() > LONGEST_NUMBERED
        || is_text(words, openings)
    {
        return None;
    }
    let (title, len) = title(lines, words, layout, openings);
    let joint = if title.is_empty() { "" } else { ". " };
    Some((format!("{numeral}{joint}{title}"), len))
}

/// A heading that is counted by a capital letter, and its lines.
pub(super) fn lettered(
    lines: &[Line],
    expected: char,
    layout: Layout,
    openings: &OpeningPhrases,
) -> Option<(char, String, usize)> {
    let first = lines.first().filter(|line| line.has_gap)?;
    let rest = first.text.strip_prefix(expected)?;
    let words = rest.strip_prefix('.').unwrap_or(rest).trim();
    if !words.is_empty() && !rest.starts_with(". ") {
        return None;
    }
    let (title, len) = title(lines, words, layout, openings);
    let is_alone = title.is_empty() && rest.is_empty();
    let has_text = || lines.get(len).is_some_and(|next| is_text(&next.text, openings));
    (is_title(&title, openings) || is_alone && has_text())
        .then_some((expected, title, len))
}

/// The title behind the number or letter of a heading, and the lines of both.
fn title(
    lines: &[Line],
    words: &str,
    layout: Layout,
    openings: &OpeningPhrases,
) -> (String, usize) {
    let mut title = words.to_owned();
    let mut len = 1;
    while let Some(line) = lines.get(len).filter(|_| len < LONGEST_TITLE) {
        let belongs = if title.is_empty() {
            !is_text(&line.text, openings)
        } else {
            goes_on(lines, len, layout, openings)
        };
        if !belongs || line.text.chars().count() > 120 {
            break;
        }
        if !title.is_empty() {
            title.push(' ');
        }
        title.push_str(&line.text);
        len += 1;
    }
    (title, len)
}

/// Whether a line of a heading goes on in the next: a blank line stands between
/// headings, unless it stands between all lines.
fn goes_on(
    lines: &[Line],
    len: usize,
    layout: Layout,
    openings: &OpeningPhrases,
) -> bool {
    let Some([line, next]) = lines.get(len - 1..=len) else { return false };
    let is_full = || {
        matches!(layout, Layout::Doubled { .. })
            && (next.text.starts_with(char::is_lowercase) || !layout.is_short(line, next))
    };
    let ends_page = || {
        next.is_after_page_break
            || furniture::in_text(&next.text).is_some()
            || notes::start(&next.text, false).is_some()
            || notes::is_at_foot(&lines[len..], openings)
    };
    (!next.has_gap || is_full()) && !is_text(&next.text, openings) && !ends_page()
}

/// A short line without a mark at its end, above a paragraph; and its lines.
pub(super) fn plain(
    lines: &[Line],
    layout: Layout,
    openings: &OpeningPhrases,
) -> Option<(String, usize)> {
    let first = lines.first()?;
    let is_apart = first.has_gap || first.is_heading;
    if !is_apart
        || first.text.starts_with(char::is_lowercase)
        || organs::opened_by(unquoted(&first.text)).is_some()
        || is_text(&first.text, openings)
    {
        return None;
    }
    let mut text = first.text.clone();
    let mut len = 1;
    while let Some(line) = lines.get(len).filter(|_| len < LONGEST_TITLE) {
        if !goes_on(lines, len, layout, openings) {
            break;
        }
        text = format!("{text} {}", line.text);
        len += 1;
    }
    if !is_title(&text, openings) {
        return None;
    }
    let next = lines.get(len)?;
    let below_is_text = first.is_heading
        || is_text(&next.text, openings)
            && (parse_marker(&next.text).is_some()
                || !next.text.starts_with(char::is_lowercase));
    (below_is_text || is_heading_of_text(&lines[len..], openings)).then_some((text, len))
}

/// Whether the lines are headings, each apart from the last, and then text.
fn is_heading_of_text(lines: &[Line], openings: &OpeningPhrases) -> bool {
    let is_heading = |line: &&Line| line.has_gap && is_title(&line.text, openings);
    let count = lines.iter().take(MOST_HEADINGS).take_while(is_heading).count();
    count > 0 && lines.get(count).is_some_and(|line| is_text(&line.text, openings))
}

fn is_title(text: &str, openings: &OpeningPhrases) -> bool {
    let width = text.chars().count();
    (3..=LONGEST_HEADING).contains(&width)
        && text.contains(char::is_alphabetic)
        && ended_by(text).is_none()
        && !text.ends_with(['-', '–', '—'])
        && !is_text(text, openings)
}

/// Whether a line opens as the paragraphs of a resolution do.
pub(super) fn is_text(text: &str, openings: &OpeningPhrases) -> bool {
    parse_marker(text).is_some()
        || openings.preambular(text).is_some()
        || openings.operative(text).is_some()
}
