use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::{Edit, carry_case};

pub(super) static RULE: Rule = Rule {
    name: "paired-alternatives",
    family: Family::Punctuation,
    summary: "two words share an oblique stroke",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("paired_alternatives.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for (stroke, _) in prose.text.match_indices('/') {
            let Some((start, end, written)) = pair_around(&prose.text, stroke) else {
                continue;
            };
            let lower = written.to_lowercase();
            let Some((_, right)) = PAIRS.iter().find(|(pair, _)| *pair == lower) else {
                continue;
            };
            let right = carry_case(written, right);
            let range = prose.source_range(start..end);
            report
                .flag(range, format!("“{right}” is written out, without a stroke"))
                .fix(Fix::substantive(
                    format!("write “{right}”"),
                    [Edit::replace(range, right)],
                ));
        }
    }
}

/// Each pair, and what mostly is meant.
const PAIRS: &[(&str, &str)] = &[
    ("and/or", "or"),
    ("his/her", "his or her"),
    ("her/his", "her or his"),
    ("he/she", "he or she"),
    ("she/he", "she or he"),
    ("s/he", "she or he"),
    ("him/her", "him or her"),
    ("her/him", "her or him"),
    ("himself/herself", "himself or herself"),
];

/// The words on both sides of a stroke.
fn pair_around(text: &str, stroke: usize) -> Option<(usize, usize, &str)> {
    const LONGEST: usize = 10;
    let letters = |c: &u8| c.is_ascii_alphabetic();
    let bytes = text.as_bytes();
    let before =
        bytes[..stroke].iter().rev().take(LONGEST).take_while(|b| letters(b)).count();
    let after =
        bytes[stroke + 1..].iter().take(LONGEST).take_while(|b| letters(b)).count();
    let (start, end) = (stroke - before, stroke + 1 + after);
    let goes_on = scan::after(text, end).is_some_and(|c| c.is_alphanumeric() || c == '/');
    (!goes_on).then(|| text.get(start..end).map(|written| (start, end, written)))?
}
