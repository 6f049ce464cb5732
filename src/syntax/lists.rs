//! Which list a paragraph belongs to: told by its marker, the list that it goes on with,
//! the marker after it, and how far it is set in.

use super::assembly::Assembly;
use super::raw::Raw;
use crate::conventions::numbering::{MarkerForm, ParsedMarker};
use crate::conventions::opening_phrases::Part;
use crate::model::{Marker, Paragraph};
use crate::text::Source;

/// Puts subparagraphs and continuation text below the paragraphs they belong to.
pub(super) fn lists(assembly: &Assembly, raws: Vec<Raw>) -> Vec<Paragraph> {
    let mut tree = Tree { assembly, tops: Vec::new(), levels: Vec::new() };
    let nexts = next_markers(&raws);
    for (raw, next) in raws.into_iter().zip(nexts) {
        tree.add(raw, next);
    }
    tree.tops
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

    /// All, the likelier of two that fit first.
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
        let opens = |style: &Style| {
            let value = style.value(marker)?;
            let is_open = self.levels.iter().any(|level| level.style == *style);
            (value <= 1 && !is_open).then_some(Place { depth, style: *style, ordinal: 1 })
        };
        Style::ALL.iter().find_map(opens)
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
