//! Preamble, operative part and annexes.

use super::Writer;
use super::inline::{borrowed, changed, owned};
use super::names::below;
use super::outline::{Annex, Division, Item, Paragraph};
use super::xml::{escaped, inline};
use crate::render::composition::{Block, BlockKind};

/// What hangs below a paragraph: subparagraphs, and the words that go on after them.
struct List<'l, 'a> {
    points: &'l [Paragraph<'a>],
    after: &'l [Paragraph<'a>],
}

/// The children of a paragraph, cut where words follow subparagraphs.
fn lists<'l, 'a>(children: &'l [Paragraph<'a>]) -> Vec<List<'l, 'a>> {
    let is_cut = |one: &Paragraph, next: &Paragraph| {
        one.is_continuation() && !next.is_continuation()
    };
    let list = |children: &'l [Paragraph<'a>]| {
        let points = children.iter().take_while(|child| !child.is_continuation()).count();
        let (points, after) = children.split_at(points);
        List { points, after }
    };
    children.chunk_by(|one, next| !is_cut(one, next)).map(list).collect()
}

impl<'a> Writer<'a> {
    pub(super) fn preamble(&mut self, items: &[Item<'a>]) {
        if items.is_empty() {
            return;
        }
        self.xml.open("preamble", &[]);
        for item in items {
            match item {
                Item::OrganLine(block) => {
                    self.xml.open("formula", &[("name", "enactingFormula")]);
                    self.words("p", &[], block);
                    self.xml.close("formula");
                }
                Item::Paragraph(paragraph) => self.preambular(paragraph, "preamble"),
                Item::Division(_) => {}
            }
        }
        self.xml.close("preamble");
    }

    /// The text in a main body, which may not be empty.
    pub(super) fn main_body(&mut self, items: &[Item<'a>], parent: &str) {
        self.xml.open("mainBody", &[]);
        if items.is_empty() {
            self.xml.empty("p", &[]);
        }
        for item in items {
            match item {
                Item::OrganLine(block) => {
                    self.words("p", &[("refersTo", "#enactingFormula")], block);
                }
                Item::Paragraph(paragraph) if is_preambular(paragraph) => {
                    self.preambular(paragraph, &below(parent, "mainBody"));
                }
                Item::Paragraph(paragraph) => self.provision(paragraph, parent),
                Item::Division(division) => self.division(division, parent),
            }
        }
        self.xml.close("mainBody");
    }

    /// A preambular paragraph in its container.
    fn preambular(&mut self, paragraph: &Paragraph<'a>, parent: &str) {
        let id = self.ids.numbered(parent, "container", None);
        let attributes =
            [("eId", &*id), ("name", "preambularParagraph"), ("refersTo", "#preamble")];
        self.open_with_allowance("container", &attributes, paragraph.block);
        self.words("p", &[], paragraph.block);
        for list in lists(&paragraph.children) {
            self.items(list.points, &id);
            for words in list.after {
                self.words("p", &[], words.block);
            }
        }
        self.xml.close("container");
    }

    /// Subparagraphs where no provisions may stand.
    fn items(&mut self, points: &[Paragraph<'a>], parent: &str) {
        if points.is_empty() {
            return;
        }
        let list = self.ids.numbered(parent, "list", None);
        self.xml.open("blockList", &[("eId", &list)]);
        for point in points {
            let number = point.block.number.as_deref();
            let id = self.ids.numbered(&list, "item", number);
            self.name(point.block, &id);
            self.open_with_allowance("item", &[("eId", &id)], point.block);
            self.number(point.block);
            self.words("p", &[], point.block);
            self.items(&point.children, &id);
            self.xml.close("item");
        }
        self.xml.close("blockList");
    }

    /// A part, a section, or what stands below a heading of an annex.
    fn division(&mut self, division: &Division<'a>, parent: &str) {
        let (element, prefix) = match division.heading.kind {
            BlockKind::PartHeading => ("part", "part"),
            _ => ("section", "sec"),
        };
        let number = division.heading.number.as_deref();
        let id = self.ids.numbered(parent, prefix, number);
        self.xml.open(element, &[("eId", &id)]);
        if let Some(number) = number {
            self.xml.line("num", &[], &escaped(number));
        }
        let heading = self.notes.runs(&division.heading.runs);
        let attributes = self.with_allowance(&[], division.heading);
        if !heading.is_empty() {
            self.xml.line("heading", &borrowed(&attributes), &heading);
        }
        for item in &division.items {
            match item {
                Item::OrganLine(block) => {
                    self.cross_heading(block, &id, "#enactingFormula");
                }
                Item::Paragraph(paragraph) if is_plain(paragraph) => {
                    self.cross_heading(paragraph.block, &id, "#preamble");
                }
                Item::Paragraph(paragraph) => self.provision(paragraph, &id),
                Item::Division(division) => self.division(division, &id),
            }
        }
        self.xml.close(element);
    }

    /// Preambular words among provisions.
    fn cross_heading(&mut self, block: &Block, parent: &str, refers_to: &str) {
        let id = self.ids.numbered(parent, "crossHeading", None);
        let words = self.block_words(block);
        let attributes =
            self.with_allowance(&[("eId", &id), ("refersTo", refers_to)], block);
        self.xml.line("crossHeading", &borrowed(&attributes), &words);
    }

    /// A paragraph with what stands below it.
    fn provision(&mut self, paragraph: &Paragraph<'a>, parent: &str) {
        let number = paragraph.block.number.as_deref();
        // What has no number takes none from those that have.
        let prefix = match (paragraph.block.kind, number) {
            (BlockKind::Preambular, _) => "preamble",
            (BlockKind::Operative, _) | (_, Some(_)) => "para",
            _ => "para_nn",
        };
        let id = self.ids.numbered(parent, prefix, number);
        let refers_to = match paragraph.block.kind {
            BlockKind::Preambular => Some("#preamble"),
            BlockKind::Operative => Some("#operative"),
            _ => None,
        };
        self.name(paragraph.block, &id);
        let mut attributes = vec![("eId", id.as_str())];
        attributes.extend(refers_to.map(|concept| ("refersTo", concept)));
        self.open_with_allowance("paragraph", &attributes, paragraph.block);
        // The number of a preambular paragraph stands among its words.
        if paragraph.block.kind != BlockKind::Preambular {
            self.number(paragraph.block);
        }
        self.below_number(paragraph, &id);
        self.xml.close("paragraph");
    }

    /// The words of a paragraph, and its lists.
    fn below_number(&mut self, paragraph: &Paragraph<'a>, id: &str) {
        let points = paragraph.children.iter().any(|child| !child.is_continuation());
        if !points {
            self.xml.open("content", &[("eId", &below(id, "content"))]);
            if !self.is_instruction(paragraph, id) {
                self.words("p", &[], paragraph.block);
                for words in &paragraph.children {
                    self.words("p", &[], words.block);
                }
            }
            self.xml.close("content");
            return;
        }
        let mut chapeau = vec![paragraph.block];
        for list in lists(&paragraph.children) {
            if list.points.is_empty() {
                chapeau.extend(list.after.iter().map(|words| words.block));
                continue;
            }
            self.list(&list, &std::mem::take(&mut chapeau), id);
        }
    }

    fn list(&mut self, list: &List<'_, 'a>, chapeau: &[&Block], parent: &str) {
        let id = self.ids.numbered(parent, "list", None);
        self.xml.open("list", &[("eId", &id)]);
        if !chapeau.is_empty() {
            self.xml.open("intro", &[("eId", &below(&id, "intro"))]);
            for block in chapeau {
                self.words("p", &[], block);
            }
            self.xml.close("intro");
        }
        for point in list.points {
            let number = point.block.number.as_deref();
            let point_id = self.ids.numbered(&id, "point", number);
            self.name(point.block, &point_id);
            self.open_with_allowance("point", &[("eId", &point_id)], point.block);
            self.number(point.block);
            self.below_number(point, &point_id);
            self.xml.close("point");
        }
        if !list.after.is_empty() {
            self.xml.open("wrapUp", &[("eId", &below(&id, "wrapup"))]);
            for words in list.after {
                self.words("p", &[], words.block);
            }
            self.xml.close("wrapUp");
        }
        self.xml.close("list");
    }

    /// Lets words refer to a block.
    fn name(&mut self, block: &'a Block, id: &str) {
        if let Some(label) = &block.label {
            self.known.paragraphs.insert(label, id.to_owned());
        }
    }

    fn number(&mut self, block: &Block) {
        if let Some(number) = &block.number {
            self.xml.line("num", &[], &changed(&escaped(number), block.change));
        }
    }

    /// The words of a block in an element. A number that has no element of its own stands
    /// before them.
    fn words(&mut self, element: &str, attributes: &[(&str, &str)], block: &Block) {
        let words = self.block_words(block);
        let is_below =
            matches!(block.kind, BlockKind::Continuation | BlockKind::Quotation);
        let has_allowance = element == "p" && is_below;
        let attributes = if has_allowance {
            self.with_allowance(attributes, block)
        } else {
            owned(attributes)
        };
        let is_bare = element == "p" && attributes.is_empty();
        match super::tables::rows(&block.runs).filter(|_| is_bare) {
            Some(rows) => self.table(&rows),
            None => self.xml.line(element, &borrowed(&attributes), &words),
        }
    }

    fn block_words(&self, block: &Block) -> String {
        let words = self.notes.prose(&block.runs);
        match &block.number {
            Some(number) if block.kind == BlockKind::Preambular => {
                let number = changed(&escaped(number), block.change);
                format!("{} {words}", inline("inline", &[("name", "num")], &number))
            }
            _ => words,
        }
    }

    pub(super) fn annexes(&mut self, annexes: &[Annex<'a>]) {
        if annexes.is_empty() {
            return;
        }
        self.xml.open("attachments", &[]);
        for (index, annex) in annexes.iter().enumerate() {
            self.annex(annex, index + 1);
        }
        self.xml.close("attachments");
    }

    fn annex(&mut self, annex: &Annex<'a>, number: usize) {
        let id = format!("att_{number}");
        self.xml.open("attachment", &[("eId", &id)]);
        let heading = self.notes.runs(&annex.heading.runs);
        self.xml.line("heading", &[], &heading);
        self.xml.open("doc", &[("name", "annex")]);
        self.annex_meta(number);
        if let Some(title) = annex.title {
            let words = inline("docTitle", &[], &self.notes.runs(&title.runs));
            let attributes = self.with_allowance(&[], title);
            self.xml.open("preface", &[]);
            self.xml.line("p", &borrowed(&attributes), &words);
            self.xml.close("preface");
        }
        self.main_body(&annex.items, &id);
        self.xml.close("doc");
        self.xml.close("attachment");
    }
}

fn is_preambular(paragraph: &Paragraph) -> bool {
    paragraph.block.kind == BlockKind::Preambular
}

/// Preambular words without anything below them.
fn is_plain(paragraph: &Paragraph) -> bool {
    is_preambular(paragraph) && paragraph.children.is_empty()
}
