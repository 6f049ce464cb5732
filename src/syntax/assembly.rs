//! Paragraphs to a tree: which list each belongs to, which half of the resolution it
//! stands in, and what people call it.

use super::blocks::{Block, BlockKind};
use super::inline::{prose, quoted_prose};
use crate::conventions::Conventions;
use crate::conventions::numbering::{MarkerForm, ParsedMarker, bare, parse_marker};
use crate::conventions::opening_phrases::{Opening, Part};
use crate::model::{MarkKind, Marker, OpeningPhrase, Paragraph, Prose};
use crate::text::{Source, TextRange};

/// A paragraph of which only its own characters are known.
#[derive(Debug)]
pub(super) struct Raw {
    /// Marker and words.
    pub(super) range: TextRange,
    marker: Option<(ParsedMarker, TextRange)>,
    prose: Prose,
    /// The columns of white space before it.
    indentation: usize,
    is_quoted: bool,
    is_table: bool,
}

impl Raw {
    /// Reads a block of running text.
    pub(super) fn read(source: &Source, block: &Block) -> Self {
        let text = source.slice(block.range);
        let lead = text.len() - text.trim_start().len();
        let start = block.range.start() + lead;
        let range = TextRange::new(start, start + text.trim().len());
        if block.kind == BlockKind::Quote {
            return Self {
                prose: quoted_prose(source, range),
                is_quoted: true,
                ..Self::plain(source, range)
            };
        }
        let added = whole_addition(source.slice(range));
        let inner = if added { shrink(range, "{++".len(), "++}".len()) } else { range };
        let marker = marker_at(source, inner);
        let words_start = marker.as_ref().map_or(inner.start(), |(_, place)| {
            let after = source.slice(TextRange::new(place.end(), inner.end()));
            place.end() + (after.len() - after.trim_start().len())
        });
        let mut prose = prose(source, TextRange::new(words_start, inner.end()));
        if added {
            let kind = MarkKind::Added;
            prose.marks.insert(
                0,
                crate::model::Mark { kind, covers: 0..prose.text.len(), range },
            );
        }
        Self {
            range,
            marker,
            prose,
            indentation: columns(text, lead),
            is_quoted: false,
            is_table: block.kind == BlockKind::Table,
        }
    }

    /// Takes words that no marker opens, such as a heading in an annex.
    pub(super) fn plain(source: &Source, range: TextRange) -> Self {
        let prose = prose(source, range);
        Self {
            range,
            marker: None,
            prose,
            indentation: 0,
            is_quoted: false,
            is_table: false,
        }
    }
}

/// Whether the whole paragraph is an addition: `{++4 bis. Requests …;++}`.
fn whole_addition(text: &str) -> bool {
    let inner = text.strip_prefix("{++").and_then(|rest| rest.strip_suffix("++}"));
    inner.is_some_and(|inner| !inner.contains("++}"))
}

fn shrink(range: TextRange, before: usize, after: usize) -> TextRange {
    TextRange::new(range.start() + before, range.end() - after)
}

fn columns(text: &str, lead: usize) -> usize {
    let before = text.get(..lead).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum()
}

fn marker_at(source: &Source, range: TextRange) -> Option<(ParsedMarker, TextRange)> {
    let parsed = parse_marker(source.slice(range))?;
    Some((parsed, TextRange::new(range.start(), range.start() + parsed.len)))
}

/// What it takes to put paragraphs together.
pub(super) struct Assembly<'a> {
    pub(super) source: &'a Source,
    pub(super) conventions: &'static Conventions,
}

