use crate::conventions::Language;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "uncapitalized-opening",
    family: Family::Openings,
    summary: "an opening does not begin with a capital",
    severity: Severity::Error,
    languages: &[Language::En, Language::Fr, Language::Es],
    explanation: include_str!("uncapitalized_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let Some(first) = opened.text.chars().next().filter(|c| c.is_lowercase()) else {
            continue;
        };
        let capital = first.to_uppercase().to_string();
        report.flag(opened.range(), "an opening begins with a capital letter").fix(
            Fix::editorial(
                format!("write “{capital}”"),
                [opened.replace(first.len_utf8(), capital)],
            ),
        );
    }
}
