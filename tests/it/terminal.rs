//! The real desk in a real terminal: nothing is lost, whatever happens to the program, the
//! disk or the file, and the drafter is told.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a screen may take on a machine with other work.
const PATIENCE: Duration = Duration::from_secs(20);

const ROWS: NonZero<u16> = NonZero::new(24).unwrap();
const COLUMNS: NonZero<u16> = NonZero::new(100).unwrap();

const DRAFT: &str = "---\norgan: HRC\ntitle: \"Water\"\n---\n\
                     The Human Rights Council,\n\n1. Decides to act.\n";

/// A desk in a terminal, with a home that outlives it.
pub(crate) struct Terminal {
    screen: Arc<Mutex<vt100::Parser>>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
}

impl Terminal {
    /// Opens the desk on a file of a folder, which is also its home.
    pub(crate) fn open(folder: &Path, file: &str) -> Self {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_zerodraft"));
        command.arg(file);
        Self::run(folder, command)
    }

    /// The same, the program started by a line of the shell that ends in `exec "$@"`.
    #[cfg(unix)]
    fn open_in(shell: &str, folder: &Path, file: &str) -> Self {
        let mut command = CommandBuilder::new("sh");
        command.args(["-c", shell, "sh", env!("CARGO_BIN_EXE_zerodraft"), file]);
        Self::run(folder, command)
    }

