//! When a text was written, and what follows from it.

use jiff::civil::Date;

use super::{Resolution, Sponsor};
use crate::conventions::calendar;
use crate::conventions::membership;
use crate::conventions::organs::SessionStyle;

impl Resolution {
    /// The days between which the text was written, as far as its date, its adoption or
    /// its session tell.
    pub fn time_of_writing(&self) -> Option<(Date, Date)> {
        let masthead = &self.masthead;
        let day = masthead.date.as_ref().map(|date| date.value);
        let adopted = || self.adoption.as_ref()?.date;
        if let Some(day) = day.or_else(adopted) {
            return Some((day, day));
        }
        let organ = self.organ?.principal();
        let of_symbol = || masthead.symbol.as_ref()?.value.session.as_deref();
        let of_number = || self.number.as_ref()?.value.split_once('/').map(|n| n.0);
        let session = masthead.session.as_ref().map(|session| session.value.as_str());
        let session = session.or_else(of_symbol).or_else(of_number)?;
        let is_year = organ.session != SessionStyle::Ordinal;
        let year = session.parse().ok().filter(|_| is_year);
        match year {
            Some(year) => {
                Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
            }
            None => calendar::days_of_session(&organ.code, session.parse().ok()?),
        }
    }

    /// Whether the mark of a non-member belongs to the sponsor, by the members that the
    /// council had when the text was written; `None` where that is unknown, or where the
    /// organ marks no sponsors.
    pub fn is_non_member(&self, sponsor: &Sponsor) -> Option<bool> {
        let organ = self.organ.filter(|organ| organ.non_member_note.is_some())?;
        let is_member =
            membership::is_member(&organ.code, sponsor.state?, self.time_of_writing()?)?;
        Some(!is_member)
    }

    /// Whether the sponsor stands with an asterisk: as the draft says, or as the members
    /// of the council were.
    pub fn is_marked(&self, sponsor: &Sponsor) -> Option<bool> {
        sponsor.marked.or_else(|| self.is_non_member(sponsor))
    }
}
