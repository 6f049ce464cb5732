//! See [`Signature`].

/// Who changes a text, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// The name.
    pub author: String,
    /// The moment, as XML has it: “2020-09-28T12:00:00Z”.
    pub date: String,
}
