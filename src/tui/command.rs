//! What lies outside the desk, and what is to be done there.

use std::path::PathBuf;

use crate::conventions::Language;
use crate::workspace::snapshots::Snapshot;

/// What stands in the file of the draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnDisk {
    /// There is no file of that name yet.
    Nothing,
    /// What was read from it or saved to it last.
    AsKnown,
    /// Something else: another program changed it.
    Changed,
}

/// Something to be done outside the desk, by whoever runs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write the text to the file.
    Save {
        /// The file.
        path: PathBuf,
        /// The text with the line ends of the file.
        text: String,
        /// Whether the drafter said to write over what is there.
        is_sure: bool,
    },
    /// Keep the text by a name.
    KeepSnapshot {
        /// The name.
        name: String,
        /// The text with the line ends of the file.
        text: String,
    },
    /// Keep a template among those of the drafter.
    KeepTemplate {
        /// Its id, which is the name of its file.
        id: String,
        /// The file.
        yaml: String,
        /// Whether the drafter said to write over what is there.
        is_sure: bool,
    },
    /// List the snapshots.
    ListSnapshots,
    /// List the snapshots against which the draft can be marked.
    ListBases,
    /// Read an earlier text, against which the draft is to be marked.
    ReadBase {
        /// What it is called on the desk.
        name: String,
        /// Its file, of any kind that is read.
        path: PathBuf,
    },
    /// Read a snapshot.
    ReadSnapshot(Snapshot),
    /// Read the file again, which another program changed.
    Reload(PathBuf),
    /// Forget the recovered text in this file.
    ForgetRecovered(PathBuf),
    /// Show the page of a text with the viewer of the system.
    Show {
        /// The text.
        text: String,
        /// What its file is called, without an ending.
        name: String,
    },
    /// Read the dictionary of a language.
    LoadDictionary(Language),
    /// Write a word into the file of the drafter's own.
    AddWord(String),
    /// Put a text on the clipboard of the system.
    Copy(String),
    /// Leave the recovered text for another time.
    SetRecoveredAside,
    /// Leave the desk.
    Quit,
}