    fn run(folder: &Path, mut command: CommandBuilder) -> Self {
        command.cwd(folder);
        command.env("HOME", folder);
        command.env("XDG_STATE_HOME", folder.join("state"));
        command.env("XDG_DATA_HOME", folder.join("data"));
        command.env("XDG_CONFIG_HOME", folder.join("config"));
        command.env("DICPATH", folder.join("dictionaries"));
        command.env("TERM", "xterm-256color");
        let size =
            PtySize { rows: ROWS.get(), cols: COLUMNS.get(), ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let child = pair.slave.spawn_command(command).unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(ROWS, COLUMNS, 0)));
        let mut output = pair.master.try_clone_reader().unwrap();
        let shown = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..count]);
            }
        });
        let keys = pair.master.take_writer().unwrap();
        Self { screen, keys, child, master: pair.master }
    }

    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
        self
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, ..PtySize::default() };
        // The screen first: what the program draws for the new size finds it so.
        let (rows, columns) =
            (NonZero::new(rows).unwrap(), NonZero::new(columns).unwrap());
        self.screen.lock().unwrap().screen_mut().set_size(rows, columns);
        self.master.resize(size).unwrap();
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    fn screen(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// Waits until these words are on the screen, however its lines break.
    pub(crate) fn wait_for(&mut self, words: &str) -> &mut Self {
        let is_shown = |screen: &str| {
            let plain = screen.replace(['│', '\n'], " ");
            let plain: Vec<&str> = plain.split_whitespace().collect();
            plain.join(" ").contains(words)
        };
        let started = Instant::now();
        while !is_shown(&self.screen()) {
            assert!(
                started.elapsed() < PATIENCE,
                "“{words}” is not on\n{}",
                self.screen()
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        self
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Presses keys after which the program ends.
    pub(crate) fn leave(mut self, keys: &str) {
        self.press(keys);
        let started = Instant::now();
        while self.child.try_wait().unwrap().is_none() {
            assert!(started.elapsed() < PATIENCE, "still open:\n{}", self.screen());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.child.kill().ok();
    }
}

const SAVE: &str = "\x13";
const SAVE_AS: &str = "\x0f";
const UNDO: &str = "\x1a";
const REDO: &str = "\x19";
const KEEP_SNAPSHOT: &str = "\x1bk";
const SNAPSHOTS: &str = "\x1bb";
const QUIT: &str = "\x11";
const TO_END: &str = "\x1b[1;5F";

fn folder_with(name: &str, text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join(name), text).unwrap();
    folder
}

fn read(folder: &Path, name: &str) -> String {
    String::from_utf8(std::fs::read(folder.join(name)).unwrap()).unwrap()
}

/// Waits until a file of the folder `state/zerodraft/…` holds some words.
fn wait_until_kept(folder: &Path, kind: &str, words: &str) {
    let place = folder.join("state/zerodraft").join(kind);
    let started = Instant::now();
    loop {
        let files = std::fs::read_dir(&place).into_iter().flatten().flatten();
        let mut texts = files.filter_map(|file| std::fs::read(file.path()).ok());
        if texts.any(|text| String::from_utf8_lossy(&text).contains(words)) {
            return;
        }
        assert!(started.elapsed() < PATIENCE, "“{words}” is not in {}", place.display());
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_draft_is_opened_changed_saved_and_left() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("X").wait_for("modified: water.md");
    desk.press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    assert_eq!(read(folder.path(), "water.md"), DRAFT.replace("The Human", "XThe Human"));
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_terminal_lost_while_it_was_smaller_is_drawn_again() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md");
    for _ in 0..20 {
        // Both are there before the desk looks.
        desk.resize(20, 8);
        desk.resize(COLUMNS.get(), ROWS.get());
        desk.wait_for("Decides to act").wait_for("saved: water.md");
    }
}

#[test]
fn undo_goes_back_over_a_save_and_a_restart() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("Xy").wait_for("XyThe Human");
    desk.press(SAVE).wait_for("saved to “water.md”").press("Zo").wait_for("XyZoThe");
    desk.press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press(UNDO).wait_for(" XyThe Human");
    desk.press(UNDO).wait_for(" The Human").press(UNDO).wait_for("nothing to undo");
    desk.press(REDO).press(REDO).wait_for("XyZoThe Human").wait_for("saved: water.md");
    desk.leave(QUIT);
}

#[test]
fn steps_of_a_file_that_was_changed_outside_are_dropped_and_it_is_said() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("Xy").wait_for("XyThe Human").press(SAVE);
    desk.wait_for("saved to “water.md”");
    desk.leave(QUIT);
    std::fs::write(folder.path().join("water.md"), DRAFT.replace("act", "wait")).unwrap();
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("the file was changed outside the desk; earlier steps are gone");
    desk.press(UNDO).wait_for("nothing to undo");
}

#[test]
fn a_killed_desk_leaves_its_text_and_its_steps() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("Xy Zo").wait_for("Xy ZoThe Human");
    wait_until_kept(folder.path(), "recovery", "Xy ZoThe Human");
    wait_until_kept(folder.path(), "steps", "Zo");
    desk.kill();
    assert_eq!(read(folder.path(), "water.md"), DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("An earlier session ended without saving").press("r");
    desk.wait_for("Xy ZoThe Human").press(UNDO).wait_for(" Xy The Human");
    desk.press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    assert_eq!(
        read(folder.path(), "water.md"),
        DRAFT.replace("The Human", "Xy The Human")
    );
}

/// A desk that is stopped while it saves leaves a temporary file beside the draft, the
/// draft as it was, and the text in the recovery file.
#[test]
fn a_loss_of_power_during_a_save_loses_nothing() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("Xy").wait_for("XyThe Human");
    wait_until_kept(folder.path(), "recovery", "XyThe Human");
    desk.kill();
    std::fs::write(folder.path().join(".zerodraft-water.md-Ab12Cd"), "---\norgan: H")
        .unwrap();
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("An earlier session ended without saving").press("r");
    desk.wait_for("XyThe Human").press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    assert_eq!(
        read(folder.path(), "water.md"),
        DRAFT.replace("The Human", "XyThe Human")
    );
}

/// What a save wrote that was cut off may be nowhere else: it is told, and stays.
#[test]
fn a_save_that_was_cut_off_is_told() {
    let folder = folder_with("water.md", DRAFT);
    let left = ".zerodraft-water.md-Ab12Cd";
    std::fs::write(folder.path().join(left), "---\norgan: H").unwrap();
    for (name, minutes) in [("water.md", 10), (left, 5)] {
        let file = std::fs::File::options().append(true).open(folder.path().join(name));
        let then = std::time::SystemTime::now() - Duration::from_mins(minutes);
        file.unwrap().set_modified(then).unwrap();
    }
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("a save was cut off; what it wrote is in “.zerodraft-water.md-Ab12Cd”");
    desk.leave(QUIT);
    assert_eq!(read(folder.path(), left), "---\norgan: H");
}

/// No file may grow: as on a full disk, the file cannot be written whole.
#[cfg(unix)]
#[test]
fn on_a_full_disk_the_file_stays_whole_and_the_remedy_is_said() {
    let folder = folder_with("water.md", DRAFT);
    let full = "trap '' XFSZ; ulimit -f 0; exec \"$@\"";
    let mut desk = Terminal::open_in(full, folder.path(), "water.md");
    desk.wait_for("saved: water.md").press("Xy").wait_for("XyThe Human");
    desk.wait_for("this text cannot be kept for recovery").press(SAVE);
    desk.wait_for("Cannot write “water.md”").wait_for("Free some space and save again");
    desk.wait_for("The text is nowhere but here until then.").press("c");
    desk.wait_for("modified: water.md").wait_for("XyThe Human");
    assert_eq!(read(folder.path(), "water.md"), DRAFT);
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().flatten().collect();
    assert_eq!(left.len(), 2, "water.md and state: {left:?}");
}

#[test]
fn a_read_only_file_is_named_at_once_and_saved_under_another_name() {
    let folder = folder_with("water.md", DRAFT);
    let path = folder.path().join("water.md");
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("this file is read-only").press("Xy").wait_for("XyThe Human");
    desk.press(SAVE).wait_for("read-only: save under another name, or make it");
    desk.wait_for("The text is safe meanwhile in").press("n").wait_for("Save as");
    desk.press(&"\x7f".repeat(8)).press("new.md\r").wait_for("saved to “new.md”");
    desk.leave(QUIT);
    assert_eq!(read(folder.path(), "water.md"), DRAFT);
    assert_eq!(read(folder.path(), "new.md"), DRAFT.replace("The Human", "XyThe Human"));
}

#[test]
fn a_vanished_folder_is_said_and_the_text_is_saved_elsewhere() {
    let folder = folder_with("water.md", DRAFT);
    std::fs::create_dir(folder.path().join("away")).unwrap();
    std::fs::write(folder.path().join("away/water.md"), DRAFT).unwrap();
    let mut desk = Terminal::open(folder.path(), "away/water.md");
    desk.wait_for("saved: away/water.md").press("Xy").wait_for("XyThe Human");
    std::fs::remove_dir_all(folder.path().join("away")).unwrap();
    desk.press(SAVE).wait_for("Its folder is gone").press("n").wait_for("Save as");
    desk.press(&"\x7f".repeat(13)).press("here.md\r").wait_for("saved to “here.md”");
    // From now on the text is kept for the file it was saved to.
    desk.press("Zo").wait_for("XyZoThe");
    wait_until_kept(folder.path(), "recovery", "XyZoThe");
    desk.kill();
    let mut desk = Terminal::open(folder.path(), "here.md");
    desk.wait_for("An earlier session ended without saving").press("r");
    desk.wait_for("XyZoThe Human");
}

/// Unless a program of the superuser writes, which no folder keeps out.
#[cfg(unix)]
#[test]
#[expect(clippy::print_stderr, reason = "a skipped test says so")]
fn a_read_only_folder_is_said() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder_with("water.md", DRAFT);
    let closed = folder.path().join("closed");
    std::fs::create_dir(&closed).unwrap();
    std::fs::write(closed.join("water.md"), DRAFT).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o555)).unwrap();
    if std::fs::write(closed.join("trial"), "").is_ok() {
        eprintln!("skipped: the superuser may write to any folder");
        return;
    }
    let mut desk = Terminal::open(folder.path(), "closed/water.md");
    desk.wait_for("saved: closed/water.md").press("Xy").wait_for("XyThe Human");
    desk.press(SAVE).wait_for("read-only: save under another name, or make it");
    assert_eq!(read(&closed, "water.md"), DRAFT);
}

