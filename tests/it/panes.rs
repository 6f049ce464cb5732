//! Findings, outline and page on the desk: keys and mouse in, screens out.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::layout::{Position, Rect};
use ratatui::style::Color;
use zerodraft::tui::{Command, Desk, Mouse, draw};

use crate::desk::{DRAFT, desk, press, screen};

const SCREEN: Rect = Rect { x: 0, y: 0, width: 120, height: 30 };

/// A draft with slips of several families.
const SLIPS: &str = "\
---
organ: HRC
title: \"Water and sanitation.\"
sponsors: [\"Brazil\"]
---
The Human Rights Council,

Recalling its resolution 5/1 of 18 June 2007,

Noting the the report of the Organisation,

1. Welcomes the the report,;

2. Requests the Office:

   (a) To continue its its work;

   (b) To report, inter alia, to the the Council;

3. Decides to remain seized of the matter.
";

fn pressed(desk: &mut Desk, x: u16, y: u16, times: u8) {
    screen(desk, SCREEN.width, SCREEN.height);
    desk.mouse(Mouse::Press { at: Position::new(x, y), times }, SCREEN);
}

fn turned(desk: &mut Desk, x: u16, y: u16, rows: i16) {
    screen(desk, SCREEN.width, SCREEN.height);
    desk.mouse(Mouse::Wheel { at: Position::new(x, y), rows }, SCREEN);
}

/// Where words stand on the screen.
fn place_of(desk: &Desk, words: &str) -> (u16, u16) {
    let screen = screen(desk, SCREEN.width, SCREEN.height);
    let mut rows = screen.lines().enumerate();
    let found = rows.find_map(|(y, row)| Some((y, row.find(words)?, row)));
    let (y, at, row) = found.unwrap_or_else(|| panic!("“{words}” in\n{screen}"));
    let x = row[..at].chars().count();
    (u16::try_from(x).unwrap(), u16::try_from(y).unwrap())
}

#[test]
fn findings_are_filtered_by_severity_and_family() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "Alt-F Alt-F");
    insta::assert_snapshot!("only_errors_are_shown", screen(&desk, 120, 24));
    let all = desk.summary();
    press(&mut desk, "Alt-F Alt-G");
    insta::assert_snapshot!("one_family_is_shown", screen(&desk, 80, 24));
    assert_eq!(desk.summary(), all, "the foot counts everything");
}

#[test]
fn the_page_of_the_rule_is_read_on_the_desk() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "^F 'the the' Enter Esc Alt-W Down");
    insta::assert_snapshot!(screen(&desk, 80, 24));
    press(&mut desk, "Esc Ctrl-End Alt-W");
    assert!(screen(&desk, 80, 24).contains("nothing was found at the cursor"));
}

#[test]
fn all_that_a_rule_finds_is_mended_as_one_step() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "^F 'the the' Enter Alt-M");
    assert_eq!(desk.editor.text().matches("the the").count(), 0);
    assert!(desk.editor.text().contains("Organisation"), "other rules mend nothing");
    assert!(screen(&desk, 80, 24).contains("doubled-word: 4 before, 0 now"));
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), SLIPS);
}

#[test]
fn a_finding_is_let_stand_with_a_reason() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "^F 'its its' Enter Alt-L Enter");
    assert!(screen(&desk, 80, 24).contains("give a reason"));
    press(&mut desk, "'so it is quoted'");
    insta::assert_snapshot!("the_reason_is_asked_for", screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    let comment = "   <!-- zerodraft: allow doubled-word because so it is quoted -->\n\n   \
                   (a) To continue its its work;";
    assert!(desk.editor.text().contains(comment), "{}", desk.editor.text());
    assert_eq!(desk.place(), "OP 2 (a)");
    press(&mut desk, "^Z");
    assert_eq!(desk.editor.text(), SLIPS);
}

#[test]
fn a_finding_of_the_title_is_let_stand_in_the_front_matter() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "^F 'sanitation.' Enter Alt-L 'as tabled' Enter");
    let entry =
        "allow:\n  - {rule: \"full-stop-after-title\", because: \"as tabled\"}\n---\n";
    assert!(desk.editor.text().contains(entry), "{}", desk.editor.text());
}

