//! Web pages: from the sites of the United Nations, saved by Word, written by converters
//! and by Zerodraft itself.
//!
//! [`reader`] walks over the tags and makes lines, [`tables`] and [`lists`] set them as a
//! browser shows them, [`notes`] finds the footnotes, [`own_page`] reads our class names.

mod elements;
mod lists;
mod notes;
mod own_page;
mod piece;
mod reader;
mod tables;

use super::encoding::{self, Decoded};
use super::manuscript::{Line, Manuscript, Setting};
use super::{Format, ImportError, Options, Unit};
use crate::conventions::numbering::parse_marker;
use crate::conventions::{Conventions, Language};
use reader::Page;

pub(super) static FORMAT: Format =
    Format { name: "web page", extensions: &["html", "htm", "xhtml"], is_it, read };

/// How far into a file its charset and its first tag are looked for.
const HEAD: usize = 4096;

/// Whether bytes begin as a page does. Markdown may hold tags, so a piece of a page has
/// to show more of them.
fn is_it(bytes: &[u8]) -> bool {
    let start = encoding::start(bytes, HEAD).to_ascii_lowercase();
    let start = without_comments(&start);
    let opens = |names: &[&str]| {
        let tag = start.strip_prefix('<').unwrap_or_default();
        names.iter().any(|name| {
            let rest = tag.strip_prefix(name);
            rest.is_some_and(|rest| {
                !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            })
        })
    };
    let is_xhtml = start.starts_with("<?xml") && start.contains("<html");
    let is_piece = || {
        opens(&[
            "p", "div", "h1", "h2", "table", "ol", "ul", "section", "article", "main",
        ]) && ["</p>", "<br", "</li>", "</td>", "</div>"]
            .iter()
            .any(|tag| start.contains(tag))
    };
    is_xhtml || opens(&["!doctype html", "html", "head", "body", "meta"]) || is_piece()
}

fn without_comments(mut start: &str) -> &str {
    loop {
        start = start.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']);
        match start.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")) {
            Some((_, after)) => start = after,
            None => return start,
        }
    }
}

fn read(bytes: &[u8], options: &Options) -> Result<Manuscript, ImportError> {
    let Decoded { text, encoding } = encoding::labelled(bytes, charset(bytes))?;
    let mut page = reader::read(&text, options.changes, false);
    if page.pieces.is_empty() {
        page = reader::read(&text, options.changes, true);
    }
    if page.pieces.is_empty() {
        return Err(ImportError::NoText {
            what: "a web page without words",
            remedy: "save the document that it shows, and open that",
        });
    }
    let mut notes = notes::take(&mut page);
    if page.is_own {
        notes.extend(own_page::take_uncalled(&mut page.pieces));
        own_page::take_said(&mut page.pieces, &page.facts);
    }
    let is_broken = page.breaks * 2 > page.pieces.len();
    let setting = if is_broken { Setting::Lines } else { Setting::Paragraphs };
    let Page { set_aside, facts, .. } = &mut page;
    let (set_aside, facts) = (std::mem::take(set_aside), std::mem::take(facts));
    let language = language(&page);
    let lines = lines(page, language);
    let unit = Unit::Paragraph;
    let language = Some(language);
    Ok(Manuscript { lines, unit, setting, notes, facts, set_aside, language, encoding })
}

/// The encoding that a page names.
fn charset(bytes: &[u8]) -> &[u8] {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let lower = head.to_ascii_lowercase();
    let label = ["charset=", "encoding="].iter().find_map(|name| {
        let at = memchr::memmem::find(&lower, name.as_bytes())? + name.len();
        head.get(at..)
    });
    let label = label.unwrap_or_default();
    let label = label.strip_prefix(b"\"").or(label.strip_prefix(b"'")).unwrap_or(label);
    let is_of_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:".contains(byte);
    let len = label.iter().take_while(|byte| is_of_label(byte)).count();
    label.get(..len).unwrap_or_default()
}

