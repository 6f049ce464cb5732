//! The terminal while the desk has it, and how it is given back: on return, on an error,
//! after a panic and on a signal. The text is kept in each case.

use std::io::{Stdout, Write, stdout};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::Command;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste,
};
use ratatui::crossterm::execute;
#[cfg(unix)]
use ratatui::crossterm::style::Print;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

use crate::workspace::recovery::Recovery;

/// The text that has to outlive the program, and where it is kept. `None` while the file
/// holds all of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Lifeline(Arc<Mutex<Option<(Recovery, String)>>>);

impl Lifeline {
    /// Sees to it that the text is kept after a panic and on a signal.
    pub(super) fn outlive(&self) -> std::io::Result<()> {
        restore_on_panic(self.clone());
        on_signal(self)
    }

    /// Says what is to be kept from now on.
    pub(super) fn hold(&self, kept: Option<(Recovery, String)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = kept;
    }

    /// Writes the recovery file, if there is something to keep.
    pub(super) fn keep(&self) -> std::io::Result<()> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        held.as_ref().map_or(Ok(()), |(recovery, text)| recovery.keep(text))
    }
}

/// The terminal in raw mode, given back when it is dropped.
#[derive(Debug)]
pub(super) struct Screen {
    pub(super) terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    /// Takes the terminal.
    pub(super) fn take(lifeline: &Lifeline) -> std::io::Result<Self> {
        lifeline.outlive()?;
        enable_raw_mode()?;
        IS_TAKEN.store(true, Ordering::SeqCst);
        let entered = execute!(
            stdout(),
            EnterAlternateScreen,
            EnableBracketedPaste,
            listening_to_mouse()
        );
        let terminal =
            entered.and_then(|()| Terminal::new(CrosstermBackend::new(stdout())));
        match terminal {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                restore();
                Err(error)
            }
        }
    }
}

/// Asks for presses, drags and turns of the wheel, and for no other motion: a mouse that
/// only passes over the desk does not wake it.
#[cfg(unix)]
fn listening_to_mouse() -> impl Command {
    Print("\x1b[?1000h\x1b[?1002h\x1b[?1006h")
}

#[cfg(not(unix))]
fn listening_to_mouse() -> impl Command {
    ratatui::crossterm::event::EnableMouseCapture
}

impl Drop for Screen {
    fn drop(&mut self) {
        restore();
    }
}

/// Whether the terminal is the desk's. A panic and the end of the desk both give it back,
/// and the second time would wipe the message of the first.
static IS_TAKEN: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back as it was. A terminal that is gone cannot be told so.
fn restore() {
    if !IS_TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    execute!(out, DisableMouseCapture, DisableBracketedPaste, LeaveAlternateScreen, Show)
        .unwrap_or_default();
    out.flush().unwrap_or_default();
    disable_raw_mode().unwrap_or_default();
}

fn restore_on_panic(lifeline: Lifeline) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        lifeline.keep().unwrap_or_default();
        before(panic);
    }));
}

/// A thread for each signal waits for it, so that it is heard even while a draft is being
/// checked. The program then ends as the signal wants it.
#[cfg(unix)]
fn on_signal(lifeline: &Lifeline) -> std::io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::low_level::{emulate_default_handler, pipe};
    use std::io::Read;
    use std::os::unix::net::UnixStream;

    for signal in [SIGTERM, SIGHUP, SIGINT, SIGQUIT] {
        let (mut heard, told) = UnixStream::pair()?;
        pipe::register(signal, told)?;
        let lifeline = lifeline.clone();
        std::thread::spawn(move || {
            if heard.read_exact(&mut [0]).is_ok() {
                lifeline.keep().unwrap_or_default();
                restore();
                emulate_default_handler(signal).unwrap_or_default();
            }
        });
    }
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "it can fail where there are signals")]
fn on_signal(_lifeline: &Lifeline) -> std::io::Result<()> {
    Ok(())
}
