//! The draft as a page of the United Nations, following the cursor.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block as PaneBlock, Borders, Paragraph};
use unicode_width::UnicodeWidthStr;

use crate::render::composition::{
    Block, BlockKind, Change, Composition, Masthead, Note, Run, RunKind,
};
use crate::tui::desk::Desk;
use crate::tui::view::pane;
use crate::tui::wrap::wrapped;

/// The column at the left for the mark of the paragraph at the cursor.
const GUTTER: u16 = 2;

/// Draws as much of the page as there is room for, from a little above the paragraph at
/// the cursor, or as far from it as the wheel went.
pub(in crate::tui) fn draw(desk: &Desk, frame: &mut Frame, area: Rect) {
    let block = pane(desk, "Page", false, BORDERS);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let page = Page::in_pane(desk, inner);
    let here = page.place_of(desk.editor.offset());
    let height = usize::from(inner.height);
    let scrolled = here.beyond(height) + desk.pointer.page;
    let lines = page.lines_around(here, height, scrolled);
    frame.render_widget(Paragraph::new(lines), inner);
}

const BORDERS: Borders = Borders::TOP.union(Borders::LEFT);

/// How many lines of the page lie above the pane, and how many below it.
pub(in crate::tui) fn room(desk: &Desk, area: Rect) -> (usize, usize) {
    let inner = PaneBlock::new().borders(BORDERS).inner(area);
    let page = Page::in_pane(desk, inner);
    let here = page.place_of(desk.editor.offset());
    let heights = (0..page.count()).map(|unit| page.unit(unit).len());
    let all: usize = heights.sum();
    let before: usize = (0..here.unit).map(|unit| page.unit(unit).len()).sum();
    let height = usize::from(inner.height);
    let above = before.saturating_sub(height / 3);
    let scrolled = here.beyond(height) + desk.pointer.page;
    let above = above.saturating_add_signed(scrolled);
    (above, all.saturating_sub(above + height))
}

struct Page<'a> {
    composition: &'a Composition,
    width: u16,
}

/// Where the cursor is on the page.
#[derive(Clone, Copy)]
struct Place {
    /// The masthead, a block or a note.
    unit: usize,
    /// About which of its lines.
    line: usize,
}

impl Place {
    /// How many lines it lies beyond the middle of a pane in which its unit begins at a
    /// third of the height.
    fn beyond(self, height: usize) -> isize {
        isize::try_from(self.line.saturating_sub(height / 3)).unwrap_or(0)
    }
}

/// Where the words of a block stand.
#[derive(Clone, Copy)]
enum Setting {
    /// The first line set in by so many cells, the others flush.
    FirstIn(usize),
    /// All lines set in.
    AllIn(usize),
    Centred,
    AtTheRight,
}

impl<'a> Page<'a> {
    fn in_pane(desk: &'a Desk, inner: Rect) -> Self {
        Self { composition: desk.page(), width: inner.width.saturating_sub(GUTTER) }
    }

    /// The units of the page: the masthead, the blocks, the notes.
    fn count(&self) -> usize {
        1 + self.composition.blocks.len() + self.composition.notes.len()
    }

    /// The place of a byte offset: in the last block or note that begins before it.
    fn place_of(&self, offset: usize) -> Place {
        let blocks = self.composition.blocks.iter().map(|block| block.source);
        let sources = blocks.chain(self.composition.notes.iter().map(|note| note.source));
        let begun = sources.enumerate().filter_map(|(index, source)| {
            let source = source.filter(|source| source.start() <= offset)?;
            Some((source, index + 1))
        });
        let Some((source, unit)) = begun.max() else { return Place { unit: 0, line: 0 } };
        let lines = self.unit(unit);
        let printed = lines.iter().rposition(|line| line.width() > 0).unwrap_or(0);
        let passed = (offset - source.start()).min(source.len());
        Place { unit, line: (printed + 1) * passed / (source.len() + 1) }
    }

