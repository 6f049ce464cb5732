//! A later text beside an earlier one in one Word file: accepting all changes gives the
//! one, rejecting all the other.
//!
//! Both are written as plain files are; `glyphs` takes their paragraphs apart, `order`
//! says which stand beside each other, and `words` writes each pair with its changes.

mod glyphs;
mod order;
mod words;

use super::margins::Edge;
use super::{Material, document, margins, masthead};
use crate::render::composition::Composition;
use crate::render::revision::{Pairs, Parting};
use crate::text::Signature;

use glyphs::{Keys, Paragraph, paragraphs, take_apart};
use order::{Step, steps};
use words::{Deed, Tracker};

/// The parts with words, with what changed in them.
pub(super) struct Revised {
    pub(super) document: String,
    pub(super) footnotes: String,
    pub(super) heads: [String; 3],
}

/// Ids of bookmarks are the places of blocks; those of changes come after them.
const FIRST_ID: u32 = 100_000;

/// Writes the parts with words. `pairs` are what is one in both.
pub(super) fn revised(
    old: &Material,
    new: &Material,
    pairs: &Pairs,
    signature: &Signature,
) -> Revised {
    let Pairs { blocks, notes, partings } = pairs;
    let before = new.composition.notes.len();
    let mut tracker = Tracker::new(signature, FIRST_ID, before);
    let mut keys = Keys::default();
    let of_old = |id: usize| match notes.iter().find(|(old, _)| old + 1 == id) {
        Some((_, new)) => format!("{}", new + 1),
        None => format!("old {id}"),
    };
    let of_new = |id: usize| id.to_string();
    let (was, is) = (document::paragraphs(old), document::paragraphs(new));
    let was: Vec<Paragraph> =
        was.iter().map(|xml| take_apart(xml, &mut keys, &of_old)).collect();
    let is: Vec<Paragraph> =
        is.iter().map(|xml| take_apart(xml, &mut keys, &of_new)).collect();
    let body = body(&was, &is, blocks, partings, &mut tracker);
    let document = document::around(new, &body);
    let footnotes = footnotes(old, new, &mut tracker, &mut keys);
    let head = |write: &dyn Fn(&Composition) -> String, tracker: &mut Tracker| {
        let (old, new) = (write(old.composition), write(new.composition));
        beside(&old, &new, tracker)
    };
    let heads = [
        head(&|composition| margins::running_head(composition, Edge::Left), &mut tracker),
        head(
            &|composition| margins::running_head(composition, Edge::Right),
            &mut tracker,
        ),
        head(&masthead::part, &mut tracker),
    ];
    Revised { document, footnotes, heads }
}

fn body(
    was: &[Paragraph],
    is: &[Paragraph],
    pairs: &[(usize, usize)],
    partings: &[Parting],
    tracker: &mut Tracker,
) -> String {
    let mut xml = String::new();
    let steps = steps(was.len(), is.len(), pairs);
    let partings: Vec<&Parting> = partings
        .iter()
        .filter(|parting| can_be_tracked(parting, was, is, &steps))
        .collect();
    let mut arrivals: Vec<(usize, String)> = Vec::new();
    let mut departures: Vec<(usize, String)> = Vec::new();
    for step in &steps {
        if let Step::Leaves(old, new) = step {
            let (from, to) = tracker.moved(&was[*old], &is[*new]);
            departures.push((*old, from));
            arrivals.push((*new, to));
        }
    }
    let taken = |list: &[(usize, String)], place: usize| {
        list.iter().find(|(at, _)| *at == place).map(|(_, xml)| xml.clone())
    };
    for step in &steps {
        let parting = partings.iter().find(|parting| match step {
            Step::Both(_, new) | Step::Comes(new) => parting.new.contains(new),
            Step::Goes(old) => parting.old.contains(old),
            Step::Leaves(..) | Step::Arrives(_) => false,
        });
        if let Some(Parting { old, new }) = parting {
            // All stand with the first.
            if matches!(step, Step::Both(..)) {
                let parted = tracker.parting(&was[old.clone()], &is[new.clone()]);
                xml.push_str(&parted);
            }
            continue;
        }
        let paragraph = match step {
            Step::Both(old, new) if was[*old].is_set_as(&is[*new]) => {
                tracker.pair(&was[*old], &is[*new])
            }
            // Not every program takes another level of a list back.
            Step::Both(old, new) => {
                tracker.whole(&was[*old], Deed::Goes)
                    + &tracker.whole(&is[*new], Deed::Comes)
            }
            Step::Goes(old) => tracker.whole(&was[*old], Deed::Goes),
            Step::Comes(new) => tracker.whole(&is[*new], Deed::Comes),
            Step::Leaves(old, _) => taken(&departures, *old).unwrap_or_default(),
            Step::Arrives(new) => taken(&arrivals, *new).unwrap_or_default(),
        };
        xml.push_str(&paragraph);
    }
    xml
}

