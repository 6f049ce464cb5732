use crate::conventions::numbering::marker_text_in;
use crate::conventions::opening_phrases::Part;
use crate::lint::renumbering::{self, Offers};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::{Paragraph, Resolution};

pub(super) static RULE: Rule = Rule {
    name: "subparagraph-letters-out-of-order",
    family: Family::Numbering,
    summary: "the letters of subparagraphs have a gap, a double or are in disorder",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("subparagraph_letters_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut offers = Offers::new(draft);
    let parents = draft.resolutions().flat_map(Resolution::paragraphs);
    // The list below words without a number may be the end of one that began above them.
    let is_whole = |parent: &&Paragraph| {
        parent.degree > 0 || parent.part == Part::Preambular || parent.opening.is_some()
    };
    for parent in parents.filter(is_whole) {
        for list in renumbering::lists(parent) {
            let is_astray = |(paragraph, place): &(&&Paragraph, u32)| {
                let ordinal = paragraph.marker.as_ref().and_then(|marker| marker.ordinal);
                ordinal.is_some_and(|ordinal| ordinal != *place)
            };
            let Some((first, place)) = list.iter().zip(1..).find(is_astray) else {
                continue;
            };
            let Some(marker) = &first.marker else { continue };
            let right = marker_text_in(draft.resolution.language, first.degree, place);
            let finding =
                report.flag(marker.range, format!("subparagraph {right} comes here"));
            let title = "letter the list anew, and move the cross-references";
            offers.letter(finding, title, parent);
        }
    }
}
