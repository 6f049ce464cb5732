//! A long session of keys without sense. A few hundred keys in each run of the tests;
//! `ZERODRAFT_SOAK=20000 cargo test --release soak` for an afternoon's worth.

use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_segmentation::UnicodeSegmentation;
use zerodraft::library::Library;
use zerodraft::tui::{Action, Desk, Theme, draw};

const DRAFT: &str = "---\norgan: HRC\ntitle: \"Water\"\n---\nThe Human Rights Council,\n\n\
                     Recalling its resolution 60/1 of 7 October 2025,\n\n\
                     1. Requests the Office:\n\n   (a) To continue;\n\n   (b) To report;\n\n\
                     3. Decides to remain seized of the matter.\n";

const CHARACTERS: [char; 16] = [
    'a', 'e', '3', '.', ',', ';', ' ', ' ', '(', '[', '-', '#', '决', '\u{301}',
    '\u{200d}', '👧',
];

const PASTES: [&str; 5] = [
    "4. Decides:\r\n\r\n   (a) To act;\r",
    "e\u{301} 👨‍👩‍👧\t决定\u{202e}abc\u{200b}",
    "\n\n",
    "[^1]\n\n[^1]: See A/HRC/44/37.\n",
    "{++4 bis. Requests it;++}",
];

/// How many keys, `few` unless more are asked for.
fn keys(few: usize) -> usize {
    let asked = std::env::var("ZERODRAFT_SOAK").ok();
    asked.and_then(|count| count.parse().ok()).unwrap_or(few)
}

/// The same numbers in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())]
    }
}

fn desk(text: &str) -> Desk {
    Desk::new(text, Theme::plain())
        .in_file("water.md")
        .with_templates(|_| Library::shipped())
}

fn show(desk: &Desk, width: usize, height: usize) {
    let size = |cells: usize| u16::try_from(cells).unwrap();
    let backend = TestBackend::new(size(width), size(height));
    Terminal::new(backend).unwrap().draw(|frame| draw(desk, frame)).unwrap();
}

