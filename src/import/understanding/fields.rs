//! The fields of a first page, each told by its own words, so that lines which run
//! together are read as well as lines which do not.

use jiff::civil::Date;

use crate::conventions::organs::{self, Organ};
use crate::conventions::{Language, calendar, numbering, symbols};
use crate::model::Kind;

use super::closing;

/// What opens a line above the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Field {
    Organ(&'static str),
    Session(String),
    SessionDates,
    Symbol(String),
    Distribution(String),
    Date(Date),
    Original(Option<Language>),
    AgendaItems(Vec<String>),
    Headline {
        date: Option<Date>,
        meeting: Option<u32>,
        kind: Kind,
    },
    /// “Statement by the President of the Security Council”, “Decision”.
    Kind(Kind),
    /// “[on the report of the Third Committee (A/70/489)]”
    Provenance,
    /// The number; the title follows.
    Number(String),
    /// Words of the page that are no field.
    Aside(&'static str),
}

/// The field that opens a text, and the rest.
pub(super) fn field(text: &str) -> Option<(Field, &str)> {
    united_nations(text)
        .or_else(|| symbol(text))
        .or_else(|| distribution(text))
        .or_else(|| original(text))
        .or_else(|| headline(text))
        .or_else(|| provenance(text))
        .or_else(|| agenda_items(text))
        .or_else(|| session_dates(text))
        .or_else(|| number(text))
        .or_else(|| kind(text))
        .or_else(|| date(text))
        .or_else(|| organ(text))
        .or_else(|| session(text))
        .or_else(|| furniture(text))
}

/// The same between number and organ line, where most lines are the title.
pub(super) fn field_below_number(text: &str) -> Option<(Field, &str)> {
    distribution(text)
        .or_else(|| original(text))
        .or_else(|| headline(text))
        .or_else(|| provenance(text))
        .or_else(|| adopted_on(text))
        .or_else(|| furniture(text))
}

/// Whether a line holds the number of the resolution.
pub(super) fn is_number_line(text: &str) -> bool {
    number(text).is_some()
}

fn united_nations(text: &str) -> Option<(Field, &str)> {
    let rest = [
        "United Nations",
        "Nations Unies",
        "Naciones Unidas",
        "联合国",
        "Организация Объединенных Наций",
    ]
    .iter()
    .find_map(|name| text.strip_prefix(name))?
    .trim_start();
    let is_masthead = rest.is_empty() || symbol(rest).is_some();
    is_masthead.then_some((Field::Aside("masthead"), rest))
}

fn symbol(text: &str) -> Option<(Field, &str)> {
    let (range, symbol) = symbols::find(text).filter(|(range, _)| range.start == 0)?;
    let rest = text.get(range.end..)?.trim_start_matches('*');
    let ends = rest.is_empty() || rest.starts_with(' ');
    (ends && symbol.text.len() > 3).then_some((Field::Symbol(symbol.text), rest))
}

fn distribution(text: &str) -> Option<(Field, &str)> {
    let rest = text.strip_prefix("Distr")?;
    let rest = rest.trim_start_matches(['.', ':', ' ', '\u{a0}']);
    let end = rest.find(' ').unwrap_or(rest.len());
    Some((Field::Distribution(rest.get(..end)?.to_owned()), rest.get(end..)?))
}

fn original(text: &str) -> Option<(Field, &str)> {
    let cut = |label: &str| {
        let at = text.find(label)?;
        let before = text.get(..at)?.trim();
        let is_label =
            before.is_empty() || language_of(before).is_some() || before.len() < 12;
        is_label.then(|| text.get(at + label.len()..)).flatten()
    };
    let rest = ["Original:", "Original :", "ORIGINAL:", "Язык оригинала:", "原文："]
        .iter()
        .find_map(|l| cut(l))?;
    let rest = rest.trim_start();
    let end = rest.find([' ', ',']).unwrap_or(rest.len());
    let language = language_of(rest.get(..end)?);
    Some((Field::Original(language), ""))
}

/// The language of its name in English or in French.
fn language_of(name: &str) -> Option<Language> {
    let french = ["anglais", "français", "espagnol", "russe", "chinois", "arabe"];
    let at = french.iter().position(|french| french.eq_ignore_ascii_case(name.trim()));
    let is_named =
        |language: &Language| language.name().eq_ignore_ascii_case(name.trim());
    at.and_then(|at| Language::ALL.get(at).copied())
        .or_else(|| Language::ALL.into_iter().find(is_named))
}

fn headline(text: &str) -> Option<(Field, &str)> {
    const OPENINGS: [&str; 12] = [
        "resolution adopted by",
        "resolutions adopted by",
        "decision adopted by",
        "resolution adopted without",
        "adopted by the security council",
        "adopted by the economic",
        "résolution adoptée par",
        "décision adoptée par",
        "adoptée par le conseil",
        "resolución aprobada por",
        "резолюция, принятая",
        "принята советом",
    ];
    let lower = text.to_lowercase();
    let is_headline = OPENINGS.iter().any(|opening| lower.starts_with(opening))
        || text.contains("通过的决议") && text.len() < 200;
    if !is_headline || lower.starts_with("resolutions adopted on the reports") {
        return None;
    }
    let meeting = lower.split_once("at its ").and_then(|(_, rest)| {
        closing::meeting_of(rest.split([',']).next().unwrap_or(rest))
    });
    let date = calendar::find_date(text).map(|(_, date)| date);
    let is_decision = lower.starts_with("decision") || lower.starts_with("décision");
    let kind = if is_decision { Kind::Decision } else { Kind::Resolution };
    Some((Field::Headline { date, meeting, kind }, ""))
}

/// The line that names what is no resolution.
fn kind(text: &str) -> Option<(Field, &str)> {
    const STATEMENTS: [&str; 10] = [
        "statement by the president",
        "statements by the president",
        "president’s statement",
        "president's statement",
        "presidential statement",
        "déclaration du président",
        "déclaration de la présidente",
        "declaración de la presidencia",
        "заявление председателя",
        "主席声明",
    ];
    const DECISIONS: [&str; 8] = [
        "decision",
        "decisions",
        "draft decision",
        "décision",
        "décisions",
        "projet de décision",
        "proyecto de decisión",
        "проект решения",
    ];
    if text.len() > 90 || text.ends_with([',', ';', ':', '.']) {
        return None;
    }
    let lower = text.trim_matches(['*', ' ', '_']).to_lowercase();
    let is_statement = STATEMENTS.iter().any(|words| lower.starts_with(words))
        || lower.ends_with("主席声明");
    let is_amendment = lower.starts_with("amendment") && lower.contains(" to draft ");
    if is_statement {
        Some((Field::Kind(Kind::Statement), ""))
    } else if DECISIONS.contains(&lower.as_str()) {
        Some((Field::Kind(Kind::Decision), ""))
    } else {
        is_amendment.then_some((Field::Kind(Kind::Amendment), ""))
    }
}

fn provenance(text: &str) -> Option<(Field, &str)> {
    text.starts_with(['[', '［']).then_some((Field::Provenance, ""))
}

/// “Agenda items 70 (b) and 72”, “Item 3 of the provisional agenda”, “议程项目10”.
fn agenda_items(text: &str) -> Option<(Field, &str)> {
    const LABELS: [&str; 14] = [
        "Agenda items",
        "Agenda item",
        "AGENDA ITEM",
        "Items",
        "Item",
        "Points",
        "Point",
        "Temas del programa",
        "Tema del programa",
        "Tema",
        "Пункт",
        "议程项目",
        "临时议程项目",
        "البند",
    ];
    let rest = LABELS.iter().find_map(|label| text.strip_prefix(label))?;
    let mut numbers = Vec::new();
    let mut rest = rest.trim_start();
    loop {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let Some(number) = rest.get(..digits).filter(|number| !number.is_empty()) else {
            break;
        };
        let after = rest.get(digits..)?;
        let letter_len = letter_in_brackets(after);
        let letter = after.get(..letter_len)?.trim().replace(' ', "");
        let joint = if letter.is_empty() { "" } else { " " };
        numbers.push(format!("{number}{joint}{letter}"));
        rest = after.get(letter_len..)?;
        let next = [" and ", ", ", " et ", " y ", "和", "、"]
            .iter()
            .find_map(|and| rest.strip_prefix(and));
        match next.filter(|next| next.starts_with(|c: char| c.is_ascii_digit())) {
            Some(next) => rest = next,
            None => break,
        }
    }
    if numbers.is_empty() {
        return None;
    }
    let rest = rest.trim_start_matches([' ', ':', '.', '*']);
    let phrase = [
        "of the provisional agenda*",
        "of the provisional agenda",
        "de l'ordre du jour provisoire",
        "de l’ordre du jour provisoire",
        "de l'ordre du jour",
        "de l’ordre du jour",
        "del programa",
        "повестки дня",
    ];
    let rest = phrase.iter().find_map(|phrase| rest.strip_prefix(phrase)).unwrap_or(rest);
    Some((Field::AgendaItems(numbers), rest))
}

/// The length of “ (b)” or “(b)”.
fn letter_in_brackets(text: &str) -> usize {
    let inner =
        text.trim_start().strip_prefix('(').and_then(|inner| inner.split_once(')'));
    match inner {
        Some((letter, after)) if letter.trim().len() <= 4 => text.len() - after.len(),
        _ => 0,
    }
}

/// “11–29 September 2017”, “28 February–1 April 2022”, “2019年9月9日至27日”.
fn session_dates(text: &str) -> Option<(Field, &str)> {
    let is_short = text.len() < 70;
    let starts_with_day = text.starts_with(|c: char| c.is_ascii_digit());
    let has_span = text.contains(['–', '—', '-', '至'])
        || text.contains(" to ")
        || text.contains(" and ");
    let has_month =
        calendar::MONTHS.iter().any(|month| text.contains(month)) || text.contains('月');
    let ends_with_year = text.ends_with(|c: char| c.is_ascii_digit() || c == '日');
    (is_short && starts_with_day && has_span && has_month && ends_with_year)
        .then_some((Field::SessionDates, ""))
}

/// “45/32.”, “42/...”, “ES-11/1.”, “2997 (XXVII).”, “Resolution 2341 (2017)”.
pub(super) fn number(text: &str) -> Option<(Field, &str)> {
    let bare = ["Resolution ", "Résolution ", "RESOLUTION ", "Decision ", "Décision "]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text);
    let (number, rest) =
        of_statement(bare).or_else(|| numbered(bare)).or_else(|| by_year(bare))?;
    let rest = rest.trim_start_matches('*');
    let opens_title = rest.is_empty() || {
        let words = rest.trim_start_matches([' ', '.', '“', '"', '*']);
        words.len() < rest.len() && !words.starts_with(char::is_lowercase)
    };
    opens_title.then_some((Field::Number(number), rest))
}

