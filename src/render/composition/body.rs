//! Paragraphs, sections, parts and annexes.

use super::runs::{has_italics, printable};
use super::{Block, BlockKind, Change, Composer, Run, RunKind};
use crate::conventions::numbering::{MarkerForm, marker_text_in, marker_text_like};
use crate::conventions::opening_phrases::Part;
use crate::conventions::{Conventions, Language};
use crate::model::{
    Annex, MarkKind, Marker, OrganLine, Paragraph, Prose, Resolution, Section,
};
use crate::text::TextRange;

/// An unnumbered paragraph of an annex this short, without a stop at its end, is a heading.
const LONGEST_HEADING: usize = 200;

impl Composer<'_> {
    /// Organ line and paragraphs, by section.
    pub(super) fn body(&mut self, resolution: &Resolution) {
        let mut organ_line = resolution.organ_line.as_ref();
        let mut last_number = 0;
        let language = self.resolution.language;
        let operative = resolution.operative().count();
        for section in &resolution.sections {
            if let Some(line) = organ_line.take_if(|line| line.range < section.range) {
                self.organ_line(line);
            }
            self.section_heading(section);
            // A preambular paragraph may have strayed into the operative part.
            let mut paragraphs: Vec<&Paragraph> =
                section.preambular.iter().chain(&section.operative).collect();
            paragraphs.sort_by_key(|paragraph| paragraph.range);
            for paragraph in paragraphs {
                // The preamble may stand above the name of the organ.
                if let Some(line) =
                    organ_line.take_if(|line| line.range < paragraph.range)
                {
                    self.organ_line(line);
                }
                let number = match (&paragraph.marker, operative) {
                    // The only operative paragraph has no number.
                    (Some(marker), 1) if marker.parsed.form == MarkerForm::AutoNumber => {
                        None
                    }
                    (marker, _) => {
                        marker.as_ref().map(|m| number_of(m, &mut last_number, language))
                    }
                };
                let kind = match paragraph.part {
                    Part::Preambular => BlockKind::Preambular,
                    Part::Operative => BlockKind::Operative,
                };
                self.paragraph(paragraph, kind, number);
            }
        }
        if let Some(line) = organ_line {
            self.organ_line(line);
        }
    }

    /// A part with its own title and organ line.
    pub(super) fn part(&mut self, part: &Resolution) {
        let title = part.title.as_ref().map(|title| printable(&title.value));
        let run = |words| Run { bold: true, ..Run::plain(words) };
        let number = part.number.as_ref().map(|letter| letter.value.clone());
        let runs = title.map(run).into_iter().collect();
        let source = part.number.as_ref().map(|letter| letter.range);
        self.blocks.push(Block {
            number,
            source,
            ..Block::new(BlockKind::PartHeading, runs)
        });
        self.body(part);
    }

    /// The annex with its paragraphs, which are numbered on their own.
    pub(super) fn annex(&mut self, annex: &Annex) {
        self.heading(BlockKind::AnnexHeading, &annex.title, 0);
        let language = self.resolution.language;
        let (mut last_number, mut has_title) = (0, false);
        for (index, paragraph) in annex.paragraphs.iter().enumerate() {
            if is_heading(paragraph) {
                let is_title = index == 0 && !has_title;
                has_title = true;
                let kind = if is_title {
                    BlockKind::AnnexTitle
                } else {
                    BlockKind::AnnexSubheading
                };
                self.heading(kind, &paragraph.prose, 0);
                continue;
            }
            let marker = paragraph.marker.as_ref();
            let number = marker.map(|m| number_of(m, &mut last_number, language));
            self.paragraph(paragraph, BlockKind::AnnexParagraph, number);
        }
    }

    /// Puts the paragraphs that are struck out between the others, each set as the one
    /// above it. `end_of_text` is the first block below the text.
    pub(super) fn struck_out(&mut self, end_of_text: usize) {
        let start = |block: &Block| block.source.map(TextRange::start);
        let annex = self.blocks.iter().skip(end_of_text).find_map(start);
        let mut struck_out = self.resolution.struck_out.iter().peekable();
        let blocks = std::mem::take(&mut self.blocks);
        for (index, block) in blocks.into_iter().enumerate() {
            let is_above = |prose: &&Prose| {
                let at = prose.range.start();
                start(&block).is_some_and(|start| at < start)
                    || index == end_of_text && annex.is_none_or(|annex| at < annex)
            };
            while let Some(prose) = struck_out.next_if(is_above) {
                self.struck_out_paragraph(prose);
            }
            self.blocks.push(block);
        }
        for prose in struck_out {
            self.struck_out_paragraph(prose);
        }
    }

    fn struck_out_paragraph(&mut self, prose: &Prose) {
        use BlockKind::{AnnexParagraph, Operative, Preambular, Subparagraph};
        let kind = match self.blocks.last().map(|block| block.kind) {
            Some(kind @ (Operative | AnnexParagraph | Subparagraph(_))) => kind,
            _ => Preambular,
        };
        let runs = self.notes.runs(prose, 0, 0);
        let (source, change) = (Some(prose.range), Change::Deleted);
        self.blocks.push(Block { source, change, ..Block::new(kind, runs) });
    }

    /// The name of the organ in italics; its comma is roman.
    fn organ_line(&mut self, line: &OrganLine) {
        let words = printable(&line.text).replace(['*', '_'], "");
        let name = words.trim_end_matches([',', '，', '،', ':', ' ']);
        let comma = words.strip_prefix(name).unwrap_or_default().to_owned();
        let italic = has_italics(self.resolution.language);
        let name = Run { kind: RunKind::Opening, italic, ..Run::plain(name) };
        let mut runs = vec![name];
        if !comma.is_empty() {
            runs.push(Run::plain(comma));
        }
        let source = Some(line.range);
        self.blocks.push(Block { source, ..Block::new(BlockKind::OrganLine, runs) });
    }

    fn section_heading(&mut self, section: &Section) {
        let Some(heading) = &section.heading else { return };
        let numeral = section.numeral.as_deref().unwrap_or_default();
        let rest = heading.text.strip_prefix(numeral).unwrap_or(&heading.text);
        let title = match numeral {
            "" => rest,
            _ => rest.trim_start_matches(['.', ':', ' ', '\t', '–', '—']),
        };
        let skipped = heading.text.len() - title.len();
        self.heading(BlockKind::SectionHeading, heading, skipped);
        if let Some(block) = self.blocks.last_mut() {
            block.number.clone_from(&section.numeral);
        }
    }

    fn heading(&mut self, kind: BlockKind, prose: &Prose, skipped: usize) {
        let mut runs = self.notes.runs(prose, skipped, 0);
        for run in &mut runs {
            run.bold = true;
        }
        let source = Some(prose.range);
        self.blocks.push(Block { source, ..Block::new(kind, runs) });
    }

    /// Whether words open as a paragraph does, which words that go on never do.
    fn opens(&self, paragraph: &Paragraph) -> bool {
        let openings = Conventions::of(self.resolution.language).openings();
        let words = &paragraph.prose.text;
        openings.preambular(words).is_some() || openings.operative(words).is_some()
    }

    /// A paragraph and everything below it, in the order of the text: a list may go on
    /// below words that have no number.
    fn paragraph(
        &mut self,
        paragraph: &Paragraph,
        kind: BlockKind,
        number: Option<String>,
    ) {
        self.words_of(paragraph, kind, number);
        let mut below = Vec::new();
        below_of(paragraph, self.resolution.language, &mut below);
        below.sort_by_key(|(child, _)| child.range.start());
        for (child, number) in below {
            let kind = match number {
                Some(_) => BlockKind::Subparagraph(child.degree.max(1)),
                None if self.is_below_list && !self.opens(child) => {
                    BlockKind::Continuation
                }
                None => BlockKind::Quotation,
            };
            self.words_of(child, kind, number);
        }
    }

    /// How much of a paragraph stands in italics, in a language whose openings are known for
    /// that alone.
    fn italic_len(&self, kind: BlockKind, words: &str) -> usize {
        let part = match kind {
            BlockKind::Preambular => Part::Preambular,
            BlockKind::Operative => Part::Operative,
            _ => return 0,
        };
        Conventions::of(self.resolution.language).openings().italic_len(part, words)
    }

    /// A paragraph without what stands below it.
    fn words_of(
        &mut self,
        paragraph: &Paragraph,
        kind: BlockKind,
        number: Option<String>,
    ) {
        let italic = match &paragraph.opening {
            Some(opening) => opening.italic,
            None => self.italic_len(kind, &paragraph.prose.text),
        };
        let runs = self.notes.runs(&paragraph.prose, 0, italic);
        let words = paragraph.prose.range;
        let marker = paragraph.marker.as_ref();
        let has_label = !matches!(kind, BlockKind::Continuation | BlockKind::Quotation);
        self.is_below_list = match kind {
            BlockKind::Subparagraph(_) => true,
            BlockKind::Continuation | BlockKind::Quotation => self.is_below_list,
            _ => false,
        };
        self.blocks.push(Block {
            kind,
            number,
            runs,
            label: has_label.then(|| paragraph.label.clone()),
            source: Some(marker.map_or(words, |marker| marker.range.cover(words))),
            change: change_of(paragraph),
        });
    }
}

