use std::collections::HashSet;

use crate::conventions::Language;
use crate::lint::abbreviations::{Definition, definitions};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Prose;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "abbreviation-defined-twice",
    family: Family::Citations,
    summary: "an abbreviation or short title is defined again",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("abbreviation_defined_twice.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut defined = HashSet::new();
    for paragraph in draft.paragraphs() {
        let prose = &paragraph.prose;
        for definition in definitions(&prose.text) {
            if !defined.insert(definition.short) {
                flag(prose, &definition, report);
            }
        }
    }
}

fn flag(prose: &Prose, definition: &Definition, report: &mut Report) {
    let (short, brackets) = (definition.short, &definition.brackets);
    let fix = if let Some(name) = &definition.name {
        let words = prose.source_range(name.start..brackets.end);
        Fix::substantive(format!("write “{short}”"), [Edit::replace(words, short)])
    } else {
        let words = prose.source_range(brackets.start - 1..brackets.end);
        Fix::substantive("take the brackets out", [Edit::delete(words)])
    };
    let message = format!("“{short}” is defined further up");
    report.flag(prose.source_range(brackets.clone()), message).fix(fix);
}