#[test]
fn a_click_on_a_finding_goes_to_it() {
    let mut desk = desk(SLIPS);
    let (x, y) = place_of(&desk, "PP 2: ");
    pressed(&mut desk, x, y, 1);
    assert_eq!(desk.place(), "PP 2");
    let (x, y) = place_of(&desk, "OP 3 Decides");
    pressed(&mut desk, x, y, 1);
    assert_eq!(desk.place(), "OP 3");
}

#[test]
fn the_wheel_scrolls_the_pane_under_it() {
    let many: Vec<String> =
        (1..80).map(|n| format!("{n}. Decides on the the point;\n")).collect();
    let mut desk = desk(&format!("The Human Rights Council,\n\n{}", many.join("\n")));
    turned(&mut desk, 5, 5, 3);
    turned(&mut desk, 5, 5, 3);
    turned(&mut desk, 115, 5, 3);
    insta::assert_snapshot!("the_panes_are_scrolled", screen(&desk, 120, 30));
    press(&mut desk, "F5");
    (0..200).for_each(|_| turned(&mut desk, 115, 5, 30));
    assert!(screen(&desk, 120, 30).contains("79. Decides on the the point;"));
    (0..200).for_each(|_| turned(&mut desk, 115, 5, -30));
    assert!(screen(&desk, 120, 30).contains("1. Decides on the the point;"));
    turned(&mut desk, 50, 5, 12);
    assert_ne!(desk.place(), "organ line", "the cursor stays in view");
}

#[test]
fn the_mouse_selects_by_character_word_and_paragraph() {
    let mut desk = desk(SLIPS);
    let (x, y) = place_of(&desk, "Welcomes the the report,;");
    pressed(&mut desk, x + 2, y, 1);
    desk.mouse(Mouse::Drag(Position::new(x + 8, y)), SCREEN);
    press(&mut desk, "^C");
    assert_eq!(desk.editor.clipboard(), "lcomes");
    pressed(&mut desk, x + 2, y, 2);
    press(&mut desk, "^C");
    assert_eq!(desk.editor.clipboard(), "Welcomes");
    pressed(&mut desk, x + 2, y, 3);
    press(&mut desk, "^C");
    assert_eq!(desk.editor.clipboard(), "1. Welcomes the the report,;");
    desk.mouse(Mouse::Drag(Position::new(x, 0)), SCREEN);
    let before = desk.editor.text().to_owned();
    press(&mut desk, "^C");
    assert_eq!(desk.editor.text(), before);
}

#[test]
fn the_draft_with_one_finding_shown_still_goes_round() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "Alt-F Alt-F F8 F8 F8");
    assert_eq!(desk.place(), "OP 3");
}

#[test]
fn places_are_replaced_one_by_one_or_all_at_once() {
    let mut desk = desk(SLIPS);
    press(&mut desk, "Alt-R 'the the' Tab 'the' Down");
    insta::assert_snapshot!("what_would_be_replaced", screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    assert!(desk.editor.text().contains("Welcomes the report"));
    assert!(screen(&desk, 80, 24).contains("1 replaced"));
    press(&mut desk, "Alt-A");
    assert_eq!(desk.editor.text(), SLIPS.replace("the the", "the"));
    assert!(screen(&desk, 80, 24).contains("3 replaced"));
    press(&mut desk, "^Z ^Z");
    assert_eq!(desk.editor.text(), SLIPS);
}

#[test]
fn the_front_matter_is_left_alone_unless_all_is_meant() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "F6 Down Down Down Down Enter Alt-R 'water|report' Alt-X");
    assert!(screen(&desk, 80, 24).contains("4 places, 1 in the front matter"));
    press(&mut desk, "Alt-S");
    assert!(screen(&desk, 80, 24).contains("2 places here; 2 elsewhere, 1 in the front"));
    press(&mut desk, "Tab '<$0>' Alt-S Alt-A");
    let expected = DRAFT.replace("(b) To report", "(b) To <report>");
    assert_eq!(desk.editor.text(), expected);
}

