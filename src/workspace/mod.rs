//! What lies on the drafter's disk: drafts, folders, recovery files.

pub mod drafts;
pub mod folders;
pub mod recovery;
