use crate::conventions::Language;
use crate::conventions::organs::{self, Organ};
use crate::lint::adopters::{adopter, is_named};
use crate::lint::citations::Lead;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "organ-of-resolution-not-named",
    family: Family::Citations,
    summary: "a resolution of another organ is cited without its name",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("organ_of_resolution_not_named.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let Some(own) = draft.organ().map(Organ::principal) else { return };
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for citation in draft.citations(prose).iter() {
            let is_bare = citation.lead == Lead::Nothing && !citation.is_continued;
            let Some(organ) =
                adopter(citation, draft).filter(|organ| is_bare && *organ != own.code)
            else {
                continue;
            };
            let head = text.get(..citation.words.start).unwrap_or_default();
            let Some(at) = head.rfind("resolution") else { continue };
            if draft.is_quoted(prose, at) || is_named(organ, head) {
                continue;
            }
            let name = organs::by_code(organ).map_or(organ, |organ| organ.name.as_str());
            let place = prose.source_start(at);
            report
                .flag(
                    prose.source_range(at..citation.words.end),
                    format!("resolution {} is of the {name}", citation.number),
                )
                .fix(Fix::substantive(
                    format!("write “{name}”"),
                    [Edit::insert(place, format!("{name} "))],
                ));
        }
    }
}
