//! The tables of conventions: whole, sorted, without doubles.

use std::collections::{BTreeMap, HashSet};

use jiff::civil::Date;
use zerodraft::conventions::{
    Conventions, Language, fixed_names, instruments, organs, spelling, states,
};

#[test]
fn there_are_193_member_states_in_order_and_observers_after_them() {
    let (observers, members): (Vec<_>, Vec<_>) =
        states::all().iter().partition(|state| state.is_observer);
    assert_eq!((members.len(), observers.len()), (193, 3));
    for group in [&members, &observers] {
        assert!(group.is_sorted_by_key(|state| states::sort_key(&state.name)));
    }
    assert!(!states::all()[192].is_observer, "observers come last");
}

#[test]
fn every_name_and_code_belongs_to_one_state() {
    let mut codes = HashSet::new();
    let mut seen = HashSet::new();
    for state in states::all() {
        assert_eq!(state.code.len(), 3, "{}", state.name);
        assert!(codes.insert(&state.code), "{}", state.code);
        let former = state.former.iter().map(|former| &former.name);
        for name in former.chain(&state.other).chain([&state.name]) {
            assert!(seen.insert(name.clone()), "{name}");
            let (found, form) = states::find(name).unwrap();
            assert_eq!(found, state, "{name}");
            assert_eq!(form == states::NameForm::Current, *name == state.name, "{name}");
        }
        for name in state.formal.iter().chain([&state.text]) {
            assert_eq!(states::find(name).unwrap().0, state, "{name}");
            let bare = name.strip_prefix("the ").unwrap_or(name);
            assert_eq!(states::find(bare).unwrap().0, state, "{bare}");
        }
        let untils: Vec<_> = state.former.iter().map(|former| former.until).collect();
        assert!(untils.is_sorted_by(|last, before| last >= before), "{}", state.name);
    }
}

#[test]
fn a_council_has_as_many_members_as_it_has_seats() {
    let table = include_str!("../../src/conventions/council_members.tsv");
    assert!(table.lines().is_sorted(), "periods in order");
    let codes: HashSet<&str> = states::all().iter().map(|s| s.code.as_str()).collect();
    let mut last: Option<(&str, Date)> = None;
    for line in table.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        let [organ, from, to, members] = fields[..] else { panic!("{line}") };
        let (from, to): (Date, Date) = (from.parse().unwrap(), to.parse().unwrap());
        assert!(from <= to, "{line}");
        if let Some((_, end)) = last.filter(|(before, _)| *before == organ) {
            assert_eq!(end.tomorrow().unwrap(), from, "no gap and no overlap: {line}");
        }
        last = Some((organ, to));
        let names: Vec<_> = members.split(' ').map(|m| m.trim_end_matches('?')).collect();
        assert!(names.iter().all(|name| codes.contains(name)), "{line}");
        assert!(names.is_sorted_by(|one, next| one < next), "{line}");
        let suspended = members.matches('?').count();
        let seats = if organ == "SC" { 15 } else { 47 };
        // Of two States in suspense one left the seat and the other took it.
        assert_eq!(names.len() - suspended / 2, seats, "{line}");
    }
}

#[test]
fn every_correction_is_spelt_right() {
    let mut seen = HashSet::new();
    for entry in spelling::ENGLISH.entries() {
        assert!(seen.insert(entry.wrong.to_lowercase()), "{} twice", entry.wrong);
        assert!(!entry.right.is_empty() && !entry.source.is_empty(), "{}", entry.wrong);
        assert_eq!(spelling::ENGLISH.find(&entry.wrong).len(), 1, "{}", entry.wrong);
        for right in &entry.right {
            assert_eq!(spelling::ENGLISH.find(right), [], "{right}");
        }
        for name in &entry.except {
            let found = spelling::ENGLISH.find(name);
            assert!(found.iter().all(|found| found.entry.wrong != entry.wrong), "{name}");
        }
    }
}

#[test]
fn the_list_of_resolutions_is_sorted_and_whole() {
    let list = include_str!("../../src/conventions/resolutions.tsv");
    let mut last = ("", "");
    for line in list.lines() {
        let fields: Vec<_> = line.split('\t').collect();
        assert!(matches!(fields.len(), 3 | 4), "{line}");
        assert!(["GA", "SC", "ECOSOC", "HRC"].contains(&fields[0]), "{line}");
        assert!(last < (fields[0], fields[1]), "{line}");
        let day = fields[2].trim_end_matches('?');
        assert_eq!(day.parse::<Date>().unwrap().to_string(), day, "{line}");
        assert!(fields.iter().all(|field| !field.is_empty()), "{line}");
        last = (fields[0], fields[1]);
    }
}

#[test]
fn an_instrument_and_the_list_agree_on_the_day() {
    let list = include_str!("../../src/conventions/resolutions.tsv");
    let mut seen = HashSet::new();
    for instrument in instruments::all() {
        let Some(organ) = &instrument.organ else {
            assert_eq!(instrument.number, None);
            assert!(instrument.title.is_some());
            continue;
        };
        let number = instrument.number.as_ref().unwrap();
        assert!(seen.insert((organ, number)), "{organ} {number}");
        let key = format!("{organ}\t{number}\t");
        for line in list.lines().filter(|line| line.starts_with(&key)) {
            assert!(line.starts_with(&format!("{key}{}", instrument.date)), "{line}");
        }
    }
}

