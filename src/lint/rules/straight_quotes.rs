use std::ops::Range;

use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::Prose;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "straight-quotes",
    family: Family::Punctuation,
    summary: "a quotation mark or apostrophe is straight",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("straight_quotes.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let mixes = has_curly(draft);
    for prose in scan::running_text(draft) {
        check_pairs(prose, mixes, report);
        check_apostrophes(prose, report);
    }
}

fn check_pairs(prose: &Prose, mixes: bool, report: &mut Report) {
    let places: Vec<usize> = prose.text.match_indices('"').map(|(at, _)| at).collect();
    let is_paired = places.len().is_multiple_of(2);
    for pair in places.chunks(2) {
        let place = |at: usize| prose.source_range(at..at + 1);
        let range = place(pair[0]).cover(place(pair[pair.len() - 1]));
        let mut finding = report.flag(range, "double quotation marks are curly: “ ”");
        if mixes {
            finding = finding.severity(Severity::Warning);
        }
        if let [open, close] = *pair
            && is_paired
        {
            let edits =
                [Edit::replace(place(open), "“"), Edit::replace(place(close), "”")];
            finding.fix(Fix::editorial("make them curly", edits));
        }
    }
}

/// Whether the draft has curly quotation marks too.
fn has_curly(draft: &Draft) -> bool {
    memchr::memmem::find(draft.source.text().as_bytes(), "“".as_bytes()).is_some()
}

fn check_apostrophes(prose: &Prose, report: &mut Report) {
    for (at, _) in prose.text.match_indices('\'') {
        let mark = if opens(&prose.text, at) { "‘" } else { "’" };
        let words: Range<usize> = at..at + 1;
        let range = prose.source_range(words);
        report
            .flag(
                range,
                format!("an apostrophe or single quotation mark is curly: {mark}"),
            )
            .fix(Fix::editorial(format!("write {mark}"), [Edit::replace(range, mark)]));
    }
}

/// Whether a word begins after the mark, and none ends before it.
fn opens(text: &str, at: usize) -> bool {
    let follows_gap = scan::before(text, at)
        .is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"'));
    follows_gap && scan::after(text, at + 1).is_some_and(char::is_alphabetic)
}
