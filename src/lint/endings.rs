//! How paragraphs end, and how usage wants them to: what the rules on endings share.

use std::ops::Range;

use super::{Draft, Fix, openings};
use crate::conventions::Language;
use crate::conventions::opening_phrases::Part;
use crate::model::{Paragraph, Prose, Resolution, Section};
use crate::text::{Edit, TextRange};

/// A mark at which a paragraph may end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Terminator {
    Comma,
    Semicolon,
    FullStop,
    Colon,
}

use Terminator::{Colon, Comma, FullStop, Semicolon};

impl Terminator {
    /// The terminator that a character is, in any script.
    pub(super) fn of(c: char) -> Option<Self> {
        match c {
            ',' | '，' | '،' => Some(Comma),
            ';' | '；' | '؛' => Some(Semicolon),
            '.' | '。' => Some(FullStop),
            ':' | '：' => Some(Colon),
            _ => None,
        }
    }

    /// How it is written, with the space that French puts before it.
    pub(super) fn mark(self, language: Language) -> &'static str {
        match (self, language) {
            (Comma, Language::Zh) => "，",
            (Semicolon, Language::Zh) => "；",
            (FullStop, Language::Zh) => "。",
            (Colon, Language::Zh) => "：",
            (Comma, Language::Ar) => "،",
            (Semicolon, Language::Ar) => "؛",
            (Semicolon, Language::Fr) => "\u{a0};",
            (Colon, Language::Fr) => "\u{a0}:",
            (Comma, _) => ",",
            (Semicolon, _) => ";",
            (FullStop, _) => ".",
            (Colon, _) => ":",
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Comma => "a comma",
            Semicolon => "a semicolon",
            FullStop => "a full stop",
            Colon => "a colon",
        }
    }
}

/// What the words before an ending are, and so which rule speaks of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Preambular,
    Operative,
    LastOperative,
    Chapeau,
    Subparagraph,
}

/// An ending that usage prescribes.
pub(super) struct Expected<'a> {
    pub(super) role: Role,
    pub(super) prose: &'a Prose,
    pub(super) terminator: Terminator,
    /// Another mark that practice lets stand there.
    or: Option<Terminator>,
}

/// Every ending of a draft with what should stand there.
pub(super) fn expected<'a>(draft: &Draft<'a>) -> Vec<Expected<'a>> {
    let mut endings = Vec::new();
    let mut resolutions = draft.resolutions().peekable();
    while let Some(resolution) = resolutions.next() {
        // A part without an organ line goes on with the sentence of the one before.
        let goes_on = resolutions.peek().is_some_and(|next| next.organ_line.is_none());
        of_resolution(resolution, goes_on, &mut endings);
    }
    endings
}

fn of_resolution<'a>(
    resolution: &'a Resolution,
    goes_on: bool,
    endings: &mut Vec<Expected<'a>>,
) {
    let declared_from = openings::declared_from(resolution).unwrap_or(usize::MAX);
    let is_of_sentence = |paragraph: &&Paragraph| paragraph.range.start() < declared_from;
    for paragraph in resolution.preambular().filter(is_of_sentence) {
        of_paragraph(paragraph, Role::Preambular, Comma, None, endings);
    }
    let sections: Vec<&Section> = resolution
        .sections
        .iter()
        .filter(|section| !section.operative.is_empty())
        .collect();
    for (index, section) in sections.iter().enumerate() {
        let is_last_section = index + 1 == sections.len() && !goes_on;
        let last =
            section.operative.iter().rposition(|p| !p.last_prose().text.is_empty());
        let operative = section.operative.iter().enumerate();
        for (place, paragraph) in operative.filter(|(_, p)| is_of_sentence(p)) {
            let (role, terminator, or) = match (Some(place) == last, is_last_section) {
                (true, true) => (Role::LastOperative, FullStop, None),
                // Some texts end each section like a resolution of its own.
                (true, false) => (Role::Operative, Semicolon, Some(FullStop)),
                (false, _) => (Role::Operative, Semicolon, None),
            };
            of_paragraph(paragraph, role, terminator, or, endings);
        }
    }
}

/// The endings of a paragraph and its list. The last words take the terminator of the
/// paragraph; what stands before continuation text may end as the sentence wants.
fn of_paragraph<'a>(
    paragraph: &'a Paragraph,
    role: Role,
    terminator: Terminator,
    or: Option<Terminator>,
    endings: &mut Vec<Expected<'a>>,
) {
    let prose = &paragraph.prose;
    let Some((last, before)) = paragraph.children.split_last() else {
        endings.push(Expected { role, prose, terminator, or });
        return;
    };
    if !paragraph.is_chapeau() {
        // A quoted draft or a table below it ends in its own way.
        return;
    }
    endings.push(Expected { role: Role::Chapeau, prose, terminator: Colon, or: None });
    // Preambles have items with commas as well.
    let in_preamble = (paragraph.part == Part::Preambular).then_some(Comma);
    for (index, child) in before.iter().enumerate() {
        let next = before.get(index + 1).unwrap_or(last);
        if child.marker.is_some() && next.marker.is_some() {
            of_paragraph(child, Role::Subparagraph, Semicolon, in_preamble, endings);
        }
    }
    let role = if role == Role::Operative { Role::Subparagraph } else { role };
    of_paragraph(last, role, terminator, or, endings);
}

/// An ending that is not the one prescribed.
pub(super) struct Mismatch {
    /// The mark that stands there, or the place after the last word.
    pub(super) range: TextRange,
    /// None after a colon: something is missing there that a fix cannot write.
    pub(super) fix: Option<Fix>,
}