/// The subparagraphs and words below a paragraph, each with its letter as printed.
fn below_of<'a>(
    paragraph: &'a Paragraph,
    language: Language,
    below: &mut Vec<(&'a Paragraph, Option<String>)>,
) {
    for (index, child) in paragraph.children.iter().enumerate() {
        let number = child.marker.as_ref().map(|marker| {
            let so_far = &paragraph.children[..=index];
            letter_of(marker, child.degree.max(1), so_far, language)
        });
        below.push((child, number));
        below_of(child, language, below);
    }
}

fn is_heading(paragraph: &Paragraph) -> bool {
    let text = paragraph.prose.text.trim_end();
    let is_ended =
        text.ends_with(['.', ',', ';', ':', '|', '。', '，', '；', '：', '،', '؛']);
    let is_short = text.len() <= LONGEST_HEADING && !text.is_empty();
    let is_bare = paragraph.marker.is_none() && paragraph.children.is_empty();
    is_bare && is_short && !is_ended
}

/// Whether the number is proposed with the words: `{++4 bis. Requests …;++}`.
fn change_of(paragraph: &Paragraph) -> Change {
    let Some(marker) = &paragraph.marker else { return Change::None };
    let encloses = |mark: &crate::model::Mark| {
        mark.kind == MarkKind::Added && mark.range.encloses(marker.range)
    };
    if paragraph.prose.marks.iter().any(encloses) { Change::Added } else { Change::None }
}

