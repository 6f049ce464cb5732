use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "deeply-nested-subparagraph",
    family: Family::Numbering,
    summary: "subparagraphs are nested deeper than four degrees",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("deeply_nested_subparagraph.md"),
    check,
};

/// (a), (i), a., i.: below them there is no mark left.
const DEEPEST: u8 = 4;

fn check(draft: &Draft, report: &mut Report) {
    let mut is_first = true;
    for paragraph in draft.paragraphs() {
        let Some(marker) = &paragraph.marker else { continue };
        let is_too_deep = paragraph.degree > DEEPEST;
        if is_too_deep && std::mem::take(&mut is_first) {
            report
                .flag(
                    marker.range,
                    "subparagraphs have the four degrees (a), (i), a., i., and no more",
                )
                .help("divide the paragraph, or move its detail to an annex");
        }
    }
}
