//! Where the changes of a draft stand in the Word file that it was imported from.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::reading::{Aligned, DraftLetter, FileLetter, align, letters};
use crate::conventions::binding::is_bond;
use crate::fix::Change;
use crate::import::Imported;
use crate::import::origins::{CALL, Letter, Obstacle, Origins};
use crate::text::Source;

/// Words of a run that go, words that come behind them, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cut {
    /// The run.
    pub(super) run: usize,
    /// The element of the words; none where words come behind the whole run.
    pub(super) element: Option<usize>,
    /// The bytes of the words that go; none where words only come.
    pub(super) bytes: Range<usize>,
    /// The run that shows how the words are set.
    pub(super) like: usize,
    /// The words that come.
    pub(super) comes: String,
}

/// Why a change cannot be made in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unplaced {
    /// A fact of the masthead, or one that no words of the text say.
    #[error("it changes the first page, not the text below it")]
    FirstPage,
    /// Several lines of the draft.
    #[error("it reaches over several paragraphs")]
    Paragraphs,
    /// Words that the file does not have: numbers that Word counts itself.
    #[error(
        "the words are not in the file as they read here, as where Word counts itself"
    )]
    Unwritten,
    /// Italics.
    #[error("it changes how words are set")]
    Look,
    /// The result of a field.
    #[error("it touches what a field of Word shows")]
    Field,
    /// A tracked change that stands in the file.
    #[error("it touches a change that is tracked already")]
    Tracked,
    /// The call of a note, a tab, a line break.
    #[error("it touches the call of a note, a tab or another sign")]
    Sign,
    /// Reading the file again gives other words.
    #[error("with it the file would not read as the mended draft")]
    Unsure,
}

impl From<Obstacle> for Unplaced {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Field => Self::Field,
            Obstacle::Tracked => Self::Tracked,
            Obstacle::Sign => Self::Sign,
        }
    }
}

/// Finds places in a Word file.
#[derive(Debug)]
pub(super) struct Placer<'a> {
    origins: &'a Origins,
    source: &'a Source,
    places: &'a [usize],
    /// By line.
    aligned: RefCell<HashMap<usize, Option<Rc<Aligned<'a>>>>>,
}

impl<'a> Placer<'a> {
    pub(super) fn new(
        origins: &'a Origins,
        source: &'a Source,
        imported: &'a Imported,
    ) -> Self {
        let aligned = RefCell::default();
        Self { origins, source, places: &imported.places, aligned }
    }

    /// What is to be done in the file for a change of the draft.
    pub(super) fn place(&self, change: &Change) -> Result<Vec<Cut>, Unplaced> {
        let line = self.source.position(change.range.start()).line;
        if self.source.position(change.range.end()).line != line {
            return Err(Unplaced::Paragraphs);
        }
        let aligned = self.aligned(line).ok_or(Unplaced::FirstPage)?;
        let range = change.range.start()..change.range.end();
        let went = letters(self.source.slice(change.range), range.start);
        let came = letters(&change.replacement, 0);
        if went.is_negotiated || came.is_negotiated {
            return Err(Unplaced::Tracked);
        }
        if went.looks != came.looks {
            return Err(Unplaced::Look);
        }
        if change.replacement.contains('\n') {
            return Err(Unplaced::Paragraphs);
        }
        let draft = &aligned.draft;
        let mut first = draft.partition_point(|letter| letter.bytes.end <= range.start);
        let mut last = draft.partition_point(|letter| letter.bytes.start < range.end);
        last = last.max(first);
        let cuts_a_letter = |letter: &DraftLetter| {
            letter.bytes.start < range.start || range.end < letter.bytes.end
        };
        if draft[first..last].iter().any(cuts_a_letter) {
            return Err(Unplaced::Unwritten);
        }
        // A word that changes is struck out whole, as an editor would.
        let mut came: Vec<char> = came.list.iter().map(|letter| letter.c).collect();
        let is_of_word = |at: usize| draft.get(at).is_some_and(|l| l.c.is_alphanumeric());
        let opens =
            |letters: &[char]| letters.first().is_some_and(|c| c.is_alphanumeric());
        let closes =
            |letters: &[char]| letters.last().is_some_and(|c| c.is_alphanumeric());
        let went: Vec<char> = draft[first..last].iter().map(|letter| letter.c).collect();
        if opens(&went) || opens(&came) {
            while first > 0 && is_of_word(first - 1) {
                first -= 1;
                came.insert(0, draft[first].c);
            }
        }
        if closes(&went) || closes(&came) {
            while is_of_word(last) {
                came.push(draft[last].c);
                last += 1;
            }
        }
        let went: Vec<char> = draft[first..last].iter().map(|letter| letter.c).collect();
        let (old, new) = (words(&went), words(&came));
        let mut cuts = Vec::new();
        let mut done = 0;
        for step in capture_diff_slices(Algorithm::Myers, &old, &new) {
            let (tag, went, came) = step.as_tag_tuple();
            if tag == DiffTag::Equal {
                continue;
            }
            let length =
                |words: &[&[char]]| words.iter().map(|word| word.len()).sum::<usize>();
            let start = first + length(&old[..went.start]);
            let end = start + length(&old[went]);
            let comes: String = new[came].concat().into_iter().collect();
            if comes.contains(CALL) {
                return Err(Unplaced::Sign);
            }
            let (letters, comes) = self.with_bonds(&aligned, done, start..end, comes);
            let Range { start, end } = letters;
            done = end;
            if start == end {
                cuts.push(self.insertion(&aligned, start, comes)?);
            } else {
                cuts.extend(self.deletion(&aligned, start..end, comes)?);
            }
        }
        Ok(cuts)
    }

