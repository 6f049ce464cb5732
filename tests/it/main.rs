//! Everything that looks at Zerodraft from outside, in one test binary.
#![expect(clippy::unwrap_used, clippy::string_slice, reason = "a failed test may panic")]

mod architecture;
mod formats;
mod import;
mod stories;
mod syntax;
mod tables;
mod templates;
