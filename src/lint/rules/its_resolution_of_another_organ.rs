use crate::conventions::Language;
use crate::conventions::organs::{self, Organ};
use crate::lint::adopters::{adopter, is_named};
use crate::lint::citations::Lead;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "its-resolution-of-another-organ",
    family: Family::Citations,
    summary: "“its resolution” is said of a resolution of another organ",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("its_resolution_of_another_organ.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(own) = draft.organ().map(Organ::principal) else { return };
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        // A text that is recommended to another organ speaks as that organ.
        if scan::is_of_quoted_draft(draft, prose) {
            continue;
        }
        for citation in draft.citations(prose).iter() {
            let is_its = citation.lead == Lead::Its && !citation.is_continued;
            let Some(organ) =
                adopter(citation, draft).filter(|organ| is_its && *organ != own.code)
            else {
                continue;
            };
            let head = text.get(..citation.words.start).unwrap_or_default();
            let Some(at) = head.rfind("ts resolution").map(|at| at - 1) else { continue };
            if speaks_of(organ, text, at, citation.words.end) {
                continue;
            }
            let name = organs::by_code(organ).map_or(organ, |organ| organ.name.as_str());
            let edit = Edit::replace(
                prose.source_range(at..at + "its ".len()),
                format!("{name} "),
            );
            report
                .flag(
                    prose.source_range(at..citation.words.end),
                    format!("resolution {} is of the {name}", citation.number),
                )
                .fix(Fix::substantive(format!("write “{name}”"), [edit]));
        }
    }
}

/// Whether “its” at a place may be that organ, or a body that is not known: it is named
/// before, or soon after as in “in its resolution 48/141 the General Assembly decided”.
fn speaks_of(organ: &str, text: &str, at: usize, end: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let is_inverted = before.ends_with("in ") || before.ends_with("In ");
    let after: String = text.get(end..).unwrap_or_default().chars().take(120).collect();
    is_named(organ, before) || is_inverted && is_named(organ, &after)
}
