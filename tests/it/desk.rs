//! The desk, driven by keys and judged by its screen.

use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::{Terminal, style::Modifier};
use zerodraft::library::Library;
use zerodraft::tui::{Command, Desk, Theme, draw};

pub(crate) const DRAFT: &str = "\
---
organ: HRC
title: \"Water and sanitation\"
---
The Human Rights Council,

Recalling its resolution 60/1 of 7 October 2025,

Noting the report of the High Commissioner,

1. Welcomes the report;

2. Requests the Office of the High Commissioner:

   (a) To continue its work;

   (b) To report to the Council;

3. Calls upon all States to cooperate,

5. Decides to remain seized of the matter.
";

pub(crate) fn desk(text: &str) -> Desk {
    Desk::new(text, Theme::plain())
        .in_file("water.md")
        .with_templates(|_| Library::shipped())
}

/// Presses keys one after another, as they are written in the help: `^S`, `Shift-F8`,
/// `Enter`; anything else in `'…'` is typed.
pub(crate) fn press(desk: &mut Desk, keys: &str) {
    let mut rest = keys.trim_start();
    while !rest.is_empty() {
        if let Some(typed) = rest.strip_prefix('\'') {
            let (words, after) = typed.split_once('\'').unwrap();
            words.chars().for_each(|c| desk.press(KeyCode::Char(c).into()));
            rest = after.trim_start();
        } else {
            let (name, after) = rest.split_once(' ').unwrap_or((rest, ""));
            desk.press(key(name));
            rest = after.trim_start();
        }
        screen(desk, 80, 24);
    }
    desk.refresh();
}

fn key(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix('^') {
        let letter = letter.to_lowercase().chars().next().unwrap();
        return KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL);
    }
    if name == "Shift-Tab" {
        return KeyEvent::new(KeyCode::BackTab, KeyModifiers::SHIFT);
    }
    if let Some(name) = name.strip_prefix("Shift-") {
        return KeyEvent::new(key(name).code, KeyModifiers::SHIFT);
    }
    if let Some(name) = name.strip_prefix("Ctrl-") {
        return KeyEvent::new(key(name).code, KeyModifiers::CONTROL);
    }
    if let Some(name) = name.strip_prefix("Alt-") {
        return KeyEvent::new(key(name).code, KeyModifiers::ALT);
    }
    let code = match name {
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Esc,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Tab" => KeyCode::Tab,
        "Space" => KeyCode::Char(' '),
        letter if letter.len() == 1 => {
            KeyCode::Char(letter.to_lowercase().chars().next().unwrap())
        }
        _ => KeyCode::F(name[1..].parse().unwrap()),
    };
    code.into()
}

/// The screen as text, the terminal's cursor as `█`, underlined cells with `̲` left out.
pub(crate) fn screen(desk: &Desk, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(desk, frame)).unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    let buffer = terminal.backend().buffer().clone();
    let mut lines = Vec::new();
    for y in 0..height {
        let (mut line, mut skipped) = (String::new(), 0);
        for x in 0..width {
            if skipped > 0 {
                skipped -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skipped = unicode_width::UnicodeWidthStr::width(symbol).saturating_sub(1);
            line.push_str(if (x, y) == (cursor.x, cursor.y) { "█" } else { symbol });
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.join("\n")
}

/// The words that are underlined on the screen.
pub(crate) fn underlined(desk: &Desk, width: u16, height: u16) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw(desk, frame)).unwrap();
    let cells = terminal.backend().buffer().content();
    let is_underlined =
        |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::UNDERLINED);
    cells.iter().filter(is_underlined).map(ratatui::buffer::Cell::symbol).collect()
}

#[test]
fn the_desk_opens_on_a_small_terminal() {
    insta::assert_snapshot!(screen(&desk(DRAFT), 80, 24));
}

#[test]
fn a_terminal_too_small_says_how_big_it_must_be() {
    let said = screen(&desk(DRAFT), 59, 15);
    let words = "This terminal is too small: it has 59×15, and the desk needs 60×16";
    assert!(said.replace(['\n', '█'], " ").contains(words.get(1..).unwrap()), "{said}");
}

