use crate::conventions::Language;
use crate::conventions::phrases::FOLLOW_UP;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};
use crate::text::TextRange;

pub(super) static RULE: Rule = Rule {
    name: "missing-follow-up",
    family: Family::Submission,
    summary: "nothing in the text keeps the matter before the organ",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("missing_follow_up.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    // The Security Council closes with a formula of its own.
    if draft.is_adopted()
        || draft.is_of("SC")
        || draft.resolution.operative().count() < FEWEST
    {
        return;
    }
    let Some(last) = scan::operative_text(draft).last() else { return };
    if !scan::operative_text(draft)
        .any(|prose| !FOLLOW_UP.find_among(&prose.text, &draft.words(prose)).is_empty())
    {
        let place = TextRange::empty(last.range.end());
        report
            .flag(place, "a resolution says what comes after it: a report, a session, “seized of the matter”")
            .help("end with “Decides to remain seized of the matter.” or with the session that takes it up");
    }
}

/// A text of fewer operative paragraphs decides one thing, and may be done with it.
const FEWEST: usize = 3;
