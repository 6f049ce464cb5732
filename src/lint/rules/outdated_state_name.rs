use jiff::civil::Date;

use crate::conventions::states::{self, NameForm};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "outdated-state-name",
    family: Family::Sponsors,
    summary: "a sponsor has changed its name",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("outdated_state_name.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let date = draft.resolution.masthead.date.as_ref().map(|date| date.value);
    let adoption = draft.resolution.adoption.as_ref().and_then(|adoption| adoption.date);
    let date = adoption.or(date);
    for sponsor in &draft.resolution.sponsors.list {
        let Some((state, NameForm::Former { until })) = states::find(&sponsor.name) else {
            continue;
        };
        let severity = severity(date, until);
        let name = &state.name;
        let is_written_so = draft.source.slice(sponsor.range) == sponsor.name;
        let edit = Edit::replace(sponsor.range, name);
        let fix = Fix::substantive(format!("write “{name}”"), [edit]);
        report
            .flag(sponsor.range, format!("the name is now “{name}”"))
            .severity(severity)
            .fixes((is_written_so && severity == Severity::Warning).then_some(fix));
    }
}

/// A text keeps the names of its day: where the day is not known to be after the change,
/// this is only advice.
fn severity(date: Option<Date>, until: Option<Date>) -> Severity {
    match (date, until) {
        (Some(date), Some(until)) if date > until => Severity::Warning,
        _ => Severity::Note,
    }
}
