//! Zerodraft: the drafting desk for United Nations resolutions.
//!
//! # How a draft flows
//!
//! ```text
//!  .txt .docx .pdf .html .xml ─▶ import ─▶ draft text, and what was set aside
//!                                              │
//!  .md ──────────────┬─────────────────────────┘
//!                    ▼
//!  draft text ─▶ Source ─▶ syntax::parse ─▶ Resolution ─▶ lint::check ─▶ Diagnostics
//!                    ▲                            │                           │
//!                    └───── fix::settle ◀─────────┼───────────────────────────┘
//!                                                 ├──▶ compare ─▶ what became of what
//!                                                 └──▶ render ─▶ txt, md, html, docx, pdf, xml
//! ```
//!
//! # Rooms
//!
//! Each room is a folder with one door, its `mod.rs`. A room may use the rooms listed
//! before it and no others; `tests/it/architecture.rs` holds us to that.
//!
//! 1. [`text`]: bytes, ranges, edits, words. Knows nothing of resolutions.
//! 2. [`conventions`]: what the United Nations writes, as tables.
//! 3. [`model`]: what a resolution is.
//! 4. [`syntax`]: from draft text to model. Never fails.
//! 5. [`import`]: from what authors bring to draft text.
//! 6. [`lint`]: from model to diagnostics. Never writes.
//! 7. [`fix`]: from diagnostics to text. The only room that changes a draft.
//! 8. [`compare`]: two texts, paragraph by paragraph.
//! 9. [`render`]: from model to files.
//! 10. [`library`]: the templates.
//! 11. [`drafting`]: what a drafter does to whole paragraphs.
//! 12. [`workspace`]: what lies on the drafter's disk.
//! 13. [`tui`]: the desk. Draws, and never judges.
//! 14. [`cli`]: the command line.
//!
//! # What always holds
//!
//! - Parsing never fails; a half-written draft is a draft.
//! - The blocks of a source tile it: their texts joined are the source, byte for byte.
//! - All offsets are bytes in one [`text::Source`]. Lines and columns are made when a
//!   person or a program asks, and nowhere stored.
//! - `lint` changes nothing. A fix is edits, never a reprint: bytes outside them stay.
//! - A fix that is tracked in a Word file leaves it as it was, once it is rejected.
//! - An editorial fix never changes meaning; applying all of them twice is applying them
//!   once; they never add a finding.
//! - Renderers take a resolution and return bytes: no clock, no network, no file.
//! - Rooms 1 to 9 touch no file, clock, network or environment. `library` reads only
//!   where it is told to; `workspace` knows where things lie; only `tui` and `cli` print,
//!   read keys or choose an exit code.
//! - What a convention says is in a table; what a rule does about it is in code.

pub mod cli;
pub mod compare;
pub mod conventions;
pub mod drafting;
pub mod fix;
pub mod import;
pub mod library;
pub mod lint;
pub mod model;
pub mod render;
pub mod syntax;
pub mod text;
pub mod tui;
pub mod workspace;
