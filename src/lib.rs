//! Zerodraft: the drafting desk for United Nations resolutions.
pub mod conventions;
pub mod fix;
pub mod import;
pub mod library;
pub mod lint;
pub mod model;
pub mod syntax;
pub mod text;
pub mod tui;
pub mod workspace;
