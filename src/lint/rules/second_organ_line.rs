use crate::conventions::organs;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::{Paragraph, Section};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "second-organ-line",
    family: Family::Structure,
    summary: "the name of the organ stands in the text a second time",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("second_organ_line.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for resolution in draft.resolutions() {
        let Some(line) = &resolution.organ_line else { continue };
        let lines = resolution.sections.iter().flat_map(astray);
        for paragraph in lines {
            let named = organs::opened_by(&paragraph.prose.text).map(|organ| &organ.code);
            let is_same = named == organs::opened_by(&line.text).map(|organ| &organ.code);
            let finding = report.flag(
                paragraph.range,
                "the name of the organ stands once, above the preamble",
            );
            if is_same {
                let edit = Edit::delete(with_gap(draft, paragraph));
                finding.fix(Fix::editorial("take the line out", [edit]));
            }
        }
    }
}

/// The organ lines among the paragraphs of a section. One that follows a colon or a heading
/// opens a text that this one recommends.
fn astray(section: &Section) -> Vec<&Paragraph> {
    let mut tops: Vec<&Paragraph> =
        section.preambular.iter().chain(&section.operative).collect();
    tops.sort_by_key(|paragraph| paragraph.range);
    let is_line = |paragraph: &Paragraph| {
        paragraph.marker.is_none()
            && paragraph.children.is_empty()
            && organs::opened_by(&paragraph.prose.text).is_some()
    };
    let introduces = |above: &Paragraph| above.last_prose().text.ends_with([':', '：']);
    let pairs = tops.iter().zip(tops.iter().skip(1));
    let mut lines: Vec<&Paragraph> = pairs
        .filter(|(above, line)| is_line(line) && !introduces(above))
        .map(|(_, line)| *line)
        .collect();
    let first = tops.first().filter(|first| section.heading.is_none() && is_line(first));
    lines.extend(first);
    lines
}

/// The line with the blank line below it.
fn with_gap(draft: &Draft, paragraph: &Paragraph) -> TextRange {
    let after = draft.source.text().get(paragraph.range.end()..).unwrap_or_default();
    let breaks = after.len() - after.trim_start_matches(['\n', '\r']).len();
    TextRange::new(paragraph.range.start(), paragraph.range.end() + breaks)
}