#[test]
fn a_wide_terminal_shows_three_panes_side_by_side() {
    insta::assert_snapshot!(screen(&desk(DRAFT), 120, 20));
}

#[test]
fn the_next_finding_is_marked_and_explained() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F8");
    insta::assert_snapshot!(screen(&desk, 80, 24));
}

#[test]
fn a_fix_is_applied_and_taken_back_in_one_step() {
    let mut desk = desk(DRAFT);
    assert_eq!(underlined(&desk, 80, 40), ",5.");
    press(&mut desk, "^E");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    assert_eq!(desk.editor.text(), DRAFT.replace("cooperate,", "cooperate;"));
    assert_eq!(underlined(&desk, 80, 40), "5.");
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn all_editorial_fixes_are_one_step() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F4");
    assert_eq!(desk.summary().errors, 0);
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn references_move_with_an_inserted_paragraph() {
    let mut desk =
        desk("1. Welcomes it;\n\n2. Decides to act;\n\n3. Notes paragraph 2 above.\n");
    press(&mut desk, "^T 'decides-remain-seized' Enter");
    assert!(
        desk.editor.text().ends_with("4. Notes paragraph 3 above.\n"),
        "{}",
        desk.editor.text()
    );
}

#[test]
fn a_text_left_by_an_earlier_session_is_offered() {
    let mut desk = desk(DRAFT);
    let path = std::path::PathBuf::from("kept.md");
    let text = DRAFT.replace("report;", "reports;");
    let when = std::time::SystemTime::UNIX_EPOCH;
    desk.offer_recovery(
        zerodraft::workspace::recovery::Recovered { text, when, path: path.clone() },
        "2 h ago",
    );
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "'r'");
    assert!(desk.editor.text().contains("reports;"));
    assert_eq!(desk.next_command(), Some(Command::ForgetRecovered(path)));
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn f5_shows_the_page() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F5 F6 Down Down Down Enter");
    insta::assert_snapshot!(screen(&desk, 120, 24));
}

#[test]
fn renumbering_is_one_step() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^N");
    assert!(desk.editor.text().contains("4. Decides to remain"));
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), DRAFT);
    press(&mut desk, "^Y");
    assert!(desk.editor.text().contains("4. Decides to remain"));
}

#[test]
fn the_outline_jumps() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F6 Down Down Down Down");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    assert_eq!(desk.place(), "OP 2");
}

#[test]
fn the_strength_of_an_operative_paragraph_is_shown() {
    let mut desk = desk(DRAFT);
    let foot =
        |desk: &Desk| screen(desk, 80, 24).lines().rev().nth(1).unwrap().to_owned();
    press(&mut desk, "F6 Down Down Down Down Enter");
    assert_eq!(foot(&desk).trim(), "Requests · strength 3 of 5");
    press(&mut desk, "F6 Up Up Enter");
    assert_eq!(foot(&desk).trim(), "Noting");
}

#[test]
fn a_template_is_found_filled_and_inserted() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F6 Down Down Down Down Enter ^T 'remain seized'");
    insta::assert_snapshot!("choosing_a_template", screen(&desk, 80, 24));
    press(&mut desk, "Esc ^T 'welcomes-report' Enter 'sixty' Tab");
    insta::assert_snapshot!("filling_a_template", screen(&desk, 80, 24));
}

#[test]
fn an_operative_paragraph_takes_the_number_that_follows() {
    let mut desk = desk("1. Welcomes the report;\n\n2. Decides to act.\n");
    press(&mut desk, "^T 'decides-remain-seized' Enter");
    assert_eq!(
        desk.editor.text(),
        "1. Welcomes the report;\n\n2. Decides to remain seized of the matter;\n\n3. Decides to act.\n"
    );
    assert_eq!(desk.place(), "OP 2");
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), "1. Welcomes the report;\n\n2. Decides to act.\n");
}

