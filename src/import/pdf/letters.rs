//! The letters of a row as text: words by their spaces, ligatures as letters, raised
//! figures as such, and right-to-left scripts in the order in which they are read.

use unicode_normalization::UnicodeNormalization;

use super::drawn::{Glyph, Letters};
use crate::import::manuscript::{Mark, MarkKind, SUPERSCRIPTS};
use crate::text::is_wide;

/// White space between letters, in sizes of letters, that divides words.
const WORD_GAP: f64 = 0.17;

/// The same beside signs that are written without spaces.
const SIGN_GAP: f64 = 0.7;

/// A glyph that shows something.
#[derive(Debug, Clone)]
pub(super) struct Inked {
    pub(super) glyph: Glyph,
    /// Whether the file has a space before it.
    pub(super) has_space: bool,
    /// Whether it stands above the line.
    pub(super) is_raised: bool,
}

/// Whether most letters are of scripts that are read from right to left.
pub(super) fn is_right_to_left(glyphs: &[Glyph]) -> bool {
    let (mut right_to_left, mut other) = (0_usize, 0_usize);
    for glyph in glyphs {
        match first(&glyph.letters) {
            Some(c) if is_of_right(c) => right_to_left += 1,
            Some(c) if c.is_alphabetic() => other += 1,
            _ => {}
        }
    }
    right_to_left > other
}

fn first(letters: &Letters) -> Option<char> {
    match letters {
        Letters::One(c) => Some(*c),
        Letters::Many(text) => text.chars().next(),
        Letters::Unknown => None,
    }
}

fn is_of_right(c: char) -> bool {
    c.is_alphabetic()
        && matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}')
}

/// The text of glyphs that stand from left to right, and what lies on it.
pub(super) fn text(glyphs: Vec<Inked>, is_rtl: bool) -> (String, Vec<Mark>) {
    let mut words: Vec<Word> = Vec::with_capacity(glyphs.len());
    let mut edge: Option<(f64, char)> = None;
    let mut has_space = false;
    for inked in glyphs {
        let mut text = String::new();
        written(&inked, &mut text);
        if is_rtl && inked.glyph.letters == Letters::Unknown {
            // The stroke that makes a line of Arabic longer reads as nothing.
            text.clear();
        }
        let Some(first) = text.chars().next() else {
            if let Some((edge, _)) = &mut edge {
                *edge = edge.max(inked.glyph.right);
            }
            has_space |= inked.has_space;
            continue;
        };
        let is_divided = edge.is_some_and(|(edge, last)| {
            let gap = (inked.glyph.left - edge) / inked.glyph.size;
            let least = if is_wide(last) || is_wide(first) { SIGN_GAP } else { WORD_GAP };
            std::mem::take(&mut has_space) || inked.has_space || gap > least
        });
        let last = text.chars().next_back().unwrap_or(first);
        let right =
            edge.map_or(inked.glyph.right, |(edge, _)| edge.max(inked.glyph.right));
        edge = Some((right, last));
        if is_divided {
            words.push(Word { text: " ".to_owned(), is_italic: None });
        }
        words.push(Word { text, is_italic: Some(inked.glyph.is_italic) });
    }
    if is_rtl {
        words = logical(words);
    }
    joined(words)
}

/// Letters, or a space.
#[derive(Debug, Clone)]
struct Word {
    text: String,
    /// `None` for a space.
    is_italic: Option<bool>,
}

/// Writes the letters of a glyph as one types them.
fn written(inked: &Inked, text: &mut String) {
    let mut write = |c: char| match c {
        // What is not seen: joiners, and marks of direction, which the order of the letters
        // makes plain.
        '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => {}
        '\u{f0b7}' => text.push('•'),
        '\u{fb00}'..='\u{fb4f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => {
            text.extend(std::iter::once(c).nfkc());
        }
        c if inked.is_raised => {
            let figure =
                c.to_digit(10).and_then(|figure| SUPERSCRIPTS.get(figure as usize));
            text.push(figure.copied().unwrap_or(c));
        }
        c if c.is_control() => {}
        c => text.push(c),
    };
    match &inked.glyph.letters {
        Letters::One(c) => write(*c),
        Letters::Many(many) => many.chars().for_each(write),
        Letters::Unknown => text.push('\u{fffd}'),
    }
}

/// From the order on the page, left to right, to that in which a right-to-left text is
/// read; Latin words and figures in it are read from left to right.
fn logical(mut words: Vec<Word>) -> Vec<Word> {
    words.reverse();
    let mut at = 0;
    while at < words.len() {
        let end = at + run(&words[at..]);
        if let Some(run) = words.get_mut(at..end) {
            run.reverse();
        }
        at = end.max(at + 1);
    }
    words
}

