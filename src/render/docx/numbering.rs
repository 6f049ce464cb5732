//! Automatic numbers: which paragraphs Word counts, and the lists by which it does.
//!
//! Word counts a paragraph only where its count gives what the draft says. “4 bis.”, a
//! letter out of order and a marker in a form of its own stay typed words, so that what is
//! printed is always what the draft says. A number that leaves some out, or that begins
//! again at 1, begins a list; so do the first numbers of a part and of an annex.

use std::fmt::Write;

use super::xml::{DECLARATION, NAMESPACES, escaped};
use crate::conventions::Language;
use crate::conventions::numbering::scripts::{
    ARABIC, CYRILLIC, chinese_numeral_value, letter_of, letter_value as letter_value_in,
};
use crate::conventions::numbering::{
    MarkerForm, form_of_degree, letter_value, letters_of, roman_of, roman_value,
};
use crate::render::composition::{Block, BlockKind, Change, RunKind};
use crate::render::sheet::Sheet;

/// The levels of a list: `1.`, `(a)`, `(i)`, `a.`, `i.`
pub(super) const LEVELS: usize = 5;

/// More lists than a text has; the numbers of a disordered one are typed from there on.
const MOST_LISTS: usize = 1000;

/// The highest number with which Word begins a list.
const HIGHEST: u32 = 32_767;

/// The bullets of the Geneva template, whose styles name these lists.
const BULLETS: &str = concat!(
    "<w:abstractNum w:abstractNumId=\"1001\"><w:nsid w:val=\"5A45A001\"/>",
    "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>",
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"1701\" w:hanging=\"170\"/></w:pPr></w:lvl></w:abstractNum>",
    "<w:abstractNum w:abstractNumId=\"1002\"><w:nsid w:val=\"5A45A002\"/>",
    "<w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>",
    "<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"•\"/><w:lvlJc w:val=\"left\"/>",
    "<w:pPr><w:ind w:left=\"2268\" w:hanging=\"170\"/></w:pPr></w:lvl></w:abstractNum>",
);
const LISTS_OF_BULLETS: &str = concat!(
    "<w:num w:numId=\"1001\"><w:abstractNumId w:val=\"1001\"/></w:num>",
    "<w:num w:numId=\"1002\"><w:abstractNumId w:val=\"1002\"/></w:num>",
);

/// The lists of a document, and the paragraphs that they count.
pub(super) struct Numbering {
    lists: Vec<List>,
    /// By the place of the block.
    counted: Vec<Option<Place>>,
}

/// A level of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// The list, as paragraphs name it.
    pub(super) list: usize,
    /// Its level, 0 for `1.`
    pub(super) level: usize,
}

impl Numbering {
    /// Counts the blocks as Word would.
    pub(super) fn of(blocks: &[Block]) -> Self {
        let mut count = Count::default();
        let counted = blocks.iter().map(|block| count.next(block)).collect();
        Self { lists: count.lists, counted }
    }

    /// Adds the lists of an earlier text, and gives them back by their places here. Where
    /// blocks of both are one, their lists are one too, if they count alike.
    pub(super) fn join(
        &mut self,
        old: Self,
        pairs: &[(usize, usize)],
        language: Language,
    ) -> Self {
        let mut places: Vec<Option<usize>> = vec![None; old.lists.len()];
        for (before, after) in pairs {
            let (Some(before), Some(after)) = (old.place(*before), self.place(*after))
            else {
                continue;
            };
            let (was, is) = (before.list - 1, after.list - 1);
            let is_free = places[was].is_none() && !places.contains(&Some(is));
            if is_free && self.lists[is].counts_as(&old.lists[was], language) {
                places[was] = Some(is);
            }
        }
        for (list, place) in old.lists.into_iter().zip(&mut places) {
            if place.is_none() {
                *place = Some(self.lists.len());
                self.lists.push(list);
            }
        }
        let here = |place: Place| Place {
            list: places[place.list - 1].map_or(place.list, |list| list + 1),
            ..place
        };
        let counted = old.counted.into_iter().map(|place| place.map(here)).collect();
        Self { lists: Vec::new(), counted }
    }

    /// Where Word counts a block, or `None` if its number is typed.
    pub(super) fn place(&self, block: usize) -> Option<Place> {
        self.counted.get(block).copied().flatten()
    }

