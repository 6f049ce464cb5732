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

/// The folder of the drafter's own dictionaries.
pub fn own_dictionaries() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.data_dir().join("dictionaries"))
}

/// The folders in which dictionaries lie: those of `DICPATH` where it is set, or else the
/// drafter's own, then those of the computer and of LibreOffice.
pub fn dictionaries() -> Vec<PathBuf> {
    if let Some(path) = std::env::var_os("DICPATH") {
        return std::env::split_paths(&path).collect();
    }
    let home = UserDirs::new().map(|dirs| dirs.home_dir().to_owned());
    let data = BaseDirs::new().map(|dirs| dirs.data_dir().to_owned());
    let of_user = data.map(|data| data.join("hunspell"));
    let shared = std::env::var_os("XDG_DATA_DIRS");
    let shared: Vec<PathBuf> =
        shared.iter().flat_map(|folders| std::env::split_paths(folders)).collect();
    let usual =
        ["/usr/share", "/usr/local/share", "/opt/homebrew/share"].map(PathBuf::from);
    let shared = shared.into_iter().chain(usual).flat_map(|folder| {
        ["hunspell", "myspell", "myspell/dicts"].map(|name| folder.join(name))
    });
    let of_mac = home.map(|home| home.join("Library/Spelling"));
    let of_mac = of_mac.into_iter().chain([PathBuf::from("/Library/Spelling")]);
    let own = own_dictionaries().into_iter().chain(of_user);
    own.chain(shared).chain(of_mac).chain(of_office()).collect()
}

/// The folders of dictionaries that LibreOffice brings.
fn of_office() -> Vec<PathBuf> {
    let of_windows = ["ProgramFiles", "ProgramFiles(x86)"].map(std::env::var_os);
    let of_windows = of_windows.into_iter().flatten();
    let of_windows =
        of_windows.map(|root| PathBuf::from(root).join("LibreOffice/share/extensions"));
    let usual = [
        "/usr/lib/libreoffice/share/extensions",
        "/usr/lib64/libreoffice/share/extensions",
        "/opt/libreoffice/share/extensions",
        "/Applications/LibreOffice.app/Contents/Resources/extensions",
    ];
    let folders = usual.map(PathBuf::from).into_iter().chain(of_windows);
    let entries = folders.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten();
    let mut found: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    found.retain(|folder| {
        folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("dict-"))
    });
    found.sort();
    found
}

/// The file of the drafter's own words.
pub fn own_words() -> Option<PathBuf> {
    dirs().map(|dirs| dirs.config_dir().join("words.txt"))
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
