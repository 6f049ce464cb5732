use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "extension-without-duration",
    family: Family::Submission,
    summary: "a mandate is extended, but not for how long",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("extension_without_duration.md"),
    check,
};

static EXTENSION: Pattern = Pattern::new(
    "mandate",
    r"\b(?:[Ee]xtends?|[Rr]enews?)\b(?:,[^,;.]{0,40},)? (?:the|its|his|her|[A-Z]+’s)\b[^;.,]{0,100}?\bmandates?\b",
);

/// Words that say how long.
const DURATIONS: &[&str] =
    &["until", "year", "month", "period", " through ", "days", "weeks", ", to "];

/// Words before an extension that is not decided.
const NOT_YET: &[&str] =
    &["recommend", "intention", "consider", "readiness", "willingness", "work with"];

fn check(draft: &Draft, report: &mut Report) {
    for found in EXTENSION.in_operative(draft) {
        let sentence = scan::sentence(found.text(), found.place(0).start);
        let lead =
            found.text().get(sentence.start..found.place(0).end).unwrap_or_default();
        let rest = found.text().get(found.place(0).end..sentence.end).unwrap_or_default();
        let rest = rest.split(" and requests ").next().unwrap_or_default();
        let says_how_long =
            |text: &str| DURATIONS.iter().any(|duration| text.contains(duration));
        let is_decided = !NOT_YET.iter().any(|words| lead.contains(words));
        if !says_how_long(lead) && !says_how_long(rest) && is_decided {
            report
                .flag(found.range(0), "the extension of a mandate says for how long")
                .help("“for a period of three years”, “until 30 June 2027”");
        }
    }
}