    /// The part with the lists.
    pub(super) fn part(&self, sheet: &Sheet, language: Language) -> String {
        let mut xml = format!("{DECLARATION}<w:numbering {NAMESPACES}>");
        for (index, list) in self.lists.iter().enumerate() {
            // Word takes lists of the same sign for one when text is pasted.
            let sign = 0x5a44_0000 + index;
            let _ = write!(
                xml,
                "<w:abstractNum w:abstractNumId=\"{index}\"><w:nsid w:val=\"{sign:08X}\"/>\
                 <w:multiLevelType w:val=\"multilevel\"/>"
            );
            for (level, counted) in list.levels.iter().enumerate() {
                let usual = || Level {
                    shape: usual_shape(level, language),
                    start: 1,
                    last: None,
                };
                let counted = counted.clone().unwrap_or_else(usual);
                xml.push_str(&level_xml(level, &counted, sheet));
            }
            xml.push_str("</w:abstractNum>");
        }
        xml.push_str(BULLETS);
        for index in 0..self.lists.len() {
            let id = index + 1;
            let _ = write!(
                xml,
                "<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{index}\"/></w:num>"
            );
        }
        xml.push_str(LISTS_OF_BULLETS);
        xml.push_str("</w:numbering>");
        xml
    }
}

/// The element that makes Word count a paragraph.
pub(super) fn counted_at(place: Place) -> String {
    let Place { list, level } = place;
    format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")
}

fn level_xml(level: usize, counted: &Level, sheet: &Sheet) -> String {
    let Level { shape, start, .. } = counted;
    let format = match shape.counting {
        Counting::Figures => "decimal",
        Counting::Letters => "lowerLetter",
        Counting::Roman => "lowerRoman",
        Counting::Arabic => "arabicAbjad",
        Counting::Cyrillic => "russianLower",
        Counting::Chinese => "chineseCountingThousand",
    };
    let text = escaped(&format!("{}%{}{}", shape.before, level + 1, shape.after));
    let properties = geometry(level, sheet);
    format!(
        "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/><w:numFmt w:val=\"{format}\"/>\
         <w:suff w:val=\"tab\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
         <w:pPr>{properties}</w:pPr></w:lvl>"
    )
}

/// Where a numbered paragraph of a level stands: its first line indented and the words
/// after a tab, or below `(i)` as a block.
pub(super) fn geometry(level: usize, sheet: &Sheet) -> String {
    let Sheet { column, first_line, after_number, .. } = sheet;
    // The words of a long number, “10 bis.”, begin at the second stop.
    let next = after_number + first_line;
    match u32::try_from(level).unwrap_or(0) {
        0 | 1 => format!(
            "<w:tabs><w:tab w:val=\"left\" w:pos=\"{after_number}\"/>\
             <w:tab w:val=\"left\" w:pos=\"{next}\"/></w:tabs>\
             <w:ind w:left=\"{column}\" w:firstLine=\"{first_line}\"/>"
        ),
        level => {
            let left = after_number + first_line * (level - 2);
            format!("<w:ind w:left=\"{left}\" w:hanging=\"{first_line}\"/>")
        }
    }
}

#[derive(Default)]
struct List {
    levels: [Option<Level>; LEVELS],
}

impl List {
    /// Whether all levels of both have the same shape and start.
    fn counts_as(&self, other: &Self, language: Language) -> bool {
        let count = |list: &Self, level: usize| match &list.levels[level] {
            Some(Level { shape, start, .. }) => (shape.clone(), *start),
            None => (usual_shape(level, language), 1),
        };
        (0..LEVELS).all(|level| count(self, level) == count(other, level))
    }
}

#[derive(Debug, Clone)]
struct Level {
    shape: Shape,
    start: u32,
    /// The number of its last paragraph. `None` below a new paragraph of a higher level.
    last: Option<u32>,
}

/// How numbers of a level are written.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Shape {
    before: String,
    counting: Counting,
    after: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Counting {
    Figures,
    Letters,
    Roman,
    /// Letters of Arabic, by abjad.
    Arabic,
    /// Letters of Russian.
    Cyrillic,
    /// Numerals of Chinese.
    Chinese,
}

/// The count while blocks are read.
#[derive(Default)]
struct Count {
    lists: Vec<List>,
    /// The list that goes on at each level. `None` where none has begun, or where the
    /// paragraph above is one that Word does not count.
    open: [Option<usize>; LEVELS],
}