impl Assembly<'_> {
    /// The preambular and operative paragraphs of a section. `prefix` begins the labels;
    /// preambular paragraphs are counted on from `first_preambular`.
    pub(super) fn paragraphs(
        &self,
        raws: Vec<Raw>,
        prefix: &str,
        first_preambular: usize,
    ) -> (Vec<Paragraph>, Vec<Paragraph>) {
        // A table belongs to the paragraph above it.
        let attached = |raw: Raw| Raw { is_quoted: raw.is_quoted || raw.is_table, ..raw };
        let tops = self.lists(raws.into_iter().map(attached).collect());
        let openings: Vec<Openings> = tops.iter().map(|top| self.openings(top)).collect();
        let parts = parts(&tops, &openings);
        let (mut preambular, mut operative) = (Vec::new(), Vec::new());
        for ((mut top, openings), part) in tops.into_iter().zip(openings).zip(parts) {
            top.opening =
                openings.of(part).map(|found| opening_phrase(&top.prose, found));
            let of_part =
                if part == Part::Preambular { &mut preambular } else { &mut operative };
            let count = of_part.len() + 1;
            let label = match part {
                Part::Preambular => format!("{prefix}PP {}", first_preambular + count),
                Part::Operative => format!("{prefix}OP {}", written_number(&top, count)),
            };
            name(&mut top, part, label);
            of_part.push(top);
        }
        (preambular, operative)
    }

    /// The paragraphs of an annex, which are in neither part.
    pub(super) fn annex(&self, raws: Vec<Raw>) -> Vec<Paragraph> {
        let mut tops = self.lists(raws);
        for top in &mut tops {
            name(top, Part::Operative, "annex".to_owned());
        }
        tops
    }

    /// The phrases that may open a paragraph, as either part would read it.
    fn openings(&self, top: &Paragraph) -> Openings {
        let known = self.conventions.openings();
        let text = top.prose.text.get(bracket_len(&top.prose.text)..).unwrap_or_default();
        Openings { preambular: known.preambular(text), operative: known.operative(text) }
    }

    /// Puts subparagraphs and continuation text below the paragraphs they belong to.
    fn lists(&self, raws: Vec<Raw>) -> Vec<Paragraph> {
        let mut tree = Tree { assembly: self, tops: Vec::new(), levels: Vec::new() };
        let nexts = next_markers(&raws);
        for (raw, next) in raws.into_iter().zip(nexts) {
            tree.add(raw, next);
        }
        tree.tops
    }

    fn has_opening(&self, raw: &Raw) -> bool {
        let openings = self.conventions.openings();
        raw.prose.text.starts_with(char::is_uppercase)
            && (openings.preambular(&raw.prose.text).is_some()
                || openings.operative(&raw.prose.text).is_some())
    }
}

/// For each paragraph the marker that comes next after its own.
fn next_markers(raws: &[Raw]) -> Vec<Option<ParsedMarker>> {
    let mut nexts = vec![None; raws.len()];
    let mut next = None;
    for (raw, place) in raws.iter().zip(&mut nexts).rev() {
        *place = next;
        next = raw.marker.map(|(parsed, _)| parsed).or(next);
    }
    nexts
}

/// The opening of a paragraph, as either part would read it.
struct Openings {
    preambular: Option<Opening<'static>>,
    operative: Option<Opening<'static>>,
}

impl Openings {
    /// The opening that a part goes by: its own, or else that of the other part.
    fn of(self, part: Part) -> Option<Opening<'static>> {
        match part {
            Part::Preambular => self.preambular.or(self.operative),
            Part::Operative => self.operative.or(self.preambular),
        }
    }
}

fn opening_phrase(prose: &Prose, found: Opening<'static>) -> OpeningPhrase {
    let skipped = bracket_len(&prose.text);
    let end = skipped + found.len;
    OpeningPhrase {
        text: prose.text.get(skipped..end).unwrap_or_default().to_owned(),
        phrase: found.entry.phrase.clone(),
        part: found.entry.part,
        range: prose.source_range(skipped..end),
        italic: skipped + found.italic,
        repetition: found.repetition.clone().map(|(which, place, range)| {
            (which, place, TextRange::new(skipped + range.start, skipped + range.end))
        }),
        read: found,
    }
}

/// Tells preamble from operative part by openings, numbers and endings together, so
/// that one slip does not move a paragraph to the other half.
fn parts(tops: &[Paragraph], openings: &[Openings]) -> Vec<Part> {
    let hints: Vec<Hint> = tops
        .iter()
        .zip(openings)
        .map(|(top, openings)| Hint::of(top, openings))
        .collect();
    let later = Later::of(&hints);
    let mut is_operative = false;
    let part = |(hint, later): (&Hint, &Later)| {
        let part = if is_operative {
            hint.part_after_operative()
        } else {
            hint.part_in_preamble(*later)
        };
        is_operative |= part == Part::Operative;
        part
    };
    hints.iter().zip(&later).map(part).collect()
}

/// What speaks for one half of the resolution or the other.
struct Hint {
    is_numbered: bool,
    recites: bool,
    acts: bool,
    end: Option<char>,
}

/// What stands below a paragraph.
#[derive(Debug, Clone, Copy, Default)]
struct Later {
    /// A paragraph with a number.
    numbers_follow: bool,
    /// One that acts.
    acts_follow: bool,
    /// One that only recites, before the first number.
    preamble_goes_on: bool,
}

