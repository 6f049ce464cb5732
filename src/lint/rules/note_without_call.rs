use crate::conventions::Language;
use crate::lint::{Draft, Family, Report, Rule, Severity};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "note-without-call",
    family: Family::Citations,
    summary: "a note has no call in the text",
    severity: Severity::Error,
    languages: &[Language::En],
    explanation: include_str!("note_without_call.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let text = draft.source.text();
    for note in &draft.resolution.footnotes {
        let call = format!("[^{}]", note.mark);
        let (start, end) = (note.range.start(), note.range.end());
        let head = text.get(start..end).unwrap_or_default();
        // Notes of other forms are not looked up.
        if !head.starts_with(&call) {
            continue;
        }
        let is_called = text.match_indices(&call).any(|(at, _)| {
            let rest = text.get(at + call.len()..).unwrap_or_default();
            !rest.starts_with(':')
        });
        if !is_called {
            report
                .flag(
                    TextRange::new(start, start + call.len()),
                    format!("nothing calls note {}", note.mark),
                )
                .help(format!("put “{call}” where it belongs, or take out the note"));
        }
    }
}
