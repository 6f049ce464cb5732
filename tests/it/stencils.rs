//! Templates on the desk: filled as forms, made of paragraphs.

use zerodraft::library::Library;
use zerodraft::tui::{Desk, Theme};

use crate::desk::{press, screen};

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
fn a_place_may_stay_open() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^T Enter Backspace Alt-Enter");
    let text = desk.editor.text();
    assert!(text.contains(
        "Requests the {author} to submit to the General Assembly at its eighty-first"
    ));
    assert!(text.contains("a {status} report on {subject}."), "{text}");
}
