//! From what authors bring to draft text: the other way in.
//!
//! The reader of a format makes a [`manuscript`] of a file: its lines, with what the format
//! knows of them. [`understanding`] finds masthead, paragraphs, notes and closing lines in
//! it, and [`write`] says them as a draft. To add a format, write its reader and add its
//! `FORMAT` to [`FORMATS`].

mod furniture;
mod manuscript;
mod raw_text;
mod understanding;
mod write;

use crate::conventions::Language;
use manuscript::Manuscript;

/// A text of another format, as a draft.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The draft text, front matter included.
    pub text: String,
    /// What the places of the original are counted in.
    pub unit: Unit,
    /// For each line of `text`, the place of the original where it begins, counted from 1;
    /// 0 where nothing of the original stands on it.
    pub places: Vec<usize>,
    /// What was not carried over: page furniture, job numbers, notes of the conversion.
    pub set_aside: Vec<SetAside>,
    /// The language found.
    pub language: Language,
    /// The resolutions of the file, in order: one, but for pages that print several.
    pub texts: Vec<TextFound>,
    /// Which of `texts` the draft is, counted from 1.
    pub text_read: usize,
}

/// A resolution of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextFound {
    /// Its number, where it has one.
    pub number: Option<String>,
    /// Its title, empty where it has none.
    pub title: String,
    /// Its place in the original, counted from 1.
    pub place: usize,
}

/// Something of the original that has no place in a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside {
    /// Its place in the original, counted from 1; 0 where it has none in the run of the
    /// text, as the head of every page.
    pub place: usize,
    /// What it was taken for: “job number”, “page number”, “running head”.
    pub what: &'static str,
    /// The words.
    pub text: String,
}

/// What the places of an original are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Lines of a text.
    #[default]
    Line,
    /// Paragraphs of a Word file or a web page.
    Paragraph,
    /// Pages of a PDF.
    Page,
}

impl Unit {
    /// The word for it: “line”.
    pub fn word(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Paragraph => "paragraph",
            Self::Page => "page",
        }
    }
}

/// What the person may choose about an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// What becomes of tracked changes and comments.
    pub changes: Changes,
    /// Which of several resolutions in one file is read, counted from 1; the first, where
    /// nothing is said.
    pub text: Option<usize>,
}

/// What becomes of the tracked changes of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Changes {
    /// They are kept as the negotiation marks of the draft, comments too.
    #[default]
    Keep,
    /// The text as proposed, without comments.
    Accept,
    /// The text as it was, without comments.
    Reject,
}

/// A format that can be read.
#[derive(Debug)]
pub struct Format {
    /// What people call it: “Word file”.
    pub name: &'static str,
    /// How the names of its files end.
    pub extensions: &'static [&'static str],
    /// Whether bytes are of this format. Names of files mislead, so bytes decide.
    is_it: fn(&[u8]) -> bool,
    /// Reads them.
    read: fn(&[u8], &Options) -> Result<Manuscript, ImportError>,
}

/// Every format but plain text, which is what is left.
pub static FORMATS: &[&Format] = &[];

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// It is of no kind that can be read.
    #[error("it is {what}; {remedy}")]
    NoText {
        /// What it seems to be.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// It holds fewer resolutions.
    #[error("it has no resolution {wanted}; {}", holds(*.held))]
    NoSuchText {
        /// The one that was asked for, counted from 1.
        wanted: usize,
        /// How many there are.
        held: usize,
    },
    /// It is not UTF-8.
    #[error("line {line} is not UTF-8 text; save the file as UTF-8 and try again")]
    NotUtf8 {
        /// The line of the first wrong byte.
        line: usize,
    },
}

/// Makes a draft of the bytes of a file.
pub fn read(bytes: &[u8], options: &Options) -> Result<Imported, ImportError> {
    match FORMATS.iter().find(|format| (format.is_it)(bytes)) {
        Some(format) => {
            understanding::understand((format.read)(bytes, options)?, options.text)
        }
        None => understanding::understand(raw_text::read(text(bytes)?), options.text),
    }
}

/// Reads raw text: copied or extracted from a document of the United Nations.
pub fn raw_text(text: &str) -> Imported {
    understanding::understand_first(raw_text::read(text))
}

/// How many resolutions a file holds, in words.
fn holds(count: usize) -> String {
    match count {
        0 | 1 => "it holds one".to_owned(),
        _ => format!("it holds {count}"),
    }
}

/// The text that bytes are.
pub fn text(bytes: &[u8]) -> Result<&str, ImportError> {
    if let Some((what, remedy)) = no_text(bytes) {
        return Err(ImportError::NoText { what, remedy });
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        ImportError::NotUtf8 { line: memchr::memchr_iter(b'\n', before).count() + 1 }
    })
}

/// What bytes are that are no text, and what to do about it.
fn no_text(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let save_as_text = "save it as plain text in UTF-8 and open that";
    if bytes.starts_with(b"PK\x03\x04") {
        Some(("a Word or other zipped file", save_as_text))
    } else if bytes.starts_with(b"%PDF-") {
        Some(("a PDF", "copy its text into a .txt file and open that"))
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        Some(("UTF-16 text", save_as_text))
    } else if memchr::memchr(0, bytes).is_some() {
        Some(("binary data, not text", "name a text file"))
    } else {
        None
    }
}
