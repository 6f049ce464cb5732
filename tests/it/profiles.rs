//! Profiles, as a person meets them: the rules speak as loudly as the organ or the
//! conference wants.

use crate::running::{DRAFT, Desk};

/// A paper of a conference: a State that is none, American spelling, “15th session”.
const PAPER: &str = "---\norgan: GA\ntitle: \"Food\"\nsponsors: [\"Freedonia\"]\n---\n\
    The General Assembly,\n\nRecalling the Charter of the United Nations,\n\n1. Calls on all States to strengthen labor standards,;\n\n\
    2. Decides to remain seized of the matter at its 15th session.\n";

#[test]
fn the_organ_of_the_draft_tells_the_profile() {
    for (organ, profile) in [("HRC", "\"hrc\""), ("GA/C.3", "\"ga\""), ("SC", "\"sc\"")] {
        let text = DRAFT.replace("organ: HRC", &format!("organ: {organ}"));
        let desk = Desk::new().with("draft.md", &text);
        let ran = desk.run(&["lint", "draft.md", "--format", "json"]);
        assert!(ran.out.contains(&format!("\"profile\": {profile}")), "{}", ran.out);
    }
    let ran = Desk::new().run_with(&["lint", "-", "--format", "json"], b"Food for all\n");
    assert!(ran.out.contains("\"profile\": null"), "{}", ran.out);
}

#[test]
fn a_conference_silences_what_its_guide_allows_and_warns_where_an_organ_sends_back() {
    let desk = Desk::new().with("paper.md", PAPER);
    let ran = desk.run(&["lint", "paper.md", "--notes"]);
    for rule in ["error[doubled-terminator]", "warning[spelling]", "[unknown-sponsor]"] {
        assert!(ran.out.contains(rule), "{rule}: {}", ran.out);
    }
    let ran = desk.run(&["lint", "paper.md", "--profile", "mun-thimun"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("warning[doubled-terminator]"), "{}", ran.out);
    assert!(ran.out.contains("0 errors, 1 warning"), "{}", ran.out);
    let ran = desk.run(&["lint", "paper.md", "--profile", "MUN-UN4MUN", "--notes"]);
    assert!(ran.out.contains("note[spelling]"), "{}", ran.out);
    let ran =
        desk.run(&["lint", "paper.md", "--profile", "mun-nmun", "--format", "json"]);
    assert!(ran.out.contains("\"profile\": \"mun-nmun\""), "{}", ran.out);
}

#[test]
fn a_rule_that_is_asked_for_speaks_under_every_profile() {
    let desk = Desk::new().with("paper.md", PAPER);
    let ran = desk.run(&["lint", "paper.md", "--profile", "mun", "--only", "spelling"]);
    assert!(ran.out.contains("warning[spelling]"), "{}", ran.out);
}

#[test]
fn a_misspelt_profile_is_named_with_the_nearest() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--profile", "mun-timun"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "zerodraft: there is no profile called “mun-timun”; did you mean “mun-thimun”? \
         the profiles are: hrc, ga, sc, ecosoc, mun, mun-thimun, mun-nmun, mun-un4mun, \
         mun-hnmun\n"
    );
}

#[test]
fn the_rules_are_listed_with_what_a_profile_makes_of_them() {
    let desk = Desk::new();
    let ran = desk.run(&["rules", "--family", "sponsors", "--profile", "mun"]);
    let line = |name: &str| {
        let line = ran.out.lines().find(|line| line.trim_start().starts_with(name));
        line.unwrap().split_whitespace().take(3).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(line("duplicate-sponsor"), "duplicate-sponsor warning --fix");
    assert!(line("unknown-sponsor").starts_with("unknown-sponsor off"), "{}", ran.out);
    assert!(!ran.out.contains("spelling"), "{}", ran.out);
    let ran = desk.run(&["rules", "--format", "json"]);
    let list: serde_json::Value = serde_json::from_str(&ran.out).unwrap();
    let rules = list["rules"].as_array().unwrap();
    let spelling = rules.iter().find(|rule| rule["rule"] == "spelling").unwrap();
    assert_eq!(spelling["family"], "style");
    assert_eq!(spelling["severity"], "warning");
    assert_eq!(spelling["fix"], "editorial");
    let ran = desk.run(&["rules", "--family", "speling"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("no family “speling”"), "{}", ran.err);
}

#[test]
fn the_whole_reference_is_one_page() {
    let ran = Desk::new().run(&["explain", "--all"]);
    assert!(ran.out.starts_with("# The rules of Zerodraft\n\n## Structure\n\n### "));
    assert!(ran.out.contains("\n### wrong-operative-ending\n\n*error: "), "{}", ran.code);
    assert!(ran.out.contains("\n#### Wrong\n"));
    assert_eq!(Desk::new().run(&["explain"]).code, 2);
}
