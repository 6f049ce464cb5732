//! How paragraphs are numbered: `1.`, `(a)`, `(i)`, `a.`, `i.` (Editorial Manual,
//! Paragraphs and subparagraphs), and the forms that authors write instead. Arabic, Russian
//! and Chinese have letters and numerals of their own: see [`scripts`].

pub mod scripts;

use super::Language;

/// A marker at the start of a paragraph, as far as its own characters tell. Whether `(i)`
/// is the ninth letter or the first Roman numeral is told by the sequence around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParsedMarker {
    /// The kind of marker.
    pub form: MarkerForm,
    /// Its value as a number, or as letters counted from 1 (a = 1, aa = 27).
    pub value: Option<u32>,
    /// Its value as a Roman numeral, where its letters are one.
    pub roman: Option<u32>,
    /// The bytes of the marker with its Latin suffix, the space after it left out.
    pub len: usize,
    /// Where the Latin suffix stands in the marker: `bis` of `4 bis.`.
    pub suffix: Option<(usize, usize)>,
}

/// The shapes of a marker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkerForm {
    /// `1.`: an operative paragraph.
    Number,
    /// `(a)`, `(i)`, `(أ)`, `(一)`: first or second degree.
    Bracketed,
    /// `a)`, `i)`: the same in French, Spanish and Russian; wrong in English.
    HalfBracketed,
    /// `a.`, `i.`: third or fourth degree.
    Dotted,
    /// `1)`, `(1)`, `1:`, `1、`: a wrong form of a number. `1 -` too, but in Arabic.
    WrongNumber,
    /// `(A)`, `A.`: a wrong form of a letter.
    Capital,
    /// `-`, `*`, `•`: not used in resolutions, since it cannot be cited.
    Bullet,
    /// `#.`: the next number, please.
    AutoNumber,
    /// `(#)`: the next letter, please.
    AutoLetter,
}

impl ParsedMarker {
    /// Whether it is one of the forms of the Manual, or asks for one.
    pub fn is_regular(&self) -> bool {
        use MarkerForm::{
            AutoLetter, AutoNumber, Bracketed, Dotted, HalfBracketed, Number,
        };
        matches!(
            self.form,
            Number | Bracketed | Dotted | HalfBracketed | AutoNumber | AutoLetter
        )
    }

    /// Whether it numbers an operative paragraph, rightly or wrongly.
    pub fn is_number(&self) -> bool {
        use MarkerForm::{AutoNumber, Number, WrongNumber};
        matches!(self.form, Number | AutoNumber | WrongNumber)
    }
}

/// The suffixes of paragraphs put in during negotiation, in their order (Editorial
/// Manual, Paragraphs and subparagraphs).
pub const LATIN_SUFFIXES: [&str; 11] = [
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "nonies",
    "decies",
    "undecies",
    "duodecies",
];

/// A marker without what encloses it: “a” of “(a)”.
pub fn bare(marker: &str) -> &str {
    const ENCLOSING: [char; 11] =
        ['(', ')', '（', '）', '.', '-', '‘', '’', '\'', '*', ' '];
    let mut letters = marker.chars();
    match (letters.next().and_then(scripts::enclosed_numeral), letters.next()) {
        (Some(numeral), None) => numeral,
        _ => marker.trim_matches(ENCLOSING),
    }
}

/// Reads the marker that opens a text. A marker is followed by white space or by nothing,
/// a number or a letter in brackets also at once by its first word: “3.Calls”.
pub fn parse_marker(text: &str) -> Option<ParsedMarker> {
    let first = *text.as_bytes().first()?;
    let marker = match first {
        b'0'..=b'9' => number(text),
        b'(' => bracketed(text),
        b'#' => text.starts_with("#.").then_some(marker(MarkerForm::AutoNumber, 2)),
        b'a'..=b'z' | b'A'..=b'Z' => lettered(text),
        b'-' | b'*' => text
            .get(1..)?
            .starts_with([' ', '\t'])
            .then_some(marker(MarkerForm::Bullet, 1)),
        b'\'' => quoted(text, "'", "'"),
        _ => of_another_script(text),
    }?;
    let after = text.get(marker.len..)?;
    let is_followed_by_space = after.chars().next().is_none_or(char::is_whitespace);
    (is_followed_by_space || is_glued(marker.form, after)).then_some(marker)
}

