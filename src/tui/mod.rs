//! The desk: outline, text and findings of one draft.
//!
//! A key becomes an [`Action`], an action changes the [`Desk`], the desk is drawn. What
//! is to be done outside comes off the desk as [`Command`]s, so a test is a list of keys
//! and the screen they lead to.

mod action;
mod answers;
mod asking;
mod base;
mod chooser;
mod choosing;
mod clipboard;
mod command;
mod custody;
mod deeds;
mod desk;
mod editor;
mod explanation;
mod filling;
mod filter;
mod findings;
mod input;
mod keys;
mod line_ends;
mod lines;
mod loading;
mod motion;
mod mouse;
mod names;
mod outline;
mod outlining;
mod paragraphs;
mod plain;
mod popup;
mod popup_keys;
mod pressing;
mod replacing;
mod rows;
mod running;
mod showing;
mod snapshots;
mod spelling;
mod stencilling;
mod terminal;
mod theme;
mod view;
mod viewing;
mod views;
mod whereabouts;
mod wrap;

pub use action::{Action, KEYS, Key, Motion};
pub use command::Command;
pub use desk::Desk;
pub use keys::Keys;
pub use lines::Lines;
pub use mouse::Mouse;
pub use plain::run_plain;
pub use popup_keys::{InPopup, POPUP_KEYS};
pub use running::{Session, TuiError, run};
pub use theme::Theme;
pub use view::draw;
