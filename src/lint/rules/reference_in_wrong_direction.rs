use crate::conventions::Language;
use crate::conventions::opening_phrases::Part;
use crate::conventions::references::{Belonging, Direction};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, renumbering};
use crate::model::Prose;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "reference-in-wrong-direction",
    family: Family::Citations,
    summary: "a reference says “above” of what is below, or the reverse",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("reference_in_wrong_direction.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    if draft.resolution.with_parts().count() > 1 {
        return;
    }
    let sections = &draft.resolution.sections;
    let mut numbered =
        sections.iter().filter(|section| !section.operative.is_empty()).skip(1);
    if numbered.any(renumbering::restarts) {
        return;
    }
    for top in draft.resolution.preambular().chain(draft.resolution.operative()) {
        let here = match renumbering::number_of(top).and_then(|number| number.ordinal) {
            Some(here) => here,
            None if top.part == Part::Preambular => 0,
            None => continue,
        };
        for paragraph in top.with_descendants() {
            check_prose(draft, &paragraph.prose, here, report);
        }
    }
}

/// What the paragraph numbered `here` says; the preamble counts as 0.
fn check_prose(draft: &Draft, prose: &Prose, here: u32, report: &mut Report) {
    for reference in draft.references(prose).iter() {
        let Some(direction) = reference.direction else { continue };
        if reference.section.is_some() || reference.belonging != Belonging::Placed {
            continue;
        }
        let numbers: Vec<u32> =
            reference.targets.iter().filter_map(|target| target.number).collect();
        if numbers.is_empty() {
            continue;
        }
        let (wrong, right) = match direction {
            Direction::Above if numbers.iter().all(|number| *number > here) => {
                ("above", "below")
            }
            Direction::Below if numbers.iter().all(|number| *number < here) => {
                ("below", "above")
            }
            _ => continue,
        };
        let end = reference.words.end;
        if !prose.text.get(..end).is_some_and(|text| text.ends_with(wrong)) {
            continue;
        }
        let range = prose.source_range(end - wrong.len()..end);
        report
            .flag(
                range,
                format!(
                    "the paragraph stands further {}",
                    if right == "below" { "down" } else { "up" }
                ),
            )
            .fix(Fix::substantive(
                format!("write “{right}”"),
                [Edit::replace(range, right)],
            ));
    }
}
