//! The blocks of a page as the tree that Akoma Ntoso wants.

use crate::render::composition::{Block, BlockKind};

/// A page, sorted into the parts of a statement.
#[derive(Default)]
pub(super) struct Outline<'a> {
    /// Body, session, dates and agenda item.
    pub(super) session: Vec<&'a Block>,
    pub(super) sponsors: Option<&'a Block>,
    /// The headline of an adopted text, and the meeting that adopted it.
    pub(super) headlines: Vec<&'a Block>,
    pub(super) title: Option<&'a Block>,
    /// Organ line and preambular paragraphs, up to the first of another kind.
    pub(super) preamble: Vec<Item<'a>>,
    pub(super) body: Vec<Item<'a>>,
    /// Meeting and date.
    pub(super) adoption: Vec<&'a Block>,
    pub(super) vote: Vec<&'a Block>,
    pub(super) annexes: Vec<Annex<'a>>,
}

/// What stands in a text or below one of its headings.
pub(super) enum Item<'a> {
    OrganLine(&'a Block),
    Paragraph(Paragraph<'a>),
    Division(Division<'a>),
}

/// A paragraph or subparagraph, and what stands below it.
pub(super) struct Paragraph<'a> {
    pub(super) block: &'a Block,
    pub(super) children: Vec<Paragraph<'a>>,
}

/// A part, a section, or what stands below a heading of an annex.
pub(super) struct Division<'a> {
    pub(super) heading: &'a Block,
    pub(super) items: Vec<Item<'a>>,
}

/// An annex.
pub(super) struct Annex<'a> {
    pub(super) heading: &'a Block,
    pub(super) title: Option<&'a Block>,
    pub(super) items: Vec<Item<'a>>,
}

impl Paragraph<'_> {
    /// Whether it goes on with the paragraph above it, and has no number of its own.
    pub(super) fn is_continuation(&self) -> bool {
        matches!(self.block.kind, BlockKind::Continuation | BlockKind::Quotation)
    }
}

impl<'a> Outline<'a> {
    pub(super) fn of(blocks: &'a [Block]) -> Self {
        let is_annex = |block: &Block| block.kind == BlockKind::AnnexHeading;
        let first_annex = blocks.iter().position(is_annex).unwrap_or(blocks.len());
        let (text, annexes) = blocks.split_at(first_annex);
        let mut outline = Self::default();
        let mut body = Vec::new();
        for block in text {
            outline.sort(block, &mut body);
        }
        let mut items =
            items(&body, &[BlockKind::PartHeading, BlockKind::SectionHeading]);
        let opens_the_text = |item: &Item| match item {
            Item::OrganLine(_) => true,
            Item::Paragraph(paragraph) => paragraph.block.kind == BlockKind::Preambular,
            Item::Division(_) => false,
        };
        let end = items.iter().position(|item| !opens_the_text(item));
        outline.body = items.split_off(end.unwrap_or(items.len()));
        outline.preamble = items;
        let annexes = annexes.chunk_by(|_, next| !is_annex(next));
        outline.annexes = annexes.filter_map(annex).collect();
        outline
    }

    fn sort(&mut self, block: &'a Block, body: &mut Vec<&'a Block>) {
        use BlockKind::{
            AdoptionHeadline, AdoptionLine, AgendaItem, AgendaTitle, Body, ClosingRule,
            DateLine, MeetingLine, Session, SessionDates, SourceNote, Sponsors, Title,
            Vote, VoteHeading, VoteList,
        };
        match block.kind {
            Body | Session | SessionDates | AgendaItem | AgendaTitle => {
                self.session.push(block);
            }
            Sponsors => self.sponsors = Some(block),
            AdoptionHeadline | SourceNote | AdoptionLine => self.headlines.push(block),
            Title => self.title = Some(block),
            MeetingLine | DateLine => self.adoption.push(block),
            Vote | VoteHeading | VoteList => self.vote.push(block),
            ClosingRule => {}
            _ => body.push(block),
        }
    }
}

fn annex(blocks: &[Block]) -> Option<Annex<'_>> {
    let (heading, rest) = blocks.split_first()?;
    let title = rest.first().filter(|block| block.kind == BlockKind::AnnexTitle);
    let rest = if title.is_some() { rest.get(1..)? } else { rest };
    let rest: Vec<&Block> =
        rest.iter().filter(|block| block.kind != BlockKind::ClosingRule).collect();
    Some(Annex { heading, title, items: items(&rest, &[BlockKind::AnnexSubheading]) })
}

/// The items of some blocks, which headings of these kinds divide, the highest first.
fn items<'a>(blocks: &[&'a Block], headings: &[BlockKind]) -> Vec<Item<'a>> {
    let Some((highest, lower)) = headings.split_first() else {
        return paragraphs(blocks);
    };
    let mut found = Vec::new();
    for chunk in blocks.chunk_by(|_, next| next.kind != *highest) {
        match chunk.split_first() {
            Some((heading, below)) if heading.kind == *highest => {
                let items = items(below, lower);
                found.push(Item::Division(Division { heading, items }));
            }
            _ => found.extend(items(chunk, lower)),
        }
    }
    found
}

fn paragraphs<'a>(blocks: &[&'a Block]) -> Vec<Item<'a>> {
    let mut items: Vec<Item> = Vec::new();
    for block in blocks {
        let paragraph = Paragraph { block, children: Vec::new() };
        match (block.kind, items.last_mut()) {
            (BlockKind::OrganLine, _) => items.push(Item::OrganLine(block)),
            (BlockKind::Subparagraph(degree), Some(Item::Paragraph(last))) => {
                attach(last, paragraph, degree);
            }
            (
                BlockKind::Continuation | BlockKind::Quotation,
                Some(Item::Paragraph(last)),
            ) => attach(last, paragraph, 1),
            _ => items.push(Item::Paragraph(paragraph)),
        }
    }
    items
}

/// Hangs a subparagraph below the last one of the degree above its own.
fn attach<'a>(top: &mut Paragraph<'a>, paragraph: Paragraph<'a>, degree: u8) {
    let mut parent = top;
    for _ in 1..degree {
        let Some(at) = parent.children.iter().rposition(|child| !child.is_continuation())
        else {
            break;
        };
        parent = &mut parent.children[at];
    }
    parent.children.push(paragraph);
}
