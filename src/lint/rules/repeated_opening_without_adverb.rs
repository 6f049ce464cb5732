use crate::conventions::opening_phrases::{Part, Repetition};
use crate::lint::openings::{self, Opened};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, ladder};

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
    for rung in ladder::rungs(draft) {
        if let (Some(adverb), None) = (rung.wanted(), rung.adverb()) {
            tell(draft, &rung.opened, adverb, report);
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
