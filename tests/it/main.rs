//! Everything that looks at Zerodraft from outside, in one test binary.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a failed test may panic"
)]

mod akoma_ntoso;
mod akoma_ntoso_schema;
mod architecture;
mod bases;
mod comparing;
mod desk;
mod drafting;
mod every_word;
mod formats;
mod import;
mod keeping;
mod laws;
#[cfg(feature = "pdf")]
mod line_breaks;
mod lines;
mod nothing_lost;
mod office;
mod page_options;
mod panes;
mod paper;
mod papers;
mod pdf;
#[cfg(feature = "pdf")]
mod pdf_pages;
mod profiles;
mod readme;
mod real_texts;
mod reports;
mod revisions;
mod round_trips;
mod rows;
mod rule_pages;
mod running;
mod saying;
mod seeds;
mod settings;
mod soak;
mod spelling;
mod stencils;
mod stories;
mod syntax;
mod tables;
mod templates;
mod terminal;
mod tracked_fixes;
#[cfg(not(feature = "pdf"))]
mod without_pdf;
mod word_files;
mod word_pages;
mod word_parts;
