//! Document symbols: `A/HRC/18/L.24/Rev.1` (Dag Hammarskjöld Library, United Nations
//! document symbols).

use std::ops::Range;

/// A document symbol, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// As written.
    pub text: String,
    /// The code of the organ whose document it is: “HRC”, “GA/C.3”.
    pub organ: Option<&'static str>,
    /// The session or year in it: “18”, “S-4”, “2020”.
    pub session: Option<String>,
    /// What the document is.
    pub kind: SymbolKind,
    /// The number of the revision, of `/Rev.1`.
    pub revision: Option<u32>,
}

/// What a symbol says of its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolKind {
    /// Limited distribution, `L.`: drafts and amendments.
    Draft,
    /// `RES`.
    Resolution,
    /// `DEC`.
    Decision,
    /// `PRST`.
    Statement,
    /// Any other document.
    Other,
}

/// Reads a symbol that is all of the text.
pub fn parse(text: &str) -> Option<Symbol> {
    let text = text.trim();
    let (range, symbol) = find(text)?;
    (range == (0..text.len())).then_some(symbol)
}

/// Keeps a symbol whose number is still open: “A/HRC/60/L.___”.
pub fn parse_loosely(text: &str) -> Option<Symbol> {
    let text = text.trim();
    let is_symbol = text.contains('/')
        && text.starts_with(['A', 'S', 'E'])
        && !text.contains(|c: char| c.is_control() || c == '<');
    is_symbol.then(|| read(text))
}

/// The first symbol in a line.
pub fn find(line: &str) -> Option<(Range<usize>, Symbol)> {
    let mut from = 0;
    while let Some(slash) = line.get(from..)?.find('/') {
        let slash = from + slash;
        if let Some(found) = around(line, slash) {
            return Some(found);
        }
        from = slash + 1;
    }
    None
}

/// The symbol whose first slash this is: it opens with the letter of a principal organ.
fn around(line: &str, slash: usize) -> Option<(Range<usize>, Symbol)> {
    let before = line.get(..slash)?;
    let word_start = before.len()
        - before
            .chars()
            .rev()
            .take_while(|c| c.is_alphanumeric())
            .map(char::len_utf8)
            .sum::<usize>();
    let first = before.get(word_start..)?;
    if !matches!(first, "A" | "S" | "E" | "ST" | "T") {
        return None;
    }
    let rest = line.get(word_start..)?;
    let is_of_symbol =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '*');
    let mut len = rest.find(|c| !is_of_symbol(c)).unwrap_or(rest.len());
    len += year_in_brackets(rest.get(len..)?);
    let text = rest.get(..len)?.trim_end_matches(['.', '-', '/']);
    let has_number = text.contains(|c: char| c.is_ascii_digit() || c == '_');
    has_number.then(|| (word_start..word_start + text.len(), read(text)))
}

/// The length of “ (2015)” or “(XXV)”, which ends the symbols of some resolutions.
fn year_in_brackets(rest: &str) -> usize {
    let trimmed = rest.strip_prefix(' ').unwrap_or(rest);
    let inner = trimmed.strip_prefix('(').and_then(|inner| inner.split_once(')'));
    let is_number = |inner: &str| {
        !inner.is_empty()
            && inner.len() <= 8
            && inner.bytes().all(|b| b.is_ascii_digit() || b"IVXLCS-E".contains(&b))
    };
    match inner {
        Some((inner, _)) if is_number(inner) => {
            rest.len() - trimmed.len() + inner.len() + 2
        }
        _ => 0,
    }
}

fn read(text: &str) -> Symbol {
    let parts: Vec<&str> = text.split('/').collect();
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    let organ = match (part(0), part(1)) {
        ("A", "HRC") => Some("HRC"),
        ("A", "C.1") => Some("GA/C.1"),
        ("A", "C.2") => Some("GA/C.2"),
        ("A", "C.3") => Some("GA/C.3"),
        ("A", "C.4") => Some("GA/C.4"),
        ("A", "C.5") => Some("GA/C.5"),
        ("A", "C.6") => Some("GA/C.6"),
        ("A", _) => Some("GA"),
        ("S", _) => Some("SC"),
        ("E", _) => Some("ECOSOC"),
        _ => None,
    };
    let kind = if parts.contains(&"RES") {
        SymbolKind::Resolution
    } else if parts.contains(&"DEC") {
        SymbolKind::Decision
    } else if parts.contains(&"PRST") {
        SymbolKind::Statement
    } else if parts.iter().any(|part| part.starts_with("L.")) {
        SymbolKind::Draft
    } else {
        SymbolKind::Other
    };
    let is_session = |part: &&str| {
        let digits = part.trim_start_matches("ES-").trim_start_matches("S-");
        !digits.is_empty()
            && digits.len() <= 4
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let has_session = !(organ == Some("SC") && kind == SymbolKind::Resolution);
    let session =
        parts.iter().skip(1).find(|part| is_session(part)).filter(|_| has_session);
    let revision = parts
        .iter()
        .find_map(|part| part.strip_prefix("Rev.")?.trim_end_matches('*').parse().ok());
    Symbol {
        text: text.to_owned(),
        organ,
        session: session.map(ToString::to_string),
        kind,
        revision,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_tells_organ_session_and_revision() {
        let symbol = parse("A/HRC/18/L.24/Rev.1").unwrap();
        assert_eq!(symbol.organ, Some("HRC"));
        assert_eq!(symbol.session.as_deref(), Some("18"));
        assert_eq!((symbol.kind, symbol.revision), (SymbolKind::Draft, Some(1)));
    }

    #[test]
    fn a_symbol_is_found_in_a_line() {
        let (range, symbol) = find("United Nations A/C.3/78/L.12").unwrap();
        assert_eq!((range, symbol.organ), (15..28, Some("GA/C.3")));
        assert_eq!(find("S/RES/2231 (2015), and").unwrap().0, 0..17);
        assert_eq!(find("and/or his/her resolution 70/1"), None);
    }
}
