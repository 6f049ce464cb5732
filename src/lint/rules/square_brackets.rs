use std::ops::Range;

use crate::lint::placeholders::placeholders;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::model::Prose;

pub(super) static RULE: Rule = Rule {
    name: "square-brackets",
    family: Family::Submission,
    summary: "words stand in square brackets",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("square_brackets.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
    for prose in draft.paragraphs().map(|paragraph| &paragraph.prose) {
        // The manner of adoption stands in brackets and stays so.
        if prose.text.starts_with("[Adopted") {
            continue;
        }
        for words in bracketed(draft, prose) {
            let range = prose.source_range(words);
            report.flag(range, "words in square brackets are not agreed").severity(severity);
        }
    }
}

/// The outermost brackets, each with what it encloses; one that closes in a later
/// paragraph alone. A bracket after a backslash is plain, and one around a placeholder is
/// none of negotiation.
fn bracketed(draft: &Draft, prose: &Prose) -> Vec<Range<usize>> {
    let open_places = placeholders(&prose.text);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut depth = 0_usize;
    for (at, bracket) in prose.text.match_indices(['[', ']']) {
        let source = draft.source.text().get(..prose.source_start(at)).unwrap_or_default();
        if source.ends_with('\\') || scan::is_within(&open_places, at) {
            continue;
        }
        if bracket == "[" {
            if depth == 0 {
                found.push(at..at + 1);
            }
            depth += 1;
        } else if depth > 0 {
            depth -= 1;
            if let Some(last) = found.last_mut().filter(|_| depth == 0) {
                last.end = at + 1;
            }
        }
    }
    found
}
