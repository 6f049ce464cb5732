//! The names of States: as lists write them, as sentences do, and as they once were.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::read_table;

/// A State Member of the United Nations, or an observer that may put drafts forward.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// The name as a list of sponsors writes it: "Bolivia (Plurinational State of)".
    pub name: String,
    /// The name as a sentence writes it: "the Plurinational State of Bolivia".
    #[serde(default)]
    pub text: String,
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Observers come after the Member States, whatever their first letter.
    #[serde(skip)]
    pub is_observer: bool,
    /// Names that were right in their time, the last one first.
    #[serde(default)]
    pub former: Vec<Former>,
    /// Short or misspelt names, right in no list.
    #[serde(default)]
    pub other: Vec<String>,
}

/// A name that a State has given up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Former {
    /// The name as lists wrote it.
    pub name: String,
    /// The last day on which a new text may use it; the table knows the month.
    #[serde(default, deserialize_with = "last_day_of_month")]
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
    members: Vec<State>,
    observers: Vec<State>,
}

/// The names as they are written, and the same names folded, each with its State.
struct Names {
    exact: HashMap<String, (&'static State, NameForm)>,
    folded: HashMap<String, &'static State>,
}

static STATES: LazyLock<Vec<State>> = LazyLock::new(|| {
    let mut table: Table = read_table(include_str!("states.yaml"));
    for observer in &mut table.observers {
        observer.is_observer = true;
    }
    let mut states = table.members;
    states.append(&mut table.observers);
    for state in states.iter_mut().filter(|state| state.text.is_empty()) {
        state.text.clone_from(&state.name);
    }
    states
});

static NAMES: LazyLock<Names> = LazyLock::new(|| {
    let mut names = Names { exact: HashMap::new(), folded: HashMap::new() };
    for state in all() {
        names.add(state, &state.name, NameForm::Current);
        for former in &state.former {
            names.add(state, &former.name, NameForm::Former { until: former.until });
        }
        for other in std::iter::once(&state.text).chain(&state.other) {
            names.add(state, other, NameForm::Other);
        }
    }
    names
});

/// The Member States in English alphabetical order, then the observers.
pub fn all() -> &'static [State] {
    &STATES
}

/// The State that bears or bore `name`, and what kind of name that is.
pub fn find(name: &str) -> Option<(&'static State, NameForm)> {
    let name = straight(name.trim());
    if let Some(&found) = NAMES.exact.get(name.as_str()) {
        return Some(found);
    }
    let state = *NAMES.folded.get(without_article(&fold(&name)))?;
    Some((state, NameForm::Other))
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

impl Names {
    /// Takes in a name, unless it is already known as something better.
    fn add(&mut self, state: &'static State, name: &str, form: NameForm) {
        let folded = fold(name);
        self.folded.entry(without_article(&folded).to_owned()).or_insert(state);
        self.exact.entry(name.to_owned()).or_insert((state, form));
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

/// Reads `2022-06` as 30 June 2022.
fn last_day_of_month<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Date>, D::Error> {
    let month = String::deserialize(deserializer)?;
    let first: Date = format!("{month}-01").parse().map_err(D::Error::custom)?;
    Ok(Some(first.last_of_month()))
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
