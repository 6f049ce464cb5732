//! Lines to blocks: every byte of the source in exactly one block.

use memchr::memchr;

use crate::conventions::numbering::parse_marker;
use crate::text::TextRange;

/// A stretch of whole lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// All its bytes, the last line break included.
    pub range: TextRange,
}

/// What a block is, as far as its lines alone tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The YAML between two lines of `---` that open the draft.
    FrontMatter,
    /// Lines without words.
    Blank,
    /// A comment on lines of its own.
    Comment,
    /// A line that begins with `#`, and how many there are.
    Heading(u8),
    /// A footnote: `[^1]: …`.
    Footnote,
    /// Rows between pipes.
    Table,
    /// Lines that each begin with `>`.
    Quote,
    /// Running text.
    Paragraph,
}

/// Cuts a text into blocks that tile it.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut at = 0;
    if let Some(end) = front_matter_end(text) {
        blocks
            .push(Block { kind: BlockKind::FrontMatter, range: TextRange::new(0, end) });
        at = end;
    }
    let mut open: Option<Open> = None;
    while let Some(line) = next_line(text, at) {
        at += line.len();
        let kind = kind_of(line, open.as_ref());
        match &mut open {
            Some(block) if block.takes(kind, line) => block.extend(line, at),
            _ => {
                blocks.extend(open.take().map(|block| block.block));
                open = Some(Open::new(kind, at - line.len(), line, at));
            }
        }
    }
    blocks.extend(open.map(|block| block.block));
    blocks
}

fn next_line(text: &str, at: usize) -> Option<&str> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    let len = memchr(b'\n', rest.as_bytes()).map_or(rest.len(), |end| end + 1);
    rest.get(..len)
}

/// Where the front matter with its closing fence ends. A fence that is never closed
/// opens no front matter: the text below it is still a draft.
fn front_matter_end(text: &str) -> Option<usize> {
    let mut at = 0;
    let first = next_line(text, 0)?;
    if first.trim_start_matches('\u{feff}').trim_end() != "---" {
        return None;
    }
    at += first.len();
    while let Some(line) = next_line(text, at) {
        at += line.len();
        if matches!(line.trim_end(), "---" | "...") {
            return Some(at);
        }
    }
    None
}

/// A block to which lines may still be added.
struct Open {
    block: Block,
    /// A comment that is not closed goes on over blank lines.
    is_unclosed: bool,
    last_line_ends: bool,
}

impl Open {
    fn new(kind: BlockKind, start: usize, line: &str, end: usize) -> Self {
        let range = TextRange::new(start, start);
        let block = Block { kind, range };
        let mut open = Self { block, is_unclosed: true, last_line_ends: false };
        open.extend(line, end);
        open
    }

    fn extend(&mut self, line: &str, end: usize) {
        self.block.range = TextRange::new(self.block.range.start(), end);
        if self.block.kind == BlockKind::Comment {
            self.is_unclosed &= !line.contains("-->");
        }
        self.last_line_ends = line.trim_end().ends_with([';', ':', ',', '.']);
    }

    fn takes(&self, kind: BlockKind, line: &str) -> bool {
        match self.block.kind {
            BlockKind::Comment => self.is_unclosed,
            BlockKind::Heading(_) | BlockKind::FrontMatter => false,
            BlockKind::Footnote => kind == BlockKind::Paragraph,
            BlockKind::Paragraph => {
                kind == BlockKind::Paragraph
                    && !(self.last_line_ends && opens_a_paragraph(line))
            }
            same => same == kind,
        }
    }
}

/// Whether a line begins with a number or letter, so that it opens a paragraph even
/// without a blank line above it.
fn opens_a_paragraph(line: &str) -> bool {
    parse_marker(line.trim_start()).is_some_and(|marker| marker.is_regular())
}

fn kind_of(line: &str, open: Option<&Open>) -> BlockKind {
    if open.is_some_and(|open| open.block.kind == BlockKind::Comment && open.is_unclosed)
    {
        return BlockKind::Comment;
    }
    let words = line.trim_start_matches([' ', '\t', '\u{feff}', '\u{a0}']);
    match words.as_bytes().first() {
        None | Some(b'\n') => BlockKind::Blank,
        Some(b'\r') if words.trim_end().is_empty() => BlockKind::Blank,
        Some(b'<') if words.starts_with("<!--") && comment_stands_alone(words) => {
            BlockKind::Comment
        }
        Some(b'#') => {
            heading_level(words).map_or(BlockKind::Paragraph, BlockKind::Heading)
        }
        Some(b'[') if is_footnote(words) => BlockKind::Footnote,
        Some(b'|') => BlockKind::Table,
        Some(b'>') => BlockKind::Quote,
        _ => BlockKind::Paragraph,
    }
}

/// Whether nothing but white space follows a comment on its last line.
fn comment_stands_alone(words: &str) -> bool {
    words.split_once("-->").is_none_or(|(_, after)| after.trim().is_empty())
}

/// The level of a heading; `#.`, which asks for a number, and `#7` are none.
fn heading_level(words: &str) -> Option<u8> {
    let level = words.bytes().take_while(|byte| *byte == b'#').count();
    let is_heading = level <= 6 && words.get(level..)?.starts_with([' ', '\t']);
    is_heading.then(|| u8::try_from(level).unwrap_or(6))
}

fn is_footnote(words: &str) -> bool {
    words
        .strip_prefix("[^")
        .and_then(|rest| rest.split_once("]:"))
        .is_some_and(|(mark, _)| !mark.is_empty() && !mark.contains([']', '\n', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<BlockKind> {
        blocks(text).into_iter().map(|block| block.kind).collect()
    }

    #[test]
    fn a_number_after_an_ended_line_opens_a_paragraph() {
        use BlockKind::Paragraph;
        assert_eq!(kinds("1. Decides to act;\n2. Requests a report.\n"), [Paragraph; 2]);
        assert_eq!(
            kinds("1. Decides to act at its session in\n2019. A word.\n"),
            [Paragraph]
        );
    }

    #[test]
    fn an_unclosed_fence_is_no_front_matter() {
        assert_eq!(kinds("---\norgan: HRC\n"), [BlockKind::Paragraph]);
    }

    proptest::proptest! {
        #[test]
        fn every_byte_is_in_exactly_one_block(
            text in "(---\n|#|<!--|-->|\\[\\^1\\]:|[|>]|1\\. |a;|\r?\n|[ \t\u{feff}]|\\PC){0,60}"
        ) {
            let mut end = 0;
            for block in blocks(&text) {
                proptest::prop_assert_eq!(block.range.start(), end);
                proptest::prop_assert!(!block.range.is_empty());
                end = block.range.end();
            }
            proptest::prop_assert_eq!(end, text.len());
        }
    }

    #[test]
    fn a_comment_may_hold_blank_lines() {
        use BlockKind::{Comment, Paragraph};
        assert_eq!(kinds("<!-- one\n\ntwo -->\nText,\n"), [Comment, Paragraph]);
    }
}