/// Whether a split or merger can be written as ends of paragraphs that come or go: its
/// first paragraphs stand beside each other, the rest beside none, and all are set alike.
fn can_be_tracked(
    parting: &Parting,
    was: &[Paragraph],
    is: &[Paragraph],
    steps: &[Step],
) -> bool {
    let Parting { old, new } = parting;
    let is_parted = old.len().min(new.len()) == 1 && old.len().max(new.len()) > 1;
    let firsts = Step::Both(old.start, new.start);
    let mut rest = old.clone().skip(1).map(Step::Goes);
    let mut later = new.clone().skip(1).map(Step::Comes);
    let mut paragraphs = was[old.clone()].iter().chain(&is[new.clone()]);
    let first = &is[new.start];
    is_parted
        && steps.contains(&firsts)
        && rest.all(|step| steps.contains(&step))
        && later.all(|step| steps.contains(&step))
        && paragraphs.all(|paragraph| paragraph.is_set_as(first))
}

/// Notes whose call stays, with what changed in them; those whose call goes follow.
fn footnotes(
    old: &Material,
    new: &Material,
    tracker: &mut Tracker,
    keys: &mut Keys,
) -> String {
    let (mut was, mut is) = (margins::notes(old), margins::notes(new));
    let plain = |id: usize| id.to_string();
    for (before, after) in tracker.kept_notes.clone() {
        let older = was.iter().position(|(id, _)| *id == before);
        let newer = is.iter_mut().find(|(id, _)| *id == after);
        if let (Some(older), Some((_, xml))) = (older, newer) {
            let (_, old) = was.remove(older);
            let old = take_apart(&old, keys, &plain);
            *xml = tracker.pair(&old, &take_apart(xml, keys, &plain));
        }
    }
    for (id, xml) in was {
        let mut note = take_apart(&xml, keys, &plain);
        // What was said of the earlier text is not said of this one.
        note.markers.clear();
        is.push((id + tracker.notes_before, tracker.pair(&note, &note)));
    }
    margins::footnotes(new, &is)
}

/// A part whose paragraphs are the same in number, each beside its own.
fn beside(old: &str, new: &str, tracker: &mut Tracker) -> String {
    let (was, is) = (paragraphs(old), paragraphs(new));
    if was.len() != is.len() {
        return new.to_owned();
    }
    let mut keys = Keys::default();
    let plain = |id: usize| id.to_string();
    let mut xml = String::new();
    let mut at = 0;
    for (was, is) in was.into_iter().zip(is) {
        xml.push_str(new.get(at..is.start).unwrap_or_default());
        let old = take_apart(old.get(was).unwrap_or_default(), &mut keys, &plain);
        let end = is.end;
        let new = take_apart(new.get(is).unwrap_or_default(), &mut keys, &plain);
        xml.push_str(&tracker.pair(&old, &new));
        at = end;
    }
    xml.push_str(new.get(at..).unwrap_or_default());
    xml
}
