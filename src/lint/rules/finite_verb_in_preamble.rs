use crate::conventions::opening_phrases::{Form, Part};
use crate::lint::openings::{self, Opened, misformed};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Paragraph;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "finite-verb-in-preamble",
    family: Family::Openings,
    summary: "a preambular paragraph opens with a finite verb",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("finite_verb_in_preamble.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in openings::own(draft, Part::Preambular) {
        if let Some(opened) = Opened::of(paragraph) {
            if opened.opening.entry.part == Part::Operative && !introduces(paragraph) {
                operative_phrase(draft, &opened, report);
            }
        } else if let Some((start, found)) = misformed(draft, paragraph)
            && matches!(found.form, Form::Base | Form::Past | Form::Finite)
            && let Some(words) = found.preambular
        {
            let range = paragraph.prose.source_range(start..start + found.len);
            let edit = Edit::replace(range, words.clone());
            report
                .flag(range, format!("a preambular paragraph opens with “{words}”"))
                .fix(Fix::substantive(format!("open with “{words}”"), [edit]));
        }
    }
}

/// A paragraph that ends with a colon may introduce a whole text, preamble and all.
fn introduces(paragraph: &Paragraph) -> bool {
    paragraph.prose.text.ends_with(':') && !paragraph.is_chapeau()
}

fn operative_phrase(draft: &Draft, opened: &Opened, report: &mut Report) {
    let range = opened.range();
    if let Some((words, fix)) = opened.inflected(draft, Part::Preambular) {
        let message = format!("a preambular paragraph opens with “{words}”");
        report.flag(range, message).fix(fix);
    } else {
        let message = "a preambular paragraph opens with a participle or an adjective";
        let help = format!("“{}” belongs in the operative part", opened.written());
        report.flag(range, message).help(help);
    }
}
