use crate::conventions::Language;
use crate::conventions::states::{self, NameForm, State};
use crate::lint::sponsorship::{SponsorList, name_on, time_of_writing};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::nearest;

pub(super) static RULE: Rule = Rule {
    name: "unknown-sponsor",
    family: Family::Sponsors,
    summary: "a sponsor is not named as lists name a State",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("unknown_sponsor.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for (index, sponsor) in draft.resolution.sponsors.list.iter().enumerate() {
        match states::find(&sponsor.name) {
            None => {
                let names = states::all().iter().map(|state| state.name.as_str());
                let help = nearest(&sponsor.name, names)
                    .map(|name| format!("did you mean “{name}”?"));
                let message = format!("“{}” is no State that lists name", sponsor.name);
                let finding =
                    report.flag(sponsor.range, message).severity(Severity::Note);
                if let Some(help) = help {
                    finding.help(help);
                }
            }
            Some((state, NameForm::Other)) => {
                let name = name_in_list(draft, &sponsor.name, state);
                let message = format!("a list of sponsors writes “{name}”");
                let fix = SponsorList::of(draft).map(|list| {
                    Fix::editorial(
                        format!("write “{name}”"),
                        list.with_name(index, &name),
                    )
                });
                report.flag(sponsor.range, message).fixes(fix);
            }
            Some(_) => {}
        }
    }
}

/// The name that a list of the time gives the State: the one written without its article,
/// if that is such a name.
fn name_in_list(draft: &Draft, written: &str, state: &State) -> String {
    let bare = written.strip_prefix("the ").or_else(|| written.strip_prefix("The "));
    let is_of_a_list =
        |name: &&str| states::find(name).is_some_and(|(_, form)| form != NameForm::Other);
    if let Some(name) = bare.filter(is_of_a_list) {
        return name.to_owned();
    }
    name_on(state, time_of_writing(draft).map(|(_, last)| last))
}
