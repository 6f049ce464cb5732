use crate::conventions::Language;
use crate::lint::openings::Opened;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "comma-after-opening",
    family: Family::Openings,
    summary: "a comma parts the opening from what it governs",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("comma_after_opening.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    let resolutions = draft.resolutions();
    for paragraph in resolutions.flat_map(|r| r.preambular().chain(r.operative())) {
        let Some(opened) = Opened::of(paragraph) else { continue };
        let end = opened.opening.len;
        let rest = opened.text.get(end..).unwrap_or_default();
        let Some(rest) = rest.strip_prefix(", ").filter(|rest| is_object(rest)) else {
            continue;
        };
        let at = opened.start + end;
        let range = paragraph.prose.source_range(at..at + 1);
        let first = rest.split(' ').next().unwrap_or_default();
        report
            .flag(
                range,
                format!("no comma stands between “{}” and “{first}”", opened.written()),
            )
            .fix(Fix::editorial("take out the comma", [Edit::delete(range)]));
    }
}

/// Whether the words are what the verb governs, and no remark between two commas: “to
/// that end”.
fn is_object(rest: &str) -> bool {
    let mut words = rest.split(' ');
    match (words.next(), words.next()) {
        (Some("that" | "its" | "the" | "all"), _) => true,
        (Some("to"), Some(next)) => !NOUNS_FOLLOW.contains(&next),
        _ => false,
    }
}

/// Words after which “to” is no infinitive.
const NOUNS_FOLLOW: [&str; 11] =
    ["a", "an", "any", "its", "such", "that", "the", "their", "these", "this", "those"];
