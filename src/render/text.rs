//! Plain text, as the gopher of the United Nations served it: 72 columns, first lines
//! indented by six, footnotes at the end.

use std::fmt::Write;

use textwrap::core::Word;
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm};

use super::composition::{
    Block, BlockKind, Change, Composition, Masthead, Note, Run, RunKind,
};
use super::{Feature, Format, Options, RenderError};
use crate::conventions::Language;
use crate::conventions::binding::is_bond;

pub(super) static FORMAT: Format = Format {
    name: "text",
    extensions: &["txt"],
    summary: "plain text, 72 columns",
    shows: &[Feature::DraftStamp, Feature::LineNumbers, Feature::PlainMasthead],
    write,
};

/// Nothing can be set in fewer columns.
const NARROWEST: usize = 40;

/// The columns for the number of a line and the space after it.
const GUTTER: usize = 5;

#[expect(clippy::unnecessary_wraps, reason = "a format may fail")]
fn write(composition: &Composition, options: &Options) -> Result<Vec<u8>, RenderError> {
    let mut page = Page {
        language: composition.language,
        width: options.width.max(NARROWEST),
        emphasis: options.emphasis,
        ascii: options.ascii,
        text: String::new(),
    };
    if let Some(words) = &composition.stamp {
        page.stamp(words);
    }
    page.masthead(&composition.masthead);
    let top = page.text.len();
    if composition.has_line_numbers {
        page.width -= GUTTER;
    }
    let mut above = None;
    // The page of plain text shows the text as proposed.
    let stands = |block: &&Block| block.change != Change::Deleted;
    for block in composition.blocks.iter().filter(stands) {
        page.space(above, block.kind);
        page.block(block);
        above = Some(block.kind);
    }
    if composition.has_line_numbers {
        page.number_lines(top);
        page.width += GUTTER;
    }
    for note in &composition.notes {
        page.text.push('\n');
        page.note(note);
    }
    let text = if options.ascii {
        folded(&page.text).replace(['\u{a0}', '\u{2009}', '\u{202f}'], " ")
    } else {
        page.text
    };
    Ok(text.into_bytes())
}

/// The page while it is written.
struct Page {
    language: Language,
    width: usize,
    emphasis: bool,
    ascii: bool,
    text: String,
}

/// How far the lines of a paragraph stand from the left edge.
#[derive(Clone, Copy)]
struct Indents<'a> {
    first: &'a str,
    others: &'a str,
}

impl Page {
    /// What the page says of itself stands in a line of its own.
    fn stamp(&mut self, words: &str) {
        self.centred("", words);
        self.text.push('\n');
    }

    /// Numbers the lines from a place on; empty lines have none.
    fn number_lines(&mut self, top: usize) {
        let lines = self.text.split_off(top);
        let mut number = 0;
        for line in lines.lines() {
            if !line.is_empty() {
                number += 1;
                let _ = write!(self.text, "{number:>4} {line}");
            }
            self.text.push('\n');
        }
    }

    /// “United Nations” and the symbol, the organ and the block at column 51, and a rule.
    fn masthead(&mut self, masthead: &Masthead) {
        let right = masthead.block_lines();
        let is_empty = masthead.symbol.is_none() && masthead.organ.is_none();
        if is_empty && right.is_empty() {
            return;
        }
        let symbol = masthead.symbol.as_deref().unwrap_or_default();
        let room = self.width.saturating_sub(textwrap::core::display_width(symbol) + 1);
        let united_nations = masthead.united_nations.as_deref().unwrap_or_default();
        if !united_nations.is_empty() || !symbol.is_empty() {
            self.two_columns(united_nations, symbol, room);
            self.text.push('\n');
        }
        let column = self.width * 50 / 72;
        let mut right = right.into_iter().map(Option::unwrap_or_default);
        let organ = masthead.organ.as_deref().unwrap_or_default();
        self.two_columns(organ, right.next().unwrap_or_default(), column);
        for line in right {
            self.two_columns("", line, column);
        }
        let _ = writeln!(self.text, "{}\n", "_".repeat(self.width));
    }

