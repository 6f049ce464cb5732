//! The desk as a prompt: what is said, and what is answered.

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

fn lines(text: &str) -> Lines {
    let desk = Desk::new(text, Theme::plain())
        .in_file("water.md")
        .with_templates(|_| Library::shipped());
    Lines::new(desk)
}

/// Says lines one after another, and writes down the talk.
fn talk(lines: &mut Lines, said: &[&str]) -> String {
    let mut talk = lines.greeting();
    for line in said {
        talk += &["> ", line, "\n", &lines.take(line)].concat();
    }
    talk
}

#[test]
fn a_draft_is_read_and_gone_about_in() {
    let said = ["outline", "go op 2 b", "next", "back", "find report", "findings"];
    insta::assert_snapshot!(talk(&mut lines(DRAFT), &said));
}

#[test]
fn paragraphs_are_written_moved_and_mended() {
    let mut lines = lines(DRAFT);
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
    insta::assert_snapshot!(talk(&mut lines, &said));
    insta::assert_snapshot!(lines.desk.editor.text());
}

#[test]
fn what_is_asked_is_asked_in_lines() {
    let mut lines = lines(DRAFT);
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
    insta::assert_snapshot!(talk(&mut lines, &said));
    let mut commands = std::iter::from_fn(|| lines.desk.next_command());
    assert!(matches!(commands.next(), Some(Command::Save { .. })));
    assert!(matches!(commands.next(), Some(Command::Quit)));
}

#[test]
fn the_help_lists_what_can_be_said() {
    insta::assert_snapshot!(lines(DRAFT).take("help"));
}
