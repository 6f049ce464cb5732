//! Akoma Ntoso 3.0 in the profile of the United Nations (AKN4UN, `unsceb-hlcm.github.io`):
//! the publication with its masthead, and in it the statement that it issues.
//!
//! What the schema has no place for stands in a namespace of our own, which the schema
//! allows: the front matter in the metadata, and on an element the marks of notes and the
//! rules silenced there. So a draft that is written and read back is the same draft.

mod amendments;
mod body;
mod inline;
mod links;
mod meta;
mod names;
mod outline;
mod procedure;
mod tables;
mod xml;

use std::collections::HashMap;

use super::composition::{Block, BlockKind, Composition};
use super::{Feature, Format, Layer, Options, RenderError};
use crate::conventions::calendar::format_date;
use crate::text::TextRange;
use amendments::Modification;
use inline::Notes;
use meta::sponsor_id;
use names::{Ids, Names, organ_id};
use outline::Outline;
use xml::{Xml, escaped};

pub(super) static FORMAT: Format = Format {
    name: "xml",
    extensions: &["xml", "akn"],
    summary: "Akoma Ntoso in the profile of the United Nations, for the machines of others",
    shows: &[Feature::PlainMasthead],
    write,
};

/// The namespace of the schema.
const AKOMA_NTOSO: &str = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";

/// The namespace of the profile, for running heads.
const AKN4UN: &str = "http://a4u.un.org";

/// Our own namespace.
const DRAFT: &str = "urn:zerodraft:draft";

#[expect(clippy::unnecessary_wraps, reason = "a format may fail")]
fn write(composition: &Composition, options: &Options) -> Result<Vec<u8>, RenderError> {
    let outline = Outline::of(&composition.blocks);
    // Words may refer to a paragraph below: the identifiers are given first.
    let mut first = Writer::new(composition, Known::default());
    first.file(&outline, options.akn);
    let mut writer = Writer::new(composition, first.known);
    writer.file(&outline, options.akn);
    Ok(writer.xml.finish().into_bytes())
}

/// What the head of a file says of its text, and words of those below them.
#[derive(Default)]
struct Known<'a> {
    /// The identifiers that paragraphs have got, by their labels.
    paragraphs: HashMap<&'a str, String>,
    /// What the text does to another.
    modifications: Vec<Modification>,
}

/// A file while it is written.
struct Writer<'a> {
    composition: &'a Composition,
    names: Names,
    notes: Notes<'a>,
    ids: Ids,
    xml: Xml,
    /// What was known before.
    modifications: Vec<Modification>,
    /// What is known of the file so far.
    known: Known<'a>,
    /// Those that are not written yet.
    allowances: &'a [(TextRange, String)],
}

impl<'a> Writer<'a> {
    /// A file of which this is known.
    fn new(composition: &'a Composition, before: Known<'a>) -> Self {
        let organ = composition.identity.organ;
        let id = |block: &Block| before.paragraphs.get(block.label.as_deref()?).cloned();
        let blocks = composition.blocks.iter().map(id).collect();
        Self {
            composition,
            names: Names::of(composition),
            notes: Notes::of(&composition.notes, organ, blocks),
            ids: Ids::default(),
            xml: Xml::default(),
            modifications: before.modifications,
            known: Known::default(),
            allowances: &composition.allowances,
        }
    }

    fn file(&mut self, outline: &Outline<'a>, layer: Layer) {
        self.xml.open("akomaNtoso", &[("xmlns", AKOMA_NTOSO), ("xmlns:draft", DRAFT)]);
        match layer {
            Layer::Publication => self.publication(outline),
            Layer::Statement => self.statement(outline, true),
        }
        self.xml.close("akomaNtoso");
    }

    fn publication(&mut self, outline: &Outline<'a>) {
        let attributes = [("name", "publication"), ("contains", "originalVersion")];
        self.xml.open("documentCollection", &attributes);
        self.publication_meta();
        self.cover_page();
        self.publication_preface(outline);
        self.xml.open("collectionBody", &[]);
        self.xml.open("component", &[("eId", "comp_1")]);
        self.statement(outline, false);
        self.xml.close("component");
        self.xml.close("collectionBody");
        self.xml.close("documentCollection");
    }

    /// The statement; alone, it names its sponsors itself.
    fn statement(&mut self, outline: &Outline<'a>, is_alone: bool) {
        let attributes = [("name", self.names.kind), ("contains", "originalVersion")];
        self.xml.open("statement", &attributes);
        self.statement_meta(is_alone);
        self.statement_preface(outline, is_alone);
        self.preamble(&outline.preamble);
        self.main_body(&outline.body, "");
        self.conclusions(outline);
        self.annexes(&outline.annexes);
        self.xml.close("statement");
    }

