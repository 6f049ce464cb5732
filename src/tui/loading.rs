//! See [`Loading`].

use std::sync::mpsc::{Receiver, TryRecvError, channel};

use crate::conventions::Language;
use crate::workspace::dictionaries::{self, Looked};

/// A dictionary on its way to the desk, which does not wait for it.
#[derive(Debug, Default)]
pub(super) struct Loading(Option<(Language, Receiver<Looked>)>);

impl Loading {
    /// Begins to read the dictionary of a language.
    pub(super) fn begin(&mut self, language: Language) {
        let (tell, outcome) = channel();
        std::thread::spawn(move || {
            // Nobody listens once the desk is left.
            tell.send(dictionaries::open(language)).unwrap_or_default();
        });
        self.0 = Some((language, outcome));
    }

    /// Whether one is on its way.
    pub(super) fn is_busy(&self) -> bool {
        self.0.is_some()
    }

    /// What came, once it is there.
    pub(super) fn outcome(&mut self) -> Option<(Language, Looked)> {
        let (language, outcome) = self.0.take()?;
        match outcome.try_recv() {
            Ok(looked) => Some((language, looked)),
            Err(TryRecvError::Disconnected) => None,
            Err(TryRecvError::Empty) => {
                self.0 = Some((language, outcome));
                None
            }
        }
    }

    /// What came, however long it takes.
    pub(super) fn wait(&mut self) -> Option<(Language, Looked)> {
        let (language, outcome) = self.0.take()?;
        Some((language, outcome.recv().ok()?))
    }
}
