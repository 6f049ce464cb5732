//! The desk as a prompt: what is said, and what is answered.

use crate::running;
use zerodraft::library::Library;
use zerodraft::tui::{Command, Desk, Lines, Theme};

const DRAFT: &str = "\
---
organ: HRC
title: \"Water\"
---
The Human Rights Council,

Recalling its resolution 60/1 of 7 October 2025,

1. Welcomes the report;

2. Requests the Office:

   (a) To continue;

   (b) To report;

3. Decides to remain seized of the matter,
";

fn desk(text: &str) -> Desk {
    Desk::new(text, Theme::plain())
        .in_file("water.md")
        .with_templates(|_| Library::shipped())
}

/// Says lines one after another, and writes down the talk.
fn talk(desk: &mut Desk, said: &[&str]) -> String {
    let mut talk = Lines::on(desk).greeting();
    for line in said {
        talk += &["> ", line, "\n", &Lines::on(desk).take(line)].concat();
    }
    talk
}

#[test]
fn a_draft_is_read_and_gone_about_in() {
    let said = ["outline", "go op 2 b", "next", "back", "find report", "findings"];
    insta::assert_snapshot!(talk(&mut desk(DRAFT), &said));
}

#[test]
fn paragraphs_are_written_moved_and_mended() {
    let mut desk = desk(DRAFT);
    let said = [
        "go op 1",
        "write Welcomes the report of the Office;",
        "add Also welcomes its candour",
        "down",
        "turn",
        "undo",
        "go op 3",
        "change to continue to To go on",
        "go seized",
        "replace report => study",
        "fix",
        "stronger",
        "what is this",
    ];
    insta::assert_snapshot!(talk(&mut desk, &said));
    insta::assert_snapshot!(desk.editor.text());
}

#[test]
fn what_is_asked_is_asked_in_lines() {
    let mut desk = desk(DRAFT);
    let said = [
        "go op 1",
        "cite 70/1",
        "1",
        "opening note with",
        ".",
        "template follow-up report",
        "1",
        ".",
        "save",
        "quit",
        "d",
    ];
    insta::assert_snapshot!(talk(&mut desk, &said));
    let mut commands = std::iter::from_fn(|| desk.next_command());
    assert!(matches!(commands.next(), Some(Command::Save { .. })));
    assert!(matches!(commands.next(), Some(Command::Quit)));
}

#[test]
fn the_help_lists_what_can_be_said() {
    insta::assert_snapshot!(Lines::on(&mut desk(DRAFT)).take("help"));
}

#[test]
fn a_draft_is_written_from_the_first_line_to_the_file() {
    let place = running::Desk::new().with("water.md", DRAFT);
    let ran = place.run_with(
        &["--plain", "water.md"],
        "go op 3\nfix\nadd Thanks the Office\nsave\nquit\n".as_bytes(),
    );
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("OP 4: Thanks the Office."), "{}", ran.out);
    assert!(ran.out.contains("saved to “water.md”"), "{}", ran.out);
    let text = place.read("water.md");
    assert!(text.ends_with(
        "3. Decides to remain seized of the matter;\n\n4. Thanks the Office.\n"
    ));
}

#[test]
fn lines_that_end_without_saving_lose_nothing() {
    let place = running::Desk::new().with("water.md", DRAFT);
    let ran = place.run_with(&["--plain", "water.md"], b"go op 3\nfix\n");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("was not saved"), "{}", ran.err);
    assert_eq!(place.read("water.md"), DRAFT);
    let ran = place.run_with(&["--plain", "water.md"], b"r\nsave\nquit\n");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.out.contains("An earlier session ended without saving"), "{}", ran.out);
    assert!(
        place.read("water.md").ends_with("3. Decides to remain seized of the matter.\n")
    );
}
