//! Where the drafter's own things lie.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use directories::{BaseDirs, UserDirs};

/// The folder of the drafter's own templates.
pub fn templates() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.data_dir().join("templates"))
}

/// The folders in which fonts lie: the drafter's own first, then those of the computer.
pub fn fonts() -> Vec<PathBuf> {
    let own = dirs().map(|dirs| dirs.data_dir().join("fonts"));
    let home = UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let at_home = |folder: &str| home.as_ref().map(|home| home.join(folder));
    let of_windows =
        std::env::var_os("WINDIR").map(|root| PathBuf::from(root).join("Fonts"));
    let of_user =
        BaseDirs::new().map(|dirs| dirs.data_local_dir().join("Microsoft/Windows/Fonts"));
    let folders = [
        own,
        at_home(".local/share/fonts"),
        at_home(".fonts"),
        Some(PathBuf::from("/usr/share/fonts")),
        Some(PathBuf::from("/usr/local/share/fonts")),
        at_home("Library/Fonts"),
        Some(PathBuf::from("/Library/Fonts")),
        Some(PathBuf::from("/System/Library/Fonts")),
        Some(PathBuf::from("/System/Library/AssetsV2")),
        of_user,
        of_windows,
    ];
    folders.into_iter().flatten().collect()
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
