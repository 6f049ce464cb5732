//! How fast a draft is read and checked, how much of a real text is understood, and how
//! good the rules are.
//!
//! `cargo bench -- speed` measures drafts, `cargo bench -- import` what is read from raw
//! text, `cargo bench -- compare` two texts beside each other, `cargo bench -- page` the
//! writing of Word files and PDF, `cargo bench -- structure` what is understood of real
//! texts, and `cargo bench -- quality` the rules on them,
//! and `cargo bench -- spelling` the dictionary of this computer. Figures are the median of many runs. Machines are noisy: compare ratios in one run, or count
//! instructions: `cargo bench -- sample 300` prints the draft of 300 KB that is measured,
//! which `valgrind --tool=callgrind zerodraft lint` takes.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::panic,
    clippy::cast_precision_loss,
    reason = "a benchmark reports, or fails"
)]

mod comparing;
mod importing;
#[cfg(feature = "pdf")]
mod paging;
mod quality;
mod sample;
mod shapes;
mod spelling;
mod structure;
mod terminal;

use std::hint::black_box;
use std::time::{Duration, Instant};

use zerodraft::lint::{self, Selection};
use zerodraft::syntax;
use zerodraft::text::Source;

fn main() {
    let words: Vec<String> =
        std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let is_wanted = |name: &str| words.first().is_none_or(|word| word == name);
    if is_wanted("speed") {
        speed();
    }
    if words.first().is_some_and(|word| word == "terminal") {
        terminal::terminal();
    }
    if words.first().is_some_and(|word| word == "spelling") {
        spelling::spelling();
    }
    if is_wanted("compare") {
        comparing::comparing();
    }
    if words.first().is_some_and(|word| word == "sample") {
        let kilobytes = words.get(1).and_then(|word| word.parse().ok()).unwrap_or(6);
        print!("{}", sample::draft(kilobytes * 1_000));
    }
    #[cfg(feature = "pdf")]
    if is_wanted("page") {
        paging::paging();
    }
    if is_wanted("import") {
        importing::importing();
    }
    if is_wanted("structure") {
        structure::structure(words.get(1..).unwrap_or_default());
    }
    if is_wanted("quality") {
        quality::quality(words.get(1..).unwrap_or_default());
    }
}

fn speed() {
    tables();
    for kilobytes in [6, 30, 300, 3_000] {
        let text = sample::draft(kilobytes * 1_000);
        let source = Source::new(text.as_str());
        let parsing = median(|| {
            black_box(syntax::parse(black_box(&source)));
        });
        let resolution = syntax::parse(&source);
        let linting = median(|| {
            black_box(lint::check_parsed(&source, &resolution, &Selection::default()));
        });
        let megabytes = text.len() as f64 / 1e6;
        println!(
            "{kilobytes:>5} KB   parse {:>7.1} MB/s {:>10.2?}   lint {:>6.1} MB/s {:>10.2?}",
            megabytes / parsing.as_secs_f64(),
            parsing,
            megabytes / linting.as_secs_f64(),
            linting,
        );
    }
    for kilobytes in [6, 30, 300] {
        key_to_frame(&sample::draft(kilobytes * 1_000));
    }
    whole_process();
}

/// From a key press to the drawn frame, and to the frame with the findings of the new
/// text, which is drawn once no key is waiting. Without a terminal's own time.
fn key_to_frame(text: &str) {
    use ratatui::crossterm::event::KeyCode;
    use zerodraft::tui::{Desk, Theme, draw};
    let backend = ratatui::backend::TestBackend::new(120, 40);
    let mut terminal = ratatui::Terminal::new(backend).unwrap();
    let mut desk = Desk::new(text, Theme::dark());
    for _ in 0..20 {
        desk.press(KeyCode::Down.into());
    }
    let (mut shown, mut settled) = (Vec::new(), Vec::new());
    for key in "a quick word in the middle of it ".chars().cycle().take(300) {
        let started = Instant::now();
        desk.press(KeyCode::Char(key).into());
        terminal.draw(|frame| draw(&desk, frame)).unwrap();
        shown.push(started.elapsed());
        desk.refresh();
        terminal.draw(|frame| draw(&desk, frame)).unwrap();
        settled.push(started.elapsed());
    }
    let kilobytes = text.len() / 1_000;
    for (what, times) in [("key to frame", &mut shown), ("with findings", &mut settled)] {
        times.sort();
        let (p50, p99) = (times[times.len() / 2], times[times.len() * 99 / 100]);
        println!("{kilobytes:>5} KB   {what:13} p50 {p50:>9.2?}   p99 {p99:>9.2?}");
    }
}

/// How long each table takes to read, which every run pays once.
fn tables() {
    use zerodraft::conventions::{
        Conventions, Language, instruments, organs, spelling, states,
    };
    let once = |name: &str, work: &dyn Fn()| {
        let started = Instant::now();
        work();
        println!("table {name:14} {:>10.2?}", started.elapsed());
    };
    let english = Conventions::of(Language::En);
    once("openings", &|| {
        black_box(english.openings().preambular("Recalling it"));
    });
    once("organs", &|| {
        black_box(organs::by_code("HRC"));
    });
    once("States", &|| {
        black_box(states::find("Chad"));
    });
    once("spelling", &|| {
        black_box(spelling::ENGLISH.find("colour"));
    });
    once("instruments", &|| {
        black_box(instruments::resolution("GA", "70/1"));
    });
}

/// The median of many runs, within about half a second.
fn median(mut work: impl FnMut()) -> Duration {
    work();
    let started = Instant::now();
    let mut times = Vec::new();
    while times.len() < 5 || started.elapsed() < Duration::from_millis(500) {
        let one = Instant::now();
        work();
        times.push(one.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}

/// `zerodraft lint` on a draft of 6 KB, from start to exit.
fn whole_process() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("draft.md");
    std::fs::write(&path, sample::draft(6_000)).unwrap();
    let run = |argument: &str| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_zerodraft"));
        command.arg(argument).stdout(std::process::Stdio::null());
        if argument == "lint" {
            command.arg(&path);
        }
        command.status().unwrap();
    };
    println!("whole process: lint of a 6 KB draft {:.2?}", median(|| run("lint")));
    println!("whole process: --version {:.2?}", median(|| run("--version")));
}
