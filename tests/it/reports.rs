//! What `lint` prints for people and programs, of one draft and of many.

use serde_json::Value;

use crate::running::{DRAFT, Desk};

/// A folder of drafts: two that are not clean, one below, and pages that are none.
fn folder() -> Desk {
    Desk::new()
        .with("round/b.md", DRAFT)
        .with("round/a.md", &DRAFT.replace("the Charter", "the the Charter"))
        .with("round/two/c.md", &DRAFT.replace(",;", ";"))
        .with("round/README.md", "About these drafts.\n")
        .with("round/.hidden.md", DRAFT)
        .with("round/notes.txt", "Remember the milk.\n")
}

#[test]
fn a_folder_is_checked_whole_and_in_order() {
    let ran = folder().run(&["lint", "round", "round/b.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    insta::assert_snapshot!("lint_of_a_folder", ran.out);
}

#[test]
fn a_folder_without_drafts_is_named() {
    let desk = Desk::new().with("empty/notes.txt", "Remember the milk.\n");
    let ran = desk.run(&["lint", "empty"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("there is no draft in the folder “empty”"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_read_does_not_silence_the_others() {
    use std::os::unix::fs::PermissionsExt;
    let desk = folder();
    let forbid = |mode| std::fs::Permissions::from_mode(mode);
    std::fs::set_permissions(desk.path("round/two"), forbid(0o000)).unwrap();
    let is_forbidden = std::fs::read_dir(desk.path("round/two")).is_err();
    let ran = desk.run(&["lint", "round"]);
    std::fs::set_permissions(desk.path("round/two"), forbid(0o755)).unwrap();
    assert!(ran.out.contains("round/b.md"), "{}", ran.out);
    // The superuser may read everything.
    if is_forbidden {
        assert_eq!(ran.code, 2);
        assert!(ran.err.contains("round/two"), "{}", ran.err);
    }
}

#[test]
fn statistics_count_by_rule() {
    let desk = folder();
    let ran = desk.run(&["lint", "round", "--statistics"]);
    assert!(
        ran.out.starts_with(
            "     2  error    doubled-terminator  in 2 drafts; --fix mends 2\n"
        ),
        "{}",
        ran.out
    );
    let ran = desk.run(&["lint", "round", "--statistics", "--format", "json"]);
    let json: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(json["statistics"][0]["findings"], 2);
    assert_eq!(json["files"].as_array().unwrap().len(), 3);
}

#[test]
fn sarif_has_the_form_of_its_schema() {
    let desk = Desk::new().with("Draft 1.md", DRAFT);
    let ran = desk.run(&["lint", "Draft 1.md", "--format", "sarif"]);
    assert_eq!(ran.code, 1);
    let sarif: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(sarif["version"], "2.1.0");
    let run = &sarif["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let result = &run["results"][0];
    assert_eq!(result["ruleId"], "doubled-terminator");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
    assert_eq!(rules[index]["id"], "doubled-terminator");
    assert_eq!(result["level"], "error");
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "Draft%201.md");
    assert_eq!(place["region"]["startLine"], 11);
    assert_eq!(place["region"]["startColumn"], 25);
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["insertedContent"]["text"], ";");
    assert_eq!(change["deletedRegion"]["endColumn"], 27);
}

#[test]
fn github_reads_a_line_for_each_finding() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--format", "github"]);
    assert_eq!(
        ran.out,
        "::error file=draft.md,line=11,endLine=11,col=25,endColumn=27,\
         title=doubled-terminator%3A OP 1::one mark ends a clause: “;”, not “,;”\n"
    );
}

#[test]
fn junit_has_a_suite_for_each_draft() {
    let ran = folder().run(&["lint", "round", "--format", "junit"]);
    insta::assert_snapshot!("lint_junit", ran.out);
}

#[test]
fn a_baseline_shows_only_what_is_new() {
    let desk = Desk::new().with("draft.md", DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--write-baseline", "known.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, ""));
    assert_eq!(ran.err, "“known.json” now holds 1 finding\n");
    let next = DRAFT
        .replace(
            "1. Reaffirms the Charter,;",
            "1. Thanks all;\n\n2. Reaffirms the Charter,;",
        )
        .replace("2. Decides", "3. Decides");
    let desk = desk.with("next.md", &next);
    let ran = desk.run(&["lint", "next.md", "--baseline", "known.json"]);
    assert_eq!((ran.code, ran.out.as_str()), (0, "nothing found\n"));
    let desk = desk.with("next.md", &next.replace("all;", "all the the world;"));
    let ran = desk.run(&["lint", "next.md", "--baseline", "known.json"]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("doubled-word"), "{}", ran.out);
    assert!(!ran.out.contains("doubled-terminator"), "{}", ran.out);
}

#[test]
fn a_baseline_that_is_none_is_named_and_kept() {
    let desk = Desk::new().with("draft.md", DRAFT);
    for flag in ["--baseline", "--write-baseline"] {
        let ran = desk.run(&["lint", "draft.md", flag, "draft.md"]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{flag}");
        assert!(ran.err.contains("“draft.md” is no baseline"), "{}", ran.err);
    }
    assert_eq!(desk.read("draft.md"), DRAFT);
    let ran = desk.run(&["lint", "draft.md", "--baseline", "none.json"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot read “none.json”"), "{}", ran.err);
}
