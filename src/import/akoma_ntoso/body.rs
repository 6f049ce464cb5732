//! The paragraphs of a document, with their roles.

use super::elements::{is_division, is_inline, is_list, is_provision};
use super::tree::{Element, Node};
use super::words::{Hand, PlacedNote, Words, with_number};
use crate::import::SetAside;
use crate::import::manuscript::{Line, Role, moved};

/// The lines of a file while it is read.
pub(super) struct Reader<'t> {
    pub(super) hand: Hand<'t>,
    /// Whether the file has the front matter of a draft: then what its page says is said
    /// twice, and what has no number of its own has none.
    is_ours: bool,
    pub(super) lines: Vec<Line>,
    pub(super) notes: Vec<PlacedNote>,
    pub(super) set_aside: Vec<SetAside>,
    /// What the words are, whatever elements they stand in.
    pub(super) place: Place,
}

/// In what part of a document words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Text,
    Head,
    Closing,
    Quotation,
    /// Where words are of no use to a draft, and why.
    Aside(&'static str),
}

/// A paragraph in the making: a provision, or a stretch of plain paragraphs.
pub(super) struct Paragraph<'t> {
    degree: usize,
    /// The number that its first words get.
    number: Option<Words<'t>>,
    /// Whether what follows its first words goes on with them.
    is_one: bool,
    has_begun: bool,
}

impl Paragraph<'_> {
    /// A stretch of plain paragraphs.
    pub(super) fn several() -> Self {
        Self { degree: 0, number: None, is_one: false, has_begun: false }
    }
}

impl<'t> Reader<'t> {
    pub(super) fn new(hand: Hand<'t>, is_ours: bool) -> Self {
        Self {
            hand,
            is_ours,
            lines: Vec::new(),
            notes: Vec::new(),
            set_aside: Vec::new(),
            place: Place::Text,
        }
    }

    /// Reads a file: mostly one document.
    pub(super) fn file(&mut self, root: &'t Element) {
        self.stray_words(root);
        for document in root.elements() {
            self.document(document);
        }
    }

    /// Reads a document of any kind.
    fn document(&mut self, document: &'t Element) {
        self.stray_words(document);
        for part in document.elements() {
            match part.name.as_str() {
                "meta" => self.meta(part),
                "coverPage" | "preface" => self.within(Place::Head, part),
                "conclusions" => self.within(Place::Closing, part),
                "attachments" | "components" | "collectionBody" => self.attachments(part),
                _ => self.block(part, &mut Paragraph::several()),
            }
        }
    }

    /// The words of the metadata: notes are read, and what else has words is set aside.
    pub(super) fn meta(&mut self, meta: &'t Element) {
        self.stray_words(meta);
        for part in meta.elements() {
            match part.name.as_str() {
                "notes" => {
                    self.stray_words(part);
                    for note in part.elements() {
                        let placed = self.hand.read_note(note, &mut self.notes);
                        self.notes.push(placed);
                    }
                }
                "proprietary" if part.child("frontMatter").is_some() => {
                    for field in super::meta::unknown_fields(part) {
                        self.words_aside(field, "front matter");
                    }
                }
                "presentation" => self.words_aside(part, "running head"),
                _ => self.words_aside(part, "metadata"),
            }
        }
    }

    /// Reads what stands in a part of a document.
    fn within(&mut self, place: Place, part: &'t Element) {
        let place = match place {
            Place::Head if self.is_ours => Place::Aside("masthead"),
            Place::Closing if self.is_ours => Place::Aside("closing lines"),
            place => place,
        };
        let outer = std::mem::replace(&mut self.place, place);
        self.flow(part, &mut Paragraph::several());
        self.place = outer;
    }

    /// Reads what an element holds.
    pub(super) fn flow(&mut self, element: &'t Element, paragraph: &mut Paragraph<'t>) {
        self.nodes(&without(element, &[]), element.line, paragraph);
    }

