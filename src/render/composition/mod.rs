//! What stands on the page, in order, for every format and for the preview.

mod body;
mod close;
mod facts;
mod head;
mod identity;
mod references;
mod runs;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;

use crate::conventions::Language;
use crate::conventions::labels::Labels;
use crate::conventions::organs::House;
use crate::model::{Resolution, Stage};
use crate::text::TextRange;

use super::{Emblem, Options, PageOptions, labels};
pub use identity::Identity;

/// A resolution laid out: the masthead, the blocks below it and the notes they call.
#[derive(Debug, Clone)]
pub struct Composition {
    /// The language of the words.
    pub language: Language,
    /// The page it is set on.
    pub house: House,
    /// How that page is arranged.
    pub arrangement: Arrangement,
    /// The name of the document, for the properties of a file.
    pub name: String,
    /// What every page says of itself: “Draft – not an official document”.
    pub stamp: Option<String>,
    /// Whether the lines of the blocks have numbers. Those of the masthead and of the notes
    /// have none.
    pub has_line_numbers: bool,
    /// When a file says that it was made, in universal time: as chosen, or the first moment
    /// of the day that the text bears. A file never says when the program ran.
    pub made: Option<DateTime>,
    /// The top of the first page.
    pub masthead: Masthead,
    /// What stands below the masthead, from top to bottom.
    pub blocks: Vec<Block>,
    /// The footnotes, in the order of their first calls; those never called come last.
    pub notes: Vec<Note>,
    /// What a catalogue knows it by.
    pub identity: Identity,
    /// The front matter that says all this, as names and values in YAML.
    pub facts: Vec<(&'static str, String)>,
    /// The rules silenced in one paragraph, in order: where, and the words of the comment.
    pub allowances: Vec<(TextRange, String)>,
}

/// The top of the first page. What the draft does not say is `None`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Masthead {
    /// The drafter's own emblem, at the left of the organ.
    pub emblem: Option<Emblem>,
    /// “United Nations”; a plain masthead does without.
    pub united_nations: Option<String>,
    /// The document symbol.
    pub symbol: Option<String>,
    /// The principal organ, in large type.
    pub organ: Option<String>,
    /// “Distr.: Limited”.
    pub distribution: Option<String>,
    /// The date of submission or adoption.
    pub date: Option<String>,
    /// The language of a translation: “Chinese”.
    pub language: Option<String>,
    /// “Original: English”.
    pub original: Option<String>,
}

/// How masthead and title of a page are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    /// Distribution, date and languages stand in a column beside the organ, headline and
    /// title at the edge of the text, the number of the title before it.
    Current,
    /// Adopted texts of the Assembly up to its seventy-second session: distribution and
    /// date stand at the outer edge, halfway between the rules of the masthead; the
    /// headline is centred, and the title hangs from a number at the edge of the text.
    Older,
}

impl Masthead {
    /// What is written in it, from the upper left on.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        let fields = [&self.united_nations, &self.symbol, &self.organ];
        let block = self.block_lines().into_iter().flatten();
        fields.into_iter().flatten().map(String::as_str).chain(block)
    }

    /// Distribution, date, language of a translation and original language, line by line.
    /// The third is blank in the original.
    pub fn block_lines(&self) -> Vec<Option<&str>> {
        let lines = [&self.distribution, &self.date, &self.language, &self.original];
        let last = lines.iter().rposition(|line| line.is_some());
        let lines = lines.into_iter().take(last.map_or(0, |last| last + 1));
        lines.map(Option::as_deref).collect()
    }
}

