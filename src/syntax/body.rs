//! Blocks to the parts of a resolution: organ line, sections, footnotes, annexes.

use jiff::civil::Date;

use super::assembly::Assembly;
use super::blocks::{Block, BlockKind};
use super::inline::prose;
use super::raw::Raw;
use crate::conventions::numbering::roman_value;
use crate::conventions::{Conventions, Language, calendar, organs, states};
use crate::model::{
    Allowance, Annex, Footnote, Located, OrganLine, Resolution, Section, Sponsor,
    Sponsors,
};
use crate::text::{Source, TextRange};

/// Reads the blocks below the front matter into the resolution and its parts.
pub(super) fn read(
    source: &Source,
    conventions: &'static Conventions,
    blocks: &[Block],
    resolution: &mut Resolution,
) {
    let is_part = |block: &Block| part_of(source, block).is_some();
    let first_part = blocks.iter().position(is_part).unwrap_or(blocks.len());
    let (own, parts) = blocks.split_at(first_part);
    Body::new(source, conventions, resolution, "").run(own);
    for part in parts.chunk_by(|_, next| !is_part(next)) {
        let Some((letter, title)) = part.first().and_then(|block| part_of(source, block))
        else {
            continue;
        };
        let range = part[0].range.cover(part[part.len() - 1].range);
        let mut inner = Resolution {
            range,
            language: resolution.language,
            kind: resolution.kind,
            stage: resolution.stage,
            number: Some(Located { value: letter.clone(), range: part[0].range }),
            title,
            ..Resolution::default()
        };
        Body::new(source, conventions, &mut inner, &format!("{letter} ")).run(&part[1..]);
        resolution.footnotes.append(&mut inner.footnotes);
        resolution.struck_out.append(&mut inner.struck_out);
        resolution.allowances.append(&mut inner.allowances);
        resolution.annexes.append(&mut inner.annexes);
        resolution.parts.push(inner);
    }
}

/// The letter and the title of a heading that begins a part: `# Part A`.
fn part_of(source: &Source, block: &Block) -> Option<(String, Option<Located<String>>)> {
    let BlockKind::Heading(_) = block.kind else { return None };
    let words = heading_range(source, block);
    let text = source.slice(words);
    let rest = text.strip_prefix("Part ").or_else(|| text.strip_prefix("PART "))?;
    let letter = rest.chars().next().filter(char::is_ascii_uppercase)?;
    let after = rest.get(1..)?;
    let title = after.trim_start_matches([' ', '.', ':', '–', '—', '-']);
    if after.starts_with(char::is_alphanumeric) {
        return None;
    }
    let range = TextRange::new(words.end() - title.len(), words.end());
    let title = (!title.is_empty()).then(|| Located { value: title.to_owned(), range });
    Some((letter.to_string(), title))
}

/// The words of a heading, without its `#`.
fn heading_range(source: &Source, block: &Block) -> TextRange {
    let text = source.slice(block.range);
    let words = text.trim_start_matches([' ', '\t', '\u{feff}', '#']).trim_start();
    let start = block.range.end() - words.len();
    TextRange::new(start, start + words.trim_end().trim_end_matches('#').trim_end().len())
}

struct Body<'a> {
    source: &'a Source,
    conventions: &'static Conventions,
    resolution: &'a mut Resolution,
    /// What the labels of a part begin with: “A ”.
    prefix: &'a str,
    section: Section,
    /// How many preambular paragraphs stand in the sections before.
    preambular: usize,
    raws: Vec<Raw>,
    /// Set from the heading “Annex” on.
    annex: Option<Annex>,
    has_begun: bool,
    /// Allowances that wait for the paragraph below them.
    waiting: Vec<Allowance>,
}

impl<'a> Body<'a> {
    fn new(
        source: &'a Source,
        conventions: &'static Conventions,
        resolution: &'a mut Resolution,
        prefix: &'a str,
    ) -> Self {
        Self {
            source,
            conventions,
            resolution,
            prefix,
            section: Section::default(),
            preambular: 0,
            raws: Vec::new(),
            annex: None,
            has_begun: false,
            waiting: Vec::new(),
        }
    }

    fn run(mut self, blocks: &[Block]) {
        for block in blocks {
            match block.kind {
                BlockKind::Blank | BlockKind::FrontMatter => {}
                BlockKind::Comment => self.comment(block.range),
                BlockKind::Heading(_) => self.heading(block),
                BlockKind::Footnote => self.footnote(block.range),
                BlockKind::Paragraph | BlockKind::Table | BlockKind::Quote => {
                    self.words(block);
                }
            }
        }
        self.close_section();
        self.close_annex();
    }