/// “PRST 22/1”, “PRST OS/15/1.”
fn of_statement(text: &str) -> Option<(String, &str)> {
    let words = text.strip_prefix("PRST ").or_else(|| text.strip_prefix("PRST/"))?;
    let session = words.strip_prefix("OS/").unwrap_or(words);
    let (number, rest) = numbered(session)?;
    let before = text.get(..text.len() - session.len())?;
    Some((format!("{before}{number}"), rest))
}

fn numbered(text: &str) -> Option<(String, &str)> {
    let (session, after) = text.split_once('/')?;
    let figures = session.trim_start_matches("ES-").trim_start_matches("S-");
    if !(1..=4).contains(&figures.len()) || !figures.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let after_digits = after.get(digits..)?;
    if digits > 0 {
        let letters = after_digits.strip_prefix(' ').filter(|rest| {
            rest.starts_with(|c: char| c.is_ascii_uppercase())
                && rest.get(1..2) == Some(".")
        });
        if let Some(rest) = letters {
            let number = text.get(..session.len() + 1 + digits + 2)?;
            return Some((number.to_owned(), rest.get(2..)?));
        }
        let number = text.get(..session.len() + 1 + digits)?;
        return Some((
            number.to_owned(),
            after_digits.strip_prefix('.').unwrap_or(after_digits),
        ));
    }
    let open =
        after.find(|c: char| !matches!(c, '.' | '…' | '_' | 'X' | 'x' | '[' | ']' | '—'));
    let open = open.unwrap_or(after.len());
    let number = text.get(..session.len() + 1 + open)?;
    (open > 0).then(|| (number.to_owned(), after.get(open..).unwrap_or_default()))
}

