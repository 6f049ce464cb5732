//! Who sits on a council, and when.

use jiff::civil::Date;

use super::states::State;

/// Lines `organ TAB first day TAB last day TAB codes of States`, sorted. A code with a
/// question mark is of a State whose seat was in suspense: suspended, left or not yet
/// filled.
///
/// The Human Rights Council to 2024: the recorded votes of its resolutions, which name 47
/// States a year; 2025 and 2026, the elections that the Assembly held in October 2024 and
/// 2025. Terms ran from 19 June until 2011 (General Assembly resolution 65/281). In 2018
/// and 2022 the day on which a member left and that on which another took its place lie
/// between votes that agree. The Security Council: a table of terms of office, checked by
/// who spoke as a member, and for 2024 to 2026 the elections of 2023, 2024 and 2025.
/// The Economic and Social Council is in no source that we could read, so of it we say
/// nothing.
const MEMBERS: &str = include_str!("council_members.tsv");

/// Whether the State sat on the council of that code on every day of a time; `None` where
/// the table does not know, or it sat on some days only.
pub fn is_member(organ: &str, state: &State, time: (Date, Date)) -> Option<bool> {
    // The European Union is no State, so that no note says whether it is a member.
    if state.code == "EUE" {
        return None;
    }
    let (first, last) = time;
    let mut known_from = None;
    let mut known_to = None;
    let mut answer = None;
    for period in MEMBERS.lines().filter_map(Period::read) {
        if period.organ != organ || period.last < first || last < period.first {
            continue;
        }
        let sat = period.has(&state.code)?;
        if answer.is_some_and(|before| before != sat) {
            return None;
        }
        answer = Some(sat);
        known_from = known_from.or(Some(period.first));
        known_to = Some(period.last);
    }
    let is_covered = known_from? <= first && last <= known_to?;
    answer.filter(|_| is_covered)
}

/// A time in which the same States sat.
#[derive(Debug)]
struct Period<'a> {
    organ: &'a str,
    first: Date,
    last: Date,
    codes: &'a str,
}

impl<'a> Period<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut fields = line.split('\t');
        Some(Self {
            organ: fields.next()?,
            first: fields.next()?.parse().ok()?,
            last: fields.next()?.parse().ok()?,
            codes: fields.next()?,
        })
    }

    /// Whether the State sat; `None` where its seat was in suspense.
    fn has(&self, code: &str) -> Option<bool> {
        let entry = self.codes.split(' ').find(|entry| entry.starts_with(code));
        if entry.is_some_and(|entry| entry.ends_with('?')) {
            return None;
        }
        Some(entry.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conventions::states;
    use jiff::civil::date;

    fn check(organ: &str, name: &str, first: Date, last: Date, sat: Option<bool>) {
        let (state, _) = states::find(name).unwrap();
        assert_eq!(is_member(organ, state, (first, last)), sat, "{name} {first}");
    }

    fn check_year(organ: &str, name: &str, year: i16, sat: Option<bool>) {
        check(organ, name, date(year, 1, 1), date(year, 12, 31), sat);
    }

    #[test]
    fn a_member_of_a_year_is_known() {
        check_year("HRC", "Brazil", 2018, Some(true));
        check_year("HRC", "Canada", 2018, Some(false));
        check_year("HRC", "State of Palestine", 2018, Some(false));
        check_year("SC", "Norway", 2021, Some(true));
        check_year("SC", "Norway", 2023, Some(false));
    }

    #[test]
    fn it_is_silent_where_the_table_ends_and_where_members_changed() {
        check_year("HRC", "Brazil", 2009, None);
        check_year("HRC", "Brazil", 2200, None);
        check_year("ECOSOC", "Brazil", 2018, None);
        check_year("HRC", "European Union", 2018, None);
        check_year("HRC", "Russian Federation", 2022, None);
        check(
            "HRC",
            "Russian Federation",
            date(2022, 3, 1),
            date(2022, 4, 1),
            Some(true),
        );
        check("HRC", "Czechia", date(2022, 9, 12), date(2022, 10, 7), Some(true));
    }
}