/// Whether a marker touches the word that it numbers, a capital and small letters: not
/// “1.5 billion”, nor “(A)(b)”. Chinese writes no spaces.
fn is_glued(form: MarkerForm, after: &str) -> bool {
    let mut letters = after.chars();
    let (Some(first), second) = (letters.next(), letters.next()) else { return false };
    match form {
        MarkerForm::Number | MarkerForm::Bracketed if first.is_uppercase() => {
            second.is_some_and(char::is_lowercase)
        }
        MarkerForm::Number | MarkerForm::Bracketed | MarkerForm::WrongNumber => {
            // “(a)项” speaks of the subparagraph and does not begin it.
            matches!(first, '\u{4e00}'..='\u{9fff}')
                && !matches!(first, '项' | '段' | '分')
        }
        _ => false,
    }
}

/// A marker whose first character is not of ASCII.
fn of_another_script(text: &str) -> Option<ParsedMarker> {
    match text.chars().next()? {
        sign @ ('•' | '–' | '‣') => {
            Some(marker(MarkerForm::Bullet, sign.len_utf8()))
        }
        '（' => bracketed(text),
        '‘' => quoted(text, "‘", "’"),
        'а'..='я' => cyrillic(text),
        first => enclosed(first),
    }
}

/// `㈠`.
fn enclosed(first: char) -> Option<ParsedMarker> {
    let roman = scripts::chinese_numeral_value(scripts::enclosed_numeral(first)?);
    Some(ParsedMarker { roman, ..marker(MarkerForm::Bracketed, first.len_utf8()) })
}

/// `а)` in Cyrillic letters.
fn cyrillic(text: &str) -> Option<ParsedMarker> {
    let (letter, _) = text.split_once(')')?;
    let value = Some(scripts::letter_value(scripts::CYRILLIC, letter)?);
    Some(ParsedMarker { value, ..marker(MarkerForm::HalfBracketed, letter.len() + 1) })
}

/// `‘1’`: the second degree in Arabic.
fn quoted(text: &str, opening: &str, closing: &str) -> Option<ParsedMarker> {
    let (figures, _) = text.strip_prefix(opening)?.split_once(closing)?;
    let is_number =
        (1..=2).contains(&figures.len()) && figures.bytes().all(|b| b.is_ascii_digit());
    let roman = figures.parse().ok().filter(|_| is_number)?;
    let len = opening.len() + figures.len() + closing.len();
    Some(ParsedMarker { roman: Some(roman), ..marker(MarkerForm::Bracketed, len) })
}

fn marker(form: MarkerForm, len: usize) -> ParsedMarker {
    ParsedMarker { form, value: None, roman: None, len, suffix: None }
}

/// `1.`, `4 bis.`, and the wrong `1)`, `1:`, `1、`, `1 -`.
fn number(text: &str) -> Option<ParsedMarker> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = (digits <= 4).then(|| text.get(..digits)?.parse().ok()).flatten();
    let rest = text.get(digits..)?;
    let found =
        |form, len, suffix| Some(ParsedMarker { form, value, roman: None, len, suffix });
    value?;
    if rest.starts_with('.') {
        return found(MarkerForm::Number, digits + 1, None);
    }
    if let Some(sign) = rest.chars().next().filter(|c| [')', ':', '、', '．'].contains(c))
    {
        return found(MarkerForm::WrongNumber, digits + sign.len_utf8(), None);
    }
    if rest.starts_with(" - ") || rest.starts_with(" – ") {
        let dash = rest.trim_start().chars().next().map_or(1, char::len_utf8);
        return found(MarkerForm::WrongNumber, digits + 1 + dash, None);
    }
    let word = rest.strip_prefix(' ')?;
    let stars = word.bytes().take_while(|byte| *byte == b'*').count();
    let word = word.get(stars..)?;
    let suffix = LATIN_SUFFIXES.iter().rev().find(|suffix| word.starts_with(**suffix))?;
    let start = digits + 1 + stars;
    let end = start + suffix.len();
    let after = text.get(end..)?.trim_start_matches('*');
    let end_with_stars = text.len() - after.len();
    after
        .starts_with('.')
        .then(|| found(MarkerForm::Number, end_with_stars + 1, Some((start, end))))
        .flatten()
}