    fn aligned(&self, line: usize) -> Option<Rc<Aligned<'a>>> {
        if let Some(known) = self.aligned.borrow().get(&line) {
            return known.clone();
        }
        let aligned = self.align(line).map(Rc::new);
        self.aligned.borrow_mut().insert(line, aligned.clone());
        aligned
    }

    fn align(&self, line: usize) -> Option<Aligned<'a>> {
        let place = self.places.get(line - 1).copied().filter(|place| *place > 0)?;
        let later = self.places.iter().copied().filter(|other| *other > place);
        let next = later.min().unwrap_or(usize::MAX);
        let range = self.source.line(line);
        align(self.source.slice(range), range.start(), self.origins, place, next)
    }

    /// Letters that go and words that come, with the spaces beside them that are no-break
    /// spaces in the file because of what goes: “para. 5” but “paragraph 5”. What stands
    /// before `done` is not taken.
    fn with_bonds(
        &self,
        aligned: &Aligned,
        done: usize,
        letters: Range<usize>,
        mut comes: String,
    ) -> (Range<usize>, String) {
        let Range { mut start, mut end } = letters;
        let text = |letters: &[DraftLetter]| -> String {
            letters.iter().map(|letter| letter.c).collect()
        };
        let (before, after) =
            (text(&aligned.draft[..start]), text(&aligned.draft[end..]));
        let mended = format!("{before}{comes}{after}");
        let is_loose = |at: usize| !is_bond(&mended, at, at + 1);
        if self.is_bound(aligned, end) && is_loose(before.len() + comes.len()) {
            end += 1;
            comes.push(' ');
        }
        if start > done && self.is_bound(aligned, start - 1) && is_loose(before.len() - 1)
        {
            start -= 1;
            comes.insert(0, ' ');
        }
        (start..end, comes)
    }

    /// Whether a space of the draft is one in the file at which no line breaks.
    fn is_bound(&self, aligned: &Aligned, at: usize) -> bool {
        let is_plain = aligned.draft.get(at).is_some_and(|letter| {
            self.source.text().get(letter.bytes.clone()) == Some(" ")
        });
        let of_file = aligned.same.get(at).copied().flatten();
        let of_file = of_file.and_then(|at| aligned.file[at].of.first());
        is_plain && of_file.is_some_and(|letter| letter.c == '\u{a0}')
    }

    /// Letters of the draft that go, and words that come in their place.
    fn deletion(
        &self,
        aligned: &Aligned,
        letters: Range<usize>,
        comes: String,
    ) -> Result<Vec<Cut>, Unplaced> {
        let first = aligned.same[letters.start].ok_or(Unplaced::Unwritten)?;
        let are_the_same = letters.clone().zip(first..);
        if are_the_same.into_iter().any(|(draft, file)| aligned.same[draft] != Some(file))
        {
            return Err(Unplaced::Unwritten);
        }
        let of_file = &aligned.file[first..first + letters.len()];
        let mut cuts: Vec<Cut> = Vec::new();
        for letter in of_file.iter().flat_map(|letter| &letter.of) {
            let cut = self.cut_at(letter)?;
            match cuts.last_mut() {
                Some(last)
                    if last.element == cut.element
                        && last.bytes.end == cut.bytes.start =>
                {
                    last.bytes.end = cut.bytes.end;
                }
                _ => cuts.push(cut),
            }
        }
        if let Some(last) = cuts.last_mut() {
            last.comes = comes;
        }
        Ok(cuts)
    }

    /// Words that come before a letter of the draft.
    fn insertion(
        &self,
        aligned: &Aligned,
        at: usize,
        comes: String,
    ) -> Result<Cut, Unplaced> {
        let before = at.checked_sub(1).and_then(|at| aligned.same[at]);
        let after = aligned.same.get(at).copied().flatten();
        let file = &aligned.file;
        let is_end = |at: usize| file.get(at).is_none_or(FileLetter::is_break);
        let is_space = |at: usize| file.get(at).is_some_and(|letter| letter.c == ' ');
        let ends = |at: usize| is_end(at) || is_space(at) && is_end(at + 1);
        let begins = |at: usize| {
            let before = |at: usize| at.checked_sub(1);
            let starts = |at: usize| before(at).is_none_or(is_end);
            starts(at) || before(at).is_some_and(|at| is_space(at) && starts(at))
        };
        let is_here = match (before, after) {
            (Some(before), Some(after)) => after == before + 1,
            (Some(before), None) => ends(before + 1),
            (None, Some(after)) => begins(after),
            (None, None) => false,
        };
        if !is_here {
            return Err(Unplaced::Unwritten);
        }
        let behind = before.map(|at| self.cut_behind(&file[..=at]));
        let ahead = after.and_then(|at| file[at].of.first());
        let cut = match (behind, ahead.map(|letter| self.cut_at(letter))) {
            (Some(Ok(behind)), _) => behind,
            (_, Some(Ok(ahead))) => {
                Cut { bytes: ahead.bytes.start..ahead.bytes.start, ..ahead }
            }
            (Some(Err(obstacle)), _) | (_, Some(Err(obstacle))) => return Err(obstacle),
            (None, None) => return Err(Unplaced::Unwritten),
        };
        Ok(Cut { comes, ..cut })
    }

    /// The cut behind the last of some letters. Behind the call of a note, words are set
    /// as those before it.
    fn cut_behind(&self, letters: &[FileLetter]) -> Result<Cut, Unplaced> {
        let last = letters.last().and_then(|letter| letter.of.last());
        let last = last.ok_or(Unplaced::Unwritten)?;
        if last.c != CALL {
            let cut = self.cut_at(last)?;
            return Ok(Cut { bytes: cut.bytes.end..cut.bytes.end, ..cut });
        }
        let before = letters.iter().rev().skip(1).find_map(|letter| letter.of.last());
        let Cut { like, .. } = self.cut_at(before.ok_or(Unplaced::Sign)?)?;
        let end = self.origins.runs[last.run].range.end;
        let comes = String::new();
        Ok(Cut { run: last.run, element: None, bytes: end..end, like, comes })
    }

    /// The cut that takes out a letter of the file.
    fn cut_at(&self, letter: &Letter) -> Result<Cut, Unplaced> {
        let place = letter.at.as_ref().map_err(|obstacle| Unplaced::from(*obstacle))?;
        let run = &self.origins.runs[letter.run];
        let xml = |range: &Range<usize>| {
            let part = &self.origins.parts[run.part];
            part.xml.get(range.clone()).unwrap_or_default()
        };
        if xml(&run.properties).contains("rPrChange") {
            return Err(Unplaced::Tracked);
        }
        // Word leaves out the spaces around words that it is not told to keep.
        let element = &self.origins.elements[place.element];
        let is_kept = xml(&element.tag).contains("preserve");
        let words = xml(&(element.tag.end..element.range.end));
        let words = words.split('<').next().unwrap_or_default();
        if !is_kept && words.trim() != words {
            return Err(Unplaced::Unwritten);
        }
        Ok(Cut {
            run: letter.run,
            element: Some(place.element),
            bytes: place.bytes.clone(),
            like: letter.run,
            comes: String::new(),
        })
    }
}

/// Words, and each other letter by itself.
fn words(letters: &[char]) -> Vec<&[char]> {
    letters.chunk_by(|a, b| a.is_alphanumeric() && b.is_alphanumeric()).collect()
}
