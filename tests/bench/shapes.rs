//! The shapes in which one text comes: as stored, wrapped, doubled, with the furniture of
//! its pages, as Markdown.

use std::fmt::Write;

/// A shape: its name, and how a text comes to it.
type Shape = (&'static str, fn(&str) -> String);

/// The shapes, in the order of the report.
pub(crate) const SHAPES: [Shape; 5] = [
    ("as stored", str::to_owned),
    ("wrapped", wrapped),
    ("doubled", doubled),
    ("furnished", furnished),
    ("Markdown", markdown),
];

/// Words that stand in the furniture and in no text of the corpus.
pub(crate) const FURNITURE: [&str; 4] =
    ["GE.23-98765(E)", "A/HRC/RES/99/77", "The registry of Zanzibar", "its own cellar"];

const COLUMNS: usize = 90;
const LINES_OF_A_PAGE: usize = 45;

/// Lines of at most 90 columns. A compound may be cut after its hyphen.
pub(crate) fn wrapped(text: &str) -> String {
    let mut done = String::with_capacity(text.len() + text.len() / 60);
    for line in text.lines() {
        let mut columns = 0;
        for piece in pieces(line) {
            let width = piece.chars().count();
            if columns > 0 && columns + piece.trim_end().chars().count() > COLUMNS {
                let end = done.trim_end_matches(' ').len();
                done.truncate(end);
                done.push('\n');
                columns = 0;
            }
            done.push_str(piece);
            columns += width;
        }
        done.push('\n');
    }
    done
}

/// A line cut where it may break: after spaces and after the hyphens of compounds.
fn pieces(line: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let letters: Vec<(usize, char)> = line.char_indices().collect();
    for (index, &(at, c)) in letters.iter().enumerate() {
        let is_letter = |index: Option<usize>| {
            index.and_then(|i| letters.get(i)).is_some_and(|(_, c)| c.is_alphabetic())
        };
        let is_compound =
            c == '-' && is_letter(index.checked_sub(1)) && is_letter(Some(index + 1));
        if c == ' ' || is_compound {
            pieces.extend(line.get(from..=at));
            from = at + 1;
        }
    }
    pieces.extend(line.get(from..));
    pieces
}

/// A blank line after every line.
fn doubled(text: &str) -> String {
    let text = wrapped(text);
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    lines.flat_map(|line| [line, "\n\n"]).collect()
}

/// Footnote, job number, page number and running head after every 45th line, with blank
/// lines around them on every other page.
fn furnished(text: &str) -> String {
    let mut done = String::with_capacity(text.len() * 11 / 10);
    let (mut lines, mut page) = (0, 1);
    for line in wrapped(text).lines() {
        done.push_str(line);
        done.push('\n');
        lines += usize::from(!line.trim().is_empty());
        if lines == LINES_OF_A_PAGE {
            page += 1;
            lines = 0;
            done.push_str(&furniture(page));
        }
    }
    done
}

fn furniture(page: usize) -> String {
    let [job, head, registry, cellar] = FURNITURE;
    let mark = page - 1;
    let note = if page.is_multiple_of(3) {
        format!("{} {registry}, document {page}, section 4.\n", raised(mark))
    } else {
        format!(
            "{mark} {registry} keeps the second volume of its yearbook, with the map of the \
             harbour, in\n{cellar}, sections 4 to 12.\n"
        )
    };
    let mut text = String::new();
    match page % 4 {
        0 => write!(text, "{note}{job}\n{page}\n{head}\n"),
        1 => write!(text, "\n{note}\n{job} {page}\n\n{head}\n\n"),
        2 => write!(text, "{note}{page}/27 {job}\n\u{c}{head}\n"),
        _ => write!(text, "\n{note}\n{page}\n\n{head}\n\n"),
    }
    .ok();
    text
}

fn raised(number: usize) -> String {
    let figures: Vec<char> = "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().collect();
    let digits = number.to_string().into_bytes();
    digits.iter().map(|digit| figures[usize::from(digit - b'0')]).collect()
}

/// As a converter to Markdown writes it: a list mark before every number and letter, the
/// first word of a paragraph in italics, numbers of notes in braces, comments at pages.
fn markdown(text: &str) -> String {
    let mut done = String::with_capacity(text.len() * 11 / 10);
    for (index, line) in text.lines().enumerate() {
        if index % 60 == 59 {
            done.push_str("<!-- image -->\n\n");
        }
        let marker = line.split('\t').next().filter(|marker| marker.len() < line.len());
        let words = marker.and_then(|marker| line.get(marker.len() + 1..));
        match (marker, words) {
            (Some(marker), Some(words)) if is_list_mark(marker) => {
                writeln!(done, "- {marker} {}", in_italics(words)).ok();
            }
            _ if line.ends_with([',', ';']) && line.len() > 40 => {
                writeln!(done, "{}", in_italics(line)).ok();
            }
            _ if line.starts_with("Annex") && line.len() < 12 => {
                writeln!(done, "## {line}").ok();
            }
            _ => writeln!(done, "{line}").ok().unwrap_or_default(),
        }
    }
    done
}

fn is_list_mark(marker: &str) -> bool {
    let inner = marker.trim_start_matches('(').trim_end_matches(['.', ')']);
    marker.ends_with(['.', ')'])
        && (1..=4).contains(&inner.len())
        && inner.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

/// The first word between stars.
fn in_italics(words: &str) -> String {
    match words.split_once(' ') {
        Some((first, rest)) if first.chars().all(char::is_alphabetic) => {
            format!("*{first}* {rest}")
        }
        _ => words.to_owned(),
    }
}
