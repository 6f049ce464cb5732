//! The program with which the system shows a file.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How long a viewer may take to say that it cannot.
const PATIENCE: Duration = Duration::from_secs(5);

/// The program that shows a file in the window of whatever can show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    program: PathBuf,
    /// What stands before the file.
    arguments: &'static [&'static str],
}

/// Why a file is not shown.
#[derive(Debug, thiserror::Error)]
pub enum ViewerError {
    /// The system has no such program.
    #[error("this system has no viewer: “{0}” is not there")]
    NoViewer(&'static str),
    /// There is no screen with windows, as over a network.
    #[error("this terminal opens no windows")]
    NoWindows,
    /// It could not be started.
    #[error("“{}” cannot be started: {cause}", program.display())]
    Start {
        /// The program.
        program: PathBuf,
        /// What the system said.
        #[source]
        cause: std::io::Error,
    },
    /// It found nothing that shows such a file.
    #[error("“{}” found nothing that shows such a file", program.display())]
    Refused {
        /// The program.
        program: PathBuf,
    },
}

/// The viewer of this system.
pub fn find() -> Result<Viewer, ViewerError> {
    let (name, arguments): (_, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        // `start` is a word of the shell; the empty title keeps it from taking the file
        // for one.
        ("cmd.exe", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let program = in_path(name).ok_or(ViewerError::NoViewer(name))?;
    if cfg!(target_os = "linux") && !has_windows() {
        return Err(ViewerError::NoWindows);
    }
    Ok(Viewer { program, arguments })
}

fn has_windows() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    // Under Windows, Linux programs open the windows of Windows.
    ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].into_iter().any(is_set)
}

fn in_path(name: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    let mut files = std::env::split_paths(&folders).map(|folder| folder.join(name));
    files.find(|file| file.is_file())
}

impl Viewer {
    /// Shows a file. It waits until the viewer says that it cannot, or has had time to.
    pub fn show(&self, file: &Path) -> Result<(), ViewerError> {
        let program = self.program.clone();
        let mut viewer = Command::new(&program)
            .args(self.arguments)
            .arg(file)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|cause| ViewerError::Start { program: program.clone(), cause })?;
        let started = Instant::now();
        while started.elapsed() < PATIENCE {
            match viewer.try_wait() {
                Ok(Some(status)) if status.success() => return Ok(()),
                Ok(Some(_)) => return Err(ViewerError::Refused { program }),
                Ok(None) => std::thread::sleep(Duration::from_millis(50)),
                Err(cause) => return Err(ViewerError::Start { program, cause }),
            }
        }
        // It is the viewer itself that runs on; it is taken leave of when it ends.
        std::thread::spawn(move || viewer.wait());
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(arguments: &'static [&'static str]) -> Viewer {
        Viewer { program: PathBuf::from("/bin/sh"), arguments }
    }

    #[test]
    fn the_viewer_gets_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page one.docx");
        std::fs::write(&file, "page").unwrap();
        shell(&["-c", r#"cp "$0" "$0.seen""#]).show(&file).unwrap();
        assert!(folder.path().join("page one.docx.seen").is_file());
    }

    #[test]
    fn a_viewer_that_cannot_is_told() {
        let said =
            |viewer: Viewer| viewer.show(Path::new("page")).unwrap_err().to_string();
        let refused = said(shell(&["-c", "exit 3"]));
        assert_eq!(refused, "“/bin/sh” found nothing that shows such a file");
        let gone = Viewer { program: PathBuf::from("/nowhere/viewer"), arguments: &[] };
        assert!(said(gone).starts_with("“/nowhere/viewer” cannot be started: "));
    }
}
