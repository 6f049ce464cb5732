use crate::conventions::opening_phrases::Part;
use crate::lint::openings::{self, Opened};
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::model::Resolution;

pub(super) static RULE: Rule = Rule {
    name: "participle-in-operative-part",
    family: Family::Openings,
    summary: "an operative paragraph opens with a participle",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("participle_in_operative_part.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for paragraph in draft.resolutions().flat_map(Resolution::operative) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        if opened.opening.entry.part == Part::Operative {
            continue;
        }
        // “Stressing …, requests”: a participle may lead up to the verb.
        let leads_up = openings::finite_verb_follows(draft, paragraph);
        let severity = if leads_up { Severity::Note } else { Severity::Error };
        if let Some((words, fix)) = opened.inflected(draft, Part::Operative) {
            let message = format!("an operative paragraph opens with “{words}”");
            report.flag(opened.range(), message).severity(severity).fix(fix);
        } else {
            let message = "an operative paragraph opens with a verb in the present tense";
            let help = format!("“{}” belongs in the preamble", opened.written());
            report.flag(opened.range(), message).severity(severity).help(help);
        }
    }
}
