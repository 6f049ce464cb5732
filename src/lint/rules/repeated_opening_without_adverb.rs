use crate::conventions::opening_phrases::{Part, Repetition};
use crate::conventions::organs::RepetitionUse;
use crate::lint::openings::{self, Opened};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Paragraph;

pub(super) static RULE: Rule = Rule {
    name: "repeated-opening-without-adverb",
    family: Family::Openings,
    summary: "a paragraph opens like the one before, without “also” or “further”",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("repeated_opening_without_adverb.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let organ = draft.organ();
    if organ.is_some_and(|organ| organ.repetition == RepetitionUse::Optional) {
        return;
    }
    for resolution in draft.resolutions() {
        for part in [Part::Preambular, Part::Operative] {
            for run in openings::runs(resolution, part) {
                in_run(draft, run, part, report);
            }
        }
    }
}

/// Looks at the paragraphs that open alike, one after another: the second takes “also”,
/// the third “further”; from the fourth on usage differs.
fn in_run(draft: &Draft, run: &[Paragraph], part: Part, report: &mut Report) {
    let mut key = None;
    let mut place = 0;
    for paragraph in run {
        let opened =
            Opened::of(paragraph).filter(|o| o.opening.entry.part == part);
        let Some(opened) = opened else {
            key = None;
            continue;
        };
        let own = Some(openings::likeness(draft, &opened));
        place = if own == key { place + 1 } else { 0 };
        key = own;
        let adverb = match place {
            1 => Repetition::Also,
            2 => Repetition::Further,
            _ => continue,
        };
        if opened.opening.repetition.is_none() {
            tell(draft, &opened, adverb, report);
        }
    }
}

fn tell(draft: &Draft, opened: &Opened, adverb: Repetition, report: &mut Report) {
    let part = opened.opening.entry.part;
    let place = openings::place_of_adverb(part);
    let severity = match part {
        Part::Preambular => Severity::Warning,
        Part::Operative => Severity::Note,
    };
    let Some(words) = openings::with_adverb(draft, opened, adverb, place) else { return };
    let edit = opened.replace(opened.opening.len, words.clone());
    report
        .flag(
            opened.range(),
            format!("“{words}”, since the paragraph before opens alike"),
        )
        .severity(severity)
        .fix(Fix::editorial(format!("write “{words}”"), [edit]));
}
