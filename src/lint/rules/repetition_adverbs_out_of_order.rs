use crate::conventions::Language;
use crate::conventions::opening_phrases::Repetition;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, ladder, openings};

pub(super) static RULE: Rule = Rule {
    name: "repetition-adverbs-out-of-order",
    family: Family::Openings,
    summary: "“further” comes second, or “also” third",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("repetition_adverbs_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for rung in ladder::rungs(draft) {
        let (Some(wanted), Some(written)) = (rung.wanted(), rung.adverb()) else {
            continue;
        };
        if written == wanted || written == Repetition::OnceAgain {
            continue;
        }
        let opened = &rung.opened;
        let place = openings::place_of_adverb(opened.opening.entry.part);
        let Some(words) = openings::with_adverb(draft, opened, wanted, place) else {
            continue;
        };
        let edit = opened.replace(opened.opening.len, words.clone());
        report
            .flag(
                opened.range(),
                format!("“{words}”: the second has “also”, the third “further”"),
            )
            .fix(Fix::editorial(format!("write “{words}”"), [edit]));
    }
}
