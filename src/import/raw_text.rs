//! Text as copied or extracted from a document of the United Nations: its lines, each
//! without the traces of its conversion.

use super::manuscript::{Line, Manuscript, SUPERSCRIPTS};
use super::{SetAside, furniture};
use crate::conventions::numbering::{MarkerForm, parse_marker};

/// Cuts a text into lines, and sets aside what can be told for furniture by itself.
pub(super) fn read(text: &str) -> Manuscript {
    let line_break = if text.contains('\n') { '\n' } else { '\r' };
    let mut manuscript = Manuscript::default();
    let mut above = Above::default();
    let mut job_number = None;
    for (index, raw) in text.split(line_break).enumerate() {
        for (page, piece) in raw.split('\u{c}').enumerate() {
            above.is_page_break |= page > 0;
            let number = index + 1;
            let text = words(piece);
            if text.is_empty() {
                above.is_gap |= page == 0;
            } else if let Some(what) = furniture::anywhere(&text)
                .or_else(|| date_of_job(&text, number, job_number))
            {
                job_number = (what == "job number").then_some(number).or(job_number);
                above.is_page_break = true;
                manuscript.set_aside.push(SetAside { place: number, what, text });
            } else {
                let above = std::mem::take(&mut above);
                manuscript.lines.push(line(number, piece, &text, &above));
            }
        }
    }
    manuscript
}

/// “280222”, close to a job number: the day on which the page was made.
fn date_of_job(
    text: &str,
    number: usize,
    job_number: Option<usize>,
) -> Option<&'static str> {
    const NEAR: usize = 6;
    let is_near = job_number.is_some_and(|job| number - job <= NEAR);
    let is_date = text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit());
    (is_near && is_date).then_some("job number")
}

/// What stands between two lines of words.
#[derive(Default)]
struct Above {
    is_gap: bool,
    is_page_break: bool,
}

fn line(number: usize, raw: &str, words: &str, above: &Above) -> Line {
    let (text, is_heading) = without_heading_mark(words);
    let is_set_in = raw.starts_with(' ') && !raw.starts_with("  ");
    Line {
        number,
        text: without_markdown(text),
        has_gap: above.is_gap,
        is_after_page_break: above.is_page_break || is_set_in,
        is_heading,
        row: row(raw),
        ..Line::default()
    }
}

/// A line that tabs or wide spaces divide into cells, with pipes between them. A number
/// and its words are no cells.
fn row(raw: &str) -> Option<String> {
    const WIDE: &str = "   ";
    let raw = raw.trim();
    if !raw.contains('\t') && !raw.contains(WIDE) {
        return None;
    }
    let cells: Vec<String> = raw
        .split('\t')
        .flat_map(|piece| piece.split(WIDE))
        .map(|cell| words(cell).replace('|', "/"))
        .filter(|cell| !cell.is_empty())
        .collect();
    let is_paragraph = || {
        cells.len() == 2
            && parse_marker(&cells[0]).is_some_and(|m| m.len == cells[0].len())
    };
    (cells.len() > 1 && !is_paragraph()).then(|| format!("| {} |", cells.join(" | ")))
}

/// The characters of a line that a reader sees, each run of spaces as one.
fn words(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut spaces = 0;
    for c in raw.trim().chars() {
        match c {
            '\u{200b}' | '\u{feff}' | '\u{2060}' => {}
            c if c.is_whitespace() => {
                spaces += 1;
                // One no-break space is kept: it is meant.
                if spaces == 1 && c == '\u{a0}' {
                    text.push(c);
                } else if spaces == 1 {
                    text.push(' ');
                } else if text.ends_with('\u{a0}') {
                    text.pop();
                    text.push(' ');
                }
                continue;
            }
            c if c.is_control() => {}
            '\u{2010}' | '\u{2011}' => text.push('-'),
            '\u{fb00}'..='\u{fb06}' => text.push_str(letters_of_ligature(c)),
            c => text.push(c),
        }
        spaces = 0;
    }
    let end = text.trim_end().len();
    text.truncate(end);
    without_soft_hyphens(text)
}

/// The letters that a font has drawn as one.
fn letters_of_ligature(c: char) -> &'static str {
    match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        _ => "st",
    }
}

/// A soft hyphen is kept at the end of a line only, where it has cut a word.
fn without_soft_hyphens(text: String) -> String {
    if !text.contains('\u{ad}') {
        return text;
    }
    let is_cut = text.ends_with('\u{ad}');
    let mut text = text.replace('\u{ad}', "");
    if is_cut {
        text.push('\u{ad}');
    }
    text
}

fn without_heading_mark(text: &str) -> (&str, bool) {
    let words = text.trim_start_matches('#');
    let level = text.len() - words.len();
    match words.strip_prefix(' ') {
        Some(words) if (1..=6).contains(&level) => {
            (words.trim_end_matches(['#', ' ']), true)
        }
        _ => (text, false),
    }
}

/// Takes off what converters to Markdown add: superscripts in braces, a bullet before a
/// number, emphasis of the opening phrase, spaces inside a marker.
fn without_markdown(text: &str) -> String {
    let text = superscripts(text);
    let text = without_escapes(text);
    let text = without_emphasis(&text);
    let text = without_bullet(&tidy_marker(&text));
    let text = tidy_marker(&text);
    let len =
        parse_marker(&text).filter(|m| m.form != MarkerForm::Bullet).map_or(0, |m| m.len);
    match (text.get(..len), text.get(len..)) {
        (Some(marker), Some(rest)) if len > 0 && !rest.is_empty() => {
            format!("{marker} {}", without_emphasis(rest.trim_start()))
        }
        _ => text,
    }
}

