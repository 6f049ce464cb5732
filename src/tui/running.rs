//! The loop: events in, frames out, files written. The only place that reads keys.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ratatui::crossterm::event::{self, Event, KeyEventKind, MouseButton, MouseEventKind};
use ratatui::layout::{Position, Size};

use super::clipboard;
use super::custody::{Custody, Next};
use super::keys::Keys;
use super::mouse::Mouse;
use super::terminal::{Lifeline, Screen};
use super::theme::Theme;
use super::view::draw;
use crate::library::Library;
use crate::lint::Selection;
use crate::workspace::keeping::Keeping;
use crate::workspace::settings::{DeskSettings, ThemeName};

/// How long typed text may wait before it is in the recovery file.
const MOST_UNKEPT: Duration = Duration::from_millis(700);

/// How long after a press of the mouse the next one makes it a double one.
const MOST_BETWEEN_PRESSES: Duration = Duration::from_millis(400);

/// How long the desk waits for a key before it asks what became of what goes on beside it.
const STEP: Duration = Duration::from_millis(50);

/// Whether an event is there already. Asked with no time at all, the reader of events does
/// not look.
const NOW: Duration = Duration::from_micros(5);

/// A check so short that no key need be waited for.
const UNNOTICED: Duration = Duration::from_millis(4);

/// How long no key comes when the drafter pauses; between the keys of a word it is less. The
/// reader of events cuts what is left of a time to whole milliseconds, and spins for the rest:
/// a little more is asked, so that little is left.
const PAUSE: Duration = Duration::from_micros(250_200);

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
    /// An earlier text against which the draft is marked, and what it is called.
    pub base: Option<(String, String)>,
    /// Which rules speak, and how loudly.
    pub selection: Selection,
    /// What the drafter says of the desk.
    pub settings: DeskSettings,
    /// What its keys do.
    pub keys: Keys,
    /// Reads the templates, the first time they are asked for.
    pub templates: fn(Option<&Path>) -> Library,
    /// The file of the drafter's own words.
    pub own_words: Option<PathBuf>,
    /// Where the text is kept until it is saved, and its steps.
    pub keeping: Option<Keeping>,
}

/// The desk could not be kept open.
#[derive(Debug, thiserror::Error)]
pub enum TuiError {
    /// The terminal said no.
    #[error("cannot use this terminal: {0}")]
    Terminal(#[source] std::io::Error),
    /// Line mode came to the end of its lines with changes that are not saved.
    #[error("the draft was not saved; what was written is kept, and offered next time")]
    Unsaved,
}

/// Opens the desk and returns when the drafter leaves it.
pub fn run(session: Session) -> Result<(), TuiError> {
    let lifeline = Lifeline::default();
    let screen = Screen::take(&lifeline).map_err(TuiError::Terminal)?;
    let mut running = Running::new(session, screen, lifeline);
    let outcome = running.until_quit();
    if outcome.is_err() {
        running.custody.lifeline.keep().unwrap_or_default();
    }
    running.custody.lifeline.hold(None);
    outcome.map_err(TuiError::Terminal)
}

struct Running {
    custody: Custody,
    screen: Screen,
    /// When and where the mouse button went down last, and how often in a row.
    pressed: Option<(Instant, Position, u8)>,
    /// How long no key may come before the text is checked.
    pause: Duration,
    /// Whether the terminal has another size since the last frame, or had one in between.
    is_resized: bool,
}

impl Running {
    fn new(session: Session, screen: Screen, lifeline: Lifeline) -> Self {
        let mut custody = Custody::new(session, lifeline);
        let size = screen.terminal.size().unwrap_or(Size::ZERO);
        custody.desk.begin_on((Position::ORIGIN, size).into());
        Self { custody, screen, pressed: None, pause: NOW, is_resized: false }
    }

    fn until_quit(&mut self) -> std::io::Result<()> {
        self.draw()?;
        if self.carry_out() == Next::Leave {
            return Ok(());
        }
        loop {
            self.draw()?;
            self.check()?;
            while !self.wait()? {}
            if self.carry_out() == Next::Leave {
                return Ok(());
            }
            self.custody.hold_text();
        }
    }

