//! The names by which the web knows a document (AKN4UN, naming convention): its IRIs, and
//! the identifiers of its elements.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;

use crate::conventions::organs::Organ;
use crate::conventions::symbols::{Symbol, SymbolKind};
use crate::conventions::{Language, instruments};
use crate::model::{Kind, Stage};
use crate::render::composition::{Composition, Identity};

/// The day that stands where the draft names none, since a name needs one.
const NO_DAY: Date = Date::constant(1, 1, 1);

/// The longest name of a document that is named after its title.
const LONGEST_NAME: usize = 48;

/// The names of a document.
pub(super) struct Names {
    /// The organ in an IRI: “un-hrc”.
    pub(super) actor: String,
    /// The day that counts for the text: of adoption, or of submission.
    pub(super) day: String,
    /// What happened on it.
    pub(super) event: &'static str,
    /// The code of the language: “eng”.
    pub(super) language: &'static str,
    /// The number of the text in an IRI: “45-32”, “A-HRC-45-L.7”.
    pub(super) number: String,
    /// The number as printed.
    pub(super) shown_number: String,
    /// The name of the document that issues it: “A-HRC-RES-45-32”.
    pub(super) publication: String,
    /// The number of that document as printed.
    pub(super) shown_publication: String,
    /// The symbol of that document, where it has one.
    pub(super) symbol: Option<String>,
    /// What the text is: “resolutionDraft”.
    pub(super) kind: &'static str,
}

impl Names {
    pub(super) fn of(composition: &Composition) -> Self {
        let identity = &composition.identity;
        let is_adopted = identity.stage == Stage::Adopted;
        let is_resolution = identity.kind == Kind::Resolution;
        let adopted = identity.adopted.filter(|_| is_adopted);
        let (day, event) = match (adopted, identity.date) {
            (Some(day), _) => (day, "adoption"),
            (None, Some(day)) => (day, "submission"),
            (None, None) => (NO_DAY, "unknown"),
        };
        let symbol = identity.symbol.as_ref().map(|symbol| symbol.text.clone());
        let adopted_number = identity.number.clone().filter(|_| is_adopted);
        let named = named_after_title(identity);
        let shown_number = adopted_number.or_else(|| symbol.clone());
        let shown_number = shown_number.unwrap_or_else(|| named.clone());
        let of_number = || {
            let organ = identity.organ.filter(|_| is_adopted && is_resolution)?;
            Some(symbol_of(&organ.principal().code, identity.number.as_deref()?))
        };
        let symbol = symbol.or_else(of_number);
        let shown_publication = symbol.clone().unwrap_or(named);
        Self {
            actor: actor(identity.organ),
            day: day.to_string(),
            event,
            language: language(composition.language),
            number: token(&shown_number),
            shown_number,
            publication: token(&shown_publication),
            shown_publication,
            symbol,
            kind: kind(identity),
        }
    }

    /// The IRI of the text: `/akn/un/statement/deliberation/un-hrc/2020-10-07/45-32`.
    pub(super) fn statement(&self) -> String {
        let Self { actor, day, number, .. } = self;
        format!("/akn/un/statement/deliberation/{actor}/{day}/{number}")
    }

    /// The IRI of the document that issues it.
    pub(super) fn issued(&self) -> String {
        let Self { actor, day, publication, .. } = self;
        format!("/akn/un/collection/publication/{actor}/{day}/{publication}")
    }
}

/// The IRI of an organ: `/akn/ontology/organization/un/un-hrc`.
pub(super) fn organization(slug: &str) -> String {
    format!("/akn/ontology/organization/un/{slug}")
}

/// The organ in an IRI: “un-hrc”, “un-ga-c3”.
pub(super) fn actor(organ: Option<&Organ>) -> String {
    organ.map_or_else(|| "un".to_owned(), |organ| actor_of(&organ.code))
}

fn actor_of(code: &str) -> String {
    format!("un-{}", code.to_lowercase().replace('/', "-").replace('.', ""))
}

/// The name of a resolution that a text cites. An IRI has a day; where nobody knows it, the
/// address of the document stands for it.
pub(super) fn of_resolution(organ: &str, number: &str, day: Option<Date>) -> String {
    let known = || instruments::resolution(organ, number).map(|known| known.date);
    match day.or_else(known) {
        Some(day) => {
            let (actor, number) = (actor_of(organ), token(number));
            format!("/akn/un/statement/deliberation/{actor}/{day}/{number}")
        }
        None => address(&symbol_of(organ, number)),
    }
}

/// The name of a document that a text cites by its symbol.
pub(super) fn of_document(symbol: &Symbol) -> String {
    let number =
        symbol.text.split_once("/RES/").map(|(_, number)| number.replace('(', " ("));
    match (symbol.kind, symbol.organ, number) {
        (SymbolKind::Resolution, Some(organ), Some(number)) => {
            let words: Vec<&str> = number.split_whitespace().collect();
            of_resolution(organ, &words.join(" "), None)
        }
        _ => address(&symbol.text),
    }
}

/// The symbol of the document that issues a resolution.
pub(super) fn symbol_of(organ: &str, number: &str) -> String {
    let series = match organ {
        "HRC" => "A/HRC/RES",
        "SC" => "S/RES",
        "ECOSOC" => "E/RES",
        "CHR" => "E/CN.4/RES",
        _ => "A/RES",
    };
    format!("{series}/{number}")
}

