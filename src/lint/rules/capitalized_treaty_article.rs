use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "capitalized-treaty-article",
    family: Family::Citations,
    summary: "an article of a treaty has a capital",
    severity: Severity::Warning,
    languages: &[Language::En],
    explanation: include_str!("capitalized_treaty_article.md"),
    check,
};

static ARTICLE: Pattern = Pattern::new(
    "Article",
    r"\bA(rticles? [0-9][^.;:“]{0,60}? of the )(International (?:Covenant|Convention)|Covenant|Convention|Universal Declaration|Rome Statute|Optional Protocol|Protocol|Treaty)\b",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in ARTICLE.matches(draft) {
        let before = found.before().trim_end();
        let opens = before.is_empty() || before.ends_with(['.', ':', '(']);
        let of_charter =
            found.words(1).contains("Charter") || found.words(1).contains("Statute");
        if opens || of_charter {
            continue;
        }
        let start = found.range(0).start();
        let edit = Edit::replace(TextRange::new(start, start + 1), "a");
        report
            .flag(found.range(0), "an article of a treaty has no capital")
            .fix(Fix::editorial("write “article”", [edit]));
    }
}