impl Later {
    fn of(hints: &[Hint]) -> Vec<Self> {
        let mut all = vec![Self::default(); hints.len()];
        let mut later = Self::default();
        for (hint, place) in hints.iter().zip(&mut all).rev() {
            *place = later;
            later = Self {
                numbers_follow: later.numbers_follow || hint.is_numbered,
                acts_follow: later.acts_follow || hint.acts,
                preamble_goes_on: !hint.is_numbered
                    && (later.preamble_goes_on || hint.recites_only()),
            };
        }
        all
    }
}

impl Hint {
    fn of(top: &Paragraph, openings: &Openings) -> Self {
        let last = top.last_prose().text.trim_end_matches([']', ' ', '”', '"']);
        Self {
            is_numbered: top.marker.as_ref().is_some_and(|m| m.parsed.is_number()),
            recites: openings.preambular.is_some(),
            acts: openings.operative.is_some(),
            end: last.chars().next_back(),
        }
    }

    fn ends_with_comma(&self) -> bool {
        matches!(self.end, Some(',' | '，' | '،'))
    }

    fn recites_only(&self) -> bool {
        self.recites && !self.acts
    }

    fn part_in_preamble(&self, later: Later) -> Part {
        let is_preambular = if self.is_numbered {
            self.recites_only()
                && self.ends_with_comma()
                && (later.acts_follow || later.numbers_follow)
        } else {
            self.is_preambular_unnumbered(later)
        };
        if is_preambular { Part::Preambular } else { Part::Operative }
    }

    fn is_preambular_unnumbered(&self, later: Later) -> bool {
        if self.recites_only() {
            return true;
        }
        if self.acts && !self.recites {
            let is_followed = self.ends_with_comma() && later.numbers_follow;
            return later.preamble_goes_on || is_followed;
        }
        self.ends_with_comma() || later.preamble_goes_on || later.numbers_follow
    }

    fn part_after_operative(&self) -> Part {
        let is_astray =
            !self.is_numbered && self.recites_only() && self.ends_with_comma();
        if is_astray { Part::Preambular } else { Part::Operative }
    }
}

/// The bytes of an opening square bracket, after which the opening phrase stands.
fn bracket_len(text: &str) -> usize {
    text.len() - text.trim_start_matches(['[', ' ', '“', '"']).len()
}

/// The number of an operative paragraph as written, or its place where it has none.
fn written_number(top: &Paragraph, place: usize) -> String {
    let Some(marker) = top.marker.as_ref().filter(|m| m.parsed.is_number()) else {
        return place.to_string();
    };
    let number = marker.ordinal.map_or(place.to_string(), |ordinal| ordinal.to_string());
    match &marker.suffix {
        Some(suffix) => format!("{number} {suffix}"),
        None => number,
    }
}

/// Gives a paragraph and everything below it their part and label.
fn name(paragraph: &mut Paragraph, part: Part, label: String) {
    paragraph.part = part;
    for child in &mut paragraph.children {
        let below = match &child.marker {
            Some(marker) => {
                format!("{label} ({})", bare(&marker.text))
            }
            None => label.clone(),
        };
        name(child, part, below);
    }
    paragraph.label = label;
}

/// The lists that are open while paragraphs are read, the outermost first.
struct Tree<'a> {
    assembly: &'a Assembly<'a>,
    tops: Vec<Paragraph>,
    levels: Vec<Level>,
}

/// A list to which the next marker may belong.
#[derive(Clone, Copy)]
struct Level {
    /// Which child of the level above its last paragraph is.
    child: usize,
    style: Style,
    last: u32,
    indentation: usize,
}

/// How the markers of a list count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Letters,
    Romans,
    DottedLetters,
    DottedRomans,
    Numbers,
    Bullets,
}

impl Style {
    /// What a marker is worth in this style, if it can be of it.
    fn value(self, marker: &ParsedMarker) -> Option<u32> {
        use MarkerForm::{
            AutoLetter, Bracketed, Bullet, Capital, Dotted, HalfBracketed, WrongNumber,
        };
        match (self, marker.form) {
            (Self::Letters, Bracketed | HalfBracketed | Capital)
            | (Self::DottedLetters, Dotted)
            | (Self::Numbers, WrongNumber) => marker.value,
            (Self::Romans, Bracketed | HalfBracketed) | (Self::DottedRomans, Dotted) => {
                marker.roman
            }
            (Self::Bullets, Bullet) | (Self::Letters | Self::Romans, AutoLetter) => {
                Some(0)
            }
            _ => None,
        }
    }

