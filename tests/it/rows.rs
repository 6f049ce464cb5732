//! The text on the screen: how its lines break, and that the cursor and the mouse stand where
//! it is drawn.

use ratatui::layout::{Position, Rect};
use zerodraft::tui::{Action, Desk, Motion, Mouse};

use crate::desk::{desk, press, screen};

const SCREEN: Rect = Rect { x: 0, y: 0, width: 80, height: 24 };

const CHINESE: &str = "---\norgan: GA\nlanguage: zh\n---\n大会，\n\n1. 请秘书长与各会员国、联合国\
    各基金和方案以及其他有关利益攸关方（包括民间社会）协商，就本决议的执行情况向大会第八十二届会议\
    提出报告；\n";

/// The rows of the text as they are drawn, without the panes beside it.
fn rows(desk: &Desk) -> Vec<String> {
    let screen = screen(desk, 80, 24);
    let text = screen.lines().filter_map(|line| line.split_once('│'));
    text.map(|(_, row)| row.trim_start().trim_end().to_owned()).collect()
}

#[test]
fn a_chinese_row_neither_begins_nor_ends_with_the_wrong_mark() {
    let desk = desk(CHINESE);
    let shown = rows(&desk);
    let rows = shown.iter().filter(|row| !row.is_empty());
    for row in rows {
        assert!(!row.starts_with(['，', '。', '；', '：', '）', '」', '、']), "{row}");
        assert!(!row.ends_with(['（', '「', '《', '“']), "{row}");
    }
    insta::assert_snapshot!(screen(&desk, 80, 24));
}

/// Every place of the text: a click where it is drawn leads to it, and down and up again.
#[test]
fn a_click_goes_to_the_place_that_is_drawn() {
    let text = format!(
        "{CHINESE}\n2. يطلب إلى الأمين العام e\u{301}e\u{301} 👨\u{200d}👩\u{200d}👧\t决定 act.\n"
    );
    let mut desk = desk(&text);
    press(&mut desk, "Ctrl-End");
    let mut places = Vec::new();
    loop {
        let cursor = cursor_on(&desk);
        places.push((desk.editor.offset(), cursor));
        let before = desk.editor.offset();
        press(&mut desk, "Left");
        if desk.editor.offset() == before {
            break;
        }
    }
    for (offset, position) in places {
        desk.mouse(Mouse::Press { at: position, times: 1 }, SCREEN);
        screen(&desk, SCREEN.width, SCREEN.height);
        assert_eq!(desk.editor.offset(), offset, "at {position}");
        assert_eq!(cursor_on(&desk), position);
    }
}

fn cursor_on(desk: &Desk) -> Position {
    let backend = ratatui::backend::TestBackend::new(SCREEN.width, SCREEN.height);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    terminal.draw(|frame| zerodraft::tui::draw(desk, frame)).unwrap();
    terminal.get_cursor_position().unwrap()
}

#[test]
fn up_and_down_go_by_the_rows_that_are_drawn() {
    let mut desk = desk(CHINESE);
    press(&mut desk, "Down Down Right Right Right");
    let (start, from) = (desk.editor.offset(), cursor_on(&desk));
    press(&mut desk, "Down");
    let below = cursor_on(&desk);
    assert_eq!(below.y, from.y + 1, "a row of the same line");
    assert!(desk.editor.offset() > start);
    assert!(from.x.abs_diff(below.x) <= 1, "a wide character may lie across the column");
    press(&mut desk, "Up");
    assert_eq!(desk.editor.offset(), start);
    press(&mut desk, "End Down Home");
    assert_eq!(cursor_on(&desk).y, from.y + 1);
}

/// A line of more columns, and a text of more rows, than sixteen bits count.
#[test]
fn a_text_of_any_length_is_gone_through() {
    let line = "word ".repeat(16_000);
    let text = format!("{line}\n{}", "\n".repeat(70_000));
    let mut desk = desk(&text);
    press(&mut desk, "Ctrl-Home Down End");
    desk.editor.go_to(line.len() - 1);
    press(&mut desk, "Left 'x' Right Right Left 'y'");
    assert!(desk.editor.text().contains("worxdy \n"));
    press(&mut desk, "Ctrl-End 'z'");
    desk.act(Action::Move(Motion::PageUp));
    screen(&desk, 80, 24);
    desk.act(Action::Move(Motion::PageDown));
    assert_eq!(desk.editor.offset(), desk.editor.text().len());
    assert!(desk.editor.text().ends_with("\n\nz"));
}