impl Expected<'_> {
    /// What is wrong with the ending, if anything is. Silent where another rule speaks:
    /// of doubled terminators, and of an “and” after the last mark.
    pub(super) fn mismatch(&self, language: Language) -> Option<Mismatch> {
        let ending = Ending::of(&self.prose.text)?;
        if ending.is_of_another_rule(&self.prose.text) {
            return None;
        }
        let found = ending.terminator;
        if found == Some(self.terminator) || found.is_some() && found == self.or {
            return None;
        }
        let range = self.prose.source_range(ending.range.clone());
        let fix = self.fix(&ending, language);
        Some(Mismatch { range, fix })
    }

    fn fix(&self, ending: &Ending, language: Language) -> Option<Fix> {
        if ending.terminator == Some(Colon) {
            return None;
        }
        let title = format!("end with {}", self.terminator.name());
        let mark = self.terminator.mark(language);
        let edit = match ending.terminator {
            Some(_) => Edit::replace(self.prose.source_range(ending.range.clone()), mark),
            None => Edit::insert(self.prose.source_end(ending.range.end), mark),
        };
        Some(Fix::editorial(title, [edit]))
    }
}

/// How a run of words ends.
pub(super) struct Ending {
    /// The bytes of the terminator, with a space before it; empty where there is none.
    range: Range<usize>,
    terminator: Option<Terminator>,
}

impl Ending {
    /// Looks through closing brackets and quotation marks and, in compilations, the
    /// name of a proponent: `…, (EU)]`. `None` for words that go on: “…”.
    fn of(text: &str) -> Option<Self> {
        let whole = without_note_number(text.trim_end_matches(is_trailing));
        if whole.is_empty() || whole.starts_with('|') {
            return None;
        }
        let bare = without_proponent(whole);
        let inner = bare.trim_end_matches(is_closing);
        if inner.ends_with("..") || inner.ends_with(['…', '_']) {
            return None;
        }
        let missing = || Self { range: whole.len()..whole.len(), terminator: None };
        let Some(last) = inner.chars().next_back() else { return Some(missing()) };
        let terminator = Terminator::of(last).filter(|_| !inner.ends_with(".m."));
        let is_quoted_sentence = terminator == Some(FullStop) && inner.len() < bare.len();
        let Some(terminator) = terminator.filter(|_| bare.ends_with(is_see_through))
        else {
            return Some(missing());
        };
        let head = inner.strip_suffix(last).unwrap_or(inner);
        let start = head.trim_end_matches([' ', '\u{a0}', '\u{202f}']).len();
        let start =
            if is_quoted_sentence { inner.len() - last.len_utf8() } else { start };
        Some(Self { range: start..inner.len(), terminator: Some(terminator) })
    }

    fn is_of_another_rule(&self, text: &str) -> bool {
        let head = text.get(..self.range.start).unwrap_or_default();
        let is_doubled =
            self.terminator.is_some() && head.ends_with([',', ';', '，', '；']);
        is_doubled || ends_with_conjunction(text)
    }
}

/// Whether a conjunction follows the last mark: `…; and`.
pub(super) fn ends_with_conjunction(text: &str) -> bool {
    let words = ["and", "or", "and/or"];
    words.iter().any(|word| {
        text.strip_suffix(word).is_some_and(|head| {
            head.trim_end().len() < head.len() && head.trim_end().ends_with([',', ';'])
        })
    })
}

/// Superscript figures and stars are calls for notes that import could not resolve.
fn is_trailing(c: char) -> bool {
    c.is_whitespace() || matches!(c, '*' | '¹' | '²' | '³' | '⁰'..='⁹')
}

fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '"' | '»' | '」' | '』' | ']' | ' ' | '\u{a0}')
}

fn is_see_through(c: char) -> bool {
    is_closing(c) || Terminator::of(c).is_some()
}

/// The words before a bare number at the end that called for a note: `…;3`.
fn without_note_number(text: &str) -> &str {
    let words = text.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - words.len();
    let mut letters = words.chars().rev();
    let ends = letters.next().and_then(Terminator::of).is_some();
    let follows_words = letters.next().is_some_and(|c| !c.is_ascii_digit());
    if (1..=3).contains(&digits) && ends && follows_words { words } else { text }
}

/// The words before a name in brackets that follows a terminator: `…; (EU)`.
fn without_proponent(text: &str) -> &str {
    let name = text.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
    match name {
        Some((head, name))
            if name.len() < 40 && head.trim_end().ends_with([',', ';', '.']) =>
        {
            head.trim_end()
        }
        _ => text,
    }
}

/// Whether only closing marks follow a place.
pub(super) fn is_end(text: &str, at: usize) -> bool {
    text.get(at..)
        .is_some_and(|rest| rest.chars().all(|c| is_closing(c) || is_trailing(c)))
}

#[cfg(test)]
mod tests {
    use crate::lint::{Selection, check};
    use crate::text::Source;

    #[test]
    fn the_paragraphs_of_a_declaration_are_sentences() {
        let text = "The General Assembly,\n\nRecalling its work,\n\n1. We, Heads of State \
                    and Government, meet at a difficult hour.\n\n2. We will spare no \
                    effort.\n\n3. We are of one mind.\n";
        let endings = Selection::only(&["wrong-operative-ending"]);
        assert!(check(&Source::new(text), &endings).is_empty());
    }
}