#[test]
fn a_file_changed_outside_is_never_written_over_unseen() {
    let folder = folder_with("water.md", DRAFT);
    let theirs = DRAFT.replace("to act", "to wait a while");
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md");
    std::fs::write(folder.path().join("water.md"), &theirs).unwrap();
    desk.press("Xy").wait_for("another program has changed the file; ^S asks");
    desk.press(SAVE).wait_for("was changed by another program since it");
    assert_eq!(read(folder.path(), "water.md"), theirs);
    desk.press("t").wait_for("this is the text of the file").wait_for("to wait a while");
    desk.press(UNDO).wait_for("XyThe Human").press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    assert_eq!(
        read(folder.path(), "water.md"),
        DRAFT.replace("The Human", "XyThe Human")
    );
}

#[test]
fn two_desks_on_one_file_are_told_and_lose_nothing() {
    let folder = folder_with("water.md", DRAFT);
    let mut first = Terminal::open(folder.path(), "water.md");
    first.wait_for("saved: water.md").press("Xy").wait_for("XyThe Human");
    wait_until_kept(folder.path(), "recovery", "XyThe Human");
    let mut second = Terminal::open(folder.path(), "water.md");
    let process = first.child.process_id().unwrap();
    second.wait_for("is open on another desk").wait_for(&process.to_string()).press("o");
    second.press(TO_END).press("Zo").wait_for("Zo");
    wait_until_kept(folder.path(), "recovery", "Decides to act.\nZo");
    wait_until_kept(folder.path(), "recovery", "XyThe Human");
    first.press(SAVE).wait_for("saved to “water.md”");
    second.press(SAVE).wait_for("was changed by another program").press("n");
    second.wait_for("Save as").press(&"\x7f".repeat(8)).press("two.md\r");
    second.wait_for("saved to “two.md”");
    assert_eq!(read(folder.path(), "two.md"), format!("{DRAFT}Zo"));
    // What is left of a desk that was killed keeps nobody out.
    first.kill();
    Terminal::open(folder.path(), "water.md").wait_for("saved: water.md");
}