/// The language of our own page is named; sites name that of their menus.
fn language(page: &Page) -> Language {
    if let Some(language) = page.language.filter(|_| page.is_own) {
        return language;
    }
    let mut text = String::new();
    for piece in &page.pieces {
        text.extend([piece.line.text.as_str(), "\n"]);
    }
    Language::of_text(&text)
}

fn lines(page: Page, language: Language) -> Vec<Line> {
    let openings = Conventions::of(language).openings();
    let Page { mut pieces, lists, is_own, .. } = page;
    for piece in &mut pieces {
        let text = &piece.line.text;
        let item = piece.item.and_then(|(list, number)| Some((lists.get(list)?, number)));
        let Some((list, number)) = item else { continue };
        let opens =
            || openings.preambular(text).is_some() || openings.operative(text).is_some();
        let has_marker = parse_marker(text).is_some();
        if !(has_marker || list.is_bulleted() && opens()) {
            piece.insert(0, &list.marker(number));
        }
    }
    if is_own {
        own_page::tell(&mut pieces);
    }
    pieces.into_iter().map(|piece| piece.line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_of(page: &str) -> Vec<String> {
        let manuscript = read(page.as_bytes(), &Options::default()).unwrap();
        manuscript.lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_page_is_told_by_its_first_tag() {
        for page in [
            "<!DOCTYPE html><p>x",
            "\u{feff}<!-- saved --> <html lang=en>",
            "<?xml version='1.0'?><html xmlns='x'>",
            "<p class=x>One</p>",
        ] {
            assert!(is_it(page.as_bytes()), "{page}");
        }
        for text in
            ["<!-- Page 1 -->\n# Title", "<pre> of it", "<hello> world</p>", "x <p></p>"]
        {
            assert!(!is_it(text.as_bytes()), "{text}");
        }
    }

    #[test]
    fn lists_have_the_markers_that_a_browser_shows() {
        assert_eq!(
            lines_of(
                "<ol start=4><li>x<ol><li>y<ol><li>z</ol></ol><li value=9>u<li>v</ol>"
            ),
            ["4. x", "(a) y", "(i) z", "9. u", "10. v"]
        );
        assert_eq!(lines_of("<ol reversed><li>x<li>y</ol>"), ["2. x", "1. y"]);
        assert_eq!(
            lines_of("<ol type=A><li>x</ol><ol type=I><li>y</ol>"),
            ["A. x", "I. y"]
        );
        assert_eq!(
            lines_of("<ul><li>x<li>Recalling its resolution 1/1,</ul>"),
            ["• x", "Recalling its resolution 1/1,"]
        );
        assert_eq!(lines_of("<ol><li>(a) To act</ol>"), ["(a) To act"]);
    }

    #[test]
    fn a_number_in_a_cell_stands_before_the_words_of_the_next() {
        let page = "<table><tr><td>1.<td>Decides to act;<tr><td>2.<td>Waits.</table>";
        assert_eq!(lines_of(page), ["1. Decides to act;", "2. Waits."]);
        let rows = "<table><tr><td>a<td>b<tr><td>c<td>d|e</table>";
        let below = format!("<p>The General Assembly,</p>{rows}");
        assert_eq!(lines_of(rows), ["a", "b", "c", "d|e"]);
        assert_eq!(lines_of(&below)[1..], ["| a | b |", "| --- | --- |", "| c | d/e |"]);
    }

    #[test]
    fn spaces_are_those_that_a_browser_shows() {
        assert_eq!(
            lines_of(
                "<p> a\n b&nbsp;c <b> d</b> &nbsp; e 12&nbsp;000&shy;x \u{ab}&nbsp;f&nbsp;\u{bb}"
            ),
            ["a b c d e 12\u{a0}000x \u{ab}\u{a0}f\u{a0}\u{bb}"]
        );
    }
}
