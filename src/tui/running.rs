//! The loop: events in, frames out, files written. The only place that reads keys.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use ratatui::crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Size};

use super::clipboard;
use super::desk::{Command, Desk};
use super::editor::is_too_long;
use super::keys::Keys;
use super::mouse::Mouse;
use super::showing::Showing;
use super::terminal::{Lifeline, Screen};
use super::theme::Theme;
use super::view::draw;
use crate::import::Options;
use crate::library::Library;
use crate::lint::Selection;
use crate::workspace::claims::Claim;
use crate::workspace::drafts::{self, FileError, Stamp};
use crate::workspace::keeping::Keeping;
use crate::workspace::settings::{DeskSettings, ThemeName};
use crate::workspace::snapshots::Snapshot;
use crate::workspace::steps::FoundSteps;

/// How long typed text may wait before it is in the recovery file.
const MOST_UNKEPT: Duration = Duration::from_millis(700);

/// How long after a press of the mouse the next one makes it a double one.
const MOST_BETWEEN_PRESSES: Duration = Duration::from_millis(400);

/// Whether an event is there already. Asked with no time at all, the reader of events does
/// not look.
const NOW: Duration = Duration::from_micros(50);

/// How many events are taken before the screen is drawn, so that a paste into a terminal
/// without bracketed paste does not draw once for each character.
const MOST_EVENTS: usize = 512;

/// What the desk is opened with.
#[derive(Debug)]
pub struct Session {
    /// The draft text: as its file has it, or as imported.
    pub text: String,
    /// The file it was read from, and to which it is saved unless it was imported.
    pub path: Option<PathBuf>,
    /// Whether the text was imported. It is then saved under a name that is asked for,
    /// and the file it came from is never written to.
    pub is_imported: bool,
    /// What the drafter should know first, on the message line.
    pub notice: Option<String>,
    /// Which rules speak, and how loudly.
    pub selection: Selection,
    /// What the drafter says of the desk.
    pub settings: DeskSettings,
    /// What its keys do.
    pub keys: Keys,
    /// Reads the templates, the first time they are asked for.
    pub templates: fn(Option<&Path>) -> Library,
    /// Where the text is kept until it is saved, and its steps.
    pub keeping: Option<Keeping>,
}

/// The desk could not be kept open.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The terminal said no.
    #[error("cannot use this terminal: {0}")]
    Terminal(#[source] std::io::Error),
    /// The text has more rows than the desk can show.
    #[error("the text is too long for the desk; `lint` and `render` take it")]
    TooLong,
}

/// Opens the desk and returns when the drafter leaves it.
pub fn run(session: Session) -> Result<(), TuiError> {
    if is_too_long(&session.text) {
        return Err(TuiError::TooLong);
    }
    let lifeline = Lifeline::default();
    let screen = Screen::take(&lifeline).map_err(TuiError::Terminal)?;
    let mut running = Running::new(session, screen, lifeline);
    let outcome = running.until_quit();
    if outcome.is_err() {
        running.lifeline.keep().unwrap_or_default();
    }
    running.lifeline.hold(None);
    outcome.map_err(TuiError::Terminal)
}

struct Running {
    desk: Desk,
    screen: Screen,
    lifeline: Lifeline,
    keeping: Option<Keeping>,
    /// What the file looked like when it was last read or written.
    stamp: Option<Stamp>,
    /// The text that the lifeline holds.
    held: String,
    /// Since when there is text that the recovery file does not have.
    unkept_since: Option<Instant>,
    /// When and where the mouse button went down last, and how often in a row.
    pressed: Option<(Instant, Position, u8)>,
    showing: Showing,
}

