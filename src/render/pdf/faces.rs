//! The faces in which a page is set: our own for Latin, Greek and Cyrillic letters, and
//! those of the computer for other scripts, which it is given.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

use crate::render::composition::{Composition, Run, RunKind};
use crate::render::{FaceFile, RenderError};

/// The family of our own faces, whose letters are as wide as those of Times New Roman.
pub(super) const OWN_FAMILY: &str = "Tinos";

static OWN: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files: [&'static [u8]; 4] = [
        include_bytes!("../fonts/Tinos-Regular.ttf"),
        include_bytes!("../fonts/Tinos-Italic.ttf"),
        include_bytes!("../fonts/Tinos-Bold.ttf"),
        include_bytes!("../fonts/Tinos-BoldItalic.ttf"),
    ];
    files.into_iter().flat_map(|bytes| Font::iter(Bytes::new(bytes))).collect()
});

/// How many characters a message names.
const MOST_NAMED: usize = 8;

/// A family of the computer.
#[derive(PartialEq, Eq)]
pub(super) struct FamilyName {
    pub(super) name: String,
    /// Whether it is one of the brush faces that Chinese has in place of italics.
    pub(super) is_kai: bool,
}

/// Every face that a page may be set in.
pub(super) struct Faces {
    fonts: Vec<Font>,
    book: LazyHash<FontBook>,
    families: Vec<FamilyName>,
}

impl Faces {
    pub(super) fn new(files: &[FaceFile]) -> Self {
        let mut fonts = OWN.clone();
        for file in files {
            fonts.extend(Font::iter(Bytes::new(file.bytes.clone())));
        }
        let mut families: Vec<FamilyName> = Vec::new();
        for font in fonts.iter().skip(OWN.len()) {
            let family = FamilyName::new(&font.info().family);
            if !families.contains(&family) {
                families.push(family);
            }
        }
        // A collection has the same letters in the form of each country.
        families.sort_by_key(|family| !is_of_mainland(&family.name));
        let book = LazyHash::new(FontBook::from_fonts(&fonts));
        Self { fonts, book, families }
    }

    pub(super) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    pub(super) fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index).cloned()
    }

    /// The families beside our own, those of simplified Chinese first.
    pub(super) fn families(&self) -> impl Iterator<Item = &FamilyName> {
        self.families.iter()
    }

    /// The characters of a page that no face has.
    pub(super) fn lacking(&self, composition: &Composition) -> BTreeSet<char> {
        let mut characters: BTreeSet<char> = words_of(composition)
            .flat_map(str::chars)
            .filter(|c| needs_a_face(*c))
            .collect();
        let has = |c: char| {
            self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
        };
        characters.retain(|c| !has(*c));
        characters
    }
}

impl FamilyName {
    fn new(name: &str) -> Self {
        let is_kai = name.to_lowercase().contains("kai") || name.contains('楷');
        Self { name: name.to_owned(), is_kai }
    }
}

fn is_of_mainland(family: &str) -> bool {
    [" SC", " CN", "SimSun", "SimHei"].iter().any(|sign| family.contains(sign))
}

/// The error that no face shows some characters, with what to install.
pub(super) fn missing(characters: &BTreeSet<char>) -> RenderError {
    let has = |first: char, last: char| characters.range(first..=last).next().is_some();
    let remedy = if has('\u{2e80}', '\u{9fff}') {
        "install a Chinese one, such as Noto Serif CJK (Debian and Ubuntu: fonts-noto-cjk; \
         macOS and Windows: add Chinese to the languages of the system)"
    } else if has('\u{600}', '\u{6ff}') {
        "install an Arabic one, such as Amiri (Debian and Ubuntu: fonts-hosny-amiri; macOS \
         and Windows: add Arabic to the languages of the system)"
    } else {
        "install one that has, such as a Noto font of that script, or put its file into the \
         folder “fonts” beside your templates; or take the characters out"
    };
    let first: String = characters.iter().take(MOST_NAMED).map(|c| named(*c)).collect();
    let more = if characters.len() > MOST_NAMED { "…" } else { "" };
    RenderError::NoFace { characters: format!("“{first}{more}”"), remedy }
}

/// A character, or its number where it looks like nothing without the font it came from.
fn named(c: char) -> String {
    match c {
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. => format!("U+{:04X}", u32::from(c)),
        _ => c.to_string(),
    }
}

/// Which of the characters a file of the computer has.
pub(in crate::render) fn shown_by(
    file: &[u8],
    characters: &BTreeSet<char>,
) -> BTreeSet<char> {
    let infos: Vec<FontInfo> = FontInfo::iter(file).collect();
    let has = |c: &&char| infos.iter().any(|info| info.coverage.contains(u32::from(**c)));
    characters.iter().filter(has).copied().collect()
}

/// Spaces and signs that shape others are never drawn.
fn needs_a_face(c: char) -> bool {
    let is_ignored = matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{e0000}'..='\u{e0fff}'
    );
    !c.is_whitespace() && !c.is_control() && !is_ignored
}

/// All words that a page prints.
fn words_of(composition: &Composition) -> impl Iterator<Item = &str> {
    let head = composition.masthead.words().chain(composition.stamp.as_deref());
    let printed = |run: &&Run| run.kind != RunKind::Comment;
    let blocks = composition.blocks.iter().flat_map(move |block| {
        let runs = block.runs.iter().filter(printed).map(|run| run.text.as_str());
        block.number.as_deref().into_iter().chain(runs)
    });
    let notes = composition.notes.iter().flat_map(move |note| {
        let runs = note.runs.iter().filter(printed).map(|run| run.text.as_str());
        std::iter::once(note.mark.as_str()).chain(runs)
    });
    head.chain(blocks).chain(notes)
}