#[test]
fn a_draft_without_a_name_is_kept_under_the_name_it_gets() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_zerodraft"));
    command.cwd(folder.path());
    let mut desk = Terminal::run(folder.path(), command);
    desk.wait_for("new").press("1. Decides.").wait_for("1. Decides.").press(SAVE_AS);
    desk.wait_for("Save as").press("\r").wait_for("saved to “draft.md”").press("Xy");
    wait_until_kept(folder.path(), "recovery", "Decides.Xy");
    let state = PathBuf::from("state/zerodraft/recovery/untitled.md");
    assert!(!folder.path().join(state).exists());
    desk.kill();
    Terminal::open(folder.path(), "draft.md").wait_for("An earlier session ended");
}

#[test]
fn a_snapshot_is_kept_listed_compared_and_restored() {
    let folder = folder_with("water.md", DRAFT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press(KEEP_SNAPSHOT).wait_for("Keep this text as");
    desk.press("after informals 2\r").wait_for("kept as “after informals 2”");
    desk.press(TO_END).press("\r2. Requests it.").wait_for("2. Requests it.");
    desk.press(SAVE).wait_for("saved to “water.md”");
    desk.leave(QUIT);
    let mut desk = Terminal::open(folder.path(), "water.md");
    desk.wait_for("saved: water.md").press(SNAPSHOTS).wait_for("after informals 2");
    desk.press("\r").wait_for("“after informals 2”, kept just now.").press("w");
    desk.wait_for("Since “after informals 2”").wait_for("OP 2 added");
    desk.wait_for("{++Requests it.++}").press("q").press(SNAPSHOTS);
    desk.wait_for("Snapshots").press("\r").wait_for("restore its text").press("r");
    desk.wait_for("this is “after informals 2”; ^Z brings back yours");
    desk.press(SAVE).wait_for("saved to “water.md”").press(UNDO);
    desk.wait_for("2. Requests it.");
    assert_eq!(read(folder.path(), "water.md"), DRAFT);
}
