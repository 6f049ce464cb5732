//! Blocks of the composition, each with its setting and its indents.

use serde::Serialize;

use super::page::{Tables, Type, eighths};
use crate::conventions::Language;
use crate::conventions::binding::bound;
use crate::render::composition::{
    Arrangement, Block, BlockKind, Caller, Change, Composition, Note, Run, RunKind,
};
use crate::render::sheet::Twips;
use crate::render::sheet::settings::Setting;

/// A paragraph, or the rule that ends the document.
#[derive(Serialize)]
pub(super) struct Drawn {
    setting: Type,
    /// From the margins to the lines of the paragraph.
    start: Twips,
    end: Twips,
    /// How much further in the first line stands, or the others.
    first: Twips,
    hanging: Twips,
    align: Align,
    number: Option<Number>,
    runs: Vec<Piece>,
    /// The level of a heading; 0 is none.
    level: u8,
    /// The words of a heading for the list of bookmarks.
    plain: String,
    keeps_next: bool,
    /// Whether it may go on on the next page.
    breaks: bool,
    new_page: bool,
    rule: Option<Rule>,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Align {
    Justified,
    Near,
    Far,
    Centre,
}

#[derive(Serialize)]
struct Rule {
    length: Twips,
    weight: f64,
}

#[derive(Serialize)]
struct Number {
    text: String,
    change: &'static str,
    /// From where it begins to the words.
    width: Twips,
    /// Where its right edge is, if it does not begin at the left.
    edge: Option<Twips>,
    /// What is added to the width as often as a long number needs it.
    tab: Option<Twips>,
    /// Whether the words begin on the next line.
    break_after: bool,
    /// Whether it is in Latin letters whatever the language of the text.
    is_latin: bool,
}

/// Words set alike, or a mark that calls a note.
#[derive(Serialize)]
pub(super) struct Piece {
    text: String,
    bold: bool,
    italic: bool,
    /// Whether a script without italics sets it apart.
    apart: bool,
    change: &'static str,
    call: Option<Call>,
}

#[derive(Serialize)]
struct Call {
    /// The note, if nothing above has called it.
    note: Option<usize>,
}

/// The longest number that certainly ends before the words begin.
const SHORT_NUMBER: usize = 5;

/// Everything below the masthead.
pub(super) fn drawn(composition: &Composition, tables: &Tables) -> Vec<Drawn> {
    let mut outline = Outline::new(composition);
    let mut drawn: Vec<Drawn> = Vec::with_capacity(composition.blocks.len());
    for (index, block) in composition.blocks.iter().enumerate() {
        let mut one = draw(composition, block, tables);
        let number = block.number.iter().map(|number| format!("{number} "));
        let plain: String = number.chain([block.text()]).collect();
        if !plain.trim().is_empty() {
            one.level = outline.level(block.kind);
            one.plain = plain;
        }
        if index == 0 {
            one.setting.before = one.setting.before.max(tables.places.first_before);
        }
        drawn.push(one);
    }
    // A footnote is called by the text.
    let loose = composition.notes.iter().filter(|note| note.caller != Caller::Text);
    drawn.extend(loose.map(|note| loose_note(composition, note, tables)));
    drawn
}

/// The levels of headings: the first is of the first level, and none is left out.
struct Outline {
    title: BlockKind,
    last: u8,
}

impl Outline {
    fn new(composition: &Composition) -> Self {
        let is_titled =
            composition.blocks.iter().any(|block| block.kind == BlockKind::Title);
        let title =
            if is_titled { BlockKind::Title } else { BlockKind::AdoptionHeadline };
        Self { title, last: 0 }
    }

