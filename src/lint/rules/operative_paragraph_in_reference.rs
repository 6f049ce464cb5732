use crate::conventions::Language;
use crate::lint::patterns::Pattern;
use crate::lint::{Draft, Family, Fix, Report, Rule, Severity};
use crate::text::{Edit, TextRange};

pub(super) static RULE: Rule = Rule {
    name: "operative-paragraph-in-reference",
    family: Family::Citations,
    summary: "a reference says “operative paragraph”",
    severity: Severity::Note,
    languages: &[Language::En],
    explanation: include_str!("operative_paragraph_in_reference.md"),
    check,
};

static REFERENCE: Pattern =
    Pattern::new("perative paragraph", r"\b[Oo](perative )paragraphs? [0-9]");

fn check(draft: &Draft, report: &mut Report) {
    for found in REFERENCE.matches(draft) {
        let start = found.range(0).start();
        let (word, kept) = if found.words(0).starts_with('O') {
            ("Paragraph", "P")
        } else {
            ("paragraph", "p")
        };
        let end = found.range(1).end();
        let taken = TextRange::new(start, end + 1);
        report
            .flag(found.range(0), format!("a reference says “{word}” and the number"))
            .fix(Fix::editorial(format!("write “{word}”"), [Edit::replace(taken, kept)]));
    }
}
