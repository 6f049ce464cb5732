//! One file per command.

pub(super) mod compare;
pub(super) mod completions;
pub(super) mod desk;
pub(super) mod explain;
pub(super) mod import;
pub(super) mod lint;
pub(super) mod man;
pub(super) mod new;
pub(super) mod render;
pub(super) mod rules;
pub(super) mod show;
pub(super) mod snapshots;
pub(super) mod templates;
