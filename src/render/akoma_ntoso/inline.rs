//! Runs and footnotes to what stands inside a paragraph.

use super::links::{Link, To, links};
use super::xml::{escaped, inline};
use crate::conventions::organs::Organ;
use crate::render::composition::{Caller, Change, Note, Run, RunKind};

/// The footnotes of a page, and what the file says of each beyond its words.
pub(super) struct Notes<'a> {
    all: &'a [Note],
    /// The organ whose text it is.
    organ: Option<&'static Organ>,
    /// The identifiers of the blocks to which words refer, by their place on the page.
    blocks: Vec<Option<String>>,
    /// The place of each in the draft, where that is not the order of the file.
    places: Option<Vec<usize>>,
}

impl<'a> Notes<'a> {
    pub(super) fn of(
        all: &'a [Note],
        organ: Option<&'static Organ>,
        blocks: Vec<Option<String>>,
    ) -> Self {
        // The metadata, where uncalled notes stand, come before the text.
        let (called, uncalled): (Vec<&Note>, Vec<&Note>) =
            all.iter().partition(|note| note.caller == Caller::Text);
        let in_file = uncalled.iter().chain(&called);
        let written: Vec<_> = in_file.filter_map(|note| note.source).collect();
        let places = (!written.is_sorted()).then(|| {
            let place = |note: &Note| {
                note.source.map_or(0, |source| {
                    written.iter().filter(|other| **other <= source).count()
                })
            };
            all.iter().map(place).collect()
        });
        Self { all, organ, blocks, places }
    }

    /// The notes that no mark in the text calls, each with its identifier and attributes.
    pub(super) fn uncalled(&self) -> impl Iterator<Item = (usize, &'a Note)> {
        self.all.iter().enumerate().filter(|(_, note)| note.caller != Caller::Text)
    }

    /// The words of a note in a paragraph.
    pub(super) fn words(&self, note: &Note) -> String {
        inline("p", &[], &self.prose(&note.runs))
    }

    /// The words of a paragraph, or of a note, with the documents that they name.
    pub(super) fn prose(&self, runs: &[Run]) -> String {
        self.prose_with(runs, Vec::new())
    }

    /// The same with further links.
    pub(super) fn prose_with(&self, runs: &[Run], known: Vec<Link>) -> String {
        let text: String = runs.iter().map(words_of).collect();
        self.linked(runs, &links(&text, self.organ, known))
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
        self.linked(runs, &[])
    }

    /// Runs as XML, with the links in their words. A link that reaches over more than one
    /// run is none.
    fn linked(&self, runs: &[Run], links: &[Link]) -> String {
        let mut xml = String::new();
        let mut at = 0;
        for alike in runs.chunk_by(|run, next| {
            run.change == next.change && run.change == Change::Added
        }) {
            let mut words = String::new();
            for run in alike {
                let end = at + words_of(run).len();
                words.push_str(&self.run(run, at, links));
                at = end;
            }
            let change = alike.first().map_or(Change::None, |run| run.change);
            xml.push_str(&changed(&words, change));
        }
        xml
    }

    /// A run whose words begin at `at` among those of its paragraph.
    fn run(&self, run: &Run, at: usize, links: &[Link]) -> String {
        let words = match words_of(run) {
            "" => escaped(&run.text),
            words => with_links(words, at, links),
        };
        let words = match run.refers_to.and_then(|block| self.blocks.get(block)) {
            Some(Some(id)) => inline("ref", &[("href", &format!("#{id}"))], &words),
            _ => words,
        };
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
        let Some((at, note)) = at.and_then(|at| Some((at, self.all.get(at)?))) else {
            return inline("noteRef", &[("href", ""), ("marker", mark)], "");
        };
        if is_repeated || note.caller != Caller::Text {
            let href = format!("#{}", id(at, note));
            return inline("noteRef", &[("href", &href), ("marker", mark)], "");
        }
        let attributes = self.attributes(at, note);
        inline("authorialNote", &borrowed(&attributes), &self.words(note))
    }
}

/// The words of a run that stand in the running text.
pub(super) fn words_of(run: &Run) -> &str {
    let is_text =
        matches!(run.kind, RunKind::Words | RunKind::Opening | RunKind::Emphasis);
    if is_text && run.change != Change::Deleted { &run.text } else { "" }
}

/// Words that begin at `at` in the running text, with the links that lie in them.
fn with_links(words: &str, at: usize, links: &[Link]) -> String {
    let mut xml = String::new();
    let mut from = 0;
    let first = links.partition_point(|link| link.words.end <= at);
    let here =
        links.iter().skip(first).take_while(|link| link.words.start < at + words.len());
    for Link { words: range, to } in here {
        let Some(start) = range.start.checked_sub(at) else { continue };
        let end = range.end.saturating_sub(at);
        let (Some(before), Some(inner)) = (words.get(from..start), words.get(start..end))
        else {
            continue;
        };
        xml.push_str(&escaped(before));
        let inner = escaped(inner);
        xml.push_str(&match to {
            To::Document(name) => inline("ref", &[("href", name)], &inner),
            To::Day(day) => inline("date", &[("date", day)], &inner),
            To::Quoted(id) => inline("quotedText", &[("eId", id)], &inner),
        });
        from = end;
    }
    xml.push_str(&escaped(words.get(from..).unwrap_or_default()));
    xml
}

/// A number, proposed with its paragraph or not.
pub(super) fn changed(xml: &str, change: Change) -> String {
    match change {
        Change::None => xml.to_owned(),
        Change::Added => inline("ins", &[], xml),
        Change::Deleted => inline("del", &[], xml),
    }
}

/// Attributes to which others can be added.
pub(super) fn owned(attributes: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
    attributes.iter().map(owned).collect()
}

/// Attributes as [`inline`] takes them.
pub(super) fn borrowed(attributes: &[(String, String)]) -> Vec<(&str, &str)> {
    attributes.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

fn id(at: usize, note: &Note) -> String {
    let element = if note.caller == Caller::Text { "authorialNote" } else { "note" };
    format!("{element}_{}", at + 1)
}
