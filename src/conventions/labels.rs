//! The words of the page that are not the draft's own, by language.

use std::collections::BTreeMap;

use serde::Deserialize;

/// The words of the page in one language. `{…}` in a label is to be filled in; an empty
/// label is not gathered yet.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Labels {
    /// On whose authority.
    pub source: String,
    /// “United Nations”.
    pub united_nations: String,
    /// The names of organs in the masthead and the session block, by code.
    pub organs: BTreeMap<String, String>,
    /// “Distr.: General”.
    pub distribution_general: String,
    /// “Distr.: Limited”.
    pub distribution_limited: String,
    /// “Original: {language}”.
    pub original: String,
    /// The names of languages as that line has them, by code.
    pub languages: BTreeMap<String, String>,
    /// The line with the language of a translated version; empty in English.
    pub version: String,
    /// “Agenda item {number}”.
    pub agenda_item: String,
    /// “Agenda items {numbers}”.
    pub agenda_items: String,
    /// The word that joins the last of a list: “and”.
    pub and: String,
    /// “draft resolution”.
    pub draft_resolution: String,
    /// “revised draft resolution”.
    pub revised_draft_resolution: String,
    /// “draft decision”.
    pub draft_decision: String,
    /// “amendment to draft resolution {symbol}”.
    pub amendment: String,
    /// “amendments to draft resolution {symbol}”.
    pub amendments: String,
    /// “Resolution adopted by the General Assembly on {date}”, by the code of the organ;
    /// the Security Council's also has `{meeting}`.
    pub adopted: BTreeMap<String, String>,
    /// “Resolution {number}”, the Security Council's first line.
    pub resolution: String,
    /// “[on the report of the {committee} ({symbol})]”.
    pub on_report: String,
    /// “[without reference to a Main Committee ({symbol})]”.
    pub without_reference: String,
    /// “{meeting} meeting”.
    pub meeting: String,
    /// “{meeting} plenary meeting”.
    pub plenary_meeting: String,
    /// “[Adopted without a vote.]”.
    pub adopted_without_vote: String,
    /// “[Adopted by a recorded vote of …”, with `{in_favour}`, `{against}` and
    /// `{abstaining}`; the bracket closes after the lists.
    pub adopted_by_vote: String,
    /// “In favour:”.
    pub in_favour: String,
    /// “Against:”.
    pub against: String,
    /// “Abstaining:”.
    pub abstaining: String,
    /// “the present resolution”.
    pub present_resolution: String,
    /// “Annex”, when there is one.
    pub annex: String,
    /// “Annex {number}”, when there are several.
    pub annex_numbered: String,
    /// “State not a member of the Human Rights Council.”.
    pub non_member: String,
    /// “Non-Member State of the Human Rights Council.”, as it was until about 2011.
    pub non_member_old: String,
    /// “On behalf of {group}.”, the note to a sponsor that speaks for others.
    pub on_behalf_of: String,
    /// What a page that is no official document says of itself. The words are ours.
    pub draft_stamp: String,
}

impl Labels {
    /// The labels that a language does not have yet, by name.
    pub fn missing(&self) -> Vec<&'static str> {
        let labels = [
            ("united_nations", &self.united_nations),
            ("distribution_general", &self.distribution_general),
            ("distribution_limited", &self.distribution_limited),
            ("original", &self.original),
            ("agenda_item", &self.agenda_item),
            ("agenda_items", &self.agenda_items),
            ("and", &self.and),
            ("draft_resolution", &self.draft_resolution),
            ("revised_draft_resolution", &self.revised_draft_resolution),
            ("draft_decision", &self.draft_decision),
            ("amendment", &self.amendment),
            ("amendments", &self.amendments),
            ("resolution", &self.resolution),
            ("on_report", &self.on_report),
            ("without_reference", &self.without_reference),
            ("meeting", &self.meeting),
            ("plenary_meeting", &self.plenary_meeting),
            ("adopted_without_vote", &self.adopted_without_vote),
            ("adopted_by_vote", &self.adopted_by_vote),
            ("in_favour", &self.in_favour),
            ("against", &self.against),
            ("abstaining", &self.abstaining),
            ("present_resolution", &self.present_resolution),
            ("annex", &self.annex),
            ("annex_numbered", &self.annex_numbered),
            ("non_member", &self.non_member),
            ("non_member_old", &self.non_member_old),
            ("on_behalf_of", &self.on_behalf_of),
            ("draft_stamp", &self.draft_stamp),
        ];
        let empty = labels.into_iter().filter(|(_, label)| label.is_empty());
        empty.map(|(name, _)| name).collect()
    }
}

/// A label with its `{…}` filled in: `filled(&labels.agenda_item, &[("number", "10")])`.
pub fn filled(label: &str, values: &[(&str, &str)]) -> String {
    let mut text = label.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}
