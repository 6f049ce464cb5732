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
    for (index, block) in blocks.iter().enumerate() {
        let paragraph = Paragraph { block, children: Vec::new() };
        let degree = degree_of(block).or_else(|| degree_of_words(&blocks[index..]));
        match (degree, items.last_mut()) {
            _ if block.kind == BlockKind::OrganLine => items.push(Item::OrganLine(block)),
            (Some(degree), Some(Item::Paragraph(last))) => {
                attach(last, paragraph, degree);
            }
            _ => items.push(Item::Paragraph(paragraph)),
        }
    }
    items
}

fn degree_of(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Subparagraph(degree) => Some(degree),
        _ => None,
    }
}

/// The degree at which words without a number stand: that of the list which goes on after
/// them, so that nothing stands in another order than it is read in.
fn degree_of_words(blocks: &[&Block]) -> Option<u8> {
    let is_bare = |block: &&Block| {
        matches!(block.kind, BlockKind::Continuation | BlockKind::Quotation)
    };
    let next = blocks.iter().find(|block| !is_bare(block));
    let degree = next.and_then(|block| degree_of(block)).unwrap_or(1);
    blocks.first().is_some_and(is_bare).then_some(degree)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::{Options, composition::compose};
    use crate::text::Source;

    /// What a paragraph and those below it begin with, each list in brackets.
    fn written(paragraph: &Paragraph) -> String {
        let mut below =
            paragraph.children.iter().map(written).collect::<Vec<_>>().join(" ");
        if !below.is_empty() {
            below = format!(" [{below}]");
        }
        let words = paragraph.block.text();
        format!("{}{below}", words.split(' ').next().unwrap_or_default())
    }

    #[test]
    fn words_between_two_lists_stand_where_they_are_read() {
        let draft = "The Human Rights Council,\n\n1. Decides:\n\n   (i) Protection\n\n   \
             States shall:\n\n      (a) Act;\n\n      (b) Report;\n\n   (ii) Support;\n\n   \
             And so on.\n";
        let resolution = crate::syntax::parse(&Source::new(draft));
        let blocks = compose(&resolution, &Options::default()).blocks;
        let outline = Outline::of(&blocks);
        let Some(Item::Paragraph(first)) = outline.body.first() else {
            panic!("a paragraph")
        };
        assert_eq!(
            written(first),
            "Decides: [Protection [States Act; Report;] Support; And]"
        );
    }
}
