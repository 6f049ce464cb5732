//! Running text to [`Prose`]: emphasis, footnote calls, negotiation marks, line breaks.

use memchr::memchr3;

use crate::model::{MarkKind, Prose, ProseBuilder};
use crate::text::{Source, TextRange};

/// Reads the words in a range of the source. Marks do not cross the range.
pub fn prose(source: &Source, range: TextRange) -> Prose {
    let mut reader = Reader::new(source, range);
    reader.run();
    reader.builder.finish()
}

/// Reads the words of a quoted draft, whose lines each begin with `>`.
pub(super) fn quoted_prose(source: &Source, range: TextRange) -> Prose {
    let mut reader = Reader::new(source, range);
    reader.is_quoted = true;
    reader.skip_quote_mark();
    reader.run();
    reader.builder.finish()
}

struct Reader<'a> {
    text: &'a str,
    /// The offset of `text` in the source.
    base: usize,
    at: usize,
    builder: ProseBuilder,
    /// Where an emphasis was opened: in the words, in `text`, and with how many stars.
    emphasis: Option<(usize, usize, usize)>,
    /// Where an addition was opened.
    addition: Option<(usize, usize)>,
    is_quoted: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a Source, range: TextRange) -> Self {
        let builder = ProseBuilder::new(range);
        let text = source.slice(range);
        Self {
            text,
            base: range.start(),
            at: 0,
            builder,
            emphasis: None,
            addition: None,
            is_quoted: false,
        }
    }

    fn run(&mut self) {
        while let Some(rest) = self.text.get(self.at..).filter(|rest| !rest.is_empty()) {
            let plain = next_special(rest).unwrap_or(rest.len());
            self.words(plain);
            if self.at < self.text.len() {
                self.special();
            }
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Takes `len` bytes as words.
    fn words(&mut self, len: usize) {
        if let Some(words) = self.rest().get(..len) {
            self.builder.words(words, self.base + self.at);
            self.at += len;
        }
    }

    fn special(&mut self) {
        let rest = self.rest();
        let taken = match rest.as_bytes()[0] {
            b'\n' | b'\r' => self.line_break(),
            b'\\' => self.escape(),
            b'*' => self.star(),
            b'[' => self.footnote_call(),
            b'{' => self.negotiation_mark(),
            b'+' => self.end_of_addition(),
            _ => self.comment(),
        };
        if !taken {
            self.words(rest.chars().next().map_or(1, char::len_utf8));
        }
    }

    /// A line break with the white space around it is one space; between ideographs,
    /// which are written without spaces, it is nothing.
    fn line_break(&mut self) -> bool {
        let rest = self.rest();
        let source = self.base + self.at;
        self.at += rest.len() - rest.trim_start().len();
        self.skip_quote_mark();
        let next = self.rest().chars().next();
        let before = self.builder.text().chars().next_back();
        match (before, next) {
            (None | Some(' '), _) | (_, None) => {}
            (Some(before), Some(next)) if is_wide(before) && is_wide(next) => {}
            _ => self.builder.join(source),
        }
        true
    }

    /// Passes over the `>` that begins a quoted line.
    fn skip_quote_mark(&mut self) {
        if self.is_quoted && self.rest().starts_with('>') {
            self.at += 1;
            self.at += self.rest().len() - self.rest().trim_start_matches(' ').len();
        }
    }

    /// A backslash before punctuation makes it plain.
    fn escape(&mut self) -> bool {
        let is_escape =
            self.rest().as_bytes().get(1).is_some_and(u8::is_ascii_punctuation);
        if is_escape {
            self.at += 1;
            self.words(1);
        }
        is_escape
    }

    fn star(&mut self) -> bool {
        let rest = self.rest();
        let stars = rest.bytes().take_while(|byte| *byte == b'*').count();
        let here = self.at;
        let follows_space = self.builder.text().ends_with(|c: char| c.is_whitespace());
        match self.emphasis {
            Some((from, opened, count)) if !follows_space => {
                let range = TextRange::new(
                    self.base + opened,
                    self.base + here + count.min(stars),
                );
                self.builder.mark(MarkKind::Emphasis, from, range);
                self.emphasis = None;
                self.at += count.min(stars);
                true
            }
            None if self.closes_later(stars) => {
                self.emphasis = Some((self.builder.len(), here, stars.min(3)));
                self.at += stars.min(3);
                true
            }
            _ => false,
        }
    }

    /// Whether stars here open an emphasis: a word follows them at once, and stars that
    /// can close it follow later.
    fn closes_later(&self, stars: usize) -> bool {
        let Some(after) = self.rest().get(stars..) else { return false };
        let opens =
            after.starts_with(|c: char| !c.is_whitespace() && c != '*' && c != ',');
        let closes = after.char_indices().skip(1).any(|(at, c)| {
            c == '*' && !after.get(..at).is_some_and(|words| words.ends_with([' ', '\\']))
        });
        opens && closes
    }

    fn footnote_call(&mut self) -> bool {
        let Some((mark, _)) =
            self.rest().strip_prefix("[^").and_then(|rest| rest.split_once(']'))
        else {
            return false;
        };
        if mark.is_empty() || mark.contains(char::is_whitespace) || mark.contains('[') {
            return false;
        }
        let len = mark.len() + "[^]".len();
        let kind = MarkKind::FootnoteCall(mark.to_owned());
        self.mark_alone(kind, len)
    }

    /// Takes `len` bytes as a mark that covers no words.
    fn mark_alone(&mut self, kind: MarkKind, len: usize) -> bool {
        let start = self.base + self.at;
        self.builder.mark(kind, self.builder.len(), TextRange::new(start, start + len));
        self.at += len;
        true
    }

    fn negotiation_mark(&mut self) -> bool {
        let rest = self.rest();
        if rest.starts_with("{++") && rest.contains("++}") && self.addition.is_none() {
            self.addition = Some((self.builder.len(), self.at));
            self.at += "{++".len();
            return true;
        }
        let enclosed = |open: &str, close: &str| {
            let (inner, _) = rest.strip_prefix(open)?.split_once(close)?;
            Some((inner.to_owned(), open.len() + inner.len() + close.len()))
        };
        if let Some((words, len)) = enclosed("{--", "--}") {
            return self.mark_alone(MarkKind::Deleted(words), len);
        }
        if let Some((words, len)) = enclosed("{>>", "<<}") {
            return self.mark_alone(MarkKind::Comment(words.trim().to_owned()), len);
        }
        false
    }

    fn end_of_addition(&mut self) -> bool {
        if !self.rest().starts_with("++}") {
            return false;
        }
        let Some((from, opened)) = self.addition.take() else { return false };
        self.at += "++}".len();
        let range = TextRange::new(self.base + opened, self.base + self.at);
        self.builder.mark(MarkKind::Added, from, range);
        true
    }

    /// `<!-- … -->` inside a paragraph is no text.
    fn comment(&mut self) -> bool {
        let Some((inner, _)) =
            self.rest().strip_prefix("<!--").and_then(|rest| rest.split_once("-->"))
        else {
            return false;
        };
        let len = "<!--".len() + inner.len() + "-->".len();
        self.mark_alone(MarkKind::Comment(inner.trim().to_owned()), len)
    }
}

fn next_special(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let first = memchr3(b'\n', b'*', b'\\', bytes).unwrap_or(bytes.len());
    let head = bytes.get(..first).unwrap_or_default();
    let second = memchr3(b'[', b'{', b'<', head).unwrap_or(first);
    let head = bytes.get(..second).unwrap_or_default();
    let third = memchr::memchr2(b'+', b'\r', head).unwrap_or(second);
    (third < bytes.len()).then_some(third)
}

/// Whether a character is written without spaces around it.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}'
        | '\u{20000}'..='\u{3fffd}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Prose {
        let source = Source::new(text);
        prose(&source, source.range())
    }

    #[test]
    fn marks_are_taken_out_of_the_words() {
        let prose =
            read("*Takes note*\n of the report;[^1] see {--it--}{++them++} \\*here");
        assert_eq!(prose.text, "Takes note of the report; see them *here");
        let kinds: Vec<&MarkKind> = prose.marks.iter().map(|mark| &mark.kind).collect();
        let call = MarkKind::FootnoteCall("1".to_owned());
        let deleted = MarkKind::Deleted("it".to_owned());
        assert_eq!(kinds, [&MarkKind::Emphasis, &call, &deleted, &MarkKind::Added]);
    }

    #[test]
    fn words_know_their_place() {
        let text = "*Takes\n  note* of it";
        let prose = read(text);
        let range = prose.source_range(0.."Takes note".len());
        assert_eq!(text.get(range.start()..range.end()), Some("Takes\n  note"));
        assert_eq!(prose.offset_of(text.find("of").unwrap()), "Takes note ".len());
    }

    #[test]
    fn a_line_break_between_ideographs_is_nothing() {
        assert_eq!(read("人权理\n事会").text, "人权理事会");
    }

    #[test]
    fn a_lonely_star_is_a_star() {
        assert_eq!(read("Brazil,* Chile * and 2 * 3").text, "Brazil,* Chile * and 2 * 3");
    }
}
