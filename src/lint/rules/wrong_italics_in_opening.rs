use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity, marks};
use crate::model::{Mark, MarkKind};

pub(super) static RULE: Rule = Rule {
    name: "wrong-italics-in-opening",
    family: Family::Openings,
    summary: "italics at the head of a paragraph are not those of its opening",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("wrong_italics_in_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.paragraphs() {
        let Some(opening) = &paragraph.opening else { continue };
        let prose = &paragraph.prose;
        let start = prose.offset_of(opening.range.start());
        let end = opening.italic;
        let italic = prose.text.get(start..end).unwrap_or_default();
        // A bracket before the opening may stand inside the italics or outside.
        let at_head = |covers: &std::ops::Range<usize>| {
            covers.start < end && !(covers.start <= start && covers.end == end)
        };
        let is_wrong =
            |mark: &&Mark| mark.kind == MarkKind::Emphasis && at_head(&mark.covers);
        let wrong: Vec<&Mark> = prose.marks.iter().filter(is_wrong).collect();
        let (Some(first), Some(last)) = (wrong.first(), wrong.last()) else { continue };
        report
            .flag(
                first.range.cover(last.range),
                format!("the opening is “{italic}”, set in italics by itself"),
            )
            .fixes(marks::upright(&wrong, prose));
    }
}
