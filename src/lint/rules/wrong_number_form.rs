use crate::conventions::Language;
use crate::conventions::numbering::{MarkerForm, marker_text};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Resolution;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "wrong-number-form",
    family: Family::Numbering,
    summary: "the number of an operative paragraph is written in a wrong form",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es, Language::Ru, Language::Zh],
    explanation: include_str!("wrong_number_form.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.resolutions().flat_map(Resolution::operative) {
        let Some(marker) = &paragraph.marker else { continue };
        let Some(value) = marker.parsed.value else { continue };
        if marker.parsed.form != MarkerForm::WrongNumber {
            continue;
        }
        let right = marker_text(0, value);
        let after = TextRange::new(marker.range.end(), paragraph.prose.range.end());
        let is_glued = !draft.source.slice(after).starts_with(char::is_whitespace);
        let space = if is_glued { " " } else { "" };
        let edit = Edit::replace(marker.range, format!("{right}{space}"));
        report
            .flag(marker.range, format!("a paragraph number is written “{right}”"))
            .fix(Fix::editorial(format!("write “{right}”"), [edit]));
    }
}