    /// The masthead.
    fn cover_page(&mut self) {
        let masthead = &self.composition.masthead;
        let role = |role: &str, organ: &str, words: &str| {
            let authority =
                xml::inline("docAuthority", &[("refersTo", organ)], &escaped(words));
            xml::inline("role", &[("refersTo", role)], &authority)
        };
        let organ = masthead.organ.as_ref().map(|words| {
            let organ = self.composition.identity.organ;
            let named = organ
                .and_then(|organ| crate::conventions::organs::named(&organ.masthead));
            let id = named.or(organ).map_or_else(|| "un".to_owned(), organ_id);
            role("#issuingAuthority", &format!("#{id}"), words)
        });
        let symbol = masthead.symbol.as_ref().map(|symbol| {
            xml::inline("docNumber", &[("refersTo", "#symbol")], &escaped(symbol))
        });
        let distribution = masthead.distribution.as_ref().map(|words| {
            let attributes = [("name", "distribution"), ("refersTo", "#distribution")];
            xml::inline("inline", &attributes, &escaped(words))
        });
        let date = masthead.date.as_ref().map(|words| {
            let identity = &self.composition.identity;
            let day = identity.date.or(identity.adopted);
            let day = day.map_or_else(|| self.names.day.clone(), |day| day.to_string());
            xml::inline("docDate", &[("date", &day)], &escaped(words))
        });
        let named = |name: &str, words: &Option<String>| {
            let words = words.as_ref()?;
            Some(xml::inline("inline", &[("name", name)], &escaped(words)))
        };
        let language = named("language", &masthead.language);
        let original = named("originalLanguage", &masthead.original);
        let united_nations = masthead
            .united_nations
            .as_ref()
            .map(|words| role("#publisher", "#un", words));
        self.xml.open("coverPage", &[]);
        self.container("coverPage", "masthead", |writer| {
            let lines =
                [united_nations, symbol, organ, distribution, date, language, original];
            for line in lines.into_iter().flatten() {
                writer.xml.line("p", &[], &line);
            }
        });
        self.xml.close("coverPage");
    }

    /// Session, agenda item and sponsors.
    fn publication_preface(&mut self, outline: &Outline<'a>) {
        if outline.session.is_empty() && outline.sponsors.is_none() {
            return;
        }
        self.xml.open("preface", &[]);
        if !outline.session.is_empty() {
            self.container("preface", "session", |writer| {
                for block in &outline.session {
                    let words = writer.session_line(block);
                    writer.xml.line("p", &[], &words);
                }
            });
        }
        self.sponsors(outline);
        self.xml.close("preface");
    }

    fn session_line(&self, block: &Block) -> String {
        let words = self.notes.runs(&block.runs);
        let identity = &self.composition.identity;
        match block.kind {
            BlockKind::Body => {
                let id = identity.organ.map(|organ| format!("#{}", organ_id(organ)));
                let id = id.unwrap_or_default();
                xml::inline("docCommittee", &[("refersTo", &id)], &words)
            }
            BlockKind::Session => {
                let value = identity.session.as_deref().unwrap_or_default();
                xml::inline("session", &[("value", value)], &words)
            }
            _ => words,
        }
    }

    /// The line of sponsors, each of them marked.
    fn sponsors(&mut self, outline: &Outline<'a>) {
        let Some(block) = outline.sponsors else { return };
        let mut words = self.notes.runs(&block.runs);
        let mut from = 0;
        for (index, name) in self.composition.identity.sponsors.iter().enumerate() {
            let (name, id) = (escaped(name), format!("#{}", sponsor_id(index)));
            let found = words.get(from..).and_then(|rest| rest.find(&name));
            let Some(at) = found.map(|at| from + at).filter(|_| !name.is_empty()) else {
                continue;
            };
            let proponent = xml::inline("docProponent", &[("refersTo", &id)], &name);
            words.replace_range(at..at + name.len(), &proponent);
            from = at + proponent.len();
        }
        self.mark_document_type(block, &mut words);
        self.container("preface", "sponsors", |writer| writer.xml.line("p", &[], &words));
    }

    /// Marks what the line of sponsors calls the document: its last words, behind the colon.
    fn mark_document_type(&self, block: &Block, words: &mut String) {
        let last = block.runs.last().map_or("", |run| run.text.as_str());
        let kind = last.rsplit([':', '：']).next().unwrap_or_default();
        let kind = escaped(kind.trim_start());
        let Some(head) = words.strip_suffix(&*kind).filter(|_| !kind.is_empty()) else {
            return;
        };
        let head = head.to_owned();
        let marked = match self.composition.identity.amends.as_deref() {
            Some(symbol) => {
                let shown = escaped(symbol);
                let href = names::address(symbol);
                kind.replacen(&shown, &xml::inline("ref", &[("href", &href)], &shown), 1)
            }
            None => kind,
        };
        *words = head + &xml::inline("docType", &[], &marked);
    }

