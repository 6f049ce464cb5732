//! What an answer to a placeholder should be: advice where it is odd, and what to choose
//! from. The drafter may keep any answer.

use super::{Known, Placeholder, PlaceholderKind};
use crate::conventions::calendar::{self, format_date, session_words};
use crate::conventions::{Language, instruments, organs, states, symbols};
use crate::text::uncapitalized;

/// What is odd about an answer, and what to write instead. An empty one leaves the place
/// open, which is nothing odd.
pub fn advice(placeholder: &Placeholder, answer: &str) -> Option<String> {
    let answer = answer.trim();
    if answer.is_empty() {
        return None;
    }
    let ending = answer.chars().next_back().filter(|c| matches!(c, ';' | ',' | '.'));
    if let Some(ending) = ending.filter(|c| !placeholder.example.ends_with(*c)) {
        return Some(format!(
            "leave off the “{ending}”: the paragraph has its own ending"
        ));
    }
    let wanted = wanted(placeholder, answer)?;
    let right = mended(placeholder, answer);
    let right = right.map_or_else(
        || match placeholder.kind {
            PlaceholderKind::Choice => {
                format!("one of: {}", placeholder.choices.join(", "))
            }
            _ => format!("such as “{}”", placeholder.example),
        },
        |right| format!("“{right}”"),
    );
    Some(format!("“{answer}”: {wanted}, {right}"))
}

/// What belongs at a placeholder where the answer is none.
fn wanted(placeholder: &Placeholder, answer: &str) -> Option<&'static str> {
    if placeholder.choices.iter().any(|choice| choice == answer) {
        return None;
    }
    let (is_one, wanted) = match placeholder.kind {
        PlaceholderKind::Text => return None,
        PlaceholderKind::Number => {
            (is_number(answer), "a number in words or figures goes here")
        }
        PlaceholderKind::Year => (is_year(answer), "a year in four figures goes here"),
        PlaceholderKind::Date => (
            calendar::find_date(answer).is_some(),
            "a date is written with its day, month and year",
        ),
        PlaceholderKind::Session => {
            (calendar::session_of(answer).is_some(), "a session is written in words")
        }
        PlaceholderKind::Resolution => {
            (has_number_and_date(answer), "a resolution has its number and its date")
        }
        PlaceholderKind::Symbol => {
            let is_symbol =
                symbols::parse(answer).is_some_and(|symbol| symbol.is_well_formed());
            (is_symbol, "a document is named by its symbol")
        }
        PlaceholderKind::State => (is_state(answer), "a State has its name in full"),
        PlaceholderKind::Organ => {
            (organs::named(answer).is_some(), "an organ has its name in full")
        }
        PlaceholderKind::Instrument => (
            instrument(answer).is_none_or(|title| title == answer),
            "its title is written so",
        ),
        PlaceholderKind::Choice => (false, "this is not among the choices"),
    };
    (!is_one).then_some(wanted)
}

/// The answer that was meant, where it is known.
fn mended(placeholder: &Placeholder, answer: &str) -> Option<String> {
    match placeholder.kind {
        PlaceholderKind::Session => session_words(answer).as_deref().map(uncapitalized),
        PlaceholderKind::Date => {
            calendar::parse_date(answer).map(|date| format_date(date, Language::En))
        }
        PlaceholderKind::Resolution => resolutions(answer).into_iter().next(),
        PlaceholderKind::Symbol => symbols::parse_loosely(answer)?.mended(),
        PlaceholderKind::State => state_text(answer).map(str::to_owned),
        PlaceholderKind::Organ => organs::by_code(answer).map(|organ| organ.name.clone()),
        PlaceholderKind::Instrument => instrument(answer),
        PlaceholderKind::Choice => {
            let typed = answer.to_lowercase();
            let mut choices = placeholder.choices.iter();
            choices.find(|choice| choice.to_lowercase().starts_with(&typed)).cloned()
        }
        PlaceholderKind::Text | PlaceholderKind::Number | PlaceholderKind::Year => None,
    }
}

/// What there is to choose from, for what was typed: the choices of the template, then what
/// the conventions and the draft know, then the example.
pub fn suggestions(placeholder: &Placeholder, typed: &str, known: &Known) -> Vec<String> {
    let typed = typed.trim();
    let mut all = placeholder.choices.clone();
    match placeholder.kind {
        PlaceholderKind::Session => all.extend(known.sessions()),
        PlaceholderKind::Date => {
            all.extend(known.date.map(|date| format_date(date, Language::En)));
        }
        PlaceholderKind::State => {
            all.extend(states::all().iter().map(|state| state.text.clone()));
        }
        PlaceholderKind::Organ => {
            let principal = organs::all().iter().filter(|organ| organ.parent.is_none());
            all.extend(principal.map(|organ| organ.name.clone()));
        }
        PlaceholderKind::Instrument => {
            all.extend(titles().map(|title| format!("the {title}")));
        }
        _ => {}
    }
    let lower = typed.to_lowercase();
    if !all.iter().any(|one| one == typed) {
        all.retain(|one| one.to_lowercase().contains(&lower));
    }
    if placeholder.kind == PlaceholderKind::Resolution {
        all.extend(resolutions(typed));
    }
    if let Some(mended) = mended(placeholder, typed) {
        all.retain(|one| *one != mended);
        all.insert(0, mended);
    }
    if all.is_empty() {
        all.push(placeholder.example.clone());
    }
    all
}

