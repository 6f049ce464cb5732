//! Masthead, session block, sponsors and title.

use super::{Arrangement, Block, BlockKind, Composer, Masthead, Run, RunKind};
use crate::conventions::Language;
use crate::conventions::calendar::format_date;
use crate::conventions::labels::Labels;
use crate::conventions::organs::{House, Organ, SessionStyle};
use crate::conventions::symbols::SymbolKind;
use crate::model::{Kind, Resolution, Sponsor, Stage};
use crate::render::PageOptions;
use crate::render::labels;
use crate::text::capitalized;

use super::identity::amended;
use super::runs::{has_italics, printable};

/// The top of the first page.
pub(super) fn masthead(
    resolution: &Resolution,
    labels: &Labels,
    options: &PageOptions,
) -> Masthead {
    let (fields, language) = (&resolution.masthead, resolution.language);
    let original = fields.original.as_ref().map(|original| original.value);
    let is_translation = original.is_some_and(|original| original != language);
    let organ =
        resolution.organ.map(|organ| labels::organ_words(&organ.masthead, language));
    let adopted = resolution.adoption.as_ref().and_then(|adoption| adoption.date);
    let submitted = fields.date.as_ref().map(|date| date.value);
    let date = submitted.or(adopted.filter(|_| resolution.stage == Stage::Adopted));
    let symbol = fields.symbol.as_ref().map(|symbol| printable(&symbol.value.text));
    let emblem = options.emblem.clone();
    if options.plain_masthead {
        return Masthead { emblem, symbol, organ, ..Masthead::default() };
    }
    Masthead {
        emblem,
        united_nations: Some(labels.united_nations.clone()),
        symbol,
        organ,
        distribution: distribution(resolution)
            .map(|word| labels::distribution_words(&word, language)),
        date: date.map(|date| {
            let is_english = labels.masthead_date_in_english;
            format_date(date, if is_english { Language::En } else { language })
        }),
        language: is_translation.then(|| labels.version.clone()),
        original: original.map(|original| labels::original_words(original, language)),
    }
}

/// How masthead and title are arranged, by the session that adopted the text.
pub(super) fn arrangement(resolution: &Resolution) -> Arrangement {
    let session = resolution.masthead.session.as_ref().map(|session| &*session.value);
    let number = resolution.number.as_ref().map(|number| &*number.value);
    let of_number = number.and_then(|number| number.split('/').next());
    let session = session.or(of_number).and_then(|session| session.parse::<u32>().ok());
    let last = resolution.organ.and_then(|o| o.principal().last_session_on_older_page);
    match (resolution.stage, session, last) {
        (Stage::Adopted, Some(session), Some(last)) if session <= last => {
            Arrangement::Older
        }
        _ => Arrangement::Current,
    }
}

/// Drafts have limited distribution and resolutions general; drafts of the Security
/// Council are general too.
fn distribution(resolution: &Resolution) -> Option<String> {
    if let Some(distribution) = &resolution.masthead.distribution {
        return Some(printable(&distribution.value));
    }
    let organ = resolution.organ?;
    let kind = resolution.masthead.symbol.as_ref().map(|symbol| symbol.value.kind);
    let is_limited = match kind {
        Some(SymbolKind::Draft) => true,
        Some(SymbolKind::Resolution | SymbolKind::Decision | SymbolKind::Statement) => {
            false
        }
        Some(SymbolKind::Other) | None => {
            resolution.stage == Stage::Draft && organ.session != SessionStyle::None
        }
    };
    Some(if is_limited { "Limited" } else { "General" }.to_owned())
}

/// What the properties of a file call the document: its symbol and title.
pub(super) fn document_name(masthead: &Masthead, resolution: &Resolution) -> String {
    let title = resolution.title.as_ref().map(|title| printable(&title.value));
    let parts: Vec<String> = masthead.symbol.iter().cloned().chain(title).collect();
    parts.join(": ")
}

