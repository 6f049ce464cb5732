//! To whom a request goes.

use super::Draft;
use super::openings::Opened;
use crate::conventions::opening_phrases::Part;
use crate::model::Resolution;
use crate::text::{Edit, TextRange};

/// An operative paragraph that opens with “Requests”.
#[derive(Debug)]
pub(super) struct Request<'a> {
    /// The verb as written: “Requests”, “requests”.
    pub(super) verb: &'a str,
    verb_range: TextRange,
    /// The text after the opening: “the Secretary-General to …”.
    pub(super) addressee: &'a str,
    /// The opening in the source.
    pub(super) range: TextRange,
}

/// The requests of a draft, in order.
pub(super) fn requests<'a>(draft: &Draft<'a>) -> Vec<Request<'a>> {
    let operative = draft.resolutions().flat_map(Resolution::operative);
    let opened = operative.filter(|paragraph| paragraph.part == Part::Operative);
    opened.filter_map(|paragraph| Request::read(&Opened::of(paragraph)?)).collect()
}

impl<'a> Request<'a> {
    fn read(opened: &Opened<'a>) -> Option<Self> {
        const VERB: &str = "requests";
        let written = opened.written();
        let at = written.to_ascii_lowercase().find(VERB)?;
        let start = opened.start + at;
        let place = start..start + VERB.len();
        Some(Self {
            verb: written.get(at..at + VERB.len())?,
            verb_range: opened.paragraph.prose.source_range(place),
            addressee: opened.text.get(opened.opening.len..)?.trim_start(),
            range: opened.range(),
        })
    }

    /// The edit that writes another verb.
    pub(super) fn replace_verb(&self, verb: &str) -> Edit {
        Edit::replace(self.verb_range, verb)
    }
}
