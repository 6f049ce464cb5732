//! The tables of conventions: whole, sorted, without doubles.

use std::collections::HashSet;

use zerodraft::conventions::{spelling, states};

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
        assert_eq!(states::find(&state.text).unwrap().0, state);
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