    const ALL: [Self; 6] = [
        Self::Letters,
        Self::Romans,
        Self::DottedLetters,
        Self::DottedRomans,
        Self::Numbers,
        Self::Bullets,
    ];
}

/// Where a marker goes: on in an open list, or down into a new one.
#[derive(Clone, Copy)]
struct Place {
    depth: usize,
    style: Style,
    ordinal: u32,
}

impl Tree<'_> {
    fn add(&mut self, raw: Raw, next: Option<ParsedMarker>) {
        let source = self.assembly.source;
        match raw.marker {
            Some((parsed, _)) if self.is_of_a_list(&parsed) => {
                let place = self.place(&parsed, next.as_ref(), raw.indentation);
                let Place { depth, style, ordinal } = place;
                let indentation = raw.indentation;
                let paragraph = subparagraph(source, raw, Some(ordinal), depth + 1);
                self.levels.truncate(depth);
                let child = self.attach(paragraph, depth);
                self.levels.push(Level { child, style, last: ordinal, indentation });
            }
            Some((parsed, _)) => {
                self.levels.clear();
                self.tops.push(subparagraph(source, raw, parsed.value, 0));
            }
            None if self.continues(&raw) => {
                let paragraph = subparagraph(source, raw, None, 1);
                self.attach(paragraph, 0);
            }
            None => {
                self.levels.clear();
                self.tops.push(subparagraph(source, raw, None, 0));
            }
        }
    }

    /// Whether a marker belongs to a list: letters and bullets below a paragraph do, and
    /// a number in brackets where a chapeau asks for a list.
    fn is_of_a_list(&self, marker: &ParsedMarker) -> bool {
        use MarkerForm::{AutoNumber, Number, WrongNumber};
        let Some(top) = self.tops.last() else { return false };
        match marker.form {
            Number | AutoNumber => false,
            WrongNumber => {
                let in_list =
                    self.levels.last().is_some_and(|l| l.style == Style::Numbers);
                in_list
                    || top.last_prose().text.ends_with([':', '：'])
                        && marker.value == Some(1)
            }
            _ => true,
        }
    }

    /// Whether words without a marker go on with the paragraph above: they are indented
    /// below a number or a list, or quoted.
    fn continues(&self, raw: &Raw) -> bool {
        let Some(top) = self.tops.last() else { return false };
        let is_below = || {
            (top.marker.is_some() || !self.levels.is_empty())
                && raw.indentation >= 2
                && !self.assembly.has_opening(raw)
        };
        raw.is_quoted || is_below()
    }

    fn place(
        &self,
        marker: &ParsedMarker,
        next: Option<&ParsedMarker>,
        indentation: usize,
    ) -> Place {
        let on = self.goes_on(marker, next);
        let down = self.misformed_first(marker, next).or_else(|| self.goes_down(marker));
        match (on, down) {
            (Some(on), Some(down)) => {
                if self.prefers_down(on, down, next, indentation) {
                    down
                } else {
                    on
                }
            }
            (Some(place), None) | (None, Some(place)) => place,
            (None, None) => {
                self.misformed_next(marker).unwrap_or_else(|| self.out_of_order(marker))
            }
        }
    }

    /// `a.` before `(b)` opens the list in a wrong form.
    fn misformed_first(
        &self,
        marker: &ParsedMarker,
        next: Option<&ParsedMarker>,
    ) -> Option<Place> {
        let is_followed = next.is_some_and(|next| {
            next.form == MarkerForm::Bracketed && next.value == Some(2)
        });
        let opens = self.levels.is_empty()
            && marker.form == MarkerForm::Dotted
            && marker.value == Some(1);
        let place = Place { depth: 0, style: Style::Letters, ordinal: 1 };
        (opens && is_followed).then_some(place)
    }

    /// `d.` after `(c)` goes on with the list in a wrong form, and a rule speaks of it.
    fn misformed_next(&self, marker: &ParsedMarker) -> Option<Place> {
        let is_dotted = marker.form == MarkerForm::Dotted;
        self.levels.iter().enumerate().rev().find_map(|(depth, level)| {
            let value = match level.style {
                Style::Letters => marker.value,
                Style::Romans => marker.roman,
                _ => None,
            };
            let ordinal = value.filter(|value| is_dotted && *value == level.last + 1)?;
            Some(Place { depth, style: level.style, ordinal })
        })
    }

    /// The open list whose next marker this is, the innermost first; where two fit, the
    /// one that the marker after it goes on with.
    fn goes_on(
        &self,
        marker: &ParsedMarker,
        next: Option<&ParsedMarker>,
    ) -> Option<Place> {
        let fits = |(depth, level): (usize, &Level)| {
            let value = level.style.value(marker)?;
            let is_next = value == level.last + 1 || value == 0;
            is_next.then_some(Place {
                depth,
                style: level.style,
                ordinal: level.last + 1,
            })
        };
        let places: Vec<Place> =
            self.levels.iter().enumerate().rev().filter_map(fits).collect();
        let is_followed = |place: &&Place| {
            next.is_some_and(|next| place.style.value(next) == Some(place.ordinal + 1))
        };
        places.iter().find(is_followed).or(places.first()).copied()
    }

    /// A new list below the innermost, if the marker can be its first.
    fn goes_down(&self, marker: &ParsedMarker) -> Option<Place> {
        let depth = self.levels.len();
        // `(i)` opens a list of numerals even though it could be the ninth letter.
        let by_preference = [
            Style::Letters,
            Style::Romans,
            Style::DottedLetters,
            Style::DottedRomans,
            Style::Numbers,
            Style::Bullets,
        ];
        let opens = |style: &Style| {
            let value = style.value(marker)?;
            let is_open = self.levels.iter().any(|level| level.style == *style);
            (value <= 1 && !is_open).then_some(Place { depth, style: *style, ordinal: 1 })
        };
        by_preference.iter().find_map(opens)
    }

    /// Whether `(i)` after `(h)` opens a list of numerals: where both fit, the next
    /// marker decides, then the colon before it, then indentation.
    fn prefers_down(
        &self,
        on: Place,
        down: Place,
        next: Option<&ParsedMarker>,
        indentation: usize,
    ) -> bool {
        let followed = |place: Place| {
            next.is_some_and(|next| place.style.value(next) == Some(place.ordinal + 1))
        };
        match (followed(on), followed(down)) {
            (true, false) => false,
            (false, true) => true,
            _ => {
                let is_asked_for = self
                    .tops
                    .last()
                    .is_some_and(|top| top.last_prose().text.ends_with([':', '：']));
                let is_deeper = self
                    .levels
                    .last()
                    .is_some_and(|level| indentation > level.indentation);
                is_asked_for || is_deeper
            }
        }
    }

    /// A marker that fits nowhere: it stays in the innermost list that counts as it does,
    /// with the value that is written, and a rule speaks of it.
    fn out_of_order(&self, marker: &ParsedMarker) -> Place {
        let open = self.levels.iter().enumerate().rev().find_map(|(depth, level)| {
            let ordinal = level.style.value(marker)?;
            Some(Place { depth, style: level.style, ordinal })
        });
        open.unwrap_or_else(|| {
            let depth = self.levels.len().min(1);
            let style =
                Style::ALL.into_iter().find(|style| style.value(marker).is_some());
            let style = style.unwrap_or(Style::Letters);
            Place { depth, style, ordinal: style.value(marker).unwrap_or(1) }
        })
    }

    /// Hangs a paragraph below the last one of a depth, and says which child it is.
    fn attach(&mut self, paragraph: Paragraph, depth: usize) -> usize {
        let Some(mut parent) = self.tops.last_mut() else { return 0 };
        for level in self.levels.iter().take(depth) {
            parent.range = parent.range.cover(paragraph.range);
            parent = &mut parent.children[level.child];
        }
        parent.range = parent.range.cover(paragraph.range);
        parent.children.push(paragraph);
        parent.children.len() - 1
    }
}

fn subparagraph(
    source: &Source,
    raw: Raw,
    ordinal: Option<u32>,
    degree: usize,
) -> Paragraph {
    let marker = raw.marker.map(|(parsed, range)| {
        let text = source.slice(range);
        let suffix = parsed.suffix.and_then(|(start, end)| text.get(start..end));
        Marker {
            range,
            text: text.to_owned(),
            parsed,
            ordinal: match parsed.form {
                MarkerForm::AutoNumber | MarkerForm::AutoLetter | MarkerForm::Bullet => {
                    None
                }
                _ => ordinal,
            },
            suffix: suffix.map(str::to_owned),
        }
    });
    Paragraph {
        part: Part::Operative,
        degree: u8::try_from(degree).unwrap_or(u8::MAX),
        label: String::new(),
        range: raw.range,
        marker,
        prose: raw.prose,
        opening: None,
        children: Vec::new(),
    }
}
