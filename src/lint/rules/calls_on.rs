use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "calls-on",
    family: Family::Openings,
    summary: "“Calls on” is written “Calls upon”",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("calls_on.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.paragraphs().filter(|paragraph| paragraph.degree == 0) {
        let text = paragraph.prose.text.as_str();
        let Some(at) = OPENINGS.iter().find_map(|opening| {
            let rest = text.strip_prefix(opening)?;
            rest.starts_with(' ').then_some(opening.len() - "on".len())
        }) else {
            continue;
        };
        let range = paragraph.prose.source_range(at..at + "on".len());
        report
            .flag(range, "resolutions call upon, not on")
            .fix(Fix::editorial("write “upon”", [Edit::replace(range, "upon")]));
    }
}

const OPENINGS: &[&str] = &[
    "Calls on",
    "Also calls on",
    "Further calls on",
    "Calling on",
    "Once again calls on",
    "Again calls on",
];