    /// The lines that a pane shows: a third of it above the unit of the cursor, moved by
    /// `scrolled` lines.
    fn lines_around(
        &self,
        here: Place,
        height: usize,
        scrolled: isize,
    ) -> Vec<Line<'static>> {
        let (up, down) = (scrolled.min(0).unsigned_abs(), scrolled.max(0).unsigned_abs());
        let wanted = height / 3 + up;
        let mut above: Vec<Vec<Line>> = Vec::new();
        let mut count = 0;
        let mut first = here.unit;
        while first > 0 && count < wanted {
            first -= 1;
            let unit = self.unit(first);
            count += unit.len();
            above.push(unit);
        }
        let mut lines: Vec<Line> = above.into_iter().rev().flatten().collect();
        let skipped = lines.len().saturating_sub(wanted);
        lines.drain(..skipped);
        for unit in here.unit..self.count() {
            if lines.len() >= height + down {
                break;
            }
            let mut added = self.unit(unit);
            if unit == here.unit
                && let Some(mark) =
                    added.get_mut(here.line).and_then(|line| line.spans.first_mut())
            {
                *mark = Span::raw("▸ ");
            }
            lines.extend(added);
        }
        lines.drain(..down.min(lines.len()));
        lines
    }

    fn unit(&self, index: usize) -> Vec<Line<'static>> {
        let Some(index) = index.checked_sub(1) else {
            return self.masthead(&self.composition.masthead);
        };
        let blocks = &self.composition.blocks;
        let Some(block) = blocks.get(index) else {
            let note = self.composition.notes.get(index - blocks.len());
            return note.map_or(Vec::new(), |note| self.note(note));
        };
        // The preview shows the text as proposed.
        if block.change == Change::Deleted {
            return Vec::new();
        }
        let mut lines = self.block(block);
        if !blocks.get(index + 1).is_some_and(|next| stands_close(block.kind, next.kind))
        {
            lines.push(Line::default());
        }
        lines
    }

    fn masthead(&self, masthead: &Masthead) -> Vec<Line<'static>> {
        let right = masthead.symbol.as_deref().into_iter();
        let right = right.chain(masthead.block_lines().into_iter().flatten());
        let left = [masthead.united_nations.clone(), masthead.organ.clone()];
        let mut left = left.into_iter().flatten();
        let mut lines = Vec::new();
        for right in right {
            let left = left.next().unwrap_or_default();
            let used = left.width() + right.width() + usize::from(GUTTER);
            let gap = " ".repeat(usize::from(self.width + GUTTER).saturating_sub(used));
            lines.push(Line::raw(format!("  {left}{gap}{right}")));
        }
        lines.extend(left.map(|rest| Line::raw(format!("  {rest}"))));
        lines.push(Line::raw(format!("  {}", "─".repeat(usize::from(self.width)))));
        lines
    }

    fn block(&self, block: &Block) -> Vec<Line<'static>> {
        let (words, styles) = words(block.number.as_deref(), &block.runs);
        let setting = match block.kind {
            BlockKind::OrganLine | BlockKind::Preambular | BlockKind::Operative => {
                Setting::FirstIn(4)
            }
            BlockKind::Subparagraph(degree) => {
                Setting::FirstIn(4 + 2 * usize::from(degree))
            }
            BlockKind::AnnexParagraph => Setting::FirstIn(4),
            BlockKind::Title | BlockKind::VoteList => Setting::AllIn(4),
            BlockKind::PartHeading
            | BlockKind::SectionHeading
            | BlockKind::AnnexHeading
            | BlockKind::AnnexTitle => Setting::Centred,
            BlockKind::MeetingLine | BlockKind::DateLine => Setting::AtTheRight,
            BlockKind::ClosingRule => {
                return self.set("────────────", &[], Setting::Centred);
            }
            _ => Setting::FirstIn(0),
        };
        self.set(&words, &styles, setting)
    }

    fn note(&self, note: &Note) -> Vec<Line<'static>> {
        let (words, styles) = words(Some(&note.mark), &note.runs);
        self.set(&words, &styles, Setting::FirstIn(0))
    }

    /// Breaks words into lines, each with its styles.
    fn set(
        &self,
        words: &str,
        styles: &[Styled],
        setting: Setting,
    ) -> Vec<Line<'static>> {
        let set_in = match setting {
            Setting::FirstIn(cells) | Setting::AllIn(cells) => cells,
            Setting::Centred | Setting::AtTheRight => 0,
        };
        let set_in = set_in.min(usize::from(self.width / 3));
        let mut at = 0;
        let mut lines = Vec::new();
        // A first line that is set in is one with so many cells before its words.
        let (padding, width) = match setting {
            Setting::AllIn(_) => (0, usize::from(self.width).saturating_sub(set_in)),
            _ => (set_in, usize::from(self.width)),
        };
        let padded = format!("{}{words}", "\u{a0}".repeat(padding));
        for line in wrapped(&padded, u16::try_from(width).unwrap_or(u16::MAX)) {
            let rest = padded.get(at..).unwrap_or_default();
            at += rest.len() - rest.trim_start_matches(' ').len();
            let room = usize::from(self.width).saturating_sub(line.width());
            let before = match setting {
                Setting::FirstIn(_) => 0,
                Setting::AllIn(_) => set_in,
                Setting::Centred => room / 2,
                Setting::AtTheRight => room,
            };
            let mut spans = vec![Span::raw("  "), Span::raw(" ".repeat(before))];
            // The padding is of two bytes a cell and stands before all styles.
            spans.extend(styled(&line, at, 2 * padding, styles));
            at += line.len();
            lines.push(Line::from(spans));
        }
        lines
    }
}