impl Running {
    fn new(session: Session, screen: Screen, lifeline: Lifeline) -> Self {
        let desk = Desk::new(&session.text, theme(session.settings.theme))
            .with_settings(&session.settings)
            .with_keys(session.keys)
            .with_selection(session.selection)
            .with_templates(session.templates);
        let stamp = session.path.as_deref().and_then(Stamp::of);
        let mut desk = match session.path {
            Some(path) if session.is_imported => desk.imported(path),
            Some(path) if stamp.is_none() => desk.in_new_file(path),
            Some(path) => desk.in_file(path),
            None => desk,
        };
        if let Some(keeping) = &session.keeping {
            take_up(&mut desk, keeping);
        }
        if let Some(notice) = session.notice {
            desk.say(notice);
        }
        let size = screen.terminal.size().unwrap_or(Size::ZERO);
        desk.begin_on((Position::ORIGIN, size).into());
        let held = desk.editor.text().to_owned();
        let keeping = session.keeping;
        Self {
            desk,
            screen,
            lifeline,
            keeping,
            stamp,
            held,
            unkept_since: None,
            pressed: None,
            showing: Showing::default(),
        }
    }

    fn until_quit(&mut self) -> std::io::Result<()> {
        loop {
            self.draw()?;
            if self.desk.is_stale() && !event::poll(NOW)? {
                self.desk.refresh();
                self.draw()?;
            }
            self.wait()?;
            while let Some(command) = self.desk.next_command() {
                if self.carry_out(command) == Next::Leave {
                    return Ok(());
                }
            }
            self.hold_text();
        }
    }

    fn draw(&mut self) -> std::io::Result<()> {
        self.screen.terminal.draw(|frame| draw(&self.desk, frame))?;
        Ok(())
    }

    /// Waits for an event, and takes all that have come. With unkept text it waits no
    /// longer than until that must be written.
    fn wait(&mut self) -> std::io::Result<()> {
        if let Some(since) = self.unkept_since {
            let left = MOST_UNKEPT.saturating_sub(since.elapsed());
            if left.is_zero() || !event::poll(left)? {
                self.unkept_since = None;
                self.keep();
                return Ok(());
            }
        }
        if self.showing.is_busy() && !event::poll(Showing::STEP)? {
            if let Some(said) = self.showing.outcome() {
                self.desk.say(said);
            }
            return Ok(());
        }
        self.take_event(event::read()?);
        for _ in 0..MOST_EVENTS {
            if !event::poll(NOW)? {
                break;
            }
            self.take_event(event::read()?);
        }
        Ok(())
    }

