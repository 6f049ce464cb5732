use crate::conventions::Language;
use crate::conventions::numbering::MarkerForm::{Bracketed, Dotted, HalfBracketed};
use crate::conventions::numbering::marker_text_in;
use crate::lint::renumbering::{self, Offers};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::{Marker, Resolution};

pub(super) static RULE: Rule = Rule {
    name: "wrongly-nested-subparagraphs",
    family: Family::Numbering,
    summary: "a list opens with the markers of another degree",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es],
    explanation: include_str!("wrongly_nested_subparagraphs.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut offers = Offers::new(draft);
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for parent in draft.resolutions().flat_map(Resolution::paragraphs) {
        for list in renumbering::lists(parent) {
            let Some(first) = list.first() else { continue };
            let Some(marker) = &first.marker else { continue };
            let wants_numerals = first.degree % 2 == 0;
            let is_known =
                matches!(marker.parsed.form, Bracketed | HalfBracketed | Dotted);
            let Some(is_numeral) = is_numeral(marker).filter(|_| is_known) else {
                continue;
            };
            if is_numeral == wants_numerals {
                continue;
            }
            let usual = marker_text_in(draft.resolution.language, first.degree, 1);
            let message = format!("a list of this degree opens with “{usual}”");
            let finding = report.flag(marker.range, message).severity(severity);
            offers.letter(finding, "mark the list by its degree", parent);
        }
    }
}

/// Whether a marker counts in Roman numerals: its place in its list is told by its value
/// as a numeral, not by its letters.
fn is_numeral(marker: &Marker) -> Option<bool> {
    let ordinal = marker.ordinal?;
    let parsed = marker.parsed;
    (parsed.value != parsed.roman).then_some(parsed.roman == Some(ordinal))
}
