//! The runs of a paragraph: words, signs, calls of notes, fields.

use super::notes::{Call, Kind};
use super::story::{Paragraph, Story};
use super::styles::Face;
use super::words::Change;
use super::xml::{Element, Inside};
use crate::import::manuscript::{MarkKind, SUPERSCRIPTS};
use crate::import::{Changes, HIDDEN_TEXT, HIGHLIGHT, ImportError, SetAside};

/// How a run is set.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    italic: bool,
    pub(super) is_hidden: bool,
    is_highlighted: bool,
    pub(super) height: Height,
    pub(super) change: Change,
}

/// Where words stand on their line.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Height {
    #[default]
    OnLine,
    Raised,
    /// Raised by the style of the marks of notes.
    NoteMark,
}

impl Story<'_> {
    /// Reads a run to its end.
    pub(super) fn run(
        &mut self,
        paragraph: &mut Paragraph,
        change: Change,
    ) -> Result<(), ImportError> {
        let mut face = Face::default();
        let mut look = None;
        self.trace_run();
        while let Some(element) = self.xml.element()? {
            if element.name() == "rPr" {
                let start = self.xml.span().start;
                while let Some(element) = self.xml.element()? {
                    face.take(&element);
                    self.xml.leave()?;
                }
                self.trace_properties(start);
                continue;
            }
            let look = *look.get_or_insert_with(|| self.look(&face, paragraph, change));
            self.run_piece(&element, paragraph, look)?;
        }
        self.trace_end_of_run();
        Ok(())
    }

    /// Italics of a character style turn those of the paragraph; those of the run itself
    /// go before both.
    fn look(&self, face: &Face, paragraph: &Paragraph, change: Change) -> Look {
        let style = self.context.styles.of_run(face.style.as_deref());
        let is = |value: Option<bool>| value == Some(true);
        let by_style = is(style.face.italic) != is(paragraph.face.italic);
        let either = |of: fn(&Face) -> Option<bool>| {
            is(of(face).or(of(&style.face)).or(of(&paragraph.face)))
        };
        let is_raised = either(|face| face.raised);
        let mut look = Look {
            italic: face.italic.unwrap_or(by_style),
            is_hidden: either(|face| face.hidden),
            is_highlighted: either(|face| face.highlighted),
            height: if is_raised { Height::Raised } else { Height::OnLine },
            change,
        };
        if either(|face| face.struck) {
            look.change = Change::Deleted.inside(change);
        }
        match style.name.as_str() {
            "footnote reference"
            | "endnote reference"
            | "footnote characters"
            | "footnote anchor"
            | "endnote characters"
            | "endnote anchor" => {
                look.height = Height::NoteMark;
                look.italic = false;
            }
            "opening phrase" => look.italic = false,
            "emphasis" => look.italic = true,
            "proposed opening phrase" => {
                look.italic = false;
                look.change = Change::Added.inside(change);
            }
            "proposed emphasis" => {
                look.italic = true;
                look.change = Change::Added.inside(change);
            }
            "proposed words" => look.change = Change::Added.inside(change),
            "struck-out words" => look.change = Change::Deleted.inside(change),
            _ => {}
        }
        look
    }

    /// Reads an element of a run to its end.
    fn run_piece(
        &mut self,
        element: &Element,
        paragraph: &mut Paragraph,
        look: Look,
    ) -> Result<(), ImportError> {
        match element.name() {
            "t" | "delText" => {
                self.trace_element();
                while let Some(inside) = self.xml.inside()? {
                    match inside {
                        Inside::Text(words) => {
                            self.trace_words(&words, look);
                            self.words(&words, paragraph, look);
                        }
                        Inside::Element(_) => self.xml.leave()?,
                    }
                }
                self.trace_end_of_element();
                return Ok(());
            }
            "tab" | "ptab" => self.sign(" ", paragraph, look),
            "br" | "cr" => self.sign("\n", paragraph, look),
            "noBreakHyphen" => self.sign("-", paragraph, look),
            "sym" => self.sign(&symbol(element), paragraph, look),
            "footnoteReference" => self.call(Kind::Footnote, element, paragraph, look),
            "endnoteReference" => self.call(Kind::Endnote, element, paragraph, look),
            "commentReference" => self.comment(element, paragraph),
            "fldChar" => match element.attribute("fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("separate") => {
                    if let Some(is_result) = self.fields.last_mut() {
                        *is_result = true;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "instrText"
            | "delInstrText"
            | "softHyphen"
            | "lastRenderedPageBreak"
            | "footnoteRef"
            | "endnoteRef"
            | "annotationRef"
            | "separator"
            | "continuationSeparator" => {}
            _ => return self.inline(element, paragraph, look.change),
        }
        self.xml.leave()
    }

    /// Words that the file does not write as words.
    fn sign(&mut self, sign: &str, paragraph: &mut Paragraph, look: Look) {
        self.trace_sign(sign, look);
        self.words(sign, paragraph, look);
    }

    fn words(&mut self, words: &str, paragraph: &mut Paragraph, look: Look) {
        if self.fields.contains(&false) {
            return;
        }
        if look.is_hidden {
            self.put_aside(HIDDEN_TEXT, words, paragraph.place);
            return;
        }
        if look.is_highlighted && look.change.stands(self.context.changes) {
            // The words stay, and only the colour goes.
            self.put_aside(HIGHLIGHT, words, paragraph.place);
        }
        if !words.trim().is_empty()
            && let Some((kind, id)) = self.waiting.take()
        {
            let call = self.notes.call(kind, &id, Some(words.trim()), paragraph.place);
            put(&call, words, paragraph, look, self.context.changes);
            return;
        }
        let mark = words.trim();
        if look.height != Height::OnLine
            && !mark.is_empty()
            && look.change.stands(self.context.changes)
            && let Some(kind) = self.repeated_call(mark, look)
        {
            paragraph.words.point(kind);
            return;
        }
        let figures = (look.height == Height::Raised).then(|| raised(words)).flatten();
        let words = figures.as_deref().unwrap_or(words);
        paragraph.words.add(words, look.change, look.italic, self.context.changes);
    }

    /// The mark of a note that is called again, as Word shows it.
    fn repeated_call(&self, mark: &str, look: Look) -> Option<MarkKind> {
        let is_star = mark.chars().all(|c| c == '*');
        let is_call = if is_star {
            !self.notes.asterisk_is_of_sponsors()
        } else {
            self.notes.has(mark)
                || look.height == Height::NoteMark && !mark.contains(char::is_whitespace)
        };
        is_call.then(|| MarkKind::Call(mark.to_owned()))
    }

    /// Hidden words and highlights are not read, but not lost.
    fn put_aside(&mut self, what: &'static str, words: &str, place: usize) {
        match self.set_aside.last_mut() {
            Some(last) if last.what == what && last.place == place => {
                last.text.push_str(words);
            }
            _ => self.set_aside.push(SetAside { place, what, text: words.to_owned() }),
        }
    }

    fn call(
        &mut self,
        kind: Kind,
        element: &Element,
        paragraph: &mut Paragraph,
        look: Look,
    ) {
        let id = element.attribute("id").unwrap_or_default();
        self.trace_call(kind, &id, look);
        if !look.change.stands(self.context.changes) || look.is_hidden {
            self.notes.leave_out(kind, &id, paragraph.place);
            return;
        }
        let has_own_mark = element.attribute("customMarkFollows");
        if has_own_mark.is_some_and(|on| !matches!(on.as_str(), "0" | "false" | "off")) {
            self.waiting = Some((kind, id));
            return;
        }
        let call = self.notes.call(kind, &id, None, paragraph.place);
        put(&call, "*", paragraph, look, self.context.changes);
    }

    /// Says a comment where its range ends, or else where it is called.
    pub(super) fn comment(&mut self, element: &Element, paragraph: &mut Paragraph) {
        let id = element.attribute("id").unwrap_or_default();
        if let Some(words) = self.comments.remove(&id)
            && self.context.changes == Changes::Keep
        {
            paragraph.words.point(MarkKind::Comment(words));
        }
    }
}

fn put(call: &Call, own: &str, paragraph: &mut Paragraph, look: Look, changes: Changes) {
    match call {
        Call::Mark(mark) => paragraph.words.point(MarkKind::Call(mark.clone())),
        Call::Asterisk => paragraph.words.add(own.trim(), look.change, false, changes),
    }
}

/// Raised figures that call no note are raised in the draft too.
fn raised(words: &str) -> Option<String> {
    let figure = |c: char| SUPERSCRIPTS.get(c.to_digit(10)? as usize).copied();
    words.trim().chars().map(figure).collect::<Option<String>>().filter(|w| !w.is_empty())
}

/// A sign of a font of symbols.
fn symbol(element: &Element) -> String {
    const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL_GREEK: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let code = element.attribute("char").unwrap_or_default();
    let code = u32::from_str_radix(&code, 16).unwrap_or(0xfffd);
    let font = element.attribute("font").unwrap_or_default();
    if !(0xf000..=0xf0ff).contains(&code) {
        return char::from_u32(code).map(String::from).unwrap_or_default();
    }
    let byte = code - 0xf000;
    let nth =
        |signs: &str, from: u32| signs.chars().nth(byte.checked_sub(from)? as usize);
    let sign = match (font.as_str(), byte) {
        ("Symbol", 0x2a) => Some('*'),
        ("Symbol", 0x2d) => Some('–'),
        ("Symbol", 0x41..=0x5a) => nth(GREEK, 0x41),
        ("Symbol", 0x61..=0x7a) => nth(SMALL_GREEK, 0x61),
        ("Symbol", 0xa3) => Some('≤'),
        ("Symbol", 0xb0) => Some('°'),
        ("Symbol", 0xb1) => Some('±'),
        ("Symbol", 0xb3) => Some('≥'),
        ("Symbol", 0xb4) => Some('×'),
        ("Wingdings", 0xfc) => Some('✓'),
        ("Wingdings", 0xfb) => Some('✗'),
        ("Symbol" | "Wingdings", _) => Some('•'),
        (_, 0x20..=0x7e) => char::from_u32(byte),
        _ => Some('•'),
    };
    sign.map(String::from).unwrap_or_default()
}
