//! A paragraph of the earlier text beside that of the later one, as one paragraph with
//! tracked changes.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::slice;

use jiff::{Span, Timestamp};

use super::glyphs::{Glyph, Kind, Paragraph};
use crate::compare::{self, differences};
use crate::render::docx::xml::{escaped, text};
use crate::text::Signature;

/// Writes tracked changes, each with an id of its own.
pub(super) struct Tracker<'a> {
    signature: &'a Signature,
    /// When whole paragraphs change. Some programs gather the changes of one minute, and
    /// would take the end of a paragraph before them with them.
    later: String,
    /// Whether a whole paragraph is written.
    is_whole: bool,
    next_id: u32,
    moves: u32,
    /// The notes of the earlier text whose call stays, as the pair of their ids.
    pub(super) kept_notes: BTreeSet<(usize, usize)>,
    /// What is added to the id of a note of the earlier text whose call goes.
    pub(super) notes_before: usize,
}

/// What becomes of a stretch of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Deed {
    Stays,
    Comes,
    Goes,
    /// It goes from here to another place.
    Leaves,
    /// It comes here from another place.
    Arrives,
}

impl Deed {
    fn element(self) -> &'static str {
        match self {
            Self::Stays => "",
            Self::Comes => "w:ins",
            Self::Goes => "w:del",
            Self::Leaves => "w:moveFrom",
            Self::Arrives => "w:moveTo",
        }
    }
}

impl<'a> Tracker<'a> {
    pub(super) fn new(
        signature: &'a Signature,
        next_id: u32,
        notes_before: usize,
    ) -> Self {
        let later = signature.date.parse::<Timestamp>();
        let later = later.and_then(|moment| moment.checked_add(Span::new().minutes(2)));
        let later = later.map_or(signature.date.clone(), |moment| moment.to_string());
        let (is_whole, moves, kept_notes) = (false, 0, BTreeSet::new());
        Self { signature, later, is_whole, next_id, moves, kept_notes, notes_before }
    }

    /// A paragraph that is in one of the texts only.
    pub(super) fn whole(&mut self, paragraph: &Paragraph, deed: Deed) -> String {
        self.is_whole = true;
        let stretches = [(deed, paragraph.glyphs.as_slice())];
        let mut markers = Markers::of(paragraph, deed != Deed::Goes);
        let content = self.stretches(&stretches, &mut markers);
        let end = self.mark(deed);
        written(&paragraph.properties, &format!("{end}{}", paragraph.end), &content)
    }

    /// A paragraph that both texts have.
    pub(super) fn pair(&mut self, old: &Paragraph, new: &Paragraph) -> String {
        self.parting(slice::from_ref(old), slice::from_ref(new))
    }

    /// Paragraphs that are one in the other text: what parts them comes or goes as their
    /// words do.
    pub(super) fn parting(&mut self, old: &[Paragraph], new: &[Paragraph]) -> String {
        self.is_whole = false;
        let (was, is) = (Paragraph::joined(old), Paragraph::joined(new));
        let ways = ways(&was, &is);
        self.remember_notes(&ways);
        let mut markers = Markers::of(&is, true);
        let (mut xml, mut open) = (String::new(), Vec::new());
        let (mut old, mut new) = (old.iter(), new.iter());
        for (deed, glyphs) in deeds(&ways) {
            for piece in glyphs.split_inclusive(Glyph::is_break) {
                let (words, breaks) = match piece.split_last() {
                    Some((last, words)) if last.is_break() => (words, true),
                    _ => (piece, false),
                };
                open.push((deed, words));
                if !breaks {
                    continue;
                }
                let ended = if deed == Deed::Goes { old.next() } else { new.next() };
                let content = self.stretches(&std::mem::take(&mut open), &mut markers);
                if deed != Deed::Goes {
                    markers.at += 1;
                }
                let end = self.mark(deed);
                xml += &ended.map_or_else(String::new, |ended| {
                    written(&ended.properties, &format!("{end}{}", ended.end), &content)
                });
            }
        }
        let content = self.stretches(&open, &mut markers);
        let last = new.next_back();
        xml + &last.map_or_else(String::new, |last| {
            written(&last.properties, &last.end, &content)
        })
    }

