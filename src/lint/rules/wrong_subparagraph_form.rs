use crate::conventions::Language;
use crate::conventions::numbering::marker_text_in;
use crate::lint::renumbering::{self, Offers};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::{Paragraph, Resolution};

pub(super) static RULE: Rule = Rule {
    name: "wrong-subparagraph-form",
    family: Family::Numbering,
    summary: "a subparagraph is marked in a wrong form",
    severity: Severity::Warning,
    languages: &[Language::En, Language::Fr, Language::Es],
    explanation: include_str!("wrong_subparagraph_form.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let language = draft.resolution.language;
    let mut offers = Offers::new(draft);
    let severity = if draft.is_of("SC") { Severity::Note } else { Severity::Warning };
    for parent in draft.resolutions().flat_map(Resolution::paragraphs) {
        for list in renumbering::lists(parent) {
            let is_wrong = |paragraph: &&&Paragraph| {
                paragraph.marker.as_ref().is_some_and(|marker| {
                    let form = marker.parsed.form;
                    !renumbering::has_form_of_its_degree(language, paragraph.degree, form)
                })
            };
            let Some(first) = list.iter().find(is_wrong) else { continue };
            let Some(marker) = &first.marker else { continue };
            let usual = marker_text_in(language, first.degree, 1);
            let message = format!("subparagraphs of this degree are marked “{usual}”");
            let finding = report.flag(marker.range, message).severity(severity);
            offers.letter(finding, "mark the list by its degree", parent);
        }
    }
}
