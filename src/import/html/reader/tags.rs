//! What tags open and close.

use html5gum::{EndTag, StartTag};

use super::{Open, Purpose, Reader};
use crate::conventions::Language;
use crate::import::SetAside;
use crate::import::html::elements::{self, Kind, attribute};
use crate::import::html::lists::List;
use crate::import::html::piece::Link;
use crate::import::html::tables;

/// How many elements may be open inside each other; browsers stop there too.
pub(super) const DEEPEST: usize = 512;

/// How far up an end is looked for.
const REACH: usize = 128;

impl Reader {
    pub(super) fn start(&mut self, tag: &StartTag<()>) {
        let name = tag.name.as_slice();
        match elements::kind(name) {
            Kind::Void => return self.void(tag),
            Kind::Block => self.start_block(tag),
            Kind::Code if tag.self_closing => {}
            Kind::Inline | Kind::Code => self.start_inline(tag),
        }
        if let b"html" | b"body" = name {
            let language =
                Language::from_code(attribute(tag, "lang").get(..2).unwrap_or_default());
            self.page.language = self.page.language.or(language);
        }
    }

    fn void(&mut self, tag: &StartTag<()>) {
        match tag.name.as_slice() {
            b"br" if self.face.aside.is_some() => self.end_aside(),
            b"br" => self.line_break(),
            b"hr" => self.end_line(),
            b"meta" => self.meta(tag),
            b"img" => {
                let words = attribute(tag, "alt");
                let is_shown = !words.trim().is_empty();
                if is_shown {
                    self.page.set_aside.push(SetAside {
                        place: self.number,
                        what: "words of a picture",
                        text: words,
                    });
                }
            }
            _ => {}
        }
    }

    fn meta(&mut self, tag: &StartTag<()>) {
        let (name, content) = (attribute(tag, "name"), attribute(tag, "content"));
        if let Some(field) = name.strip_prefix("zerodraft.") {
            self.page.facts.push((field.to_owned(), content));
        } else if name == "generator" && content == "Zerodraft" {
            self.page.is_own = true;
        }
    }

    fn start_block(&mut self, tag: &StartTag<()>) {
        self.end_line();
        let name = tag.name.as_slice();
        if self.blocks.last().is_some_and(|open| open.name == b"p") {
            self.close_block();
        }
        if let Some((ended, stops)) = elements::ended_by_start_of(name) {
            let is_either = |open: &Open| {
                ended.contains(&open.name.as_slice())
                    || stops.contains(&open.name.as_slice())
            };
            let near = self.blocks.iter().rposition(is_either);
            let near =
                near.filter(|at| ended.contains(&self.blocks[*at].name.as_slice()));
            if let Some(at) = near {
                self.close_blocks(at);
            }
        }
        if self.blocks.len() >= DEEPEST {
            self.too_deep += 1;
            return;
        }
        let anchor = self.anchor(tag);
        self.containers.extend(anchor);
        let purpose = self.purpose(tag);
        let keeps_furniture = self.keeps_furniture || self.page.is_own;
        let inside = self.face.inside(tag, keeps_furniture);
        self.blocks.push(Open {
            name: name.to_vec(),
            around: self.face,
            anchor,
            purpose,
            inlines: self.inlines.len(),
        });
        self.face = inside;
        if self.page.is_own {
            self.piece.class = attribute(tag, "class");
        }
    }

    fn purpose(&mut self, tag: &StartTag<()>) -> Purpose {
        match tag.name.as_slice() {
            b"ol" | b"ul" | b"menu" | b"dir" => {
                let is_list = |open: &&Open| {
                    open.name == b"ol" && matches!(open.purpose, Purpose::List(_))
                };
                let degree = self.blocks.iter().filter(is_list).count();
                self.page.lists.push(List::of(tag, degree));
                Purpose::List(self.page.lists.len() - 1)
            }
            b"li" => {
                let list = self.blocks.iter().rev().find_map(|open| match open.purpose {
                    Purpose::List(list) => Some(list),
                    _ => None,
                });
                self.item = list.and_then(|list| {
                    Some((list, self.page.lists.get_mut(list)?.item(tag)))
                });
                Purpose::None
            }
            b"table" => {
                if let Some(table) = self.table() {
                    table.is_nested = true;
                }
                self.tables += 1;
                let from = self.page.pieces.len();
                Purpose::Table(tables::Table::new(
                    self.tables,
                    from,
                    self.is_below_organ_line,
                ))
            }
            b"tr" => {
                if let Some(table) = self.table() {
                    table.row();
                }
                Purpose::None
            }
            b"td" | b"th" => {
                let around = self.cell;
                let is_head = tag.name.as_slice() == b"th";
                if let Some(cell) = self.table().map(|table| table.cell(is_head)) {
                    self.cell = Some(cell);
                }
                Purpose::Cell(around)
            }
            _ => Purpose::None,
        }
    }

