//! The draft format itself, in the form in which Zerodraft writes it: what is rendered to
//! `.md` can be opened, checked and rendered again.

use std::fmt::Write;

use super::composition::{Block, BlockKind, Change, Composition, Run, RunKind};
use super::{Format, Options, RenderError};
use crate::conventions::numbering::parse_marker;
use crate::text::TextRange;

pub(super) static FORMAT: Format = Format {
    name: "markdown",
    extensions: &["md"],
    summary: "the draft format, to go on drafting",
    shows: &[],
    write,
};

#[expect(clippy::unnecessary_wraps, reason = "a format may fail")]
fn write(composition: &Composition, _: &Options) -> Result<Vec<u8>, RenderError> {
    let mut draft =
        Draft { composition, allowances: &composition.allowances, text: String::new() };
    draft.front_matter();
    for block in &composition.blocks {
        draft.block(block);
    }
    // The order of the draft, which need not be that of the calls.
    let mut notes: Vec<_> = composition.notes.iter().collect();
    notes.sort_by_key(|note| note.source);
    for note in notes {
        if let Some(mark) = &note.written {
            let words = draft.words(&note.runs);
            let _ = writeln!(draft.text, "\n[^{mark}]: {words}");
        }
    }
    Ok(draft.text.into_bytes())
}

/// The draft while it is written.
struct Draft<'a> {
    composition: &'a Composition,
    /// Those that are not written yet.
    allowances: &'a [(TextRange, String)],
    text: String,
}

impl Draft<'_> {
    fn front_matter(&mut self) {
        self.text.push_str("---\n");
        for (name, value) in &self.composition.facts {
            let space = if value.starts_with('\n') { "" } else { " " };
            let _ = writeln!(self.text, "{name}:{space}{value}");
        }
        self.text.push_str("---\n");
    }

    /// One paragraph on one line, below a blank line. What the front matter says is not
    /// said again.
    fn block(&mut self, block: &Block) {
        use BlockKind::{
            AnnexHeading, AnnexParagraph, AnnexSubheading, AnnexTitle, Continuation,
            Operative, OrganLine, PartHeading, Preambular, Quotation, SectionHeading,
            Subparagraph,
        };
        let words = self.words(&block.runs);
        let number = block.number.as_deref().unwrap_or_default();
        let line = match block.kind {
            OrganLine => words,
            PartHeading if words.is_empty() => format!("# Part {number}"),
            PartHeading => format!("# Part {number}. {words}"),
            SectionHeading if number.is_empty() => format!("# {words}"),
            SectionHeading if words.is_empty() => format!("# {number}"),
            SectionHeading => format!("# {number}. {words}"),
            AnnexHeading | AnnexSubheading | AnnexTitle => format!("# {words}"),
            Preambular | Operative | AnnexParagraph => numbered("", block, &words),
            Subparagraph(degree) => {
                let indent = " ".repeat(3 * usize::from(degree.min(8)));
                numbered(&indent, block, &words)
            }
            Continuation => format!("   {}", unnumbered(&words)),
            Quotation => format!("> {words}"),
            _ => return,
        };
        self.allowances_of(block);
        let _ = writeln!(self.text, "\n{line}");
    }

    /// The comments that silence rules in a paragraph stand above it.
    fn allowances_of(&mut self, block: &Block) {
        let Some(source) = block.source else { return };
        while let Some(((scope, words), rest)) = self.allowances.split_first() {
            if scope.start() > source.start() {
                break;
            }
            if scope.encloses(source) {
                let _ = writeln!(self.text, "\n<!-- {words} -->");
            }
            self.allowances = rest;
        }
    }

    fn words(&self, runs: &[Run]) -> String {
        let mut words = String::new();
        let mut runs = runs.iter().peekable();
        while let Some(run) = runs.next() {
            let mut text = self.run(run);
            // Words of one addition or one emphasis are written in one pair of marks.
            let is_alike =
                |next: &&Run| next.change == run.change && run.change == Change::Added;
            while let Some(next) = runs.next_if(|next| is_alike(next)) {
                text.push_str(&self.run(next));
            }
            match run.change {
                Change::Added => words.extend(["{++", &text, "++}"]),
                Change::Deleted => words.extend(["{--", &run.text, "--}"]),
                Change::None => words.push_str(&text),
            }
        }
        words
    }

    fn run(&self, run: &Run) -> String {
        match &run.kind {
            RunKind::Call { note, .. } => {
                let note = note.and_then(|note| self.composition.notes.get(note));
                let mark = note.and_then(|note| note.written.as_deref());
                format!("[^{}]", mark.unwrap_or(&run.text))
            }
            RunKind::Comment => format!("{{>>{}<<}}", run.text),
            RunKind::Emphasis => format!("*{}*", escaped(&run.text)),
            RunKind::Words | RunKind::Opening => escaped(&run.text),
        }
    }
}

/// A paragraph with its number; `{++4 bis. Requests …;++}` if both are proposed.
fn numbered(indent: &str, block: &Block, words: &str) -> String {
    match (&block.number, block.change) {
        (None, _) => format!("{indent}{}", unnumbered(words)),
        (Some(number), Change::Added) => {
            let inner =
                words.strip_prefix("{++").and_then(|words| words.strip_suffix("++}"));
            format!("{indent}{{++{number} {}++}}", inner.unwrap_or(words))
        }
        (Some(number), _) => format!("{indent}{number} {words}"),
    }
}

/// Words that would be read as a number, a heading or a quotation, with that undone.
fn unnumbered(words: &str) -> String {
    let sign = words.starts_with(['#', '>', '-', '|']).then_some(0);
    let of_number = parse_marker(words)
        .and_then(|marker| words.get(..marker.len))
        .and_then(|marker| marker.find(|c: char| c.is_ascii_punctuation()));
    let is_table = words.starts_with('|');
    match sign.or(of_number).filter(|_| !is_table) {
        Some(at) => {
            let (before, after) = words.split_at_checked(at).unwrap_or((words, ""));
            format!("{before}\\{after}")
        }
        None => words.to_owned(),
    }
}

/// Words in which nothing is read as a mark.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        let starts = |signs: &[&str]| signs.iter().any(|sign| rest.starts_with(sign));
        if c == '*' || c == '\\' || starts(&["[^", "{++", "{--", "{>>", "++}", "<!--"]) {
            escaped.push('\\');
        }
        escaped.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
    escaped
}