    fn level(&mut self, kind: BlockKind) -> u8 {
        let level = match kind {
            kind if kind == self.title => 1,
            BlockKind::PartHeading
            | BlockKind::SectionHeading
            | BlockKind::AnnexHeading => 2,
            BlockKind::AnnexTitle | BlockKind::AnnexSubheading => 3,
            _ => return 0,
        };
        self.last = level.min(self.last + 1);
        self.last
    }
}

fn draw(composition: &Composition, block: &Block, tables: &Tables) -> Drawn {
    let Tables { sheet, settings, places, .. } = tables;
    let plain = |setting: Setting| Drawn::new(composition, block, tables, setting);
    let column = |setting: Setting| plain(setting).within(sheet.column, sheet.column);
    let heading = |setting: Setting| column(setting).whole();
    match block.kind {
        BlockKind::Body => plain(settings.organ).whole(),
        BlockKind::Session | BlockKind::SessionDates | BlockKind::AgendaItem => {
            plain(settings.session).whole()
        }
        BlockKind::AgendaTitle => {
            plain(settings.session).within(0, sheet.agenda_title).whole()
        }
        BlockKind::Sponsors => heading(settings.sponsors),
        BlockKind::AdoptionHeadline => headline(composition, heading(settings.headline)),
        BlockKind::AdoptionLine => heading(settings.adoption_line),
        BlockKind::Title => match &block.number {
            Some(number) if composition.arrangement == Arrangement::Current => {
                let number = Number {
                    edge: Some(sheet.title_number),
                    is_latin: true,
                    ..Number::new(number, block.change, sheet.column)
                };
                let title = plain(settings.title).within(0, sheet.column).whole();
                title.hanging(sheet.column).numbered(number)
            }
            Some(number) => {
                let width = sheet.after_title_number;
                let number = Number::new(number, block.change, width);
                let number =
                    Number { is_latin: true, ..number.up_to_tab(sheet.default_tab) };
                heading(settings.title).hanging(width).numbered(number)
            }
            None => heading(settings.title),
        },
        BlockKind::PartHeading | BlockKind::SectionHeading => {
            let drawn = heading(settings.section).aligned(Align::Centre);
            let Some(number) = &block.number else { return drawn };
            let break_after = !block.runs.is_empty();
            let number = Number { break_after, ..Number::new(number, block.change, 0) };
            drawn.numbered(number)
        }
        BlockKind::AnnexHeading => Drawn { new_page: true, ..heading(settings.annex) },
        BlockKind::AnnexTitle => heading(settings.annex_title),
        BlockKind::AnnexSubheading => heading(settings.subheading),
        BlockKind::OrganLine
        | BlockKind::Preambular
        | BlockKind::Operative
        | BlockKind::AnnexParagraph
        | BlockKind::Subparagraph(0 | 1) => {
            let paragraph = Drawn { first: sheet.first_line, ..column(settings.body) };
            let Some(number) = &block.number else {
                return paragraph.aligned(Align::Justified);
            };
            let width = sheet.after_number - sheet.column - sheet.first_line;
            let number =
                Number::new(number, block.change, width).up_to_tab(sheet.default_tab);
            paragraph.aligned(Align::Justified).numbered(number)
        }
        BlockKind::Subparagraph(degree) => {
            let step = sheet.first_line;
            let words = sheet.after_number + step * (Twips::from(degree.clamp(2, 4)) - 2);
            let paragraph = plain(settings.body).within(words - step, sheet.column);
            let paragraph = paragraph.hanging(step).aligned(Align::Justified);
            let Some(number) = &block.number else { return paragraph };
            let number =
                Number::new(number, block.change, step).up_to_tab(sheet.default_tab);
            paragraph.numbered(number)
        }
        BlockKind::SourceNote => headline(composition, heading(settings.body)),
        BlockKind::Continuation | BlockKind::Quotation => {
            column(settings.body).aligned(Align::Justified)
        }
        BlockKind::MeetingLine => {
            Drawn { keeps_next: true, ..column(settings.meeting).aligned(Align::Far) }
        }
        BlockKind::DateLine => column(settings.body).aligned(Align::Far),
        BlockKind::Vote => {
            let first = sheet.first_line;
            Drawn { first, ..column(settings.body).aligned(Align::Justified) }
        }
        BlockKind::VoteHeading => {
            let line = plain(Setting { after: 0, ..settings.body });
            let line = line.within(sheet.column + sheet.first_line, sheet.column);
            Drawn { keeps_next: true, ..line }
        }
        BlockKind::VoteList => {
            plain(settings.body).within(sheet.column + 2 * sheet.first_line, sheet.column)
        }
        BlockKind::ClosingRule => {
            let before = places.above_closing_rule;
            let weight = eighths(places.closing_rule_weight);
            let rule = Rule { length: sheet.closing_rule, weight };
            Drawn {
                rule: Some(rule),
                ..plain(Setting { before, ..settings.body }).aligned(Align::Centre)
            }
        }
    }
}

/// The headline of an adopted text, and where it comes from.
fn headline(composition: &Composition, headline: Drawn) -> Drawn {
    match composition.arrangement {
        Arrangement::Current => headline,
        Arrangement::Older => headline.aligned(Align::Centre),
    }
}

fn loose_note(composition: &Composition, note: &Note, tables: &Tables) -> Drawn {
    let Tables { sheet, settings, .. } = tables;
    let number = Number {
        edge: Some(sheet.footnote_mark),
        ..Number::new(&note.mark, Change::None, sheet.column)
    };
    let block = Drawn {
        runs: pieces_of_note(composition, note),
        ..Drawn::empty(tables.of_text(settings.footnote))
    };
    block.within(0, sheet.column).hanging(sheet.column).numbered(number)
}

/// The words of a note, in which a mark calls no other.
pub(super) fn pieces_of_note(composition: &Composition, note: &Note) -> Vec<Piece> {
    let mut pieces = pieces(composition, &note.runs);
    for call in pieces.iter_mut().filter_map(|piece| piece.call.as_mut()) {
        call.note = None;
    }
    pieces
}

fn pieces(composition: &Composition, runs: &[Run]) -> Vec<Piece> {
    let has_italics = !matches!(composition.language, Language::Zh | Language::Ar);
    let printed = runs.iter().filter(|run| run.kind != RunKind::Comment);
    let piece = |run: &Run| {
        let is_set_apart = matches!(run.kind, RunKind::Opening | RunKind::Emphasis);
        let call = match run.kind {
            RunKind::Call { note, is_repeated } => {
                Some(Call { note: note.filter(|_| !is_repeated) })
            }
            _ => None,
        };
        Piece {
            text: bound(&run.text).into_owned(),
            bold: run.bold,
            italic: run.italic,
            apart: is_set_apart && !has_italics,
            change: change_word(run.change),
            call,
        }
    };
    printed.map(piece).collect()
}

fn change_word(change: Change) -> &'static str {
    match change {
        Change::None => "none",
        Change::Added => "added",
        Change::Deleted => "deleted",
    }
}

