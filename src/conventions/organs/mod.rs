//! The organs that adopt resolutions.
//!
//! To add an organ, write its YAML file and add its name to the list below.

use std::collections::{BTreeMap, HashMap};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{Language, read_table};

/// An organ that adopts resolutions, or a Main Committee in which drafts are tabled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Organ {
    /// How a draft names it: “HRC”, “GA/C.3”.
    pub code: String,
    /// Its name: “Human Rights Council”.
    pub name: String,
    /// The organ in the masthead: the Assembly for its committees and subsidiary organs.
    pub masthead: String,
    /// What it is called after the first mention: “Council”.
    pub short_name: String,
    /// How the symbols of its drafts begin: “A/HRC”.
    pub symbol: String,
    /// How the symbols of its resolutions begin: “A/HRC/RES/”.
    pub resolution_symbol: String,
    /// The page its documents are set on.
    pub house: House,
    /// How its sessions are named.
    pub session: SessionStyle,
    /// When its sessions sit, where that follows from their numbers.
    #[serde(default)]
    pub calendar: Option<Calendar>,
    /// The last session whose adopted texts have the older page: headline centred,
    /// distribution at the outer edge of the masthead.
    #[serde(default)]
    pub last_session_on_older_page: Option<u32>,
    /// Whether its resolutions have titles; those of the Security Council have none.
    pub is_titled: bool,
    /// What it does when consecutive paragraphs open alike.
    pub repetition: RepetitionUse,
    /// How a resolution of it speaks of itself: “the present resolution”.
    pub self_reference: String,
    /// The line that opens its resolutions, by language. A Main Committee's drafts speak
    /// in the name of the Assembly.
    pub organ_line: BTreeMap<Language, String>,
    /// The code of the organ whose committee it is.
    #[serde(default)]
    pub parent: Option<String>,
    /// The note that the asterisk of a sponsor calls.
    #[serde(default)]
    pub non_member_note: Option<String>,
}

/// The page of a duty station.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum House {
    /// A4, the Geneva template.
    Geneva,
    /// US Letter, the New York template.
    NewYork,
}

/// How an organ names its sessions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SessionStyle {
    /// “Forty-fifth session”.
    Ordinal,
    /// “2020 session”.
    Year,
    /// It sits all the time.
    None,
}

/// How the sessions of an organ follow one another, special sessions aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The year of the first session.
    pub first_year: u32,
    /// How many sessions a year has.
    pub sessions_a_year: u32,
    /// The month in which the first session of a year opens.
    pub opens_in_month: u32,
}

impl Calendar {
    /// The numbers of the sessions that may sit on a day.
    pub fn sessions_on(&self, day: Date) -> RangeInclusive<u32> {
        let year = u32::try_from(day.year()).unwrap_or_default();
        let month = u32::from(day.month().unsigned_abs());
        let before = year.saturating_sub(self.first_year) * self.sessions_a_year;
        let first = if month < self.opens_in_month { before } else { before + 1 };
        let goes_on = month == self.opens_in_month && self.opens_in_month > 1;
        let earliest = if goes_on { before } else { first };
        let latest = if first == before { before } else { before + self.sessions_a_year };
        earliest.max(1)..=latest.max(1)
    }
}

/// Whether “also” and “further” are wanted where paragraphs open alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepetitionUse {
    /// Nine preambular paragraphs in ten have them.
    Wanted,
    /// Two in three do without, as in the Security Council.
    Optional,
}

impl Organ {
    /// The line that opens its resolutions in a language: “The Human Rights Council,”.
    pub fn line(&self, language: Language) -> &str {
        let english = || self.organ_line.get(&Language::En);
        self.organ_line.get(&language).or_else(english).map_or("", String::as_str)
    }

    /// The organ in whose name its resolutions are adopted: itself, or for a Main
    /// Committee the Assembly.
    pub fn principal(&'static self) -> &'static Organ {
        self.parent.as_deref().and_then(by_code).unwrap_or(self)
    }
}

macro_rules! organs {
    ($($name:ident),* $(,)?) => {
        static ALL: LazyLock<Vec<Organ>> = LazyLock::new(|| vec![
            $(read_table(include_str!(concat!(stringify!($name), ".yaml")))),*
        ]);
    };
}

organs! {
    general_assembly,
    security_council,
    economic_and_social_council,
    human_rights_council,
    first_committee,
    second_committee,
    third_committee,
    fourth_committee,
    fifth_committee,
    sixth_committee,
}

/// Every organ we know, the principal ones first.
pub fn all() -> &'static [Organ] {
    &ALL
}