    /// Words at the left, and words from a column on; on two lines where they do not fit.
    fn two_columns(&mut self, left: &str, right: &str, column: usize) {
        let used = textwrap::core::display_width(left);
        if right.is_empty() {
            let _ = writeln!(self.text, "{left}");
        } else if used < column {
            let _ = writeln!(self.text, "{left}{}{right}", " ".repeat(column - used));
        } else {
            let _ = writeln!(self.text, "{left}\n{}{right}", " ".repeat(column));
        }
    }

    /// The blank line between paragraphs; the lines of a list of lines stand close.
    fn space(&mut self, above: Option<BlockKind>, kind: BlockKind) {
        use BlockKind::{
            AdoptionHeadline, AdoptionLine, AgendaItem, AgendaTitle, Body, DateLine,
            MeetingLine, Session, SessionDates, VoteHeading, VoteList,
        };
        let is_head = |kind| {
            matches!(kind, Body | Session | SessionDates | AgendaItem | AgendaTitle)
        };
        let Some(above) = above else { return };
        let is_of_one_list = matches!(
            (above, kind),
            (MeetingLine | DateLine, MeetingLine | DateLine)
                | (AdoptionHeadline, AdoptionLine)
                | (VoteHeading, VoteList)
        );
        let is_of_the_head = is_head(above) && is_head(kind);
        if !is_of_one_list && !is_of_the_head {
            self.text.push('\n');
        }
    }

    fn block(&mut self, block: &Block) {
        let words = self.words(&block.runs);
        let number = block.number.as_deref().unwrap_or_default();
        match block.kind {
            BlockKind::OrganLine
            | BlockKind::Preambular
            | BlockKind::Operative
            | BlockKind::AnnexParagraph
            | BlockKind::Subparagraph(0 | 1) => self.paragraph(number, &words),
            BlockKind::Subparagraph(degree) => self.deep(degree, number, &words),
            BlockKind::Title => self.title(number, &words),
            BlockKind::SectionHeading
            | BlockKind::PartHeading
            | BlockKind::AnnexHeading
            | BlockKind::AnnexTitle => self.centred(number, &words),
            BlockKind::SourceNote => self.centred("", &words),
            BlockKind::MeetingLine | BlockKind::DateLine => self.at_the_right(&words),
            BlockKind::Quotation | BlockKind::VoteList => {
                self.wrap(&words, Indents { first: "      ", others: "      " });
            }
            BlockKind::ClosingRule => self.centred("", &"_".repeat(12)),
            _ => self.wrap(&words, Indents { first: "", others: "" }),
        }
    }

    /// First line indented, number padded to a column of its own, the others flush left.
    fn paragraph(&mut self, number: &str, words: &str) {
        let first = format!("      {}", padded(number));
        self.wrap(words, Indents { first: &first, others: "" });
    }

    /// A subparagraph of the second degree or deeper, set as a block.
    fn deep(&mut self, degree: u8, number: &str, words: &str) {
        let steps = usize::from(degree.clamp(2, 4)) - 1;
        let indent = " ".repeat(6 + 5 * steps);
        let first = format!("{indent}{}", padded(number));
        let others = " ".repeat(textwrap::core::display_width(&first));
        self.wrap(words, Indents { first: &first, others: &others });
    }

    fn title(&mut self, number: &str, words: &str) {
        let gap = if number.is_empty() { "" } else { "  " };
        let first = format!("      {number}{gap}");
        let others =
            " ".repeat(textwrap::core::display_width(&first).min(self.width / 2));
        self.wrap(words, Indents { first: &first, others: &others });
    }

    fn centred(&mut self, number: &str, words: &str) {
        for line in [number, words].into_iter().filter(|line| !line.is_empty()) {
            for line in self.lines(line, Indents { first: "", others: "" }) {
                let room =
                    self.width.saturating_sub(textwrap::core::display_width(&line));
                let _ = writeln!(self.text, "{}{line}", " ".repeat(room / 2));
            }
        }
    }

