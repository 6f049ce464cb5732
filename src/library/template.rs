//! See [`Template`].

use serde::Deserialize;

/// A stock paragraph, or a whole draft to start from, with places left open.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Its one name, in kebab case. A drafter's template of the same id replaces it.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// Where it belongs.
    pub part: TemplatePart,
    /// The codes of the organs it is written for; empty for any.
    #[serde(default)]
    pub organs: Vec<String>,
    /// The text, with its placeholders in braces: `{session}`. No number, and the ending
    /// of a paragraph in the middle of its part.
    pub text: String,
    /// The placeholders, in the order in which they are asked.
    #[serde(default)]
    pub placeholders: Vec<Placeholder>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Where the formula comes from.
    #[serde(default)]
    pub source: String,
}

/// Where a template belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TemplatePart {
    /// In the preamble.
    Preambular,
    /// In the operative part.
    Operative,
    /// It is a whole draft.
    Document,
}

impl TemplatePart {
    /// The word for it in lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Preambular => "preambular",
            Self::Operative => "operative",
            Self::Document => "document",
        }
    }
}

/// A place left open.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placeholder {
    /// Its name in the text.
    pub name: String,
    /// What belongs there.
    pub kind: PlaceholderKind,
    /// The question to the drafter.
    #[serde(default)]
    pub prompt: String,
    /// An answer that gives a correct paragraph.
    pub example: String,
    /// The answers to choose from, where the choice is closed.
    #[serde(default)]
    pub choices: Vec<String>,
}

/// What belongs in a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum PlaceholderKind {
    /// A resolution with its date: “70/1 of 25 September 2015”.
    #[serde(rename = "resolution")]
    Resolution,
    /// A date: “25 September 2015”.
    #[serde(rename = "date")]
    Date,
    /// A session in words: “eighty-second session”.
    #[serde(rename = "session")]
    Session,
    /// A State as running text names it: “the Sudan”.
    #[serde(rename = "State")]
    State,
    /// The name of an organ: “Human Rights Council”.
    #[serde(rename = "organ")]
    Organ,
    /// A number, in words or figures.
    #[serde(rename = "number")]
    Number,
    /// Anything.
    #[serde(rename = "text")]
    Text,
}

impl Template {
    /// Whether it is written for the organ of a code. A Main Committee drafts as the
    /// Assembly does.
    pub fn is_for(&self, code: &str) -> bool {
        let principal = code.split('/').next().unwrap_or(code);
        self.organs.is_empty()
            || self.organs.iter().any(|organ| organ == code || organ == principal)
    }

    /// The example of each placeholder: answers that give a correct paragraph.
    pub fn examples(&self) -> Vec<(String, String)> {
        let pair = |p: &Placeholder| (p.name.clone(), p.example.clone());
        self.placeholders.iter().map(pair).collect()
    }
}
