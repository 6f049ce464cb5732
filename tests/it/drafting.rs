//! What a drafter does to whole paragraphs: the draft before, with `|` for the cursor, and
//! the draft after.

use zerodraft::drafting::{self, Deed, Numbering, Refusal, begin_paragraph};
use zerodraft::lint::Draft;
use zerodraft::syntax;
use zerodraft::text::Source;

const DRAFT: &str = "\
---
organ: GA
---
The General Assembly,

Recalling its resolution 70/1,

Recognizing also that water is scarce,

1. Welcomes the report, subject to paragraph 3 (b) below;

2. Requests the Secretary-General:

   (a) To act;

   (b) To report;

3. Invites States:

   (a) To cooperate:

      (i) With each other;

      (ii) With the Office;

   (b) To pay;

4. Decides to remain seized of the matter, as in paragraph 2 above.
";

/// The draft with the cursor before some words.
fn at(words: &str) -> String {
    assert_eq!(DRAFT.matches(words).count(), 1, "{words}");
    DRAFT.replace(words, &format!("|{words}"))
}

fn perform_in(
    marked: &str,
    deed: Deed,
    numbering: Numbering,
) -> Result<(String, String), Refusal> {
    let cursor = marked.find('|').unwrap();
    let source = Source::new(marked.replacen('|', "", 1));
    let resolution = syntax::parse(&source);
    let draft = Draft::new(&source, &resolution);
    let done = drafting::perform(&draft, deed, cursor, numbering)?;
    let mut text = done.text;
    text.insert(done.cursor, '|');
    Ok((text, done.says))
}

fn perform(marked: &str, deed: Deed) -> String {
    perform_in(marked, deed, Numbering::Renumber).unwrap().0
}

/// The lines that went, then those that came.
fn difference(before: &str, after: &str) -> String {
    let before = before.replacen('|', "", 1);
    let diff = similar::TextDiff::from_lines(before.as_str(), after);
    let changed = diff
        .iter_all_changes()
        .filter(|change| change.tag() != similar::ChangeTag::Equal);
    let mut changed: Vec<_> =
        changed.filter(|change| !change.value().trim().is_empty()).collect();
    changed.sort_by_key(|change| change.tag() == similar::ChangeTag::Insert);
    let lines: Vec<String> = changed
        .iter()
        .map(|change| format!("{}{}", change.tag(), change.value()))
        .collect();
    lines.concat()
}

#[track_caller]
fn shows(words: &str, deed: Deed, expected: &str) {
    let marked = at(words);
    let found = difference(&marked, &perform(&marked, deed));
    assert_eq!(found, expected, "{deed:?}\n{found}");
}

#[test]
fn a_paragraph_moves_with_its_list_and_its_references() {
    shows(
        "Requests the Secretary-General",
        Deed::MoveDown,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-2. Requests the Secretary-General:
-   (a) To act;
-   (b) To report;
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 2 (b) below;
+2. Invites States:
+3. |Requests the Secretary-General:
+   (a) To act;
+   (b) To report;
+4. Decides to remain seized of the matter, as in paragraph 3 above.
",
    );
}

#[test]
fn the_last_paragraph_takes_the_full_stop() {
    shows(
        "Decides to remain",
        Deed::MoveUp,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-3. Invites States:
-   (b) To pay;
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 4 (b) below;
+3. |Decides to remain seized of the matter, as in paragraph 2 above;
+4. Invites States:
+   (b) To pay.
",
    );
}

#[test]
fn letters_move_with_their_references() {
    shows(
        "To pay",
        Deed::MoveUp,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-   (a) To cooperate:
-   (b) To pay;
+1. Welcomes the report, subject to paragraph 3 (a) below;
+   (a) |To pay;
+   (b) To cooperate:
",
    );
}

#[test]
fn a_preambular_paragraph_moves_too() {
    shows(
        "Recognizing also",
        Deed::MoveUp,
        "-Recognizing also that water is scarce,
+|Recognizing also that water is scarce,
",
    );
}

