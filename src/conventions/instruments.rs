//! Resolutions and other instruments by number, with the day of their adoption.

use std::cmp::Ordering;
use std::str::FromStr;
use std::sync::LazyLock;

use jiff::civil::Date;
use serde::Deserialize;

use super::{read_table, rows};

/// Lines `organ TAB number TAB date TAB title`, sorted by their bytes.
///
/// Dates are those of closing lines and of citations in adopted texts, and of lists
/// of documents and meetings. A row that rests on citations is cited alike by two texts or
/// more, or by one and by its neighbours in number or a roll call: such citations agreed
/// with the closing lines in all of 514 cases that could be held against them. Of the rows
/// of the General Assembly 645 and of the Security Council about 1,600 rest on a list of
/// meetings or roll calls; the lists agreed wherever they could be held against closing
/// lines and citations, and a roll call counts only between neighbours of the same day.
/// A date has a question mark where a single text cites it and no resolution near it is
/// of that day, or where those around it are of another.
///
/// Titles are those of lists of documents; one has a question mark where it stands only
/// in a list of mandates, or in a text read from paper. Of 473 titles that stand both
/// there and in the document itself 436 are the same.
const RESOLUTIONS: &str = include_str!("resolutions.tsv");

/// An instrument that drafts cite by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instrument {
    /// The organ that adopted it: GA, SC, ECOSOC or HRC; a conference is none of them.
    pub organ: Option<String>,
    /// The number of the resolution, as cited: "217 A (III)".
    pub number: Option<String>,
    /// The day of adoption or signature.
    pub date: Date,
    /// The title; resolutions of the Security Council may have none.
    pub title: Option<String>,
    /// The name after the first mention: "2030 Agenda for Sustainable Development".
    pub short: Option<String>,
    /// The place in the United Nations *Treaty Series*: "vol. 1577, No. 27531".
    pub treaty_series: Option<String>,
    /// Whether the date was seen in adopted texts, so that a finding may rest on it.
    pub is_certain: bool,
}

/// What is known of a resolution that a draft cites.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownResolution {
    /// GA, SC, ECOSOC or HRC.
    pub organ: String,
    /// The number as cited: "70/1", "1325 (2000)".
    pub number: String,
    /// The day of adoption.
    pub date: Date,
    /// The title; for the Security Council, the item under which it was adopted.
    pub title: Option<String>,
    /// Whether a finding may rest on the date: adopted texts confirm it, or it is of a
    /// list that never differed from the adopted texts it could be held against.
    pub is_certain: bool,
    /// Whether the title is that of the document itself.
    pub is_title_certain: bool,
}

/// How far apart two known resolutions may stand that tell the day of those between them.
///
/// Held against the table itself: of 1,134 resolutions that stand so between two of one
/// day, 1,129 are of that day too, and of the other five only a citation tells.
const WIDEST_GAP: u32 = 8;

/// The day of a resolution that is not known itself, where the nearest known ones before
/// and after it in its session are of one day; and the number of the one before.
pub fn day_between(organ: &str, number: &str) -> Option<(Date, String)> {
    let (session, place) = number.split_once('/')?;
    let place: u32 = place.parse().ok()?;
    let at = |place: u32| {
        listed(organ, &format!("{session}/{place}")).filter(|known| known.is_certain)
    };
    let before = (place.saturating_sub(WIDEST_GAP).max(1)..place).rev().find_map(at)?;
    let first: u32 = before.number.split_once('/')?.1.parse().ok()?;
    let after = (place + 1..=first + WIDEST_GAP).find_map(at)?;
    (before.date == after.date).then_some((before.date, before.number))
}

/// The year of a resolution of the Security Council, where its number lies between two that
/// are known of one year.
pub fn year_of_security_council_resolution(number: u16) -> Option<u16> {
    let lines = include_str!("security_council_years.tsv").lines();
    let mut rows = lines.map(|line| line.split('\t').map(|cell| cell.parse().ok()));
    rows.find_map(|mut row| {
        let (year, first, last): (u16, u16, u16) =
            (row.next()??, row.next()??, row.next()??);
        (first..=last).contains(&number).then_some(year)
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    #[serde(deserialize_with = "rows::read")]
    instruments: Vec<Instrument>,
}

static TABLE: LazyLock<Table> =
    LazyLock::new(|| read_table(include_str!("instruments.yaml")));

/// The instruments that drafts cite by name.
pub fn all() -> &'static [Instrument] {
    &TABLE.instruments
}

/// The titles in the list that are those of the documents themselves.
pub fn titles() -> impl Iterator<Item = &'static str> {
    let titles = RESOLUTIONS.lines().filter_map(|line| line.split('\t').nth(3));
    titles.filter(|title| !title.ends_with('?'))
}

