//! From what authors bring to draft text: the other way in.
//!
//! The reader of a format makes a `manuscript` of a file: its lines, with what the format
//! knows of them. `understanding` finds masthead, paragraphs, notes and closing lines in
//! it, and `write` says them as a draft. To add a format, write its reader and add its
//! `FORMAT` to [`FORMATS`].

mod akoma_ntoso;
mod docx;
mod encoding;
mod furniture;
mod html;
mod manuscript;
mod pdf;
mod peers;
mod raw_text;
mod understanding;
mod write;

pub use docx::origins;

use crate::conventions::Language;
use encoding::Decoded;
use manuscript::Manuscript;
#[cfg(all(test, feature = "pdf"))]
pub(crate) use pdf::drawn as drawn_by_pdf;

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
    /// The encoding of a text that was not in UTF-8: “windows-1252”.
    pub encoding: Option<&'static str>,
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

/// What hidden words of a Word file are called among those set aside.
pub const HIDDEN_TEXT: &str = "hidden text";

/// What the colour under some words of a Word file is called there; the words themselves
/// are in the draft.
pub const HIGHLIGHT: &str = "highlight";

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

/// What a page of a PDF draws, in points from its upper left corner.
#[cfg(all(test, feature = "pdf"))]
pub(crate) struct DrawnPage {
    /// Letters, with their left and right edges and their baseline.
    pub(crate) glyphs: Vec<(String, [f64; 3])>,
    /// Horizontal rules: left and right end, height.
    pub(crate) rules: Vec<[f64; 3]>,
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
pub static FORMATS: &[&Format] =
    &[&docx::FORMAT, &pdf::FORMAT, &html::FORMAT, &akoma_ntoso::FORMAT, &peers::FORMAT];

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// There is nothing to read.
    #[error("it is empty; name a file that holds a text")]
    Empty,
    /// It is of no kind that can be read.
    #[error("it is {what}; {remedy}")]
    NoText {
        /// What it seems to be.
        what: &'static str,
        /// What to do.
        remedy: &'static str,
    },
    /// A part of it is broken.
    #[error(
        "its part “{part}” is broken at line {line}: {cause}; open it in Word, save it \
         again, and try that file"
    )]
    Broken {
        /// The name of the part.
        part: String,
        /// The line of the part.
        line: usize,
        /// What is wrong.
        cause: String,
    },
    /// It is XML that cannot be read.
    #[error("line {line} is no good XML: {what}; {remedy}")]
    Xml {
        /// The line.
        line: usize,
        /// What is wrong.
        what: String,
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
    if encoding::is_empty(bytes) {
        return Err(ImportError::Empty);
    }
    let format = FORMATS.iter().find(|format| (format.is_it)(bytes));
    let manuscript = if let Some(format) = format {
        (format.read)(bytes, options)?
    } else {
        let Decoded { text, encoding } = encoding::any(bytes)?;
        Manuscript { encoding, ..raw_text::read(&text) }
    };
    understanding::understand(manuscript, options.text)
}

/// Whether bytes are a Word file, or another archive.
pub fn is_word(bytes: &[u8]) -> bool {
    (docx::FORMAT.is_it)(bytes)
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

/// The text of a draft, which is in UTF-8.
pub fn text(bytes: &[u8]) -> Result<&str, ImportError> {
    encoding::utf8(bytes)
}