/// “2341 (2017)”, “131 (VI).”
fn by_year(text: &str) -> Option<(String, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let after = text.get(digits..).filter(|_| (1..=4).contains(&digits))?;
    // Old print has “1151. (XII).” too.
    let after = after.strip_prefix('.').unwrap_or(after);
    let (inner, rest) = after.strip_prefix(" (")?.split_once(')')?;
    let is_year = inner.len() == 4 && inner.bytes().all(|byte| byte.is_ascii_digit());
    let is_session =
        numbering::roman_value(inner.trim_start_matches("S-").trim_start_matches("ES-"))
            .is_some();
    let figures = text.get(..digits)?;
    (is_year || is_session)
        .then(|| (format!("{figures} ({inner})"), rest.strip_prefix('.').unwrap_or(rest)))
}

fn date(text: &str) -> Option<(Field, &str)> {
    let (range, date) =
        calendar::find_date(text.get(..text.len().min(60)).unwrap_or(text))?;
    (range.start == 0).then_some((Field::Date(date), text.get(range.end..)?))
}

/// “of 16 March 1966”, below the number of a Security Council resolution.
fn adopted_on(text: &str) -> Option<(Field, &str)> {
    let words = text.strip_prefix("of ").or_else(|| text.strip_prefix("du "))?;
    let date = calendar::parse_date(words)?;
    let headline =
        Field::Headline { date: Some(date), meeting: None, kind: Kind::Resolution };
    Some((headline, ""))
}

