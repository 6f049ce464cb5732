//! The real program, run in a folder of its own.

use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder with drafts, and a home of its own, so that nothing of the machine shows.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file in the folder, its own folders made.
    pub(crate) fn with(self, name: &str, text: &str) -> Self {
        std::fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        std::fs::write(self.path(name), text).unwrap();
        self
    }

    pub(crate) fn read(&self, name: &str) -> String {
        String::from_utf8(std::fs::read(self.path(name)).unwrap()).unwrap()
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let home = self.folder.path();
        let mut child = Command::new(env!("CARGO_BIN_EXE_zerodraft"))
            .args(arguments)
            .current_dir(home)
            .env("HOME", home)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_STATE_HOME", home.join("state"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("DICPATH", home.join("dictionaries"))
            .env("NO_COLOR", "1")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        std::io::Write::write_all(child.stdin.as_mut().unwrap(), input).ok();
        let output = child.wait_with_output().unwrap();
        Ran {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// A draft with one error, which can be mended.
pub(crate) const DRAFT: &str = "---\norgan: HRC\nsession: \"60\"\nnumber: \"60/...\"\ntitle: \"Right to food\"\n---\n\
    The Human Rights Council,\n\nRecalling its resolution 5/1 of 18 June 2007,\n\n\
    1. Reaffirms the Charter,;\n\n2. Decides to remain seized of the matter.\n";