/// Bytes of a block that are set otherwise than plain.
struct Styled {
    start: usize,
    end: usize,
    style: Style,
}

/// The words of a block as one line: number, words, calls for notes.
fn words(number: Option<&str>, runs: &[Run]) -> (String, Vec<Styled>) {
    let mut words = number.map_or(String::new(), |number| format!("{number} "));
    let mut styles = Vec::new();
    let printed =
        |run: &&Run| run.change != Change::Deleted && run.kind != RunKind::Comment;
    for run in runs.iter().filter(printed) {
        let start = words.len();
        match run.kind {
            RunKind::Call { .. } if run.text.contains(char::is_alphanumeric) => {
                words.extend(["[", &run.text, "]"]);
            }
            _ => words.push_str(&run.text),
        }
        let mut style = Style::new();
        if run.italic {
            style = style.add_modifier(Modifier::ITALIC);
        }
        if run.bold {
            style = style.add_modifier(Modifier::BOLD);
        }
        styles.push(Styled { start, end: words.len(), style });
    }
    (words, styles)
}

/// One line as spans. `at` is where it begins in the padded words.
fn styled(
    line: &str,
    at: usize,
    padding: usize,
    styles: &[Styled],
) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut done = 0;
    for style in styles {
        let start = (style.start + padding).saturating_sub(at).clamp(done, line.len());
        let end = (style.end + padding).saturating_sub(at).clamp(start, line.len());
        let plain = line.get(done..start).unwrap_or_default();
        let words = line.get(start..end).unwrap_or_default();
        spans.push(Span::raw(plain.to_owned()));
        spans.push(Span::styled(words.to_owned(), style.style));
        done = end;
    }
    spans.push(Span::raw(line.get(done..).unwrap_or_default().to_owned()));
    spans.retain(|span| !span.content.is_empty());
    spans
}

/// The lines of a list of lines stand close; paragraphs do not.
fn stands_close(above: BlockKind, below: BlockKind) -> bool {
    use BlockKind::{
        AgendaItem, AgendaTitle, Body, DateLine, MeetingLine, Session, SessionDates,
    };
    let is_head =
        |kind| matches!(kind, Body | Session | SessionDates | AgendaItem | AgendaTitle);
    is_head(above) && is_head(below)
        || matches!((above, below), (MeetingLine, DateLine) | (DateLine, MeetingLine))
}