    fn at_the_right(&mut self, words: &str) {
        for line in self.lines(words, Indents { first: "", others: "" }) {
            let room = self.width.saturating_sub(textwrap::core::display_width(&line));
            let _ = writeln!(self.text, "{}{line}", " ".repeat(room));
        }
    }

    fn note(&mut self, note: &Note) {
        let mark = call(&note.mark);
        let words = self.words(&note.runs);
        let others = " ".repeat(mark.chars().count() + 1);
        self.wrap(&words, Indents { first: &format!("{mark} "), others: &others });
    }

    fn wrap(&mut self, words: &str, indents: Indents) {
        for line in self.lines(words, indents) {
            self.text.push_str(line.trim_end());
            self.text.push('\n');
        }
    }

    fn lines(&self, words: &str, indents: Indents) -> Vec<String> {
        // Only Chinese is broken where no space is: a symbol or a number never is.
        let separator = match self.language {
            Language::Zh => WordSeparator::UnicodeBreakProperties,
            _ => WordSeparator::Custom(unbound_words),
        };
        let options = textwrap::Options::new(self.width)
            .initial_indent(indents.first)
            .subsequent_indent(indents.others)
            .word_separator(separator)
            .word_splitter(WordSplitter::NoHyphenation)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::wrap(words, options)
            .into_iter()
            .map(std::borrow::Cow::into_owned)
            .collect()
    }

    /// The words of runs. What is proposed for deletion is left out: the text reads as it
    /// would if all proposals were taken.
    fn words(&self, runs: &[Run]) -> String {
        let mut words = String::new();
        for run in runs.iter().filter(|run| run.change != Change::Deleted) {
            match run.kind {
                RunKind::Comment => {}
                RunKind::Call { .. } => words.push_str(&call(&run.text)),
                _ if self.emphasis && run.italic => {
                    let _ = write!(words, "_{}_", run.text);
                }
                _ => words.push_str(&run.text),
            }
        }
        // Folded before lines are cut: three full stops are wider than an ellipsis.
        if self.ascii { folded(&words) } else { words }
    }
}

/// A mark in the text: a number in brackets, a sign as it is.
fn call(mark: &str) -> String {
    if mark.contains(char::is_alphanumeric) {
        format!("[{mark}]")
    } else {
        mark.to_owned()
    }
}

/// A number with the space after it: the words of short ones begin in one column.
fn padded(number: &str) -> String {
    match number {
        "" => String::new(),
        number if number.chars().count() < 5 => format!("{number:<5}"),
        number => format!("{number} "),
    }
}

/// The words between which a line may end: not between day and month, nor inside
/// “S/RES/2231 (2015)”.
fn unbound_words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut start = 0;
    let spaces = line.match_indices(' ').map(|(at, _)| at + 1);
    let words = spaces.chain([line.len()]).filter_map(move |end| {
        let is_bound = end < line.len() && holds_together(line, end);
        let word = line.get(start..end).filter(|word| !is_bound && !word.is_empty())?;
        start = end;
        Some(Word::from(word))
    });
    Box::new(words)
}

/// Whether no line may end at the space before a place.
fn holds_together(line: &str, after: usize) -> bool {
    let rest = line.get(after..).unwrap_or_default();
    let year = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    let is_year = year.is_some_and(|(year, _)| {
        year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit())
    });
    let before = line.get(..after - 1).unwrap_or_default();
    let is_numbered = is_year && before.ends_with(|c: char| c.is_ascii_digit());
    is_numbered || rest.starts_with(' ') || is_bond(line, after - 1, after)
}

/// Quotation marks and dashes as ASCII has them.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            '‘' | '’' | '‚' => folded.push('\''),
            '–' | '—' | '‐' | '‑' | '−' => folded.push('-'),
            '…' => folded.push_str("..."),
            c => folded.push(c),
        }
    }
    folded
}
