use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Report, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    name: "report-without-author",
    family: Family::Submission,
    summary: "a report is asked for, but of nobody",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("report_without_author.md"),
    check,
};

static PASSIVE: Pattern = Pattern::new(
    "equests that ",
    r"\b[Rr]equests that (?:an?|the)(?: [a-z-]+){0,4} report\b[^;.]{0,200}?\bbe (?:prepared|submitted|presented|made available)\b",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in PASSIVE.in_operative(draft) {
        let sentence = found.after().split(';').next().unwrap_or_default();
        if !found.words(0).contains(" by the ") && !sentence.contains(" by ") {
            report
                .flag(found.range(0), "a request for a report says who prepares it")
                .help("“Requests the Secretary-General to submit a report …”");
        }
    }
}