    /// Headline, number and title.
    fn statement_preface(&mut self, outline: &Outline<'a>, is_alone: bool) {
        let has_sponsors = is_alone && outline.sponsors.is_some();
        if outline.title.is_none() && outline.headlines.is_empty() && !has_sponsors {
            return;
        }
        self.xml.open("preface", &[]);
        if has_sponsors {
            self.sponsors(outline);
        }
        if !outline.headlines.is_empty() {
            self.container("preface", "adoption", |writer| {
                for block in &outline.headlines {
                    let words = writer.notes.runs(&block.runs);
                    let words = match block.kind {
                        BlockKind::AdoptionHeadline => {
                            xml::inline("docType", &[], &writer.headline(words))
                        }
                        _ => words,
                    };
                    writer.xml.line("p", &[], &words);
                }
            });
        }
        if let Some(title) = outline.title {
            let number = title
                .number
                .as_deref()
                .map(|number| xml::inline("docNumber", &[], &escaped(number)) + " ");
            let words = xml::inline("docTitle", &[], &self.notes.runs(&title.runs));
            self.xml.line("p", &[], &(number.unwrap_or_default() + &words));
        }
        self.xml.close("preface");
    }

    /// The headline of an adopted text, with its number and the day of adoption.
    fn headline(&self, words: String) -> String {
        let identity = &self.composition.identity;
        let numbered = match &identity.number {
            Some(number) => {
                let number = escaped(number);
                words.replacen(&number, &xml::inline("docNumber", &[], &number), 1)
            }
            None => words,
        };
        let Some(day) = identity.adopted else { return numbered };
        let date = escaped(&format_date(day, self.composition.language));
        let marked = xml::inline("docDate", &[("date", &day.to_string())], &date);
        numbered.replacen(&date, &marked, 1)
    }

    /// Meeting, date and vote.
    fn conclusions(&mut self, outline: &Outline<'a>) {
        if outline.adoption.is_empty() && outline.vote.is_empty() {
            return;
        }
        self.xml.open("conclusions", &[]);
        for (name, blocks) in [("adoption", &outline.adoption), ("vote", &outline.vote)] {
            if blocks.is_empty() {
                continue;
            }
            self.container("conclusions", name, |writer| {
                for block in blocks {
                    let words = writer.closing_line(block);
                    writer.xml.line("p", &[], &words);
                }
            });
        }
        self.xml.close("conclusions");
    }

    fn closing_line(&self, block: &Block) -> String {
        let words = self.notes.runs(&block.runs);
        match (block.kind, self.composition.identity.adopted) {
            (BlockKind::MeetingLine, _) => {
                xml::inline("event", &[("refersTo", "#meeting")], &words)
            }
            (BlockKind::DateLine, Some(day)) => {
                xml::inline("docDate", &[("date", &day.to_string())], &words)
            }
            (BlockKind::Vote, _) => match self.outcome() {
                Some(outcome) => {
                    let outcome = format!("#{outcome}");
                    xml::inline("outcome", &[("refersTo", &outcome)], &words)
                }
                None => words,
            },
            _ => words,
        }
    }

    fn container(&mut self, parent: &str, name: &str, hold: impl FnOnce(&mut Self)) {
        let id = self.ids.numbered(parent, "container", None);
        self.xml.open("container", &[("eId", &id), ("name", name)]);
        hold(self);
        self.xml.close("container");
    }

    /// Attributes with the rules that are silenced in a block.
    fn with_allowance(
        &mut self,
        attributes: &[(&str, &str)],
        block: &Block,
    ) -> Vec<(String, String)> {
        let mut attributes = inline::owned(attributes);
        let allowances = self.allowances_of(block);
        if !allowances.is_empty() {
            attributes.push(("draft:allow".to_owned(), allowances.join("\n")));
        }
        attributes
    }

    /// What the comments above a block silence: “doubled-word because it is a quotation”.
    fn allowances_of(&mut self, block: &Block) -> Vec<&'a str> {
        let mut found = Vec::new();
        let Some(source) = block.source else { return found };
        while let Some(((scope, words), rest)) = self.allowances.split_first() {
            if scope.start() > source.start() {
                break;
            }
            if scope.encloses(source) {
                found.extend(words.strip_prefix("zerodraft: allow "));
            }
            self.allowances = rest;
        }
        found
    }

    fn open_with_allowance(
        &mut self,
        element: &str,
        attributes: &[(&str, &str)],
        block: &Block,
    ) {
        let attributes = self.with_allowance(attributes, block);
        self.xml.open(element, &inline::borrowed(&attributes));
    }
}
