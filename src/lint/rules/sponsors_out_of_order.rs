use crate::conventions::Language;
use crate::lint::sponsorship::{SponsorList, order};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "sponsors-out-of-order",
    family: Family::Sponsors,
    summary: "the sponsors are not in English alphabetical order",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("sponsors_out_of_order.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let sponsors = &draft.resolution.sponsors.list;
    let order = order(sponsors, None);
    let Some((early, &late)) =
        order.iter().enumerate().find(|(slot, index)| slot != *index)
    else {
        return;
    };
    let (early, late) = (&sponsors[early], &sponsors[late]);
    let is_observer = |state: Option<&crate::conventions::states::State>| {
        state.is_some_and(|state| state.is_observer)
    };
    let message = if is_observer(early.state) && !is_observer(late.state) {
        format!("“{}” comes after the Member States", early.name)
    } else {
        format!("“{}” comes before “{}” in English", late.name, early.name)
    };
    let fix = SponsorList::of(draft)
        .map(|list| Fix::editorial("sort the sponsors", list.sorted(None)));
    report.flag(early.range, message).fixes(fix);
}