/// A paragraph of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// The number, letter or numeral before it, as printed: “4.”, “(a)”, “45/32.”, “II”.
    pub number: Option<String>,
    /// Its words.
    pub runs: Vec<Run>,
    /// How people speak of it: “OP 6 (a)”. Only what the draft numbers has a label.
    pub label: Option<String>,
    /// The paragraph of the draft that it came from, its subparagraphs left out.
    pub source: Option<TextRange>,
    /// Whether the whole paragraph, its number with it, is proposed.
    pub change: Change,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The organ below the masthead: “Human Rights Council”, “Third Committee”.
    Body,
    /// “Eighteenth session”.
    Session,
    /// “14 September–7 October 2020”.
    SessionDates,
    /// “Agenda item 10”.
    AgendaItem,
    /// The title of the agenda item.
    AgendaTitle,
    /// “Brazil,* Norway and Qatar: draft resolution”.
    Sponsors,
    /// “Resolution adopted by the General Assembly on 13 October 2016”.
    AdoptionHeadline,
    /// “[without reference to a Main Committee (A/71/L.4)]”.
    SourceNote,
    /// “Adopted by the Security Council at its 7488th meeting, on 20 July 2015”.
    AdoptionLine,
    /// The title with its number.
    Title,
    /// The letter and title of a part.
    PartHeading,
    /// The numeral and title of a section.
    SectionHeading,
    /// The name of the organ, which opens the sentence.
    OrganLine,
    /// A preambular paragraph.
    Preambular,
    /// An operative paragraph.
    Operative,
    /// A subparagraph; 1 is (a), 2 is (i), 3 is a., 4 is i.
    Subparagraph(u8),
    /// Words that go on with a paragraph after its list.
    Continuation,
    /// Words below a paragraph that are no part of its sentence: a draft that it
    /// recommends, the new text of an amendment.
    Quotation,
    /// “38th meeting”.
    MeetingLine,
    /// The date of adoption, below the meeting.
    DateLine,
    /// “[Adopted without a vote.]”, or the words above the lists.
    Vote,
    /// “In favour:”.
    VoteHeading,
    /// The States that voted so.
    VoteList,
    /// “Annex”, which begins a page.
    AnnexHeading,
    /// The title of an annex.
    AnnexTitle,
    /// A heading inside an annex.
    AnnexSubheading,
    /// A paragraph of an annex.
    AnnexParagraph,
    /// The short rule that ends the document. It has no words.
    ClosingRule,
}

/// Words set alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The words; for a call, its mark.
    pub text: String,
    /// What they are.
    pub kind: RunKind,
    /// Whether they are set in italics in this language.
    pub italic: bool,
    /// Whether they are set in bold.
    pub bold: bool,
    /// Whether they are proposed, or proposed for deletion.
    pub change: Change,
    /// The block whose number or letter they repeat: “3” of “paragraph 3 above”.
    pub refers_to: Option<usize>,
}

/// What a run is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RunKind {
    /// Plain words.
    Words,
    /// The phrase that opens a paragraph, or the name of the organ.
    Opening,
    /// What the drafter set in italics.
    Emphasis,
    /// A raised mark that calls a note.
    Call {
        /// The note in [`Composition::notes`]; `None` where the draft has none.
        note: Option<usize>,
        /// Whether an earlier call has called the same note.
        is_repeated: bool,
    },
    /// A remark of the drafters, which no page prints.
    Comment,
}

/// What negotiation proposes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Change {
    /// Nothing.
    #[default]
    None,
    /// To put it in.
    Added,
    /// To take it out.
    Deleted,
}

/// A footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its mark as printed: “1”, “*”.
    pub mark: String,
    /// The mark in the draft, or `None` if the page adds the note: that on sponsors.
    pub written: Option<String>,
    /// What it says.
    pub runs: Vec<Run>,
    /// Where the draft says so.
    pub source: Option<TextRange>,
    /// What calls it.
    pub caller: Caller,
}

/// What calls a footnote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// A mark in the text, or in the line of sponsors.
    Text,
    /// Only a mark in another footnote.
    Note,
    /// Nothing.
    Nobody,
}

/// Lays a resolution out.
pub fn compose(resolution: &Resolution, options: &Options) -> Composition {
    let of_organ = resolution.organ.map(|organ| organ.house);
    let house = options.page.house.or(of_organ).unwrap_or(House::NewYork);
    let mut composer = Composer::new(resolution, house);
    composer.session();
    composer.sponsors();
    composer.title();
    composer.body(resolution);
    for part in &resolution.parts {
        composer.part(part);
    }
    let end_of_text = composer.blocks.len();
    composer.adoption();
    for annex in &resolution.annexes {
        composer.annex(annex);
    }
    composer.struck_out(end_of_text);
    composer.close();
    composer.references();
    composer.finish(&options.page)
}

