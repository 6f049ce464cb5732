use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-closing-formula",
    family: Family::Structure,
    summary: "a resolution of the Security Council does not end with “seized of the matter”",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("missing_closing_formula.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    if !draft.is_of("SC") {
        return;
    }
    for resolution in draft.resolutions() {
        let mut operative = resolution.operative();
        let (Some(_), Some(last)) = (operative.next(), operative.last()) else {
            continue;
        };
        let words =
            last.with_descendants().map(|paragraph| paragraph.prose.text.as_str());
        let is_closed = words.into_iter().any(|text| text.contains("seized"));
        let is_whole = last.last_prose().text.ends_with('.');
        if is_whole && !is_closed {
            let place = TextRange::empty(last.last_prose().range.end());
            report
                .flag(place, "the Council keeps a matter before it: seized of the matter")
                .help("end with “Decides to remain seized of the matter.”");
        }
    }
}
