use crate::lint::renumbering;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Paragraph;
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "unnumbered-operative-paragraph",
    family: Family::Numbering,
    summary: "one of several operative paragraphs has no number",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("unnumbered_operative_paragraph.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut edits = None;
    for resolution in draft.resolutions() {
        let is_alone_in_its_section =
            resolution.sections.iter().all(|s| s.operative.len() <= 1);
        if is_alone_in_its_section {
            continue;
        }
        for paragraph in
            resolution.operative().filter(|paragraph| is_unnumbered(paragraph))
        {
            let message =
                "where there are several operative paragraphs, each has a number";
            let edits =
                edits.get_or_insert_with(|| renumbering::number_edits(draft)).clone();
            report
                .flag(first_word(paragraph), message)
                .fix(Fix::editorial("number the operative paragraphs", edits));
        }
    }
}

/// A paragraph in square brackets may be an alternative that has no number yet.
fn is_unnumbered(paragraph: &Paragraph) -> bool {
    renumbering::number_of(paragraph).is_none()
        && !paragraph.prose.text.starts_with(['[', '|'])
}

fn first_word(paragraph: &Paragraph) -> TextRange {
    let text = paragraph.prose.text.as_str();
    let len = text.find(char::is_whitespace).unwrap_or(text.len());
    paragraph.prose.source_range(0..len)
}