#[test]
fn the_2030_agenda_is_of_25_september_2015() {
    let agenda = instruments::resolution("GA", "70/1").unwrap();
    assert_eq!(agenda.date, jiff::civil::date(2015, 9, 25));
    assert!(agenda.is_certain);
}

/// The tables of names: wrong form, right form, by group.
const NAMES: [&str; 3] = [
    include_str!("../../src/conventions/languages/en/fixed_names.yaml"),
    include_str!("../../src/conventions/languages/en/instrument_names.yaml"),
    include_str!("../../src/conventions/languages/en/body_names.yaml"),
];

#[derive(serde::Deserialize)]
struct Group {
    source: String,
    names: BTreeMap<String, String>,
}

#[test]
fn a_name_is_corrected_to_a_name_that_needs_no_correction() {
    let tables = [&fixed_names::ENGLISH, &fixed_names::INSTRUMENTS, &fixed_names::BODIES];
    for (yaml, table) in NAMES.iter().zip(tables) {
        let groups: Vec<Group> = serde_yaml::from_str(yaml).unwrap();
        for group in groups {
            assert!(!group.source.is_empty());
            for (wrong, right) in &group.names {
                assert_ne!(wrong, right);
                let found = table.find(wrong);
                assert_eq!(found.len(), 1, "{wrong}");
                assert_eq!(found[0].right, right, "{wrong}");
                assert_eq!(table.find(right), [], "{wrong}: {right}");
                assert_eq!(spelling::ENGLISH.find(right), [], "{wrong}: {right}");
            }
        }
    }
}

#[test]
fn the_years_of_the_security_council_go_up_and_fit_the_list() {
    let list = include_str!("../../src/conventions/resolutions.tsv");
    let numbers = list.lines().filter_map(|line| {
        let (number, year) = line.strip_prefix("SC\t")?.split_once(" (")?;
        Some((number.parse::<u16>().ok()?, year.get(..4)?.parse::<u16>().ok()?))
    });
    for (number, year) in numbers {
        let known = instruments::year_of_security_council_resolution(number);
        assert!(known.is_none_or(|known| known == year), "{number} ({year}): {known:?}");
    }
}

#[test]
fn the_page_has_its_words_in_every_language() {
    for language in Language::ALL {
        let labels = Conventions::of(language).labels();
        for organ in organs::all() {
            assert!(
                labels.organs.contains_key(&organ.code),
                "{language:?} {}",
                organ.code
            );
        }
        for code in ["GA", "HRC", "ECOSOC", "SC", "any"] {
            let headline = &labels.adopted[code];
            assert!(headline.contains("{date}"), "{language:?}: {headline}");
            let is_of_council = code == "SC";
            assert!(is_of_council || labels.adopted_decision[code].contains("{date}"));
        }
        assert_eq!(labels.months.len(), 12, "{language:?}");
        let ordinals = if language == Language::En { 0 } else { 99 };
        assert_eq!(labels.ordinals.len(), ordinals, "{language:?}");
        assert_eq!(labels.languages.len(), 6, "{language:?}");
        for (label, value) in [
            (&labels.united_nations, ""),
            (&labels.distribution_general, "Distr."),
            (&labels.distribution_limited, "Distr."),
            (&labels.original, "{language}"),
            (&labels.version, ""),
            (&labels.agenda_item, "{number}"),
            (&labels.agenda_items, "{numbers}"),
            (&labels.comma, ""),
            (&labels.and, ""),
            (&labels.and_numbers, ""),
            (&labels.colon, ""),
            (&labels.for_group, "{group}"),
            (&labels.submitted_by, "{name}"),
            (&labels.draft_resolution, ""),
            (&labels.revised_draft_resolution, ""),
            (&labels.draft_decision, ""),
            (&labels.revised_draft_decision, ""),
            (&labels.draft_statement, ""),
            (&labels.amendment, "{symbol}"),
            (&labels.amendments, "{symbol}"),
            (&labels.date, "{year}"),
            (&labels.session, "{ordinal}"),
            (&labels.special_session, "{ordinal}"),
            (&labels.emergency_session, "{ordinal}"),
            (&labels.year_session, "{year}"),
            (&labels.adopted_on, "{date}"),
            (&labels.resolution, "{number}"),
            (&labels.on_report, "{committee}"),
            (&labels.without_reference, "{symbol}"),
            (&labels.meeting, "{meeting}"),
            (&labels.plenary_meeting, "{meeting}"),
            (&labels.adopted_without_vote, "["),
            (&labels.adopted_recorded, "["),
            (&labels.adopted_by_vote, "{against}"),
            (&labels.in_favour, ""),
            (&labels.against, ""),
            (&labels.abstaining, ""),
            (&labels.non_member, ""),
            (&labels.draft_stamp, ""),
            (&labels.preamble, ""),
            (&labels.operative_part, ""),
            (&labels.notes, ""),
        ] {
            assert!(
                !label.is_empty() && label.contains(value),
                "{language:?}: {label} {value}"
            );
        }
    }
}