#[test]
fn the_last_paragraph_alone_ends_with_a_full_stop() {
    let mut desk = desk("The Council,\n\nNoting it,\n\nDecides to act.\n");
    press(&mut desk, "Ctrl-End Up ^T 'decides-remain-seized' Enter");
    let expected = "The Council,\n\nNoting it,\n\n1. Decides to act;\n\n\
                    2. Decides to remain seized of the matter.\n";
    assert_eq!(desk.editor.text(), expected);
}

#[test]
fn leaving_with_changes_asks() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "'x' ^Q");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "'c'");
    assert_eq!(desk.next_command(), None);
}

#[test]
fn leaving_can_save_first() {
    let mut desk = desk("1. Decides.\n");
    press(&mut desk, "'x' ^Q 's'");
    let Some(Command::Save { path, text, is_sure: false }) = desk.next_command() else {
        panic!("the draft is to be saved");
    };
    assert_eq!((path.to_str(), text.as_str()), (Some("water.md"), "x1. Decides.\n"));
    desk.saved(path, Ok(()));
    assert_eq!(desk.next_command(), Some(Command::Quit));
}

#[test]
fn an_unchanged_draft_is_left_without_a_question() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "'x' Backspace ^Q");
    assert_eq!(desk.next_command(), Some(Command::Quit));
}

#[test]
fn line_ends_and_mark_are_saved_as_they_were() {
    let mut desk = desk("\u{feff}1. Decides.\r\n\r\n2. Requests.\r\n");
    press(&mut desk, "^S");
    let Some(Command::Save { text, .. }) = desk.next_command() else { panic!() };
    assert_eq!(text, "\u{feff}1. Decides.\r\n\r\n2. Requests.\r\n");
}

#[test]
fn an_imported_text_is_saved_under_a_name_of_its_own() {
    let mut desk = Desk::new("1. Decides.\n", Theme::plain()).imported("raw/water.txt");
    assert!(screen(&desk, 80, 24).contains("imported: will be saved as raw/water.md"));
    press(&mut desk, "^S");
    assert!(screen(&desk, 80, 24).contains("Save as"));
    press(&mut desk, "Backspace Backspace 'txt' Enter");
    assert_eq!(desk.next_command(), None, "never onto the original");
    press(&mut desk, "Backspace Backspace Backspace 'md' Enter");
    let Some(Command::Save { path, .. }) = desk.next_command() else { panic!() };
    assert_eq!(path.to_str(), Some("raw/water.md"));
}

#[test]
fn backspace_and_arrows_go_by_grapheme_cluster() {
    let mut desk = desk("e\u{301} 👨‍👩‍👧 决定\n");
    press(&mut desk, "End Backspace Backspace Backspace");
    assert_eq!(desk.editor.text(), "e\u{301} 👨‍👩‍👧\n");
    press(&mut desk, "Backspace");
    assert_eq!(desk.editor.text(), "e\u{301} \n");
    press(&mut desk, "Home Right 'x' Left Backspace");
    assert_eq!(desk.editor.text(), "x \n");
    press(&mut desk, "Home Delete Delete");
    assert_eq!(desk.editor.text(), "\n");
}

#[test]
fn chinese_is_shown_and_edited() {
    let mut desk = desk(
        "人权理事会，\n\n回顾其关于技术合作的决议，又回顾大会关于人权的各项决议和联合国人权事务高级专员的报告，\n",
    );
    press(&mut desk, "Down Down End '欢迎'");
    insta::assert_snapshot!(screen(&desk, 80, 24));
}

#[test]
fn finding_goes_round() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^F 'REPORT'");
    press(&mut desk, "Down Down");
    assert!(screen(&desk, 80, 24).contains("“REPORT”: 2 of 3"));
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "Enter F3 F3");
    assert!(screen(&desk, 80, 24).contains("“REPORT”: 2 of 3"));
    press(&mut desk, "Shift-F3");
    assert!(screen(&desk, 80, 24).contains("“REPORT”: 1 of 3"));
}

#[test]
fn up_and_down_keep_the_column_over_blank_lines() {
    let mut desk = desk("Recalling it,\n\nNoting it,\n");
    press(&mut desk, "Right Right Right Down Down 'x'");
    assert_eq!(desk.editor.text(), "Recalling it,\n\nNotxing it,\n");
}