/// The organ of a code, in either case; “A/C.3” is read as “GA/C.3”.
pub fn by_code(code: &str) -> Option<&'static Organ> {
    let code = code.trim();
    let is_it = |organ: &&Organ| {
        organ.code.eq_ignore_ascii_case(code) || organ.symbol.eq_ignore_ascii_case(code)
    };
    ALL.iter().find(is_it)
}

/// The organ of a name: “Human Rights Council”, “the Third Committee”.
pub fn named(name: &str) -> Option<&'static Organ> {
    let name = name.trim();
    let name =
        name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    ALL.iter().find(|organ| organ.name.eq_ignore_ascii_case(name))
}

/// The organ whose resolutions open with this line, in any language; with or without its
/// comma and emphasis marks, in either case.
pub fn opened_by(line: &str) -> Option<&'static Organ> {
    if line.len() > 120 {
        return None;
    }
    BY_LINE.get(&bare(line)).copied()
}

/// Whether a line opens a text as organ lines do, of an organ that need not be known:
/// “The United Nations Environment Assembly,”.
pub fn is_line_of_any(line: &str) -> bool {
    const LONGEST: usize = 110;
    const BODIES: [&str; 14] = [
        "Assembly",
        "Council",
        "Commission",
        "Conference",
        "Committee",
        "Board",
        "Congress",
        "Parties",
        "Assemblée",
        "Conseil",
        "Conférence",
        "Comité",
        "Asamblea",
        "Consejo",
    ];
    let line = line.trim_matches(['*', '_', ' ']);
    let Some(name) = line.strip_suffix([',', '，']).filter(|_| line.len() < LONGEST)
    else {
        return false;
    };
    let article = ["The ", "Le ", "La ", "L’", "L'", "El "];
    let Some(name) = article.iter().find_map(|article| name.strip_prefix(article)) else {
        return false;
    };
    let is_capitalized =
        |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    let is_english = line.starts_with("The ");
    let mut words = name.split([' ', '-']);
    BODIES.iter().any(|body| name.contains(body))
        && !name.contains([',', ';', ':', '.'])
        && words.clone().count() <= 16
        && (!is_english || words.all(is_capitalized))
}

/// The organs by their organ lines without marks.
static BY_LINE: LazyLock<HashMap<String, &'static Organ>> = LazyLock::new(|| {
    let mut by_line = HashMap::new();
    for organ in ALL.iter() {
        for line in organ.organ_line.values().map(|line| bare(line)) {
            if !line.is_empty() {
                by_line.entry(line).or_insert(organ);
            }
        }
    }
    by_line
});

fn bare(line: &str) -> String {
    let trimmed = line.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, '*' | '_' | ',' | '，' | '،' | ':' | '.')
    });
    trimmed.to_lowercase().replace('\'', "’")
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_sessions_that_sit_on_a_day() {
        let on = |code: &str, year, month| {
            let calendar = super::by_code(code).unwrap().calendar.unwrap();
            calendar.sessions_on(jiff::civil::date(year, month, 15))
        };
        assert_eq!(on("GA", 1946, 2), 1..=1);
        assert_eq!(on("GA", 2020, 8), 74..=74);
        assert_eq!(on("GA", 2020, 9), 74..=75);
        assert_eq!(on("GA", 2020, 12), 75..=75);
        assert_eq!(on("HRC", 2006, 6), 1..=3);
        assert_eq!(on("HRC", 2020, 10), 43..=45);
    }

    #[test]
    fn an_unknown_organ_is_told_by_its_name() {
        for (line, is_line) in [
            ("The United Nations Environment Assembly,", true),
            ("The Conference of the Parties to the Convention on Stairs,", true),
            ("L’Assemblée des Nations Unies pour l’environnement,", true),
            ("The Council decided at its last session,", false),
            ("The report of the Committee", false),
        ] {
            assert_eq!(super::is_line_of_any(line), is_line, "{line}");
        }
    }

    #[test]
    fn an_organ_is_known_by_its_line() {
        for line in
            ["The Human Rights Council,", "*The Human Rights Council*", "人权理事会,"]
        {
            assert_eq!(super::opened_by(line).unwrap().code, "HRC", "{line}");
        }
        assert_eq!(super::opened_by("The Council,").map(|organ| &organ.code), None);
    }
}