impl Composer<'_> {
    /// Body, session, dates and agenda item, below the masthead at the left.
    pub(super) fn session(&mut self) {
        let (resolution, language) = (self.resolution, self.resolution.language);
        let masthead = &resolution.masthead;
        let body = resolution
            .organ
            .filter(|organ| organ.name != organ.masthead && !self.is_of_its_principal())
            .map(|organ| labels::organ_words(&organ.name, language));
        let session = masthead
            .session
            .as_ref()
            .map(|session| labels::session_words(&session.value, language));
        // Geneva names the body above the session, New York the committee below it.
        let (mut above, mut below) = (body, None);
        if self.house == House::NewYork {
            std::mem::swap(&mut above, &mut below);
        }
        let dates = masthead.session_dates.as_ref().map(|dates| dates.value.clone());
        for (kind, words) in [
            (BlockKind::Body, above),
            (BlockKind::Session, session),
            (BlockKind::Body, below),
            (BlockKind::SessionDates, dates),
        ] {
            if let Some(words) = words {
                self.line(kind, printable(&words));
            }
        }
        self.agenda();
    }

    /// Whether the organ is a committee of which no page speaks, since its text was
    /// adopted by the Assembly.
    fn is_of_its_principal(&self) -> bool {
        self.is_adopted()
            && self.resolution.organ.is_some_and(|organ| organ.parent.is_some())
    }

    fn agenda(&mut self) {
        let items = &self.resolution.masthead.agenda_items;
        if items.is_empty() {
            return;
        }
        let numbers: Vec<&str> =
            items.iter().map(|item| item.value.number.as_str()).collect();
        let (organ, language) = (self.resolution.organ, self.resolution.language);
        let words = labels::agenda_words(&numbers, organ, language);
        self.line(BlockKind::AgendaItem, printable(&words));
        // The pages of adopted texts in New York leave the title of the item out.
        if self.is_adopted() && self.house == House::NewYork {
            return;
        }
        for title in items.iter().filter_map(|item| item.value.title.as_ref()) {
            self.line(BlockKind::AgendaTitle, printable(title));
        }
    }

    /// “Brazil,* Norway and Qatar:* draft resolution”, or who else submits it. Adopted texts
    /// name no sponsors.
    pub(super) fn sponsors(&mut self) {
        let resolution = self.resolution;
        if self.is_adopted() {
            return;
        }
        let kind = self.kind_words();
        if resolution.sponsors.list.is_empty() {
            let submitted = resolution.sponsors.submitted_by.as_deref();
            let words = match (submitted, resolution.kind) {
                (Some(name), _) => {
                    let name = printable(name);
                    labels::submitted_words(&kind, &name, resolution.language)
                }
                (None, Kind::Amendment) => capitalized(&kind),
                (None, _) => return,
            };
            return self.line(BlockKind::Sponsors, words);
        }
        let list = resolution.sponsors.list.iter();
        let list: Vec<(&Sponsor, bool)> = list
            .map(|sponsor| (sponsor, resolution.is_marked(sponsor) == Some(true)))
            .collect();
        let note = resolution.organ.and_then(|organ| organ.non_member_note.as_ref());
        let has_marks = list.iter().any(|(_, is_marked)| *is_marked);
        let note = note.filter(|_| has_marks).map(|note| {
            self.notes.add("*", labels::organ_words(note, resolution.language))
        });
        let mut line =
            SponsorLine { language: resolution.language, runs: Vec::new(), note };
        line.sponsors(&list, resolution.sponsors.on_behalf_of.as_deref());
        let space = if resolution.language == Language::Zh { "" } else { " " };
        line.words(&format!("{space}{kind}"));
        let source = Some(resolution.sponsors.range);
        self.blocks.push(Block { source, ..Block::new(BlockKind::Sponsors, line.runs) });
    }

    /// “revised draft resolution”, “amendment to draft resolution A/HRC/45/L.20”.
    fn kind_words(&self) -> String {
        let resolution = self.resolution;
        if resolution.kind == Kind::Amendment {
            let are_several = resolution.operative().nth(1).is_some();
            let amended = amended(resolution);
            return labels::amendment_words(
                amended.as_deref(),
                are_several,
                resolution.language,
            );
        }
        let symbol = resolution.masthead.symbol.as_ref();
        let is_revised = symbol.is_some_and(|symbol| symbol.value.revision.is_some());
        labels::kind_words(resolution.kind, is_revised, resolution.language)
    }

    /// Whether the title only says what is amended, as the line of sponsors does.
    fn is_title_said(&self, title: &str) -> bool {
        amended(self.resolution).is_some_and(|symbol| title.contains(&symbol))
    }

    /// The headline of an adopted text, then number and title.
    pub(super) fn title(&mut self) {
        let resolution = self.resolution;
        // A statement is made by the President and not adopted.
        let is_statement = resolution.kind == Kind::Statement;
        if !is_statement && resolution.organ.is_some_and(|organ| !organ.is_titled) {
            self.headline_of_the_untitled();
            return;
        }
        if self.is_adopted() && !is_statement {
            let date = resolution.adoption.as_ref().and_then(|adoption| adoption.date);
            let organ = resolution.organ.map(Organ::principal);
            let words = labels::adoption_headline(
                resolution.kind,
                organ,
                date,
                resolution.language,
            );
            self.line(BlockKind::AdoptionHeadline, words);
            self.source_note();
        }
        let Some(title) = &resolution.title else {
            return self.headline_of_a_statement();
        };
        if self.is_title_said(&title.value) {
            return;
        }
        let run = Run { bold: true, ..Run::plain(printable(&title.value)) };
        let number = self.printed_number();
        let source = (!title.range.is_empty()).then_some(title.range);
        self.blocks.push(Block {
            number,
            source,
            ..Block::new(BlockKind::Title, vec![run])
        });
    }

    /// “45/32.” of an adopted text, “45/...” of a draft in Geneva; drafts in New York
    /// have no number.
    fn printed_number(&self) -> Option<String> {
        let number = printable(&self.resolution.number.as_ref()?.value);
        match (self.is_adopted(), self.house) {
            (true, _) if number.ends_with('.') => Some(number),
            (true, _) => Some(format!("{number}.")),
            (false, House::Geneva) => Some(number),
            (false, House::NewYork) => None,
        }
    }

    /// Where an adopted text comes from: italics between roman brackets.
    fn source_note(&mut self) {
        let resolution = self.resolution;
        let Some(note) = &resolution.source_note else { return };
        let language = resolution.language;
        let words =
            labels::source_note(&printable(&note.value), resolution.organ, language);
        let italic = has_italics(language);
        let inner = words.trim_matches(['[', ']']);
        let inner = Run { kind: RunKind::Emphasis, italic, ..Run::plain(inner) };
        let runs = vec![Run::plain("["), inner, Run::plain("]")];
        let source = Some(note.range);
        self.blocks.push(Block { source, ..Block::new(BlockKind::SourceNote, runs) });
    }

    /// “Statement by the President of the Security Council”, where the draft has no title.
    fn headline_of_a_statement(&mut self) {
        let code = self.resolution.organ.map_or("", |organ| organ.code.as_str());
        let words = self.labels.statement.get(code);
        if let Some(words) = words.filter(|_| self.resolution.kind == Kind::Statement) {
            self.line(BlockKind::AdoptionHeadline, words.as_str());
        }
    }

    /// “Resolution 2231 (2015)”, and the meeting that adopted it.
    fn headline_of_the_untitled(&mut self) {
        let resolution = self.resolution;
        let Some(organ) = resolution.organ.filter(|_| self.is_adopted()) else { return };
        let language = resolution.language;
        if let Some(number) = &resolution.number {
            let words = labels::numbered_headline(&printable(&number.value), language);
            self.line(BlockKind::AdoptionHeadline, words);
        }
        let adoption = resolution.adoption.as_ref();
        let meeting = adoption.and_then(|adoption| adoption.meeting);
        let date = adoption.and_then(|adoption| adoption.date);
        if let Some(words) = labels::meeting_of_adoption(organ, meeting, date, language) {
            self.line(BlockKind::AdoptionLine, words);
        }
    }
}

