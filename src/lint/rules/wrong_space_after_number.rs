use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "wrong-space-after-number",
    family: Family::Numbering,
    summary: "a number or letter has no space after it, or several",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru],
    explanation: include_str!("wrong_space_after_number.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.paragraphs() {
        let Some(marker) = &paragraph.marker else { continue };
        let words = paragraph.prose.range.start();
        let Some(gap) = draft.source.text().get(marker.range.end()..words) else {
            continue;
        };
        let severity = match gap {
            "" if !paragraph.prose.text.is_empty() => Severity::Warning,
            spaces if spaces.len() > 1 && spaces.bytes().all(|b| b == b' ') => {
                Severity::Note
            }
            _ => continue,
        };
        let edit = Edit::replace(TextRange::new(marker.range.end(), words), " ");
        report
            .flag(marker.range, format!("one space follows “{}”", marker.text))
            .severity(severity)
            .fix(Fix::editorial("leave one space", [edit]));
    }
}
