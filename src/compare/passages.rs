//! See [`Passage`].

use std::borrow::Cow;

use crate::conventions::opening_phrases::Part;
use crate::model::{Manner, Paragraph, Resolution};
use crate::text::TextRange;

/// What is compared as one: a paragraph or subparagraph with its own words, a heading, a
/// footnote, or a fact of the first page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage<'a> {
    /// What it is.
    pub kind: PassageKind,
    /// How people speak of it: “OP 6 (a)”, “title”, “footnote 2”.
    pub label: Cow<'a, str>,
    /// The number or letter as written: “6.”, “(a)”.
    pub marker: Option<&'a str>,
    /// The words, as one line, without the marker.
    pub text: Cow<'a, str>,
    /// Where it stands in its source.
    pub range: TextRange,
    /// The paragraph whose list it is of, as an index into the passages of its text.
    pub parent: Option<usize>,
}

/// What a passage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PassageKind {
    /// Something of the first page, or of the adoption: known by its label.
    Fact,
    /// The heading of a part, a section or an annex.
    Heading,
    /// A paragraph, a subparagraph or continuation text.
    Paragraph(Part),
    /// A paragraph of an annex.
    OfAnnex,
    /// A footnote.
    Footnote,
}

/// The passages of a text, in reading order.
pub(super) fn of(resolution: &Resolution) -> Vec<Passage<'_>> {
    let mut passages = Passages { list: Vec::new() };
    passages.first_page(resolution);
    passages.body(resolution);
    for part in &resolution.parts {
        passages.part(part);
    }
    passages.adoption(resolution);
    for annex in &resolution.annexes {
        passages.heading(Cow::Borrowed("annex"), &annex.title);
        for paragraph in &annex.paragraphs {
            passages.paragraph(paragraph, PassageKind::OfAnnex, None);
        }
    }
    for note in &resolution.footnotes {
        let label = format!("footnote {}", note.mark).into();
        let text = Cow::Borrowed(note.prose.text.as_str());
        passages.add(PassageKind::Footnote, label, text, note.range);
    }
    passages.list
}

struct Passages<'a> {
    list: Vec<Passage<'a>>,
}

impl<'a> Passages<'a> {
    fn add(
        &mut self,
        kind: PassageKind,
        label: Cow<'a, str>,
        text: Cow<'a, str>,
        range: TextRange,
    ) {
        self.list.push(Passage { kind, label, marker: None, text, range, parent: None });
    }

    fn fact(
        &mut self,
        label: impl Into<Cow<'a, str>>,
        text: Cow<'a, str>,
        at: TextRange,
    ) {
        self.add(PassageKind::Fact, label.into(), text, at);
    }

    fn first_page(&mut self, resolution: &'a Resolution) {
        let masthead = &resolution.masthead;
        if let Some(symbol) = &masthead.symbol {
            let text = Cow::Borrowed(symbol.value.text.as_str());
            self.fact("symbol", text, symbol.range);
        }
        if let Some(session) = &masthead.session {
            self.fact("session", Cow::Borrowed(&session.value), session.range);
        }
        if let Some(date) = &masthead.date {
            self.fact("date", Cow::Owned(date.value.to_string()), date.range);
        }
        for item in &masthead.agenda_items {
            let label = format!("agenda item {}", item.value.number);
            let title = item.value.title.as_deref().unwrap_or_default();
            self.fact(label, Cow::Borrowed(title), item.range);
        }
        let sponsors = &resolution.sponsors;
        let mut names: Vec<&str> =
            sponsors.list.iter().map(|s| s.name.as_str()).collect();
        names.extend(sponsors.on_behalf_of.as_deref());
        names.extend(sponsors.submitted_by.as_deref());
        if !names.is_empty() {
            self.fact("sponsors", Cow::Owned(names.join(", ")), sponsors.range);
        }
        for (label, fact) in
            [("amends", &resolution.amends), ("source note", &resolution.source_note)]
        {
            if let Some(fact) = fact {
                self.fact(label, Cow::Borrowed(&fact.value), fact.range);
            }
        }
        self.identity(resolution, "");
    }

    /// Number, title and organ line, of the resolution or of a part of it.
    fn identity(&mut self, resolution: &'a Resolution, part: &str) {
        if let Some(number) = &resolution.number {
            let text = Cow::Borrowed(number.value.as_str());
            self.fact(format!("{part}number"), text, number.range);
        }
        if let Some(title) = &resolution.title {
            let text = Cow::Borrowed(title.value.as_str());
            self.fact(format!("{part}title"), text, title.range);
        }
        if let Some(line) = &resolution.organ_line {
            let text = Cow::Borrowed(line.text.as_str());
            self.fact(format!("{part}organ line"), text, line.range);
        }
    }

    fn part(&mut self, part: &'a Resolution) {
        let letter = part.number.as_ref().map_or("", |number| number.value.as_str());
        self.identity(part, &format!("part {letter} "));
        self.body(part);
    }

    fn body(&mut self, resolution: &'a Resolution) {
        for section in &resolution.sections {
            if let Some(heading) = &section.heading {
                self.heading(Cow::Borrowed("section"), heading);
            }
            for paragraph in section.preambular.iter().chain(&section.operative) {
                self.paragraph(paragraph, PassageKind::Paragraph(paragraph.part), None);
            }
        }
    }

    fn heading(&mut self, label: Cow<'a, str>, heading: &'a crate::model::Prose) {
        let text = Cow::Borrowed(heading.text.as_str());
        self.add(PassageKind::Heading, label, text, heading.range);
    }

    fn paragraph(
        &mut self,
        paragraph: &'a Paragraph,
        kind: PassageKind,
        parent: Option<usize>,
    ) {
        let index = self.list.len();
        self.list.push(Passage {
            kind,
            label: Cow::Borrowed(&paragraph.label),
            marker: paragraph.marker.as_ref().map(|marker| marker.text.as_str()),
            text: Cow::Borrowed(&paragraph.prose.text),
            range: paragraph.range,
            parent,
        });
        for child in &paragraph.children {
            self.paragraph(child, kind, Some(index));
        }
    }

    fn adoption(&mut self, resolution: &'a Resolution) {
        let Some(adoption) = &resolution.adoption else { return };
        if let Some(date) = adoption.date {
            self.fact("date of adoption", Cow::Owned(date.to_string()), adoption.range);
        }
        if let Some(meeting) = adoption.meeting {
            self.fact("meeting", Cow::Owned(meeting.to_string()), adoption.range);
        }
        let Some(vote) = &adoption.vote else { return };
        let manner = match vote.manner {
            Manner::WithoutAVote => "without a vote",
            Manner::Recorded => "recorded",
        };
        self.fact("vote", Cow::Borrowed(manner), adoption.range);
        let lists = [
            ("in favour", &vote.in_favour),
            ("against", &vote.against),
            ("abstaining", &vote.abstaining),
        ];
        for (label, names) in lists {
            if !names.is_empty() {
                self.fact(label, Cow::Owned(names.join(", ")), adoption.range);
            }
        }
    }
}

impl Passage<'_> {
    /// Whether the one can have become the other.
    pub(super) fn is_like(&self, other: &Passage) -> bool {
        match (self.kind, other.kind) {
            (PassageKind::Paragraph(_), PassageKind::Paragraph(_)) => true,
            (own, others) => own == others,
        }
    }
}