/// `(a)`, `(i)`, `(#)`, `(aa)`, `(أ)`, `(一)`, and the wrong `(1)`, `(A)`. Chinese may have
/// wide brackets.
fn bracketed(text: &str) -> Option<ParsedMarker> {
    let (end, closing) = text.char_indices().find(|(_, c)| [')', '）'].contains(c))?;
    let inner = text.get(..end)?.trim_start_matches(['(', '（']);
    let bare = inner.trim_matches('*');
    let len = end + closing.len_utf8();
    if bare == "#" {
        return Some(marker(MarkerForm::AutoLetter, len));
    }
    if bare.bytes().all(|byte| byte.is_ascii_digit()) && (1..=3).contains(&bare.len()) {
        let value = bare.parse().ok();
        return Some(ParsedMarker { value, ..marker(MarkerForm::WrongNumber, len) });
    }
    let value = scripts::letter_value(scripts::ARABIC, bare);
    let roman = scripts::chinese_numeral_value(bare);
    if value.is_some() || roman.is_some() {
        return Some(ParsedMarker { value, roman, ..marker(MarkerForm::Bracketed, len) });
    }
    letters(bare, MarkerForm::Bracketed, len)
}

/// `a.`, `i.`, `a)`.
fn lettered(text: &str) -> Option<ParsedMarker> {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let form = match text.as_bytes().get(len)? {
        b'.' => MarkerForm::Dotted,
        b')' => MarkerForm::HalfBracketed,
        _ => return None,
    };
    letters(text.get(..len)?, form, len + 1)
}

fn letters(word: &str, form: MarkerForm, len: usize) -> Option<ParsedMarker> {
    let lower = word.to_ascii_lowercase();
    let (value, roman) = (letter_value(&lower), roman_value(&lower));
    if value.is_none() && roman.is_none() {
        return None;
    }
    let form = if word == lower { form } else { MarkerForm::Capital };
    Some(ParsedMarker { form, value, roman, len, suffix: None })
}

/// The place of letters in the sequence a, b … z, aa, bb …: `h` is 8, `bb` is 28.
pub fn letter_value(letters: &str) -> Option<u32> {
    let first = letters.bytes().next().filter(u8::is_ascii_lowercase)?;
    let is_one_letter_repeated = letters.bytes().all(|byte| byte == first);
    let repeated = u32::try_from(letters.len()).ok()?.checked_sub(1)?;
    (is_one_letter_repeated && repeated < 3)
        .then(|| u32::from(first - b'a') + 1 + 26 * repeated)
}

/// The letters of a place in that sequence.
pub fn letters_of(value: u32) -> String {
    let zero_based = value.saturating_sub(1);
    let letter = char::from(b'a' + u8::try_from(zero_based % 26).unwrap_or(0));
    std::iter::repeat_n(letter, (zero_based / 26 + 1) as usize).collect()
}

const ROMAN: [(u32, &str); 13] = [
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
];

/// The lower-case Roman numeral of a number.
pub fn roman_of(mut value: u32) -> String {
    let mut numeral = String::new();
    for (worth, letters) in ROMAN {
        while value >= worth {
            numeral.push_str(letters);
            value -= worth;
        }
    }
    numeral
}

/// The number of a Roman numeral in either case, written as it should be.
pub fn roman_value(numeral: &str) -> Option<u32> {
    if numeral.is_empty() || numeral.len() > 12 {
        return None;
    }
    let lower = numeral.to_ascii_lowercase();
    let (mut rest, mut value) = (lower.as_str(), 0);
    for (worth, letters) in ROMAN {
        while let Some(after) = rest.strip_prefix(letters) {
            value += worth;
            rest = after;
        }
    }
    (rest.is_empty() && roman_of(value) == lower).then_some(value)
}

/// The marker of the `ordinal`th paragraph of a degree, as English writes it.
pub fn marker_text(degree: u8, ordinal: u32) -> String {
    match degree {
        0 => format!("{ordinal}."),
        1 => format!("({})", letters_of(ordinal)),
        2 => format!("({})", roman_of(ordinal)),
        _ if degree % 2 == 1 => format!("{}.", letters_of(ordinal)),
        _ => format!("{}.", roman_of(ordinal)),
    }
}

/// The marker of the `ordinal`th paragraph of a degree, as a language writes it: `(a)`,
/// `a)` in French, Spanish and Russian, `(أ)` in Arabic. Chinese writes `(i)` or `(一)`,
/// and is given the first.
pub fn marker_text_in(language: Language, degree: u8, ordinal: u32) -> String {
    let marker = marker_text(degree, ordinal);
    match (language, degree) {
        (Language::Ar, 0) => format!("{ordinal} -"),
        (Language::Ar, 1) => scripts::letter_of(scripts::ARABIC, ordinal)
            .map_or(marker, |letter| format!("({letter})")),
        (Language::Ar, 2) => format!("‘{ordinal}’"),
        _ if form_of_degree(language, degree) == MarkerForm::HalfBracketed => {
            marker.trim_start_matches('(').to_owned()
        }
        _ => marker,
    }
}

