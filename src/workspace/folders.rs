//! Where the drafter's own things lie.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder of the drafter's own templates.
pub fn templates() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.data_dir().join("templates"))
}

/// The folder of recovery files.
pub fn state() -> Option<PathBuf> {
    let dirs = dirs()?;
    Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).to_owned())
}

/// The folders whose templates go with a draft, the later ones over the earlier: the
/// drafter's own, and `templates/` beside the draft.
pub fn templates_for(draft: Option<&Path>) -> Vec<PathBuf> {
    let beside =
        draft.map(|path| path.parent().unwrap_or(Path::new("")).join("templates"));
    templates().into_iter().chain(beside).collect()
}

fn dirs() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "zerodraft")
}
