use std::collections::BTreeMap;

use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Allowance;
use crate::text::{Edit, TextRange, nearest};

pub(super) static RULE: Rule = Rule {
    name: "unused-allowance",
    family: Family::Structure,
    summary: "an allowance silences nothing",
    severity: Severity::Warning,
    languages: &[],
    explanation: include_str!("unused_allowance.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut found_by = BTreeMap::new();
    for allowance in &draft.resolution.allowances {
        let Some(rule) = super::named(&allowance.rule) else {
            unknown(draft, allowance, report);
            continue;
        };
        if rule.name == RULE.name {
            continue;
        }
        let found = found_by.entry(rule.name).or_insert_with(|| places(draft, rule));
        if !encloses_any(allowance.scope, found) {
            let message =
                format!("“{}” finds nothing here that is to be allowed", rule.name);
            report.flag(allowance.range, message).help("take the allowance out");
        }
    }
}

/// Where a rule finds something, in the order of the text.
fn places(draft: &Draft, rule: &'static Rule) -> Vec<TextRange> {
    let mut found = Vec::new();
    (rule.check)(draft, &mut Report::new(rule, &mut found));
    let mut places: Vec<TextRange> = found.iter().map(|found| found.range).collect();
    places.sort();
    places
}

fn encloses_any(scope: TextRange, places: &[TextRange]) -> bool {
    let first = places.partition_point(|place| place.start() < scope.start());
    let mut inside =
        places.iter().skip(first).take_while(|place| place.start() <= scope.end());
    inside.any(|place| scope.encloses(*place))
}

fn unknown(draft: &Draft, allowance: &Allowance, report: &mut Report) {
    let message = format!("“{}” is no rule", allowance.rule);
    let finding = report.flag(allowance.range, message);
    let Some(near) = nearest(&allowance.rule, super::ALL.iter().map(|rule| rule.name))
    else {
        return;
    };
    let finding = finding.help(format!("did you mean “{near}”?"));
    let text = draft.source.slice(allowance.range);
    if let Some(at) = text.find(&allowance.rule) {
        let start = allowance.range.start() + at;
        let name = TextRange::new(start, start + allowance.rule.len());
        finding.fix(Fix::substantive(
            format!("write “{near}”"),
            [Edit::replace(name, near)],
        ));
    }
}
