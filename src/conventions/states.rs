//! The names of States: as lists, sentences and treaties write them, and as they were.

use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{read_table, rows};

/// A State Member of the United Nations, or an observer that may put drafts forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The name as a list of sponsors writes it: "Bolivia (Plurinational State of)".
    pub name: String,
    /// The name as a sentence writes it: "the Plurinational State of Bolivia".
    pub text: String,
    /// The name of treaties, where it is another: "the Republic of Albania".
    pub formal: Option<String>,
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Observers come after the Member States, whatever their first letter.
    pub is_observer: bool,
    /// Names that were right in their time, the last one first.
    pub former: Vec<Former>,
    /// Short or misspelt names, right in no list.
    pub other: Vec<String>,
}

/// A name that a State has given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Former {
    /// The name as lists wrote it.
    pub name: String,
    /// The last day on which a new text may use it; the table knows the month.
    pub until: Option<Date>,
}

/// What kind of name of its State a name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameForm {
    /// The name that lists use now.
    Current,
    /// A name that lists used until a day.
    Former {
        /// See [`Former::until`].
        until: Option<Date>,
    },
    /// Short, misspelt, in other capitals, or with an article that a list leaves out.
    Other,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "rows::read")]
    members: Vec<State>,
    #[serde(deserialize_with = "rows::read")]
    observers: Vec<State>,
}

static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    let mut table: Table = read_table(include_str!("states.yaml"));
    for observer in &mut table.observers {
        observer.is_observer = true;
    }
    let mut states = table.members;
    states.append(&mut table.observers);
    states
});

/// Every name as it is written with what it is, sorted.
static NAMES: LazyLock<Vec<(&str, &State, NameForm)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for state in all() {
        names.push((state.name.as_str(), state, NameForm::Current));
        for former in &state.former {
            let form = NameForm::Former { until: former.until };
            names.push((&former.name, state, form));
        }
        for other in std::iter::once(&state.text).chain(&state.formal).chain(&state.other)
        {
            names.push((other, state, NameForm::Other));
        }
    }
    // A name that is known twice is what it was known as first.
    names.sort_by_key(|(name, ..)| *name);
    names.dedup_by_key(|(name, ..)| *name);
    names
});

/// The same names folded, without their articles, sorted.
static FOLDED: LazyLock<Vec<(String, &State)>> = LazyLock::new(|| {
    let mut names = Vec::new();
    for state in all() {
        let former = state.former.iter().map(|former| &former.name);
        let now = [&state.name, &state.text].into_iter().chain(&state.formal);
        let written = former.chain(now).chain(&state.other);
        names
            .extend(written.map(|name| (without_article(&fold(name)).to_owned(), state)));
    }
    names.sort_by(|(left, _), (right, _)| left.cmp(right));
    names.dedup_by(|(later, _), (first, _)| later == first);
    names
});

/// The Member States in English alphabetical order, then the observers.
pub fn all() -> &'static [State] {
    &STATES
}

/// No name is longer, and text without end is not worth looking up.
const LONGEST: usize = 200;

/// The State that bears or bore `name`, and what kind of name that is.
pub fn find(name: &str) -> Option<(&'static State, NameForm)> {
    let name = name.trim();
    if name.len() > LONGEST {
        return None;
    }
    let name = straight(name);
    if let Ok(place) = NAMES.binary_search_by_key(&name.as_str(), |(name, ..)| name) {
        let (_, state, form) = NAMES[place];
        return Some((state, form));
    }
    let folded = fold(&name);
    let bare = without_article(&folded);
    let place = FOLDED.binary_search_by(|(name, _)| name.as_str().cmp(bare)).ok()?;
    Some((FOLDED[place].1, NameForm::Other))
}

/// What to sort names by: letters without case and accents, words one by one, and
/// what stands in parentheses only between names that are otherwise equal.
pub fn sort_key(name: &str) -> String {
    let folded = fold(&straight(name.trim()));
    match folded.split_once(" (") {
        // NUL sorts before the space and the hyphen of a longer name.
        Some((base, rest)) => format!("{base}\0{rest}"),
        None => folded,
    }
}

/// The text with typewriter apostrophes.
fn straight(text: &str) -> String {
    text.replace(['’', '‘'], "'")
}

/// The text in small letters without accents.
fn fold(text: &str) -> String {
    text.chars()
        .map(nucleo_matcher::chars::normalize)
        .flat_map(char::to_lowercase)
        .collect()
}

fn without_article(folded: &str) -> &str {
    folded.strip_prefix("the ").unwrap_or(folded)
}

/// Reads `TUR | Türkiye | | the Republic of Türkiye | Turkey until 2022-06 | Turkiye`.
impl FromStr for State {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let [code, name, text, formal, former, other] = rows::columns(row)?;
        let former: Result<Vec<Former>, String> =
            rows::list(former, ';').iter().map(|name| name.parse()).collect();
        Ok(Self {
            name: name.to_owned(),
            text: if text.is_empty() { name } else { text }.to_owned(),
            formal: rows::optional(formal),
            code: code.to_owned(),
            is_observer: false,
            former: former?,
            other: rows::list(other, ';'),
        })
    }
}

/// Reads `Turkey until 2022-06`, which is 30 June 2022.
impl FromStr for Former {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let Some((name, month)) = text.rsplit_once(" until ") else {
            return Ok(Self { name: text.to_owned(), until: None });
        };
        let first: Date =
            format!("{month}-01").parse().map_err(|_| format!("{month} is no month"))?;
        Ok(Self { name: name.to_owned(), until: Some(first.last_of_month()) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn check(name: &str, code: &str, form: NameForm) {
        let (state, found) = find(name).unwrap();
        assert_eq!((state.code.as_str(), found), (code, form), "{name}");
    }

    #[test]
    fn a_list_name_is_found_with_either_apostrophe() {
        check("Bolivia (Plurinational State of)", "BOL", NameForm::Current);
        check("Côte d'Ivoire", "CIV", NameForm::Current);
        check("Côte d’Ivoire", "CIV", NameForm::Current);
    }

    #[test]
    fn a_former_name_was_right_until_a_day() {
        let until = Some(date(2022, 6, 30));
        check("Turkey", "TUR", NameForm::Former { until });
    }

    #[test]
    fn short_names_articles_and_capitals_are_seen_through() {
        for (name, code) in [
            ("Syria", "SYR"),
            ("the Sudan", "SDN"),
            ("the Plurinational State of Bolivia", "BOL"),
            ("Turkiye", "TUR"),
            ("FRANCE", "FRA"),
            ("Republic of Albania", "ALB"),
            ("the French Republic", "FRA"),
        ] {
            check(name, code, NameForm::Other);
        }
        assert_eq!(find("Atlantis"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn names_sort_without_accents_and_parentheses() {
        let mut names =
            ["Turkmenistan", "Türkiye", "Croatia", "Côte d’Ivoire", "Tunisia"];
        names.sort_by_key(|name| sort_key(name));
        assert_eq!(
            names,
            ["Côte d’Ivoire", "Croatia", "Tunisia", "Türkiye", "Turkmenistan"]
        );
        assert!(
            sort_key("Netherlands (Kingdom of the)") < sort_key("Netherlands Antilles")
        );
    }
}