    /// `<!-- zerodraft: allow RULE because … until 2026-12-31 -->`
    fn comment(&mut self, range: TextRange) {
        let text = self.source.slice(range);
        let inner = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
        let Some(rest) = inner.strip_prefix("zerodraft:").map(str::trim_start) else {
            return;
        };
        let Some(rest) = rest.strip_prefix("allow ").map(str::trim_start) else { return };
        let (rest, until) = with_end(rest);
        let (rule, because) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let because = because.trim().strip_prefix("because").map(str::trim);
        let lead = text.len() - text.trim_start().len();
        let start = range.start() + lead;
        self.waiting.push(Allowance {
            range: TextRange::new(start, start + text.trim().len()),
            rule: rule.to_owned(),
            because: because.filter(|words| !words.is_empty()).map(str::to_owned),
            until,
            scope: TextRange::empty(range.end()),
        });
    }

    fn heading(&mut self, block: &Block) {
        let words = heading_range(self.source, block);
        let text = self.source.slice(words);
        if is_annex(text) {
            self.close_section();
            self.close_annex();
            let title = prose(self.source, words);
            self.annex =
                Some(Annex { range: block.range, title, paragraphs: Vec::new() });
        } else if self.annex.is_some() {
            self.raws.push(Raw::plain(self.source, words));
        } else if !self.has_begun
            && self.resolution.title.is_none()
            && numeral_of(text).is_none()
        {
            self.numbered_title(words);
        } else {
            self.close_section();
            self.has_begun = true;
            self.section = Section {
                range: words,
                numeral: numeral_of(text),
                heading: Some(prose(self.source, words)),
                ..Section::default()
            };
        }
    }

    fn footnote(&mut self, range: TextRange) {
        let text = self.source.slice(range);
        let Some((head, _)) = text.split_once("]:") else { return };
        let mark = head.trim_start().trim_start_matches("[^").to_owned();
        let words = TextRange::new(range.start() + head.len() + 2, range.end());
        let words = self.trimmed(words);
        let lead = text.len() - text.trim_start().len();
        let range = TextRange::new(range.start() + lead, words.end());
        let prose = prose(self.source, words);
        self.resolution.footnotes.push(Footnote { range, mark, prose });
    }

    fn trimmed(&self, range: TextRange) -> TextRange {
        let text = self.source.slice(range);
        let start = range.start() + (text.len() - text.trim_start().len());
        TextRange::new(start, start + text.trim().len())
    }

    fn words(&mut self, block: &Block) {
        let range = self.trimmed(block.range);
        if is_struck_out(self.source.slice(range)) {
            self.resolution.struck_out.push(prose(self.source, range));
            return;
        }
        if self.annex.is_none() && !self.has_begun && self.head(range) {
            return;
        }
        if self.is_organ_line_below(range) {
            return;
        }
        let raw = Raw::read(self.source, block);
        for mut allowance in self.waiting.drain(..) {
            allowance.scope = allowance.range.cover(raw.range);
            self.resolution.allowances.push(allowance);
        }
        self.raws.push(raw);
    }

    /// Takes an organ line that stands below the preamble, as texts of the first years
    /// have it.
    fn is_organ_line_below(&mut self, range: TextRange) -> bool {
        let text = self.source.slice(range);
        let may_be = self.annex.is_none()
            && self.resolution.organ_line.is_none()
            && !self.resolution.is_sectioned()
            && self.section.heading.is_none();
        if !may_be {
            return false;
        }
        let organ = organs::opened_by(text).or_else(|| named_on_a_line(text));
        let is_one = organ.is_some();
        if is_one {
            let text = prose(self.source, range).text;
            self.resolution.organ_line = Some(OrganLine { range, text, organ });
        }
        is_one
    }

    /// Takes a paragraph above the text: organ line, sponsors, number and title. Says
    /// whether it was one; the first that is none begins the text.
    fn head(&mut self, range: TextRange) -> bool {
        let text = self.source.slice(range);
        let organ = organs::opened_by(text).or_else(|| named_on_a_line(text));
        if organ.is_some() || organs::is_line_of_any(text) {
            let text = prose(self.source, range).text;
            self.resolution.organ_line = Some(OrganLine { range, text, organ });
            self.has_begun = true;
            return true;
        }
        if self.resolution.sponsors.list.is_empty() && self.sponsor_line(range) {
            return true;
        }
        if self.resolution.title.is_none() && self.numbered_title(range) {
            return true;
        }
        self.has_begun = is_of_text(text);
        if !self.has_begun && self.resolution.title.is_none() && text.lines().count() <= 2
        {
            let value = prose(self.source, range).text;
            self.resolution.title = Some(Located { value, range });
        }
        !self.has_begun
    }

