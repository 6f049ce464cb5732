//! What lies on the drafter's disk: drafts, folders, settings, dictionaries, the viewer, and what is kept
//! of a draft outside its file.

pub mod baselines;
pub mod claims;
pub mod dictionaries;
pub mod drafts;
pub mod emblems;
pub mod folders;
pub mod fonts;
pub mod keeping;
pub mod leftovers;
pub mod own_words;
mod places;
pub mod recovery;
pub mod settings;
pub mod snapshots;
pub mod stencils;
pub mod steps;
pub mod viewer;
pub mod walk;
