//! What a file says of itself: the names of the document at each of its four levels, what
//! it refers to, and the front matter that the schema has no place for.

use super::inline::borrowed;
use super::names::{actor, address, organ_id, organization};
use super::xml::escaped;
use super::{AKN4UN, Writer};
use crate::conventions::{organs, states};
use crate::render::composition::BlockKind;

/// Who marks the text up.
pub(super) const DRAFTER: &str = "#drafter";

/// A document of the file: its IRI, and the component of it that is meant.
struct Named<'a> {
    iri: &'a str,
    component: &'a str,
    /// What happened on its day.
    event: &'a str,
}

impl Writer<'_> {
    /// What the publication says of itself.
    pub(super) fn publication_meta(&mut self) {
        self.xml.open("meta", &[]);
        let iri = self.names.issued();
        let named = Named { iri: &iri, component: "!main", event: "publication" };
        self.xml.open("identification", &[("source", DRAFTER)]);
        self.work(&named, |writer| {
            writer.xml.empty("FRBRsubtype", &[("value", "publication")]);
            let (number, shown) =
                (&writer.names.publication, &writer.names.shown_publication);
            writer.xml.empty("FRBRnumber", &[("value", number), ("showAs", shown)]);
            writer.xml.empty("FRBRprescriptive", &[("value", "false")]);
            writer.xml.empty("FRBRauthoritative", &[("value", "false")]);
        });
        self.expression(&named);
        self.manifestation(&named);
        self.xml.close("identification");
        self.references();
        self.presentation();
        self.xml.close("meta");
    }

    /// What the statement says of itself, with what else is known of it.
    pub(super) fn statement_meta(&mut self, is_alone: bool) {
        self.xml.open("meta", &[]);
        let iri = self.names.statement();
        let event = self.names.event;
        let named = Named { iri: &iri, component: "!main", event };
        self.xml.open("identification", &[("source", DRAFTER)]);
        self.work(&named, |writer| {
            writer.xml.empty("FRBRsubtype", &[("value", "deliberation")]);
            let (number, shown) = (&writer.names.number, &writer.names.shown_number);
            writer.xml.empty("FRBRnumber", &[("value", number), ("showAs", shown)]);
            if let Some(title) = &writer.composition.identity.title {
                writer.xml.empty("FRBRname", &[("value", title)]);
            }
        });
        self.expression(&named);
        self.manifestation(&named);
        self.xml.close("identification");
        self.issue();
        self.lifecycle();
        let modifications = std::mem::take(&mut self.modifications);
        self.analysis(&modifications);
        if is_alone {
            self.references();
        }
        self.uncalled_notes();
        self.front_matter();
        self.xml.close("meta");
    }

    /// What an annex says of itself.
    pub(super) fn annex_meta(&mut self, number: usize) {
        self.xml.open("meta", &[]);
        let (iri, component) = (self.names.statement(), format!("!annex_{number}"));
        let event = self.names.event;
        let named = Named { iri: &iri, component: &component, event };
        self.xml.open("identification", &[("source", DRAFTER)]);
        self.work(&named, |_| {});
        self.expression(&named);
        self.manifestation(&named);
        self.xml.close("identification");
        self.xml.close("meta");
    }

    fn work(&mut self, named: &Named, and: impl FnOnce(&mut Self)) {
        self.xml.open("FRBRWork", &[]);
        self.core(named, "", "");
        self.xml.empty("FRBRcountry", &[("value", "un")]);
        and(self);
        self.xml.close("FRBRWork");
    }

    fn expression(&mut self, named: &Named) {
        self.xml.open("FRBRExpression", &[]);
        let version = format!("/{}@{}", self.names.language, self.names.day);
        self.core(named, &version, "");
        let revision = self.composition.identity.symbol.as_ref();
        let revision = revision.and_then(|symbol| symbol.revision);
        if let Some(revision) = revision.filter(|_| named.component == "!main") {
            let version = format!("Rev.{revision}");
            self.xml.empty("FRBRversionNumber", &[("value", &version)]);
        }
        self.xml.empty("FRBRlanguage", &[("language", self.names.language)]);
        self.xml.close("FRBRExpression");
    }

    fn manifestation(&mut self, named: &Named) {
        self.xml.open("FRBRManifestation", &[]);
        let version = format!("/{}@{}", self.names.language, self.names.day);
        self.core(named, &version, ".xml");
        self.xml.empty("FRBRformat", &[("value", "application/akn+xml")]);
        self.xml.close("FRBRManifestation");
    }

    /// What each level says: its IRI, its day and its author.
    fn core(&mut self, named: &Named, version: &str, ending: &str) {
        let Named { iri, component, event } = named;
        let this = format!("{iri}{version}/{component}{ending}");
        self.xml.empty("FRBRthis", &[("value", &this)]);
        let slash = if ending.is_empty() { "" } else { "/" };
        let uri = format!("{iri}{version}{slash}{ending}");
        self.xml.empty("FRBRuri", &[("value", &uri)]);
        let is_work = version.is_empty() && *component == "!main";
        if let Some(symbol) = self.names.symbol.as_deref().filter(|_| is_work) {
            let attributes = [("value", &*address(symbol)), ("name", "undocs")];
            self.xml.empty("FRBRalias", &attributes);
        }
        let (event, author, role) = match ending {
            "" => (*event, format!("#{}", self.organ_id()), "#author"),
            _ => ("markup", DRAFTER.to_owned(), "#editor"),
        };
        let day = self.names.day.as_str();
        self.xml.empty("FRBRdate", &[("date", day), ("name", event)]);
        self.xml.empty("FRBRauthor", &[("href", &author), ("as", role)]);
    }

    /// The identifier of the organ that speaks.
    pub(super) fn organ_id(&self) -> String {
        self.composition.identity.organ.map_or_else(|| "un".to_owned(), organ_id)
    }

    /// The persons and things that the marks of the text name.
    fn references(&mut self) {
        self.xml.open("references", &[("source", DRAFTER)]);
        self.references_of_the_procedure();
        self.reference_to_the_amended();
        self.organizations();
        for (id, words) in [
            ("author", "Author"),
            ("editor", "Editor"),
            ("publisher", "Publisher"),
            ("issuingAuthority", "Issuing authority"),
        ] {
            self.reference("TLCRole", "role", id, words);
        }
        for (id, words) in [
            ("symbol", "Symbol"),
            ("enactingFormula", "enacting formula"),
            ("preamble", "preambular paragraph"),
            ("operative", "operative paragraph"),
        ] {
            self.reference("TLCConcept", "concept", id, words);
        }
        if let Some(words) = &self.composition.masthead.distribution {
            self.reference("TLCConcept", "concept", "distribution", words);
        }
        let mut blocks = self.composition.blocks.iter();
        if let Some(block) = blocks.find(|block| block.kind == BlockKind::MeetingLine) {
            let name = format!("{}-meeting-{}", self.names.actor, self.names.day);
            let href = format!("/akn/ontology/event/un/{name}");
            let words = block.text();
            let attributes = [("eId", "meeting"), ("href", &href), ("showAs", &words)];
            self.xml.empty("TLCEvent", &attributes);
        }
        self.xml.close("references");
    }

    fn organizations(&mut self) {
        let mut known = vec![("un".to_owned(), "un".to_owned(), "United Nations".into())];
        if let Some(organ) = self.composition.identity.organ {
            let masthead = organs::named(&organ.masthead);
            for organ in masthead.into_iter().chain([organ]) {
                known.push((organ_id(organ), actor(Some(organ)), organ.name.clone()));
            }
        }
        known.push(("drafter".to_owned(), "drafter".to_owned(), "Drafter".to_owned()));
        known.dedup();
        for (id, slug, name) in &known {
            let attributes =
                [("eId", &**id), ("href", &*organization(slug)), ("showAs", name)];
            self.xml.empty("TLCOrganization", &attributes);
        }
        for (index, name) in self.composition.identity.sponsors.iter().enumerate() {
            let slug = states::find(name).map_or_else(
                || format!("sponsor-{}", index + 1),
                |(state, _)| format!("member-{}", state.code.to_lowercase()),
            );
            let id = sponsor_id(index);
            let attributes =
                [("eId", &*id), ("href", &*organization(&slug)), ("showAs", name)];
            self.xml.empty("TLCOrganization", &attributes);
        }
    }

    pub(super) fn reference(
        &mut self,
        element: &str,
        class: &str,
        id: &str,
        words: &str,
    ) {
        let href = format!("/akn/ontology/{class}/un/{id}");
        self.xml.empty(element, &[("eId", id), ("href", &href), ("showAs", words)]);
    }

    /// The notes that no mark in the text calls.
    fn uncalled_notes(&mut self) {
        let notes: Vec<_> = self.notes.uncalled().collect();
        if notes.is_empty() {
            return;
        }
        self.xml.open("notes", &[("source", DRAFTER)]);
        for (at, note) in notes {
            let attributes = self.notes.attributes(at, note);
            let words = self.notes.words(note);
            self.xml.line("note", &borrowed(&attributes), &words);
        }
        self.xml.close("notes");
    }

    /// The front matter, so that the draft can be had back whole.
    fn front_matter(&mut self) {
        self.xml.open("proprietary", &[("source", DRAFTER)]);
        self.xml.open("draft:frontMatter", &[]);
        for (name, value) in &self.composition.facts {
            self.xml.line("draft:field", &[("name", name)], &escaped(value));
        }
        self.xml.close("draft:frontMatter");
        self.xml.close("proprietary");
    }

    /// The running heads.
    fn presentation(&mut self) {
        let Some(symbol) = &self.composition.masthead.symbol else { return };
        let left = self.composition.masthead.united_nations.as_ref();
        let left = left.map(|words| ("akn4un:left", words));
        let first: Vec<(&str, &String)> =
            left.into_iter().chain([("akn4un:right", symbol)]).collect();
        self.xml.open("presentation", &[("source", DRAFTER), ("xmlns:akn4un", AKN4UN)]);
        let heads: [(&str, &[(&str, &String)]); 3] = [
            ("akn4un:firstPageHeader", &first),
            ("akn4un:evenPageHeader", &[("akn4un:left", symbol)]),
            ("akn4un:oddPageHeader", &[("akn4un:right", symbol)]),
        ];
        for (element, sides) in heads {
            self.xml.open(element, &[]);
            for (side, words) in sides {
                self.xml.line(side, &[], &escaped(words));
            }
            self.xml.close(element);
        }
        self.xml.close("presentation");
    }
}

/// The identifier of a sponsor.
pub(super) fn sponsor_id(index: usize) -> String {
    format!("sponsor_{}", index + 1)
}
