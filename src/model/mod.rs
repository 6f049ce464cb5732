//! What a resolution is: plain structs, each with the range it came from.
//!
//! A rule can point at any part of it and a fix can change that part without touching
//! a byte of anything else.

mod front_matter;
mod masthead;
mod paragraph;
mod prose;
mod time;

pub use front_matter::{Field, FrontMatter, Problem};
pub use masthead::{
    Adoption, AgendaItem, Manner, Masthead, OrganLine, Sponsor, Sponsors, Vote,
};
pub use paragraph::{Marker, OpeningPhrase, Paragraph};
pub use prose::{Mark, MarkKind, Prose, ProseBuilder};

use crate::conventions::Language;
use crate::conventions::organs::Organ;
use crate::text::TextRange;

/// A value and where it stands in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located<T> {
    /// The value as understood.
    pub value: T,
    /// The bytes that say so.
    pub range: TextRange,
}

/// What the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A resolution or draft resolution.
    #[default]
    Resolution,
    /// A decision or draft decision.
    Decision,
    /// Amendments to a draft.
    Amendment,
    /// A President's statement.
    Statement,
}

impl Kind {
    /// The word for it in front matter and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Resolution => "resolution",
            Self::Decision => "decision",
            Self::Amendment => "amendment",
            Self::Statement => "statement",
        }
    }
}

/// How far the text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stage {
    /// Not yet adopted: placeholders and brackets may stand.
    #[default]
    Draft,
    /// Adopted by the organ.
    Adopted,
}

impl Stage {
    /// The word for it in front matter and JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Adopted => "adopted",
        }
    }
}

/// A resolution as far as it could be understood. Parsing never fails: what is missing
/// is `None` or empty, and a rule speaks of it.
#[derive(Debug, Clone, Default)]
pub struct Resolution {
    /// All of it: the whole source, or for a part from its heading to the next.
    pub range: TextRange,
    /// The language of this version.
    pub language: Language,
    /// What the document is.
    pub kind: Kind,
    /// How far it has come.
    pub stage: Stage,
    /// The organ that speaks: from the front matter, the symbol or the organ line.
    pub organ: Option<&'static Organ>,
    /// The YAML block that opens the draft.
    pub front_matter: Option<FrontMatter>,
    /// What stands above the text on the first page.
    pub masthead: Masthead,
    /// Who puts the draft forward.
    pub sponsors: Sponsors,
    /// The number: “45/32”, or “45/...” before adoption.
    pub number: Option<Located<String>>,
    /// The title, as one line. Amendments have that of the draft which they amend.
    pub title: Option<Located<String>>,
    /// The symbol of the draft that amendments amend.
    pub amends: Option<Located<String>>,
    /// Where an adopted text comes from, as its page says below the headline: “on the
    /// report of the Third Committee (A/74/399)”, or a symbol alone.
    pub source_note: Option<Located<String>>,
    /// The name of the organ, which opens the sentence.
    pub organ_line: Option<OrganLine>,
    /// The paragraphs, by section. A resolution without sections has one, unheaded;
    /// what stands before the first heading is an unheaded section too.
    pub sections: Vec<Section>,
    /// Parts A, B …, each a resolution of its own.
    pub parts: Vec<Resolution>,
    /// Paragraphs that are struck out whole, `{--5. Deletes it;--}`: they count for
    /// nothing. Those of parts and annexes stand here too.
    pub struck_out: Vec<Prose>,
    /// The footnotes, in the order of the source.
    pub footnotes: Vec<Footnote>,
    /// The annexes, in order.
    pub annexes: Vec<Annex>,
    /// Meeting, date and vote of an adopted text.
    pub adoption: Option<Adoption>,
    /// Places where the drafter silenced a rule.
    pub allowances: Vec<Allowance>,
    /// Words of this draft that are right, whatever dictionaries know.
    pub words: Vec<String>,
}

/// A stretch of a resolution under one heading.
#[derive(Debug, Clone, Default)]
pub struct Section {
    /// From the heading to the last paragraph.
    pub range: TextRange,
    /// The heading without its mark: “I. Coordination”. `None` before the first.
    pub heading: Option<Prose>,
    /// The Roman numeral of the heading: “I”.
    pub numeral: Option<String>,
    /// The preambular paragraphs.
    pub preambular: Vec<Paragraph>,
    /// The operative paragraphs.
    pub operative: Vec<Paragraph>,
}

/// A note that a mark in the text calls.
#[derive(Debug, Clone)]
pub struct Footnote {
    /// The whole note with its mark.
    pub range: TextRange,
    /// The mark without its brackets: “1”, “*”.
    pub mark: String,
    /// What it says.
    pub prose: Prose,
}

/// What follows the resolution under “Annex”.
#[derive(Debug, Clone)]
pub struct Annex {
    /// From the heading to the end.
    pub range: TextRange,
    /// The heading: “Annex”, “Annex II”.
    pub title: Prose,
    /// Its paragraphs, numbered on their own; headings are paragraphs without a marker.
    pub paragraphs: Vec<Paragraph>,
}

/// A rule that the drafter silenced, and where.
#[derive(Debug, Clone)]
pub struct Allowance {
    /// The mark that says so.
    pub range: TextRange,
    /// The name of the rule.
    pub rule: String,
    /// Why. Wanted, not demanded.
    pub because: Option<String>,
    /// The last day on which it holds.
    pub until: Option<jiff::civil::Date>,
    /// The text in which it holds: one paragraph, or the whole draft.
    pub scope: TextRange,
}

impl Allowance {
    /// Whether it holds no longer on a day; without a day, all of them hold.
    pub fn has_ended(&self, today: Option<jiff::civil::Date>) -> bool {
        matches!((self.until, today), (Some(until), Some(today)) if until < today)
    }
}

impl Resolution {
    /// Every preambular paragraph of this resolution, its parts left out.
    pub fn preambular(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(|section| &section.preambular)
    }

    /// Every operative paragraph of this resolution, its parts left out.
    pub fn operative(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections.iter().flat_map(|section| &section.operative)
    }

    /// Every paragraph and subparagraph in reading order, its parts left out.
    pub fn paragraphs(&self) -> impl Iterator<Item = &Paragraph> {
        self.sections
            .iter()
            .flat_map(|section| section.preambular.iter().chain(&section.operative))
            .flat_map(Paragraph::with_descendants)
    }

    /// This resolution and its parts: what a rule that looks at numbers or endings
    /// looks at one by one.
    pub fn with_parts(&self) -> impl Iterator<Item = &Resolution> {
        std::iter::once(self).chain(&self.parts)
    }

    /// Whether headings divide the paragraphs.
    pub fn is_sectioned(&self) -> bool {
        self.sections.iter().any(|section| section.heading.is_some())
    }

    /// The paragraph or subparagraph at a byte offset, the innermost.
    pub fn paragraph_at(&self, offset: usize) -> Option<&Paragraph> {
        let parts = std::iter::once(self).chain(&self.parts);
        let sections = parts.flat_map(|part| &part.sections);
        let lists = sections.flat_map(|part| [&part.preambular, &part.operative]);
        lists.rev().find_map(|list| paragraph::innermost_at(list, offset))
    }

    /// The words of the paragraphs, counted as a person would: runs between spaces, and
    /// each ideograph.
    pub fn word_count(&self) -> usize {
        self.with_parts()
            .flat_map(Resolution::paragraphs)
            .map(|paragraph| crate::text::word_count(&paragraph.prose.text))
            .sum()
    }
}
