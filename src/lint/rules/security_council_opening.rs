use crate::conventions::Language;
use crate::conventions::opening_phrases::Part;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "security-council-opening",
    family: Family::Openings,
    summary: "an opening that belongs to the Security Council",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("security_council_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    if draft.organ().is_none() || draft.is_of("SC") {
        return;
    }
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let entry = opened.opening.entry;
        let is_of_the_council = entry.organs.iter().any(|organ| organ == "SC");
        if (is_of_the_council && !is_resolve(&opened)) || authorizes_states(&opened) {
            let message = format!("“{}” belongs to the Security Council", entry.phrase);
            let help = match entry.part {
                Part::Operative => "for example Decides, Calls upon, Urges, Condemns",
                Part::Preambular => {
                    "for example Recognizing, Guided by, Acting in accordance with"
                }
            };
            report.flag(opened.range(), message).help(help);
        }
    }
}

/// “Determining that” there is a threat; “determining to” do something all organs are.
fn is_resolve(opened: &Opened) -> bool {
    opened.opening.entry.phrase == "Determining" && rest(opened).starts_with("to ")
}

/// The words after the opening.
fn rest<'a>(opened: &Opened<'a>) -> &'a str {
    opened.text.get(opened.opening.len..).unwrap_or_default().trim_start()
}

/// The Assembly authorizes the Secretary-General to spend; States only the Council can.
fn authorizes_states(opened: &Opened) -> bool {
    let states = ["States ", "all States ", "Member States ", "all Member States "];
    opened.opening.entry.phrase == "Authorizes"
        && states.iter().any(|states| rest(opened).starts_with(states))
}
