use crate::lint::openings;
use crate::lint::renumbering::{self, Offers};
use crate::lint::{Draft, Family, Report, Rule, Severity};
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
    let mut offers = Offers::new(draft);
    for resolution in draft.resolutions() {
        let sections =
            resolution.sections.iter().filter(|section| section.operative.len() > 1);
        let unnumbered = sections
            .flat_map(|section| &section.operative)
            .filter(|paragraph| is_unnumbered(draft, paragraph));
        for paragraph in unnumbered {
            let message =
                "where there are several operative paragraphs, each has a number";
            let finding = report.flag(first_word(paragraph), message);
            offers.number(finding, "number the operative paragraphs");
        }
    }
}

/// A paragraph in square brackets may be an alternative that has no number yet; one that
/// ends with a colon may introduce a text that is numbered on its own.
fn is_unnumbered(draft: &Draft, paragraph: &Paragraph) -> bool {
    let text = paragraph.prose.text.as_str();
    let opens =
        paragraph.opening.is_some() || openings::misformed(draft, paragraph).is_some();
    let introduces = text.ends_with([':', '：']) && !paragraph.is_chapeau();
    opens
        && !introduces
        && !text.starts_with('[')
        && renumbering::number_of(paragraph).is_none()
}

fn first_word(paragraph: &Paragraph) -> TextRange {
    let text = paragraph.prose.text.as_str();
    let len = text.find(char::is_whitespace).unwrap_or(text.len());
    paragraph.prose.source_range(0..len)
}