/// `^{1}` and `<sup>1</sup>` as ¹; `^{*}` as a star.
fn superscripts(text: &str) -> String {
    let mut text = text.to_owned();
    if memchr::memchr2(b'^', b'<', text.as_bytes()).is_none() {
        return text;
    }
    for (open, close) in [("^{", "}"), ("<sup>", "</sup>")] {
        let mut done = String::new();
        while let Some((before, rest)) = text.split_once(open) {
            let Some((mark, after)) = rest.split_once(close) else { break };
            done.push_str(before);
            match raised(mark.trim()) {
                Some(mark) => done.push_str(&mark),
                None => done.extend([open, mark, close]),
            }
            text = after.to_owned();
        }
        text = done + &text;
    }
    text
}

fn raised(mark: &str) -> Option<String> {
    if mark.is_empty() || mark.len() > 4 {
        return None;
    }
    if mark.bytes().all(|byte| byte == b'*') {
        return Some(mark.to_owned());
    }
    mark.chars()
        .map(|c| c.to_digit(10).and_then(|d| SUPERSCRIPTS.get(d as usize)))
        .collect()
}

/// Markdown's backslashes before marks.
fn without_escapes(text: String) -> String {
    if !text.contains('\\') {
        return text;
    }
    ["_", "*", "[", "]", "#", ".", "-"]
        .iter()
        .fold(text, |text, mark| text.replace(&format!("\\{mark}"), mark))
}

/// Takes the stars off words that stand emphasised at the start of a line.
fn without_emphasis(text: &str) -> String {
    let rest = text.trim_start_matches(['*', '_']);
    let Some(mark) = text.get(..text.len() - rest.len()) else { return text.to_owned() };
    let is_one_mark = matches!(mark, "*" | "**" | "***" | "_" | "__");
    if !is_one_mark || rest.starts_with(char::is_whitespace) {
        return text.to_owned();
    }
    match rest.split_once(mark) {
        Some((words, after)) if !words.is_empty() => {
            let words = words.trim_end();
            let joint = if needs_space(words, after) { " " } else { "" };
            format!("{words}{joint}{after}")
        }
        _ => text.to_owned(),
    }
}

fn needs_space(before: &str, after: &str) -> bool {
    before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
}

/// A bullet before a number or letter is the converter's.
fn without_bullet(text: &str) -> String {
    let rest = text.strip_prefix(['-', '*', '•', '+', '–', '·']).map(str::trim_start);
    let is_marked = |rest: &str| {
        parse_marker(&without_emphasis(&tidy_marker(rest)))
            .is_some_and(|m| m.form != MarkerForm::Bullet)
    };
    match rest {
        Some(rest) if is_marked(rest) => without_emphasis(rest),
        _ => text.to_owned(),
    }
}

/// `( a )`, `a )`, `1 .`, `（a）`, `1．` and a marker that touches its words, as the
/// Manual writes them.
fn tidy_marker(text: &str) -> String {
    let open = text.strip_prefix(['(', '（']);
    let inner = open.unwrap_or(text).trim_start();
    let is_of_marker = |c: char| c.is_ascii_alphanumeric();
    let len = inner.find(|c| !is_of_marker(c)).unwrap_or(inner.len());
    let (Some(label), Some(after)) = (inner.get(..len), inner.get(len..)) else {
        return text.to_owned();
    };
    let is_number = label.bytes().all(|byte| byte.is_ascii_digit());
    if label.is_empty() || label.len() > 5 {
        return text.to_owned();
    }
    let after = after.trim_start();
    let rest_after = |marks: &[char]| {
        after
            .strip_prefix(marks)
            .filter(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let spaced = |marker: String, rest: &str| {
        let rest = rest.trim_start();
        if rest.is_empty() { marker } else { format!("{marker} {rest}") }
    };
    if open.is_some() {
        let is_letters =
            label.len() <= 4 && label.chars().all(|c| c.is_ascii_lowercase());
        return match rest_after(&[')', '）']) {
            Some(rest) if is_letters || is_number && label.len() <= 2 => {
                spaced(format!("({label})"), rest)
            }
            _ => text.to_owned(),
        };
    }
    let touches = |rest: &str| {
        rest.starts_with(char::is_alphabetic) || rest.starts_with(['*', '“', '"'])
    };
    match (rest_after(&['.', '．']), rest_after(&[')'])) {
        (Some(rest), _)
            if is_number
                && label.len() <= 3
                && (rest.starts_with(' ') || touches(rest)) =>
        {
            spaced(format!("{label}."), rest)
        }
        (_, Some(rest))
            if label.len() <= 4 && label.chars().all(|c| c.is_ascii_lowercase()) =>
        {
            spaced(format!("{label})"), rest)
        }
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces_of_markdown_are_taken_off() {
        for (raw, clean) in [
            ("- 1. *Reaffirms* that", "1. Reaffirms that"),
            ("- a ) De mettre", "a) De mettre"),
            ("**2.** **Decides** to", "2. Decides to"),
            ("^{*} Non-Member State", "* Non-Member State"),
            ("pandemic;^{12}", "pandemic;¹²"),
            ("3.Decides", "3. Decides"),
            ("(b)促进", "(b) 促进"),
            ("1.5 billion", "1.5 billion"),
            ("*inter alia* and", "inter alia and"),
        ] {
            assert_eq!(without_markdown(raw), clean);
        }
    }

    #[test]
    fn a_page_break_is_told_by_furniture_or_one_space() {
        let read = read("One,\nGE.20-00001(E)\nTwo\n three\n");
        let breaks: Vec<bool> =
            read.lines.iter().map(|line| line.is_after_page_break).collect();
        assert_eq!(breaks, [false, true, true]);
        assert_eq!((read.set_aside[0].place, read.set_aside[0].what), (2, "job number"));
    }
}