    /// Reads nodes that stand side by side: words that stand free among blocks are a
    /// paragraph.
    fn nodes(
        &mut self,
        nodes: &[&'t Node],
        mut line: usize,
        paragraph: &mut Paragraph<'t>,
    ) {
        let mut free: Vec<&'t Node> = Vec::new();
        for node in nodes {
            match node {
                Node::Element(block) if !is_inline(block) => {
                    self.free_words(&free, line, paragraph);
                    free.clear();
                    self.block(block, paragraph);
                    line = block.line;
                }
                _ => free.push(node),
            }
        }
        self.free_words(&free, line, paragraph);
    }

    fn free_words(
        &mut self,
        nodes: &[&'t Node],
        line: usize,
        paragraph: &mut Paragraph<'t>,
    ) {
        let words = self.hand.words_of(nodes);
        let first = nodes.iter().find_map(|node| match node {
            Node::Element(element) => Some(element.line),
            Node::Text(_) => None,
        });
        self.say(words, first.unwrap_or(line), paragraph);
    }

    /// Reads an element that divides paragraphs.
    pub(super) fn block(&mut self, element: &'t Element, paragraph: &mut Paragraph<'t>) {
        match element.name.as_str() {
            "p" | "block" => {
                self.allowances(element);
                self.leaf(element, paragraph);
            }
            "crossHeading" => {
                self.allowances(element);
                self.cross_heading(element);
            }
            "formula" => self.formula(element),
            "heading" | "subheading" => {
                self.allowances(element);
                let words = self.hand.words(element);
                self.push(words, element.line, Role::Heading);
            }
            "table" => self.table(element),
            "toc" => self.words_aside(element, "table of contents"),
            "documentRef" | "componentRef" => self.reference(element),
            "attachments" | "components" => self.attachments(element),
            _ if element.child("meta").is_some() => self.document(element),
            _ if is_list(element) => {
                self.flow(element, paragraph);
            }
            _ if is_provision(element) => {
                self.number_alone(paragraph, element.line);
                let degree = paragraph.degree + usize::from(paragraph.is_one);
                self.provision(element, degree);
            }
            "li" => {
                let number = Words::new("-");
                let degree = paragraph.degree + usize::from(paragraph.is_one);
                self.one(element, degree, Some(number));
            }
            _ => self.flow(element, paragraph),
        }
    }

    /// A paragraph. On a page, number and title are lines of their own.
    fn leaf(&mut self, element: &'t Element, paragraph: &mut Paragraph<'t>) {
        let is_title =
            |node: &Node| matches!(node, Node::Element(e) if e.name == "docTitle");
        if self.place == Place::Head && element.children.iter().any(is_title) {
            let nodes: Vec<&Node> = element.children.iter().collect();
            for piece in nodes.chunk_by(|one, next| is_title(one) == is_title(next)) {
                self.free_words(piece, element.line, paragraph);
            }
            return;
        }
        let words = self.hand.words(element);
        self.say(words, element.line, paragraph);
    }

    /// Preambular words among provisions, or a heading.
    fn cross_heading(&mut self, element: &'t Element) {
        let refers = element.attribute("refersTo").unwrap_or_default();
        let words = self.hand.words(element);
        let role = match refers {
            "#enactingFormula" => Role::OrganLine,
            "#preamble" => self.role_of(&words, 0),
            _ => Role::Heading,
        };
        self.push(words, element.line, role);
    }

    /// The organ line, and what else stands in its formula.
    fn formula(&mut self, element: &'t Element) {
        let is_organ_line = element.attribute("name").is_some_and(|name| {
            name.starts_with("enacting") && self.place == Place::Text
        });
        let first = self.lines.len();
        self.flow(element, &mut Paragraph::several());
        if let Some(line) = self.lines.get_mut(first).filter(|_| is_organ_line) {
            line.role = Some(Role::OrganLine);
        }
    }

    /// A numbered provision, or a heading and what stands below it.
    fn provision(&mut self, element: &'t Element, degree: usize) {
        self.allowances(element);
        if is_division(element) {
            self.heading(element);
            let mut below = Paragraph::several();
            self.parts(element, &HEAD_OF_DIVISION, &mut below);
            return;
        }
        let number = element.child("num").map(|number| self.hand.words(number));
        self.one(element, degree, number);
    }

    /// One paragraph with what stands below it.
    fn one(&mut self, element: &'t Element, degree: usize, number: Option<Words<'t>>) {
        let number = number.filter(|number| !number.is_empty());
        let mut paragraph = Paragraph { degree, number, is_one: true, has_begun: false };
        self.parts(element, &["num"], &mut paragraph);
        self.number_alone(&mut paragraph, element.line);
    }

    /// What stands in a provision beside its number or heading.
    fn parts(
        &mut self,
        element: &'t Element,
        named: &[&str],
        paragraph: &mut Paragraph<'t>,
    ) {
        self.nodes(&without(element, named), element.line, paragraph);
    }

    /// Number and heading of a division, as a draft writes them in one line.
    pub(super) fn heading(&mut self, element: &'t Element) {
        let words = |name: &str| element.child(name).map(|child| self.hand.words(child));
        let mut number = words("num").unwrap_or_default();
        let (heading, subheading) =
            (words("heading").unwrap_or_default(), words("subheading"));
        let is_part = element.name == "part"
            && number.text.len() == 1
            && number.text.bytes().all(|byte| byte.is_ascii_uppercase());
        if is_part {
            number = with_number(number, Some(Words::new("Part")));
        }
        if !number.text.is_empty() && !heading.is_empty() && !number.text.ends_with('.') {
            number.text.push('.');
        }
        if let Some(heading) = element.child("heading") {
            self.allowances(heading);
        }
        self.push(with_number(heading, Some(number)), element.line, Role::Heading);
        if let Some(subheading) = subheading {
            self.push(subheading, element.line, Role::Heading);
        }
    }

    /// A number that no words follow, before what is numbered below it.
    fn number_alone(&mut self, paragraph: &mut Paragraph<'t>, line: usize) {
        if let Some(number) = paragraph.number.take() {
            paragraph.has_begun = true;
            self.push(number, line, Role::Paragraph(paragraph.degree));
        }
    }

    /// Takes words as the next line of a paragraph.
    fn say(&mut self, words: Words<'t>, line: usize, paragraph: &mut Paragraph<'t>) {
        if words.is_empty() && words.quoted.is_empty() {
            return;
        }
        let goes_on = paragraph.is_one && paragraph.has_begun;
        let number = paragraph.number.take();
        let role = if goes_on {
            Role::Continuation
        } else if number.is_some() || words.number.is_some() {
            Role::Paragraph(paragraph.degree)
        } else {
            self.role_of(&words, paragraph.degree)
        };
        paragraph.has_begun |= !words.is_empty();
        self.push(with_number(words, number), line, role);
    }

    /// What words without a number are. In a file of ours they have none; elsewhere the
    /// number may stand among the words.
    fn role_of(&self, words: &Words, degree: usize) -> Role {
        let is_row = words.text.starts_with('|') && words.text.ends_with('|');
        if words.number.is_some() || !self.is_ours {
            Role::Paragraph(degree)
        } else if is_row {
            Role::Row
        } else {
            Role::Unmarked
        }
    }

    /// A table as rows between pipes, with a rule below the first; what else stands in it
    /// is read as it comes.
    fn table(&mut self, table: &'t Element) {
        self.stray_words(table);
        let mut is_first = true;
        for part in table.elements() {
            if part.name != "tr" {
                self.flow(part, &mut Paragraph::several());
                continue;
            }
            self.stray_words(part);
            let mut row = Words::new("|");
            let mut rule = "|".to_owned();
            for cell in part.elements() {
                let mut words = self.hand.words(cell);
                row.text.push(' ');
                row.marks.extend(moved(&words.marks, row.text.len()));
                row.text.extend([words.text.as_str(), " |"]);
                row.notes.append(&mut words.notes);
                row.quoted.append(&mut words.quoted);
                rule.push_str(" --- |");
            }
            self.push(row, part.line, Role::Row);
            if std::mem::take(&mut is_first) {
                self.push(Words::new(rule), part.line, Role::Row);
            }
        }
    }
}

/// What stands at the head of a division.
pub(super) const HEAD_OF_DIVISION: [&str; 3] = ["num", "heading", "subheading"];

/// What an element holds, but for the first element of each of these names.
pub(super) fn without<'t>(element: &'t Element, named: &[&str]) -> Vec<&'t Node> {
    let mut named = named.to_vec();
    let is_left = |node: &&Node| {
        let name = element_of(node).map(|element| element.name.as_str());
        let found = named.iter().position(|own| Some(*own) == name);
        found.map(|at| named.swap_remove(at)).is_none()
    };
    element.children.iter().filter(is_left).collect()
}

pub(super) fn element_of(node: &Node) -> Option<&Element> {
    match node {
        Node::Element(element) => Some(element),
        Node::Text(_) => None,
    }
}
