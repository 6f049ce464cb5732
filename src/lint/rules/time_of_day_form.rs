use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "time-of-day-form",
    family: Family::Style,
    summary: "a time of day has another form than is usual",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("time_of_day_form.md"),
    check,
};

static TIME: Pattern = Pattern::new(
    "",
    r"\b([0-9]{1,2})(?:[:.]([0-5][0-9]))? ?(AM|PM|am|pm|A\.M\.|P\.M\.)(?:\b|$)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in TIME.matches(draft) {
        let half = found.words(3).chars().next().unwrap_or_default().to_ascii_lowercase();
        let minutes = found.words(2);
        let hour = found.words(1);
        let right = if minutes.is_empty() || minutes == "00" {
            format!("{hour} {half}.m.")
        } else {
            format!("{hour}.{minutes} {half}.m.")
        };
        // A full stop behind it is both.
        let written = right.strip_suffix('.').filter(|_| found.after().starts_with('.'));
        let right = written.unwrap_or(&right);
        report
            .flag(found.range(0), format!("“{right}”: a point, a space, small letters"))
            .fix(Fix::editorial(
                format!("write “{right}”"),
                [Edit::replace(found.range(0), right)],
            ));
    }
}
