use crate::lint::placeholders::placeholders;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "leftover-placeholder",
    family: Family::Submission,
    summary: "a place in the text is still open",
    severity: Severity::Note,
    languages: &[],
    explanation: include_str!("leftover_placeholder.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let severity = if draft.is_adopted() { Severity::Error } else { Severity::Note };
    let resolution = draft.resolution;
    let title = resolution.title.as_ref().map(|title| title.range);
    let symbol = resolution.masthead.symbol.as_ref().map(|symbol| symbol.range);
    for range in title.into_iter().chain(symbol) {
        for words in placeholders(draft.source.slice(range)) {
            let start = range.start() + words.start;
            flag(TextRange::new(start, start + words.len()), severity, report);
        }
    }
    let notes = resolution.footnotes.iter().map(|note| &note.prose);
    for prose in scan::running_text(draft).chain(notes) {
        for words in placeholders(&prose.text) {
            flag(prose.source_range(words), severity, report);
        }
    }
}

fn flag(range: TextRange, severity: Severity, report: &mut Report) {
    report.flag(range, "something is to be filled in here").severity(severity);
}
