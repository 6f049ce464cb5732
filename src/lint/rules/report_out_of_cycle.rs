use crate::conventions::Language;
use crate::conventions::calendar::ordinal_value;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity, scan};

pub(super) static RULE: Rule = Rule {
    name: "report-out-of-cycle",
    family: Family::Submission,
    summary: "sessions and the period between them do not agree",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("report_out_of_cycle.md"),
    check,
};

static SESSIONS: Pattern = Pattern::new(
    " sessions",
    r"\bat its ([a-z]+(?:-[a-z]+)?) and ([a-z]+(?:-[a-z]+)?) (?:regular )?sessions\b",
);

fn check(draft: &Draft, report: &mut Report) {
    let Some(a_year) = sessions_in_a_year(draft) else { return };
    for found in SESSIONS.in_operative(draft) {
        let sentence = scan::sentence(found.text(), found.place(0).start);
        let words = found.text().get(sentence).unwrap_or_default();
        let years = ordinal_value(found.words(1)).zip(ordinal_value(found.words(2)));
        let Some(((first, second), period)) = years.zip(period(words)) else { continue };
        if second.checked_sub(first) != Some(period.years * a_year) {
            let message =
                format!("{} sessions lie {} apart", period.word, period.years * a_year);
            report
                .flag(found.range(0), message)
                .help("name the sessions at which it is due");
        }
    }
}

/// How many regular sessions the organ holds in a year.
fn sessions_in_a_year(draft: &Draft) -> Option<u32> {
    match draft.organ()?.principal().code.as_str() {
        "HRC" => Some(3),
        "GA" => Some(1),
        _ => None,
    }
}

/// How often something is due.
struct Period {
    word: &'static str,
    years: u32,
}

/// The one period that a sentence names.
fn period(sentence: &str) -> Option<Period> {
    const PERIODS: &[(&str, u32)] = &[
        ("annual", 1),
        ("every year", 1),
        ("biennial", 2),
        ("every two years", 2),
        ("triennial", 3),
        ("every three years", 3),
    ];
    let mut named = PERIODS.iter().filter(|(word, _)| sentence.contains(word));
    let (word, years) = named.next()?;
    named.next().is_none().then_some(Period { word, years: *years })
}
