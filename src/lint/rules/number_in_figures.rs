use memchr::memchr_iter;

use crate::conventions::Language;
use crate::conventions::calendar::MONTHS;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "number-in-figures",
    family: Family::Style,
    summary: "a number below ten is in figures",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("number_in_figures.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        for space in memchr_iter(b' ', text.as_bytes()) {
            let at = space + 1;
            let Some(word) = in_letters(text, at) else { continue };
            if !is_counted(text, at) {
                continue;
            }
            let range = prose.source_range(at..at + 1);
            report
                .flag(
                    range,
                    format!("“{word}”: below ten, numbers are written in letters"),
                )
                .fix(Fix::editorial(
                    format!("write “{word}”"),
                    [Edit::replace(range, word)],
                ));
        }
    }
}

/// The single figure at a place that stands alone.
fn in_letters(text: &str, at: usize) -> Option<&'static str> {
    const LETTERS: [&str; 8] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let figure = scan::after(text, at)?.to_digit(10)?;
    LETTERS.get(usize::try_from(figure).ok()?.checked_sub(2)?).copied()
}

/// Whether things are counted, and no age is told.
fn is_counted(text: &str, at: usize) -> bool {
    let rest = text.get(at + 1..).and_then(|rest| rest.strip_prefix([' ', '\u{a0}']));
    let Some(rest) = rest else { return false };
    let thing = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    let is_age = rest.get(thing.len()..).is_some_and(|rest| rest.starts_with(" of age"));
    let head = text.get(..at).unwrap_or_default();
    // “The 5 December Agreement” has a date.
    let follows_article =
        head.ends_with("the ") && !thing.is_empty() && !MONTHS.contains(&thing);
    let is_unit =
        matches!(thing, "per" | "million" | "billion" | "and" | "or" | "to" | "of" | "a");
    let is_part = ["under ", "age ", "aged ", "annex ", "table ", "page "]
        .iter()
        .any(|w| head.ends_with(w));
    (THINGS.contains(&thing) || follows_article) && !is_age && !is_unit && !is_part
}

const THINGS: [&str; 7] =
    ["years", "months", "weeks", "days", "reports", "representatives", "meetings"];
