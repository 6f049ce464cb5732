//! A preambular paragraph becomes operative, and an operative one preambular.

use crate::conventions::Conventions;
use crate::conventions::opening_phrases::Part;
use crate::lint::Draft;
use crate::text::{Edit, TextRange};

use super::Refusal;
use super::pieces::with_its_gap;
use super::settling::Change;
use super::site::{Site, whole};

/// The last place of the preamble is next to the first of the operative part: there the
/// paragraph goes, its verb in the form of the other part.
pub(super) fn turn(draft: &Draft, site: &Site, cursor: usize) -> Result<Change, Refusal> {
    if site.parent.is_some() {
        return Err(Refusal::Subparagraph);
    }
    let to = match site.paragraph.part {
        Part::Preambular => Part::Operative,
        Part::Operative => Part::Preambular,
    };
    let prose = &site.paragraph.prose;
    let openings = Conventions::of(draft.resolution.language).openings();
    let opening =
        openings.open(site.paragraph.part, &prose.text).ok_or(Refusal::NoOpening)?;
    let written = prose.text.get(..opening.len).unwrap_or_default().to_owned();
    let opened = openings.inflect(&opening, to).ok_or(Refusal::NoTwin(written))?;
    let words =
        TextRange::new(prose.source_start(opening.len), site.paragraph.range.end());
    let number = if to == Part::Operative && site.resolution.operative().next().is_some()
    {
        "#. "
    } else {
        ""
    };
    let comments = TextRange::new(
        whole(draft, site.paragraph).start(),
        site.paragraph.range.start(),
    );
    let turned = format!(
        "{}{number}{opened}{}",
        draft.source.slice(comments),
        draft.source.slice(words)
    );
    let into = cursor.saturating_sub(words.start());
    let (length, lead) = (turned.len(), comments.len() + number.len() + opened.len());
    let gone = with_its_gap(draft, whole(draft, site.paragraph));
    let (at, insertion, offset) = match place(draft, site, to) {
        Place::Before(start) => (start, format!("{turned}\n\n"), 0),
        Place::After(end) => (end, format!("\n\n{turned}"), 2),
        Place::Here => {
            let edit = Edit::replace(whole(draft, site.paragraph), turned);
            let touched = site.paragraph.range;
            let mut change = Change::of(draft, &[edit], cursor, touched, words_for(to));
            change.cursor = comments.start() + lead + into;
            change.touched = TextRange::new(comments.start(), comments.start() + length);
            return Ok(change);
        }
    };
    let edits = [Edit::delete(gone), Edit::insert(at, insertion)];
    let mut change = Change::of(draft, &edits, at, TextRange::empty(at), words_for(to));
    let start = change.cursor + offset;
    change.cursor = start + lead + into;
    change.touched = TextRange::new(start, start + length);
    Ok(change)
}

fn words_for(to: Part) -> &'static str {
    match to {
        Part::Preambular => "now the last preambular paragraph",
        Part::Operative => "now the first operative paragraph",
    }
}

enum Place {
    Before(usize),
    After(usize),
    /// It is next to the other part already.
    Here,
}

fn place(draft: &Draft, site: &Site, to: Part) -> Place {
    let resolution = site.resolution;
    match to {
        Part::Operative => {
            let first = resolution.operative().next();
            let last = resolution.preambular().last();
            let is_last = last.is_some_and(|last| last.range == site.paragraph.range);
            match first {
                Some(first) if !is_last => Place::Before(whole(draft, first).start()),
                _ => Place::Here,
            }
        }
        Part::Preambular => {
            let is_first = resolution
                .operative()
                .next()
                .is_some_and(|first| first.range == site.paragraph.range);
            let last = resolution.preambular().last().map(|last| last.range.end());
            let line = resolution.organ_line.as_ref().map(|line| line.range.end());
            match last.or(line) {
                Some(end) if !is_first => Place::After(end),
                _ => Place::Here,
            }
        }
    }
}
