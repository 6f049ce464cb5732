//! What lies on the drafter's disk: drafts, folders, recovery files, settings, and the viewer.

pub mod baselines;
pub mod drafts;
pub mod emblems;
pub mod folders;
pub mod fonts;
pub mod recovery;
pub mod settings;
pub mod viewer;
pub mod walk;
