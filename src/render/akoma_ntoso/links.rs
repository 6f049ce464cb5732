//! The resolutions and documents that running words name, by their names on the web.

use std::ops::Range;

use super::names::{of_document, of_resolution};
use crate::conventions::organs::Organ;
use crate::conventions::symbols;
use crate::lint::citations::citations;

/// Words and what they refer to.
pub(super) struct Link {
    /// The words, as bytes of the running text.
    pub(super) words: Range<usize>,
    pub(super) to: To,
}

/// What words refer to.
pub(super) enum To {
    /// A document.
    Document(String),
    /// A day.
    Day(String),
    /// Words that an amendment quotes, by the identifier that they get.
    Quoted(String),
}

/// The links in words of an organ, with others that are known, in order and apart from one
/// another.
pub(super) fn links(text: &str, organ: Option<&Organ>, known: Vec<Link>) -> Vec<Link> {
    let mut links = known;
    links.extend(to_resolutions(text, organ));
    links.extend(to_documents(text));
    links.sort_by_key(|link| (link.words.start, link.words.end));
    let mut end = 0;
    links.retain(|link| {
        let is_apart = link.words.start >= end && !link.words.is_empty();
        end = if is_apart { link.words.end } else { end };
        is_apart
    });
    links
}

fn to_resolutions(text: &str, organ: Option<&Organ>) -> Vec<Link> {
    let mut links = Vec::new();
    for citation in citations(text, organ) {
        let date = citation.date.as_ref();
        if let Some((words, day)) = date {
            links.push(Link { words: words.clone(), to: To::Day(day.to_string()) });
        }
        let day = date.map(|(_, day)| *day);
        let name =
            citation.organ.map(|organ| of_resolution(organ, &citation.number, day));
        links.extend(
            name.map(|name| Link { words: citation.words, to: To::Document(name) }),
        );
    }
    links
}

fn to_documents(text: &str) -> Vec<Link> {
    let (mut links, mut from) = (Vec::new(), 0);
    while let Some((found, symbol)) = text.get(from..).and_then(symbols::find) {
        let words = from + found.start..from + found.end;
        from = words.end;
        if symbol.is_well_formed() {
            links.push(Link { words, to: To::Document(of_document(&symbol)) });
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::{Link, To};
    use crate::conventions::organs;

    /// The links of words of the Human Rights Council, as `words → where`.
    fn links(text: &str) -> Vec<String> {
        let written = |link: &Link| {
            let words = text.get(link.words.clone()).unwrap();
            match &link.to {
                To::Document(name) => format!("{words} → {name}"),
                To::Day(day) | To::Quoted(day) => format!("{words} → {day}"),
            }
        };
        super::links(text, organs::by_code("HRC"), Vec::new())
            .iter()
            .map(written)
            .collect()
    }

    #[test]
    fn resolutions_have_the_day_that_is_written_or_known() {
        assert_eq!(
            links(
                "Recalling its resolution 16/21 of 25 March 2011 and Assembly resolution 70/1,"
            ),
            [
                "16/21 → /akn/un/statement/deliberation/un-hrc/2011-03-25/16-21",
                "25 March 2011 → 2011-03-25",
                "70/1 → /akn/un/statement/deliberation/un-ga/2015-09-25/70-1",
            ]
        );
        assert_eq!(
            links("Security Council resolution 9325 (2099),"),
            ["9325 (2099) → https://undocs.org/S/RES/9325(2099)"]
        );
    }

    #[test]
    fn documents_are_named_by_their_symbols() {
        assert_eq!(
            links("See A/HRC/44/37, A/RES/70/1 and and/or 5/1."),
            [
                "A/HRC/44/37 → https://undocs.org/A/HRC/44/37",
                "A/RES/70/1 → /akn/un/statement/deliberation/un-ga/2015-09-25/70-1",
            ]
        );
    }
}
