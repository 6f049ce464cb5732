use crate::conventions::states::sort_key;
use crate::lint::sponsorship::SponsorList;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Sponsor;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-sponsor",
    family: Family::Sponsors,
    summary: "a sponsor stands in the list twice",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("duplicate_sponsor.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let sponsors = &draft.resolution.sponsors.list;
    let list = SponsorList::of(draft);
    let mut seen = std::collections::HashMap::new();
    for (index, sponsor) in sponsors.iter().enumerate() {
        let Some(first) = seen.get(&identity(sponsor)).copied() else {
            seen.insert(identity(sponsor), sponsor);
            continue;
        };
        let Sponsor { name, range, marked, .. } = sponsor;
        let message = if *name == first.name {
            format!("“{name}” is in the list already")
        } else {
            format!("“{name}” is in the list already, as “{}”", first.name)
        };
        // Whose name or mark is the right one, only the drafter knows.
        let is_same = *name == first.name && *marked == first.marked;
        let edit = || list.as_ref()?.without(index);
        let fix = is_same.then(edit).flatten();
        report
            .flag(*range, message)
            .fixes(fix.map(|edit| Fix::editorial("take the second out", [edit])));
    }
}

fn identity(sponsor: &Sponsor) -> String {
    sponsor.state.map_or_else(|| sort_key(&sponsor.name), |state| state.code.clone())
}
