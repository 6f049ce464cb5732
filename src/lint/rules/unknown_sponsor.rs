use crate::conventions::Language;
use crate::conventions::states::{self, NameForm, State};
use crate::lint::sponsorship::{SponsorList, name_on};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{meant, nearest};

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
    let list = SponsorList::of(draft);
    for (index, sponsor) in draft.resolution.sponsors.list.iter().enumerate() {
        match states::find(&sponsor.name) {
            None => {
                let message = format!("“{}” is no State that lists name", sponsor.name);
                let finding =
                    report.flag(sponsor.range, message).severity(Severity::Note);
                let Some(list) = list.as_ref().filter(|_| sponsor.name.len() <= LONGEST)
                else {
                    continue;
                };
                if let Some(name) = meant(&sponsor.name, names()) {
                    finding.fix(write_name(list, index, name));
                } else if let Some(name) = nearest(&sponsor.name, names()) {
                    finding.help(format!("did you mean “{name}”?"));
                }
            }
            Some((state, NameForm::Other)) => {
                let name = name_in_list(draft, &sponsor.name, state);
                let message = format!("a list of sponsors writes “{name}”");
                let fix = list.as_ref().map(|list| write_name(list, index, &name));
                report.flag(sponsor.range, message).fixes(fix);
            }
            Some(_) => {}
        }
    }
}

/// No name is longer, and text without end is not worth comparing.
const LONGEST: usize = 80;

fn names() -> impl Iterator<Item = &'static str> {
    states::all().iter().map(|state| state.name.as_str())
}

fn write_name(list: &SponsorList, index: usize, name: &str) -> Fix {
    let name = name.replace('\'', "’");
    Fix::editorial(format!("write “{name}”"), list.with_name(index, &name))
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
    name_on(state, draft.resolution.time_of_writing().map(|(_, last)| last))
}
