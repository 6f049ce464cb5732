//! See [`Known`].

use jiff::civil::Date;

use super::{DraftField, Placeholder};
use crate::conventions::Language;
use crate::conventions::calendar::{format_date, session_words};
use crate::conventions::organs::Organ;
use crate::model::Resolution;
use crate::text::uncapitalized;

/// What a draft says of itself, from which placeholders are answered.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// The organ that speaks.
    pub organ: Option<&'static Organ>,
    /// The session: “60”, “S-4”, “2026”.
    pub session: Option<String>,
    /// The date of the draft.
    pub date: Option<Date>,
    /// The title.
    pub title: Option<String>,
    /// The symbol.
    pub symbol: Option<String>,
}

impl Known {
    /// What a draft says.
    pub fn of(resolution: &Resolution) -> Self {
        let masthead = &resolution.masthead;
        Self {
            organ: resolution.organ.map(Organ::principal),
            session: masthead.session.as_ref().map(|session| session.value.clone()),
            date: masthead.date.as_ref().map(|date| date.value),
            title: resolution.title.as_ref().map(|title| title.value.clone()),
            symbol: masthead.symbol.as_ref().map(|symbol| symbol.value.text.clone()),
        }
    }

    /// The answer that stands at a placeholder before the drafter gives one.
    pub fn default_for(&self, placeholder: &Placeholder) -> Option<String> {
        let own = placeholder.from.and_then(|field| self.said(field));
        own.or_else(|| placeholder.default.clone())
    }

    /// The session of the draft and those that follow, in words.
    pub(super) fn sessions(&self) -> Vec<String> {
        (0..=6).filter_map(|later| self.session_in(later)).collect()
    }

    fn said(&self, field: DraftField) -> Option<String> {
        match field {
            DraftField::Organ => self.organ.map(|organ| organ.name.clone()),
            DraftField::Session => self.session_in(0),
            DraftField::NextSession => self.session_in(1),
            DraftField::Date => self.date.map(|date| format_date(date, Language::En)),
            DraftField::Year => self.date.map(|date| date.year().to_string()),
            DraftField::Title => self.title.as_deref().map(uncapitalized),
            DraftField::Symbol => self.symbol.clone(),
        }
    }

    /// The session so many after that of the draft, in words. What comes after a special
    /// session is not known.
    fn session_in(&self, later: u32) -> Option<String> {
        let session = self.session.as_ref()?;
        let session = match session.parse::<u32>() {
            Ok(number) => (number + later).to_string(),
            Err(_) if later == 0 => session.clone(),
            Err(_) => return None,
        };
        session_words(&session).as_deref().map(uncapitalized)
    }
}
