use crate::conventions::{Language, fixed_names};
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity, scan};
use crate::text::Edit;

pub(super) static RULE: Rule = Rule {
    name: "article-missing-in-fixed-name",
    family: Family::Style,
    summary: "a name lacks its article",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("article_missing_in_fixed_name.md"),
    check,
};

fn check(draft: &Draft, report: &mut Report) {
    for prose in scan::running_text(draft) {
        for misnomer in fixed_names::ENGLISH.find_among(&prose.text, &draft.words(prose))
        {
            let right = misnomer.right;
            let range = prose.source_range(misnomer.range);
            report.flag(range, format!("the name is “{right}”")).fix(Fix::substantive(
                format!("write “{right}”"),
                [Edit::replace(range, right)],
            ));
        }
    }
}
