//! See [`Rule`].

use std::cmp::Ordering;

use super::known_words::Lexicon;
use super::readings::Readings;
use super::{Diagnostic, Fix, House};
use crate::conventions::organs::Organ;
use crate::conventions::symbols::SymbolKind;
use crate::conventions::{Conventions, Language};
use crate::model::{Paragraph, Prose, Resolution, Stage};
use crate::text::{Source, TextRange};

/// One thing that can be wrong with a draft.
#[derive(Debug)]
pub struct Rule {
    /// The one name of the rule, which reads well after “allow”. It is also the name of
    /// its files.
    pub name: &'static str,
    /// Where the rule stands in the list a drafter reads.
    pub family: Family,
    /// One line: what is wrong when the rule speaks.
    pub summary: &'static str,
    /// How much it matters, unless the rule or the drafter says otherwise.
    pub severity: Severity,
    /// The languages in which it speaks; empty for all.
    pub languages: &'static [Language],
    /// The page `zerodraft explain` prints. Its examples are the rule's tests.
    pub explanation: &'static str,
    /// Looks for the thing.
    pub check: fn(&Draft, &mut Report),
}

/// What a rule may look at.
///
/// What several rules want of the words (the running text, quotations, citations,
/// references to paragraphs) they ask of the draft, which reads it once.
#[derive(Debug)]
pub struct Draft<'a> {
    /// The text.
    pub source: &'a Source,
    /// What the United Nations writes in the language of the draft.
    pub conventions: &'a Conventions,
    /// The text, understood.
    pub resolution: &'a Resolution,
    /// How the drafter's house writes, where it says so.
    pub house: Option<&'a House>,
    /// The day on which it is checked, where that matters.
    pub today: Option<jiff::civil::Date>,
    /// Whether it is checked as it is about to be tabled.
    pub is_submitted: bool,
    /// The words that are known, where a dictionary says so.
    pub(super) lexicon: Option<Lexicon<'a>>,
    paragraphs: Vec<&'a Paragraph>,
    /// For [`scan::running_text`](super::scan::running_text).
    pub(super) running_text: Vec<&'a Prose>,
    pub(super) readings: Readings,
}

impl<'a> Draft<'a> {
    /// A draft, the text as it was understood, and nothing of who checks it, and when.
    pub fn new(source: &'a Source, resolution: &'a Resolution) -> Self {
        let conventions = Conventions::of(resolution.language);
        let parts = resolution.with_parts();
        let paragraphs: Vec<_> = parts.flat_map(Resolution::paragraphs).collect();
        let in_annexes = resolution
            .annexes
            .iter()
            .flat_map(|annex| &annex.paragraphs)
            .flat_map(Paragraph::with_descendants);
        let all = paragraphs.iter().copied().chain(in_annexes);
        let running_text = all
            .map(|paragraph| &paragraph.prose)
            .filter(|prose| !prose.text.starts_with('|'))
            .collect();
        let readings = Readings::default();
        Self {
            source,
            conventions,
            resolution,
            house: None,
            today: None,
            is_submitted: false,
            lexicon: None,
            paragraphs,
            running_text,
            readings,
        }
    }

    /// Every paragraph and subparagraph, those of parts included.
    pub fn paragraphs(&self) -> impl Iterator<Item = &'a Paragraph> {
        self.paragraphs.iter().copied()
    }

    /// The organ that speaks, where known.
    pub fn organ(&self) -> Option<&'static Organ> {
        self.resolution.organ
    }

    /// Whether the organ is the one of that code, a committee counting as its parent.
    pub fn is_of(&self, code: &str) -> bool {
        self.organ().is_some_and(|organ| {
            organ.code == code || organ.parent.as_deref() == Some(code)
        })
    }

    /// Whether the text is adopted, so that nothing of a draft may be left in it.
    pub fn is_adopted(&self) -> bool {
        self.resolution.stage == Stage::Adopted
    }

    /// Whether the text is tabled: it has the symbol of a draft, or is about to get one.
    pub fn is_tabled(&self) -> bool {
        let symbol = self.resolution.masthead.symbol.as_ref();
        let is_of_a_draft =
            symbol.is_some_and(|symbol| symbol.value.kind == SymbolKind::Draft);
        !self.is_adopted() && (self.is_submitted || is_of_a_draft)
    }

    /// The resolution and its parts, where the draft is one: decisions, statements and
    /// amendments have paragraphs of another form.
    pub fn resolutions(&self) -> impl Iterator<Item = &'a Resolution> {
        let is_resolution = self.resolution.kind == crate::model::Kind::Resolution;
        self.resolution.with_parts().filter(move |_| is_resolution)
    }

    /// The line break that the draft uses.
    pub fn line_break(&self) -> &'static str {
        if self.source.text().contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// What a rule is about.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// Organ line, preamble and operative part, and their order.
    Structure,
    /// Symbol, session, date, agenda item, title.
    Masthead,
    /// The list of sponsors.
    Sponsors,
    /// Numbers and letters.
    Numbering,
    /// The words that open a paragraph.
    Openings,
    /// Endings and typography.
    Punctuation,
    /// Resolutions, instruments and paragraphs referred to.
    Citations,
    /// Spelling and terms.
    Style,
    /// What must be settled before a draft is tabled.
    Submission,
}

