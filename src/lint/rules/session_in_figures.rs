use crate::conventions::Language;
use crate::conventions::calendar;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "session-in-figures",
    family: Family::Citations,
    summary: "the number of a session is in figures",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("session_in_figures.md"),
    check,
};

static SESSION: Pattern = Pattern::new(
    " session",
    r"\b([0-9]{1,2})(?:st|nd|rd|th)((?: (?:regular|special|emergency|annual|resumed))* sessions?)\b",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in SESSION.matches(draft) {
        let number = found.words(1).parse().ok();
        let Some(words) = number.and_then(calendar::ordinal_words) else { continue };
        let right = format!("{words}{}", found.words(2));
        let figures = TextRange::new(found.range(0).start(), found.range(2).start());
        report
            .flag(
                found.range(0),
                format!("the number of a session is in words: “{right}”"),
            )
            .fix(Fix::editorial(
                format!("write “{words}”"),
                [Edit::replace(figures, words)],
            ));
    }
}