/// What is known of the resolution `number` of `organ` (GA, SC, ECOSOC or HRC).
///
/// The number is written as cited: "70/1", "1325 (2000)", "217 A (III)", "S-28/1".
pub fn resolution(organ: &str, number: &str) -> Option<KnownResolution> {
    let number = number.split_whitespace().collect::<Vec<_>>().join(" ");
    instrument(organ, &number).or_else(|| listed(organ, &number))
}

/// The instrument, if it is a resolution and cited by this number.
fn instrument(organ: &str, number: &str) -> Option<KnownResolution> {
    let instrument = all().iter().find(|instrument| {
        instrument.organ.as_deref() == Some(organ)
            && instrument.number.as_deref() == Some(number)
    })?;
    Some(KnownResolution {
        organ: organ.to_owned(),
        number: number.to_owned(),
        date: instrument.date,
        title: instrument.title.clone(),
        is_certain: instrument.is_certain,
        is_title_certain: organ != "SC",
    })
}

/// The resolution in the list, found by halving it: most runs ask for a few only.
fn listed(organ: &str, number: &str) -> Option<KnownResolution> {
    let mut rest = RESOLUTIONS;
    while !rest.is_empty() {
        let (before, line, after) = middle_line(rest)?;
        let mut fields = line.split('\t');
        let key = (fields.next()?, fields.next()?);
        match (organ, number).cmp(&key) {
            Ordering::Less => rest = before,
            Ordering::Greater => rest = after,
            Ordering::Equal => return known(key, fields.next()?, fields.next()),
        }
    }
    None
}

fn known(key: (&str, &str), date: &str, title: Option<&str>) -> Option<KnownResolution> {
    let day = date.trim_end_matches('?');
    let name = title.map(|title| title.trim_end_matches('?'));
    Some(KnownResolution {
        organ: key.0.to_owned(),
        number: key.1.to_owned(),
        date: day.parse().ok()?,
        title: name.map(str::to_owned),
        is_certain: day == date,
        is_title_certain: key.0 != "SC" && name == title,
    })
}

/// The line in the middle of `text`, with what stands before and after it.
fn middle_line(text: &str) -> Option<(&str, &str, &str)> {
    let bytes = text.as_bytes();
    let (head, tail) = bytes.split_at(bytes.len() / 2);
    let start = memchr::memrchr(b'\n', head).map_or(0, |newline| newline + 1);
    let end =
        memchr::memchr(b'\n', tail).map_or(bytes.len(), |newline| head.len() + newline);
    let after = text.get(end + 1..).unwrap_or_default();
    Some((text.get(..start)?, text.get(start..end)?, after))
}

/// Reads `GA | 70/1 | 2015-09-25 | Transforming our world`.
impl FromStr for Instrument {
    type Err = String;

    fn from_str(row: &str) -> Result<Self, String> {
        let [organ, number, date, title, short, treaty_series] = rows::columns(row)?;
        let day = date.trim_end_matches('?');
        Ok(Self {
            organ: rows::optional(organ),
            number: rows::optional(number),
            date: day.parse().map_err(|_| format!("{day} is no date"))?,
            title: rows::optional(title),
            short: rows::optional(short),
            treaty_series: rows::optional(treaty_series),
            is_certain: day == date,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_resolution_is_found_by_organ_and_number() {
        let agenda = resolution("GA", "70/1").unwrap();
        assert_eq!(agenda.date, date(2015, 9, 25));
        assert_eq!(resolution("HRC", "5/1").unwrap().date, date(2007, 6, 18));
        assert_eq!(
            resolution("SC", "1325\u{a0}(2000)").unwrap().date,
            date(2000, 10, 31)
        );
        assert_eq!(resolution("GA", "217 A (III)").unwrap().date, date(1948, 12, 10));
        assert!(!resolution("GA", "57/199").unwrap().is_certain);
    }

    #[test]
    fn an_unknown_number_is_not_found() {
        for (organ, number) in [("GA", "999/1"), ("", ""), ("ZZ", "9"), ("AA", "1")] {
            assert_eq!(resolution(organ, number), None, "{organ} {number}");
        }
    }

    #[test]
    fn every_line_is_found_by_halving() {
        for line in RESOLUTIONS.lines() {
            let fields: Vec<_> = line.split('\t').collect();
            let found = listed(fields[0], fields[1]).unwrap();
            assert_eq!(found.date.to_string(), fields[2].trim_end_matches('?'), "{line}");
            assert_eq!(found.is_certain, !fields[2].ends_with('?'), "{line}");
            let title = fields.get(3).map(|title| title.trim_end_matches('?'));
            assert_eq!(found.title.as_deref(), title, "{line}");
        }
    }
}
