use std::cmp::Ordering;

use crate::conventions::Language;
use crate::lint::citations::Citation;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "resolutions-not-in-order-of-time",
    family: Family::Citations,
    summary: "the resolutions of a list are not in the order of time",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("resolutions_not_in_order_of_time.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let found = draft.citations(prose);
        for pair in found.windows(2) {
            let [before, after] = pair else { continue };
            if after.is_continued && order(before, after) == Some(Ordering::Greater) {
                let range = prose.source_range(after.words.clone());
                let message =
                    format!("{} is earlier than {}", after.number, before.number);
                report.flag(range, message).help("a list names the earliest first");
            }
        }
    }
}

/// Which of two is earlier, by their dates or by numbers of one form.
fn order(before: &Citation, after: &Citation) -> Option<Ordering> {
    if let (Some((_, before)), Some((_, after))) = (&before.date, &after.date) {
        return Some(before.cmp(after));
    }
    let place = |citation: &Citation| {
        let (session, number) = citation.number.split_once('/')?;
        Some((session.parse::<u32>().ok()?, number.parse::<u32>().ok()?))
    };
    Some(place(before)?.cmp(&place(after)?))
}