/// How many words from the first on are read from left to right.
fn run(words: &[Word]) -> usize {
    let kind = |word: &Word| {
        let c = word.text.chars().next().unwrap_or(' ');
        match c {
            c if is_of_right(c) => Direction::Right,
            c if c.is_numeric() || SUPERSCRIPTS.contains(&c) => Direction::Figure,
            c if c.is_alphabetic() => Direction::Left,
            '/' | '.' | ',' | ':' | '-' | '–' | '+' | '%' | '_' | '\'' | '’' => {
                Direction::Separator
            }
            _ => Direction::Neutral,
        }
    };
    let mut len = 0;
    // What stands between two words of the run belongs to it.
    let mut between_is_plain = true;
    for (at, word) in words.iter().enumerate() {
        match kind(word) {
            Direction::Left => {
                len = at + 1;
                between_is_plain = true;
            }
            Direction::Figure if between_is_plain => len = at + 1,
            Direction::Separator if len > 0 => {}
            Direction::Neutral if len > 0 => {
                let is_latin = |word: &Word| kind(word) == Direction::Left;
                let before = words.get(..len).unwrap_or_default();
                if !before.iter().any(is_latin) {
                    break;
                }
                between_is_plain = false;
            }
            _ => break,
        }
    }
    len
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Left,
    Right,
    Figure,
    /// What figures and symbols have inside.
    Separator,
    Neutral,
}

/// Turns the brackets of a page round where the file tells their shapes, not their
/// letters.
pub(super) fn straighten<'a>(texts: impl Iterator<Item = &'a mut String>) {
    let texts: Vec<&mut String> = texts.collect();
    let (mut depth, mut right, mut wrong) = (0_usize, 0_usize, 0_usize);
    for c in texts.iter().flat_map(|text| text.chars()) {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' if depth > 0 => {
                depth -= 1;
                right += 1;
            }
            ')' | ']' => wrong += 1,
            _ => {}
        }
    }
    // Between two pairs that are turned round stands one that seems right.
    if wrong == 0 || wrong + depth < right {
        return;
    }
    for text in texts {
        let turned = |c| match c {
            '(' => ')',
            ')' => '(',
            '[' => ']',
            ']' => '[',
            c => c,
        };
        *text = text.chars().map(turned).collect();
    }
}

/// Words as text, with marks where italics stand.
fn joined(words: Vec<Word>) -> (String, Vec<Mark>) {
    let mut text = String::new();
    let mut marks: Vec<Mark> = Vec::new();
    for word in words {
        let start = text.len();
        let has_space = text.is_empty() || text.ends_with(' ');
        let Some(is_italic) = word.is_italic else {
            if !has_space {
                text.push(' ');
            }
            continue;
        };
        text.push_str(&word.text);
        if !is_italic {
            continue;
        }
        let end = text.len();
        let between = |mark: &Mark| text.get(mark.covers.end..start).map(str::trim);
        match marks.last_mut() {
            Some(mark) if between(mark) == Some("") => mark.covers.end = end,
            _ => marks.push(Mark { kind: MarkKind::Emphasis, covers: start..end }),
        }
    }
    without_soft_hyphens(text.trim_end().to_owned(), marks)
}

/// A soft hyphen is kept at the end of a line only, where it has cut a word.
fn without_soft_hyphens(mut text: String, mut marks: Vec<Mark>) -> (String, Vec<Mark>) {
    let last = text.len().saturating_sub('\u{ad}'.len_utf8());
    let soft: Vec<std::ops::Range<usize>> = text
        .match_indices('\u{ad}')
        .filter(|(at, _)| *at != last)
        .map(|(at, soft)| at..at + soft.len())
        .collect();
    crate::import::manuscript::cut(&mut text, &mut marks, &soft);
    (text, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of letters that stand from left to right, a size apart.
    fn read(letters: &str, is_rtl: bool) -> String {
        let mut glyphs = Vec::new();
        let mut left = 0.0;
        let mut has_space = false;
        for c in letters.chars() {
            left += 5.0;
            if c == ' ' {
                has_space = true;
                continue;
            }
            let glyph = Glyph {
                letters: Letters::One(c),
                left,
                right: left + 5.0,
                baseline: 100.0,
                size: 10.0,
                is_italic: false,
                is_bold: false,
                is_bar: false,
            };
            let has_space = std::mem::take(&mut has_space);
            glyphs.push(Inked { glyph, has_space, is_raised: false });
        }
        text(glyphs, is_rtl).0
    }

    #[test]
    fn right_to_left_is_read_in_its_order() {
        for (on_page, text) in [
            ("٧ ةحفص", "صفحة ٧"),
            ("70/1 اهرارق", "قرارها 70/1"),
            ("A/RES/70/1 ةقيثولا", "الوثيقة A/RES/70/1"),
            (")ةدم( ريرقت", "تقرير (مدة)"),
        ] {
            assert_eq!(read(on_page, true), text);
        }
    }

    #[test]
    fn brackets_are_turned_where_their_shapes_are_told() {
        for (lines, straight) in [
            (["a )b", "c( d"], ["a (b", "c) d"]),
            (["a (b", "c) d"], ["a (b", "c) d"]),
            (["a (b", "c"], ["a (b", "c"]),
        ] {
            let mut lines = lines.map(str::to_owned);
            straighten(lines.iter_mut());
            assert_eq!(lines, straight);
        }
    }

    #[test]
    fn ligatures_are_letters() {
        assert_eq!(read("\u{fb01}nance", false), "finance");
        assert_eq!(
            read("co\u{ad}operation inter\u{ad}", false),
            "cooperation inter\u{ad}"
        );
    }
}
