//! How a raw text sets its lines.

use crate::import::manuscript::{Line, SUPERSCRIPTS};

/// What a line break and a blank line mean in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// A paragraph is a line. Where blank lines stand between paragraphs, a line break
    /// without one is a break inside a paragraph.
    Single { is_spaced: bool },
    /// Paragraphs are wrapped, and blank lines stand between them.
    Wrapped { width: usize },
    /// Paragraphs are wrapped, and a blank line follows every line.
    Doubled { width: usize },
    /// Too few lines to tell; only the grammar speaks.
    Spaced,
}

impl Layout {
    /// Tells how the lines of a text are set.
    pub(super) fn of(lines: &[Line]) -> Self {
        if lines.is_empty() {
            return Self::Spaced;
        }
        let count = lines.len();
        let long = lines.iter().filter(|line| line.width() > 150).count();
        let open = lines.iter().filter(|line| ended_by(&line.text).is_none()).count();
        let close = lines.iter().skip(1).filter(|line| !line.has_gap).count();
        let mut widths: Vec<usize> = lines.iter().map(Line::width).collect();
        widths.sort_unstable();
        let width = widths.get(count * 9 / 10).copied().unwrap_or_default();
        if lines.iter().any(|line| line.ends_early.is_some()) {
            // Lines and the white space between them were measured.
            return Self::Wrapped { width };
        }
        if long * 4 > count || open * 3 < count {
            Self::Single { is_spaced: close * 10 < count }
        } else if close * 5 >= count {
            Self::Wrapped { width }
        } else {
            Self::Doubled { width }
        }
    }

    /// Whether the first word of the next line would have fitted on a line: then the
    /// paragraph ended there.
    pub(super) fn is_short(self, line: &Line, next: &Line) -> bool {
        if let Some(ends_early) = line.ends_early {
            return ends_early;
        }
        let (Self::Wrapped { width } | Self::Doubled { width }) = self else {
            return false;
        };
        let word = next.text.split(' ').next().unwrap_or_default().chars().count();
        line.width() + 1 + word + width / 16 < width
    }
}

/// The mark that ends a text, calls of notes and closing quotation marks left out, and
/// an “and” or “or” before the last subparagraph.
pub(super) fn ended_by(text: &str) -> Option<char> {
    let is_call =
        |c: char| SUPERSCRIPTS.contains(&c) || matches!(c, '*' | '_' | ' ' | '\u{a0}');
    let is_close = |c: char| {
        is_call(c)
            || matches!(c, '”' | '"' | '’' | '\'' | ')' | ']' | '»' | '」' | '』' | '）')
    };
    let mut text = text.trim_end_matches(is_call);
    for word in [" and", " or", " et", " ou", " y"] {
        let before = text.strip_suffix(word).map(str::trim_end);
        text = before.filter(|before| before.ends_with([';', ','])).unwrap_or(text);
    }
    let bare = text.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() < text.len() && text.len() - bare.len() <= 3 {
        // A call that has lost its place above the line: “Programme,42”.
        let mut before = bare.chars().rev();
        match (before.next(), before.next()) {
            (Some(end @ (',' | ';')), _) | (Some(' '), Some(end @ (',' | ';'))) => {
                return Some(end);
            }
            (Some('.'), Some(letter)) if letter.is_alphabetic() => return Some('.'),
            (Some('.'), Some(_)) if is_number_of_resolution(bare) => return Some('.'),
            _ => {}
        }
    }
    let last = |text: &str| {
        text.chars().next_back().filter(|c| {
            matches!(
                c,
                ',' | ';'
                    | ':'
                    | '.'
                    | '!'
                    | '?'
                    | '，'
                    | '；'
                    | '：'
                    | '。'
                    | '،'
                    | '؛'
                    | '؟'
            )
        })
    };
    last(text).or_else(|| last(text.trim_end_matches(is_close)))
}

/// Whether a text ends with the number of a resolution and a full stop: “70/1.”
pub(super) fn is_number_of_resolution(text: &str) -> bool {
    let number = text.trim_end_matches('.').rsplit(' ').next().unwrap_or_default();
    let is_figures =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    number
        .split_once('/')
        .is_some_and(|(session, rest)| is_figures(session) && is_figures(rest))
}

#[cfg(test)]
mod tests {
    use super::ended_by;

    #[test]
    fn an_end_is_seen_through_calls_and_quotation_marks() {
        for (text, end) in [
            ("the pandemic;¹", Some(';')),
            ("the Rules”;", Some(';')),
            ("on “the way forward.”", Some('.')),
            ("to act; and", Some(';')),
            ("Programme,42", Some(',')),
            ("Programme, 42", Some(',')),
            ("of resolution 70/1.2", Some('.')),
            ("of 2.5", None),
            ("the (Rules)", None),
            ("of 25 September 2015", None),
        ] {
            assert_eq!(ended_by(text), end, "{text}");
        }
    }
}
