//! A resolution as a page: one description for all formats, and a file for each.
//!
//! [`composition::compose`] decides what stands on the page and in which words; a format
//! only decides how its file says so. To add a format, write `render/<format>.rs` with its
//! `FORMAT` and add it to [`FORMATS`].

mod akoma_ntoso;
pub mod composition;
mod docx;
mod emblem;
mod face_file;
mod html;
mod labels;
mod markdown;
mod options;
#[cfg(feature = "pdf")]
mod pdf;
#[cfg(not(feature = "pdf"))]
#[path = "without_pdf.rs"]
mod pdf;
mod revision;
mod sheet;
mod text;

use std::collections::BTreeSet;

use crate::model::Resolution;

use composition::{Composition, compose};
pub use emblem::{Emblem, EmblemError, Picture};
pub use face_file::FaceFile;
pub use options::{Feature, Layer, Options, PageOptions};
pub use revision::revise;

/// A way to write a composition down.
#[derive(Debug)]
pub struct Format {
    /// Its name: “docx”.
    pub name: &'static str,
    /// How the names of its files end, the usual one first.
    pub extensions: &'static [&'static str],
    /// What it is good for, in a line.
    pub summary: &'static str,
    /// What it can show of what the drafter may choose about the page.
    pub shows: &'static [Feature],
    /// Writes the whole file.
    pub write: fn(&Composition, &Options) -> Result<Vec<u8>, RenderError>,
}

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The format has no place for what the drafter chose.
    #[error("“{format}” does not show {feature}; these do: {able}")]
    NotShown {
        /// The format.
        format: &'static str,
        /// What was chosen.
        feature: &'static str,
        /// The formats that show it.
        able: String,
    },
    /// The parts of a Word file could not be packed.
    #[error("cannot pack the Word file: {0}")]
    Pack(#[from] zip::result::ZipError),
    /// A part of a Word file is too large to be packed.
    #[error("cannot pack “{part}” into the Word file: {cause}")]
    Part {
        /// The name of the part.
        part: String,
        /// What the packer said.
        #[source]
        cause: std::io::Error,
    },
    /// The program cannot write PDF files.
    #[error(
        "this program was built without PDF: build it with “cargo build --release”, or \
         render to “.docx” and save that as PDF"
    )]
    BuiltWithoutPdf,
    /// No face shows the words.
    #[error("no font of this computer has {characters}: {remedy}, then render again")]
    NoFace {
        /// The characters, the first of them.
        characters: String,
        /// What to install.
        remedy: &'static str,
    },
    /// The page could not be set as a PDF.
    #[error("cannot set the page as PDF: {0}")]
    Pdf(String),
}

/// Every format, the plainest first.
pub static FORMATS: &[&Format] = &[
    &text::FORMAT,
    &markdown::FORMAT,
    &html::FORMAT,
    &docx::FORMAT,
    &pdf::FORMAT,
    &akoma_ntoso::FORMAT,
];

/// The format of a name or a file name extension, in either case: “docx”, “.DOCX”.
pub fn format_for(name_or_extension: &str) -> Option<&'static Format> {
    let wanted = name_or_extension.trim().trim_start_matches('.');
    let is_it = |format: &&&Format| {
        let mut names = std::iter::once(&format.name).chain(format.extensions);
        names.any(|name| name.eq_ignore_ascii_case(wanted))
    };
    FORMATS.iter().find(is_it).copied()
}

/// The characters of the page for which a file in this format needs a font of the
/// computer, in [`Options::faces`].
pub fn foreign_characters(
    resolution: &Resolution,
    format: &Format,
    options: &Options,
) -> BTreeSet<char> {
    if format.name != pdf::FORMAT.name {
        return BTreeSet::new();
    }
    pdf::foreign_characters(&compose(resolution, options))
}

/// Sets a resolution on the page of its organ and writes it down.
pub fn render(
    resolution: &Resolution,
    format: &Format,
    options: &Options,
) -> Result<Vec<u8>, RenderError> {
    let refused = options.page.features().find(|feature| !format.shows.contains(feature));
    if let Some(feature) = refused {
        return Err(feature.refused_by(format.name));
    }
    (format.write)(&compose(resolution, options), options)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_is_known_by_its_name_and_its_extensions() {
        for (wanted, name) in [("docx", "docx"), (".TXT", "text"), ("htm", "html")] {
            assert_eq!(format_for(wanted).unwrap().name, name);
        }
        assert!(format_for("odt").is_none());
    }
}