/// The line of sponsors while it is written.
struct SponsorLine {
    language: Language,
    runs: Vec<Run>,
    /// The note that the asterisks call.
    note: Option<usize>,
}

impl SponsorLine {
    /// The sponsors, each with whether it has a mark.
    fn sponsors(&mut self, list: &[(&Sponsor, bool)], on_behalf_of: Option<&str>) {
        let labels = labels::of(self.language);
        let space = if self.language == Language::Zh { "" } else { " " };
        for (index, &(sponsor, is_marked)) in list.iter().enumerate() {
            let after = list.len() - index;
            self.words(&printable(&sponsor.name));
            let stop = match (after, on_behalf_of) {
                (1, Some(group)) => {
                    self.mark_if(is_marked);
                    let group = labels::group_words(&printable(group), self.language);
                    self.words(&format!("{group}{}", labels.colon));
                    continue;
                }
                (1, None) => &labels.colon,
                (2, _) => &labels.and,
                _ => &labels.comma,
            };
            // English puts the mark after the comma, but before “and”.
            let is_before = labels.mark_before_comma || after == 2;
            self.mark_if(is_marked && is_before);
            self.words(stop);
            self.mark_if(is_marked && !is_before);
            if after > 2 {
                self.words(space);
            }
        }
    }

    /// Adds words to the last run, or begins one after a mark.
    fn words(&mut self, words: &str) {
        match self.runs.last_mut() {
            _ if words.is_empty() => {}
            Some(run) if run.kind == RunKind::Words => run.text.push_str(words),
            _ => self.runs.push(Run { bold: true, ..Run::plain(words) }),
        }
    }

    fn mark_if(&mut self, is_marked: bool) {
        if is_marked {
            let is_call = |run: &Run| matches!(run.kind, RunKind::Call { .. });
            let is_repeated = self.runs.iter().any(is_call);
            let kind = RunKind::Call { note: self.note, is_repeated };
            self.runs.push(Run { kind, ..Run::plain("*") });
        }
    }
}