impl Count {
    fn next(&mut self, block: &Block) -> Option<Place> {
        let level = match (block.kind, &block.number) {
            (BlockKind::Operative | BlockKind::AnnexParagraph, Some(_)) => 0,
            (BlockKind::Subparagraph(degree), Some(_)) => usize::from(degree.max(1)),
            // Numbers of a part and of an annex are its own.
            (BlockKind::PartHeading | BlockKind::AnnexHeading, _) => {
                self.open = [None; LEVELS];
                return None;
            }
            (BlockKind::Continuation | BlockKind::Quotation, _) => return None,
            _ => {
                self.close_below(0);
                return None;
            }
        };
        if level >= LEVELS {
            return None;
        }
        let number = block.number.as_deref().filter(|_| is_countable(block));
        let list = number.and_then(|number| self.count(level, number));
        match list {
            Some(list) => self.open[level..].fill(Some(list)),
            None => self.close_below(level),
        }
        list.map(|list| Place { list: list + 1, level })
    }

    /// Lists below an uncounted paragraph are none that Word would begin anew.
    fn close_below(&mut self, level: usize) {
        self.open[level + 1..].fill(None);
    }

    /// The list that counts a number at a level: the one that goes on, or one that it
    /// begins.
    fn count(&mut self, level: usize, number: &str) -> Option<usize> {
        let readings = readings(number);
        if let Some(list) = self.open[level]
            && readings
                .iter()
                .any(|(shape, value)| self.goes_on(list, level, shape, *value))
        {
            return Some(list);
        }
        let last = self.open[level]
            .and_then(|list| self.lists[list].levels[level].as_ref()?.last);
        let begins =
            |value: u32| value == 1 || level == 0 && last.is_none_or(|last| value > last);
        // `(i)` that begins a list is a numeral.
        let first = readings.into_iter().rev().find(|(_, value)| begins(*value))?;
        let (shape, start) = first;
        if self.lists.len() == MOST_LISTS {
            return None;
        }
        let mut list = List::default();
        list.levels[level] = Some(Level { shape, start, last: Some(start) });
        self.lists.push(list);
        Some(self.lists.len() - 1)
    }

    /// Whether a list gives this number next; if so, counts it.
    fn goes_on(&mut self, list: usize, level: usize, shape: &Shape, value: u32) -> bool {
        let levels = &mut self.lists[list].levels;
        match &mut levels[level] {
            Some(known) => {
                let next = known.last.map_or(known.start, |last| last + 1);
                if known.shape != *shape || next != value {
                    return false;
                }
                known.last = Some(value);
            }
            unused @ None if value == 1 => {
                *unused = Some(Level { shape: shape.clone(), start: 1, last: Some(1) });
            }
            None => return false,
        }
        for below in levels[level + 1..].iter_mut().flatten() {
            below.last = None;
        }
        true
    }
}

/// Whether the number of a block is no less proposed than its words: Word marks both or
/// neither.
fn is_countable(block: &Block) -> bool {
    let has = |change| {
        block.printed().any(|run| {
            run.change == change
                && !matches!(run.kind, RunKind::Call { .. })
                && !run.text.trim().is_empty()
        })
    };
    let (kept, added, deleted) =
        (has(Change::None), has(Change::Added), has(Change::Deleted));
    match block.change {
        Change::None => kept || added && deleted,
        Change::Added => added && !kept && !deleted,
        Change::Deleted => false,
    }
}

