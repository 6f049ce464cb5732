//! Which session of a body is held on a day.

use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::{Date, date};
use serde::Deserialize;

use super::{read_table, rows};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "rows::read")]
    bodies: Vec<Annual>,
}

/// A body with one session a year.
struct Annual {
    name: String,
    year_before_first: i16,
}

static ANNUAL: LazyLock<Vec<Annual>> = LazyLock::new(|| {
    let table: Table = read_table(include_str!("annual_sessions.yaml"));
    table.bodies
});

/// Reads `Commission on the Status of Women | 1956`.
impl FromStr for Annual {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let [name, year] = rows::columns(row)?;
        let year_before_first = year.parse().map_err(|_| "no year".to_owned())?;
        Ok(Self { name: name.to_owned(), year_before_first })
    }
}

/// The names of the bodies with one session a year.
pub fn annual_bodies() -> impl Iterator<Item = &'static str> {
    ANNUAL.iter().map(|body| body.name.as_str())
}

/// The last session that a body had opened by a day: of the General Assembly, which opens
/// one each September, of the Human Rights Council, which since 2008 holds three a year,
/// and of the annual bodies, whose session of the year may be still to come.
pub fn last_session(body: &str, day: Date) -> Option<u32> {
    let year = day.year();
    let number = match body {
        "General Assembly" if day >= date(year, 9, 20) => year - 1945,
        "General Assembly" => year - 1946,
        "Human Rights Council" if year >= 2008 => {
            let before = 3 * (year - 2006);
            match day.month() {
                ..3 => before,
                3..6 => before + 1,
                6..9 => before + 2,
                _ => before + 3,
            }
        }
        _ => {
            let annual = ANNUAL.iter().find(|annual| annual.name == body)?;
            year - 1 - annual.year_before_first
        }
    };
    u32::try_from(number).ok().filter(|number| *number > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_of_a_day() {
        for (body, day, session) in [
            ("General Assembly", date(2015, 9, 25), 70),
            ("General Assembly", date(2016, 7, 1), 70),
            ("Human Rights Council", date(2020, 10, 7), 45),
            ("Human Rights Council", date(2023, 4, 4), 52),
            ("Human Rights Council", date(2008, 6, 18), 8),
            ("Commission on the Status of Women", date(2021, 1, 5), 64),
        ] {
            assert_eq!(last_session(body, day), Some(session), "{body} {day}");
        }
        assert_eq!(last_session("Trusteeship Council", date(2020, 1, 1)), None);
    }
}
