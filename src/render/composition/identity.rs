//! What a catalogue knows a document by, as values and not as words of the page.

use jiff::civil::Date;

use super::runs::printable;
use crate::conventions::organs::Organ;
use crate::conventions::symbols::{self, Symbol};
use crate::model::{Kind, Resolution, Stage, Vote};

/// What a catalogue knows a document by. What the draft does not say is `None`.
#[derive(Debug, Clone, Default)]
pub struct Identity {
    /// The organ that speaks, or its committee.
    pub organ: Option<&'static Organ>,
    /// What the document is.
    pub kind: Kind,
    /// How far it has come.
    pub stage: Stage,
    /// The document symbol.
    pub symbol: Option<Symbol>,
    /// The number of the resolution, open numbers too.
    pub number: Option<String>,
    /// The title.
    pub title: Option<String>,
    /// The symbol of the draft that amendments amend.
    pub amends: Option<String>,
    /// The session: “45”, “S-4”, “2020”.
    pub session: Option<String>,
    /// The date of submission.
    pub date: Option<Date>,
    /// The date of adoption.
    pub adopted: Option<Date>,
    /// The vote on it, or that there was none.
    pub vote: Option<Vote>,
    /// Who puts it forward.
    pub sponsors: Vec<String>,
}

pub(super) fn identity(resolution: &Resolution) -> Identity {
    let masthead = &resolution.masthead;
    let words = |field: &Option<crate::model::Located<String>>| {
        field.as_ref().map(|field| printable(&field.value))
    };
    let sponsors = resolution.sponsors.list.iter();
    let adoption = resolution.adoption.as_ref();
    Identity {
        organ: resolution.organ,
        kind: resolution.kind,
        stage: resolution.stage,
        symbol: masthead.symbol.as_ref().map(|symbol| symbol.value.clone()),
        number: words(&resolution.number),
        title: words(&resolution.title),
        amends: amended(resolution),
        session: words(&masthead.session),
        date: masthead.date.as_ref().map(|date| date.value),
        adopted: adoption.and_then(|adoption| adoption.date),
        vote: adoption.and_then(|adoption| adoption.vote.clone()),
        sponsors: sponsors.map(|sponsor| printable(&sponsor.name)).collect(),
    }
}

/// The draft that amendments amend. The title may say it in place of the field.
pub(super) fn amended(resolution: &Resolution) -> Option<String> {
    if resolution.kind != Kind::Amendment {
        return None;
    }
    let said = resolution.amends.as_ref().map(|symbol| printable(&symbol.value));
    said.or_else(|| {
        let (_, symbol) = symbols::find(&resolution.title.as_ref()?.value)?;
        Some(symbol.text)
    })
}
