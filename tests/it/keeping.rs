//! Snapshots from the command line: listed, compared, written out.

use crate::running::Desk;

const FIRST: &str = "The Council,\n\nNoting the report,\n\n1. Welcomes the report;\n\n2. Decides to act.\n";

/// A draft of which two snapshots were kept on the desk.
fn kept() -> Desk {
    let place = Desk::new().with("water.md", FIRST);
    let said = "keep a snapshot\nround 1\ngo op 1\nwrite Welcomes the report of the Office;\n\
                keep a snapshot\nround: 2/3\ngo op 2\nadd Thanks the Office\nsave\nquit\n";
    let ran = place.run_with(&["--plain", "water.md"], said.as_bytes());
    assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
    place
}

/// What is printed, the times of this day left out.
fn timeless(text: &str) -> String {
    let time = regex::Regex::new(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(:\d\dZ| UTC)").unwrap();
    time.replace_all(text, "[time]").into_owned()
}

#[test]
fn snapshots_are_listed_with_what_changed() {
    let place = kept();
    let ran = place.run(&["snapshots", "water.md"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(
        timeless(&ran.out),
        "1. round 1, [time]: 9 words, 3 paragraphs\n\
         2. round: 2/3, [time]: 12 words, 3 paragraphs; 3 kept, 1 reworded\n\
         the draft now: 15 words, 4 paragraphs; 3 kept, 1 reworded, 1 added\n"
    );
    let ran = place.run(&["snapshots", "water.md", "--format", "json"]);
    insta::assert_snapshot!("snapshots_json", timeless(&ran.out));
    // They outlive the draft.
    std::fs::remove_file(place.path("water.md")).unwrap();
    assert_eq!(place.run(&["snapshots", "water.md"]).out.lines().count(), 2);
}

#[test]
fn a_snapshot_is_compared_with_the_draft() {
    let place = kept();
    let ran = place.run(&["snapshots", "water.md", "--compare", "round 1"]);
    assert_eq!((ran.code, ran.err.as_str()), (1, ""));
    insta::assert_snapshot!("snapshot_compared", timeless(&ran.out));
    let ran = place.run(&["snapshots", "water.md", "--compare", "2", "--format", "json"]);
    assert!(ran.out.contains("\"added\": 1"), "{}", ran.out);
    let ran = place.run(&["snapshots", "water.md", "--compare", "raund 1"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("there is no snapshot “raund 1”; did you mean “round 1”?"),
        "{}",
        ran.err
    );
}

#[test]
fn a_snapshot_is_written_out_and_over_nothing() {
    let place = kept();
    let restore = ["snapshots", "water.md", "--restore", "round 1", "-o", "back.md"];
    assert_eq!(place.run(&restore).code, 0);
    assert_eq!(place.read("back.md"), FIRST);
    let ran = place.run(&["snapshots", "water.md", "--restore", "2", "-o", "water.md"]);
    assert_eq!(ran.code, 2);
    assert!(
        ran.err.contains("“water.md” exists; name another file, or add --force"),
        "{}",
        ran.err
    );
    assert_eq!(place.run(&["snapshots", "water.md", "--restore", "1"]).out, FIRST);
    let ran = place.run(&["snapshots", "other.md"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("there is no snapshot of “other.md”"), "{}", ran.err);
}
