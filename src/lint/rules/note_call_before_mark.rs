use crate::conventions::Language;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::model::MarkKind;
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "note-call-before-mark",
    family: Family::Punctuation,
    summary: "the call of a note stands before a comma or full stop",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("note_call_before_mark.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let source = draft.source.text();
    for prose in scan::running_text(draft) {
        for mark in &prose.marks {
            if !matches!(mark.kind, MarkKind::FootnoteCall(_)) {
                continue;
            }
            let call = mark.range;
            let end = call.end();
            let next = scan::after(source, end);
            // Of several calls together the order would suffer.
            let is_alone = scan::before(source, call.start()) != Some(']');
            let is_mark = next.is_some_and(|c| matches!(c, ',' | ';' | '.' | ':'));
            let (true, true, Some(words)) =
                (is_mark, is_alone, source.get(call.start()..call.end()))
            else {
                continue;
            };
            let edits = [Edit::delete(call), Edit::insert(end + 1, words)];
            report
                .flag(call, "the call of a note follows the mark")
                .fix(Fix::editorial("put it after the mark", edits));
        }
    }
}