    /// A paragraph that moved: where it was, and where it is. If it changed on its way, it
    /// went and another came: programs differ in what they make of changes in a move.
    pub(super) fn moved(&mut self, old: &Paragraph, new: &Paragraph) -> (String, String) {
        let is_same = |way: &Way| matches!(way, Way::Same(..));
        if !old.is_set_as(new) || !ways(old, new).iter().all(is_same) {
            return (self.whole(old, Deed::Goes), self.whole(new, Deed::Comes));
        }
        self.is_whole = true;
        self.moves += 1;
        let name = format!("move{}", self.moves);
        (self.place(&name, Deed::Leaves, old), self.place(&name, Deed::Arrives, new))
    }

    /// One of the two places of a paragraph that moved.
    fn place(&mut self, name: &str, deed: Deed, paragraph: &Paragraph) -> String {
        let range = format!("{}Range", deed.element());
        let id = self.next_id();
        let (author, date) = (escaped(&self.signature.author), self.later.clone());
        let mut markers = Markers::of(paragraph, deed == Deed::Arrives);
        let stretches = [(deed, paragraph.glyphs.as_slice())];
        let content = self.stretches(&stretches, &mut markers);
        let content = format!(
            "<{range}Start w:id=\"{id}\" w:author=\"{author}\" w:date=\"{date}\" w:name=\"{name}\"/>{content}"
        );
        let end = format!("{}{}", self.mark(deed), paragraph.end);
        let paragraph = written(&paragraph.properties, &end, &content);
        format!("{paragraph}<{range}End w:id=\"{id}\"/>")
    }

    fn remember_notes(&mut self, ways: &[Way]) {
        for way in ways {
            let Way::Same(old, new) = way else { continue };
            for (old, new) in old.iter().zip(*new) {
                if let (Kind::Call { note: old, .. }, Kind::Call { note: new, .. }) =
                    (&old.kind, &new.kind)
                {
                    self.kept_notes.insert((*old, *new));
                }
            }
        }
    }

    /// The end of a paragraph that is in one of the texts only is tracked too: else
    /// accepting or rejecting would leave an empty paragraph.
    fn mark(&mut self, deed: Deed) -> String {
        format!("<{}{}/>", deed.element(), self.attributes())
    }

    fn stretches(&mut self, all: &[(Deed, &[Glyph])], markers: &mut Markers) -> String {
        let mut xml = String::new();
        for (deed, glyphs) in all {
            let is_of_both = !matches!(deed, Deed::Goes) || markers.is_of_old;
            let mut rest = *glyphs;
            while !rest.is_empty() {
                if is_of_both {
                    xml.push_str(&markers.due());
                }
                let most = if is_of_both { markers.until_next() } else { usize::MAX };
                let (now, later) = rest.split_at(most.min(rest.len()));
                let runs = self.runs(now, *deed);
                match deed {
                    Deed::Stays => xml.push_str(&runs),
                    deed => {
                        let (element, attributes) = (deed.element(), self.attributes());
                        let _ = write!(xml, "<{element}{attributes}>{runs}</{element}>");
                    }
                }
                if is_of_both {
                    markers.at += now.len();
                }
                rest = later;
            }
        }
        xml.push_str(&markers.due());
        xml
    }

    fn runs(&self, glyphs: &[Glyph], deed: Deed) -> String {
        let mut xml = String::new();
        let is_field = |glyph: &Glyph| matches!(glyph.kind, Kind::Field { .. });
        let alike =
            |a: &Glyph, b: &Glyph| a.face == b.face && !is_field(a) && !is_field(b);
        for run in glyphs.chunk_by(alike) {
            let face = match &*run[0].face {
                "" => String::new(),
                face => format!("<w:rPr>{face}</w:rPr>"),
            };
            let content = match &run[0].kind {
                Kind::Field { runs, .. }
                    if deed != Deed::Goes && deed != Deed::Leaves =>
                {
                    xml.push_str(runs);
                    continue;
                }
                Kind::Field { words, .. } => text(words),
                _ => self.content(run, deed),
            };
            let content = match deed {
                Deed::Goes => content
                    .replace("<w:t ", "<w:delText ")
                    .replace("</w:t>", "</w:delText>"),
                _ => content,
            };
            let _ = write!(xml, "<w:r>{face}{content}</w:r>");
        }
        xml
    }

