//! The draft marked against an earlier text.

use zerodraft::tui::Command;

use crate::desk::{desk, press, screen};
use crate::running;

const OLD: &str = "\
---
organ: HRC
title: \"Water\"
---
The Human Rights Council,

Recalling its resolution 60/1 of 7 October 2025,

1. Welcomes the report of the High Commissioner on the right to water;

2. Requests the Office to report to the Council at its sixty-third session;

3. Encourages all States to cooperate with the Office;

4. Decides to remain seized of the matter.
";

const NEW: &str = "\
---
organ: HRC
title: \"Water\"
---
The Human Rights Council,

Recalling its resolution 60/1 of 7 October 2025,

Mindful of the needs of children,

1. Encourages all States to cooperate with the Office;

2. Welcomes with appreciation the report of the High Commissioner on the right to water:

   (a) And its recommendations;

   (b) And its annexes;

3. Decides to remain seized of the matter.
";

#[test]
fn the_draft_is_marked_against_an_earlier_text() {
    let mut desk = desk(NEW);
    desk.take_base("old.docx", OLD);
    insta::assert_snapshot!("marks_since_a_base_text", screen(&desk, 80, 30));
    // A folded list shows that something in it changed.
    press(&mut desk, "F6 Down Down Down Down Left Left");
    assert!(
        screen(&desk, 120, 30).contains("~OP 2 Welcomes"),
        "{}",
        screen(&desk, 120, 30)
    );
}

#[test]
fn the_words_of_the_paragraph_are_compared_with_what_is_gone_behind_it() {
    let mut desk = desk(NEW);
    press(&mut desk, "Alt-Z");
    assert!(screen(&desk, 80, 24).contains("there is no base text; Alt-U chooses one"));
    desk.take_base("old.docx", OLD);
    press(&mut desk, "^G 'op 2' Enter Alt-Z");
    insta::assert_snapshot!("what_changed_in_the_paragraph", screen(&desk, 80, 24));
    press(&mut desk, "Esc ^G 'pp 1' Enter Alt-Z");
    assert!(screen(&desk, 80, 24).contains("this paragraph says what “old.docx” says"));
}

#[test]
fn marks_go_with_the_text_until_it_is_compared_again() {
    let mut desk = desk(NEW);
    desk.take_base("old.docx", OLD);
    press(&mut desk, "^G 'pp 1' Enter Home 'x'");
    assert!(desk.is_behind_base());
    assert!(screen(&desk, 80, 30).contains("+PP 2 Mindful"), "{}", screen(&desk, 80, 30));
    assert!(screen(&desk, 120, 30).contains("since old.docx: +3 ~1 ^1 −1"));
    desk.compare_with_base();
    assert!(screen(&desk, 120, 30).contains("since old.docx: +3 ~2 ^1 −1"));
    press(&mut desk, "^Z");
    desk.compare_with_base();
    assert!(screen(&desk, 120, 30).contains("since old.docx: +3 ~1 ^1 −1"));
}

#[test]
fn the_base_text_is_a_file_a_snapshot_or_none() {
    let mut desk = desk(NEW);
    press(&mut desk, "Alt-U");
    assert_eq!(desk.next_command(), Some(Command::ListBases));
    desk.offer_bases(Vec::new());
    press(&mut desk, "Enter");
    press(&mut desk, "Enter");
    assert!(screen(&desk, 80, 24).contains("name the file of the earlier text"));
    press(&mut desk, "'rounds/old.docx' Enter");
    let expected =
        Command::ReadBase { name: "old.docx".to_owned(), path: "rounds/old.docx".into() };
    assert_eq!(desk.next_command(), Some(expected));
    desk.take_base("old.docx", OLD);
    press(&mut desk, "Alt-U");
    assert_eq!(desk.next_command(), Some(Command::ListBases));
    desk.offer_bases(Vec::new());
    insta::assert_snapshot!("what_the_draft_is_marked_against", screen(&desk, 80, 24));
    press(&mut desk, "Down Enter");
    assert!(!screen(&desk, 120, 30).contains("since old.docx"));
}

#[test]
fn a_base_text_is_read_by_the_program() {
    let place = running::Desk::new().with("old.md", OLD).with("new.md", NEW);
    assert_eq!(place.run(&["render", "old.md", "-o", "old.docx"]).code, 0);
    let said = "outline\ngo op 2\ndifferences\nkeep a snapshot\nround 2\nbase\n2\noutline\nquit\n";
    let ran =
        place.run_with(&["--plain", "new.md", "--base", "old.docx"], said.as_bytes());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    insta::assert_snapshot!("a_base_text_in_lines", ran.out);
    let ran = place.run(&["--plain", "new.md", "--base", "none.docx"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("cannot read “none.docx”"), "{}", ran.err);
}
