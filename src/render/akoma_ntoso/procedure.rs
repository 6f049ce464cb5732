//! What became of a text: its issue, its life-cycle, and how it was adopted.

use super::Writer;
use super::meta::DRAFTER;
use super::names::address;
use crate::model::{Kind, Manner, Stage, Vote};

impl Writer<'_> {
    /// The day on which the document that issues an adopted text came out.
    pub(super) fn issue(&mut self) {
        let identity = &self.composition.identity;
        let (Some(day), Some(symbol)) = (identity.date, &identity.symbol) else { return };
        if identity.stage == Stage::Adopted {
            let (day, symbol) = (day.to_string(), symbol.text.as_str());
            let attributes = [
                ("date", &*day),
                ("name", symbol),
                ("showAs", symbol),
                ("number", symbol),
            ];
            self.xml.empty("publication", &attributes);
        }
    }

    /// The event that made the text, and for an adopted one the step that adopted it.
    pub(super) fn lifecycle(&mut self) {
        let Some(event) = self.event() else { return };
        let day = self.names.day.clone();
        let event = format!("#{event}");
        self.xml.open("lifecycle", &[("source", DRAFTER)]);
        let attributes = [
            ("eId", "eventRef_1"),
            ("date", &*day),
            ("source", "#original_1"),
            ("refersTo", &event),
            ("type", "generation"),
        ];
        self.xml.empty("eventRef", &attributes);
        self.xml.close("lifecycle");
        let Some(outcome) = self.outcome() else { return };
        let (by, outcome) = (format!("#{}", self.organ_id()), format!("#{outcome}"));
        self.xml.open("workflow", &[("source", DRAFTER)]);
        let attributes = [
            ("date", &*day),
            ("by", &*by),
            ("as", "#author"),
            ("refersTo", &*event),
            ("outcome", &*outcome),
        ];
        self.xml.empty("step", &attributes);
        self.xml.close("workflow");
    }

    /// The count of a recorded vote.
    pub(super) fn vote(&mut self) {
        let Some(vote) = self.recorded_vote() else { return };
        let counts = [
            ("inFavour", vote.in_favour.len()),
            ("against", vote.against.len()),
            ("abstaining", vote.abstaining.len()),
        ];
        self.xml.open("parliamentary", &[]);
        let event =
            [("eId", "voting_1"), ("refersTo", "#adoption"), ("outcome", "#adopted")];
        self.xml.open("voting", &event);
        for (index, (choice, votes)) in counts.into_iter().enumerate() {
            let (id, votes) =
                (format!("voting_1__count_{}", index + 1), votes.to_string());
            let choice = format!("#{choice}");
            let attributes = [("eId", &*id), ("value", &*votes), ("refersTo", &*choice)];
            self.xml.empty("count", &attributes);
        }
        self.xml.close("voting");
        self.xml.close("parliamentary");
    }

    /// The first version of a text, and what its procedure speaks of.
    pub(super) fn references_of_the_procedure(&mut self) {
        let Some(event) = self.event() else { return };
        let (href, shown) = self.original();
        let attributes = [("eId", "original_1"), ("href", &*href), ("showAs", &*shown)];
        self.xml.empty("original", &attributes);
        self.reference("TLCEvent", "event", event, event);
        if let Some(outcome) = self.outcome() {
            let words =
                if outcome == "adopted" { "adopted" } else { "adopted without a vote" };
            self.reference("TLCConcept", "concept", outcome, words);
        }
        if self.recorded_vote().is_some() {
            for (choice, words) in [
                ("inFavour", "in favour"),
                ("against", "against"),
                ("abstaining", "abstaining"),
            ] {
                self.reference("TLCConcept", "concept", choice, words);
            }
        }
    }

    /// What happened to the text on its day, if its day is known.
    fn event(&self) -> Option<&'static str> {
        (self.names.event != "unknown").then_some(self.names.event)
    }

    /// How the text was adopted. A statement is made by the President and not adopted.
    pub(super) fn outcome(&self) -> Option<&'static str> {
        let identity = &self.composition.identity;
        let is_adopted =
            self.names.event == "adoption" && identity.kind != Kind::Statement;
        let without_a_vote = identity
            .vote
            .as_ref()
            .is_some_and(|vote| vote.manner == Manner::WithoutAVote);
        is_adopted.then_some(if without_a_vote {
            "adoptedWithoutAVote"
        } else {
            "adopted"
        })
    }

    pub(super) fn recorded_vote(&self) -> Option<&Vote> {
        let vote = self.composition.identity.vote.as_ref()?;
        let is_counted = vote.manner == Manner::Recorded && !vote.in_favour.is_empty();
        (is_counted && self.outcome().is_some()).then_some(vote)
    }

    /// The first version: of a revised draft the one that has its symbol without “Rev.”.
    fn original(&self) -> (String, String) {
        let symbol = self.composition.identity.symbol.as_ref();
        let revised = symbol.filter(|symbol| symbol.revision.is_some());
        let first = revised.and_then(|symbol| symbol.text.split_once("/Rev."));
        match first {
            Some((first, _)) => (address(first), first.to_owned()),
            None => (self.names.statement(), self.names.shown_number.clone()),
        }
    }
}