    /// “Brazil, Norway and Qatar: draft resolution”
    fn sponsor_line(&mut self, range: TextRange) -> bool {
        let text = self.source.slice(range);
        let Some((names, kind)) = text.rsplit_once(':') else { return false };
        let after = kind.trim_start().trim_start_matches('\\');
        let is_last_marked = after.starts_with('*');
        let kind = after.trim_start_matches('*').trim().to_lowercase();
        let is_sponsor_line =
            ["draft resolution", "revised draft resolution", "draft decision"]
                .contains(&kind.as_str());
        if is_sponsor_line {
            let range = TextRange::new(range.start(), range.start() + names.len());
            self.resolution.sponsors = sponsors_in(self.source, range, is_last_marked);
        }
        is_sponsor_line
    }

    /// “45/32. Title” or “45/... Title”; a heading without a number is a title.
    fn numbered_title(&mut self, range: TextRange) -> bool {
        let text = self.source.slice(range);
        let number = text.split_whitespace().next().unwrap_or_default();
        let is_number = number.split_once('/').is_some_and(|(session, rest)| {
            let digits = session.trim_start_matches("ES-").trim_start_matches("S-");
            !digits.is_empty()
                && digits.bytes().all(|b| b.is_ascii_digit())
                && rest.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'_'))
        });
        let is_heading = self
            .source
            .text()
            .get(..range.start())
            .is_some_and(|t| t.trim_end().ends_with('#'));
        if !is_number && !is_heading {
            return false;
        }
        let number = if is_number { number } else { "" };
        let title =
            self.trimmed(TextRange::new(range.start() + number.len(), range.end()));
        if is_number && self.resolution.number.is_none() {
            let value = match number.strip_suffix("...") {
                Some(_) => number,
                None => number.trim_end_matches('.'),
            };
            let place = TextRange::new(range.start(), range.start() + value.len());
            self.resolution.number =
                Some(Located { value: value.to_owned(), range: place });
        }
        let value = prose(self.source, title).text;
        self.resolution.title = Some(Located { value, range: title });
        true
    }

    fn close_section(&mut self) {
        if self.annex.is_some() {
            return;
        }
        let raws = std::mem::take(&mut self.raws);
        let mut section = std::mem::take(&mut self.section);
        if raws.is_empty() && section.heading.is_none() {
            return;
        }
        let numeral = section.numeral.as_deref().map(|numeral| format!("{numeral} "));
        let prefix = format!("{}{}", self.prefix, numeral.unwrap_or_default());
        let assembly = Assembly { source: self.source, conventions: self.conventions };
        (section.preambular, section.operative) =
            assembly.paragraphs(raws, &prefix, self.preambular);
        self.preambular += section.preambular.len();
        for paragraph in section.preambular.iter().chain(&section.operative) {
            section.range = if section.range.is_empty() {
                paragraph.range
            } else {
                section.range.cover(paragraph.range)
            };
        }
        self.resolution.sections.push(section);
    }

    fn close_annex(&mut self) {
        let raws = std::mem::take(&mut self.raws);
        let Some(mut annex) = self.annex.take() else { return };
        let assembly = Assembly { source: self.source, conventions: self.conventions };
        annex.paragraphs = assembly.annex(raws);
        if let Some(last) = annex.paragraphs.last() {
            annex.range = annex.range.cover(last.range);
        }
        self.resolution.annexes.push(annex);
    }
}

/// Whether a paragraph is proposed for deletion as a whole.
fn is_struck_out(text: &str) -> bool {
    let inner = text.strip_prefix("{--").and_then(|rest| rest.strip_suffix("--}"));
    inner.is_some_and(|inner| !inner.contains("--}"))
}

/// The organ of a line that names a Main Committee instead of the Assembly.
fn named_on_a_line(text: &str) -> Option<&'static organs::Organ> {
    let name = text.trim_matches(['*', ' ']).trim_end_matches([',', '*']);
    name.starts_with("The ").then(|| organs::named(name)).flatten()
}