    /// The innermost table.
    fn table(&mut self) -> Option<&mut tables::Table> {
        self.blocks.iter_mut().rev().find_map(|open| match &mut open.purpose {
            Purpose::Table(table) => Some(table),
            _ => None,
        })
    }

    fn start_inline(&mut self, tag: &StartTag<()>) {
        if self.inlines.len() >= DEEPEST && elements::kind(&tag.name) == Kind::Inline {
            return;
        }
        let is_own = self.page.is_own;
        let anchor = self.anchor(tag);
        let mut inside = self.face.inside(tag, self.keeps_furniture || is_own);
        let class = attribute(tag, "class");
        let mut purpose = Purpose::None;
        if let (b"a", Some(to)) =
            (tag.name.as_slice(), attribute(tag, "href").strip_prefix('#'))
        {
            let to = to.to_owned();
            let (line, start) = (self.page.pieces.len(), self.piece.line.text.len());
            purpose = Purpose::Link { to, line, start };
        } else if is_own && class == "n" {
            purpose = Purpose::Number;
        } else if is_own && tag.name.as_slice() == b"sup" {
            purpose = Purpose::Raised(self.piece.line.text.len());
        } else if is_own && class == "lead" {
            // The italics of an opening phrase go without saying.
            inside.is_italic = self.face.is_italic;
        }
        self.inlines.push(Open {
            name: tag.name.to_vec(),
            around: self.face,
            anchor,
            purpose,
            inlines: 0,
        });
        self.face = inside;
    }

    /// The named place that an element is.
    fn anchor(&mut self, tag: &StartTag<()>) -> Option<usize> {
        let mut names = vec![attribute(tag, "id")];
        if tag.name.as_slice() == b"a" {
            names.push(attribute(tag, "name"));
        }
        names.retain(|name| !name.is_empty());
        if names.is_empty() {
            return None;
        }
        let anchor = self.page.anchors.len();
        let line = self.page.pieces.len();
        self.page.anchors.push(line..line + 1);
        for name in names {
            self.page.names.entry(name).or_insert(anchor);
        }
        Some(anchor)
    }

    pub(super) fn end(&mut self, tag: &EndTag<()>) {
        let name = tag.name.as_slice();
        match elements::kind(name) {
            Kind::Block => self.end_block(name),
            Kind::Inline | Kind::Code => self.end_inline(name),
            // `</br>` breaks a line, says the standard.
            Kind::Void if name == b"br" => self.line_break(),
            Kind::Void => {}
        }
    }

    fn end_block(&mut self, name: &[u8]) {
        self.end_line();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let crosses = elements::is_of_tables(name);
        let mut near = self.blocks.iter().enumerate().rev().take(REACH);
        let found = near.find(|(_, open)| {
            open.name == name || !crosses && matches!(open.purpose, Purpose::Cell(_))
        });
        if let Some((at, _)) = found.filter(|(_, open)| open.name == name) {
            self.close_blocks(at);
        }
    }

    /// Closes all blocks from one on.
    pub(super) fn close_blocks(&mut self, at: usize) {
        while self.blocks.len() > at {
            self.close_block();
        }
    }

    fn close_block(&mut self) {
        let Some(open) = self.blocks.pop() else { return };
        while self.inlines.len() > open.inlines {
            let at = self.inlines.len() - 1;
            self.close_inline(at);
        }
        if let Some(anchor) = open.anchor {
            self.containers.pop();
            self.page.anchors[anchor].end = self.page.pieces.len();
        }
        match open.purpose {
            Purpose::Cell(around) => self.cell = around,
            Purpose::Table(table) => table.settle(&mut self.page.pieces),
            _ => {}
        }
        // An item without words has no marker in the draft.
        if open.name == b"li" {
            self.item = None;
        }
        self.face = open.around;
    }

    fn end_inline(&mut self, name: &[u8]) {
        let floor = self.blocks.last().map_or(0, |open| open.inlines);
        let near = self.inlines.iter().enumerate().skip(floor).rev().take(REACH);
        let found = near.into_iter().find(|(_, open)| open.name == name);
        if let Some((at, _)) = found {
            self.close_inline(at);
        }
    }

    /// Closes an element within a line. Those that it holds, badly nested, stay open.
    fn close_inline(&mut self, at: usize) {
        let is_last = at + 1 == self.inlines.len();
        let open = self.inlines.remove(at);
        match open.purpose {
            Purpose::Link { to, line, start } if line == self.page.pieces.len() => {
                let text = &self.piece.line.text;
                let words = text.get(start..).unwrap_or_default();
                let end = text.len();
                let start = end - words.trim_start().len();
                self.piece.links.push(Link { to, covers: start..end });
            }
            Purpose::Raised(start) => self.piece.call(start),
            Purpose::Number => self.piece.number_end = self.piece.line.text.len(),
            _ => {}
        }
        if is_last {
            self.face = open.around;
        } else if let Some(next) = self.inlines.get_mut(at) {
            // Only its own effect on the words goes, and that ends with those it holds.
            next.around = open.around;
        }
    }
}
