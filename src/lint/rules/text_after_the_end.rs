use crate::lint::{Draft, Family, Report, Rule, Severity, openings, renumbering};
use crate::model::{Paragraph, Section};

pub(super) static RULE: Rule = Rule {
    name: "text-after-the-end",
    family: Family::Structure,
    summary: "something follows the full stop of the last operative paragraph",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("text_after_the_end.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let last = resolution.sections.iter().rfind(|part| !part.operative.is_empty());
        let after = last.and_then(|section| first_after_the_end(draft, section));
        if let Some(paragraph) = after {
            report
                .flag(
                    paragraph.range,
                    "the text ends with the full stop of its last operative paragraph",
                )
                .help("take it out, or put it under “# Annex” or into a footnote");
        }
    }
}

/// A declaration that follows its resolution without a heading has more paragraphs.
const MOST: usize = 3;

fn first_after_the_end<'a>(draft: &Draft, section: &'a Section) -> Option<&'a Paragraph> {
    let is_of_text = |paragraph: &Paragraph| {
        renumbering::number_of(paragraph).is_some()
            || paragraph.opening.is_some()
            || openings::misformed(draft, paragraph).is_some()
    };
    let end = section.operative.iter().rposition(is_of_text)?;
    let after = section.operative.get(end + 1..)?;
    let is_ended = |text: &str| text.trim_end_matches(['”', '"']).ends_with(['.', '。']);
    let is_plain = |paragraph: &Paragraph| {
        paragraph.marker.is_none()
            && paragraph.children.is_empty()
            && paragraph.prose.text.starts_with(char::is_alphanumeric)
    };
    let is_tail = is_ended(&section.operative.get(end)?.last_prose().text)
        && after.len() <= MOST
        && after.iter().all(is_plain);
    after.first().filter(|_| is_tail)
}
