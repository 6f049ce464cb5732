//! Templates on the desk: filled as forms, made of paragraphs.

use zerodraft::library::Library;
use zerodraft::tui::{Command, Desk, Theme};

use crate::desk::{press, screen};
use crate::running;

const DRAFT: &str = "\
---
organ: GA
session: \"80\"
title: \"Water\"
---
The General Assembly,

Recalling its resolution 64/292 of 28 July 2010,

1. Welcomes the report of the Secretary-General;

2. Decides to remain seized of the matter.
";

/// A template with a field of many kinds, and a library that holds nothing else.
const OWN: &str = "\
id: own
title: Request a report of our own
part: operative
text: |
  Requests the {author} to submit{?, within existing resources,?} to the General Assembly at its {session} a {status} report on {subject}{?, with particular attention to {state}?};
placeholders:
  - name: author
    kind: text
    prompt: Who reports
    example: Secretary-General
    default: Secretary-General
  - name: session
    kind: session
    prompt: Session at which the report is due
    example: eighty-second session
    from: next session
  - name: status
    kind: choice
    prompt: What kind of report
    choices: [comprehensive, brief]
  - name: subject
    kind: text
    prompt: Subject of the report
    example: the present resolution
  - name: state
    kind: State
    prompt: State
    example: the Sudan
";

fn own_library() -> Library {
    let mut library = Library::default();
    library.take("own.yaml".as_ref(), OWN);
    library
}

fn desk(text: &str) -> Desk {
    Desk::new(text, Theme::plain()).in_file("water.md").with_templates(|_| own_library())
}

#[test]
fn a_template_is_a_form_with_what_the_draft_knows() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^G 'op 1' Enter ^T Enter");
    insta::assert_snapshot!("the_form_of_a_template", screen(&desk, 80, 24));
    // Typing takes the place of what was offered; a slip is told when the field is left.
    press(&mut desk, "Tab '82' Tab");
    insta::assert_snapshot!("a_slip_is_told_as_the_field_is_left", screen(&desk, 80, 24));
    // The right form is the first choice.
    press(&mut desk, "Shift-Tab Down Tab Down Down Tab 'the right to water'");
    press(&mut desk, "Tab Space Tab 'Sudan' Down Tab");
    insta::assert_snapshot!("optional_parts_are_ticked", screen(&desk, 120, 30));
    press(&mut desk, "Alt-Enter");
    let paragraph = "2. Requests the Secretary-General to submit to the General Assembly at its \
                     eighty-second session a brief report on the right to water, with particular \
                     attention to the Sudan;\n\n3. Decides to remain seized of the matter.\n";
    assert!(desk.editor.text().ends_with(paragraph), "{}", desk.editor.text());
    assert_eq!(desk.place(), "OP 2");
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn a_slip_is_inserted_as_it_is_and_told() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^T Enter Tab '82' Tab Alt-Enter");
    assert!(desk.editor.text().contains("General Assembly at its 82 a {status} report"));
    let said =
        "inserted: Request a report of our own; “82”: a session is written in words";
    assert!(screen(&desk, 120, 24).contains(said), "{}", screen(&desk, 120, 24));
}

#[test]
fn a_place_may_stay_open() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^T Enter Backspace Alt-Enter");
    let text = desk.editor.text();
    assert!(text.contains(
        "Requests the {author} to submit to the General Assembly at its eighty-first"
    ));
    assert!(text.contains("a {status} report on {subject}."), "{text}");
}

