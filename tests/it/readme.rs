//! The picture of the desk, the tables of the README and the table of the rules are
//! printed from the program.
//!
//! `UPDATE=1 cargo test readme` writes them.

use std::fmt::Write;
use std::sync::{Mutex, PoisonError};

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::KeyCode;
use zerodraft::import;
use zerodraft::lint::rules;
use zerodraft::tui::{Desk, KEYS, POPUP_KEYS, Theme, draw};

#[test]
fn the_rules_table_is_current() {
    let mut tables = String::new();
    let mut family = None;
    for rule in rules::ALL {
        if family != Some(rule.family) {
            family = Some(rule.family);
            writeln!(tables, "\n## {}\n", rule.family.word()).unwrap();
            tables.push_str("| Rule | Severity | What is wrong |\n|---|---|---|\n");
        }
        let (name, page) = (rule.name, rule.name.replace('-', "_"));
        let link = format!("[`{name}`](../src/lint/rules/{page}.md)");
        let severity = rule.severity.word();
        writeln!(tables, "| {link} | {severity} | {} |", rule.summary).unwrap();
    }
    check(".github/RULES.md", "rules", &tables);
}

#[test]
fn the_tables_of_keys_are_current() {
    for (name, keys) in [("keys", KEYS), ("popup-keys", POPUP_KEYS)] {
        let mut table = String::from(
            "| Key | What it does | Its name in settings |\n|---|---|---|\n",
        );
        for key in keys.iter().filter(|key| !key.help.is_empty()) {
            let name = key.action.name();
            writeln!(table, "| `{}` | {} | `{name}` |", key.name(), key.help).unwrap();
        }
        check("README.md", name, &table);
    }
}

#[test]
fn the_table_of_what_can_be_read_is_current() {
    let mut table = String::from("| File | Name ends with |\n|---|---|\n");
    for format in import::FORMATS {
        let endings: Vec<String> =
            format.extensions.iter().map(|ending| format!("`.{ending}`")).collect();
        writeln!(table, "| {} | {} |", format.name, endings.join(", ")).unwrap();
    }
    let text = "text in UTF-8, UTF-16 or an older encoding, wrapped or not";
    writeln!(table, "| {text} | `.txt` and any other |").unwrap();
    check("README.md", "formats", &table);
}

#[test]
fn the_picture_of_the_desk_is_current() {
    let draft = "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\ntitle: \"Water in schools\"\n\
                 ---\n\nThe Human Rights Council,\n\n\
                 Recalling its resolution 5/1 of 18 June 2007,\n\n\
                 Recalling all its resolutions on the right to water,\n\n\
                 1. Welcomes the report of the Office, which shows what schools need,;\n\n\
                 2. Requests the High Commissioner to report at its sixty-third session;\n\n\
                 3. Decides to remain seized of the matter.\n";
    let mut desk = Desk::new(draft, Theme::plain()).in_file("water.md");
    let mut terminal = Terminal::new(TestBackend::new(108, 24)).unwrap();
    terminal.draw(|frame| draw(&desk, frame)).unwrap();
    desk.press(KeyCode::F(8).into());
    terminal.draw(|frame| draw(&desk, frame)).unwrap();
    let buffer = terminal.backend().buffer();
    let mut picture = String::from("```text\n");
    for row in 0..buffer.area.height {
        let line: String =
            (0..buffer.area.width).map(|column| buffer[(column, row)].symbol()).collect();
        writeln!(picture, "{}", line.trim_end()).unwrap();
    }
    picture.push_str("```\n");
    check("README.md", "desk", &picture);
}

/// One writes at a time.
static WRITING: Mutex<()> = Mutex::new(());

/// Compares a file between `<!-- name -->` and `<!-- /name -->` with `expected`.
fn check(file: &str, name: &str, expected: &str) {
    let _turn = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    let text = String::from_utf8(std::fs::read(file).unwrap()).unwrap();
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let (before, rest) = text.split_once(&open).unwrap();
    let (current, after) = rest.split_once(&close).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(file, format!("{before}{open}{expected}{close}{after}")).unwrap();
    } else {
        assert_eq!(current, expected, "run: UPDATE=1 cargo test readme");
    }
}