#[test]
fn a_subparagraph_is_raised() {
    shows(
        "To report;",
        Deed::Promote,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-   (b) To report;
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 4 (b) below;
+3. |To report;
+4. Invites States:
+5. Decides to remain seized of the matter, as in paragraph 2 above.
",
    );
    shows(
        "With the Office",
        Deed::Promote,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-      (ii) With the Office;
-   (b) To pay;
+1. Welcomes the report, subject to paragraph 3 (c) below;
+   (b) |With the Office;
+   (c) To pay;
",
    );
}

#[test]
fn a_paragraph_is_lowered_into_the_list_above_with_its_own() {
    shows(
        "Invites States",
        Deed::Demote,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-3. Invites States:
-   (a) To cooperate:
-      (i) With each other;
-      (ii) With the Office;
-   (b) To pay;
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 2 (c) (ii) below;
+   (c) |Invites States:
+      (i) To cooperate:
+         a. With each other;
+         b. With the Office;
+      (ii) To pay;
+3. Decides to remain seized of the matter, as in paragraph 2 above.
",
    );
    shows(
        "To report;",
        Deed::Demote,
        "-   (a) To act;
-   (b) To report;
+   (a) To act:
+      (i) |To report;
",
    );
}

#[test]
fn a_paragraph_is_split_at_the_cursor_and_joined_again() {
    let marked = at("that water is scarce");
    let split = perform(&marked, Deed::Split);
    assert_eq!(
        difference(&marked, &split),
        "-Recognizing also that water is scarce,
+Recognizing also,
+|That water is scarce,
"
    );
    let text = "The General Assembly,\n\n1. Requests |a;\n\n2. Also requests b[^1];\n\n\
                3. Decides.\n\n[^1]: See it.\n";
    assert_eq!(
        perform(text, Deed::Join),
        "The General Assembly,\n\n1. Requests a|, also requests b[^1];\n\n2. Decides.\n\n\
         [^1]: See it.\n"
    );
    let text = "The General Assembly,\n\n1. Requests a[^1] |and *b*.\n\n[^1]: See it.\n";
    assert_eq!(
        perform(text, Deed::Split),
        "The General Assembly,\n\n1. Requests a;[^1]\n\n2. |And *b*.\n\n[^1]: See it.\n"
    );
}

#[test]
fn a_copy_stands_below_with_a_number_of_its_own() {
    shows(
        "Welcomes the report",
        Deed::Duplicate,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-2. Requests the Secretary-General:
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 4 (b) below;
+2. |Welcomes the report, subject to paragraph 4 (b) below;
+3. Requests the Secretary-General:
+4. Invites States:
+5. Decides to remain seized of the matter, as in paragraph 3 above.
",
    );
}

#[test]
fn a_deleted_paragraph_leaves_no_reference_that_points_elsewhere() {
    let marked = at("Requests the Secretary-General");
    let (text, says) = perform_in(&marked, Deed::Delete, Numbering::Renumber).unwrap();
    assert_eq!(says, "deleted; one reference to it now reads [...]");
    assert_eq!(
        difference(&marked, &text),
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-2. Requests the Secretary-General:
-   (a) To act;
-   (b) To report;
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Welcomes the report, subject to paragraph 2 (b) below;
+|2. Invites States:
+3. Decides to remain seized of the matter, as in paragraph [...] above.
"
    );
    let last = perform(&at("Decides to remain"), Deed::Delete);
    assert!(last.ends_with("   (b) To pay.|\n"), "{last}");
}

#[test]
fn a_paragraph_goes_over_to_the_other_part_with_its_verb() {
    shows(
        "that water is scarce",
        Deed::Turn,
        "-Recognizing also that water is scarce,
-1. Welcomes the report, subject to paragraph 3 (b) below;
-2. Requests the Secretary-General:
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+1. Also recognizes |that water is scarce;
+2. Welcomes the report, subject to paragraph 4 (b) below;
+3. Requests the Secretary-General:
+4. Invites States:
+5. Decides to remain seized of the matter, as in paragraph 3 above.
",
    );
    shows(
        "the report, subject",
        Deed::Turn,
        "-1. Welcomes the report, subject to paragraph 3 (b) below;
-2. Requests the Secretary-General:
-3. Invites States:
-4. Decides to remain seized of the matter, as in paragraph 2 above.
+Welcoming |the report, subject to paragraph 2 (b) below,
+1. Requests the Secretary-General:
+2. Invites States:
+3. Decides to remain seized of the matter, as in paragraph 1 above.
",
    );
}