impl Drawn {
    fn empty(setting: Type) -> Self {
        Self {
            setting,
            start: 0,
            end: 0,
            first: 0,
            hanging: 0,
            align: Align::Near,
            number: None,
            runs: Vec::new(),
            level: 0,
            plain: String::new(),
            keeps_next: false,
            breaks: true,
            new_page: false,
            rule: None,
        }
    }

    fn new(
        composition: &Composition,
        block: &Block,
        tables: &Tables,
        setting: Setting,
    ) -> Self {
        let runs = pieces(composition, &block.runs);
        Self { runs, ..Self::empty(tables.of_text(setting)) }
    }

    fn within(self, start: Twips, end: Twips) -> Self {
        Self { start, end, ..self }
    }

    fn hanging(self, hanging: Twips) -> Self {
        Self { hanging, ..self }
    }

    fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    fn numbered(self, number: Number) -> Self {
        Self { number: Some(number), ..self }
    }

    /// A heading, which stays on the page of what follows.
    fn whole(self) -> Self {
        Self { keeps_next: true, breaks: false, ..self }
    }
}

impl Number {
    fn new(text: &str, change: Change, width: Twips) -> Self {
        Self {
            text: text.to_owned(),
            change: change_word(change),
            width,
            edge: None,
            tab: None,
            break_after: false,
            is_latin: false,
        }
    }

    fn up_to_tab(self, tab: Twips) -> Self {
        let is_long = self.text.chars().count() > SHORT_NUMBER;
        Self { tab: is_long.then_some(tab), ..self }
    }
}