/// The name of an organ, alone or before its session.
fn organ(text: &str) -> Option<(Field, &str)> {
    let folded = text.replace('\'', "’").to_lowercase();
    let rest_after = |organ: &'static Organ| {
        let lines = organ.organ_line.values().map(String::as_str).map(without_article);
        let len = std::iter::once(organ.name.as_str())
            .chain(lines)
            .map(str::to_lowercase)
            .filter(|name| !name.is_empty() && folded.starts_with(name.as_str()))
            .map(|name| name.chars().count())
            .max()?;
        let at = text.char_indices().nth(len).map_or(text.len(), |(at, _)| at);
        let rest = text.get(at..)?.trim();
        let is_field = rest.is_empty() || field_after_organ(rest);
        is_field.then_some((organ.code.as_str(), rest))
    };
    let found = organs::all().iter().find_map(rest_after)?;
    Some((Field::Organ(found.0), found.1))
}

fn without_article(line: &str) -> &str {
    let line = line.trim_end_matches([',', '，', '،']);
    ["The ", "Le ", "La ", "L’", "El ", "إن "]
        .iter()
        .find_map(|a| line.strip_prefix(a))
        .unwrap_or(line)
}

fn field_after_organ(rest: &str) -> bool {
    session(rest).is_some()
        || distribution(rest).is_some()
        || symbol(rest).is_some()
        || agenda_items(rest).is_some()
}

