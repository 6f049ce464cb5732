use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "unspaced-subparagraph-letter",
    family: Family::Citations,
    summary: "the space before the letter of a subparagraph is missing",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("unspaced_subparagraph_letter.md"),
    check,
};

static UNSPACED: Pattern = Pattern::new(
    "paragraph",
    r"\bparagraphs? (?:[0-9]+(?: \([a-z]+\))*(?:,| and| or| to) )*?([0-9]+)(\([a-z]{1,4}\))",
);

fn check(draft: &Draft, report: &mut Report) {
    for found in UNSPACED.matches(draft) {
        let (number, letter) = (found.words(1), found.words(2));
        let right = format!("{number} {letter}");
        let range = TextRange::new(found.range(1).start(), found.range(2).end());
        let edit = Edit::insert(found.range(2).start(), " ");
        report
            .flag(range, format!("a space stands before the letter: “{right}”"))
            .fix(Fix::editorial(format!("write “{right}”"), [edit]));
    }
}
