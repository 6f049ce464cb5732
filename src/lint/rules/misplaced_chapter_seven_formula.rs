use crate::conventions::Language;
use crate::lint::{Draft, Family, Finding, Fix, Report, Rule, Severity};
use crate::model::Paragraph;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "misplaced-chapter-seven-formula",
    family: Family::Structure,
    summary: "the formula of Chapter VII does not end the preamble, or stands twice",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("misplaced_chapter_seven_formula.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    if !draft.is_of("SC") {
        return;
    }
    for section in draft.resolutions().flat_map(|resolution| &resolution.sections) {
        let formulas: Vec<usize> = (0..section.preambular.len())
            .filter(|place| section.preambular.get(*place).is_some_and(is_formula))
            .collect();
        let Some((last, again)) = formulas.split_last() else { continue };
        let paragraphs = section.preambular.as_slice();
        for paragraph in again.iter().filter_map(|place| paragraphs.get(*place)) {
            report.flag(paragraph.range, "the formula of Chapter VII stands once");
        }
        // Below it may stand what is left of a heading or a note.
        let end = paragraphs.iter().rfind(|paragraph| paragraph.opening.is_some());
        if let (Some(formula), Some(end)) = (paragraphs.get(*last), end)
            && formula.range < end.range
        {
            let message = "the formula of Chapter VII is the last preambular paragraph";
            move_down(draft, formula, end, report.flag(formula.range, message));
        }
    }
}

fn is_formula(paragraph: &Paragraph) -> bool {
    paragraph.prose.text.trim_start_matches('[').starts_with("Acting under Chapter VII")
}

/// Offers to move the formula behind the last preambular paragraph.
fn move_down(draft: &Draft, formula: &Paragraph, end: &Paragraph, finding: Finding) {
    let blank_line = draft.line_break().repeat(2);
    let words = format!("{blank_line}{}", draft.source.slice(formula.range));
    let after = draft.source.text().get(formula.range.end()..).unwrap_or_default();
    let breaks = after.len() - after.trim_start_matches(['\n', '\r']).len();
    let gone = TextRange::new(formula.range.start(), formula.range.end() + breaks);
    let edits = [Edit::delete(gone), Edit::insert(end.range.end(), words)];
    finding.fix(Fix::substantive("move it to the end of the preamble", edits));
}