#[test]
fn a_paste_is_one_step() {
    let mut desk = desk("");
    desk.paste("Recalling it,\r\rNoting it,\r\n");
    assert_eq!(desk.editor.text(), "Recalling it,\n\nNoting it,\n");
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), "");
}

#[test]
fn a_word_is_one_step() {
    let mut desk = desk("");
    press(&mut desk, "'Recalling the Charter' ^Z");
    assert_eq!(desk.editor.text(), "Recalling the ");
    press(&mut desk, "^Z ^Z ^Z ^Y");
    assert_eq!(desk.editor.text(), "Recalling ");
}

#[test]
fn help_lists_every_key() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F1");
    insta::assert_snapshot!(screen(&desk, 80, 40));
}

#[test]
fn escape_sequences_of_a_draft_do_not_reach_the_terminal() {
    let desk = desk("1. Decides \u{1b}[31mto act.\n");
    assert!(!screen(&desk, 80, 24).contains('\u{1b}'));
}

#[test]
fn paragraphs_move_with_their_numbers_and_endings() {
    let mut desk = desk(&DRAFT.replace("cooperate,", "cooperate;").replace("5. ", "4. "));
    press(&mut desk, "^F 'seized' Enter Alt-Up");
    insta::assert_snapshot!(screen(&desk, 80, 30));
    press(&mut desk, "^Z");
    assert!(desk.editor.text().contains("4. Decides to remain seized of the matter."));
}

#[test]
fn enter_at_the_end_of_a_paragraph_begins_the_next() {
    let mut desk = desk("The Human Rights Council,\n\n1. Welcomes it.\n");
    press(
        &mut desk,
        "Ctrl-End Left Enter 'Requests the Office:' Enter 'To report.' Enter",
    );
    let text = "The Human Rights Council,\n\n1. Welcomes it;\n\n2. Requests the Office:\n\n   \
                (a) To report;\n\n   (b) .\n";
    assert_eq!(desk.editor.text(), text);
    // What is typed as the ending passes over it; words that go on have it behind them.
    press(&mut desk, "Enter 'Decides it. So'");
    assert!(desk.editor.text().ends_with("   (a) To report;\n\n3. Decides it. So.\n"));
    press(&mut desk, "Backspace Backspace Backspace Backspace");
    assert!(desk.editor.text().ends_with("   (a) To report;\n\n3. Decides it.\n"));
    press(&mut desk, "Alt-A End Enter");
    assert!(desk.editor.text().ends_with("3. Decides it.\n\n"));
}

#[test]
fn what_cannot_be_done_with_a_paragraph_is_said() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^F 'Recalling' Enter Alt-Up");
    assert!(screen(&desk, 80, 24).contains("it is the first: none stands above it"));
}

#[test]
fn every_action_is_found_by_its_name() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^P 'paragraph up'");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "Esc ^F 'Noting' Enter ^P 'move the paragraph up' Enter");
    assert!(desk.editor.text().find("Noting") < desk.editor.text().find("Recalling"));
}

#[test]
fn a_paragraph_is_gone_to_by_its_label() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^G 'op 2 b' Enter");
    assert_eq!(desk.place(), "OP 2 (b)");
    press(&mut desk, "^G 'op 2' Enter");
    assert_eq!(desk.place(), "OP 2");
    press(&mut desk, "^G 'seized' Enter");
    assert_eq!(desk.place(), "OP 5");
}

#[test]
fn an_opening_is_chosen_with_the_adverb_of_its_place() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^F 'Calls upon all' Enter Alt-O 'requests'");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    assert!(desk.editor.text().contains("3. Also requests all States to cooperate,"));
}

#[test]
fn a_verb_grows_stronger_and_weaker() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^F 'all States' Enter Alt-+");
    assert!(desk.editor.text().contains("3. Urges all States to cooperate,"));
    press(&mut desk, "Alt-+");
    assert!(desk.editor.text().contains("3. Strongly urges all States to cooperate,"));
    press(&mut desk, "Alt-+");
    assert!(screen(&desk, 80, 24).contains("nothing of its kind is stronger"));
    press(&mut desk, "^Z ^Z");
    assert!(desk.editor.text().contains("3. Calls upon all States to cooperate,"));
}

