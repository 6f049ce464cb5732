use crate::conventions::Language;
use crate::lint::scan;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, Needle};

pub(super) static RULE: Rule = Rule {
    name: "range-after-from",
    family: Family::Style,
    summary: "a dash stands after “from”, where “to” belongs",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("range_after_from.md"),
    check,
};

static FROM: Needle = Needle::new("from ");

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for from in FROM.places(text) {
            let start = from + "from ".len();
            let rest = text.get(start..).unwrap_or_default();
            let first = figures(rest);
            let after = rest.get(first..).unwrap_or_default();
            let Some(dash) = after.chars().next().filter(|c| matches!(c, '–' | '-'))
            else {
                continue;
            };
            let second = after.get(dash.len_utf8()..).unwrap_or_default();
            let len = figures(second);
            let end = second.get(len..).unwrap_or_default();
            if !is_range(first, len, end)
                || scan::before(text, from).is_some_and(char::is_alphabetic)
            {
                continue;
            }
            let place = start + first;
            let range = prose.source_range(place..place + dash.len_utf8());
            report
                .flag(
                    prose.source_range(from..place + dash.len_utf8() + len),
                    "after “from” stands “to”",
                )
                .fix(Fix::editorial("write “to”", [Edit::replace(range, " to ")]));
        }
    }
}

/// How many figures a text begins with.
fn figures(text: &str) -> usize {
    text.bytes().take(5).take_while(u8::is_ascii_digit).count()
}

/// Whether the figures are years, or days before a month.
fn is_range(first: usize, second: usize, after: &str) -> bool {
    let goes_on =
        after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '-' | '–'));
    let is_before_name = after
        .strip_prefix([' ', '\u{a0}'])
        .is_some_and(|name| name.starts_with(char::is_uppercase));
    !goes_on
        && match (first, second) {
            (4, 4) => true,
            (1 | 2, 1 | 2) => is_before_name,
            _ => false,
        }
}
