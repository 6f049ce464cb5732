//! The words of the page that are not the draft's own, by language.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::rows;

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
    /// The same where an organ says it in its own way, by code.
    pub agenda_item_in: BTreeMap<String, String>,
    /// “Agenda items {numbers}”.
    pub agenda_items: String,
    /// The same where an organ says it in its own way, by code.
    pub agenda_items_in: BTreeMap<String, String>,
    /// The same for two items, in a language that has a dual.
    pub agenda_two: String,
    /// What joins sponsors and States, all but the last two.
    pub comma: String,
    /// What joins the last two: “ and ”.
    pub and: String,
    /// What joins the last two numbers.
    pub and_numbers: String,
    /// What stands between the sponsors and the kind of document.
    pub colon: String,
    /// Whether the asterisk of a sponsor stands before the comma, not after it.
    pub mark_before_comma: bool,
    /// Whether the masthead keeps its date in English.
    pub masthead_date_in_english: bool,
    /// “ (on behalf of {group})”, after the sponsors.
    pub for_group: String,
    /// “{kind} submitted by {name}”, where nobody sponsors.
    pub submitted_by: String,
    /// “draft resolution”.
    pub draft_resolution: String,
    /// “revised draft resolution”.
    pub revised_draft_resolution: String,
    /// “draft decision”.
    pub draft_decision: String,
    /// “revised draft decision”.
    pub revised_draft_decision: String,
    /// “draft statement”.
    pub draft_statement: String,
    /// “amendment to draft resolution {symbol}”.
    pub amendment: String,
    /// “amendments to draft resolution {symbol}”.
    pub amendments: String,
    /// “{day} {month} {year}”.
    pub date: String,
    /// The first day of a month, where it is no plain figure.
    pub first_day: String,
    /// The months as dates have them.
    #[serde(deserialize_with = "rows::read_list")]
    pub months: Vec<String>,
    /// The ordinals of sessions from the first on, in lower case. English makes its own.
    #[serde(deserialize_with = "rows::read_list")]
    pub ordinals: Vec<String>,
    /// “{ordinal} session”.
    pub session: String,
    /// “{ordinal} special session”.
    pub special_session: String,
    /// “{ordinal} emergency special session”.
    pub emergency_session: String,
    /// “{year} session”.
    pub year_session: String,
    /// “Resolution adopted by the General Assembly on {date}”, by the code of the organ, or
    /// “any”; the Security Council’s also has `{meeting}`.
    pub adopted: BTreeMap<String, String>,
    /// The same of a decision.
    pub adopted_decision: BTreeMap<String, String>,
    /// The Security Council’s second line where the meeting is not known.
    pub adopted_on: String,
    /// “Statement by the President of the Security Council”, by the code of the organ.
    pub statement: BTreeMap<String, String>,
    /// “Resolution {number}”, the Security Council's first line.
    pub resolution: String,
    /// “[on the report of the {committee} ({symbol})]”.
    pub on_report: String,
    /// The committees as that line has them, where their names change their form.
    pub reporting: BTreeMap<String, String>,
    /// “[without reference to a Main Committee ({symbol})]”.
    pub without_reference: String,
    /// “{meeting} meeting”.
    pub meeting: String,
    /// “{meeting} plenary meeting”.
    pub plenary_meeting: String,
    /// What `{meeting}` is, “{number}e”; the number, if empty. English makes its own.
    pub meeting_ordinal: String,
    /// “[Adopted without a vote.]”.
    pub adopted_without_vote: String,
    /// “[Adopted by a recorded vote.]”, where no list is known.
    pub adopted_recorded: String,
    /// “[Adopted by a recorded vote of …”, with `{in_favour}`, `{against}`, and
    /// `{abstentions}` or `{abstaining}`; the bracket closes after the lists.
    pub adopted_by_vote: String,
    /// “no abstentions”.
    pub abstentions_none: String,
    /// “1 abstention”.
    pub abstentions_one: String,
    /// “{number} abstentions”.
    pub abstentions: String,
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
    /// What a screen reader calls the preamble.
    pub preamble: String,
    /// What a screen reader calls the operative part.
    pub operative_part: String,
    /// What a screen reader calls the footnotes.
    pub notes: String,
}

/// A label with its `{…}` filled in: `filled(&labels.agenda_item, &[("number", "10")])`.
/// What stands between `‹` and `›` is left out where one of its values is empty.
pub fn filled(label: &str, values: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for piece in label.split_inclusive('›') {
        let (sure, unsure) = piece.split_once('‹').unwrap_or((piece, ""));
        text.push_str(sure);
        let is_known = |(name, value): &(&str, &str)| {
            !value.is_empty() || !unsure.contains(&format!("{{{name}}}"))
        };
        if values.iter().all(is_known) {
            text.push_str(unsure.trim_end_matches('›'));
        }
    }
    for (name, value) in values {
        text = text.replace(&format!("{{{name}}}"), value);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::filled;

    #[test]
    fn what_is_not_known_is_left_out() {
        let label = "Adopted‹ at its {meeting} meeting›‹, on {date}›.";
        let values = [("meeting", "3rd"), ("date", "2 May 2031")];
        assert_eq!(filled(label, &values), "Adopted at its 3rd meeting, on 2 May 2031.");
        assert_eq!(filled(label, &[("meeting", ""), ("date", "")]), "Adopted.");
    }
}
