//! Running text to [`Prose`]: emphasis, footnote calls, negotiation marks, line breaks.

use memchr::memchr_iter;

use crate::model::{MarkKind, Prose, ProseBuilder};
use crate::text::{Source, TextRange, is_wide};

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
    /// Where the run of stars ends that was counted last.
    stars_end: usize,
    /// Where an addition was opened.
    addition: Option<(usize, usize)>,
    closers: Closers,
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
            stars_end: 0,
            addition: None,
            closers: Closers::default(),
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
        let here = self.at;
        if self.stars_end <= here {
            let stars = self.rest().bytes().take_while(|byte| *byte == b'*').count();
            self.stars_end = here + stars;
        }
        let stars = self.stars_end - here;
        let follows_space = self.builder.text().ends_with(|c: char| c.is_whitespace());
        let opens = self.emphasis.is_none() && self.closes_later(stars);
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
            None if opens => {
                self.emphasis = Some((self.builder.len(), here, stars.min(3)));
                self.at += stars.min(3);
                true
            }
            _ => false,
        }
    }

    /// Whether stars here open an emphasis: a word follows them at once, and stars that
    /// can close it follow later.
    fn closes_later(&mut self, stars: usize) -> bool {
        let Some(after) = self.rest().get(stars..) else { return false };
        let first = after.chars().next().filter(|c| !c.is_whitespace());
        let Some(first) = first.filter(|c| !matches!(c, '*' | ',')) else { return false };
        let from = self.at + stars + first.len_utf8();
        self.closers
            .emphasis
            .next(from, || {
                let is_closer =
                    |at: &usize| !matches!(self.text.as_bytes()[at - 1], b' ' | b'\\');
                let stars = self.text.as_bytes().get(from..).unwrap_or_default();
                memchr_iter(b'*', stars).map(|at| from + at).find(is_closer)
            })
            .is_some()
    }

    fn footnote_call(&mut self) -> bool {
        let Some(inner) = self.rest().strip_prefix("[^") else { return false };
        let end = inner.find(|c: char| matches!(c, ']' | '[') || c.is_whitespace());
        let Some((mark, after)) = end.and_then(|end| inner.split_at_checked(end)) else {
            return false;
        };
        if mark.is_empty() || !after.starts_with(']') {
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
        let (text, at) = (self.text, self.at);
        if self.addition.is_none()
            && self.rest().starts_with("{++")
            && self.closers.addition.find(text, at, "++}").is_some()
        {
            self.addition = Some((self.builder.len(), at));
            self.at += "{++".len();
            return true;
        }
        if let Some(words) = enclosed(text, at, "{--", "--}", &mut self.closers.deletion)
        {
            let len = words.len() + "{----}".len();
            return self.mark_alone(MarkKind::Deleted(words.to_owned()), len);
        }
        if let Some(words) = enclosed(text, at, "{>>", "<<}", &mut self.closers.remark) {
            let len = words.len() + "{>><<}".len();
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
        let closer = &mut self.closers.comment;
        let Some(inner) = enclosed(self.text, self.at, "<!--", "-->", closer) else {
            return false;
        };
        let len = inner.len() + "<!---->".len();
        self.mark_alone(MarkKind::Comment(inner.trim().to_owned()), len)
    }
}

/// What stands between `open` at a place and the next `close`.
fn enclosed<'t>(
    text: &'t str,
    at: usize,
    open: &str,
    close: &str,
    closer: &mut Closer,
) -> Option<&'t str> {
    if !text.get(at..)?.starts_with(open) {
        return None;
    }
    let start = at + open.len();
    text.get(start..closer.find(text, start, close)?)
}

/// Where the marks of each kind are closed next.
#[derive(Default)]
struct Closers {
    emphasis: Closer,
    addition: Closer,
    deletion: Closer,
    remark: Closer,
    comment: Closer,
}

/// Where a closing mark stands next. What was found is kept, so that many marks that are
/// opened and never closed do not each search the rest of the text.
#[derive(Default)]
enum Closer {
    #[default]
    Unknown,
    At(usize),
    None,
}

impl Closer {
    /// The first closing mark from a place on; places must not go back.
    fn next(
        &mut self,
        from: usize,
        search: impl FnOnce() -> Option<usize>,
    ) -> Option<usize> {
        let is_known = match self {
            Self::Unknown => false,
            Self::At(place) => *place >= from,
            Self::None => true,
        };
        if !is_known {
            *self = search().map_or(Self::None, Self::At);
        }
        match self {
            Self::At(place) => Some(*place),
            _ => None,
        }
    }

    fn find(&mut self, text: &str, from: usize, close: &str) -> Option<usize> {
        self.next(from, || Some(from + text.get(from..)?.find(close)?))
    }
}

/// Where the next character stands that may be no word.
fn next_special(rest: &str) -> Option<usize> {
    const IS_SPECIAL: [bool; 256] = {
        let mut table = [false; 256];
        let mut special: &[u8] = b"\n\r\\*[{+<";
        while let [byte, others @ ..] = special {
            table[*byte as usize] = true;
            special = others;
        }
        table
    };
    rest.bytes().position(|byte| IS_SPECIAL[usize::from(byte)])
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

    #[test]
    fn marks_that_are_never_closed_are_words_and_cost_little() {
        for mark in ["*a ", "{++a ", "{--a ", "{>>a ", "<!--a ", "[^a", "[a", "*"] {
            let text = mark.repeat(200_000);
            assert_eq!(read(&text).text, text.trim_end(), "{mark}");
        }
    }
}