#[test]
fn what_is_cited_is_found_by_number_and_by_name() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^G 'op 1' Enter End Left ', ' Alt-C '70/1'");
    let shown = screen(&desk, 80, 24);
    assert!(
        shown.contains("▸ General Assembly resolution 70/1 of 25 September 2015"),
        "{shown}"
    );
    press(&mut desk, "Enter");
    let cited =
        "1. Welcomes the report, General Assembly resolution 70/1 of 25 September 2015;";
    assert!(desk.editor.text().contains(cited));
    press(&mut desk, "^Z Alt-C 'covenant civil' Enter");
    assert!(
        desk.editor
            .text()
            .contains("International Covenant on Civil and Political Rights")
    );
    press(&mut desk, "Alt-C '1325' ");
    let shown = screen(&desk, 80, 24);
    assert!(
        shown.contains("Security Council resolution 1325 (2000) of 31 October 2"),
        "{shown}"
    );
}

#[test]
fn the_front_matter_is_a_form() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F9");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(
        &mut desk,
        "'sponsors' Enter 'braz' Tab 'Norway*' Enter 'agenda' Enter '10: Water' Enter",
    );
    press(&mut desk, "'date' Enter 'tomorrow' Enter");
    assert!(screen(&desk, 80, 24).contains("date (2026-09-28)"));
    press(&mut desk, "Esc F9 'title' Enter Backspace Backspace 's' Enter Esc");
    let expected = "---\norgan: HRC\ntitle: \"Water and sanitatis\"\n\
                    sponsors: [\"Brazil\", {name: \"Norway\", marked: true}]\n\
                    agenda_items:\n  - number: \"10\"\n    title: \"Water\"\n---\n";
    assert!(desk.editor.text().starts_with(expected), "{}", desk.editor.text());
}

#[test]
fn a_footnote_is_written_where_it_is_called() {
    let mut desk = desk("The General Assembly,\n\n1. Decides it.\n");
    press(&mut desk, "Ctrl-End Up End Alt-I 'See A/80/1.' Enter");
    let text = "The General Assembly,\n\n1. Decides it.[^1]\n\n[^1]: See A/80/1.\n";
    assert_eq!(desk.editor.text(), text);
    press(&mut desk, "Alt-I Backspace ', para. 5.' Enter");
    assert!(desk.editor.text().ends_with("[^1]: See A/80/1, para. 5.\n"));
    press(&mut desk, "^Z ^Z");
    assert_eq!(desk.editor.text(), "The General Assembly,\n\n1. Decides it.\n");
}

#[test]
fn pasted_paragraphs_are_numbered_with_the_others() {
    let text =
        "The General Assembly,\n\n1. Welcomes a;\n\n2. Ends it, as in paragraph 1.\n";
    let mut desk = desk(text);
    press(&mut desk, "^G 'op 2' Enter");
    desk.paste("1. Invites b.\r\n\r\n2. Urges c.\r\n\r\n");
    desk.refresh();
    let expected = "The General Assembly,\n\n1. Welcomes a;\n\n2. Invites b;\n\n\
                    3. Urges c;\n\n4. Ends it, as in paragraph 1.\n";
    assert_eq!(desk.editor.text(), expected);
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), text);
}

#[test]
fn a_placeholder_that_is_gone_to_is_filled_by_typing_or_citing() {
    let mut desk = desk(
        "The General Assembly,\n\nRecalling its resolution [resolution],\n\n1. Invites [actor];\n\n2. Ends it.\n",
    );
    press(&mut desk, "Ctrl-Home F8 Alt-C '70/1' Enter F8 'all States'");
    let text = "The General Assembly,\n\nRecalling its resolution 70/1 of 25 September 2015,\n\n\
                1. Invites all States;\n\n2. Ends it.\n";
    assert_eq!(desk.editor.text(), text);
}
