//! `zerodraft.yaml`: what a drafter's house wants, and what is said of its slips.

use crate::running::{DRAFT, Desk};

/// A draft that is clean but for two words.
const SPELT: &str = "---\norgan: HRC\ntitle: \"Food\"\nsponsors: [\"Brazil\"]\n---\n\
    The Human Rights Council,\n\nRecalling its resolution 5/1 of 18 June 2007,\n\n\
    1. Thanks the Organisation for Food for its e-mail on labor standards;\n\n\
    2. Decides to remain seized of the matter.\n";

#[test]
fn settings_above_the_draft_set_the_rules() {
    let desk = Desk::new()
        .with("zerodraft.yaml", "rules:\n  doubled-terminator: off\n")
        .with("round/two/draft.md", DRAFT);
    assert_eq!(desk.run(&["lint", "round/two/draft.md"]).code, 0);
    let ran = desk.run(&["lint", "round/two/draft.md", "--no-settings"]);
    assert_eq!(ran.code, 1);
    let desk = desk.with("round/zerodraft.yaml", "families: {punctuation: quieter}\n");
    let ran = desk.run(&["lint", "round/two/draft.md"]);
    assert!(ran.out.contains("warning[doubled-terminator]"), "the nearest: {}", ran.out);
    let ran = desk.run(&["lint", "round/two/draft.md", "--settings", "zerodraft.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.out);
}

#[test]
fn settings_choose_the_profile_and_the_command_line_another() {
    let desk = Desk::new()
        .with("zerodraft.yaml", "# Our conference.\nprofile: mun-thimun\n")
        .with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--format", "json"]);
    assert!(ran.out.contains("\"profile\": \"mun-thimun\""), "{}", ran.out);
    let ran = desk.run(&["lint", "draft.md", "--profile", "ga", "--format", "json"]);
    assert!(ran.out.contains("\"profile\": \"ga\""), "{}", ran.out);
}

#[test]
fn a_house_has_its_terms_and_names() {
    let desk = Desk::new().with("draft.md", SPELT);
    let ran = desk.run(&["lint", "draft.md"]);
    assert!(ran.out.contains("0 errors, 2 warnings"), "{}", ran.out);
    let desk = desk.with(
        "zerodraft.yaml",
        "names: [Organisation for Food]\nterms:\n  e-mail: email\n  Brazil: no\n",
    );
    let ran = desk.run(&["lint", "draft.md"]);
    assert!(
        ran.out.contains("warning[house-term]: “email”, not “e-mail”"),
        "{}",
        ran.out
    );
    assert!(!ran.out.contains("organization"), "{}", ran.out);
    assert_eq!(desk.run(&["lint", "draft.md", "--fix"]).code, 0);
    assert!(
        desk.read("draft.md").contains("Organisation for Food for its email on labour")
    );
}

#[test]
fn every_slip_in_settings_is_named_with_its_place() {
    let settings = "rule:\n  x: off\nprofile: mon\nrules:\n  speling: off\n  calls-on: of\n\
                    families: {stile: off}\n";
    let desk = Desk::new().with("zerodraft.yaml", settings).with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    insta::assert_snapshot!("settings_slips", ran.err);
}

#[test]
fn settings_that_are_no_yaml_are_named_with_the_place() {
    for (settings, message) in [
        ("rules: [doubled-word]\n", ":1:8: here stand names with a value each"),
        ("rules:\n  doubled-word: off\n  doubled-word: on\n", ":3:3: "),
        ("names: {\n", "zerodraft.yaml:"),
        ("names: Office\n", ":1:8: here stands a list"),
        ("- profile\n", ":1:1: "),
    ] {
        let desk = Desk::new().with("zerodraft.yaml", settings).with("draft.md", DRAFT);
        let ran = desk.run(&["lint", "draft.md"]);
        assert_eq!(ran.code, 2, "{settings}");
        assert!(ran.err.contains(message), "{settings}: {}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--settings", "none.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot read “none.yaml”"), "{}", ran.err);
}

#[test]
fn empty_settings_set_nothing() {
    let desk = Desk::new().with("zerodraft.yaml", "# Nothing yet.\n").with("d.md", DRAFT);
    assert_eq!(desk.run(&["lint", "d.md"]).err, "");
}

#[test]
fn an_allowance_ends_with_its_day() {
    let allowed = |until: &str| {
        DRAFT.replace(
            "1. Reaffirms",
            &format!("<!-- zerodraft: allow doubled-terminator because so it was {until}-->\n\n1. Reaffirms"),
        )
    };
    let desk = Desk::new().with("draft.md", &allowed("until 2999-12-31 "));
    assert_eq!(desk.run(&["lint", "draft.md"]).code, 0);
    let desk = desk.with("draft.md", &allowed("until 2020-12-31 "));
    let ran = desk.run(&["lint", "draft.md"]);
    assert!(ran.out.contains("“doubled-terminator” was allowed until 31 December 2020"));
    assert!(ran.out.contains("error[doubled-terminator]"), "{}", ran.out);
    assert!(!ran.out.contains("unused-allowance"), "{}", ran.out);
    let whole = |until: &str| {
        DRAFT.replace(
            "number:",
            &format!(
                "allow: [{{rule: \"doubled-terminator\", until: {until}}}]\nnumber:"
            ),
        )
    };
    let desk = desk.with("draft.md", &whole("2999-12-31"));
    assert_eq!(desk.run(&["lint", "draft.md"]).code, 0);
    let desk = desk.with("draft.md", &whole("2020-12-31"));
    assert!(desk.run(&["lint", "draft.md"]).out.contains("expired-allowance"));
    let desk = desk.with("draft.md", &whole("soon"));
    let ran = desk.run(&["lint", "draft.md"]);
    assert!(ran.out.contains("“soon” is no day"), "{}", ran.out);
}

#[test]
fn the_desk_reads_the_same_settings() {
    use zerodraft::lint::Selection;
    use zerodraft::tui::{Desk, Theme};
    use zerodraft::workspace::settings::Settings;
    let settings = Settings::parse("rules: {doubled-terminator: off}\n", "s").unwrap();
    let desk = Desk::new(DRAFT, Theme::plain());
    assert_eq!(desk.summary().errors, 1);
    let desk = desk.with_selection(settings.lay_under(Selection::default()));
    assert_eq!(desk.summary().errors, 0);
}

#[test]
fn the_desk_has_its_theme_numbers_and_keys_from_the_settings() {
    use crate::desk::{press, screen};
    use zerodraft::tui::{Desk, Keys, Theme};
    use zerodraft::workspace::settings::Settings;
    let settings = "desk:\n  theme: high-contrast\n  numbering: keep\n  form: typed\n  \
                    keys:\n    save: f12\n    apply-fix: alt-0\n    help: f1\n";
    let settings = Settings::parse(settings, "s").unwrap().desk;
    let mut desk = Desk::new(DRAFT, Theme::named(settings.theme.unwrap()))
        .with_settings(&settings)
        .with_keys(Keys::with(&settings.keys).unwrap());
    press(&mut desk, "F8");
    insta::assert_snapshot!("a_desk_with_other_keys", screen(&desk, 80, 24));
    press(&mut desk, "Alt-N");
    assert!(screen(&desk, 80, 24).contains("numbers follow every change"), "kept before");
    press(&mut desk, "Alt-A");
    assert!(screen(&desk, 80, 24).contains("numbers and endings come by themselves"));
}

#[test]
fn slips_in_what_is_said_of_the_desk_are_named() {
    let settings = "desk:\n  theme: drak\n  numbering: new\n  them: dark\n";
    let desk = Desk::new().with("zerodraft.yaml", settings).with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md"]);
    assert_eq!(ran.code, 2);
    insta::assert_snapshot!("slips_of_the_desk", ran.err);
}