#[test]
fn a_mistake_in_an_expression_is_told_where_it_is() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "Alt-R 'no such words' Alt-A");
    assert!(screen(&desk, 80, 24).contains("nothing is found that could be replaced"));
    press(&mut desk, "Esc Alt-R 'the (Office' Alt-X");
    insta::assert_snapshot!("an_expression_that_is_none", screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    assert!(screen(&desk, 80, 24).contains("nothing is found that could be replaced"));
    press(&mut desk, "Esc");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn what_is_copied_goes_to_the_clipboard_of_the_system() {
    let mut desk = desk("1. Decides it.\n");
    press(&mut desk, "^C");
    assert_eq!(desk.next_command(), None, "nothing is selected");
    press(&mut desk, "^A ^C");
    let copied = Command::Copy("1. Decides it.\n".to_owned());
    assert_eq!(desk.next_command(), Some(copied.clone()));
    press(&mut desk, "^X");
    assert_eq!((desk.next_command(), desk.editor.text()), (Some(copied), ""));
}

#[test]
fn themes_follow_one_another() {
    let mut desk = desk(DRAFT);
    let grounds = |desk: &Desk| {
        let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
        terminal.draw(|frame| draw(desk, frame)).unwrap();
        let cells = terminal.backend().buffer().content();
        cells.iter().filter(|cell| cell.bg == Color::Black).count()
    };
    assert_eq!(grounds(&desk), 0);
    for theme in ["dark", "light", "high-contrast"] {
        press(&mut desk, "Alt-T");
        assert!(screen(&desk, 80, 24).contains(&format!("theme: {theme}")));
    }
    assert_eq!(grounds(&desk), 80 * 24, "black everywhere");
    press(&mut desk, "F1");
    assert_eq!(grounds(&desk), 80 * 24, "also under what lies over the desk");
    press(&mut desk, "Esc Alt-T");
    assert_eq!(grounds(&desk), 0);
}

#[test]
fn rows_of_the_outline_are_folded_and_moved() {
    let mut desk = desk(&DRAFT.replace("cooperate,", "cooperate;").replace("5. ", "4. "));
    press(&mut desk, "F6 Down Down Down Down Down Left Left");
    insta::assert_snapshot!("a_folded_list", screen(&desk, 80, 24));
    press(&mut desk, "Alt-Up");
    assert!(
        desk.editor.text().contains("1. Requests the Office"),
        "{}",
        desk.editor.text()
    );
    insta::assert_snapshot!("a_folded_list_is_moved", screen(&desk, 80, 24));
    press(&mut desk, "Alt-Up");
    assert!(screen(&desk, 80, 24).contains("it is the first"));
    press(&mut desk, "Right Down");
    assert!(screen(&desk, 80, 24).contains("▸    (a) To"), "{}", screen(&desk, 80, 24));
    press(&mut desk, "Enter");
    assert_eq!(desk.place(), "OP 1 (a)");
}

#[test]
fn what_changed_since_the_draft_was_saved_is_marked() {
    let mut desk = desk(DRAFT);
    let marked = |desk: &Desk| {
        let rows = screen(desk, 80, 24);
        rows.lines().filter(|row| row.chars().nth(2) == Some('~')).count()
    };
    press(&mut desk, "^F 'continue' Enter 'pursue'");
    assert_eq!(marked(&desk), 1);
    press(&mut desk, "^S");
    let Some(Command::Save { path, .. }) = desk.next_command() else { panic!() };
    desk.saved(path, Ok(()));
    assert_eq!(marked(&desk), 0);
}

#[test]
fn the_page_is_shown_by_the_viewer_of_the_system() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "Alt-P");
    let shown = Command::Show { text: DRAFT.to_owned(), name: "water".to_owned() };
    assert_eq!(desk.next_command(), Some(shown.clone()));
    press(&mut desk, "F6 'o'");
    assert_eq!(desk.next_command(), Some(shown), "in the outline a letter will do");
    assert_eq!(desk.editor.text(), DRAFT);
}

#[test]
fn the_page_follows_the_cursor_into_a_long_paragraph_and_a_footnote() {
    let many: Vec<String> = (1..200).map(|n| format!("point {n}")).collect();
    let text = format!(
        "The Human Rights Council,\n\n1. Decides on {};\n\n2. Decides to act.[^1]\n\n\
         [^1]: See A/HRC/44/37.\n",
        many.join(", ")
    );
    let mut desk = desk(&text);
    press(&mut desk, "F5 ^F 'point 150' Enter");
    let page = |desk: &Desk| {
        let screen = screen(desk, 120, 20);
        let rows = screen.lines().map(|row| row.chars().skip(72).collect::<String>());
        rows.collect::<Vec<_>>().join("\n")
    };
    assert!(page(&desk).contains("point 150,"), "{}", page(&desk));
    press(&mut desk, "^F");
    (0..9).for_each(|_| press(&mut desk, "Backspace"));
    press(&mut desk, "'HRC/44' Enter");
    assert!(page(&desk).contains("▸ 1 See A/HRC/44/37."), "{}", page(&desk));
}