#[test]
fn numbers_are_kept_while_a_text_is_negotiated() {
    let keep = |words: &str, deed| {
        let marked = at(words);
        difference(&marked, &perform_in(&marked, deed, Numbering::Keep).unwrap().0)
    };
    assert_eq!(
        keep("Welcomes the report", Deed::Duplicate),
        "+1 bis. |Welcomes the report, subject to paragraph 3 (b) below;\n"
    );
    let text =
        "The General Assembly,\n\n1. Welcomes a;\n\n1 bis. Welcomes b;\n\n3. |Ends.\n";
    let (after, _) = perform_in(text, Deed::MoveUp, Numbering::Renumber).unwrap();
    assert_eq!(
        after,
        "The General Assembly,\n\n1. Welcomes a;\n\n3. |Ends;\n\n1 bis. Welcomes b.\n"
    );
}

#[test]
fn a_comment_that_silences_a_rule_goes_with_its_paragraph() {
    let text = "The General Assembly,\n\n1. Welcomes a;\n\n\
                <!-- zerodraft: allow spelling because so -->\n2. |Notes the color;\n\n3. Ends.\n";
    assert_eq!(
        perform(text, Deed::MoveUp),
        "The General Assembly,\n\n<!-- zerodraft: allow spelling because so -->\n\
         1. |Notes the color;\n\n2. Welcomes a;\n\n3. Ends.\n"
    );
}

#[test]
fn what_cannot_be_done_is_said() {
    let refused = |words: &str, deed| {
        perform_in(&at(words), deed, Numbering::Renumber).unwrap_err()
    };
    assert_eq!(refused("Recalling its", Deed::MoveUp), Refusal::First);
    assert_eq!(refused("Decides to remain", Deed::MoveDown), Refusal::Last);
    assert_eq!(refused("Decides to remain", Deed::Join), Refusal::Last);
    assert_eq!(refused("Invites States", Deed::Join), Refusal::ListBetween);
    assert_eq!(refused("Invites States", Deed::Promote), Refusal::Highest);
    assert_eq!(refused("Recognizing", Deed::Demote), Refusal::NotLowered);
    assert_eq!(refused("Invites States", Deed::Split), Refusal::NothingToSplit);
    assert_eq!(refused("To pay", Deed::Turn), Refusal::Subparagraph);
    assert_eq!(refused("organ: GA", Deed::Delete), Refusal::NoParagraph);
}

/// What Enter makes of it, at the cursor; `None` for a new line.
fn enter(marked: &str) -> Option<String> {
    let cursor = marked.find('|').unwrap();
    let source = Source::new(marked.replacen('|', "", 1));
    let resolution = syntax::parse(&source);
    let draft = Draft::new(&source, &resolution);
    let done = begin_paragraph(&draft, cursor, Numbering::Renumber)?;
    let mut text = done.text;
    text.insert(done.cursor, '|');
    Some(text)
}

