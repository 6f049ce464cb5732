//! See [`FaceFile`].

use std::collections::BTreeSet;
use std::fmt;
use std::sync::Arc;

/// A file of faces that lies on the drafter's computer, for the scripts of which the
/// program has no face of its own.
#[derive(Clone, PartialEq, Eq)]
pub struct FaceFile {
    /// The file as it was read.
    pub bytes: Arc<[u8]>,
}

impl FaceFile {
    /// Which of the characters it can show.
    pub fn shows(&self, characters: &BTreeSet<char>) -> BTreeSet<char> {
        super::pdf::shown_by(&self.bytes, characters)
    }
}

impl fmt::Debug for FaceFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FaceFile({} bytes)", self.bytes.len())
    }
}
