//! See [`Diagnostic`].

use super::{Rule, Severity};
use crate::text::{Edit, TextRange};

/// One finding of one rule at one place.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that spoke.
    pub rule: &'static Rule,
    /// How much it matters here.
    pub severity: Severity,
    /// Where.
    pub range: TextRange,
    /// What usage is, in a sentence without a full stop; the thing first.
    pub message: String,
    /// What to do about it, where the message does not say so already.
    pub help: Option<String>,
    /// The paragraph: `OP 2 (a)`, `title`, `sponsors`.
    pub paragraph: Option<String>,
    /// The ways to mend it, the best first. Usually one or none.
    pub fixes: Vec<Fix>,
}

/// Edits that together mend one finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as a person would choose it: “end with a semicolon”.
    pub title: String,
    /// What applying the edits does to the meaning of the draft.
    pub effect: Effect,
    /// The edits. Either all are applied or none is.
    pub edits: Vec<Edit>,
}

/// What a fix does to the meaning of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Effect {
    /// The meaning is kept; `lint --fix` applies it.
    Editorial,
    /// The meaning may change; a person, or `lint --fix-all`, applies it.
    Substantive,
}

impl Effect {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Editorial => "editorial",
            Self::Substantive => "substantive",
        }
    }
}

impl Fix {
    /// A fix that keeps the meaning.
    pub fn editorial(title: impl Into<String>, edits: impl Into<Vec<Edit>>) -> Self {
        Self { title: title.into(), effect: Effect::Editorial, edits: edits.into() }
    }

    /// A fix that may change the meaning.
    pub fn substantive(title: impl Into<String>, edits: impl Into<Vec<Edit>>) -> Self {
        Self { title: title.into(), effect: Effect::Substantive, edits: edits.into() }
    }
}
