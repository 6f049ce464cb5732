use crate::conventions::numbering::parse_marker;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "doubled-number",
    family: Family::Numbering,
    summary: "a paragraph has its number or letter twice",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("doubled_number.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.paragraphs() {
        let Some(marker) = &paragraph.marker else { continue };
        let text = paragraph.prose.text.as_str();
        let Some(again) = parse_marker(text) else { continue };
        let written = text.get(..again.len).unwrap_or_default();
        // “(a) (i)” opens a list within a list; “3. 4.” are two numbers of one paragraph.
        let is_same = written == marker.text;
        let are_numbers = marker.parsed.is_number() && again.is_number();
        if !is_same && !are_numbers {
            continue;
        }
        let range = paragraph.prose.source_range(0..again.len);
        let finding =
            report.flag(range, format!("“{}” stands here already", marker.text));
        if is_same {
            let rest = text.get(again.len..).unwrap_or_default();
            let end = text.len() - rest.trim_start().len();
            let edit = Edit::delete(paragraph.prose.source_range(0..end));
            finding.fix(Fix::editorial("take the second out", [edit]));
        }
    }
}