/// The mouse anywhere, between keys, on screens of every size: the desk draws on, and
/// the text stays what it was.
#[test]
fn no_mouse_makes_it_stumble() {
    let mut desk = desk(&format!("{SLIPS}\n2. e\u{301}👨‍👩‍👧\t决定 {}\n", "长".repeat(90)));
    let text = desk.editor.text().to_owned();
    let mut seed: u32 = 7;
    let mut next = |below: u16| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        u16::try_from((seed >> 8) % u32::from(below)).unwrap()
    };
    let keys =
        ["F5", "F6", "Alt-F", "Alt-G", "Alt-W", "Esc", "F1", "Alt-R", "Left", "Alt-T"];
    for _ in 0..600 {
        let (width, height) = (40 + next(120), 10 + next(40));
        let at = Position::new(next(170), next(60));
        let mouse = match next(4) {
            0 => Mouse::Press { at, times: u8::try_from(1 + next(3)).unwrap() },
            1 => Mouse::Drag(at),
            _ => Mouse::Wheel { at, rows: if next(2) == 0 { 3 } else { -3 } },
        };
        desk.mouse(mouse, Rect::new(0, 0, width, height));
        if next(3) == 0 {
            press(&mut desk, keys[usize::from(next(10))]);
        }
        screen(&desk, width, height);
    }
    assert_eq!(desk.editor.text(), text);
}

/// Whatever the rules find in the examples of their pages, and in the real texts where they
/// are at hand, can be let stand, and no allowance is then found to silence nothing.
#[test]
fn every_finding_can_be_let_stand() {
    use zerodraft::lint::{Draft, Selection, check, rules};
    use zerodraft::text::Source;
    use zerodraft::{drafting, fix, import, syntax};
    let pages = rules::ALL.iter().flat_map(|rule| rule.explanation.split("```draft\n"));
    let examples = pages.filter_map(|page| Some(page.split_once("```")?.0.to_owned()));
    let seeds = ["000", "001", "002", "003", "004"].into_iter();
    let seeds = seeds.filter_map(crate::import::seed);
    let texts = examples.chain(seeds.map(|seed| import::raw_text(&seed).text));
    let selection = Selection::default();
    let (mut count, mut stuck) = (0, Vec::new());
    for text in texts {
        let source = Source::new(text);
        let resolution = syntax::parse(&source);
        for finding in check(&source, &selection) {
            count += 1;
            let draft = Draft::new(&source, &resolution);
            let edit = drafting::allow(&draft, &finding, "so it is", &selection);
            let is_allowed = edit.is_some_and(|edit| {
                let allowed = Source::new(fix::apply_edits(&source, &[&edit]));
                let left = check(&allowed, &selection);
                !left.iter().any(|other| {
                    other.rule.name == "unused-allowance"
                        && finding.rule.name != "unused-allowance"
                        && other.message.contains(finding.rule.name)
                })
            });
            if !is_allowed {
                stuck.push(format!("{}: {}", finding.rule.name, finding.message));
            }
        }
    }
    assert!(count > 200, "{count} findings");
    assert!(stuck.is_empty(), "of {count}: {stuck:#?}");
}

#[test]
fn the_last_search_is_selected_and_typing_takes_its_place() {
    let mut desk = desk(DRAFT);
    press(&mut desk, "^F 'council' Enter ^F Enter");
    assert!(screen(&desk, 100, 24).contains("“council”: 2 of "));
    press(&mut desk, "^F 'of' Enter");
    assert!(screen(&desk, 100, 24).contains("“of”: "));
    press(&mut desk, "^F Right 'fice' Enter");
    assert!(screen(&desk, 100, 24).contains("“office”: 1 of 1"));
    press(&mut desk, "^F Backspace 'report' Enter");
    assert!(screen(&desk, 100, 24).contains("“report”: "));
}