    fn content(&self, glyphs: &[Glyph], deed: Deed) -> String {
        let mut xml = String::new();
        let is_letter = |glyph: &Glyph| matches!(glyph.kind, Kind::Letter);
        for piece in glyphs.chunk_by(|a, b| is_letter(a) && is_letter(b)) {
            match &piece[0].kind {
                Kind::Letter => {
                    let words: String = piece.iter().map(|glyph| glyph.key).collect();
                    xml.push_str(&text(&words));
                }
                Kind::Call { note, element } => {
                    let is_of_old = matches!(deed, Deed::Goes | Deed::Leaves);
                    let shift = if is_of_old { self.notes_before } else { 0 };
                    let id = format!("w:id=\"{note}\"");
                    xml.push_str(
                        &element.replace(&id, &format!("w:id=\"{}\"", note + shift)),
                    );
                }
                Kind::Element(element) => xml.push_str(element),
                Kind::Field { .. } | Kind::Break => {}
            }
        }
        xml
    }

    fn attributes(&mut self) -> String {
        let id = self.next_id();
        let author = escaped(&self.signature.author);
        let date = if self.is_whole { &self.later } else { &self.signature.date };
        format!(" w:id=\"{id}\" w:author=\"{author}\" w:date=\"{date}\"")
    }

    fn next_id(&mut self) -> u32 {
        self.next_id += 1;
        self.next_id
    }
}

/// Where bookmarks and comments stand while a paragraph is written.
struct Markers<'a> {
    left: &'a [(usize, String)],
    at: usize,
    /// Whether what goes counts: the paragraph is of the earlier text.
    is_of_old: bool,
}

impl<'a> Markers<'a> {
    /// The markers of a paragraph; those of the earlier text are left out.
    fn of(paragraph: &'a Paragraph, are_kept: bool) -> Self {
        let left = if are_kept { paragraph.markers.as_slice() } else { &[] };
        Self { left, at: 0, is_of_old: !are_kept }
    }

    fn due(&mut self) -> String {
        let mut xml = String::new();
        while let Some(((at, marker), rest)) = self.left.split_first() {
            if *at > self.at {
                break;
            }
            xml.push_str(marker);
            self.left = rest;
        }
        xml
    }

    fn until_next(&self) -> usize {
        self.left.first().map_or(usize::MAX, |(at, _)| at - self.at)
    }
}

/// A step of the way from one paragraph to the other.
enum Way<'a> {
    Same(&'a [Glyph], &'a [Glyph]),
    Gone(&'a [Glyph]),
    New(&'a [Glyph]),
}

/// What becomes of the glyphs on the way.
fn deeds<'a>(ways: &[Way<'a>]) -> Vec<(Deed, &'a [Glyph])> {
    let deed = |way: &Way<'a>| match way {
        Way::Same(_, new) => (Deed::Stays, *new),
        Way::Gone(old) => (Deed::Goes, *old),
        Way::New(new) => (Deed::Comes, *new),
    };
    ways.iter().map(deed).collect()
}

/// The way from one paragraph to the other. What is set in another way is another.
fn ways<'a>(old: &'a Paragraph, new: &'a Paragraph) -> Vec<Way<'a>> {
    let mut ways = Vec::new();
    let (mut before, mut after) = (old.glyphs.as_slice(), new.glyphs.as_slice());
    for stretch in differences(&old.text(), &new.text()) {
        let count = stretch.text.chars().count();
        let take = |from: &mut &'a [Glyph]| {
            let (taken, rest) = from.split_at(count.min(from.len()));
            *from = rest;
            taken
        };
        match stretch.change {
            compare::Change::Deleted => ways.push(Way::Gone(take(&mut before))),
            compare::Change::Added => ways.push(Way::New(take(&mut after))),
            compare::Change::Same => {
                let (mut old, mut new) = (take(&mut before), take(&mut after));
                while !old.is_empty() {
                    let is_alike = |(a, b): &(&Glyph, &Glyph)| a.face == b.face;
                    let alike = old.iter().zip(new).take_while(is_alike).count();
                    let unlike = old.iter().zip(new).skip(alike);
                    let unlike = unlike.take_while(|pair| !is_alike(pair)).count();
                    if alike > 0 {
                        ways.push(Way::Same(&old[..alike], &new[..alike]));
                    }
                    if unlike > 0 {
                        ways.push(Way::Gone(&old[alike..alike + unlike]));
                        ways.push(Way::New(&new[alike..alike + unlike]));
                    }
                    old = &old[alike + unlike..];
                    new = &new[alike + unlike..];
                }
            }
        }
    }
    ways
}

fn written(properties: &str, end: &str, content: &str) -> String {
    let end = match end {
        "" => String::new(),
        end => format!("<w:rPr>{end}</w:rPr>"),
    };
    match format!("{properties}{end}").as_str() {
        "" => format!("<w:p>{content}</w:p>"),
        all => format!("<w:p><w:pPr>{all}</w:pPr>{content}</w:p>"),
    }
}
