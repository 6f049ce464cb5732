use jiff::civil::Date;

use crate::conventions::Language;
use crate::conventions::states::{self, NameForm, State};
use crate::lint::sponsorship::{SponsorList, name_on};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "outdated-state-name",
    family: Family::Sponsors,
    summary: "a sponsor is named as the State was called before",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("outdated_state_name.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let time = draft.resolution.time_of_writing();
    let list = SponsorList::of(draft);
    for (index, sponsor) in draft.resolution.sponsors.list.iter().enumerate() {
        let Some((state, NameForm::Former { until })) = states::find(&sponsor.name)
        else {
            continue;
        };
        let (Some((first, last)), Some(until)) = (time, until) else {
            let message = message(state, &sponsor.name, until);
            report.flag(sponsor.range, message).severity(Severity::Note);
            continue;
        };
        // A session that saw the change may have written either.
        if first <= until || last <= until {
            continue;
        }
        let name = name_on(state, Some(first));
        let fix = list.as_ref().map(|list| {
            Fix::editorial(format!("write “{name}”"), list.with_name(index, &name))
        });
        report.flag(sponsor.range, message(state, &sponsor.name, Some(until))).fixes(fix);
    }
}

fn message(state: &State, written: &str, until: Option<Date>) -> String {
    let name = &state.name;
    match until.and_then(|until| until.tomorrow().ok()) {
        Some(since) => {
            let (month, year) = (month_of(since), since.year());
            format!("since {month} {year} lists write “{name}” and not “{written}”")
        }
        None => format!("lists write “{name}” and no longer “{written}”"),
    }
}

fn month_of(date: Date) -> &'static str {
    let index = usize::try_from(date.month() - 1).unwrap_or_default();
    crate::conventions::calendar::MONTHS.get(index).copied().unwrap_or_default()
}
