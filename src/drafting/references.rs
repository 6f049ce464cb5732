//! References follow the paragraphs they name, wherever those go.
//!
//! While paragraphs are moved, each that is named bears a tag, a comment before its words,
//! and the words that name it are a token. Afterwards the tokens become the new numbers.

use std::collections::BTreeMap;

use crate::fix::apply_edits;
use crate::lint::{Draft, renumbering};
use crate::model::{MarkKind, Paragraph, Resolution};
use crate::text::{Edit, Source, TextRange};

use super::Done;
use super::settling::carried;

/// What stands where a paragraph was named that is gone; a rule asks for it.
const GONE: &str = "[...]";

/// Characters that no text has: they are for private use.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';

/// How a paragraph was named.
#[derive(Debug, Clone, Copy)]
struct Token {
    has_number: bool,
    goes_on: bool,
}

/// A draft in which references are tokens.
#[derive(Debug)]
pub(super) struct Tagged {
    pub(super) text: String,
    pub(super) cursor: usize,
    tokens: Vec<(Token, usize)>,
}

/// Puts tags and tokens in; nothing where no paragraph is named.
pub(super) fn tagged(draft: &Draft, cursor: usize) -> Option<Tagged> {
    let namings = renumbering::namings(draft);
    if namings.is_empty() || draft.source.text().contains([OPEN, CLOSE]) {
        return None;
    }
    let mut tags: BTreeMap<usize, usize> = BTreeMap::new();
    let (mut edits, mut tokens) = (Vec::new(), Vec::new());
    for (id, naming) in namings.iter().enumerate() {
        let next = tags.len();
        let tag = *tags.entry(naming.paragraph.start()).or_insert(next);
        let token = Token { has_number: naming.has_number, goes_on: naming.goes_on };
        tokens.push((token, tag));
        edits.push(Edit::replace(naming.words, format!("{OPEN}{id}{CLOSE}")));
    }
    for paragraph in draft.paragraphs() {
        if let Some(tag) = tags.get(&paragraph.range.start()) {
            let start = paragraph.prose.range.start();
            edits.push(Edit::insert(start, format!("{{>>{OPEN}{tag}<<}}")));
        }
    }
    edits.sort_by_key(|edit| edit.range);
    let listed: Vec<&Edit> = edits.iter().collect();
    let text = apply_edits(draft.source, &listed);
    Some(Tagged { text, cursor: carried(&edits, cursor), tokens })
}

impl Tagged {
    /// Takes tags and tokens out again.
    pub(super) fn untagged(&self, done: Done) -> Done {
        let source = Source::new(done.text);
        let resolution = crate::syntax::parse(&source);
        let names = names(&resolution);
        let mut edits = Vec::new();
        for (at, _) in source.text().match_indices("{>>\u{e000}") {
            let rest = source.text().get(at..).unwrap_or_default();
            let end = rest.find("<<}").map_or(rest.len(), |end| end + "<<}".len());
            edits.push(Edit::delete(TextRange::new(at, at + end)));
        }
        let (mut before, mut gone) = (Vec::new(), 0);
        for (range, id) in tokens_in(source.text()) {
            let Some((token, tag)) = self.tokens.get(id) else { continue };
            if !token.goes_on {
                before = top_at(&resolution, range.start());
            }
            let named = names.get(tag).cloned().unwrap_or_default();
            let words = if named.is_empty() {
                gone += 1;
                GONE.to_owned()
            } else {
                words_of(&named, if token.has_number { &[] } else { &before })
            };
            before = named;
            edits.push(Edit::replace(range, words));
        }
        edits.sort_by_key(|edit| edit.range);
        let listed: Vec<&Edit> = edits.iter().collect();
        let says = match gone {
            0 => done.says,
            1 => format!("{}; one reference to it now reads {GONE}", done.says),
            count => format!("{}; {count} references to it now read {GONE}", done.says),
        };
        let cursor = carried(&edits, done.cursor);
        Done { text: apply_edits(&source, &listed), cursor, says }
    }
}

/// The number and letters by which each tagged paragraph is named.
fn names(resolution: &Resolution) -> BTreeMap<usize, Vec<String>> {
    let mut found = BTreeMap::new();
    for part in resolution.with_parts() {
        for paragraph in part.operative() {
            collect(paragraph, &mut Vec::new(), &mut found);
        }
    }
    found
}

fn collect(
    paragraph: &Paragraph,
    path: &mut Vec<String>,
    found: &mut BTreeMap<usize, Vec<String>>,
) {
    path.push(name(paragraph));
    for mark in &paragraph.prose.marks {
        if let MarkKind::Comment(words) = &mark.kind
            && let Some(tag) = words.strip_prefix(OPEN).and_then(|tag| tag.parse().ok())
        {
            found.entry(tag).or_insert_with(|| path.clone());
        }
    }
    for child in &paragraph.children {
        collect(child, path, found);
    }
    path.pop();
}

/// The marker of a paragraph as other paragraphs write it. The only operative paragraph
/// is the first.
fn name(paragraph: &Paragraph) -> String {
    let marker = paragraph.marker.as_ref().map_or("1", |marker| marker.text.as_str());
    marker.trim_end_matches('.').to_owned()
}

/// The number of the operative paragraph in which a place is.
fn top_at(resolution: &Resolution, at: usize) -> Vec<String> {
    let mut tops = resolution.with_parts().flat_map(Resolution::operative);
    let top = tops.find(|top| top.range.start() <= at && at < top.range.end());
    top.map(|top| vec![name(top)]).unwrap_or_default()
}

/// A paragraph by number and letters, without those that stand before it already.
fn words_of(named: &[String], before: &[String]) -> String {
    let mut same =
        named.iter().zip(before).take_while(|(one, other)| one == other).count();
    // Something has to be said.
    same = same.min(named.len() - 1);
    named.get(same..).unwrap_or_default().join(" ")
}

fn tokens_in(text: &str) -> Vec<(TextRange, usize)> {
    let mut found = Vec::new();
    for (at, open) in text.match_indices(OPEN) {
        let rest = text.get(at + open.len()..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let is_token = rest.get(digits..).is_some_and(|after| after.starts_with(CLOSE));
        let id = rest.get(..digits).and_then(|digits| digits.parse().ok());
        if let Some(id) = id.filter(|_| is_token) {
            let end = at + open.len() + digits + CLOSE.len_utf8();
            found.push((TextRange::new(at, end), id));
        }
    }
    found
}
