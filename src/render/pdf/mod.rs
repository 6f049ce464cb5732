//! A PDF file, set by Typst: tagged, for archives (PDF/A-2a) and for readers of all
//! abilities (PDF/UA-1).
//!
//! The source that Typst runs, `page.typ`, is the same for every draft. What stands on the
//! page comes to it as data, so that nothing in a draft can run.

mod blocks;
mod faces;
mod masthead;
mod page;
#[cfg(test)]
mod tests;
mod world;

use std::collections::BTreeSet;

use typst::comemo;
use typst::diag::SourceDiagnostic;
use typst::ecow::EcoVec;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

use super::composition::Composition;
use super::{Feature, Format, Options, RenderError};
use faces::Faces;
pub(super) use faces::shown_by;
use world::Desk;

pub(super) static FORMAT: Format = Format {
    name: "pdf",
    extensions: &["pdf"],
    summary: "the page as it is issued, for print, archives and screen readers",
    shows: &[
        Feature::DraftStamp,
        Feature::LineNumbers,
        Feature::PlainMasthead,
        Feature::Emblem,
    ],
    write,
};

/// For how many pages set since what Typst remembers of one is kept.
const PAGES_REMEMBERED: usize = 5;

/// The characters of a page of which the program has no face, so that it needs one of the
/// computer.
pub(super) fn foreign_characters(composition: &Composition) -> BTreeSet<char> {
    Faces::new(&[]).lacking(composition)
}

fn write(composition: &Composition, options: &Options) -> Result<Vec<u8>, RenderError> {
    let faces = Faces::new(&options.faces);
    let lacking = faces.lacking(composition);
    if !lacking.is_empty() {
        return Err(faces::missing(&lacking));
    }
    let page = serde_json::to_vec(&page::page(composition, &faces));
    let page = page.map_err(|cause| RenderError::Pdf(cause.to_string()))?;
    let emblem = composition.masthead.emblem.as_ref();
    let emblem = emblem
        .map(|emblem| (masthead::emblem_file(emblem.picture), emblem.bytes.clone()));
    let files = emblem.into_iter().chain([("page.json", page)]);
    let desk = Desk::new(files, &faces);
    let desk = desk.ok_or_else(|| RenderError::Pdf("a file has no name".to_owned()))?;
    let document =
        typst::compile::<PagedDocument>(&desk).output.map_err(|e| refused(&e))?;
    let pdf = typst_pdf::pdf(&document, &pdf_options(composition)?);
    comemo::evict(PAGES_REMEMBERED);
    pdf.map_err(|errors| refused(&errors))
}

fn pdf_options(composition: &Composition) -> Result<PdfOptions, RenderError> {
    // An archive wants to know when a file was made, which an undated draft does not say.
    let standards: &[PdfStandard] = match composition.made {
        Some(_) => &[PdfStandard::A_2a, PdfStandard::Ua_1],
        None => &[PdfStandard::Ua_1],
    };
    let standards = PdfStandards::new(standards)
        .map_err(|cause| RenderError::Pdf(cause.message().to_string()))?;
    let made = composition.made.and_then(|made| {
        Datetime::from_ymd_hms(
            i32::from(made.year()),
            u8::try_from(made.month()).ok()?,
            u8::try_from(made.day()).ok()?,
            u8::try_from(made.hour()).ok()?,
            u8::try_from(made.minute()).ok()?,
            u8::try_from(made.second()).ok()?,
        )
    });
    Ok(PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("Zerodraft".to_owned())),
        timestamp: made.map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    })
}

fn refused(errors: &EcoVec<SourceDiagnostic>) -> RenderError {
    let words = errors.iter().map(|error| error.message.to_string());
    RenderError::Pdf(words.collect::<Vec<_>>().join("; "))
}
