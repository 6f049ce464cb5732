use crate::conventions::Language;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "model-united-nations-opening",
    family: Family::Openings,
    summary: "an opening of Model United Nations, in no adopted text",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("model_united_nations_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let entry = opened.opening.entry;
        if !entry.organs.iter().all(|organ| organ == "MUN") || entry.organs.is_empty() {
            continue;
        }
        let fix = entry.preferred.as_ref().map(|preferred| {
            let edit = opened.replace(opened.opening.italic, preferred.clone());
            Fix::substantive(format!("write “{preferred}”"), [edit])
        });
        let message = format!("no organ opens a paragraph with “{}”", opened.written());
        report.flag(opened.range(), message).fixes(fix);
    }
}
