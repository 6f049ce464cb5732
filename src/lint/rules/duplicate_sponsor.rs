use std::collections::HashSet;

use crate::conventions::states;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::model::Sponsor;
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-sponsor",
    family: Family::Sponsors,
    summary: "a sponsor stands twice",
    severity: Severity::Error,
    languages: &[],
    explanation: include_str!("duplicate_sponsor.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mut seen = HashSet::new();
    let mut last: Option<&Sponsor> = None;
    for sponsor in &draft.resolution.sponsors.list {
        let before = last.replace(sponsor);
        if seen.insert(identity(sponsor)) {
            continue;
        }
        let fix = before.and_then(|before| removal(draft, before, sponsor));
        let message = format!("{} stands twice", sponsor.name);
        report.flag(sponsor.range, message).fixes(fix);
    }
}

/// A State is itself under each of its names.
fn identity(sponsor: &Sponsor) -> String {
    sponsor.state.map_or_else(|| states::sort_key(&sponsor.name), |state| state.code.clone())
}

/// Takes out a plain name with the comma before it. What is written in any other way, a
/// person takes out.
fn removal(draft: &Draft, before: &Sponsor, sponsor: &Sponsor) -> Option<Fix> {
    let (start, end) = (before.range.end(), sponsor.range.end());
    if sponsor.range.start() < start {
        return None;
    }
    let between = TextRange::new(start, sponsor.range.start());
    let is_plain = draft.source.slice(between) == ", ";
    let edit = Edit::delete(TextRange::new(start, end));
    is_plain.then(|| Fix::editorial("take the second out", [edit]))
}