/// The number as written, or the next one where the draft asks for it.
fn number_of(marker: &Marker, last: &mut u32, language: Language) -> String {
    if marker.parsed.form == MarkerForm::AutoNumber {
        *last += 1;
        return marker_text_in(language, 0, *last);
    }
    if marker.parsed.is_number() {
        *last = marker.ordinal.or(marker.parsed.value).unwrap_or(*last);
    }
    as_printed(marker)
}

/// The letter as written, or the next one of its degree.
fn letter_of(
    marker: &Marker,
    degree: u8,
    so_far: &[Paragraph],
    language: Language,
) -> String {
    if marker.parsed.form != MarkerForm::AutoLetter {
        return as_printed(marker);
    }
    let written = so_far.iter().rev().filter_map(|paragraph| paragraph.marker.as_ref());
    let steps = written.clone().take_while(|marker| marker.ordinal.is_none()).count();
    let from = written.clone().find_map(|marker| marker.ordinal).unwrap_or(0);
    let value = from.saturating_add(u32::try_from(steps).unwrap_or(u32::MAX)).min(9_999);
    let mut markers = so_far.iter().filter_map(|paragraph| paragraph.marker.as_ref());
    let first = markers.next().map_or("", |marker| marker.text.as_str());
    marker_text_like(first, language, degree, value)
}

fn as_printed(marker: &Marker) -> String {
    let words = printable(&marker.text);
    match marker.parsed.form {
        MarkerForm::Bullet => words,
        _ => words.replace('*', ""),
    }
}
