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

/// What takes a number after a full stop in a symbol (Dag Hammarskjöld Library, United
/// Nations document symbols).
const NUMBERED: [&str; 23] = [
    "AC", "Add", "Amend", "C", "CN", "CONF", "Corr", "CRP", "EA", "GC", "L", "PC", "PCN",
    "PV", "R", "Res", "Rev", "SC", "SR", "Sub", "WG", "WP", "Part",
];

impl Symbol {
    /// Whether each part between strokes has a form that parts of symbols have.
    pub fn is_well_formed(&self) -> bool {
        let text = self.text.trim_end_matches('*');
        let mut parts = text.split('/');
        let opens = matches!(parts.next(), Some("A" | "S" | "E" | "ST" | "T"));
        opens && parts.all(is_part)
    }

    /// A symbol that is not well formed with its own letters and figures, full stops and
    /// strokes put right.
    pub fn mended(&self) -> Option<String> {
        if self.is_well_formed() {
            return None;
        }
        let bare = self.text.trim_end_matches('*');
        let mut mended = String::new();
        let mut last = "";
        for word in runs(bare) {
            let of_table = NUMBERED.iter().find(|known| known.eq_ignore_ascii_case(word));
            let written = of_table.map_or(word, |known| *known);
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            mended.push_str(match (last, is_number) {
                ("", _) => "",
                ("S" | "ES", true) if mended.len() > last.len() => "-",
                (last, true) if NUMBERED.contains(&last) => ".",
                _ => "/",
            });
            mended.push_str(written);
            last = written;
        }
        mended.push_str(self.text.get(bare.len()..)?);
        let symbol = read(&mended);
        symbol.is_well_formed().then_some(mended)
    }
}

/// “45”, “S-4”, “HRC”, “L.24”, “1325 (2000)”, “270 B”.
fn is_part(part: &str) -> bool {
    let (name, bracket) = match part.split_once('(') {
        Some((name, rest)) => (name.trim_end(), rest.strip_suffix(')')),
        None => (part, Some("")),
    };
    let is_closed = bracket.is_some_and(|inner| !inner.contains(['(', ' ']));
    let is_word = name.len() > 1 && is_capitals(name);
    is_closed && (is_word || is_session_or_number(name) || is_numbered_word(name))
}

/// “45”, “S-4”, “ES-11”, “S-VI”, and the letters of parts of a resolution, “60 A-C”.
fn is_session_or_number(name: &str) -> bool {
    let special = name.strip_prefix("ES-").or_else(|| name.strip_prefix("S-"));
    let number = special.unwrap_or(name);
    let digits = number.bytes().take_while(u8::is_ascii_digit).count();
    let letters = number.get(digits..).unwrap_or_default().trim_start();
    let is_lettered = letters.len() <= 3 && is_capitals(&letters.replace('-', ""));
    let is_number = (1..=6).contains(&digits) && (number.len() == digits || is_lettered);
    is_number || special.is_some_and(is_capitals)
}

/// “L.24”, “Rev.1”, “CONF.151”.
fn is_numbered_word(name: &str) -> bool {
    name.split_once('.').is_some_and(|(word, number)| {
        word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|byte| byte.is_ascii_alphabetic())
            && (1..=6).contains(&number.len())
            && number.bytes().all(|byte| byte.is_ascii_digit())
    })
}

fn is_capitals(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The runs of letters and of figures in a text.
fn runs(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| (c.is_ascii_digit(), c.is_ascii_alphabetic());
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
        let first = rest.chars().next()?;
        let len = rest.find(|c| kind(c) != kind(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at_checked(len)?;
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_symbols() {
        for text in [
            "A/HRC/18/L.24/Rev.1",
            "A/HRC/S-4/L.3",
            "A/ES-11/L.1",
            "A/C.3/78/L.12*",
            "A/RES/57/270 B",
            "A/RES/57/270B",
            "A/RES/3363 (XXX)",
            "A/RES/3362 (S-VI)",
            "S/RES/2231 (2015)",
            "S/2022/155",
            "E/CN.4/Sub.2/2003/12/Rev.2",
            "A/CONF.151/26",
            "A/AC.109/2019/L.18",
            "E/ESCAP/RES/79/1",
        ] {
            assert!(read(text).is_well_formed(), "{text}");
            assert_eq!(read(text).mended(), None, "{text}");
        }
    }

    #[test]
    fn full_stops_and_strokes_are_put_right() {
        for (wrong, right) in [
            ("A/HRC/45/L20", "A/HRC/45/L.20"),
            ("A HRC/45/L.20", "A/HRC/45/L.20"),
            ("A/HRC/45L.20", "A/HRC/45/L.20"),
            ("A/HRC/45/L. 20", "A/HRC/45/L.20"),
            ("A/HRC/S-4/L3", "A/HRC/S-4/L.3"),
            ("A/C3/78/L.12/REV.1", "A/C.3/78/L.12/Rev.1"),
        ] {
            let symbol = read(wrong);
            assert!(!symbol.is_well_formed(), "{wrong}");
            assert_eq!(symbol.mended().as_deref(), Some(right), "{wrong}");
        }
    }

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
