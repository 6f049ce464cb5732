use crate::conventions::Language;
use crate::conventions::opening_phrases::Repetition;
use crate::lint::ladder::Rung;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, ladder};

pub(super) static RULE: Rule = Rule {
    name: "adverb-without-precedent",
    family: Family::Openings,
    summary: "“also” or “further” where the paragraph before opens otherwise",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("adverb_without_precedent.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for rung in ladder::rungs(draft) {
        let opened = &rung.opened;
        let Some((adverb, _, place)) = &opened.opening.repetition else { continue };
        if rung.place > 0 || *adverb == Repetition::OnceAgain || has_precedent(&rung) {
            continue;
        }
        let openings = draft.conventions.openings();
        let Some(bare) = openings.bare(opened.opening, opened.text) else { continue };
        let place = opened.start + place.start..opened.start + place.end;
        let title = format!("write “{bare}”");
        let edit = opened.replace(opened.opening.len, bare);
        report
            .flag(
                opened.paragraph.prose.source_range(place),
                "“also” and “further” follow a paragraph that opens alike",
            )
            .fix(Fix::substantive(title, [edit]));
    }
}

/// Whether the paragraph before has the verb at its head: “Strongly urges” before “Also
/// urges”.
fn has_precedent(rung: &Rung) -> bool {
    let verb = |opened: &Opened| {
        let mut words = opened.opening.entry.phrase.split(' ');
        words.find(|word| !word.ends_with("ly")).map(str::to_lowercase)
    };
    let Some(before) = rung.before else { return false };
    let Some(before) = Opened::of(before) else { return true };
    verb(&before) == verb(&rung.opened)
}
