use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "stray-article",
    family: Family::Style,
    summary: "“the human rights” stands where nobody’s are meant",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("stray_article.md"),
    check,
};

static ARTICLE: Pattern = Pattern::new(
    "of the human rights",
    r"\b(?:[Pp]rotection|[Pp]romotion|[Ee]njoyment|[Ee]xercise|[Rr]espect|[Vv]iolations?) of (the )human rights(?: and fundamental freedoms)?(?:[,;.)]| (?:in|for|by|at|as|while|through|without|within|under|is|are|on|with|also|among)\b|$)",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in ARTICLE.matches(draft) {
        report
            .flag(found.range(1), "“human rights” alone: the article asks whose they are")
            .fix(Fix::substantive(
                "take the article out",
                [Edit::delete(found.range(1))],
            ));
    }
}
