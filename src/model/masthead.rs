//! What stands above and below the text: masthead, sponsors, organ line, adoption.

use jiff::civil::Date;

use super::Located;
use crate::conventions::Language;
use crate::conventions::organs::Organ;
use crate::conventions::states::State;
use crate::conventions::symbols::Symbol;
use crate::text::TextRange;

/// The fields of the first page. What the draft does not say is `None`.
#[derive(Debug, Clone, Default)]
pub struct Masthead {
    /// The document symbol.
    pub symbol: Option<Located<Symbol>>,
    /// “Limited” or “General”, where the draft says so.
    pub distribution: Option<Located<String>>,
    /// The date of submission.
    pub date: Option<Located<Date>>,
    /// The language in which the text was submitted.
    pub original: Option<Located<Language>>,
    /// The session: “45”, “S-4”, “ES-11”, “2020”.
    pub session: Option<Located<String>>,
    /// The days of the session as printed: “14 September–7 October 2020”.
    pub session_dates: Option<Located<String>>,
    /// The agenda items under which it is submitted; the range is that of the number.
    pub agenda_items: Vec<Located<AgendaItem>>,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AgendaItem {
    /// “10”, “70 (b)”.
    pub number: String,
    /// Its title, where given.
    pub title: Option<String>,
}

/// The list of sponsors.
#[derive(Debug, Clone, Default)]
pub struct Sponsors {
    /// The list as written: the value of the field, or the line up to the colon.
    pub range: TextRange,
    /// The sponsors in the order written.
    pub list: Vec<Sponsor>,
    /// The group for which they speak.
    pub on_behalf_of: Option<String>,
    /// Who submits a draft that nobody sponsors: “the President of the Human Rights
    /// Council”.
    pub submitted_by: Option<String>,
}

/// A State or group that puts a draft forward.
#[derive(Debug, Clone)]
pub struct Sponsor {
    /// The name as written, without its mark.
    pub name: String,
    /// The name in the source, without its mark.
    pub range: TextRange,
    /// The State of that name, where we know it.
    pub state: Option<&'static State>,
    /// Whether the asterisk of a non-member stands; `None` where unknown.
    pub marked: Option<bool>,
}

/// The name of the organ, which opens the one sentence that a resolution is.
#[derive(Debug, Clone)]
pub struct OrganLine {
    /// The line with its comma and any emphasis marks.
    pub range: TextRange,
    /// The line as printed: “The Human Rights Council,”.
    pub text: String,
    /// The organ it names.
    pub organ: Option<&'static Organ>,
}

/// How and when a text was adopted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Adoption {
    /// The field in the front matter.
    pub range: TextRange,
    /// The number of the meeting.
    pub meeting: Option<u32>,
    /// The day of adoption.
    pub date: Option<Date>,
    /// The vote, or that there was none.
    pub vote: Option<Vote>,
}

/// A vote on a text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vote {
    /// How it was taken.
    pub manner: Manner,
    /// The States in favour, in the order written.
    pub in_favour: Vec<String>,
    /// The States against.
    pub against: Vec<String>,
    /// The States that abstained.
    pub abstaining: Vec<String>,
}

/// How a text was adopted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// Without a vote.
    #[default]
    WithoutAVote,
    /// By a recorded vote.
    Recorded,
}
