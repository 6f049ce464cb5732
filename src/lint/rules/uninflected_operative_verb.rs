use crate::conventions::opening_phrases::{Form, Part};
use crate::lint::openings::{self, misformed};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "uninflected-operative-verb",
    family: Family::Openings,
    summary: "an operative verb is not in the third person singular",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("uninflected_operative_verb.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in openings::own(draft, Part::Operative) {
        let Some((start, found)) = misformed(draft, paragraph) else { continue };
        let Some(words) = found.operative else { continue };
        if found.form == Form::WrongSpelling {
            continue;
        }
        let range = paragraph.prose.source_range(start..start + found.len);
        let edit = Edit::replace(range, words.clone());
        report
            .flag(range, format!("an operative paragraph opens with “{words}”"))
            .fix(Fix::substantive(format!("open with “{words}”"), [edit]));
    }
}
