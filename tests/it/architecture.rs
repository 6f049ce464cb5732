//! The rooms of `src` stand in an order, and each uses only the rooms before it.

use std::path::{Path, PathBuf};

/// The rooms, from the ground up.
const ROOMS: &[&str] = &[
    "text",
    "conventions",
    "model",
    "syntax",
    "import",
    "lint",
    "fix",
    "compare",
    "render",
    "library",
    "drafting",
    "workspace",
    "tui",
    "cli",
];

#[test]
fn a_room_uses_only_the_rooms_before_it() {
    let mut violations = Vec::new();
    for (height, room) in ROOMS.iter().enumerate() {
        let upstairs = &ROOMS[height + 1..];
        for path in rust_files(&Path::new("src").join(room)) {
            for name in rooms_named_in(&read(&path)) {
                if upstairs.contains(&name.as_str()) {
                    violations.push(format!("{} uses `{name}`", path.display()));
                }
            }
        }
    }
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn every_folder_is_a_room_and_every_room_a_folder() {
    let mut folders: Vec<String> = std::fs::read_dir("src")
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    folders.sort();
    let mut rooms = ROOMS.to_vec();
    rooms.sort_unstable();
    assert_eq!(folders, rooms);
}

/// The names that follow `crate::`, also inside `use crate::{…}`.
fn rooms_named_in(code: &str) -> Vec<String> {
    let word = |text: &str| -> String {
        text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let mut names = Vec::new();
    for (at, key) in code.match_indices("crate::") {
        let rest = &code[at + key.len()..];
        match rest.strip_prefix('{') {
            None => names.push(word(rest)),
            Some(list) => {
                let list = list.split(';').next().unwrap_or_default();
                names.extend(list.split([',', '{']).map(|item| word(item.trim())));
            }
        }
    }
    names
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files
}

#[expect(clippy::disallowed_methods, reason = "the test reads the source itself")]
fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}
