//! What an amendment does: its instructions as modifications of the text that it amends.

use super::Writer;
use super::inline::{borrowed, changed};
use super::links::{Link, To};
use super::meta::DRAFTER;
use super::names::{Ids, address, below};
use super::outline::Paragraph;
use super::xml::{escaped, inline};
use crate::conventions::amendments::{
    Amended, Deed, Instruction, Place, Side, instruction, quotations,
};
use crate::conventions::numbering::{ParsedMarker, parse_marker};
use crate::model::Kind;
use crate::render::composition::{Block, BlockKind, Run, RunKind};

/// A modification, as the metadata tell it.
#[derive(Clone)]
pub(super) struct Modification {
    /// “substitution”, “insertion”.
    kind: &'static str,
    /// The identifier of the instruction.
    source: String,
    destination: String,
    side: Option<&'static str>,
    /// The identifiers of the words that go.
    old: Vec<String>,
    /// Those of the words that come.
    new: Vec<String>,
}

impl<'a> Writer<'a> {
    /// Writes a paragraph as an instruction, if it is one that can be read.
    pub(super) fn is_instruction(&mut self, paragraph: &Paragraph<'a>, id: &str) -> bool {
        let identity = &self.composition.identity;
        let is_quoted = |child: &Paragraph| child.block.kind == BlockKind::Quotation;
        if identity.kind != Kind::Amendment
            || paragraph.block.kind != BlockKind::Operative
            || !paragraph.children.iter().all(is_quoted)
        {
            return false;
        }
        let text: String =
            paragraph.block.runs.iter().map(super::inline::words_of).collect();
        let Some(instruction) = instruction(&text, self.composition.language) else {
            return false;
        };
        let id = format!("{id}__mod_1");
        let quoted = quotations(&text);
        let mut links: Vec<Link> = Vec::new();
        let mut ids = Vec::new();
        for (index, words) in quoted.into_iter().enumerate() {
            let quoted_id = format!("{id}__qtext_{}", index + 1);
            links.push(Link { words, to: To::Quoted(quoted_id.clone()) });
            ids.push(quoted_id);
        }
        let destination = self.destination(&instruction);
        if let (Some(place), Some(name)) = (&instruction.place, &destination) {
            links.push(Link {
                words: place.words.clone(),
                to: To::Document(name.clone()),
            });
        }
        let mut words = self.notes.prose_with(&paragraph.block.runs, links);
        let mut structures = Vec::new();
        for (index, child) in paragraph.children.iter().enumerate() {
            let structure = format!("{id}__qstr_{}", index + 1);
            words.push_str(&self.structure(child.block, &structure));
            structures.push(structure);
        }
        if let Some(destination) = destination {
            let (source, structured) = (id.clone(), structures);
            self.known.modifications.push(modification(
                &instruction,
                source,
                destination,
                ids,
                structured,
            ));
        }
        let words = inline("mod", &[("eId", &id)], &words);
        self.xml.line("p", &[], &words);
        true
    }

    /// A paragraph that is quoted, with its number: “2 bis. Encourages …;”.
    fn structure(&self, block: &Block, id: &str) -> String {
        let attributes = [("eId", id)];
        let Some((number, runs)) = numbered(block) else {
            let words = inline("p", &[], &self.notes.prose(&block.runs));
            return inline("quotedStructure", &attributes, &words);
        };
        let paragraph = Ids::default().numbered(id, "para", Some(&number));
        let content = inline("p", &[], &self.notes.prose(&runs));
        let content =
            inline("content", &[("eId", &below(&paragraph, "content"))], &content);
        let number = inline("num", &[], &changed(&escaped(&number), block.change));
        let words = inline("paragraph", &[("eId", &paragraph)], &(number + &content));
        inline("quotedStructure", &attributes, &words)
    }

    /// The paragraph that an instruction amends, in the draft that is amended.
    fn destination(&self, instruction: &Instruction) -> Option<String> {
        let draft = address(self.composition.identity.amends.as_deref()?);
        let id = match &instruction.place.as_ref().map(|place| &place.paragraph) {
            None => return Some(draft),
            Some(Amended::Preambular(number)) => format!("preamble__container_{number}"),
            Some(Amended::Operative { number, suffix, letters }) => {
                let points = letters.iter().fold(String::new(), |points, letter| {
                    points + "__list_1__point_" + letter
                });
                format!("para_{number}{}{points}", suffix.unwrap_or_default())
            }
        };
        Some(format!("{draft}#{id}"))
    }