/// What a number may be read as: `(i)` as the ninth letter or the first numeral.
fn readings(number: &str) -> Vec<(Shape, u32)> {
    let core = number.trim_start_matches(['(', '（', '‘']);
    let (before, _) = number.split_at(number.len() - core.len());
    let len = core.find(|c: char| !c.is_alphanumeric()).unwrap_or(core.len());
    let (core, after) = core.split_at(len);
    let is_sign = |c: char| !c.is_alphanumeric() && c != '%';
    if !after.chars().all(is_sign) || after.chars().count() > 4 {
        return Vec::new();
    }
    // What Word counts is written in one way.
    let letter = |alphabet| {
        letter_value_in(alphabet, core)
            .filter(|value| letter_of(alphabet, *value).as_deref() == Some(core))
    };
    let figures = core.parse().ok().filter(|value: &u32| value.to_string() == core);
    let values = [
        (Counting::Figures, figures),
        (
            Counting::Letters,
            letter_value(core).filter(|value| letters_of(*value) == core),
        ),
        (Counting::Roman, roman_value(core).filter(|value| roman_of(*value) == core)),
        (Counting::Arabic, letter(ARABIC)),
        (Counting::Cyrillic, letter(CYRILLIC)),
        (Counting::Chinese, chinese_numeral_value(core)),
    ];
    let shape =
        |counting| Shape { before: before.to_owned(), counting, after: after.to_owned() };
    let found = values
        .into_iter()
        .filter_map(|(counting, value)| Some((shape(counting), value?)));
    found.filter(|(_, value)| (1..=HIGHEST).contains(value)).collect()
}

/// How a language writes the numbers of a level.
fn usual_shape(level: usize, language: Language) -> Shape {
    let degree = u8::try_from(level).unwrap_or(0);
    let (before, after) = match (language, form_of_degree(language, degree)) {
        (Language::Ar, MarkerForm::Number) => ("", " -"),
        (Language::Ar, MarkerForm::Bracketed) if degree == 2 => ("‘", "’"),
        (_, MarkerForm::Bracketed) => ("(", ")"),
        (_, MarkerForm::HalfBracketed) => ("", ")"),
        _ => ("", "."),
    };
    let counting = match (language, degree) {
        (_, 0) | (Language::Ar, 2) => Counting::Figures,
        (Language::Ar, 1) => Counting::Arabic,
        (_, 1 | 3) => Counting::Letters,
        _ => Counting::Roman,
    };
    Shape { before: before.to_owned(), counting, after: after.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Options, composition::compose};
    use crate::text::Source;

    /// Each number of a draft with its list and level, or alone where it is typed.
    fn counted(text: &str) -> String {
        let resolution = crate::syntax::parse(&Source::new(text));
        let blocks = compose(&resolution, &Options::default()).blocks;
        let numbering = Numbering::of(&blocks);
        let mut all = Vec::new();
        for (index, block) in blocks.iter().enumerate() {
            let Some(number) = &block.number else { continue };
            all.push(match numbering.place(index) {
                Some(Place { list, level }) => format!("{number}={list}:{level}"),
                None => number.clone(),
            });
        }
        all.join(" ")
    }

    #[test]
    fn one_list_counts_numbers_and_letters() {
        assert_eq!(
            counted(
                "1. Decides:\n\n   (a) This:\n\n      (i) Now;\n\n      (ii) Then;\n\n   (b) That;\n\n2. Requests:\n\n   (a) It.\n"
            ),
            "1.=1:0 (a)=1:1 (i)=1:2 (ii)=1:2 (b)=1:1 2.=1:0 (a)=1:1"
        );
    }

    #[test]
    fn what_does_not_follow_is_typed() {
        assert_eq!(
            counted(
                "1. Decides;\n\n1 bis. Requests:\n\n   (a) It;\n\n   (c) That;\n\n2. Asks;\n\n2. Calls.\n"
            ),
            "1.=1:0 1 bis. (a)=2:1 (c) 2.=1:0 2."
        );
    }

    #[test]
    fn a_gap_and_a_new_beginning_begin_a_list() {
        assert_eq!(
            counted(
                "1. Decides;\n\n4. Requests;\n\n5. Asks;\n\n1. Calls;\n\n2. Urges.\n"
            ),
            "1.=1:0 4.=2:0 5.=2:0 1.=3:0 2.=3:0"
        );
    }

    #[test]
    fn letters_go_to_the_end_of_the_alphabet_and_i_is_one() {
        let letters = "abcdefghi".chars().map(|c| format!("   ({c}) Item;\n\n"));
        let text = format!("1. Decides:\n\n{}", letters.collect::<String>());
        assert!(counted(&text).ends_with("(h)=1:1 (i)=1:1"), "{}", counted(&text));
    }

    #[test]
    fn proposed_paragraphs_count_and_proposed_words_do_not() {
        assert_eq!(
            counted("1. Decides;\n\n{++2. Requests;++}\n\n3. {++Asks;++}\n\n4. Calls.\n"),
            "1.=1:0 2.=1:0 3. 4.=2:0"
        );
    }
}