/// The marker of the `ordinal`th paragraph of a degree in the script of the first of its
/// list: `(二)` after `(一)`.
pub fn marker_text_like(
    first: &str,
    language: Language,
    degree: u8,
    ordinal: u32,
) -> String {
    let usual = marker_text_in(language, degree, ordinal);
    let core = bare(first);
    let is_cyrillic = scripts::letter_value(scripts::CYRILLIC, core).is_some();
    let is_chinese = scripts::chinese_numeral_value(core).is_some();
    let own = match degree {
        1 if is_cyrillic => scripts::letter_of(scripts::CYRILLIC, ordinal),
        2 if is_chinese => scripts::chinese_numeral_of(ordinal),
        _ => None,
    };
    let Some(own) = own else { return usual };
    if first.starts_with('（') {
        format!("（{own}）")
    } else {
        usual.replace(bare(&usual), &own)
    }
}

/// The form that markers of a degree have in a language.
pub fn form_of_degree(language: Language, degree: u8) -> MarkerForm {
    match (degree, language) {
        (0, _) => MarkerForm::Number,
        (1 | 2, Language::Fr | Language::Es | Language::Ru) => MarkerForm::HalfBracketed,
        (1 | 2, _) => MarkerForm::Bracketed,
        _ => MarkerForm::Dotted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markers_of_the_manual() {
        for (text, form) in [
            ("12. Decides", MarkerForm::Number),
            ("4 bis. Decides", MarkerForm::Number),
            ("(aa) To act", MarkerForm::Bracketed),
            ("(ii) To act", MarkerForm::Bracketed),
            ("a. To act", MarkerForm::Dotted),
            ("a) To act", MarkerForm::HalfBracketed),
            ("(1) To act", MarkerForm::WrongNumber),
            ("3: Decides", MarkerForm::WrongNumber),
            ("3.Decides", MarkerForm::Number),
            ("(a)To act", MarkerForm::Bracketed),
            ("#. Decides", MarkerForm::AutoNumber),
            ("• To act", MarkerForm::Bullet),
            ("1 - ترحب", MarkerForm::WrongNumber),
            ("(أ) أن تعمل", MarkerForm::Bracketed),
            ("‘1’ أن تعمل", MarkerForm::Bracketed),
            ("(a)采取行动", MarkerForm::Bracketed),
            ("（一）采取行动", MarkerForm::Bracketed),
            ("㈠ 采取行动", MarkerForm::Bracketed),
            ("1、决定", MarkerForm::WrongNumber),
            ("б) действовать", MarkerForm::HalfBracketed),
        ] {
            assert_eq!(
                parse_marker(text).map(|marker| marker.form),
                Some(form),
                "{text}"
            );
        }
    }

    #[test]
    fn words_and_numbers_in_text_are_no_markers() {
        for text in [
            "2019.5 per cent",
            "States.",
            "(the Rules)",
            "1.5 billion",
            "3 per cent",
            "10:30",
            "(a)项所列国家",
            "（见附件）",
            "‘2030’",
        ] {
            assert_eq!(parse_marker(text), None, "{text}");
        }
    }

    #[test]
    fn an_i_is_a_letter_and_a_numeral() {
        let marker = parse_marker("(i) To act").unwrap();
        assert_eq!((marker.value, marker.roman), (Some(9), Some(1)));
    }

    #[test]
    fn a_list_goes_on_in_its_own_script() {
        let (ar, zh) = (Language::Ar, Language::Zh);
        assert_eq!(marker_text_in(ar, 1, 2), "(ب)");
        assert_eq!(marker_text_like("(一)", zh, 2, 12), "(十二)");
        assert_eq!(marker_text_like("（一）", zh, 2, 2), "（二）");
        assert_eq!(marker_text_like("(i)", zh, 2, 2), "(ii)");
        assert_eq!(marker_text_like("а)", Language::Ru, 1, 3), "в)");
        assert_eq!(marker_text_like("a)", Language::Ru, 1, 3), "c)");
        assert_eq!(
            [bare("(一)"), bare("㈡"), bare("‘1’"), bare("4 bis.")],
            ["一", "二", "1", "4 bis"]
        );
    }

    #[test]
    fn letters_after_z_are_doubled() {
        assert_eq!(letters_of(28), "bb");
        assert_eq!(letter_value("bb"), Some(28));
        assert_eq!(letter_value("ab"), None);
    }

    #[test]
    fn roman_numerals_go_both_ways() {
        assert!((1..200).all(|n| roman_value(&roman_of(n)) == Some(n)));
        assert_eq!(roman_value("iiii"), None);
    }
}
