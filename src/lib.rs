//! Zerodraft: the drafting desk for United Nations resolutions.
pub mod cli;
pub mod conventions;
pub mod fix;
pub mod import;
pub mod library;
pub mod lint;
pub mod model;
pub mod render;
pub mod syntax;
pub mod text;
pub mod workspace;