    /// Reads and checks the text, and compares it with the base text, once no key is there. A
    /// key that comes meanwhile has to wait, so a long draft is checked when the drafter
    /// pauses.
    fn check(&mut self) -> std::io::Result<()> {
        let desk = &mut self.custody.desk;
        let is_done = !desk.is_stale() && !desk.is_behind_base();
        if is_done || event::poll(self.pause)? {
            return Ok(());
        }
        let started = Instant::now();
        desk.refresh();
        desk.compare_with_base();
        self.draw()?;
        self.pause = if started.elapsed() < UNNOTICED { NOW } else { PAUSE };
        Ok(())
    }

    /// Does all that the desk wants done outside.
    fn carry_out(&mut self) -> Next {
        while let Some(command) = self.custody.desk.next_command() {
            match self.custody.carry_out(command) {
                Next::Stay => {}
                Next::Leave => return Next::Leave,
                Next::Copy(text) => self.copy(&text),
            }
        }
        Next::Stay
    }

    fn draw(&mut self) -> std::io::Result<()> {
        // A terminal that was smaller for a moment has lost what stood outside, though it is
        // as large as before: all is drawn anew.
        if std::mem::take(&mut self.is_resized) {
            let size = self.screen.terminal.size()?;
            self.screen.terminal.resize((Position::ORIGIN, size).into())?;
        }
        self.screen.terminal.draw(|frame| draw(&self.custody.desk, frame))?;
        Ok(())
    }

    /// Waits for an event, and takes all that have come. With unkept text it waits no
    /// longer than until that must be written. `false` if nothing came of it.
    fn wait(&mut self) -> std::io::Result<bool> {
        if let Some(since) = self.custody.unkept_since {
            let left = MOST_UNKEPT.saturating_sub(since.elapsed());
            if left.is_zero() || !event::poll(left)? {
                self.custody.unkept_since = None;
                self.custody.keep();
                return Ok(true);
            }
        }
        if self.custody.is_waiting() && !event::poll(STEP)? {
            return Ok(self.custody.hear());
        }
        let mut is_taken = self.take_event(event::read()?);
        for _ in 0..MOST_EVENTS {
            if !event::poll(NOW)? {
                break;
            }
            is_taken |= self.take_event(event::read()?);
        }
        Ok(is_taken)
    }

    /// Does what an event does. `false` if it is none for the desk, as when the mouse
    /// only moves.
    fn take_event(&mut self, event: Event) -> bool {
        match event {
            Event::Resize(..) => self.is_resized = true,
            Event::Key(key) if key.kind != KeyEventKind::Release => {
                self.custody.desk.press(key);
            }
            Event::Paste(text) => self.custody.desk.paste(&text),
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
                    _ => return false,
                }
            }
            _ => return false,
        }
        true
    }

    fn mouse(&mut self, mouse: Mouse) {
        let size = self.screen.terminal.size().unwrap_or(Size::ZERO);
        self.custody.desk.mouse(mouse, (Position::ORIGIN, size).into());
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

    /// Puts a text on the clipboard of the system, by way of the terminal.
    fn copy(&mut self, text: &str) {
        let is_in_tmux = std::env::var_os("TMUX").is_some();
        let Some(sequence) = clipboard::sequence(text, is_in_tmux) else {
            return self.custody.desk.say(
                "copied on the desk; it is too long for the clipboard of the system",
            );
        };
        let mut out = std::io::stdout();
        // A terminal that is gone is found out by the next draw.
        out.write_all(sequence.as_bytes()).and_then(|()| out.flush()).unwrap_or_default();
    }
}

/// The theme of the settings, or the one that fits the terminal. `NO_COLOR` is stronger
/// than both.
pub(super) fn theme(wanted: Option<ThemeName>) -> Theme {
    if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) {
        return Theme::plain();
    }
    let colours = std::env::var("COLORFGBG").ok();
    wanted.map_or_else(|| Theme::fitting(colours.as_deref()), Theme::named)
}