/// What it takes to lay a resolution out.
struct Composer<'a> {
    resolution: &'a Resolution,
    labels: &'static Labels,
    house: House,
    blocks: Vec<Block>,
    notes: runs::Notes<'a>,
    /// Whether subparagraphs stand above, so that words without a number go on with them.
    is_below_list: bool,
}

impl<'a> Composer<'a> {
    fn new(resolution: &'a Resolution, house: House) -> Self {
        let labels = labels::of(resolution.language);
        let notes = runs::Notes::new(resolution);
        let is_below_list = false;
        Self { resolution, labels, house, blocks: Vec::new(), notes, is_below_list }
    }

    fn is_adopted(&self) -> bool {
        self.resolution.stage == Stage::Adopted
    }

    /// Adds a line of words that the page says and the draft does not.
    fn line(&mut self, kind: BlockKind, words: impl Into<String>) {
        let is_bold = kind.is_bold();
        let run = Run { bold: is_bold, ..Run::plain(words) };
        self.blocks.push(Block::new(kind, vec![run]));
    }

    fn finish(self, options: &PageOptions) -> Composition {
        let masthead = head::masthead(self.resolution, self.labels, options);
        let language = self.resolution.language;
        let name = head::document_name(&masthead, self.resolution);
        let arrangement = head::arrangement(self.resolution);
        let identity = identity::identity(self.resolution);
        let facts = facts::facts(self.resolution);
        let allowances = facts::allowances_in_the_text(self.resolution);
        let notes = self.notes.finish();
        let stamp = options.draft_stamp.then(|| self.labels.draft_stamp.clone());
        let made = options.made.map(|moment| TimeZone::UTC.to_datetime(moment));
        let day = identity.date.or(identity.adopted).map(|day| day.at(0, 0, 0, 0));
        let Self { house, blocks, .. } = self;
        Composition {
            language,
            house,
            arrangement,
            name,
            stamp,
            has_line_numbers: options.line_numbers,
            made: made.or(day),
            masthead,
            blocks,
            notes,
            identity,
            facts,
            allowances,
        }
    }
}

impl Block {
    fn new(kind: BlockKind, runs: Vec<Run>) -> Self {
        let change = Change::None;
        Self { kind, number: None, runs, label: None, source: None, change }
    }

    /// The words alone, comments left out.
    pub fn text(&self) -> String {
        self.printed().map(|run| run.text.as_str()).collect()
    }

    /// The runs that a page prints.
    pub fn printed(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| run.kind != RunKind::Comment)
    }
}

impl BlockKind {
    /// Whether it says what the front matter of a draft says, or the organ line.
    pub fn is_of_page(self) -> bool {
        matches!(
            self,
            Self::Body
                | Self::Session
                | Self::SessionDates
                | Self::AgendaItem
                | Self::AgendaTitle
                | Self::Sponsors
                | Self::AdoptionHeadline
                | Self::SourceNote
                | Self::AdoptionLine
                | Self::Title
                | Self::OrganLine
                | Self::MeetingLine
                | Self::DateLine
                | Self::Vote
                | Self::VoteHeading
                | Self::VoteList
        )
    }

    /// Whether all its words are set in bold.
    pub fn is_bold(self) -> bool {
        matches!(
            self,
            Self::Body
                | Self::Session
                | Self::AgendaTitle
                | Self::Sponsors
                | Self::AdoptionHeadline
                | Self::AdoptionLine
                | Self::Title
                | Self::PartHeading
                | Self::SectionHeading
                | Self::AnnexHeading
                | Self::AnnexTitle
                | Self::AnnexSubheading
        )
    }
}

impl Run {
    /// Words that nothing sets apart.
    pub fn plain(text: impl Into<String>) -> Self {
        let (kind, change) = (RunKind::Words, Change::None);
        let (italic, bold, refers_to) = (false, false, None);
        Self { text: text.into(), kind, italic, bold, change, refers_to }
    }
}