#[test]
fn enter_begins_the_next_paragraph() {
    let head = "The General Assembly,\n\nRecalling it,\n\n1. Welcomes a";
    assert_eq!(
        enter(&format!("{head}.|\n")).unwrap(),
        format!("{head};\n\n2. |.\n").replace("\n\nWelcomes", "\n\n1. Welcomes")
    );
    assert_eq!(
        enter(&format!("{head}|;\n\n2. Ends.\n")).unwrap(),
        format!("{head};\n\n2. |;\n\n3. Ends.\n")
    );
    assert_eq!(
        enter("The General Assembly,\n\nRecalling it|,\n\n1. Ends.\n").unwrap(),
        "The General Assembly,\n\nRecalling it,\n\n|,\n\n1. Ends.\n"
    );
    assert_eq!(
        enter(&format!("{head};\n\n2. Requests:|\n")).unwrap(),
        format!("{head};\n\n2. Requests:\n\n   (a) |.\n")
    );
    assert_eq!(
        enter(&format!("{head};\n\n2. Requests:\n\n   (a) To act.|\n")).unwrap(),
        format!("{head};\n\n2. Requests:\n\n   (a) To act;\n\n   (b) |.\n")
    );
    assert_eq!(enter(&format!("{head}| and b.\n")), None);
    assert_eq!(enter("---\norgan: GA|\n---\n"), None);
}

#[test]
fn enter_on_a_paragraph_without_words_takes_it_back() {
    let head = "The General Assembly,\n\n1. Requests:\n\n   (a) To act";
    assert_eq!(
        enter(&format!("{head};\n\n   (b) |.\n")).unwrap(),
        format!("{head};\n\n2. |.\n")
    );
    assert_eq!(enter(&format!("{head};\n\n2. |.\n")).unwrap(), format!("{head}.|\n"));
}

/// Every paragraph of the sample drafts, with the cursor at its start.
fn every_paragraph(check: impl Fn(&str, &Draft, usize)) {
    for entry in std::fs::read_dir("tests/drafts").unwrap() {
        let path = entry.unwrap().path();
        let text = String::from_utf8(std::fs::read(&path).unwrap()).unwrap();
        let source = Source::new(text.replace("\r\n", "\n"));
        let resolution = syntax::parse(&source);
        let draft = Draft::new(&source, &resolution);
        let starts: Vec<usize> =
            draft.paragraphs().map(|paragraph| paragraph.range.start()).collect();
        for start in starts {
            check(&path.display().to_string(), &draft, start);
        }
    }
}

/// The words, sorted: what no move may lose.
fn words(text: &str) -> Vec<&str> {
    let is_word = |word: &&str| word.len() > 3 && word.chars().all(char::is_alphabetic);
    let mut words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(is_word).collect();
    words.sort_unstable();
    words
}

#[test]
fn no_move_loses_a_word_and_there_and_back_is_nowhere() {
    let pairs = [
        (Deed::MoveUp, Deed::MoveDown),
        (Deed::MoveDown, Deed::MoveUp),
        (Deed::Demote, Deed::Promote),
    ];
    every_paragraph(|path, draft, start| {
        for (there, back) in pairs {
            let Ok(done) = drafting::perform(draft, there, start, Numbering::Renumber)
            else {
                continue;
            };
            let before = draft.source.text();
            assert_eq!(words(before), words(&done.text), "{path} {there:?} at {start}");
            if there == Deed::Demote {
                continue;
            }
            let source = Source::new(done.text.as_str());
            let resolution = syntax::parse(&source);
            let moved = Draft::new(&source, &resolution);
            let again = drafting::perform(&moved, back, done.cursor, Numbering::Renumber);
            let again = again.unwrap_or_else(|refusal| {
                panic!(
                    "{path} {back:?} at {start}: {refusal}
{}",
                    done.text
                )
            });
            assert_eq!(words(before), words(&again.text), "{path} {back:?} at {start}");
        }
    });
}

#[test]
fn every_deed_leaves_a_cursor_that_stands_in_the_text() {
    use Deed::{Delete, Duplicate, Join, Promote, Split, Turn};
    every_paragraph(|path, draft, start| {
        for deed in [Promote, Split, Join, Duplicate, Delete, Turn] {
            for numbering in [Numbering::Renumber, Numbering::Keep] {
                let Ok(done) = drafting::perform(draft, deed, start, numbering) else {
                    continue;
                };
                let is_place = done.text.is_char_boundary(done.cursor);
                assert!(is_place, "{path} {deed:?} at {start}");
                assert!(!done.text.contains('\u{e000}'), "{path} {deed:?} at {start}");
            }
        }
    });
}