    fn take_event(&mut self, event: Event) {
        match event {
            Event::Key(key) if key.kind != KeyEventKind::Release => self.desk.press(key),
            Event::Paste(text) => self.desk.paste(&text),
            Event::Mouse(mouse) => {
                let at = Position::new(mouse.column, mouse.row);
                match mouse.kind {
                    MouseEventKind::ScrollUp => self.mouse(Mouse::Wheel { at, rows: -3 }),
                    MouseEventKind::ScrollDown => {
                        self.mouse(Mouse::Wheel { at, rows: 3 });
                    }
                    MouseEventKind::Drag(MouseButton::Left) => {
                        self.mouse(Mouse::Drag(at));
                    }
                    MouseEventKind::Down(MouseButton::Left) => {
                        let times = self.times_pressed(at);
                        self.mouse(Mouse::Press { at, times });
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }

    fn mouse(&mut self, mouse: Mouse) {
        let size = self.screen.terminal.size().unwrap_or(Size::ZERO);
        self.desk.mouse(mouse, (Position::ORIGIN, size).into());
    }

    /// How often in a row the button went down there: once, twice or three times.
    fn times_pressed(&mut self, at: Position) -> u8 {
        let times = match self.pressed {
            Some((when, place, times))
                if place == at && when.elapsed() < MOST_BETWEEN_PRESSES =>
            {
                times % 3 + 1
            }
            _ => 1,
        };
        self.pressed = Some((Instant::now(), at, times));
        times
    }

    fn carry_out(&mut self, command: Command) -> Next {
        match command {
            Command::Quit => {
                self.keep_steps();
                if let Some(keeping) = &self.keeping {
                    keeping.recovery.discard();
                }
                self.lifeline.hold(None);
                return Next::Leave;
            }
            Command::Reload(path) => self.reload(&path),
            Command::KeepSnapshot { name, text } => self.keep_snapshot(&name, &text),
            Command::ListSnapshots => {
                let all = self.keeping.as_ref().map(|keeping| keeping.snapshots.all());
                let aged = |snapshot: Snapshot| {
                    let age = age(snapshot.when);
                    (snapshot, age)
                };
                let all = all.unwrap_or_default().into_iter().map(aged).collect();
                self.desk.offer_snapshots(all);
            }
            Command::ReadSnapshot(snapshot) => match snapshot.text() {
                Ok(text) => {
                    let age = age(snapshot.when);
                    self.desk.look_at_snapshot(snapshot.name, text, &age);
                }
                Err(error) => self.desk.say(error.to_string()),
            },
            Command::Save { path, text, is_sure } => self.save(path, &text, is_sure),
            Command::ForgetRecovered(path) => self.forget_recovered(&path),
            Command::Show { text, name } => {
                let said = self.showing.show(text, &name);
                self.desk.say(said);
            }
            Command::Copy(text) => self.copy(&text),
            Command::SetRecoveredAside => {
                if let Some(keeping) = &self.keeping {
                    keeping.recovery.set_aside();
                }
            }
        }
        Next::Stay
    }

    /// Puts a text on the clipboard of the system, by way of the terminal.
    fn copy(&mut self, text: &str) {
        let is_in_tmux = std::env::var_os("TMUX").is_some();
        let Some(sequence) = clipboard::sequence(text, is_in_tmux) else {
            return self.desk.say(
                "copied on the desk; it is too long for the clipboard of the system",
            );
        };
        let mut out = std::io::stdout();
        // A terminal that is gone is found out by the next draw.
        out.write_all(sequence.as_bytes()).and_then(|()| out.flush()).unwrap_or_default();
    }

    /// Removes a recovered text, after what was taken over from it is kept.
    fn forget_recovered(&mut self, path: &Path) {
        self.hold_text();
        let is_kept = self.desk.is_modified() && self.lifeline.keep().is_ok();
        let is_own =
            self.keeping.as_ref().is_some_and(|keeping| keeping.recovery.path() == path);
        if !(is_own && is_kept) {
            std::fs::remove_file(path).unwrap_or_default();
        }
    }

    /// Writes the draft, unless the file is not as the desk knows it and the drafter did
    /// not say to write over it.
    fn save(&mut self, path: PathBuf, text: &str, is_sure: bool) {
        let is_own =
            self.desk.path.as_ref() == Some(&path) && self.desk.original.is_none();
        let known = if is_own { self.stamp } else { None };
        let now = Stamp::of(&path);
        if !is_sure && now.is_some() && now != known {
            return self.desk.ask_overwrite(path);
        }
        match drafts::save(&path, text.as_bytes()) {
            Ok(()) => {
                self.stamp = Stamp::of(&path);
                self.unkept_since = None;
                self.desk.saved(path.clone(), Ok(()));
                if let Some(keeping) = &mut self.keeping {
                    keeping.recovery.discard();
                    keeping.go_on_as(&path);
                }
                self.keep_steps();
            }
            Err(error) => {
                let problem = self.not_saved(&error);
                self.desk.saved(path, Err(problem));
            }
        }
    }

    /// What the drafter should know of a draft that could not be written: why, what to do,
    /// and where the text is meanwhile.
    fn not_saved(&self, error: &FileError) -> String {
        let kept = self.keeping.as_ref().map(|keeping| {
            let recovery = &keeping.recovery;
            recovery.keep(&self.desk.text_to_save()).map(|()| recovery.path().display())
        });
        let kept = match kept {
            Some(Ok(place)) => format!("The text is safe meanwhile in “{place}”."),
            Some(Err(_)) | None => "The text is nowhere but here until then.".to_owned(),
        };
        format!("{}. {} {kept}", sentence(&error.to_string()), error.remedy())
    }

    fn keep_snapshot(&mut self, name: &str, text: &str) {
        let said = match self.keeping.as_ref().map(|kept| kept.snapshots.keep(name, text))
        {
            Some(Ok(())) => format!("kept as “{name}”"),
            Some(Err(problem)) => format!("cannot keep a snapshot: {problem}"),
            None => "cannot keep a snapshot: there is no home folder".to_owned(),
        };
        self.desk.say(said);
    }

    /// Reads the file again.
    fn reload(&mut self, path: &Path) {
        match drafts::open(path, &Options::default()) {
            Ok(opened) => {
                self.stamp = Stamp::of(path);
                self.desk.reloaded(&opened.text);
            }
            Err(error) => self.desk.say(error.to_string()),
        }
    }

    /// Keeps the text and its steps until it is saved, and looks after the file.
    fn keep(&mut self) {
        self.look_after_file();
        if let Err(problem) = self.lifeline.keep() {
            self.desk.say(format!(
                "this text cannot be kept for recovery ({problem}); ^S saves it, ^O elsewhere"
            ));
        }
        self.keep_steps();
    }

    /// Steps that cannot be kept are missed by nobody before the next session; of a full
    /// disk the text itself has told already.
    fn keep_steps(&self) {
        let steps = self.keeping.as_ref().and_then(|keeping| keeping.steps.as_ref());
        if let Some(steps) = steps.filter(|_| !self.desk.editor.steps.is_empty()) {
            let (text, saved) = (self.desk.editor.text(), self.desk.saved.as_str());
            steps.keep(&self.desk.editor.steps, text, saved).unwrap_or_default();
        }
    }

    /// Tells the drafter once if another program changed the file.
    fn look_after_file(&mut self) {
        let path = self.desk.path.as_ref().filter(|_| self.desk.original.is_none());
        let now = path.and_then(|path| Stamp::of(path));
        if now.is_some() && now != self.stamp {
            self.desk.tell_of_change_outside();
        }
    }

    /// Hands changed text to the lifeline, and starts the clock.
    fn hold_text(&mut self) {
        if self.held == self.desk.editor.text() {
            return;
        }
        self.desk.editor.text().clone_into(&mut self.held);
        if !self.desk.is_modified() {
            self.unkept_since = None;
            return self.lifeline.hold(None);
        }
        let recovery = self.keeping.as_ref().map(|keeping| keeping.recovery.clone());
        self.lifeline.hold(recovery.map(|recovery| (recovery, self.desk.text_to_save())));
        self.unkept_since = self.unkept_since.or_else(|| Some(Instant::now()));
    }
}

/// Takes up what earlier sessions left of a draft: its steps, and a text that was not
/// saved. While another desk has the draft, both are the other's.
fn take_up(desk: &mut Desk, keeping: &Keeping) {
    if let Claim::Theirs { process } = keeping.claim {
        return desk.tell_of_other_desk(process);
    }
    if let Some(kept) = &keeping.steps {
        match kept.found(desk.editor.text()) {
            FoundSteps::None => {}
            FoundSteps::Fitting(steps) => desk.take_up(steps),
            FoundSteps::Strange => {
                kept.forget();
                desk.say("the file was changed outside the desk; earlier steps are gone");
            }
        }
    }
    if let Some(found) = keeping.recovery.found() {
        if found.text == desk.text_to_save() {
            return keeping.recovery.discard_found(&found);
        }
        let age = age(found.when);
        desk.offer_recovery(found, &age);
    }
}

/// Words that begin with a capital.
fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    let first = rest.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(rest).collect()
}

/// Whether the loop goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Next {
    Stay,
    Leave,
}

/// The theme of the settings, or the one that fits the terminal. `NO_COLOR` is stronger
/// than both.
fn theme(wanted: Option<ThemeName>) -> Theme {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Theme::plain();
    }
    let colours = std::env::var("COLORFGBG").ok();
    wanted.map_or_else(|| Theme::fitting(colours.as_deref()), Theme::named)
}

/// How long ago a text was kept, as people say it.
fn age(when: SystemTime) -> String {
    let seconds = SystemTime::now().duration_since(when).unwrap_or_default().as_secs();
    match seconds {
        0..60 => "just now".to_owned(),
        60..3_600 => format!("{} min ago", seconds / 60),
        3_600..86_400 => format!("{} h ago", seconds / 3_600),
        _ => format!("{} days ago", seconds / 86_400),
    }
}
