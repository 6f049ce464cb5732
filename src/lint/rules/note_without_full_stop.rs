use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "note-without-full-stop",
    family: Family::Citations,
    summary: "a note has no full stop at its end",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("note_without_full_stop.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for note in &draft.resolution.footnotes {
        let text = note.prose.text.trim_end();
        // A note is a sentence: an address may close it, a list in it may not be over.
        let is_open =
            text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”'));
        let closes = text.trim_end_matches('”').ends_with(['.', '!', '?']);
        if !is_open
            || closes
            || scan::is_address_or_symbol(scan::token(text, text.len()))
                && text.contains("://")
        {
            continue;
        }
        let end = note.prose.source_end(text.len());
        report
            .flag(note.prose.source_range(0..text.len()), "a note ends with a full stop")
            .fix(Fix::editorial("add the full stop", [Edit::insert(end, ".")]));
    }
}
