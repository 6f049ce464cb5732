//! What the drafter may choose about a file, and which format can show it.

use jiff::Timestamp;

use super::{Emblem, FORMATS, RenderError};
use crate::conventions::organs::House;

/// What the drafter may choose about a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// What is chosen for every format.
    pub page: PageOptions,
    /// Whether plain text has only the quotation marks and dashes of ASCII.
    pub ascii: bool,
    /// How many columns plain text fills.
    pub width: usize,
    /// Whether plain text shows italics between underscores.
    pub emphasis: bool,
    /// What of the document Akoma Ntoso holds.
    pub akn: Layer,
    /// The faces of the computer in which a PDF sets what the program has no face for.
    pub faces: Vec<super::FaceFile>,
}

/// What the drafter may choose about the page. [`super::composition::compose`] takes it
/// in, so that a format finds it said in the composition.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageOptions {
    /// The page to set it on; by the organ, if nothing is chosen.
    pub house: Option<House>,
    /// Whether the page says that it is a draft and no official document.
    pub draft_stamp: bool,
    /// Whether the lines of the text have numbers, from the first below the masthead.
    pub line_numbers: bool,
    /// Whether the masthead has only symbol and organ.
    pub plain_masthead: bool,
    /// The drafter's own emblem, for the masthead.
    pub emblem: Option<Emblem>,
    /// When a file says that it was made; the date of the text, if nothing is chosen.
    pub made: Option<Timestamp>,
}

/// The document as it is issued, or the text that outlives it. The profile of the United
/// Nations tells them apart: a text is tabled, issued, adopted and collected, each time in
/// another document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Layer {
    /// The publication with its masthead, and the statement in it.
    #[default]
    Publication,
    /// The statement alone.
    Statement,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            page: PageOptions::default(),
            ascii: false,
            width: 72,
            emphasis: false,
            akn: Layer::Publication,
            faces: Vec::new(),
        }
    }
}

/// A choice about the page that not every format can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feature {
    /// That the page is a draft and no official document.
    DraftStamp,
    /// Numbers of lines.
    LineNumbers,
    /// A masthead of symbol and organ alone.
    PlainMasthead,
    /// A picture in the masthead.
    Emblem,
}

impl Feature {
    /// What it is called.
    pub fn words(self) -> &'static str {
        match self {
            Self::DraftStamp => "a draft stamp",
            Self::LineNumbers => "numbers of lines",
            Self::PlainMasthead => "a plain masthead",
            Self::Emblem => "an emblem",
        }
    }

    /// The error that a format does not show it, with those that do.
    pub(super) fn refused_by(self, format: &'static str) -> RenderError {
        let able = FORMATS.iter().filter(|format| format.shows.contains(&self));
        let able = able.map(|format| format.name).collect::<Vec<_>>().join(", ");
        RenderError::NotShown { format, feature: self.words(), able }
    }
}

impl PageOptions {
    /// The choices that need a format which shows them.
    pub fn features(&self) -> impl Iterator<Item = Feature> {
        [
            (self.draft_stamp, Feature::DraftStamp),
            (self.line_numbers, Feature::LineNumbers),
            (self.plain_masthead, Feature::PlainMasthead),
            (self.emblem.is_some(), Feature::Emblem),
        ]
        .into_iter()
        .filter_map(|(is_chosen, feature)| is_chosen.then_some(feature))
    }
}
