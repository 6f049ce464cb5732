//! See [`Template`].

use std::ops::Range;

use super::optional;

/// A stock paragraph, or a whole draft to start from, with places left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Its one name, in kebab case. A drafter's template of the same id replaces it.
    pub id: String,
    /// What it is for.
    pub title: String,
    /// Where it belongs.
    pub part: TemplatePart,
    /// The codes of the organs it is written for; empty for any.
    pub organs: Vec<String>,
    /// The text, with its placeholders in braces: `{session}`, and what may be left out
    /// between `{?` and `?}`. No number, and the ending of a paragraph in the middle of its
    /// part.
    pub text: String,
    /// The placeholders, in the order in which they are asked.
    pub placeholders: Vec<Placeholder>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// Where the formula comes from.
    pub source: String,
}

/// Where a template belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TemplatePart {
    /// In the preamble.
    Preambular,
    /// In the operative part.
    Operative,
    /// It is a whole draft.
    Document,
}

impl TemplatePart {
    /// Every part with its name in template files and lists.
    pub const ALL: &[(&str, Self)] = &[
        ("preambular", Self::Preambular),
        ("operative", Self::Operative),
        ("document", Self::Document),
    ];

    /// Its name in template files and lists.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, part)| *part == self).map_or("", |(word, _)| word)
    }
}

/// A place left open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// Its name in the text.
    pub name: String,
    /// What belongs there.
    pub kind: PlaceholderKind,
    /// The question to the drafter.
    pub prompt: String,
    /// An answer that gives a correct paragraph.
    pub example: String,
    /// The answers to choose from. For a placeholder of the kind `choice` there are no
    /// others.
    pub choices: Vec<String>,
    /// The answer that stands there until the drafter gives another.
    pub default: Option<String>,
    /// Where in the draft such an answer is found. It comes before the default.
    pub from: Option<DraftField>,
}

impl Placeholder {
    /// The question to the drafter, or without one the name.
    pub fn prompt(&self) -> &str {
        if self.prompt.is_empty() { &self.name } else { &self.prompt }
    }
}

/// What belongs in a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceholderKind {
    /// Anything.
    Text,
    /// A number, in words or figures.
    Number,
    /// A year: “2027”.
    Year,
    /// A date: “25 September 2015”.
    Date,
    /// A session in words: “eighty-second session”.
    Session,
    /// A resolution with its date: “70/1 of 25 September 2015”.
    Resolution,
    /// A document symbol: “A/HRC/60/1”.
    Symbol,
    /// A State as running text names it: “the Sudan”.
    State,
    /// The name of an organ: “Human Rights Council”.
    Organ,
    /// A treaty or declaration by its title.
    Instrument,
    /// One of the choices, and nothing else.
    Choice,
}

impl PlaceholderKind {
    /// Every kind with its name in template files.
    pub const ALL: &[(&str, Self)] = &[
        ("text", Self::Text),
        ("number", Self::Number),
        ("year", Self::Year),
        ("date", Self::Date),
        ("session", Self::Session),
        ("resolution", Self::Resolution),
        ("symbol", Self::Symbol),
        ("State", Self::State),
        ("organ", Self::Organ),
        ("instrument", Self::Instrument),
        ("choice", Self::Choice),
    ];

    /// Its name in template files.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(word, _)| word)
    }
}

/// Something that a draft says of itself, and that answers a placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftField {
    /// The name of its organ.
    Organ,
    /// Its session, in words.
    Session,
    /// The session after it, in words.
    NextSession,
    /// Its date.
    Date,
    /// The year of its date.
    Year,
    /// Its title, as the subject of a sentence.
    Title,
    /// Its symbol.
    Symbol,
}

impl DraftField {
    /// Every field with its name in template files.
    pub const ALL: &[(&str, Self)] = &[
        ("organ", Self::Organ),
        ("session", Self::Session),
        ("next session", Self::NextSession),
        ("date", Self::Date),
        ("year", Self::Year),
        ("title", Self::Title),
        ("symbol", Self::Symbol),
    ];
}

impl Template {
    /// Whether it is written for the organ of a code. A Main Committee drafts as the
    /// Assembly does.
    pub fn is_for(&self, code: &str) -> bool {
        let principal = code.split('/').next().unwrap_or(code);
        self.organs.is_empty()
            || self.organs.iter().any(|organ| organ == code || organ == principal)
    }

    /// The stretches of the text that may be left out, their marks included, in order.
    pub fn optional_parts(&self) -> Vec<Range<usize>> {
        optional::parts_in(self.text.trim_end()).unwrap_or_default()
    }

    /// The example of each placeholder: answers that give a correct paragraph.
    pub fn examples(&self) -> Vec<(String, String)> {
        let pair = |p: &Placeholder| (p.name.clone(), p.example.clone());
        self.placeholders.iter().map(pair).collect()
    }
}
