//! Runs and footnotes to what stands inside a paragraph.

use super::xml::{escaped, inline};
use crate::render::composition::{Caller, Change, Note, Run, RunKind};

/// The footnotes of a page, and what the file says of each beyond its words.
pub(super) struct Notes<'a> {
    notes: &'a [Note],
    /// The place of each in the draft, where that is not the order of the file.
    places: Option<Vec<usize>>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(notes: &'a [Note]) -> Self {
        let written: Vec<_> = notes.iter().filter_map(|note| note.source).collect();
        let places = (!written.is_sorted()).then(|| {
            let place = |note: &Note| {
                note.source.map_or(0, |source| {
                    written.iter().filter(|other| **other <= source).count()
                })
            };
            notes.iter().map(place).collect()
        });
        Self { notes, places }
    }

    /// The notes that no mark in the text calls, each with its identifier and attributes.
    pub(super) fn uncalled(&self) -> impl Iterator<Item = (usize, &'a Note)> {
        self.notes.iter().enumerate().filter(|(_, note)| note.caller != Caller::Text)
    }

    /// The words of a note in a paragraph.
    pub(super) fn words(&self, note: &Note) -> String {
        inline("p", &[], &self.runs(&note.runs))
    }

    /// The attributes of a note.
    pub(super) fn attributes(&self, at: usize, note: &Note) -> Vec<(String, String)> {
        let mut attributes = vec![
            ("eId".to_owned(), id(at, note)),
            ("marker".to_owned(), note.mark.clone()),
            ("placement".to_owned(), "bottom".to_owned()),
        ];
        let written = note.written.as_ref().filter(|written| **written != note.mark);
        attributes.extend(written.map(|mark| ("draft:mark".to_owned(), mark.clone())));
        let place = self.places.as_ref().and_then(|places| places.get(at));
        let place = place.filter(|_| note.written.is_some());
        attributes
            .extend(place.map(|place| ("draft:place".to_owned(), place.to_string())));
        attributes
    }

    /// Runs as XML. Words of one addition stand in one element.
    pub(super) fn runs(&self, runs: &[Run]) -> String {
        let mut xml = String::new();
        for alike in runs.chunk_by(|run, next| {
            run.change == next.change && run.change == Change::Added
        }) {
            let words: String = alike.iter().map(|run| self.run(run)).collect();
            let change = alike.first().map_or(Change::None, |run| run.change);
            xml.push_str(&changed(&words, change));
        }
        xml
    }

    fn run(&self, run: &Run) -> String {
        let words = escaped(&run.text);
        match &run.kind {
            RunKind::Call { note, is_repeated } => {
                self.call(&run.text, *note, *is_repeated)
            }
            RunKind::Comment => inline("remark", &[("status", "editorial")], &words),
            RunKind::Opening | RunKind::Emphasis if run.italic => {
                inline("i", &[], &words)
            }
            RunKind::Emphasis => inline("span", &[("class", "emphasis")], &words),
            RunKind::Opening | RunKind::Words => words,
        }
    }

    /// The note itself where it is called first, and a reference to it elsewhere.
    fn call(&self, mark: &str, at: Option<usize>, is_repeated: bool) -> String {
        let Some((at, note)) = at.and_then(|at| Some((at, self.notes.get(at)?))) else {
            return inline("noteRef", &[("href", "#"), ("marker", mark)], "");
        };
        if is_repeated || note.caller != Caller::Text {
            let href = format!("#{}", id(at, note));
            return inline("noteRef", &[("href", &href), ("marker", mark)], "");
        }
        let attributes = self.attributes(at, note);
        inline("authorialNote", &borrowed(&attributes), &self.words(note))
    }
}

/// A number, proposed with its paragraph or not.
pub(super) fn changed(xml: &str, change: Change) -> String {
    match change {
        Change::None => xml.to_owned(),
        Change::Added => inline("ins", &[], xml),
        Change::Deleted => inline("del", &[], xml),
    }
}

/// Attributes as [`inline`] takes them.
pub(super) fn borrowed(attributes: &[(String, String)]) -> Vec<(&str, &str)> {
    attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn id(at: usize, note: &Note) -> String {
    let element = if note.caller == Caller::Text { "authorialNote" } else { "note" };
    format!("{element}_{}", at + 1)
}
