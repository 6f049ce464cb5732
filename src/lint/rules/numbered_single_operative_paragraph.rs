use crate::conventions::opening_phrases::Part;
use crate::conventions::references::Reference;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::{OpeningPhrase, Resolution};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "numbered-single-operative-paragraph",
    family: Family::Numbering,
    summary: "the only operative paragraph has a number",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("numbered_single_operative_paragraph.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let mut operative = resolution.operative();
        let (Some(paragraph), None) = (operative.next(), operative.next()) else {
            continue;
        };
        let Some(marker) = paragraph.marker.as_ref().filter(|m| m.parsed.is_number())
        else {
            continue;
        };
        let number = TextRange::new(marker.range.start(), paragraph.prose.range.start());
        let finding =
            report.flag(marker.range, "a single operative paragraph has no number");
        if is_told_from_preamble(resolution) && !is_referred_to(draft, resolution) {
            finding.fix(Fix::editorial("take the number out", [Edit::delete(number)]));
        }
    }
}

/// Whether the text speaks of its own paragraphs by number.
fn is_referred_to(draft: &Draft, resolution: &Resolution) -> bool {
    resolution.paragraphs().any(|paragraph| {
        draft.references(&paragraph.prose).iter().any(Reference::is_stated)
    })
}

/// Whether the operative paragraph is known for one without its number: then all that
/// stands before it opens and ends as a preamble does.
fn is_told_from_preamble(resolution: &Resolution) -> bool {
    resolution.preambular().all(|paragraph| {
        let recites = |opening: &OpeningPhrase| opening.part == Part::Preambular;
        paragraph.opening.as_ref().is_none_or(recites)
            && paragraph.last_prose().text.ends_with([',', '，', '،'])
    })
}