/// “Thirty-sixth session”, “第四十二届会议”, “Trente-troisième session”.
fn session(text: &str) -> Option<(Field, &str)> {
    if text.starts_with('第') {
        let (before, after) = text.split_once("届")?;
        let after =
            after.strip_prefix("会议").or_else(|| after.strip_prefix("特别会议"))?;
        let session = calendar::session_of(&format!("{before}届会议"))?;
        return Some((Field::Session(session), after));
    }
    let lower = text.to_ascii_lowercase();
    if let Some(year) = lower.strip_prefix("substantive session of ") {
        let year =
            year.get(..4).filter(|year| year.bytes().all(|b| b.is_ascii_digit()))?;
        return Some((Field::Session(year.to_owned()), ""));
    }
    let end = lower.find("session").map(|at| at + "session".len())?;
    let (words, rest) = (text.get(..end)?, text.get(end..)?);
    if let Some(session) = calendar::session_of(words) {
        return Some((Field::Session(session), rest));
    }
    // A session in another language, or in words that we cannot count.
    let is_label =
        end < 50 && words.split_whitespace().count() <= 4 && !words.contains(',');
    let is_ordinal = ["ième", "ième", "ère", "ond", "enth", "th", "st", "nd", "rd"]
        .iter()
        .any(|ending| words.split_whitespace().any(|word| word.ends_with(ending)));
    (is_label && is_ordinal).then_some((Field::Aside("session"), rest))
}

/// Page numbers, names of languages and the like, which stand alone.
fn furniture(text: &str) -> Option<(Field, &str)> {
    let is_language = [
        "English",
        "Français",
        "Français seulement",
        "Español",
        "Русский",
        "ENGLISH ONLY",
        "English only",
    ]
    .contains(&text);
    let is_organ_letter = matches!(text, "A" | "S" | "E");
    if is_language || is_organ_letter {
        return Some((Field::Aside("masthead"), ""));
    }
    let is_page = crate::import::furniture::in_text(text)? != "masthead";
    is_page.then_some((Field::Aside("running head"), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(mut text: &str) -> Vec<Field> {
        let mut found = Vec::new();
        while let Some((field, rest)) = field(text) {
            found.push(field);
            text = rest.trim_start();
        }
        found
    }

    #[test]
    fn fields_that_run_together_are_told_apart() {
        let organ_and_session = [Field::Organ("HRC"), Field::Session("36".to_owned())];
        assert_eq!(
            fields("Human Rights Council Thirty-sixth session"),
            organ_and_session
        );
        let distribution = Field::Distribution("Limited".to_owned());
        let date = Field::Date(jiff::civil::date(2011, 9, 28));
        assert_eq!(fields("Distr.: Limited 28 September 2011"), [distribution, date]);
        let symbol = Field::Symbol("A/HRC/18/L.24/Rev.1".to_owned());
        assert_eq!(
            fields("United Nations A/HRC/18/L.24/Rev.1"),
            [Field::Aside("masthead"), symbol]
        );
    }

    #[test]
    fn numbers_of_every_kind() {
        for (text, number) in [
            ("45/32. Enhancement of", Some("45/32")),
            ("42/... Enhancement of", Some("42/...")),
            ("18/… Enhancement of", Some("18/…")),
            ("2997 (XXVII). Arrangements", Some("2997 (XXVII)")),
            ("Resolution 2341 (2017)", Some("2341 (2017)")),
            ("S-17/1. Situation", Some("S-17/1")),
            ("14/5", Some("14/5")),
            ("57/270 B. Follow-up", Some("57/270 B")),
            ("70/1 of 25 September 2015", None),
        ] {
            let found = fields(text).into_iter().next();
            assert_eq!(found, number.map(|n| Field::Number(n.to_owned())), "{text}");
        }
    }

    #[test]
    fn agenda_items_by_number_and_letter() {
        let items = Field::AgendaItems(vec!["70 (b)".to_owned(), "72".to_owned()]);
        assert_eq!(fields("Agenda items 70 (b) and 72"), [items]);
        assert_eq!(fields("议程项目10"), [Field::AgendaItems(vec!["10".to_owned()])]);
    }
}
