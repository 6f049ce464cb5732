use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "lower-case-charter-article",
    family: Family::Citations,
    summary: "an Article of the Charter is in lower case",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("lower_case_charter_article.md"),
    check,
};

static ARTICLE: Pattern = Pattern::new(
    "Charter",
    r"\ba(rticles? [0-9]+(?: \([0-9a-z]\)|,? paragraphs? [0-9]+,?|, [0-9]+| and [0-9]+| to [0-9]+)* of (?:the|its) Charter\b)( of the (?:[A-Z][a-z]+))?",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in ARTICLE.matches(draft) {
        // Other bodies have charters too.
        let owner = found.words(2);
        if !owner.is_empty() && owner != " of the United" {
            continue;
        }
        let start = found.range(0).start();
        let edit = Edit::replace(TextRange::new(start, start + 1), "A");
        report
            .flag(found.range(0), "an Article of the Charter has a capital")
            .fix(Fix::editorial("write “Article”", [edit]));
    }
}