/// Where the Organization keeps the document of a symbol.
pub(super) fn address(symbol: &str) -> String {
    let sign = |c: &char| !c.is_whitespace() && *c != '*';
    let symbol: String = symbol.chars().filter(sign).collect();
    format!("https://undocs.org/{symbol}")
}

/// The identifier of an organ in the file: “hrc”, “gaC3”.
pub(super) fn organ_id(organ: &Organ) -> String {
    let mut pieces = organ.code.split('/');
    let first = pieces.next().unwrap_or_default().to_lowercase();
    pieces.fold(first, |id, piece| id + &piece.replace('.', ""))
}

fn kind(identity: &Identity) -> &'static str {
    match (identity.kind, identity.stage) {
        (Kind::Resolution, Stage::Draft) => "resolutionDraft",
        (Kind::Resolution, Stage::Adopted) => "resolution",
        (Kind::Decision, Stage::Draft) => "decisionDraft",
        (Kind::Decision, Stage::Adopted) => "decision",
        (Kind::Amendment, _) => "amendment",
        (Kind::Statement, Stage::Draft) => "statementDraft",
        (Kind::Statement, Stage::Adopted) => "statement",
    }
}

/// The code of a language in three letters (ISO 639-2, terminology).
fn language(language: Language) -> &'static str {
    match language {
        Language::En => "eng",
        Language::Fr => "fra",
        Language::Es => "spa",
        Language::Ru => "rus",
        Language::Zh => "zho",
        Language::Ar => "ara",
    }
}

/// A name for a draft that has no number yet.
fn named_after_title(identity: &Identity) -> String {
    let title = identity.title.as_deref().unwrap_or_default().to_lowercase();
    let is_word = |c: char| c.is_ascii_alphanumeric();
    let mut name = "draft".to_owned();
    for word in title.split(|c: char| !is_word(c)).filter(|word| !word.is_empty()) {
        if name.len() + word.len() >= LONGEST_NAME {
            break;
        }
        name.extend(["-", word]);
    }
    name
}

/// A number as an IRI has it: “A/HRC/45/L.7” is `A-HRC-45-L.7`.
fn token(number: &str) -> String {
    let sign = |c: char| match c {
        c if c.is_ascii_alphanumeric() => c,
        '.' | '_' | '(' | ')' => c,
        c if c.is_whitespace() => '_',
        _ => '-',
    };
    let token: String = number.chars().map(sign).collect();
    if token.is_empty() { "draft".to_owned() } else { token }
}

/// The identifiers that are given, so that none is given twice.
#[derive(Default)]
pub(super) struct Ids {
    given: HashSet<String>,
    counts: HashMap<String, usize>,
}

impl Ids {
    /// `{parent}__{prefix}_{number}`; the number without brackets and the final stop. What
    /// has none is counted.
    pub(super) fn numbered(
        &mut self,
        parent: &str,
        prefix: &str,
        number: Option<&str>,
    ) -> String {
        let stem = below(parent, prefix);
        let number = number.map(of_number).filter(|number| !number.is_empty());
        let Some(number) = number else { return self.counted(&stem) };
        let id = format!("{stem}_{number}");
        if self.given.insert(id.clone()) { id } else { self.counted(&id) }
    }

    fn counted(&mut self, stem: &str) -> String {
        loop {
            let count = self.counts.entry(stem.to_owned()).or_default();
            *count += 1;
            let id = format!("{stem}_{count}");
            if self.given.insert(id.clone()) {
                return id;
            }
        }
    }
}

/// The identifier of what there is only one of below its parent.
pub(super) fn below(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}__{name}") }
}

/// “4 bis.” is `4bis`, “(a)” is `a`, “11.2 Rev. A” is `11-2RevA`.
fn of_number(number: &str) -> String {
    let bare = number.trim_matches(|c: char| !c.is_alphanumeric());
    let mut id = String::new();
    for word in bare.split_whitespace() {
        let word = word.trim_end_matches('.');
        id.extend(word.chars().filter_map(|c| match c {
            '.' | '-' | '/' => Some('-'),
            c => c.is_ascii_alphanumeric().then_some(c),
        }));
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_made_of_numbers_and_given_once() {
        let mut ids = Ids::default();
        let mut id = |number| ids.numbered("para_2", "point", number);
        assert_eq!(id(Some("(a)")), "para_2__point_a");
        assert_eq!(id(Some("(a)")), "para_2__point_a_1");
        assert_eq!(id(None), "para_2__point_1");
        assert_eq!(of_number("11.2 Rev. A"), "11-2RevA");
        assert_eq!(of_number("4 bis."), "4bis");
    }

    #[test]
    fn numbers_become_part_of_an_iri() {
        assert_eq!(token("A/HRC/18/L.24/Rev.1"), "A-HRC-18-L.24-Rev.1");
        assert_eq!(token("2231 (2015)"), "2231_(2015)");
        let title = Some("Libraries & “books” for all: a plan".to_owned());
        let identity = Identity { title, ..Identity::default() };
        assert_eq!(named_after_title(&identity), "draft-libraries-books-for-all-a-plan");
    }
}