/// Every key of the desk, on screens of every size. Whatever comes, the desk draws, and
/// undoing everything leads back to the draft.
#[test]
fn no_keys_make_the_desk_stumble() {
    let text = format!(
        "{DRAFT}\n1. e\u{301}👨‍👩‍👧\t决定\u{202e}abc\u{200b} {}\r\n\n[^1]: Note.\n",
        "长".repeat(90)
    );
    let mut desk = desk(&text);
    let mut chance = Chance(1);
    let listed = zerodraft::tui::KEYS;
    for round in 0..keys(700) {
        match chance.below(4) {
            0 => desk.press(KeyCode::Char(chance.one_of(&CHARACTERS)).into()),
            1 if round % 7 == 0 => desk.paste(chance.one_of(&PASTES)),
            1 => {
                let plain = [KeyCode::Esc, KeyCode::Enter, KeyCode::Tab];
                desk.press(chance.one_of(&plain).into());
            }
            _ => {
                let key = &listed[chance.below(listed.len())];
                let is_shifted = chance.below(4) == 0;
                let shift =
                    if is_shifted { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
                desk.press(KeyEvent::new(key.code, key.modifiers | shift));
            }
        }
        if desk.editor.text().len() > 8_000 {
            (0..5).for_each(|_| desk.press(KeyCode::Esc.into()));
            desk.act(Action::SelectAll);
            desk.paste(&text);
        }
        if chance.below(3) == 0 {
            desk.refresh();
        }
        show(&desk, 40 + chance.below(160), 10 + chance.below(50));
        while desk.next_command().is_some() {}
    }
    (0..5).for_each(|_| desk.press(KeyCode::Esc.into()));
    (0..10_000).for_each(|_| desk.act(Action::Undo));
    assert_eq!(desk.editor.text(), text);
}

/// What a text with a caret is, said in the plainest way.
struct Model {
    text: String,
    caret: usize,
    /// The text before each change that was not taken back.
    before: Vec<String>,
    /// The text after each step that was.
    after: Vec<String>,
}

impl Model {
    fn change(&mut self, from: usize, to: usize, words: &str) {
        if from < to || !words.is_empty() {
            self.before.push(self.text.clone());
            self.after.clear();
            self.text.replace_range(from..to, words);
        }
        self.caret = from + words.len();
    }

    fn left(&self) -> usize {
        let line = self.text[..self.caret].rsplit('\n').next().unwrap();
        let cluster = line.graphemes(true).next_back().map(str::len);
        self.caret.saturating_sub(cluster.unwrap_or(1))
    }

    fn right(&self) -> usize {
        let line = self.text[self.caret..].split('\n').next().unwrap();
        let cluster = line.graphemes(true).next().map(str::len);
        (self.caret + cluster.unwrap_or(1)).min(self.text.len())
    }

    /// Moves the caret, never into a cluster.
    fn go(&mut self, to: usize) {
        let start = self.text[..to].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[start..].split('\n').next().unwrap();
        let mut clusters = line.grapheme_indices(true).map(|(at, _)| start + at);
        let is_start = |at: &usize| *at <= to;
        let is_end = to == start + line.len();
        self.caret = if is_end { to } else { clusters.rfind(is_start).unwrap_or(to) };
    }

    /// A step was taken back, which may be many changes.
    fn take_back(&mut self, desk: &Desk) {
        if self.before.is_empty() {
            return assert_eq!(desk.editor.text(), self.text, "there is nothing to undo");
        }
        self.after.push(self.text.clone());
        while let Some(before) = self.before.pop() {
            if before == desk.editor.text() {
                self.text = before;
                self.caret = desk.editor.offset();
                return;
            }
        }
        panic!("undo led to a text that never was:\n{}", desk.editor.text());
    }

    /// A step was made again.
    fn make_again(&mut self, desk: &Desk) {
        if let Some(after) = self.after.pop() {
            self.before.push(std::mem::replace(&mut self.text, after));
            self.caret = desk.editor.offset();
        }
    }
}

/// Plain editing, the numbers and endings left to the drafter: after each key the text and
/// the caret are those of the model.
#[test]
fn the_text_is_that_of_a_plain_model() {
    let mut desk = desk(DRAFT);
    desk.act(Action::ToggleForm);
    let (text, caret) = (DRAFT.to_owned(), desk.editor.offset());
    let mut model = Model { text, caret, before: Vec::new(), after: Vec::new() };
    let mut chance = Chance(2);
    for round in 0..keys(2_000) {
        let caret = model.caret;
        let deed = chance.below(16);
        match deed {
            0..6 => {
                let character = chance.one_of(&CHARACTERS);
                desk.press(KeyCode::Char(character).into());
                model.change(caret, caret, &character.to_string());
            }
            6 => {
                desk.act(Action::LineBreak);
                model.change(caret, caret, "\n");
            }
            7 | 8 => {
                desk.press(KeyCode::Backspace.into());
                model.change(model.left(), caret, "");
            }
            9 => {
                desk.press(KeyCode::Delete.into());
                model.change(caret, model.right(), "");
            }
            10 => {
                desk.press(KeyCode::Left.into());
                model.go(model.left());
            }
            11 => {
                desk.press(KeyCode::Right.into());
                model.go(model.right());
            }
            12 => {
                desk.act(Action::Undo);
                model.take_back(&desk);
            }
            13 => {
                desk.act(Action::Redo);
                model.make_again(&desk);
            }
            14 if model.text.len() < 4_000 => {
                let words = chance.one_of(&PASTES);
                desk.paste(words);
                let words = words.replace("\r\n", "\n").replace('\r', "\n");
                model.change(caret, caret, &words);
            }
            _ if model.text.len() < 4_000 => {
                let to = chance.below(model.text.len() + 1);
                let to =
                    (0..=to).rev().find(|at| model.text.is_char_boundary(*at)).unwrap();
                model.go(to);
                desk.editor.go_to(model.caret);
            }
            _ => {
                desk.act(Action::SelectAll);
                desk.paste(DRAFT);
                model.change(0, model.text.len(), DRAFT);
            }
        }
        assert_eq!(desk.editor.text(), model.text, "after {round} keys");
        let (at, expected) = (desk.editor.offset(), model.caret);
        assert_eq!(at, expected, "after {round} keys, the last {deed}");
        if round % 20 == 0 {
            desk.refresh();
            show(&desk, 60 + chance.below(100), 16 + chance.below(40));
        }
    }
}

/// The same in a real terminal, which is enlarged and made smaller meanwhile: the program
/// takes no more memory at the end than half-way, and the file is as it was when all is
/// taken back.
#[cfg(target_os = "linux")]
#[test]
#[expect(clippy::print_stderr, reason = "the memory is reported")]
fn memory_is_flat() {
    use crate::terminal;
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("water.md"), DRAFT).unwrap();
    let mut desk = terminal::Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md");
    let memory = |desk: &terminal::Terminal| -> usize {
        let status = std::fs::read(format!("/proc/{}/status", desk.process())).unwrap();
        let status = String::from_utf8(status).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse().unwrap()
    };
    let strokes = [
        "a",
        "wo",
        ". ",
        "决",
        "\x7f",
        "\x7f\x7f",
        "\x1b[A",
        "\x1b[B",
        "\x1b[C",
        "\x1b[D",
        "\x1b[1;5F",
        "\x1b[1;5H",
        "\x1b[15~",
        "\x1b[19~",
        "\x1b[6~",
        "\x1b[5~",
        "\r",
        "\x19",
        "\x1a",
        "\x1b[200~2. Notes it;\r\r\x1b[201~",
    ];
    let (count, mut chance, mut half) = (keys(600), Chance(3), 0);
    for stroke in 0..count {
        desk.press(chance.one_of(&strokes));
        if stroke % 50 == 49 {
            let (columns, rows) = (60 + chance.below(100), 16 + chance.below(40));
            desk.resize(columns.try_into().unwrap(), rows.try_into().unwrap());
        }
        if stroke % 200 == 199 {
            // Everything is deleted, so that the text does not grow.
            desk.press("\x01\x7f");
        }
        if stroke == count / 2 {
            desk.resize(100, 24);
            desk.press("\x1b[1;5F~half-way~").wait_for("~half-way~");
            half = memory(&desk);
        }
    }
    desk.resize(100, 24);
    desk.press("\x1b[1;5F~the end~").wait_for("~the end~");
    let end = memory(&desk);
    eprintln!("{count} keys: {half} kB half-way, {end} kB at the end");
    assert!(end < half + 12_000, "{half} kB half-way, {end} kB at the end");
    desk.press(&"\x1a".repeat(count * 2)).wait_for("nothing to undo");
    desk.press("\x13").wait_for("saved to “water.md”");
    desk.leave("\x11");
    let text = std::fs::read(folder.path().join("water.md")).unwrap();
    assert_eq!(String::from_utf8(text).unwrap(), DRAFT);
}