/// Whether a paragraph above the organ line is no head matter but text already: it opens
/// or ends as one.
fn is_of_text(text: &str) -> bool {
    use crate::conventions::numbering::parse_marker;
    parse_marker(text).is_some()
        || text.ends_with([',', ';', ':', '.', '，', '；', '：', '。', '،', '؛'])
        || Conventions::of(Language::En).openings().preambular(text).is_some()
        || Conventions::of(Language::En).openings().operative(text).is_some()
}

fn is_annex(heading: &str) -> bool {
    let word =
        heading.split([' ', '.', ':', '\t']).next().unwrap_or_default().to_lowercase();
    ["annex", "annexe", "anexo", "приложение", "附件", "المرفق"].contains(&word.as_str())
}

/// The Roman numeral that opens a heading: “I. Coordination”.
fn numeral_of(heading: &str) -> Option<String> {
    let word = heading.split([' ', '.', '\t', ':']).next()?;
    let is_numeral = word.bytes().all(|byte| b"IVXLC".contains(&byte));
    (is_numeral && roman_value(word).is_some()).then(|| word.to_owned())
}

/// The sponsors of a list as a page prints it: “Brazil,* Norway and Qatar”. The mark of the
/// last may stand after the colon that ends the list.
fn sponsors_in(source: &Source, range: TextRange, is_last_marked: bool) -> Sponsors {
    let text = source.slice(range);
    let mut list = Vec::new();
    let mut at = range.start();
    for piece in text.split(',') {
        let is_marked_before = piece.trim_start().starts_with('*');
        if let (true, Some(last)) = (is_marked_before, list.last_mut()) {
            let last: &mut Sponsor = last;
            last.marked = Some(true);
        }
        for name in halves(piece) {
            list.extend(sponsor(source, at + name.0, name.1));
        }
        at += piece.len() + 1;
    }
    if let Some(last) = list.last_mut().filter(|_| is_last_marked) {
        last.marked = Some(true);
    }
    if list.iter().any(|sponsor| sponsor.marked == Some(true)) {
        for sponsor in list.iter_mut().filter(|sponsor| sponsor.marked.is_none()) {
            sponsor.marked = Some(false);
        }
    }
    Sponsors { range, list, ..Sponsors::default() }
}

/// A piece between commas, cut at the “and” before the last sponsor, but not at the one
/// inside “Bosnia and Herzegovina”.
fn halves(piece: &str) -> Vec<(usize, &str)> {
    let bare = piece.trim().trim_matches('*').trim();
    if states::find(bare).is_some() {
        return vec![(0, piece)];
    }
    for (at, and) in piece.match_indices(" and ") {
        let (first, second) = (piece.get(..at), piece.get(at + and.len()..));
        if let (Some(first), Some(second)) = (first, second)
            && states::find(second.trim().trim_matches('*').trim()).is_some()
        {
            return vec![(0, first), (at + and.len(), second)];
        }
    }
    match piece.rsplit_once(" and ") {
        Some((first, second)) => vec![(0, first), (first.len() + " and ".len(), second)],
        None => vec![(0, piece)],
    }
}

fn sponsor(source: &Source, at: usize, piece: &str) -> Option<Sponsor> {
    let lead =
        piece.len() - piece.trim_start_matches(['*', ' ', '\n', '\r', '\t', '\\']).len();
    let bare = piece.get(lead..)?.trim_end();
    let name = bare.trim_end_matches(['*', ' ', '\\']);
    let name = name.strip_prefix("and ").unwrap_or(name);
    let start = at + piece.len() - piece.get(lead..)?.len() + (bare.find(name)?);
    if name.is_empty() {
        return None;
    }
    let range = TextRange::new(start, start + name.len());
    let name = source.slice(range).split_whitespace().collect::<Vec<_>>().join(" ");
    let marked = bare.ends_with('*').then_some(true);
    let state = states::find(&name).map(|(state, _)| state);
    Some(Sponsor { name, range, state, marked })
}

/// The words of an allowance, and the day that “until 2026-12-31” at their end names.
fn with_end(words: &str) -> (&str, Option<Date>) {
    let split = words.rsplit_once(" until ").or_else(|| words.rsplit_once(" until: "));
    let dated = split.and_then(|(rest, day)| Some((rest, calendar::parse_date(day)?)));
    dated.map_or((words, None), |(rest, day)| {
        (rest.trim_end_matches([' ', ',']), Some(day))
    })
}
