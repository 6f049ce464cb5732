//! What a drafter does to whole paragraphs. Numbers, endings and references follow.
//!
//! [`perform`] is the door: a [`Deed`] on the paragraph at the cursor gives the new text
//! and where the cursor then stands, or says why it cannot be done. The draft itself is
//! not touched.

mod allowing;
mod beginning;
pub mod citing;
pub mod footnotes;
pub mod form;
mod insertion;
mod levels;
mod lists;
mod moving;
mod own_words;
mod pasting;
mod pieces;
mod references;
pub mod search;
mod settling;
mod site;
mod turning;
pub mod verbs;

pub use allowing::allow;
pub use beginning::begin_paragraph;
pub use insertion::{Inserted, insert};
pub use own_words::keep_word;
pub use pasting::paste;

use crate::lint::{Draft, renumbering};
use crate::text::Source;

use settling::{Change, settle};
use site::Site;

/// Something done to the paragraph at the cursor, with its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Put it before the paragraph above it.
    MoveUp,
    /// Put it behind the paragraph below it.
    MoveDown,
    /// Raise it by a degree: (a) to 4., (i) to (b).
    Promote,
    /// Lower it by a degree, into the list of the paragraph above it.
    Demote,
    /// Make two of it, at the cursor.
    Split,
    /// Add the words of the paragraph below it.
    Join,
    /// Put a copy behind it.
    Duplicate,
    /// Take it out.
    Delete,
    /// Make it operative if it is preambular, and the other way round.
    Turn,
}

/// What becomes of the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Numbering {
    /// All are numbered anew, and references follow.
    #[default]
    Renumber,
    /// Every paragraph keeps its number while a text is negotiated; a new one becomes
    /// “5 bis”.
    Keep,
}

/// A draft after something was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// The new text.
    pub text: String,
    /// Where the cursor then stands, in bytes.
    pub cursor: usize,
    /// What was done, in words for the drafter.
    pub says: String,
}

/// Why something cannot be done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The cursor is between paragraphs, in the front matter or in an annex.
    #[error("the cursor stands in no paragraph of the text")]
    NoParagraph,
    /// There is none above it in its list.
    #[error("it is the first: none stands above it")]
    First,
    /// There is none below it in its list.
    #[error("it is the last: none stands below it")]
    Last,
    /// A paragraph of the highest degree cannot be raised.
    #[error("it is no subparagraph; only those are raised")]
    Highest,
    /// Only four degrees are lettered.
    #[error("a list has four degrees, and this is the fourth")]
    Deepest,
    /// Preambular paragraphs have lists of their own, and are in none.
    #[error("a preambular paragraph is not lowered into the one above it")]
    NotLowered,
    /// Words that go on after a list belong to it.
    #[error("these words go on with the paragraph above and stay there")]
    Continuation,
    /// There is nothing on one side of the cursor.
    #[error("put the cursor between the words of which two paragraphs shall be made")]
    NothingToSplit,
    /// A mark would be cut in two.
    #[error("the cursor stands inside a mark, which would be cut in two")]
    InsideMark,
    /// Something that would be lost stands between the two.
    #[error("a comment stands between it and the words below; move that first")]
    CommentBetween,
    /// Its list stands between the words.
    #[error("a list stands between it and the words below")]
    ListBetween,
    /// A subparagraph has no opening to turn.
    #[error("a subparagraph is neither preambular nor operative; raise it first")]
    Subparagraph,
    /// No phrase of the other part says the same.
    #[error("“{0}” has no form in the other part; change the words first")]
    NoTwin(String),
    /// Its opening is neither weak nor strong.
    #[error("its opening is of no strength: others of its kind are as strong")]
    NoStrength,
    /// No stronger phrase of its kind is in use.
    #[error("nothing of its kind is stronger")]
    Strongest,
    /// No weaker phrase of its kind is in use.
    #[error("nothing of its kind is weaker")]
    Weakest,
    /// The words open no paragraph.
    #[error("it begins with no opening phrase that is known")]
    NoOpening,
}

/// Does something to the paragraph at `cursor`.
///
/// Where the numbers of the draft are not in order, as in a text under negotiation, they
/// are kept whatever `numbering` says.
pub fn perform(
    draft: &Draft,
    deed: Deed,
    cursor: usize,
    numbering: Numbering,
) -> Result<Done, Refusal> {
    with_references(draft, cursor, |draft, cursor| {
        let numbering = kept_if_out_of_order(draft, numbering);
        let change = change(draft, deed, cursor, numbering)?;
        Ok(settle(change, numbering))
    })
}

/// Does something to a draft in a way that references follow the paragraphs they name.
fn with_references<E>(
    draft: &Draft,
    cursor: usize,
    deed: impl FnOnce(&Draft, usize) -> Result<Done, E>,
) -> Result<Done, E> {
    let Some(tagged) = references::tagged(draft, cursor) else {
        return deed(draft, cursor);
    };
    let source = Source::new(tagged.text.as_str());
    let resolution = crate::syntax::parse(&source);
    let done = deed(&Draft::new(&source, &resolution), tagged.cursor)?;
    Ok(tagged.untagged(done))
}

fn change(
    draft: &Draft,
    deed: Deed,
    cursor: usize,
    numbering: Numbering,
) -> Result<Change, Refusal> {
    let site = Site::at(draft, cursor).ok_or(Refusal::NoParagraph)?;
    match deed {
        Deed::MoveUp => moving::up(draft, &site, cursor, numbering),
        Deed::MoveDown => moving::down(draft, &site, cursor, numbering),
        Deed::Promote => levels::promote(draft, &site, cursor, numbering),
        Deed::Demote => levels::demote(draft, &site, cursor),
        Deed::Split => pieces::split(draft, &site, cursor, numbering),
        Deed::Join => pieces::join(draft, &site),
        Deed::Duplicate => pieces::duplicate(draft, &site, cursor, numbering),
        Deed::Delete => Ok(pieces::delete(draft, &site)),
        Deed::Turn => turning::turn(draft, &site, cursor),
    }
}

fn kept_if_out_of_order(draft: &Draft, numbering: Numbering) -> Numbering {
    if renumbering::edits(draft).is_empty() { numbering } else { Numbering::Keep }
}