impl Family {
    /// The word for it in JSON and in lists.
    pub fn word(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Masthead => "masthead",
            Self::Sponsors => "sponsors",
            Self::Numbering => "numbering",
            Self::Openings => "openings",
            Self::Punctuation => "punctuation",
            Self::Citations => "citations",
            Self::Style => "style",
            Self::Submission => "submission",
        }
    }
}

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Advice.
    Note,
    /// Usage says otherwise.
    Warning,
    /// It breaks the form; the editors would send it back.
    Error,
}

impl Severity {
    /// The word for it in JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// One degree less; a note stays a note.
    #[must_use]
    pub fn lower(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Note => Self::Note,
        }
    }

    /// One degree more; an error stays an error.
    #[must_use]
    pub fn higher(self) -> Self {
        match self {
            Self::Note => Self::Warning,
            Self::Warning | Self::Error => Self::Error,
        }
    }

    /// What becomes of it where a rule that is usually as loud as `usual` may be as loud
    /// as `loudest`: a doubt that the rule speaks more quietly stays as much quieter.
    #[must_use]
    pub(super) fn tuned(self, usual: Self, loudest: Self) -> Self {
        let moved = match usual.cmp(&loudest) {
            Ordering::Equal => self,
            Ordering::Greater if usual == loudest.higher() => self.lower(),
            Ordering::Greater => self.lower().lower(),
            Ordering::Less if usual.higher() == loudest => self.higher(),
            Ordering::Less => self.higher().higher(),
        };
        moved.min(loudest)
    }
}

/// Where a rule puts what it finds.
#[derive(Debug)]
pub struct Report<'a> {
    rule: &'static Rule,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Report<'a> {
    pub(super) fn new(rule: &'static Rule, diagnostics: &'a mut Vec<Diagnostic>) -> Self {
        Self { rule, diagnostics }
    }

    /// Reports a finding. What it returns can be told more: its fix, its help, how much
    /// it matters here.
    pub fn flag(&mut self, range: TextRange, message: impl Into<String>) -> Finding<'_> {
        self.diagnostics.push(Diagnostic {
            rule: self.rule,
            severity: self.rule.severity,
            range,
            message: message.into(),
            help: None,
            paragraph: None,
            fixes: Vec::new(),
        });
        let last = self.diagnostics.len() - 1;
        Finding { diagnostic: &mut self.diagnostics[last] }
    }
}

/// A finding that was just reported.
#[derive(Debug)]
pub struct Finding<'a> {
    diagnostic: &'a mut Diagnostic,
}

#[expect(clippy::return_self_not_must_use, reason = "a finding is reported already")]
impl Finding<'_> {
    /// Offers a way to mend it.
    pub fn fix(self, fix: Fix) -> Self {
        self.diagnostic.fixes.push(fix);
        self
    }

    /// Offers the ways to mend it, if there are any.
    pub fn fixes(self, fixes: impl IntoIterator<Item = Fix>) -> Self {
        self.diagnostic.fixes.extend(fixes);
        self
    }

    /// Says what to do about it.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.diagnostic.help = Some(help.into());
        self
    }

    /// Says how much it matters here.
    pub fn severity(self, severity: Severity) -> Self {
        self.diagnostic.severity = severity;
        self
    }

    /// Names the place, where it is not a paragraph of the text.
    pub fn place(self, place: impl Into<String>) -> Self {
        self.diagnostic.paragraph = Some(place.into());
        self
    }
}