    /// The modifications as the metadata tell them.
    pub(super) fn modifications(&mut self, modifications: &[Modification]) {
        if modifications.is_empty() {
            return;
        }
        self.xml.open("activeModifications", &[]);
        for (index, modification) in modifications.iter().enumerate() {
            let id = format!("textualMod_{}", index + 1);
            self.xml.open("textualMod", &[("eId", &id), ("type", modification.kind)]);
            let source = format!("#{}", modification.source);
            self.xml.empty("source", &[("href", &source)]);
            let mut attributes =
                vec![("href".to_owned(), modification.destination.clone())];
            let side = modification.side.map(|side| ("pos".to_owned(), side.to_owned()));
            attributes.extend(side);
            self.xml.empty("destination", &borrowed(&attributes));
            for (element, ids) in [("old", &modification.old), ("new", &modification.new)]
            {
                for id in ids {
                    self.xml.empty(element, &[("href", &format!("#{id}"))]);
                }
            }
            self.xml.close("textualMod");
        }
        self.xml.close("activeModifications");
    }

    /// What is said of the text in another and by another: its modifications and votes.
    pub(super) fn analysis(&mut self, modifications: &[Modification]) {
        if modifications.is_empty() && self.recorded_vote().is_none() {
            return;
        }
        self.xml.open("analysis", &[("source", DRAFTER)]);
        self.modifications(modifications);
        self.vote();
        self.xml.close("analysis");
    }

    /// The draft that is amended, among the references.
    pub(super) fn reference_to_the_amended(&mut self) {
        if let Some(symbol) = self.composition.identity.amends.as_deref() {
            let href = address(symbol);
            let attributes =
                [("eId", "activeRef_1"), ("href", &*href), ("showAs", symbol)];
            self.xml.empty("activeRef", &attributes);
        }
    }
}

fn modification(
    instruction: &Instruction,
    source: String,
    destination: String,
    mut words: Vec<String>,
    structures: Vec<String>,
) -> Modification {
    let kind = match instruction.deed {
        Deed::Delete => "repeal",
        Deed::Replace => "substitution",
        Deed::Insert => "insertion",
        Deed::Renumber => "renumbering",
    };
    let side = instruction.place.as_ref().and_then(|Place { side, .. }| *side);
    let side = side.map(|side| match side {
        Side::Before => "before",
        Side::After => "after",
    });
    let (old, new) = match instruction.deed {
        Deed::Delete => (words, Vec::new()),
        // Of words that are added, the quoted ones may tell where.
        Deed::Insert if words.len() > 1 => (Vec::new(), structures),
        Deed::Insert => (Vec::new(), [words, structures].concat()),
        Deed::Replace if words.len() == 2 && instruction.has_old_words_first => {
            let new = words.split_off(1);
            (words, new)
        }
        Deed::Replace => (Vec::new(), structures),
        Deed::Renumber => (Vec::new(), Vec::new()),
    };
    Modification { kind, source, destination, side, old, new }
}

/// The number that opens a quoted paragraph, with the quotation mark before it, and the runs
/// after it.
fn numbered(block: &Block) -> Option<(String, Vec<Run>)> {
    let (first, rest) = block.runs.split_first()?;
    let bare = first.text.trim_start_matches(['“', '«', '"', '\u{a0}', ' ']);
    let marker = parse_marker(bare).filter(ParsedMarker::is_number)?;
    let end = first.text.len() - bare.len() + marker.len;
    let (number, words) = first.text.split_at_checked(end)?;
    let is_plain = first.kind == RunKind::Words && !words.trim().is_empty();
    let words = Run { text: words.trim_start().to_owned(), ..first.clone() };
    let runs = std::iter::once(words).chain(rest.iter().cloned()).collect();
    is_plain.then(|| (number.to_owned(), runs))
}
