use std::ops::Range;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "percent-sign",
    family: Family::Style,
    summary: "“per cent” is written “%” or “percent”",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("percent_sign.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        let text = prose.text.as_str();
        let words = text.match_indices("percent").map(|(at, word)| at..at + word.len());
        let signs = text.match_indices('%').map(|(at, sign)| at..at + sign.len());
        for found in words.chain(signs).filter(|found| is_of_a_figure(text, found)) {
            let head = text.get(..found.start).unwrap_or_default();
            let start = head.trim_end_matches([' ', '\u{a0}']).len();

            let taken = prose.source_range(start..found.end);
            report
                .flag(
                    prose.source_range(found),
                    "“per cent”, two words, follows a figure",
                )
                .fix(Fix::editorial(
                    "write “per cent”",
                    [Edit::replace(taken, " per cent")],
                ));
        }
    }
}

/// Whether it is a whole word or sign that follows a figure.
fn is_of_a_figure(text: &str, found: &Range<usize>) -> bool {
    let word = text.get(found.clone()).unwrap_or_default();
    let head = text.get(..found.start).unwrap_or_default();
    let before = head.trim_end_matches([' ', '\u{a0}']);
    let last_word = before.rsplit([' ', '-', '\u{a0}']).next().unwrap_or_default();
    let is_after_number =
        before.ends_with(|c: char| c.is_ascii_digit()) || NUMBERS.contains(&last_word);
    let is_address = scan::is_address_or_symbol(scan::token(text, found.start));
    let goes_on = scan::after(text, found.end).is_some_and(char::is_alphanumeric);
    let is_word = word != "percent" || head.ends_with([' ', '\u{a0}', '-']);
    is_after_number && is_word && !goes_on && !is_address
}

/// Numbers in letters, as they end.
const NUMBERS: [&str; 28] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
    "hundred",
];
