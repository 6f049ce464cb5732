//! From bytes in to bytes out: the desk in a terminal of its own, as a person has it,
//! beside the editors that are installed.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::sample;

/// How long no byte comes before a program counts as done with a key.
const SILENCE: Duration = Duration::from_millis(60);

/// How many keys are measured.
const KEYS: usize = 150;

/// How long a program is watched while nothing happens.
const IDLE: Duration = Duration::from_secs(5);

/// A program to measure: its name, how it is started, the keys that begin to type.
type Program = (&'static str, &'static str, &'static [&'static str], &'static str);

const PROGRAMS: [Program; 3] = [
    ("zerodraft", env!("CARGO_BIN_EXE_zerodraft"), &[], ""),
    ("micro", "micro", &[], ""),
    ("kakoune", "kak", &["-n"], "i"),
];

/// Types into each program on drafts of three sizes, and watches it idle.
pub(crate) fn terminal() {
    let folder = tempfile::tempdir().unwrap();
    for kilobytes in [6, 30, 300] {
        let path = folder.path().join(format!("draft-{kilobytes}.md"));
        for program in PROGRAMS {
            std::fs::write(&path, sample::draft(kilobytes * 1_000)).unwrap();
            match measure(folder.path(), &path, program) {
                Some(line) => println!("{kilobytes:>5} KB   {:10} {line}", program.0),
                None => println!("{kilobytes:>5} KB   {:10} not installed", program.0),
            }
        }
    }
}

fn measure(home: &Path, draft: &Path, program: Program) -> Option<String> {
    let (_, binary, arguments, first) = program;
    let mut command = CommandBuilder::new(binary);
    command.args(arguments);
    command.arg(draft);
    command.env("HOME", home);
    command.env("XDG_STATE_HOME", home.join("state"));
    command.env("XDG_CONFIG_HOME", home.join("config"));
    command.env("TERM", "xterm-256color");
    command.cwd(home);
    let size = PtySize { rows: 40, cols: 120, ..PtySize::default() };
    let pair = native_pty_system().openpty(size).unwrap();
    let started = Instant::now();
    let mut child = pair.slave.spawn_command(command).ok()?;
    let bytes = listen(pair.master.try_clone_reader().unwrap());
    let mut keys = pair.master.take_writer().unwrap();
    let (opened, _) = answer(&bytes, started)?;
    quiet(&bytes, Duration::from_secs(1));
    keys.write_all(first.as_bytes()).unwrap();
    quiet(&bytes, Duration::from_millis(500));

    let (mut shown, mut settled) = (Vec::new(), Vec::new());
    for key in "a quick word in the middle of it ".bytes().cycle().take(KEYS) {
        let pressed = Instant::now();
        keys.write_all(&[key]).unwrap();
        if let Some((first, last)) = answer(&bytes, pressed) {
            shown.push(first);
            settled.push(last);
        }
    }
    let process = child.process_id().unwrap();
    let memory = status(process, "VmRSS:").unwrap_or(0) / 1_000;
    std::thread::sleep(Duration::from_secs(2));
    let before = wake_ups(process);
    std::thread::sleep(IDLE);
    let woken = wake_ups(process) - before;
    child.kill().ok();
    child.wait().ok();
    Some(format!(
        "opened {opened:>8.2?}   key to frame {}   settled {}   {memory} MB   {woken} wake-ups in {IDLE:?}",
        percentiles(&mut shown),
        percentiles(&mut settled),
    ))
}

/// When bytes come from the program.
fn listen(mut output: Box<dyn Read + Send>) -> Receiver<Instant> {
    let (told, bytes) = channel();
    std::thread::spawn(move || {
        let mut buffer = [0; 8_192];
        while let Ok(1..) = output.read(&mut buffer) {
            if told.send(Instant::now()).is_err() {
                break;
            }
        }
    });
    bytes
}

/// How long after a key the first bytes came, and the last before a silence.
fn answer(bytes: &Receiver<Instant>, since: Instant) -> Option<(Duration, Duration)> {
    let first = bytes.recv_timeout(Duration::from_secs(5)).ok()?;
    let mut last = first;
    while let Ok(next) = bytes.recv_timeout(SILENCE) {
        last = next;
    }
    Some((first - since, last - since))
}

/// Lets bytes come until none came for so long.
fn quiet(bytes: &Receiver<Instant>, silence: Duration) {
    while bytes.recv_timeout(silence).is_ok() {}
}

fn percentiles(times: &mut [Duration]) -> String {
    times.sort();
    let at = |percent: usize| times.get(times.len() * percent / 100).copied();
    let (middle, most) = (at(50).unwrap_or_default(), at(99).unwrap_or_default());
    format!("p50 {middle:>8.2?} p99 {most:>8.2?}")
}

/// How often all threads of a process were woken.
fn wake_ups(process: u32) -> usize {
    let threads = std::fs::read_dir(format!("/proc/{process}/task"));
    let threads = threads.into_iter().flatten().flatten();
    let numbers = threads.filter_map(|thread| thread.file_name().to_str()?.parse().ok());
    numbers.filter_map(|thread| status(thread, "voluntary_ctxt_switches:")).sum()
}

/// A number that the system tells of a process or a thread.
fn status(process: u32, name: &str) -> Option<usize> {
    let status = std::fs::read(format!("/proc/{process}/status")).ok()?;
    let status = String::from_utf8(status).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}