#[test]
fn an_optional_item_takes_its_letter() {
    const LIST: &str = "\
id: list
title: A list
part: operative
text: |
  Requests the Office:

  (#) To act;

  {?(#) To advise;?}

  (#) To report;
";
    let mut desk = Desk::new(DRAFT, Theme::plain()).with_templates(|_| {
        let mut library = Library::default();
        library.take("list.yaml".as_ref(), LIST);
        library
    });
    press(&mut desk, "^G 'op 1' Enter ^T Enter Enter");
    let without =
        "2. Requests the Office:\n\n   (a) To act;\n\n   (b) To report;\n\n3. Decides";
    assert!(desk.editor.text().contains(without), "{}", desk.editor.text());
    press(&mut desk, "^Z ^T Enter Space Enter");
    let with = "   (a) To act;\n\n   (b) To advise;\n\n   (c) To report;\n\n3. Decides";
    assert!(desk.editor.text().contains(with), "{}", desk.editor.text());
}

/// What the desk wants written as a template: its id, its file, and whether over another.
fn template_to_keep(desk: &mut Desk) -> (String, String, bool) {
    match desk.next_command() {
        Some(Command::KeepTemplate { id, yaml, is_sure }) => (id, yaml, is_sure),
        other => panic!("{other:?}"),
    }
}

const PARAGRAPH: &str = "\
---
organ: GA
title: \"Water\"
---
The General Assembly,

1. Requests the Secretary-General to submit to the General Assembly at its eighty-second session, in the light of resolution 64/292 of 28 July 2010, a report on the right to water in Cyprus:

   (a) With 3 annexes;

   (b) Within existing resources;

2. Decides to remain seized of the matter.
";

#[test]
fn a_paragraph_becomes_a_template() {
    let mut desk = desk(PARAGRAPH);
    press(&mut desk, "^G 'op 1 a' Enter Alt-Y");
    insta::assert_snapshot!("a_template_gets_its_name", screen(&desk, 80, 24));
    press(&mut desk, "Backspace '!Report on water' Tab Tab Enter");
    // The figure is words again, the right to water is marked.
    press(&mut desk, "End Left Left Left Left Left Space");
    for _ in 0..5 {
        press(&mut desk, "Left");
    }
    press(&mut desk, "Shift-Left Shift-Left Shift-Left");
    insta::assert_snapshot!("words_are_marked", screen(&desk, 80, 24));
    press(&mut desk, "Space Enter");
    insta::assert_snapshot!("the_file_is_shown", screen(&desk, 120, 40));
    press(&mut desk, "Enter");
    let (id, yaml, is_sure) = template_to_keep(&mut desk);
    assert_eq!(
        (id.as_str(), is_sure),
        ("requests-the-secretary-general-to-submit-t-report-on-water", false)
    );
    // It is in the picker at once, and is filled as it was.
    desk.template_kept("own/report.yaml".as_ref(), &yaml);
    assert!(screen(&desk, 80, 24).contains("kept in “own/report.yaml”; ^T inserts it"));
    press(&mut desk, "^T 'report water'");
    assert!(
        screen(&desk, 80, 24).contains("▸ operative  Requests the Secretary-General")
    );
}

#[test]
fn a_template_of_the_same_name_is_not_written_over_unasked() {
    let mut desk = desk(PARAGRAPH);
    press(&mut desk, "^G 'op 2' Enter Alt-Y");
    for _ in 0..60 {
        press(&mut desk, "Backspace");
    }
    press(&mut desk, "'Own' Alt-Enter Enter");
    assert_eq!(desk.next_command(), None);
    let asked = screen(&desk, 80, 24);
    assert!(asked.contains("“own” is a template already"), "{asked}");
    press(&mut desk, "'n' 's' Alt-Enter Enter");
    assert_eq!(template_to_keep(&mut desk).0, "owns");
    // The file of that name may be broken, and in no library.
    let yaml = "id: owns".to_owned();
    desk.ask_over_template(
        "“owns.yaml” exists already.".to_owned(),
        "owns".to_owned(),
        yaml,
    );
    press(&mut desk, "'o'");
    assert!(template_to_keep(&mut desk).2);
}

#[test]
fn a_saved_template_is_found_filled_and_clean() {
    let place = running::Desk::new().with("water.md", PARAGRAPH);
    let said = "go op 1\nsave template\nwater report\nWater report\n\nthe right to water\n\ny\n\
                template water report\n1\nthe Sudan\n\n\n\n\n\n\nsave\nquit\n";
    let ran = place.run_with(&["--plain", "water.md"], said.as_bytes());
    assert_eq!(ran.code, 0, "{}\n{}", ran.out, ran.err);
    let yaml = place.read("data/zerodraft/templates/water-report.yaml");
    insta::assert_snapshot!("a_saved_template", yaml);
    let listed = place.run(&["templates", "water", "report"]);
    assert_eq!((listed.code, listed.err.as_str()), (0, ""));
    assert!(listed.out.starts_with("water-report "), "{}", listed.out);
    // Again under that name: asked, and left alone.
    let said = "go op 2\nsave template\nwater report\n\n\n\ny\nn\n.\nquit\n";
    let ran = place.run_with(&["--plain", "water.md"], said.as_bytes());
    assert!(ran.out.contains("“water-report” is a template already"), "{}", ran.out);
    assert_eq!(place.read("data/zerodraft/templates/water-report.yaml"), yaml);
}