fn is_number(answer: &str) -> bool {
    const WORDS: &str = " zero one two three four five six seven eight nine ten eleven twelve \
        thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty \
        sixty seventy eighty ninety hundred thousand million billion and half ";
    let is_word = |word: &str| WORDS.contains(&format!(" {} ", word.to_lowercase()));
    answer.contains(|c: char| c.is_ascii_digit()) || answer.split([' ', '-']).all(is_word)
}

fn is_year(answer: &str) -> bool {
    answer.len() == 4
        && answer.parse().is_ok_and(|year: u32| (1900..2200).contains(&year))
}

fn has_number_and_date(answer: &str) -> bool {
    answer.starts_with(|c: char| c.is_ascii_digit() || c == 'S' || c == 'E')
        && calendar::find_date(answer).is_some()
}

/// The resolutions of a number, with their dates.
fn resolutions(number: &str) -> Vec<String> {
    let number = number.trim();
    let year =
        number.parse().ok().and_then(instruments::year_of_security_council_resolution);
    let number =
        year.map_or_else(|| number.to_owned(), |year| format!("{number} ({year})"));
    let known = ["GA", "HRC", "ECOSOC", "SC"].into_iter();
    let known = known.filter_map(|code| instruments::resolution(code, &number));
    known
        .map(|r| format!("{} of {}", r.number, format_date(r.date, Language::En)))
        .collect()
}

/// Whether a State is named as running text or a treaty names it.
fn is_state(answer: &str) -> bool {
    let is_named = |state: &states::State| {
        state.text == answer || state.formal.as_deref() == Some(answer)
    };
    states::all().iter().any(is_named)
}

/// A State as running text names it.
fn state_text(name: &str) -> Option<&'static str> {
    let bare = name.strip_prefix("the ").unwrap_or(name);
    let named = |state: &&states::State| state.text == name || state.text == bare;
    let by_text = states::all().iter().find(named);
    let found =
        by_text.or_else(|| states::find(name).or(states::find(bare)).map(|f| f.0));
    found.map(|state| state.text.as_str())
}

/// The title of an instrument that is written in other capitals, its article as in the
/// answer.
fn instrument(answer: &str) -> Option<String> {
    let (article, bare) = match answer.strip_prefix("the ") {
        Some(bare) => ("the ", bare.to_lowercase()),
        None => ("", answer.to_lowercase()),
    };
    titles()
        .find(|title| title.to_lowercase() == bare)
        .map(|title| format!("{article}{title}"))
}

fn titles() -> impl Iterator<Item = &'static str> {
    let instruments = instruments::all().iter();
    instruments
        .flat_map(|known| known.title.iter().chain(&known.short))
        .map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(kind: PlaceholderKind, answer: &str) -> Option<String> {
        let placeholder = Placeholder {
            name: "place".to_owned(),
            kind,
            prompt: String::new(),
            example: "an example".to_owned(),
            choices: vec!["general".to_owned(), "special".to_owned()],
            default: None,
            from: None,
        };
        advice(&placeholder, answer)
    }

    #[test]
    fn advice_names_what_to_write() {
        let cases = [
            (
                PlaceholderKind::Session,
                "63",
                "a session is written in words, “sixty-third session”",
            ),
            (
                PlaceholderKind::Date,
                "2027-07-31",
                "a date is written with its day, month and year, “31 July 2027”",
            ),
            (
                PlaceholderKind::Resolution,
                "70/1",
                "a resolution has its number and its date, “70/1 of 25 September 2015”",
            ),
            (
                PlaceholderKind::State,
                "Sudan",
                "a State has its name in full, “the Sudan”",
            ),
            (
                PlaceholderKind::Organ,
                "HRC",
                "an organ has its name in full, “Human Rights Council”",
            ),
            (PlaceholderKind::Choice, "spec", "this is not among the choices, “special”"),
            (
                PlaceholderKind::Choice,
                "x",
                "this is not among the choices, one of: general, special",
            ),
            (
                PlaceholderKind::Year,
                "27",
                "a year in four figures goes here, such as “an example”",
            ),
        ];
        for (kind, answer, words) in cases {
            assert_eq!(told(kind, answer), Some(format!("“{answer}”: {words}")));
        }
    }

    #[test]
    fn right_answers_and_open_places_are_left_alone() {
        for (kind, answer) in [
            (PlaceholderKind::Session, "sixty-third session"),
            (PlaceholderKind::Date, "31 July 2027"),
            (PlaceholderKind::Resolution, "5/1 of 18 June 2007"),
            (PlaceholderKind::Number, "3,500"),
            (PlaceholderKind::Number, "twenty-five"),
            (PlaceholderKind::State, "the Sudan"),
            (PlaceholderKind::Symbol, "A/HRC/60/1"),
            (PlaceholderKind::Choice, "general"),
            (PlaceholderKind::Session, ""),
            (PlaceholderKind::Text, "the right to food"),
        ] {
            assert_eq!(told(kind, answer), None, "{answer}");
        }
    }
}
