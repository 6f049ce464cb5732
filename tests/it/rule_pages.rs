//! A rule's page is its test: the rule speaks on every “Wrong”, is silent on every
//! “Right”, and where it mends all that it finds, its fixes turn the one into the other.

use zerodraft::lint::{self, Effect, Rule, rules};
use zerodraft::{fix, text::Source};

#[test]
fn every_page_holds() {
    for rule in rules::ALL {
        let wrong = rule.examples("Wrong");
        let right = rule.examples("Right");
        assert!(!wrong.is_empty(), "{} shows nothing wrong", rule.name);
        assert_eq!(wrong.len(), right.len(), "{}: every wrong has its right", rule.name);
        for (wrong, right) in wrong.iter().zip(&right) {
            check(rule, wrong, right);
        }
        for silent in rule.examples("Silent") {
            check_silent(rule, silent);
        }
    }
}

#[test]
fn the_name_heads_the_page() {
    for rule in rules::ALL {
        let heading = format!("# {}\n", rule.name);
        assert!(rule.explanation.starts_with(&heading), "{}", rule.name);
    }
}

#[test]
fn every_page_names_its_authority() {
    for rule in rules::ALL {
        assert!(rule.explanation.contains("\nAuthority: "), "{}", rule.name);
    }
}

#[test]
fn a_rule_and_its_files_have_one_name() {
    for rule in rules::ALL {
        let file = rule.name.replace('-', "_");
        for extension in ["rs", "md"] {
            let path = format!("src/lint/rules/{file}.{extension}");
            assert!(std::path::Path::new(&path).exists(), "{path}");
        }
    }
}

#[test]
fn rules_stand_in_the_order_of_their_families_and_names() {
    assert!(rules::ALL.is_sorted_by_key(|rule| (rule.family, rule.name)));
}

#[track_caller]
fn check(rule: &'static Rule, wrong: &str, right: &str) {
    let source = Source::new(wrong);
    let found = lint::check(&source, &rule.selection());
    let Some(first) = found.first() else {
        panic!("{} is silent on:\n{wrong}", rule.name)
    };
    assert!(!first.message.ends_with('.'), "{}: {}", rule.name, first.message);
    check_silent(rule, right);
    let mends_all = found.iter().all(|diagnostic| !diagnostic.fixes.is_empty());
    if mends_all {
        let mended = fix::apply(&source, &found, Effect::Substantive);
        assert_eq!(mended, right, "the fixes of {}", rule.name);
    }
}

#[track_caller]
fn check_silent(rule: &'static Rule, right: &str) {
    let found = lint::check(&Source::new(right), &rule.selection());
    assert!(found.is_empty(), "{} speaks on:\n{right}\n{found:#?}", rule.name);
}
