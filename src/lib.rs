//! Zerodraft: the drafting desk for United Nations resolutions.
pub mod text;
