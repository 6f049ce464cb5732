//! Fonts of the computer, for the scripts of which the program has no face of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

use super::folders;
use crate::render::FaceFile;

/// Files of Chinese faces that go together, the best first: a face with its bold.
const CHINESE: [&[&str]; 10] = [
    &["NotoSerifCJK-Regular.ttc", "NotoSerifCJK-Bold.ttc"],
    &["NotoSerifCJKsc-Regular.otf", "NotoSerifCJKsc-Bold.otf"],
    &["NotoSerifSC-Regular.otf", "NotoSerifSC-Bold.otf"],
    &["SourceHanSerifSC-Regular.otf", "SourceHanSerifSC-Bold.otf"],
    &["SourceHanSerif-Regular.ttc", "SourceHanSerif-Bold.ttc"],
    &["SourceHanSerif.ttc"],
    &["simsun.ttc", "simhei.ttf"],
    &["Songti.ttc"],
    &["uming.ttc", "wqy-zenhei.ttc"],
    &["NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"],
];

/// The same for Arabic.
const ARABIC: [&[&str]; 7] = [
    &["Amiri-Regular.ttf", "Amiri-Bold.ttf"],
    &["amiri-regular.ttf", "amiri-bold.ttf"],
    &["trado.ttf", "tradbdo.ttf"],
    &["NotoNaskhArabic-Regular.ttf", "NotoNaskhArabic-Bold.ttf"],
    &["simpo.ttf", "simpbdo.ttf"],
    &["Scheherazade-Regular.ttf", "Scheherazade-Bold.ttf"],
    &["GeezaPro.ttc"],
];

/// Brush faces, which Chinese has in place of italics.
const KAI: [&str; 6] = [
    "simkai.ttf",
    "Kaiti.ttc",
    "STKaiti.ttf",
    "ukai.ttc",
    "LXGWWenKai-Regular.ttf",
    "TW-Kai-98_1.ttf",
];

/// Files that together show the characters, as far as the computer has them. Nothing is
/// looked for where nothing is foreign.
pub fn that_show(characters: &BTreeSet<char>) -> Vec<FaceFile> {
    let mut lacking = characters.clone();
    let mut found = Vec::new();
    if lacking.is_empty() {
        return found;
    }
    let files = files();
    let named = |name: &str| files.iter().find(|file| is_named(file, name));
    let has = |first: char, last: char| characters.range(first..=last).next().is_some();
    let (is_chinese, is_arabic) =
        (has('\u{3000}', '\u{9fff}'), has('\u{600}', '\u{6ff}'));
    let chinese = CHINESE.iter().filter(|_| is_chinese);
    for set in chinese.chain(ARABIC.iter().filter(|_| is_arabic)) {
        let faces = set.iter().filter_map(|name| open(named(name)?));
        take(faces, &mut lacking, &mut found);
    }
    if is_chinese {
        let kai = KAI.iter().find_map(|name| open(named(name)?));
        found.extend(kai);
    }
    // What is left may be in any of them.
    for file in &files {
        if lacking.is_empty() {
            break;
        }
        take(open(file).into_iter(), &mut lacking, &mut found);
    }
    found
}

/// Takes faces if the first of them shows something that is lacking.
fn take(
    faces: impl Iterator<Item = FaceFile>,
    lacking: &mut BTreeSet<char>,
    found: &mut Vec<FaceFile>,
) {
    if lacking.is_empty() {
        return;
    }
    let mut faces = faces.peekable();
    let Some(first) = faces.peek() else { return };
    let shown = first.shows(lacking);
    if !shown.is_empty() {
        lacking.retain(|c| !shown.contains(c));
        found.extend(faces);
    }
}

fn open(file: &PathBuf) -> Option<FaceFile> {
    let bytes = std::fs::read(file).ok()?;
    Some(FaceFile { bytes: bytes.into() })
}

fn is_named(file: &Path, name: &str) -> bool {
    file.file_name().is_some_and(|own| own.eq_ignore_ascii_case(name))
}

/// Every font file, in order of folders and names.
fn files() -> Vec<PathBuf> {
    let mut files = Vec::new();
    for folder in folders::fonts() {
        let mut walk = WalkBuilder::new(folder);
        walk.standard_filters(false).follow_links(true).sort_by_file_name(Ord::cmp);
        let entries = walk.build().flatten().map(ignore::DirEntry::into_path);
        files.extend(entries.filter(|path| is_font(path)));
    }
    files
}

fn is_font(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str());
    let is_one = |known: &&str| ending.is_some_and(|e| e.eq_ignore_ascii_case(known));
    ["ttf", "otf", "ttc", "otc"].iter().any(is_one)
}
